"""`service`: what it prints, and what it says where it cannot install."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from signboard.cli import serving
from signboard.service.installed import Answer

Ask = Callable[..., Any]


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A system that obeys, and the lines that it was given."""
    asked: list[str] = []

    def obey(command: Sequence[str]) -> Answer:
        asked.append(" ".join(command))
        return Answer(0, "ActiveState=active\nStatusText=On the board: A\nNRestarts=2")

    monkeypatch.setattr(serving, "UNITS", tmp_path)
    monkeypatch.setattr(serving.service_of, "__defaults__", (obey,))
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")
    monkeypatch.setenv("SIGNBOARD_HOME", "/var/lib/signboard")
    return asked


@pytest.mark.parametrize(("system", "sign"), [("linux", "Type=notify"), ("windows", "<BootTrigger>")])
def test_it_prints_what_it_would_install(ask: Ask, system: str, sign: str) -> None:
    """For either system, on either."""
    told = ask("service", "install", "--print", "--system", system, "--port", "COM3")

    assert told.code == 0
    assert sign in told.out
    assert "BIOS" in told.err
    assert ask("service", "install", "--print", "--system", system, "--port", "COM3", "--json").data["hints"]


def test_installing_for_another_system_is_refused(ask: Ask) -> None:
    """Exit code 4, and how to take it there."""
    other = "linux" if sys.platform == "win32" else "windows"
    told = ask("service", "install", "--system", other, "--port", "COM3")

    assert told.code == 4
    assert "--print" in told.err


@pytest.mark.needs("pty")
@pytest.mark.usefixtures("system")
def test_installed_asked_and_removed(ask: Ask) -> None:
    """One sentence each."""
    assert ask("service", "status", "--json").data["installed"] is False
    assert ask("service", "install", "--port", "/dev/ttyUSB0").code == 0
    told = ask("service", "status")
    assert (told.code, told.out) == (0, "The service runs: On the board: A\n")
    assert ask("service", "status", "--json").data["restarts"] == 2
    assert ask("service", "remove", "--json").data == {"removed": True}
    assert ask("service", "remove", "--json").data == {"removed": False}


@pytest.mark.needs("pty")
def test_what_it_could_not_see_is_refused_before_anything_is_written(
    ask: Ask, system: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A home below /tmp: exit code 4, one sentence, no unit, no word to the system; to print it is fine."""
    monkeypatch.setenv("SIGNBOARD_HOME", "/tmp/thu")  # noqa: S108 - the name is what is tested
    told = ask("service", "install", "--port", "/dev/ttyUSB0")

    assert told.code == 4
    assert "/tmp/thu" in told.err  # noqa: S108 - as above
    assert system == []
    assert ask("service", "install", "--print", "--port", "/dev/ttyUSB0").code == 0


@pytest.mark.needs("pty")
def test_a_service_that_does_not_run_exits_7(ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """So that scripts can ask."""
    monkeypatch.setattr(serving, "UNITS", tmp_path)
    monkeypatch.setattr(serving.service_of, "__defaults__", (lambda _: Answer(0, "ActiveState=failed"),))

    assert ask("service", "status").code == 7
    (tmp_path / "signboard.service").touch()
    assert "failed" in ask("service", "status").out


def test_no_port_is_a_usage_error(ask: Ask) -> None:
    """Nothing to install, nothing to keep running."""
    assert ask("service", "install", "--print").code == 2
    assert ask("service", "run").code == 2
