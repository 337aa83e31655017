"""Plain text: one slogan a line.

Lines that start with # are comments; a block of them is the source of the slogans below it, until the next block. Blank
lines part nothing. A line `Từ ngày 15/11/2026 đến ngày 15/12/2026` or `Từ 15/11 đến 15/12` states the period, a
line `Giờ: 06:00-22:00` the hours (both may stand behind # or `Thời gian:`). Headings (`I. …`, `Phụ lục …`, lines that
end with a colon) and lines of list marks alone are left out and shown.
"""

import hashlib
import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from signboard.campaign.days import parse_day, parse_hours, write_day
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import MOST_CHARACTERS, Origin, Slogan
from signboard.errors import N_, InputError, ProblemsError, SignboardError
from signboard.manuscript.model import NOTHING_ASKED, Asked
from signboard.manuscript.proof import proof_read, proof_together
from signboard.manuscript.result import Finding, ImportResult, Item, LeftOut, Verdict
from signboard.text.clean import clean_line, tidy_line
from signboard.text.letters import letters_of
from signboard.text.lines import Line, read_lines
from signboard.text.years import named_years

__all__ = ["MOST_BYTES", "MOST_LINES", "read"]

T = TypeVar("T")

MOST_BYTES = 2_000_000
MOST_LINES = 2_000
_READINGS = 3

_SOURCE_LABEL = re.compile(r"(?:nguồn|source)\s*:\s*", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:thời gian\s*:?\s*)?từ\s+(?:ngày\s+)?([\d/.-]+?)\s+đến\s+(?:hết\s+)?(?:ngày\s+)?([\d/.-]+?)[.;]?", re.IGNORECASE
)
_HOURS = re.compile(r"(?:khung giờ|giờ|hours)\s*:\s*(\d.*?)[.;]?", re.IGNORECASE)
_HEADING = re.compile(r"[IVX]+[.)]\s.*|(?:phụ lục|danh mục|danh sách|nhóm \d).*|.*:", re.IGNORECASE)
_ROMAN = re.compile(r"[ivx]+[.)]\s.*")


