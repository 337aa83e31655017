"""From an address to a transport: `COM3`, `/dev/…`, `socket://`, `rfc2217://`, `loop://`, `sim://NAME`."""

from pathlib import Path

from signboard import files
from signboard.transports.base import Transport
from signboard.transports.family import TRANSPORTS

__all__ = ["is_virtual", "open_transport", "scheme_of"]


def scheme_of(url: str) -> str:
    """The word in front of `://` in lower case; `serial` for a plain port name."""
    scheme, mark, _ = url.partition("://")
    return scheme.lower() if mark else "serial"


def is_virtual(url: str) -> bool:
    """Is this a virtual board? Only `sim://NAME` is; every device path, COM name and socket counts as real."""
    return scheme_of(url) == "sim"


def open_transport(url: str, baud: int, *, home: Path | None = None) -> Transport:
    """The transport for an address. It is *not open yet*: the link opens it, and opens it again after a failure.

    Args:
        url: the board's address.
        baud: speed of the line.
        home: where virtual boards are registered (None: SIGNBOARD_HOME or the platform's place).

    Raises:
        UsageError: `unknown_member`, a scheme that nobody registered.
    """
    factory = TRANSPORTS.load(scheme_of(url))
    return factory(url, baud, home if home is not None else files.home_dir())
