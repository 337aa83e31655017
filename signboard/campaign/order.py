"""Order: what people put above the calendar for a stretch that always ends. Pure.

An override shows its own text, a blank darkens the board, a special day (mourning, Earth hour, Tết, saving power) rests
some campaigns, narrows their hours, or brings its own text. When its time is over everything returns by itself, because
`due` asks for the orders of the instant and remembers nothing.
"""

from dataclasses import dataclass
from datetime import datetime

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import HourWindow

__all__ = [
    "ALL",
    "BLANK",
    "EARTH_HOUR",
    "FESTIVE",
    "KINDS",
    "MOURNING",
    "NONE",
    "ORDINARY",
    "OVERRIDE",
    "RESTS",
    "SAVING",
    "TET",
    "Order",
]

OVERRIDE, BLANK, MOURNING, EARTH_HOUR, TET, SAVING = "override", "blank", "mourning", "earth-hour", "tet", "saving"
KINDS = (OVERRIDE, BLANK, MOURNING, EARTH_HOUR, TET, SAVING)

ALL, FESTIVE, ORDINARY, NONE = "all", "festive", "ordinary", "none"
RESTS = (ALL, FESTIVE, ORDINARY, NONE)
"""Who rests: everything, what is marked as festive (mourning), what is not marked so (Tết), nothing."""


@dataclass(frozen=True, slots=True)
class Order:
    """One order as the schedule needs it.

    Attributes:
        id: unique, made when it is given.
        kind: one of `KINDS`.
        since_at, until_at: aware instants, half-open; it always ends.
        campaigns: what plays meanwhile, all the time, above everything else; empty: no text of its own.
        rests: which campaigns rest meanwhile, one of `RESTS`.
        windows: where not empty, what does not rest is lit within these hours only.
        brightness_percent: at most so bright meanwhile; None: as planned.
        document: that orders it, as cited; may be empty.
        actor: who gave it.
    """

    id: str
    kind: str
    since_at: datetime
    until_at: datetime
    campaigns: tuple[Campaign, ...] = ()
    rests: str = ALL
    windows: tuple[HourWindow, ...] = ()
    brightness_percent: int | None = None
    document: str = ""
    actor: str = ""

    def holds_at(self, at: datetime) -> bool:
        """Is it in force at this instant?"""
        return self.since_at <= at < self.until_at

    def lets_play(self, *, is_festive: bool) -> bool:
        """May a campaign play under it, one that is marked as festive or one that is not? Its own texts always may."""
        return self.rests in {NONE, ORDINARY if is_festive else FESTIVE}
