"""Level: five named ranks of a campaign. Where campaigns overlap the highest level plays and the others wait."""

import enum

from signboard.campaign.skeleton import skeleton
from signboard.errors import N_, InputError

__all__ = ["Level", "parse_level"]


class Level(enum.IntEnum):
    """Higher cuts in on lower, at once; a lower one goes on by itself when the higher one is over.

    Within one level `Campaign.priority` ranks, and equals share the board by weight.
    """

    STANDBY = 1
    """Dự phòng: fills what nothing else lights, and is all that plays while nobody knows what day it is."""
    STANDING = 2
    """Thường trực: what an office shows all the year."""
    CAMPAIGN = 3
    """Chiến dịch: ordered for certain days."""
    CORRECTION = 4
    """Đính chính: what takes back something that was shown."""
    EMERGENCY = 5
    """Khẩn: storm, flood, fire. No special day rests it."""

    @property
    def code(self) -> str:
        """The stable English word, as in bundles and `--json`."""
        return self.name.lower()

    @property
    def vietnamese(self) -> str:
        """The word of campaign files."""
        return _VIETNAMESE[self]


_VIETNAMESE = {
    Level.EMERGENCY: "khẩn",
    Level.CORRECTION: "đính chính",
    Level.CAMPAIGN: "chiến dịch",
    Level.STANDING: "thường trực",
    Level.STANDBY: "dự phòng",
}
_NAMED = {skeleton(word): level for level in Level for word in (level.code, level.vietnamese)}


def parse_level(written: str) -> Level:
    """The level with this name, in either language, with or without its marks.

    Raises:
        InputError: `bad_level`.
    """
    found = _NAMED.get(skeleton(written))
    if found is None:
        raise InputError(
            N_("'{level}' is no level; there are, from the highest: {known}."),
            code="bad_level",
            level=written,
            known=", ".join(f"{level.vietnamese} ({level.code})" for level in reversed(Level)),
        )
    return found
