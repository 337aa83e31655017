"""Plain text: one slogan a line.

Lines that start with # are comments; a block of them is the source of the slogans below it, until the next block. A
line `Từ ngày 15/11/2026 đến ngày 15/12/2026` or `Từ 15/11 đến 15/12` states the period, a line `Giờ: 06:00-22:00` the
hours (both may stand behind # or `Thời gian:`). Every other line is judged as the lines of any document are (see
`signboard.manuscript.judge`): pasted letters, signatures and page furniture are left out and shown.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from signboard.campaign.days import parse_day, parse_hours, write_day
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import MOST_CHARACTERS, Origin
from signboard.errors import N_, InputError, ProblemsError, SignboardError
from signboard.importers.bounds import MOST_LINES, check_bounds, too_many_lines
from signboard.manuscript.judge import judge
from signboard.manuscript.model import NOTHING_ASKED, Asked, Manuscript, Paragraph
from signboard.manuscript.result import Finding, ImportResult, Item, LeftOut, Verdict
from signboard.text.clean import tidy_line
from signboard.text.lines import Line, read_lines

__all__ = ["MOST_BYTES", "read"]

T = TypeVar("T")

MOST_BYTES = 2_000_000
_ENOUGH_LINES = 2
_READINGS = 3

_BREAK = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Ends of lines and pages that editors do not number: as office programs and web pages leave them in a text."""
_SOURCE_LABEL = re.compile(r"(?:nguồn|source)\s*:\s*", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:thời gian\s*:?\s*)?từ\s+(?:ngày\s+)?([\d/.-]+?)\s+đến\s+(?:hết\s+)?(?:ngày\s+)?([\d/.-]+?)[.;]?", re.IGNORECASE
)
_HOURS = re.compile(r"(?:khung giờ|giờ|hours)\s*:\s*(\d.*?)[.;]?", re.IGNORECASE)
_HASHTAG = re.compile(r"#[^\W\d]\w*(?:\s+#|\s*$)")


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
    check_bounds(raw, file, MOST_LINES)
    lines = read_lines(raw, file, asked.encoding)
    filled = sum(bool(line.text.strip()) for line in lines)
    if filled > MOST_LINES:
        raise too_many_lines(file, filled)
    sheet = _Sheet(file, asked.encoding)
    for number, line in enumerate(lines, 1):
        for piece in _BREAK.split(line.text):
            sheet.take(Origin(file, number), replace(line, text=piece))
    return sheet.result(hashlib.sha256(raw).hexdigest(), asked)


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

    def __init__(self, file: str, told_encoding: str = "") -> None:
        self.file = file
        self.paragraphs: list[Paragraph] = []
        self.lines: dict[int, Line] = {}
        self.sources: dict[int, str] = {}
        self.left_out: list[LeftOut] = []
        self.problems: list[SignboardError] = []
        self.period: Period | None = None
        self.windows: list[HourWindow] = []
        self.source = ""
        self.in_comment = False
        self.encodings: set[str] = set()
        self.told_encoding = told_encoding

    def take(self, origin: Origin, source: Line) -> None:
        raw, line = source.raw, tidy_line(source.text[:MOST_CHARACTERS]).text
        if not line:
            return
        comment = line.startswith("#") and not _HASHTAG.match(line)
        words = line.lstrip("# ") if comment else line
        if self._is_about_days(origin, words):
            self.left_out.append(LeftOut(origin, raw, "hours" if _HOURS.fullmatch(words) else "period"))
        elif comment:
            self._take_comment(words)
            self.left_out.append(LeftOut(origin, raw, "comment"))
        else:
            self.lines[origin.line] = source
            self.sources[origin.line] = self.source
            self.paragraphs.append(Paragraph(source.text, origin, encoding=source.encoding))
        self.in_comment = comment

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

    def result(self, digest: str, asked: Asked) -> ImportResult:
        """What was read, judged.

        Raises:
            ProblemsError: every problem.
        """
        try:
            judged = judge(Manuscript(self.file, digest, tuple(self.paragraphs)), asked)
        except InputError as error:
            raise ProblemsError(self.problems or [error]) from error
        if self.problems:
            raise ProblemsError(self.problems)
        return replace(
            judged,
            items=tuple(map(self._item, judged.items)),
            left_out=tuple(sorted((*self.left_out, *judged.left_out), key=lambda left: left.origin.line)),
            period=self.period or judged.period,
            windows=tuple(sorted(self.windows)) or judged.windows,
        )

    def _item(self, item: Item) -> Item:
        """With the source of its comment, its line as it stands, and how its letters were read."""
        origin = item.slogan.origin
        if origin is None:
            return item
        source = self.sources[origin.line] or item.slogan.source
        raw = "\n".join(self.lines[origin.line + number].raw for number in _joined(item, self.lines))
        findings = (*self._letters(self.lines[origin.line]), *item.findings)
        return replace(item, slogan=replace(item.slogan, source=source), raw=raw, findings=findings)

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
        if self.told_encoding:
            return (Finding("encoding", Verdict.OK, N_("Read as {encoding}, as told."), {"encoding": source.encoding}),)
        if source.encoding == "tcvn3" and self._has_no_capital():
            template = N_(
                "Read as {encoding}, and no line has a capital: it was probably written in a font of capitals, as "
                ".VnTimeH; if it was, load it again with --encoding {capitals}."
            )
            fields = {"encoding": source.encoding, "capitals": "tcvn3-upper"}
            return (Finding("encoding_capitals", Verdict.LOOK, template, fields),)
        return (
            Finding(
                "encoding",
                Verdict.OK,
                N_("Read as {encoding} from here on; if letters are wrong, load it again and name the encoding."),
                {"encoding": source.encoding},
            ),
        )

    def _has_no_capital(self) -> bool:
        """Is none of several lines of these codes begun with a capital?"""
        texts = [line.text for line in self.lines.values() if line.encoding == "tcvn3"]
        return len(texts) >= _ENOUGH_LINES and all(text == text.lower() for text in texts)


def _joined(item: Item, lines: Mapping[int, Line]) -> Iterator[int]:
    """The lines that an item was joined of, counted from its first."""
    first = item.slogan.origin.line if item.slogan.origin else 0
    return (number for number in range(item.raw.count("\n") + 1) if first + number in lines)


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
