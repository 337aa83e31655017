"""From an address to a transport: `COM3`, `/dev/…`, `socket://`, `rfc2217://`, `loop://`, `sim://NAME`."""

from pathlib import Path
from typing import Protocol, runtime_checkable

from signboard import files
from signboard.transports.base import Transport
from signboard.transports.family import TRANSPORTS
from signboard.transports.framing import Framing

__all__ = ["Framed", "is_virtual", "open_transport", "scheme_of"]


def scheme_of(url: str) -> str:
    """The word in front of `://` in lower case; `serial` for a plain port name."""
    scheme, mark, _ = url.partition("://")
    return scheme.lower() if mark else "serial"


def is_virtual(url: str) -> bool:
    """Is this a virtual board? Only `sim://NAME` is; every device path, COM name and socket counts as real."""
    return scheme_of(url) == "sim"


@runtime_checkable
class Framed(Protocol):
    """A transport that can have other framings than 8N1."""

    framing: Framing


def open_transport(url: str, baud: int, *, home: Path | None = None, framing: str = "8N1") -> Transport:
    """The transport for an address. It is *not open yet*: the link opens it, and opens it again after a failure.

    Args:
        url: the board's address.
        baud: speed of the line.
        home: where virtual boards are registered (None: SIGNBOARD_HOME or the platform's place).
        framing: data bits, parity and stop bits (`Capabilities.framing`), where the transport knows any.

    Raises:
        UsageError: `unknown_member`, a scheme that nobody registered.
    """
    factory = TRANSPORTS.load(scheme_of(url))
    transport = factory(url, baud, home if home is not None else files.home_dir())
    if isinstance(transport, Framed):
        transport.framing = Framing.parse(framing)
    return transport
