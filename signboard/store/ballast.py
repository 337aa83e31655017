"""Ballast: room on the disk that is given back when the disk is full, so that the log is written for some days more.

The disk of a small computer fills by what others write. A person who is told of it needs time; rows of a week fit
into this room.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

__all__ = ["BALLAST_BYTES", "Ballast"]

BALLAST_BYTES = 20 << 20
_ENOUGH = 10
"""Laid only where so many times its size is free."""


class Ballast:
    """The file that holds the room.

    Args:
        home: the folder of the store.
        size_bytes: how much.
    """

    def __init__(self, home: Path, size_bytes: int = BALLAST_BYTES) -> None:
        self._path = home / "ballast"
        self._size_bytes = size_bytes

    def lay(self) -> bool:
        """Take the room, where there is plenty; is it held now?"""
        with suppress(OSError):  # a disk that refuses has no room to hold
            if self._path.is_file() and self._path.stat().st_size >= self._size_bytes:
                return True
            if shutil.disk_usage(self._path.parent).free < self._size_bytes * _ENOUGH:
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

    def _write(self) -> None:
        with self._path.open("wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, self._size_bytes)
                return
            for _block in range(self._size_bytes >> 16):
                file.write(bytes(1 << 16))
