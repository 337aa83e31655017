"""The host's way to a virtual board: `sim://NAME`, looked up anew at every opening, because boards come and go."""

from pathlib import Path

from signboard.errors import LinkDownError, NotRunningError
from signboard.simulator import directory
from signboard.transports import failure
from signboard.transports.base import Transport
from signboard.transports.framing import PLAIN
from signboard.transports.opening import open_transport

__all__ = ["VirtualLine", "virtual_line"]


class VirtualLine:
    """A transport to whatever port the named board has at the moment.

    Args:
        url: `sim://NAME`.
        baud: speed of the line.
        home: where virtual boards are registered.

    Attributes:
        framing: data bits, parity, stop bits; set it before opening.
    """

    def __init__(self, url: str, baud: int, home: Path) -> None:
        self.name = url
        self.baud = baud
        self.framing = PLAIN
        self._home = home
        self._inner: Transport | None = None

    def open(self) -> None:
        """Look the board up and open its port; harmless when open already.

        Raises:
            LinkDownError: nobody runs such a board now, or its port cannot be opened.
            UsageError: `bad_name`.
        """
        if self._inner is not None:
            return
        try:
            url = directory.resolve(self._home, self.name.partition("://")[2])
        except NotRunningError as error:  # for a link it is a line that is down for now
            down = LinkDownError(error.template, code=error.code, **error.fields)
            down.exit_code = error.exit_code
            raise down from error
        inner = open_transport(url, self.baud, home=self._home, framing=str(self.framing))
        inner.open()
        self._inner = inner

    @property
    def makes_parity(self) -> bool:
        """Did the port refuse the framing, so that parity is made by hand?"""
        return bool(getattr(self._inner, "makes_parity", False))

    def write(self, data: bytes) -> None:
        """Write all of it within a bounded time."""
        self._open_line().write(data)

    def read(self, timeout_s: float) -> bytes:
        """Whatever has come, at least one byte, or b'' when the time is over."""
        return self._open_line().read(timeout_s)

    def drop_input(self) -> None:
        """Forget received bytes that nobody has read."""
        self._open_line().drop_input()

    def close(self) -> None:
        """Close at once; the next opening looks the board up again."""
        inner, self._inner = self._inner, None
        if inner is not None:
            inner.close()

    def _open_line(self) -> Transport:
        if self._inner is None:
            raise failure.port_closed(self.name)
        return self._inner


def virtual_line(url: str, baud: int, home: Path) -> VirtualLine:
    """The factory that the family of transports names."""
    return VirtualLine(url, baud, home)
