"""Years that a slogan names: the years in which it may play, and whether its anniversary adds up.

A slogan that names a year of this century plays only in that year, for a stale year in public is worse than a slogan
less. What limits:

- a year in words or in a date: `năm 2024`, `25/11/2018`, `Giờ Trái đất 2022`; of several years, each of them;
- a span: every year of it (`năm học 2023-2024`, `giai đoạn 2021-2025`);
- an anniversary's span only its last year: `78 năm (02/9/1945 - 02/9/2023)` plays in 2023; a span that a term of
  office, a school year or a plan names is none, whatever is celebrated: `Chào mừng năm học 2026-2027`.

What does not: years before 2000 (history); goals (`đến năm 2030`, `tầm nhìn 2045`); the year in the name of a law
(`Luật Bình đẳng giới năm 2006`, `Nghị quyết số 29 năm 2013`); numbers inside codes (`ISO 9001:2015`, `1883/QĐ`).
"""

import functools
import re
from dataclasses import dataclass

__all__ = ["Anniversary", "NamedYears", "anniversary_of", "named_years"]

_FIRST_YEAR = 2000
_LONGEST_SPAN = 10

_DATE = r"(?:\d{1,2}\s?[/.-]\s?){0,2}"
_SPAN = re.compile(rf"(?<![\d/.:-]){_DATE}(1\d{{3}}|20\d\d)\s?[-\u2013\u2014]\s?{_DATE}(1\d{{3}}|20\d\d)(?![\d/])")
_YEAR = re.compile(r"(?:(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]|(?<![\d:.])(?<!\d[,-]))(20\d\d)(?![\d/]|[.,:-]\d)")
_GOAL = re.compile(r"(?:đến|tới|trước|tầm nhìn|mục tiêu|hướng tới)(?:\s+(?:hết|cuối|năm))*\s*$", re.IGNORECASE)
_LAW = re.compile(
    r"(?:hiến pháp|(?<!pháp\s)(?<!kỷ\s)luật|pháp lệnh|nghị quyết|nghị định|chỉ thị|công ước|quyết định|thông tư)"
    r"(?:(?!tháng\b|ngày\b|tuần\b|chiến dịch\b|phong trào\b)[^,;.!?()]){0,40}$",
    re.IGNORECASE,
)
_CODE = re.compile(r"\bsố\s*$", re.IGNORECASE)
_COUNT = re.compile(r"(\d{1,4})\s+năm\b(?!\s+\d{4})|\blần thứ\s+(\d{1,3})\b", re.IGNORECASE)
_CELEBRATION = re.compile(r"kỷ niệm|kỉ niệm|mừng|lần thứ", re.IGNORECASE)
_TERM = re.compile(
    r"(?:năm học|nhiệm k[ỳì]|niên kh[óo][áa]|kh[óo][áa]|giai đoạn|kế hoạch|chương trình|chiến lược|đề án|phương hướng)"
    r"[^,;.!?()\d]{0,24}(?:\d{1,2} năm)?[\s(,:]*$",
    re.IGNORECASE,
)
_ADDED_UP = re.compile(r"\d+ năm\b|lần thứ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedYears:
    """What a text says about years.

    Attributes:
        playing: the only years in which it plays, ascending; empty: every year.
        certain: False where a person should look: a bare year, or one that was taken for a law's.
    """

    playing: tuple[int, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class Anniversary:
    """`78 năm (1945-2023)`: what is stated and what the two years give."""

    stated: int
    first_year: int
    last_year: int

    @property
    def adds_up(self) -> bool:
        """Is the number of years right?"""
        return self.last_year - self.first_year == self.stated


@functools.lru_cache(1024)
def named_years(text: str) -> NamedYears:
    """The years in which a slogan may play, as the rule at the top of this module says."""
    playing: set[int] = set()
    certain = True
    rest = list(text)
    for span in _SPAN.finditer(text):
        playing.update(_years_of_span(int(span[1]), int(span[2]), is_counted=_is_anniversary(text, span)))
        rest[span.start() : span.end()] = " " * (span.end() - span.start())
    remaining = "".join(rest)
    for found in _YEAR.finditer(remaining):
        before = remaining[: found.start(1)]
        limits, sure = _weigh(before)
        certain = certain and sure
        if limits:
            playing.add(int(found[1]))
    return NamedYears(tuple(sorted(playing)), certain)


def _is_anniversary(text: str, span: re.Match[str]) -> bool:
    """Is the span counted up to its last year, rather than lived through?"""
    if _TERM.search(text[: span.start()]) or not _ADDED_UP.search(text):
        return False
    return bool(_CELEBRATION.search(text)) or int(span[2]) - int(span[1]) > _LONGEST_SPAN


def _years_of_span(first: int, last: int, *, is_counted: bool) -> range:
    if last < _FIRST_YEAR or last < first:
        return range(0)
    if is_counted or first < _FIRST_YEAR:
        return range(last, last + 1)
    return range(first, last + 1)


def _weigh(before: str) -> tuple[bool, bool]:
    """Does a year after these words limit the slogan, and is that certain?"""
    if _GOAL.search(before):
        return False, True
    if _LAW.search(before) or _CODE.search(before):
        return False, False
    return True, bool(re.search(r"(?:năm|[/.-])\s*$", before, re.IGNORECASE))


def anniversary_of(text: str) -> Anniversary | None:
    """The anniversary that a text states together with its two years; None where it states none.

    Only a text with exactly one span of years and one count of years can be checked; a short span without a word of
    celebration is a plan's (`5 năm 2021-2025` counts both ends) and is not.
    """
    spans = [span for span in _SPAN.finditer(text) if not _TERM.search(text[: span.start()])]
    counts = [int(years or nth) for years, nth in _COUNT.findall(text)]
    if len(spans) != 1 or len(counts) != 1:
        return None
    first_year, last_year = map(int, spans[0].groups())
    if last_year - first_year <= _LONGEST_SPAN and not _CELEBRATION.search(text):
        return None
    return Anniversary(counts[0], first_year, last_year)
