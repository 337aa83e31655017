"""Beside: work in a thread of its own while the boards play, from the beginning to the end of a `with` block."""

import threading
from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self

from signboard.errors import N_, SignboardError

__all__ = ["UNFORESEEN", "Beside", "unforeseen"]

UNFORESEEN = "unexpected"
"""The code of an error that nobody foresaw."""


def unforeseen(error: Exception) -> SignboardError:
    """What work beside the loop tells instead of ending unseen: a fault of ours is told and tried again like any other.

    Args:
        error: one that nobody foresaw; one that is meant to be told stays what it is.
    """
    if isinstance(error, SignboardError):
        return error
    return SignboardError(
        N_("This should not have happened ({kind}: {detail}); it is tried again by itself. Please report it."),
        code=UNFORESEEN,
        kind=type(error).__name__,
        detail=str(error),
    )


class Beside(ABC):
    """Base of whatever works beside the loop; use it as a context manager.

    Work that hangs holds up nobody: its end is waited for within bounds, and its thread keeps no process alive.

    Args:
        name: of the thread, as the stacks of a stalled process show it.
        wait_s: how long its end is waited for; None: until it comes.
    """

    def __init__(self, name: str, wait_s: float | None) -> None:
        self._stop = threading.Event()
        self._wait_s = wait_s
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._finish()

    @abstractmethod
    def _work(self) -> None:
        """In the thread, once; over soon after `_stop` is set."""

    def _finish(self) -> None:
        """Tell the work to end, and wait for that."""
        self._stop.set()
        self._thread.join(self._wait_s)
