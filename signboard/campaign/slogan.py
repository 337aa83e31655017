"""Slogan: the words people wrote, with where they came from. Its id is made of the cleaned text alone."""

import hashlib
from dataclasses import dataclass

from signboard.campaign.look import PLAIN, Look
from signboard.campaign.period import HourWindow, Period

__all__ = ["MOST_CHARACTERS", "Origin", "Slogan", "slogan_id"]

MOST_CHARACTERS = 1_000
"""Of one slogan; the longest of the official lists has 157. What is longer is no slogan and is not even laid out."""


def slogan_id(text: str) -> str:
    """Twelve hex digits of the SHA-256 of the cleaned (NFC) text: the same sentence has the same id everywhere."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a slogan was found, so that people can find it: line 7, paragraph 14, sheet "Khẩu hiệu" row 7.

    Attributes:
        file: its name, no folders.
        line: number of the line, paragraph or row, from 1.
        kind: what `line` counts: `line`, `paragraph`, `row`, `box` (paragraphs of text boxes).
        part: the sheet's name or the table's number, where `line` counts rows.
    """

    file: str
    line: int
    kind: str = "line"
    part: str = ""


@dataclass(frozen=True, slots=True)
class Slogan:
    """One slogan.

    Attributes:
        text: cleaned, NFC, never empty.
        source: the document that it comes from, as cited; empty where unknown.
        origin: where the importer found it.
        years: the only years in which it plays (a slogan that names a year); empty: every year.
        period: its own first and last day within the campaign's; None: as long as the campaign.
        windows: its own hours; empty: those of the campaign.
        look: how it is dressed on the board.
        weight: how many passes it gets in a round of its campaign, beside the others; 1 or more.
        least_per_hour: so many whole passes in every hour, where they fit; 0: as the weights give.
        weekdays: its own days of the week, 1 (Monday) to 7 (Sunday), within those of the campaign; empty: all of them.
    """

    text: str
    source: str = ""
    origin: Origin | None = None
    years: tuple[int, ...] = ()
    period: Period | None = None
    windows: tuple[HourWindow, ...] = ()
    look: Look = PLAIN
    weight: int = 1
    least_per_hour: int = 0
    weekdays: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """See `slogan_id`."""
        return slogan_id(self.text)

    @property
    def key(self) -> str:
        """What its message is filed under: the id, and the look's mark where it has a look.

        One sentence may stand in two campaigns of a bundle, red in one and with a picture in the other.
        """
        mark = self.look.mark
        return f"{self.id}-{mark}" if mark else self.id

    def plays_in(self, year: int) -> bool:
        """May it play in this year?"""
        return not self.years or year in self.years
