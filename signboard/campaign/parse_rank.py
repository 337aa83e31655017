"""What a campaign file says of rank and share: level, weight, weekdays, festive, least passes an hour.

Levels and weekdays are written in either language: `level = "khẩn"` or `"emergency"`, `weekdays = ["thứ hai", "CN"]` or
`["mon", "sun"]`, also as a span, `"T2-T6"`.
"""

import re
from collections.abc import Mapping

from signboard.campaign.level import Level, parse_level
from signboard.campaign.reading import Reading
from signboard.campaign.skeleton import skeleton
from signboard.errors import N_, InputError

__all__ = ["MOST_PER_HOUR", "MOST_WEIGHT", "parse_weekdays", "read_count", "read_level", "read_weekdays"]

MOST_WEIGHT = 20
MOST_PER_HOUR = 360
"""One in ten seconds."""

_DAYS = (
    ("monday", "mon", "thuhai", "thu2", "t2", "hai"),
    ("tuesday", "tue", "thuba", "thu3", "t3", "ba"),
    ("wednesday", "wed", "thutu", "thu4", "t4", "tu"),
    ("thursday", "thu", "thunam", "thu5", "t5", "nam"),
    ("friday", "fri", "thusau", "thu6", "t6", "sau"),
    ("saturday", "sat", "thubay", "thu7", "t7", "bay"),
    ("sunday", "sun", "chunhat", "cn"),
)
_DAY_OF = {word: number for number, words in enumerate(_DAYS, 1) for word in words}
_ENDS = 2
_SPAN = re.compile(r"\s*[-\u2013\u2014]\s*|\s+(?:đến|to)\s+")


def parse_weekdays(written: str) -> tuple[int, ...]:
    """Days of the week, 1 (Monday) to 7 (Sunday), of one word or a span that may run over Sunday.

    Raises:
        InputError: `bad_weekday`.
    """
    ends = [_DAY_OF.get(skeleton(word)) for word in _SPAN.split(written.strip().lower())]
    first, last = ends[0], ends[-1]
    if first is None or last is None or len(ends) > _ENDS:
        raise InputError(
            N_("'{weekday}' is no day of the week; write thứ hai, T2 or mon, or a span as T2-T6."),
            code="bad_weekday",
            weekday=written,
        )
    return tuple((first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1))


def read_level(table: Mapping[str, object], reading: Reading) -> Level:
    """The level that a file states; that of campaigns where it states none. Notes `bad_level` and what `text` notes."""
    written = reading.text(table, "level", "level") if "level" in table else ""
    return (reading.attempt("level", parse_level, written) if written else None) or Level.CAMPAIGN


def read_weekdays(table: Mapping[str, object], reading: Reading, place: str) -> tuple[int, ...]:
    """The days of the week, in order; empty where none are stated. Notes `bad_weekday`, `empty_text`, `wrong_kind`."""
    if "weekdays" not in table:
        return ()
    stated = table["weekdays"]
    words = [stated] if isinstance(stated, str) else reading.value(table, "weekdays", list, place)
    if words == []:
        reading.tell(N_("{file}, {place}: it is empty; write it."), code="empty_text", place=place)
    days: set[int] = set()
    for number, item in enumerate(words or (), 1):
        here = f"{place} #{number}"
        word = reading.text({here: item}, here, here)
        days.update((reading.attempt(here, parse_weekdays, word) if word else None) or ())
    return tuple(sorted(days))


def read_count(table: Mapping[str, object], key: str, reading: Reading, place: str, most: int) -> int:
    """A whole number from 1; a weight that is not stated is 1, all else 0. Notes `bad_number`, `wrong_kind`."""
    silent = 1 if key == "weight" else 0
    if key not in table:
        return silent
    found = reading.value(table, key, int, place)
    if found is not None and not 1 <= found <= most:
        reading.tell(
            N_("{file}, {place}: {number} is no number from 1 to {most}; correct it."),
            code="bad_number",
            place=place,
            number=found,
            most=most,
        )
        return silent
    return silent if found is None else found
