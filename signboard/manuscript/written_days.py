"""Days as clerks write them: `15/11`, `15-11-23`, `từ ngày 15/11 đến hết ngày 15/12/2026`, `15–30/11`, `cả tháng 11`.

The day stands before the month, as people write here; where only the other order exists (`11/15/2026`) that is taken
and told. Everything found is a proposal: nothing raises, what no calendar has becomes a finding.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from signboard.campaign.days import parse_day, write_day
from signboard.campaign.period import DayOfYear, Period
from signboard.errors import N_, InputError
from signboard.manuscript.bare import bare
from signboard.manuscript.result import Finding, Verdict

__all__ = ["Found", "find_period", "ordered", "period_in_file_name", "read_period", "serial_day", "with_year"]

Day = date | DayOfYear

_LEAP_YEAR = 2000
_MONTHS = 12
_LONGEST = 1_000
"""Characters that are looked at: days stand in short cells and headings."""
_CENTURY = 2000
_SHORT_YEAR = 2
"""Digits, in `15/11/26`."""
_PAIR = 2
_SERIALS = range(36_526, 73_051)
"""Excel's numbers of the days of 2000 to 2099."""
_SERIAL_ZERO = date(1899, 12, 30)

_MONTH_WORDS = {
    "muoi mot": 11, "muoi hai": 12, "mot": 1, "gieng": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6,
    "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
}  # fmt: skip
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_YEAR = r"(?:\s*,?\s*nam\s+(\d{4})(?!\d))?"
_BEFORE = r"(?<![\d/])(?<!\d[.])"
_ISO_FORM = re.compile(_BEFORE + r"(?<!\d-)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT_FORM = re.compile(r"(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)")
_NUMBER_FORMS = (
    re.compile(_BEFORE + r"(\d{1,2})\s*/\s*(\d{1,2})(?:\s*/\s*(\d{4}|\d{2})(?!\d)|(?!\d|\s*/\s*\d)" + _YEAR + ")"),
    re.compile(_BEFORE + r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2})(?!\d)|(?!\d|[./]\d)" + _YEAR + ")"),
    re.compile(_BEFORE + r"(\d{1,2})-(\d{1,2})(?:-(\d{4})(?!\d)|-(\d{2})(?![-\d])|(?![-\d]|[-./]\d)" + _YEAR + ")"),
    re.compile(
        r"(?<!\d)(?<!tuan )(?<!dot )(?<!lan )(?<!quy )(\d{1,2})\s*,?\s+thang\s+(\d{1,2}|"
        + "|".join(_MONTH_WORDS)
        + r")\b(?:\s*[/,.-]?\s*(?:nam\s+)?(\d{4})(?!\d)|(?!\d))()"
    ),
    re.compile(r"(?<!\d)(\d{1,2})[\s-]+(" + "|".join(_ENGLISH) + r")[a-z]*\.?(?:[\s,-]+(\d{4}|\d{2})(?!\d)|(?!\d))()"),
)
_MONTH_FORMS = (
    re.compile(
        r"\b(?:thang|t)\s*(\d{1,2}|"
        + "|".join(_MONTH_WORDS)
        + r")\b(?:\s*(?:nam|[/.-])\s*(\d{4})(?!\d)|(?!\s*/?\s*\d))"
    ),
    re.compile(r"(?<![\d/.-])(\d{1,2})\s*[/-]\s*(\d{4})(?![\d/-])"),
)
_JOINT = re.compile(
    r"\s*(?:,?\s*(?:den|toi)\b|->|=>|\u2192|-+|~|\u00f7|\bto\b|\buntil\b)\s*"
    r"(?:het\s*)?(?:\d{1,2}\s*(?:gio|h|g|:)\s*(?:\d\d)?\s*(?:phut\s*)?,?\s*)?(?:ngay\s*)?(?:cuoi\s*)?:?\s*"
)
_DAY_ALONE = re.compile(r"(?<![\d/.])(?<!\d-)(\d{1,2})" + _JOINT.pattern + "$")
_FROM = re.compile(r"\b(?:tu|bat dau|from|ke tu)\s*(?:ngay|thang)?\s*:?\s*$")
_SEVERAL = re.compile(r"\d\s*(?:,|;|\+|&|\bva\b)\s*(?:ngay\s*)?$")
_UNTIL = re.compile(r"(?:\b(?:den|toi|until|to|truoc)|->|-)\s*(?:het\s*)?(?:ngay\s*)?:?\s*$")
_WHOLE = re.compile(r"(?:\b(?:ca|trong|suot|toan|thoi gian|chay)\b[\s:]*(?:ca\s+)?)$")
_PART_OF_MONTH = re.compile(r"\b(?:tuan|dau|giua|cuoi|nua|sau|truoc|thu|dot)\b[\s\w]{0,20}$")
_IN_DAY = re.compile(
    r"\b(?:trong|vao|chay|duy nhat)\s+(?:dung\s+)?(?:ngay\s*)?:?\s*$"
    r"|^(?:\W*)lich (?:chay|phat|dang|treo|hien thi|trinh chieu)(?: \w+){0,5}\s+ngay\s*:?\s*$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """Days that a text states.

    Attributes:
        first_day: None where it states no beginning, or one that does not exist.
        last_day: likewise the end, which is part of it.
        place: first index and index after the last, in the composed text.
        findings: what is wrong with them, or uncertain.
    """

    first_day: Day | None
    last_day: Day | None
    place: tuple[int, int]
    findings: tuple[Finding, ...] = ()

    @property
    def period(self) -> Period | None:
        """Both days; None where one is missing or they cannot belong together."""
        if self.first_day is None or self.last_day is None:
            return None
        return ordered(self.first_day, self.last_day)[0]


@dataclass(frozen=True, slots=True)
class _Written:
    """Digits that look like a day; `month` 0 for the first of `15-30/11`."""

    day: int
    month: int
    year: int | None
    start: int
    end: int


def find_period(text: str) -> Found | None:
    """The days that a heading or a sentence gives to what follows it.

    Only a span (`từ … đến …`, `15/11 - 15/12`), one day that says it is the only one (`trong ngày 20/11`) or a whole
    month (`cả tháng 11`) counts: other days in prose are those of documents, and spans outside this century history.
    """
    plain = bare(text[:_LONGEST])
    days = _days(plain)
    found = _span(plain, days) or _month(plain, days, asked_for=True)
    if found is None:
        lone = next((day for day in days if _IN_DAY.search(plain[: day.start])), None)
        found = _from_pair(lone, lone) if lone else None
    return None if found and any("year" in finding.fields for finding in found.findings) else found


def read_period(text: str) -> Found | None:
    """The days in a cell that is there for days: a lone day is that day alone, `từ 15/11` has no end.

    None where it states no days at all (blank, `cả đợt`).
    """
    plain = bare(text[:_LONGEST])
    days = _days(plain)
    if not days:
        return _serial(plain) or _month(plain, days, asked_for=False)
    if len(days) == _PAIR and plain[days[0].end : days[1].start].isspace():  # one below the other
        return _from_pair(*days)
    found = _span(plain, days)
    if found:
        return found
    if len(days) > 1 or _SEVERAL.search(plain[: days[0].start]):
        return Found(None, None, (days[0].start, days[-1].end), (_unread(text),))
    before = plain[: days[0].start].removesuffix("ngay ").rstrip()
    if _UNTIL.search(plain[: days[0].start]) and not _FROM.search(before):
        return _from_pair(None, days[0])
    return _from_pair(days[0], None if _FROM.search(plain[: days[0].start]) else days[0])


def period_in_file_name(name: str) -> Found | None:
    """The days in a file's name: `khau-hieu-tu-15-11-2026-den-15-12-2026.docx`, `KH_15.11-15.12.2026.xlsx`.

    `place` is that in the name without its suffix.
    """
    stem = name.rpartition(".")[0] or name
    plain = re.sub(r"(?<=[^\W\d])[-_.]|[-_.](?=[^\W\d])", " ", bare(stem[:_LONGEST]))
    for one in (plain.replace("_", " "), plain.replace("_", "-"), plain.replace("_", "~")):
        found = find_period(one)
        if found and found.period:
            return found
    return None


def serial_day(number: float) -> date | None:
    """The day that Excel's number stands for (base 1900), if it lies in this century: 46341 is 15/11/2026."""
    return _SERIAL_ZERO + timedelta(days=int(number)) if int(number) in _SERIALS else None


def ordered(first_day: Day, last_day: Day) -> tuple[Period | None, tuple[Finding, ...]]:
    """The period of two days, or what is wrong with it; a year that only one of them has is the other's too."""
    if isinstance(first_day, DayOfYear) and isinstance(last_day, date):
        is_same = (first_day.month, first_day.day) <= (last_day.month, last_day.day)
        first_day = _on(first_day, last_day.year - (not is_same))
    elif isinstance(first_day, date) and isinstance(last_day, DayOfYear):
        is_same = (first_day.month, first_day.day) <= (last_day.month, last_day.day)
        last_day = _on(last_day, first_day.year + (not is_same))
    if isinstance(first_day, date) and isinstance(last_day, date) and last_day < first_day:
        wrong = Finding(
            "end_before_start",
            Verdict.STOP,
            N_("The end {last} lies before the start {first}; correct one of them."),
            {"first": write_day(first_day), "last": write_day(last_day)},
        )
        return None, (wrong,)
    return Period(first_day, last_day), ()


def with_year(period: Period, near: date) -> Period:
    """Days without a year in the year that brings them nearest to a day; others as they are."""
    if not isinstance(period.first_day, DayOfYear) or not isinstance(period.last_day, DayOfYear):
        return period
    first, last = period.first_day, period.last_day
    spans = [(_on(first, year), _on(last, year + (last < first))) for year in range(near.year - 1, near.year + 2)]
    first_day, last_day = min(spans, key=lambda span: max((span[0] - near).days, (near - span[1]).days, 0))
    return Period(first_day, last_day)


def _on(day: DayOfYear, year: int) -> date:
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def _days(plain: str) -> list[_Written]:
    """Everything that looks like a day, left to right, none within another."""
    taken: list[_Written] = []
    for one in sorted(_candidates(plain), key=lambda one: (one.start, -one.end)):
        if not taken or one.start >= taken[-1].end:
            taken.append(one)
    return taken


def _candidates(plain: str) -> Iterator[_Written]:
    for found in _ISO_FORM.finditer(plain):
        yield _Written(int(found[4]), int(found[3]), int(found[1]), found.start(), found.end())
    for found in _COMPACT_FORM.finditer(plain):
        yield _Written(int(found[3]), int(found[2]), int(found[1]), found.start(), found.end())
    for form in _NUMBER_FORMS:
        for found in form.finditer(plain):
            year = next(filter(None, found.groups()[2:]), None)
            yield _Written(int(found[1]), _month_number(found[2]), _full_year(year), found.start(), found.end())


def _month_number(written: str) -> int:
    if written.isdigit():
        return int(written)
    return _MONTH_WORDS.get(written) or _ENGLISH.index(written) + 1


def _full_year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) + (_CENTURY if len(written) == _SHORT_YEAR else 0)


