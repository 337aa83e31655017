"""The days and hours that a document states for all of its slogans, and the year that it is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from signboard.campaign.period import HourWindow, Period
from signboard.manuscript.sections import Choice
from signboard.manuscript.written_days import find_period, period_in_file_name, with_year
from signboard.manuscript.written_hours import find_hours

__all__ = ["FileDays", "days_of_file"]

_TIME_LABEL = re.compile(r"(?:[^:]{0,25}\b)?thời gian\b[^:]{0,40}:|^(?:từ|chạy|phát|treo|đợt)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"tháng hành động|thời gian|diễn ra|tuyên truyền|chạy|chiến dịch|tuần lễ|đợt|phát động|hiển thị", re.IGNORECASE
)
_YEAR = re.compile(r"năm\s*(20\d\d)\b|\b\d{1,2}[/.-]\d{1,2}[/.-](20\d\d)\b|\b(20\d\d)\b", re.IGNORECASE)
_UNFIT = ("recipients", "signature", "page")
_HOUR_LABEL = re.compile(r"(?:[^:]{0,30}\b)?(?:giờ|khung giờ|thời lượng|buổi|thời gian)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FileDays:
    """What holds for the whole file.

    Attributes:
        period: first and last day; None where it states none.
        windows: hours.
        year: that it is about; 0 where it does not say.
        today: the day on the wall, where a person said it.
    """

    period: Period | None = None
    windows: tuple[HourWindow, ...] = ()
    year: int = 0
    today: date | None = None

    def dated(self, period: Period | None) -> Period | None:
        """A period with the file's year, where it has none of its own."""
        if period is None or not period.is_yearly:
            return period
        first = period.first_day
        near = date(self.year, first.month, min(first.day, 28)) if self.year else self.today
        return with_year(period, near) if near else period


def days_of_file(choices: Sequence[Choice], file: str, today: date | None = None) -> FileDays:
    """The period, hours and year of a file, of all places where they may stand the one that says it best.

    Args:
        choices: its lines.
        file: its name, which may hold days.
        today: the day on the wall.
    """
    year = next(_years(choices), 0)
    days = FileDays(None, (), year, today)
    period = next(_periods(choices), None)
    if period is None:
        named = period_in_file_name(file)
        period = named.period if named else None
    return FileDays(days.dated(period), _windows(choices), year, today)


def _years(choices: Sequence[Choice]) -> Iterator[int]:
    for wanted in ("letterhead", "heading", "note"):
        for choice in choices:
            if choice.reason == wanted and not choice.entry.table:
                found = _YEAR.search(choice.entry.text)
                if found:
                    yield int(found[1] or found[2] or found[3])


def _lines(choices: Sequence[Choice]) -> Iterator[tuple[Choice, str]]:
    for choice in choices:
        if choice.entry.table is None and choice.reason not in _UNFIT and (choice.reason or choice.is_theme):
            yield choice, choice.entry.words


def _periods(choices: Sequence[Choice]) -> Iterator[Period]:
    lines = list(_lines(choices))
    given = {id(choice.found): choice.found for choice in choices if choice.texts}
    if len(given) > 1:
        lines = [(choice, words) for choice, words in lines if choice.found is None or id(choice.found) not in given]
    for fits in (_is_labelled, _is_title, _is_about, _is_any):
        for choice, words in lines:
            if fits(choice, words):
                found = find_period(words)
                if found and found.period:
                    yield found.period


def _is_labelled(_: Choice, words: str) -> bool:
    return bool(_TIME_LABEL.match(words))


def _is_title(choice: Choice, _: str) -> bool:
    return choice.reason in ("heading", "note")


def _is_about(_: Choice, words: str) -> bool:
    return bool(_ABOUT.search(words))


def _is_any(_: Choice, __: str) -> bool:
    return True


def _windows(choices: Sequence[Choice]) -> tuple[HourWindow, ...]:
    for choice, words in _lines(choices):
        found = find_hours(words) if choice.reason in ("heading", "prose") and _HOUR_LABEL.match(words) else None
        if found and found.windows:
            return tuple(sorted(found.windows))
    return ()