def read(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> ImportResult:
    """The slogans in a text file.

    Args:
        raw: the whole content.
        file: its name without folders.
        asked: `encoding`, what a person says its bytes are.

    Raises:
        InputError: `empty`, `binary`, `not_utf8`, `not_in_encoding`, `too_large`, `no_slogans`.
        UsageError: `unknown_member`: there is no such encoding.
        ProblemsError: every line about days or hours that is wrong: `bad_day`, `no_such_day`, `mixed_days`,
            `end_before_start`, `bad_hours`.
    """
    if len(raw) > MOST_BYTES:
        raise _too_large(file)
    lines = read_lines(raw, file, asked.encoding)
    if len(lines) > MOST_LINES:
        raise _too_large(file)
    sheet = _Sheet(file)
    for number, line in enumerate(lines, 1):
        sheet.take(Origin(file, number), line)
    return sheet.result(hashlib.sha256(raw).hexdigest())


def _too_large(file: str) -> InputError:
    return InputError(
        N_("{file} is too large for a list of slogans: up to {lines} lines and {bytes} bytes; split it."),
        code="too_large",
        file=file,
        lines=MOST_LINES,
        bytes=MOST_BYTES,
    )


class _Sheet:
    """What was read so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.items: list[Item] = []
        self.left_out: list[LeftOut] = []
        self.problems: list[SignboardError] = []
        self.period: Period | None = None
        self.windows: list[HourWindow] = []
        self.source = ""
        self.in_comment = False
        self.seen: dict[str, int] = {}
        self.encodings: set[str] = set()

    def take(self, origin: Origin, source: Line) -> None:
        if len(source.text) > MOST_CHARACTERS:
            self._take_long(origin, source)
            return
        raw, line = source.raw, tidy_line(source.text).text
        if not line:
            return
        comment = line.startswith("#")
        words = line.lstrip("# ") if comment else line
        if self._is_about_days(origin, words):
            self.left_out.append(LeftOut(origin, raw, "hours" if _HOURS.fullmatch(words) else "period"))
        elif comment:
            self._take_comment(words)
            self.left_out.append(LeftOut(origin, raw, "comment"))
        else:
            self._take_slogan(origin, source)
        self.in_comment = comment

    def _take_long(self, origin: Origin, source: Line) -> None:
        """A line longer than any slogan: its beginning is shown, and nothing else is done with it."""
        beginning = tidy_line(source.text[:MOST_CHARACTERS]).text
        if beginning.startswith("#"):
            self.left_out.append(LeftOut(origin, source.raw, "comment"))
        elif beginning:
            self.items.append(Item(Slogan(beginning, self.source, origin), source.raw, (), proof_read(source.text)))

    def _is_about_days(self, origin: Origin, words: str) -> bool:
        period, hours = _PERIOD.fullmatch(words), _HOURS.fullmatch(words)
        if period:
            self._take_period(origin, period[1], period[2])
        for part in hours[1].split(",") if hours else ():
            window = self._attempt(origin, parse_hours, part)
            self.windows += [window] if window else []
        return bool(period or hours)

    def _take_period(self, origin: Origin, first: str, last: str) -> None:
        first_day, last_day = self._attempt(origin, parse_day, first), self._attempt(origin, parse_day, last)
        if isinstance(first_day, DayOfYear) and isinstance(last_day, date):
            dated = f"{first_day.day}/{first_day.month}/{_year_before(first_day, last_day)}"
            first_day = self._attempt(origin, parse_day, dated)
        if first_day is not None and last_day is not None:
            period = Period(first_day, last_day)
            self.period = self._attempt(origin, lambda _: _checked(period), "")

    def _attempt(self, origin: Origin, parse: Callable[[str], T], written: str) -> T | None:
        try:
            return parse(written)
        except InputError as error:
            self.problems.append(
                InputError(
                    N_("{file}, line {line}: {problem}"),
                    code=error.code,
                    file=origin.file,
                    line=origin.line,
                    problem=error,
                )
            )
            return None

    def _take_comment(self, words: str) -> None:
        words = _SOURCE_LABEL.sub("", words, count=1) if _SOURCE_LABEL.match(words) else words
        self.source = f"{self.source} {words}".strip() if self.in_comment else words

    def _take_slogan(self, origin: Origin, source: Line) -> None:
        cleaned = clean_line(source.text)
        if not cleaned.text or _is_heading(tidy_line(source.text).text):
            self.left_out.append(LeftOut(origin, source.raw, "heading" if cleaned.text else "nothing_left"))
            return
        slogan = Slogan(cleaned.text, self.source, origin, named_years(cleaned.text).playing)
        found = (*self._letters(source), *proof_read(cleaned.text), *self._repeats(slogan.text, origin.line))
        changes = ("encoding", *cleaned.changes) if source.encoding else cleaned.changes
        self.items.append(Item(slogan, source.raw, changes, found))

    def _letters(self, source: Line) -> tuple[Finding, ...]:
        """How the letters of a line were read, where that was not as Unicode: told once, asked until it is clear."""
        if not source.sure:
            said = " \u00b7 ".join(
                f"{one.encoding or 'utf-8'}: {one.text.strip()}" for one in source.readings[:_READINGS]
            )
            return (
                Finding(
                    "encoding_unclear",
                    Verdict.STOP,
                    N_(
                        "It is not clear how its letters are written ({readings}); load it again and name the encoding."
                    ),
                    {"readings": said},
                ),
            )
        if not source.encoding or source.encoding in self.encodings:
            return ()
        self.encodings.add(source.encoding)
        return (
            Finding(
                "encoding",
                Verdict.OK,
                N_("Read as {encoding} from here on; if letters are wrong, load it again and name the encoding."),
                {"encoding": source.encoding},
            ),
        )

    def _repeats(self, text: str, line: int) -> tuple[Finding, ...]:
        key = letters_of(text) or text
        first = self.seen.setdefault(key, line)
        if first == line:
            return ()
        return (
            Finding(
                "duplicate",
                Verdict.LOOK,
                N_("Line {first} says the same; delete one of them."),
                {"first": first},
            ),
        )

    def result(self, digest: str) -> ImportResult:
        if not self.items and not self.problems:
            self.problems.append(
                InputError(
                    N_("{file} holds no slogan, only headings and comments; write one slogan a line."),
                    code="no_slogans",
                    file=self.file,
                )
            )
        if self.problems:
            raise ProblemsError(self.problems)
        return ImportResult(
            self.file,
            digest,
            proof_together(self.items),
            tuple(self.left_out),
            self.period,
            tuple(sorted(self.windows)),
        )


def _is_heading(line: str) -> bool:
    return bool(_HEADING.fullmatch(line)) and not _ROMAN.fullmatch(line)


def _year_before(first: DayOfYear, last: date) -> int:
    """`Từ 15/11 đến 15/12/2026`: the year of a first day written without it."""
    return last.year if (first.month, first.day) <= (last.month, last.day) else last.year - 1


def _checked(period: Period) -> Period:
    first, last = period.first_day, period.last_day
    words = {"first": write_day(first), "last": write_day(last)}
    if isinstance(first, DayOfYear) != isinstance(last, DayOfYear):
        raise InputError(
            N_("{first} and {last} do not fit together; write the year on both or on none."), code="mixed_days", **words
        )
    if isinstance(first, date) and isinstance(last, date) and last < first:
        raise InputError(
            N_("The end {last} lies before the start {first}; correct one of them."), code="end_before_start", **words
        )
    return period
