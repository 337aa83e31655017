"""`completion`: scripts for shells."""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from signboard.cli.commands.completion import SHELLS

Ask = Callable[..., Any]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_gets_its_script(ask: Ask, shell: str) -> None:
    """It asks the program itself."""
    assert "_SIGNBOARD_COMPLETE" in ask("completion", shell).out


def test_an_unknown_shell_is_a_mistake(ask: Ask) -> None:
    """Exit code 2."""
    assert ask("completion", "tcsh").code == 2


def test_the_program_answers_the_script() -> None:
    """`signboard lo` becomes `load`."""
    environ = {**os.environ, "_SIGNBOARD_COMPLETE": "bash_complete", "COMP_WORDS": "signboard lo", "COMP_CWORD": "1"}
    line = [sys.executable, "-m", "signboard"]
    told = subprocess.run(line, env=environ, capture_output=True, text=True, encoding="utf-8", check=False)

    assert "load" in told.stdout
