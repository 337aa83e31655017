"""One process a board: a lock of the operating system on a file, freed by the death of its holder, however it dies.

The file names the holder's process, for people; the lock alone decides.
"""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from signboard.errors import N_, BoardError
from signboard.files import lock_opened

__all__ = ["BoardLock", "lock_names"]


class BoardLock:
    """Holds one or more lock files while the context lasts.

    Args:
        folder: where they lie; made when missing.
        names: see `lock_names`.

    Raises:
        BoardError: `already_running`, with the process that plays; on entering.
    """

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
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
            raise _already_running(path) from error
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


def _already_running(path: Path) -> BoardError:
    try:
        pid = path.read_text("ascii", "replace").strip()[:10]
    except OSError:  # the sentence is as true without the number
        pid = ""
    return BoardError(
        N_(
            "Another signboard (process {pid}) plays on this board already; stop that one first. A service is stopped "
            "by signboard service remove, a window by Ctrl-C."
        ),
        code="already_running",
        pid=pid or "?",
    )


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
