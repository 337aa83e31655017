"""What the link needs of a way to a board, whatever carries the bytes."""

from typing import Protocol, runtime_checkable

__all__ = ["Findable", "Transport", "may_be_there"]


class Transport(Protocol):
    """A byte pipe to one board. Every failure of the wire is a `LinkDownError`, whatever the library below raises.

    Attributes:
        name: the address as people wrote it, for messages and logs.
        baud: speed of the wire, 8N1 (10 bits a byte); 0 where nothing limits it.
    """

    name: str
    baud: int

    def open(self) -> None:
        """Open exclusively; harmless when open already."""

    def write(self, data: bytes) -> None:
        """Write all of it within a bounded time. After an error it is unknown what arrived."""

    def read(self, timeout_s: float) -> bytes:
        """Whatever has come, at least one byte, or b'' when the time is over."""

    def drop_input(self) -> None:
        """Forget received bytes that nobody has read."""

    def close(self) -> None:
        """Close at once; never raises, harmless when closed already."""


@runtime_checkable
class Findable(Protocol):
    """A transport that can tell cheaply whether its device is there; of others it is believed."""

    def is_there(self) -> bool:
        """Is it worth while to open? A stat, or less; never blocks, never raises."""


def may_be_there(transport: Transport) -> bool:
    """Is its device there, as far as it can tell?"""
    return not isinstance(transport, Findable) or transport.is_there()
