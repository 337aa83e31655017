"""Run command lines in this process, in English unless a test says otherwise; everything is put back afterwards."""

import json
import threading
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from signboard import app
from signboard.cli.main import run
from signboard.locale import speak


@dataclass(frozen=True)
class Told:
    """What one command line gave."""

    code: int
    out: str
    err: str

    @property
    def envelope(self) -> dict[str, Any]:
        """The document of `--json`; it stands alone on stdout."""
        document: dict[str, Any] = json.loads(self.out)
        return document

    @property
    def data(self) -> dict[str, Any]:
        """The envelope's data."""
        data: dict[str, Any] = self.envelope["data"]
        return data


Ask = Callable[..., Told]
EndsWhen = Callable[[str, Callable[[], bool]], None]


class _When(threading.Event):
    """Set as soon as something holds, however slow the machine is."""

    def __init__(self, holds: Callable[[], bool]) -> None:
        super().__init__()
        self._holds = holds

    def is_set(self) -> bool:
        return super().is_set() or self._holds()


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """English, a terminal of 80 columns, and no settings of the account that runs the tests."""
    for name in ("SIGNBOARD_LANG", "LANGUAGE"):
        monkeypatch.setenv(name, "en")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-config"))
    monkeypatch.setenv("COLUMNS", "80")
    speak("en")


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run `signboard …` and give what it told."""

    def told(*arguments: object) -> Told:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Told(code, captured.out, captured.err)

    return told


@pytest.fixture
def ends_when(monkeypatch: pytest.MonkeyPatch) -> EndsWhen:
    """Let whatever plays in that module be asked to end as soon as something holds; its seconds are the limit."""

    def give(module: str, holds: Callable[[], bool]) -> None:
        monkeypatch.setattr(f"{module}.stopping", lambda: nullcontext(_When(holds)))

    return give


@pytest.fixture
def shipped_stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> app.Stage:
    """The campaign that ships, in a home of its own."""
    monkeypatch.setenv("SIGNBOARD_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return app.stage_for(app.Wishes())
