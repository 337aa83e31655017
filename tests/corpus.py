"""Folders of clerks' files with an expected.json beside them, and how what was read compares with it.

The folder of the repository, and the one named by SIGNBOARD_IMPORTS where it is set.
"""

import json
import os
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from signboard.campaign.period import DayOfYear, Period
from signboard.errors import SignboardError
from signboard.importers.kind import read
from signboard.locale import language, lines, speak
from signboard.manuscript.model import Asked
from signboard.manuscript.result import ImportResult
from signboard.sandbox import read_apart

__all__ = ["FOLDERS", "OWN", "Case", "Compared", "compare", "said", "says"]

OWN = Path(__file__).parent / "data" / "imports" / "files"
FOLDERS = [OWN, *map(Path, filter(None, [os.environ.get("SIGNBOARD_IMPORTS")]))]
ASKED = Asked(today=date(2026, 10, 1))
"""The day on which the files are loaded, for days without a year."""


@dataclass(frozen=True)
class Case:
    """A file and what it is expected to hold, or what its refusal has to say."""

    path: Path
    items: tuple[dict[str, str], ...] = ()
    refusal: str = ""

    @staticmethod
    def all_of(folder: Path) -> list["Case"]:
        """Those that the folder's expected.json names."""
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        good = [Case(folder / name, tuple(found["items"])) for name, found in expected.get("files", {}).items()]
        return good + [Case(folder / name, (), words) for name, words in expected.get("broken", {}).items()]


@dataclass
class Compared:
    """How a file came out.

    Attributes:
        right: items of the right text, at the right place, with the right days.
        missing: expected and not there, or with other days.
        extra: there and not expected.
        refused: what was said instead of reading it.
    """

    right: int = 0
    missing: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    refused: str = ""

    def __str__(self) -> str:
        lines = [f"{self.right} right, {len(self.missing)} missing, {len(self.extra)} extra"]
        lines += [f"    refused: {self.refused}"] if self.refused else []
        lines += [f"    missing: {one}" for one in self.missing] + [f"    extra:   {one}" for one in self.extra]
        return "\n".join(lines)

    @property
    def is_right(self) -> bool:
        """Nothing missing, nothing extra."""
        return not self.missing and not self.extra


def compare(case: Case) -> Compared:
    """Read the file, and put what it gave beside what it was expected to give, in order."""
    try:
        result = read(case.path.read_bytes(), case.path.name, ASKED)
    except SignboardError as error:
        return Compared(0, [item["text"] for item in case.items], [], str(error))
    got = _described(result)
    compared = Compared()
    rest = list(got)
    for item in case.items:
        place = next(
            (index for index, (text, days) in enumerate(rest) if text == item["text"] and _fits(days, item)), None
        )
        if place is None:
            compared.missing.append(f"{item['text']} {item.get('first_day', '')} {item.get('last_day', '')}".strip())
        else:
            compared.right += 1
            compared.extra += [_told(one) for one in rest[:place]]
            del rest[: place + 1]
    compared.extra += [_told(one) for one in rest]
    return compared


def _described(result: ImportResult) -> list[tuple[str, Period | None]]:
    return [(item.slogan.text, item.period or result.period) for item in result.items]


def _told(found: tuple[str, Period | None]) -> str:
    text, days = found
    return f"{text} ({days.first_day} to {days.last_day})" if days else text


def _fits(days: Period | None, item: dict[str, str]) -> bool:
    """Are the days those that are expected? Nothing is asked where the file gives none."""
    if "first_day" not in item:
        return True
    if days is None:
        return False
    return _is_day(days.first_day, item["first_day"]) and _is_day(days.last_day, item["last_day"])


def _is_day(day: date | DayOfYear, written: str) -> bool:
    if isinstance(day, DayOfYear):
        return f"{day.month:02}-{day.day:02}" == written[-5:]
    return day.isoformat() == written


def said(case: Case) -> SignboardError | None:
    """The refusal of a file, read as the command reads it: apart; None where it was read."""
    try:
        read_apart(case.path.read_bytes(), case.path.name, ASKED)
    except SignboardError as error:
        return error
    return None


def says(error: SignboardError, words: str) -> bool:
    """Does a refusal say this, in English or in Vietnamese? The words as they stand, or each of the longer ones."""
    told = f"{error.code} {_spoken(error)}".casefold()
    wanted = words.casefold()
    return wanted in told or all(word in told for word in re.findall(r"\w{3,}", wanted))


def _spoken(error: SignboardError) -> str:
    """In both languages."""
    before = language()
    spoken: list[str] = []
    for tongue in ("en", "vi"):
        speak(tongue)
        spoken += lines(error)
    speak(before)
    return " ".join(spoken)
