"""Ballast: room on the disk that is given back when the disk is full.

The disk of a small computer fills by what others write. A person who is told of it needs time: in the large room the
log is written for some days more; the small one is for urgent acts alone, so that a board can still be darkened, a
text withdrawn, another one ordered.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from signboard.errors import SignboardError

__all__ = ["BALLAST_BYTES", "RESERVE_BYTES", "Ballast", "reserve_of", "room_of", "with_room"]

BALLAST_BYTES = 20 << 20
"""For rows of the log: those of a week."""
RESERVE_BYTES = 1 << 20
"""For urgent acts, which take a few thousand bytes each."""
_PIECE_BYTES = 1 << 16
_ENOUGH, _ENOUGH_FOR_RESERVE = 10, 4
"""Laid only where so many times its size is free."""

Answer = TypeVar("Answer")


class Ballast:
    """The file that holds the room.

    Args:
        home: the folder of the store.
        size_bytes: how much.
        name: of the file.
        enough: it is laid only where so many times its size is free.
    """

    def __init__(
        self, home: Path, size_bytes: int = BALLAST_BYTES, name: str = "ballast", enough: int = _ENOUGH
    ) -> None:
        self._path = home / name
        self._size_bytes = size_bytes
        self._enough = enough

    def lay(self) -> bool:
        """Take the room, where there is plenty; is it held now?"""
        with suppress(OSError):  # a disk that refuses has no room to hold
            if self._path.is_file() and self._path.stat().st_size >= self._size_bytes:
                return True
            if shutil.disk_usage(self._path.parent).free < self._size_bytes * self._enough:
                return False
            self._write()
            return True
        self.free()
        return False

    def free(self) -> bool:
        """Give the room back; was there any?"""
        try:
            self._path.unlink()
        except OSError:  # none was held, or it cannot be given back: nothing is won by either
            return False
        return True

    def free_piece(self) -> bool:
        """Give a little of the room back; was there any?"""
        with suppress(OSError):
            left = self._path.stat().st_size - _PIECE_BYTES
            if left > 0:
                os.truncate(self._path, left)
                return True
        return self.free()

    def _write(self) -> None:
        with self._path.open("wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, self._size_bytes)
                return
            for _block in range(self._size_bytes >> 16):
                file.write(bytes(1 << 16))


def reserve_of(home: Path) -> Ballast:
    """The room for urgent acts."""
    return Ballast(home, RESERVE_BYTES, "reserve", _ENOUGH_FOR_RESERVE)


def room_of(home: Path) -> tuple[Ballast, Ballast]:
    """All that is held while a board plays: first what the log may take, then what is for urgent acts alone."""
    return Ballast(home), reserve_of(home)


def with_room(home: Path, act: Callable[[], Answer]) -> Answer:
    """Do an urgent act; on a full disk it gets what it needs of the room that is held.

    Args:
        home: the folder of the store.
        act: done again from its beginning as often as the disk is full.

    Raises:
        SignboardError: as `act`; `disk_full` only where no room is left.
    """
    while True:
        try:
            return act()
        except SignboardError as error:
            if error.code != "disk_full" or not (reserve_of(home).free_piece() or Ballast(home).free()):
                raise
