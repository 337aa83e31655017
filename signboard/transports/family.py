"""The table of transports: one line per kind of address, by the scheme in front of `://` (`serial` where none stands).

A member is called with the whole address, the baud rate and the home folder, and returns a closed transport.
"""

from pathlib import Path
from typing import Protocol

from signboard.registry import Registry
from signboard.transports.base import Transport

__all__ = ["TRANSPORTS", "TransportFactory"]


class TransportFactory(Protocol):
    """Makes a closed transport; opening is the link's business."""

    def __call__(self, url: str, baud: int, home: Path) -> Transport:
        """Make it. `home` is where virtual boards are registered."""


TRANSPORTS: Registry[TransportFactory] = Registry(
    "signboard.transports",
    {
        "serial": "signboard.transports.serial_port:serial_line",
        "socket": "signboard.transports.serial_port:serial_line",
        "rfc2217": "signboard.transports.serial_port:serial_line",
        "loop": "signboard.transports.serial_port:serial_line",
        "sim": "signboard.simulator.client:virtual_line",
    },
)
