"""Evidence levels of a showing, lowest to highest.

`read_back` is reserved: no protocol here reads a picture back, and a test asserts that no driver claims it.
"""

import enum

__all__ = ["Evidence"]


class Evidence(enum.IntEnum):
    """How sure we are that a picture stood on the board."""

    FAILED = 0
    SIMULATED = 1
    SENT = 2
    ACKED = 3
    READ_BACK = 4