def _span(plain: str, days: list[_Written]) -> Found | None:
    """The first two days that a dash or `đến` joins."""
    for index, last in enumerate(days):
        before = days[index - 1] if index else None
        if before and _JOINT.fullmatch(plain[before.end : last.start]):
            return _from_pair(before, last)
        alone = _DAY_ALONE.search(plain, before.end if before else 0, last.start)
        if alone and last.month:
            return _from_pair(_Written(int(alone[1]), last.month, last.year, alone.start(), alone.end(1)), last)
    return None


def _month(plain: str, days: list[_Written], *, asked_for: bool) -> Found | None:
    """A whole month, or from one month to another; in prose only where it says so."""
    found = [
        one
        for form in _MONTH_FORMS
        for one in form.finditer(plain)
        if not any(day.start < one.end() and one.start() < day.end for day in days)
    ]
    found.sort(key=lambda one: one.start())
    if not found or (asked_for and not _WHOLE.search(plain[: found[0].start()])):
        return None
    if re.search(r"\bngay[\s.\u2026_]*$", plain[: found[0].start()]):  # `ngày    tháng 11`: a day to be filled in
        return None
    if _PART_OF_MONTH.search(plain[: found[0].start()]):
        place = (found[0].start(), found[-1].end())
        return None if asked_for else Found(None, None, place, (_unread(plain),))
    last = found[0]
    if len(found) > 1 and _JOINT.fullmatch(plain[found[0].end() : found[1].start()]):
        last = found[1]
    first_month, last_month = _month_number(found[0][1]), _month_number(last[1])
    last_year = _full_year(last[2])
    days_in_it = calendar.monthrange(last_year or 2001, last_month)[1] if 1 <= last_month <= _MONTHS else 1
    return _from_pair(
        _Written(
            1, first_month, _full_year(found[0][2]) or (last_year if last is not found[0] else None), *found[0].span()
        ),
        _Written(days_in_it, last_month, last_year, *last.span()),
    )


