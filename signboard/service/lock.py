"""One player a board, and one supervisor: a lock of the system on a file, freed by the death of whoever holds it.

The file names the holder's process, for people; the lock alone decides.
"""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from signboard.errors import N_, BoardError
from signboard.files import lock_opened

__all__ = ["WATCHED", "BoardLock", "lock_names", "player_of", "watched_names"]

_PLAYED = N_(
    "Another signboard (process {pid}) plays on this board already; stop that one first. A service is stopped "
    "by signboard service remove, a window by Ctrl-C."
)
WATCHED = N_(
    "Another signboard service run (process {pid}) keeps this board playing already, so this one ends; there is "
    "nothing else to do. To end that one press Ctrl-C in its window, or take the service away (signboard service "
    "remove)."
)


class BoardLock:
    """Holds one or more lock files while the context lasts.

    Args:
        folder: where they lie; made when missing.
        names: see `lock_names`.
        refusal: the sentence for whoever finds it held, with the place `{pid}`.

    Raises:
        BoardError: `already_running`, with the process that plays; on entering.
    """

    def __init__(self, folder: Path, names: tuple[str, ...], refusal: str = _PLAYED) -> None:
        self._refusal = refusal
        self._paths = [folder / f"{name}.lock" for name in names]
        self._held: list[int] = []

    def __enter__(self) -> Self:
        try:
            for path in self._paths:
                self._take(path)
        except BaseException:
            self._let_go()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._let_go()

    def _take(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError:
            return  # a full disk holds up no picture; the port's own lock is left
        self._held.append(opened)
        try:
            lock_opened(opened)
        except BlockingIOError as error:
            raise self._already_running(path) from error
        except OSError:
            return  # a disk that knows no locks, such as some network's; the port's own lock is left
        with suppress(OSError):  # the number is for people
            os.lseek(opened, 0, os.SEEK_SET)
            os.ftruncate(opened, 0)
            os.write(opened, f"{os.getpid()}\n".encode())

    def _let_go(self) -> None:
        held, self._held = self._held, []
        for opened in held:
            os.close(opened)  # closing frees the lock on every system

    def _already_running(self, path: Path) -> BoardError:
        return BoardError(self._refusal, code="already_running", pid=_holder(path))


def _holder(path: Path) -> str:
    try:
        pid = path.read_text("ascii", "replace").strip()[:10]
    except OSError:  # the sentence is as true without the number
        pid = ""
    return pid or "?"


def player_of(folder: Path, url: str) -> str:
    """The process that plays on a port, as its lock says; empty: none of this home does.

    A network's port tells nobody who has it open, and a board that serves one caller at a time does not answer another.

    Args:
        folder: where the locks lie.
        url: the port.
    """
    (name,) = lock_names(url, (), is_virtual=True)
    path = folder / f"{name}.lock"
    try:
        opened = os.open(path, os.O_RDWR)
    except OSError:  # nobody ever played there
        return ""
    try:
        lock_opened(opened)
    except BlockingIOError:
        return _holder(path)
    except OSError:  # a disk that knows no locks tells nothing
        return ""
    finally:
        os.close(opened)
    return ""


def lock_names(url: str, board_ids: tuple[str, ...], *, is_virtual: bool) -> tuple[str, ...]:
    """The lock files of a line: its port, and on a real one the names under which its boards are written down.

    Args:
        url: the port; two names of one device are one port.
        board_ids: of the settings.
        is_virtual: any number of virtual boards may play at a time.
    """
    port = os.path.realpath(url) if url.startswith("/") else url.upper() if url.upper().startswith("COM") else url
    ports = ("port-" + "".join(letter if letter.isalnum() else "-" for letter in port).strip("-"),)
    return ports if is_virtual else ports + tuple(f"board-{board_id}" for board_id in sorted(board_ids))


def watched_names(url: str, board_ids: tuple[str, ...]) -> tuple[str, ...]:
    """The lock files of the supervisor of a line, beside those of the player that it starts.

    Args:
        url: the port.
        board_ids: of the settings.
    """
    return tuple(f"watched-{name}" for name in lock_names(url, board_ids, is_virtual=False))
