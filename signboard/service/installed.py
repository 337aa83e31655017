"""The service as the operating system knows it: put in, taken out, asked how it is, through the system's own programs.

On Linux systemctl, on Windows schtasks. What they refuse becomes one sentence; nothing is half installed.
"""

import csv
import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from signboard.errors import N_, NotRunningError, RefusedError, SignboardError
from signboard.files import write_atomically

__all__ = ["NAME", "UNITS", "Answer", "Ask", "State", "SystemdUnit", "WindowsTask", "ask_system", "own_units"]

NAME = "signboard"
UNITS = Path("/etc/systemd/system")
"""Where the unit files of the computer's administrator lie."""
_LONGEST_S = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program of the system said."""

    code: int
    text: str


Ask = Callable[[Sequence[str]], Answer]


@dataclass(frozen=True, slots=True)
class State:
    """How the service is.

    Attributes:
        is_installed: it starts with the computer.
        is_running: it runs now.
        detail: in the system's words, or in ours from its status line.
        restarts: how often it was started again; None: nobody counts.
    """

    is_installed: bool
    is_running: bool
    detail: str = ""
    restarts: int | None = None


def ask_system(command: Sequence[str]) -> Answer:
    """Run a program of the system.

    Raises:
        NotRunningError: `no_service_system`, this computer has no such program.
    """
    try:
        run = subprocess.run(  # noqa: S603 - the system's own programs, no shell
            list(command), capture_output=True, encoding="utf-8", errors="replace", timeout=_LONGEST_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotRunningError(
            N_(
                "{program} cannot be used on this computer, so no service can be installed; keep the board going with "
                "signboard service run instead."
            ),
            code="no_service_system",
            program=command[0],
        ) from error
    return Answer(run.returncode, (run.stdout + run.stderr).strip())


def own_units(environ: Mapping[str, str] = os.environ) -> Path:
    """Where an account's own unit files lie."""
    return Path(environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"


class SystemdUnit:
    """A unit of systemd.

    Args:
        folder: of unit files.
        ask: runs programs.
        is_user: `systemctl --user`.
    """

    def __init__(self, folder: Path, ask: Ask = ask_system, *, is_user: bool = False) -> None:
        self.path = folder / f"{NAME}.service"
        self._ask = ask
        self._systemctl = ("systemctl", "--user") if is_user else ("systemctl",)

    def install(self, text: str) -> None:
        """Write the unit, start it now and with the computer.

        Raises:
            RefusedError: `no_right`, `service_refused`; the unit is as it was before.
        """
        before = self.path.read_bytes() if self.path.is_file() else None
        try:
            write_atomically(self.path, text.encode())
        except OSError as error:
            raise _no_right(str(self.path)) from error
        try:
            self._must("daemon-reload")
            self._must("enable", NAME)
            self._must("restart", "--no-block", NAME)
        except SignboardError:
            if before is None:
                self._take_away()
            else:
                write_atomically(self.path, before)
            raise

    def remove(self) -> bool:
        """Stop it and take it out; was there any?

        Raises:
            RefusedError: `no_right`, `service_refused`.
        """
        if not self.path.is_file():
            return False
        self._must("disable", "--now", NAME)
        self._take_away()
        self._must("daemon-reload")
        return True

    def state(self) -> State:
        """How it is."""
        wanted = ("ActiveState", "UnitFileState", "StatusText", "NRestarts")
        answer = self._ask((*self._systemctl, "show", NAME, *(f"--property={name}" for name in wanted)))
        found = dict(line.split("=", 1) for line in answer.text.splitlines() if "=" in line)
        restarts = found.get("NRestarts", "")
        return State(
            self.path.is_file(),
            found.get("ActiveState") == "active",
            found.get("StatusText") or found.get("ActiveState") or answer.text,
            int(restarts) if restarts.isdigit() else None,
        )

    def _must(self, *words: str) -> None:
        answer = self._ask((*self._systemctl, *words))
        if answer.code:
            raise _refused(answer)

    def _take_away(self) -> None:
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise _no_right(str(self.path)) from error


class WindowsTask:
    """A task of the Task Scheduler.

    Args:
        ask: runs programs.
    """

    def __init__(self, ask: Ask = ask_system) -> None:
        self._ask = ask

    def install(self, text: str) -> None:
        """Register the task and start it.

        Raises:
            RefusedError: `service_refused`.
        """
        with TemporaryDirectory() as folder:
            file = Path(folder) / f"{NAME}.xml"
            file.write_text(text, encoding="utf-16", newline="\r\n")
            self._must("/Create", "/TN", NAME, "/XML", str(file), "/F")
        self._must("/Run", "/TN", NAME)

    def remove(self) -> bool:
        """Stop it and take it out; was there any?

        Raises:
            RefusedError: `service_refused`.
        """
        if not self.state().is_installed:
            return False
        with suppress(RefusedError):  # it may not run
            self._must("/End", "/TN", NAME)
        self._must("/Delete", "/TN", NAME, "/F")
        return True

    def state(self) -> State:
        """How it is; the scheduler's words are those of the Windows on this computer."""
        answer = self._ask(("schtasks", "/Query", "/TN", NAME, "/XML"))
        if answer.code:
            return State(is_installed=False, is_running=False, detail=answer.text)
        listed = self._ask(("schtasks", "/Query", "/TN", NAME, "/FO", "CSV", "/NH"))
        words = next(csv.reader(listed.text.splitlines()), [])
        detail = words[-1] if words else ""
        return State(is_installed=True, is_running=detail in {"Running", "Đang chạy"}, detail=detail)

    def _must(self, *words: str) -> None:
        answer = self._ask(("schtasks", *words))
        if answer.code:
            raise _refused(answer)


def _no_right(path: str) -> RefusedError:
    return RefusedError(
        N_(
            "You may not write {path}; run the same line with sudo, or install the service for your account alone: "
            "signboard service install --user."
        ),
        code="no_right",
        path=path,
    )


def _refused(answer: Answer) -> RefusedError:
    return RefusedError(
        N_(
            "The system refuses: {detail}. Run the same line as administrator (Linux: with sudo); nothing was "
            "installed."
        ),
        code="service_refused",
        detail=" ".join(answer.text.split())[:300].rstrip("."),
    )
