"""The table of protocols: one line per family."""

from signboard.protocols.spec import ProtocolSpec
from signboard.registry import Registry

__all__ = ["PROTOCOLS"]

PROTOCOLS: Registry[ProtocolSpec] = Registry(
    "signboard.protocols",
    {
        "bx5": "signboard.protocols.bx5:SPEC",
        "bx6": "signboard.protocols.bx6:SPEC",
        "bx5flash": "signboard.protocols.bx5flash:SPEC",
    },
)
