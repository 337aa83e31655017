"""A lock that ends with the process that holds it, however that ends; process numbers are used again, locks are not."""

import os
from pathlib import Path

from signboard.files import lock_opened

__all__ = ["Lock", "is_held"]


class Lock:
    """Holds a file until `release` or the end of the process.

    Args:
        path: the lock file; it is made where missing and stays behind, empty.

    Raises:
        BlockingIOError: somebody holds it.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            lock_opened(self._file)
        except OSError as error:
            self.release()
            raise BlockingIOError(str(path)) from error

    def release(self) -> None:
        """Let go; harmless when let go already."""
        held, self._file = self._file, None
        if held is not None:
            os.close(held)  # closing ends the lock on every system


def is_held(path: Path) -> bool:
    """Does anybody hold this lock?"""
    if not path.exists():
        return False
    try:
        Lock(path).release()
    except BlockingIOError:
        return True
    return False
