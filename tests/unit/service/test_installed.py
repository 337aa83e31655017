"""The system's own programs, played by doubles: what is asked of them, and what their refusals become."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from signboard.errors import NotRunningError, RefusedError
from signboard.service.installed import Answer, State, SystemdUnit, WindowsTask, ask_system


class System:
    """Answers as told, and remembers what it was asked."""

    def __init__(self, answers: dict[str, Answer] | None = None) -> None:
        self.asked: list[str] = []
        self.files: list[bytes] = []
        self._answers = answers or {}

    def __call__(self, command: Sequence[str]) -> Answer:
        """One program."""
        line = " ".join(command)
        self.asked.append(line)
        self.files += [Path(word).read_bytes() for word in command if word.endswith(".xml")]
        return next((answer for part, answer in self._answers.items() if part in line), Answer(0, ""))


DENIED = Answer(1, "Access denied")


def test_a_unit_is_written_enabled_and_started(tmp_path: Path) -> None:
    """And taken out again, so that no trace is left."""
    system = System()
    unit = SystemdUnit(tmp_path, system)
    unit.install("[Unit]\n")

    assert (tmp_path / "signboard.service").read_bytes() == b"[Unit]\n"
    assert [line.split()[1] for line in system.asked] == ["daemon-reload", "enable", "restart"]
    assert unit.remove()
    assert list(tmp_path.iterdir()) == []
    assert not unit.remove()


@pytest.mark.parametrize("refused", ["daemon-reload", "enable", "restart"])
@pytest.mark.parametrize("before", [None, b"old"])
def test_a_refusal_leaves_what_was_there(tmp_path: Path, refused: str, before: bytes | None) -> None:
    """Nothing is half installed; exit code 4."""
    file = tmp_path / "signboard.service"
    if before:
        file.write_bytes(before)
    with pytest.raises(RefusedError) as caught:
        SystemdUnit(tmp_path, System({refused: DENIED})).install("[Unit]\n")

    assert (caught.value.code, caught.value.exit_code) == ("service_refused", 4)
    assert (file.read_bytes() if file.exists() else None) == before


def test_without_rights_nothing_is_asked_of_the_system(tmp_path: Path) -> None:
    """A folder that cannot be written: one sentence with the cure."""
    (tmp_path / "file").write_bytes(b"")
    system = System()
    with pytest.raises(RefusedError) as caught:
        SystemdUnit(tmp_path / "file", system).install("[Unit]\n")

    assert caught.value.code == "no_right"
    assert system.asked == []


def test_a_users_unit_is_the_users(tmp_path: Path) -> None:
    """Every line goes to the user's own systemd."""
    system = System()
    SystemdUnit(tmp_path, system, is_user=True).install("x")

    assert all(line.startswith("systemctl --user ") for line in system.asked)


def test_how_a_unit_is(tmp_path: Path) -> None:
    """Its own status line before systemd's word for it."""
    shown = "ActiveState=active\nUnitFileState=enabled\nStatusText=On the board: A=B\nNRestarts=3"
    unit = SystemdUnit(tmp_path, System({"show": Answer(0, shown)}))
    (tmp_path / "signboard.service").touch()

    assert unit.state() == State(True, True, "On the board: A=B", 3)
    dead = SystemdUnit(tmp_path / "none", System({"show": Answer(0, "ActiveState=inactive\nStatusText=")}))
    assert dead.state() == State(False, False, "inactive", None)


def test_a_task_is_registered_from_utf_16_and_started() -> None:
    """As schtasks wants it."""
    system = System()
    WindowsTask(system).install('<?xml version="1.0" encoding="UTF-16"?>\n<Task>Sở</Task>\n')

    assert [line.split()[1] for line in system.asked] == ["/Create", "/Run"]
    assert "Sở" in system.files[0].decode("utf-16")
    assert system.files[0][:2] in {b"\xff\xfe", b"\xfe\xff"}


def test_a_task_without_rights_is_refused() -> None:
    """One sentence with what Windows said."""
    with pytest.raises(RefusedError) as caught:
        WindowsTask(System({"/Create": Answer(1, "ERROR: Access is denied.\r\n")})).install("<Task/>")

    assert "Access is denied" in str(caught.value)


def test_how_a_task_is_and_its_end() -> None:
    """Running or not, and gone after removal."""
    csv = Answer(0, '"\\signboard","N/A","Running"')
    there = System({"/CSV": csv, "/FO": csv})
    assert WindowsTask(there).state() == State(True, True, "Running")
    assert WindowsTask(there).remove()
    assert [line for line in there.asked if "/Delete" in line]
    gone = System({"/Query": Answer(1, "ERROR: The system cannot find the file specified.")})
    assert not WindowsTask(gone).state().is_installed
    assert not WindowsTask(gone).remove()


def test_a_computer_without_the_program_says_what_to_do() -> None:
    """No systemctl here: keep the window open instead."""
    with pytest.raises(NotRunningError) as caught:
        ask_system(("no-such-program-anywhere",))

    assert caught.value.code == "no_service_system"


def test_a_program_is_asked_for_real() -> None:
    """Its code and what it printed on either stream."""
    program = "import sys; print('a'); print('b', file=sys.stderr); sys.exit(3)"

    assert ask_system((sys.executable, "-c", program)) == Answer(3, "a\nb")
