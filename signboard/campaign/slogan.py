"""Slogan: the words people wrote, with where they came from. Its id is made of the cleaned text alone."""

import hashlib
from dataclasses import dataclass

__all__ = ["MOST_CHARACTERS", "Origin", "Slogan", "slogan_id"]

MOST_CHARACTERS = 1_000
"""Of one slogan; the longest of the official lists has 157. What is longer is no slogan and is not even laid out."""


def slogan_id(text: str) -> str:
    """Twelve hex digits of the SHA-256 of the cleaned (NFC) text: the same sentence has the same id everywhere."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a slogan was found: a file's name (no folders) and a place in words that people can find (`line 7`)."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Slogan:
    """One slogan.

    Attributes:
        text: cleaned, NFC, never empty.
        source: the document that it comes from, as cited; empty where unknown.
        origin: where the importer found it.
        years: the only years in which it plays (a slogan that names a year); empty: every year.
    """

    text: str
    source: str = ""
    origin: Origin | None = None
    years: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """See `slogan_id`."""
        return slogan_id(self.text)

    def plays_in(self, year: int) -> bool:
        """May it play in this year?"""
        return not self.years or year in self.years
