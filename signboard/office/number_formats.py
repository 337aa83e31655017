"""Which numbers of a spreadsheet are days and times: those whose format shows one (ECMA-376, part 1, 18.8.30)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

__all__ = ["BASE_1900", "BASE_1904", "PLAIN_LOOK", "CellLook", "look_of", "timed"]

BASE_1900, BASE_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - days of a calendar, in no zone

_DATE_FORMATS = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58))
_TIME_FORMATS = frozenset((*range(18, 23), 32, 33, 34, 35, 45, 46, 47, 55, 56))
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]|general', re.IGNORECASE)
_LAST_SERIAL = 2_958_466
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class CellLook:
    """What the look of a cell says about what it holds.

    Attributes:
        has_day, has_time: its number is shown as a day, as a time of the day, or both.
        font: of its letters.
        is_struck: crossed out, which is left out as in a text.
    """

    has_day: bool = False
    has_time: bool = False
    font: str = ""
    is_struck: bool = False


PLAIN_LOOK = CellLook()


def look_of(number: int, formats: Mapping[int, str], font: str) -> CellLook:
    """The look of a cell.

    Args:
        number: of its format.
        formats: patterns of the formats that are not built in.
        font: of its letters.
    """
    if number not in formats:
        return CellLook(number in _DATE_FORMATS, number in _TIME_FORMATS, font)
    signs = _LITERAL.sub("", formats[number].partition(";")[0]).lower()
    has_time = "h" in signs or "s" in signs
    return CellLook("y" in signs or "d" in signs or ("m" in signs and not has_time), has_time, font)


def timed(number: float, look: CellLook, base: datetime) -> date | datetime | time | float:
    """The day or time that a number stands for, where its look shows one.

    Args:
        number: days since the base.
        look: of its cell.
        base: BASE_1900 or BASE_1904, as the workbook says.
    """
    if not (look.has_day or look.has_time) or not 0 <= number < _LAST_SERIAL:
        return number
    seconds = round((number % 1) * _DAY_S)
    if not look.has_day:
        return (base + timedelta(seconds=seconds % _DAY_S)).time() if number < 1 else number
    moment = base + timedelta(days=int(number), seconds=seconds)
    return moment if look.has_time and seconds else moment.date()