def _serial(plain: str) -> Found | None:
    found = re.fullmatch(r"\s*(\d{5})(?:[.,]0+)?\s*", plain)
    day = serial_day(int(found[1])) if found else None
    return Found(day, day, (0, len(plain))) if day else None


def _from_pair(first: _Written | None, last: _Written | None) -> Found:
    """Two written days on the calendar; the findings say what it does not have."""
    ends = [one for one in (first, last) if one]
    place = (min(one.start for one in ends), max(one.end for one in ends))
    if first is last and first:
        day, findings = _on_calendar(first)
        return Found(day, day, place, findings)
    first_day, wrong_first = _on_calendar(first) if first else (None, ())
    last_day, wrong_last = _on_calendar(last) if last else (None, ())
    if first_day is None or last_day is None:
        return Found(first_day, last_day, place, (*wrong_first, *wrong_last))
    period, wrong_order = ordered(first_day, last_day)
    if period:
        first_day, last_day = period.first_day, period.last_day
    return Found(first_day, last_day, place, (*wrong_first, *wrong_last, *wrong_order))


def _on_calendar(written: _Written) -> tuple[Day | None, tuple[Finding, ...]]:
    year = "" if written.year is None else f"/{written.year:04}"
    try:
        return parse_day(f"{written.day}/{written.month}{year}"), ()
    except InputError as error:
        if written.month > _MONTHS >= written.day and written.year is not None:
            turned, wrong = _on_calendar(_Written(written.month, written.day, written.year, written.start, written.end))
            return turned, wrong or (_turned(written, turned),)
        return None, (Finding(error.code, Verdict.STOP, error.template, error.fields),)


def _turned(written: _Written, day: Day | None) -> Finding:
    as_written = f"{written.day:02}/{written.month:02}/{written.year}"
    return Finding(
        "day_month_swap",
        Verdict.LOOK,
        N_("{written} has the month before the day; it was read as {read}. Check it."),
        {"written": as_written, "read": write_day(day) if day else ""},
    )


def _unread(text: str) -> Finding:
    return Finding(
        "days_unread",
        Verdict.LOOK,
        N_("No first and last day can be read from '{written}'; write them as 15/11/2026 - 15/12/2026."),
        {"written": " ".join(text.split())},
    )
