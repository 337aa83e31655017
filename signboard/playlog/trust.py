"""Trust: how far the date and time of this computer may be believed."""

import enum

__all__ = ["Trust"]


class Trust(enum.IntEnum):
    """Higher is better. Rows of the play log carry it, so that a report can say which times are sure."""

    UNTRUSTED = 0
    """Certainly wrong, or nobody knows: before a known instant, or set by somebody without a source."""
    PLAUSIBLE = 1
    """After everything that is known, but no source confirmed it since this computer started."""
    TRUSTED = 2
    """Confirmed by a time source, by the board's own clock, or by a person."""
