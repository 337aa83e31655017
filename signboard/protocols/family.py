"""The table of protocols: one line per family."""

from signboard.protocols.spec import ProtocolSpec
from signboard.registry import Registry

__all__ = ["PROTOCOLS"]

PROTOCOLS: Registry[ProtocolSpec] = Registry(
    "signboard.protocols",
    {
        "hanover": "signboard.protocols.hanover:SPEC",
        "bx5": "signboard.protocols.bx5:SPEC",
        "bx6": "signboard.protocols.bx6:SPEC",
        "bx5flash": "signboard.protocols.bx5flash:SPEC",
        "cpower": "signboard.protocols.cpower:SPEC",
        "alfazeta": "signboard.protocols.alfazeta:SPEC",
        "mobitec": "signboard.protocols.mobitec:SPEC",
        "framework": "signboard.protocols.framework:SPEC",
        "adalight": "signboard.protocols.adalight:SPEC",
        "tpm2": "signboard.protocols.tpm2:SPEC",
        "zedmd": "signboard.protocols.zedmd:SPEC",
        "alpha": "signboard.protocols.alpha:SPEC",
    },
)
