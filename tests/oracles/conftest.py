"""Where the references' environments are."""

from pathlib import Path

import pytest


@pytest.fixture
def oracles(pytestconfig: pytest.Config) -> Path:
    """The folder that `--oracles` names."""
    return Path(str(pytestconfig.option.oracles))
