"""The rows of a table one after another: what stands above, in and below the list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Origin
from signboard.errors import N_
from signboard.manuscript.bare import bare_words
from signboard.manuscript.grid_blanks import once_merged
from signboard.manuscript.grid_days import NOTHING_STATED, Stated, stated_by, with_months
from signboard.manuscript.grid_head import Head, head_at
from signboard.manuscript.grid_remarks import REMARKS, marked_months, remarks_of, shown
from signboard.manuscript.grid_rows import (
    ends_list,
    is_ditto,
    is_group,
    is_title,
    is_total,
    noise_of,
    tidy_lines,
    words_of,
    written,
)
from signboard.manuscript.model import Cell, Paragraph, Row, Table
from signboard.manuscript.result import Finding, LeftOut, Verdict
from signboard.manuscript.topic import topic_of
from signboard.manuscript.written_days import Found, find_period, read_period
from signboard.manuscript.written_hours import find_hours

__all__ = ["Body", "Draft"]

_TIMED = ("first", "last", "days", "month", "length", "hours", "hour_first", "hour_last")
_TOLD = (*_TIMED, *REMARKS, "source")
"""Kinds of columns of which every item says what they hold."""
_LONGEST_NUMBER = 5
_YEAR = re.compile(r"\bnam (20\d\d)\b")
_ROMAN = re.compile(r"[IVX]{1,5}|[A-HĐ]")
_MOSTLY = 0.6
_LEAD = re.compile(r"(?:các )?(?:khẩu hiệu|thông điệp|nhóm|tuyên truyền|chủ đề|nội dung)\b", re.IGNORECASE)
_SHORT_WORDS = 12
_ONLY_DAYS = re.compile(r"(?:tu|den|het|ngay|ca|trong|thang|dot \d|tuan \d|thoi gian|chay|lich|\s)*")
_PAPER = ("letterhead", "recipients", "signature")


@dataclass(frozen=True, slots=True)
class Draft:
    """A line of a slogan cell, its days not yet compared with those of the other rows.

    Attributes:
        paragraph: as the file has it.
        row: which of `Body.stated` is its row's.
        period, windows: what the group above it says.
        remarks: findings of notes and the like.
        source: the document beside it.
    """

    paragraph: Paragraph
    row: int
    period: Period | None = None
    windows: tuple[HourWindow, ...] = ()
    remarks: tuple[Finding, ...] = ()
    source: str = ""


class Body:
    """Reads the rows of a table; everything in it is either a draft or left out.

    Args:
        table: for origins.
        file: its name.
        head: kinds of the columns; of a table without a heading those that were guessed.
        head_index: of the heading's first row among the rows; None where there is none.
        columns: indexes of the slogans' columns, the surest first where they are not alike.
    """

    def __init__(self, table: Table, file: str, head: Head, head_index: int | None, columns: Sequence[int]) -> None:
        self._table = table
        self._file = file
        self._head = head
        self._head_index = head_index
        self._columns = tuple(columns)
        self._passed: set[tuple[int, str]] = set()
        self._covering: dict[int, tuple[Cell, int]] = {}
        self._above: dict[int, Cell] = {}
        self._once_merged: frozenset[int] = frozenset()
        self._footer = ""
        self._numbered = False
        self._group: tuple[Period | None, tuple[HourWindow, ...]] = (None, ())
        self.drafts: list[Draft] = []
        self.stated: list[Stated] = []
        self.left_out: list[LeftOut] = []
        self.notices: list[Finding] = []
        self.period: Period | None = None
        self.windows: tuple[HourWindow, ...] = ()
        self.years: set[int] = set()

    def read(self, rows: Sequence[Row]) -> None:
        """All rows, in order."""
        self._numbered = self._are_numbered(rows)
        self._once_merged = once_merged(rows[(self._head_index or 0) + 1 :], self._head, self._columns, _TIMED)
        index = 0
        while index < len(rows):
            index += self._take(rows, index)

    def _take(self, rows: Sequence[Row], index: int) -> int:
        """One row; gives how many rows it took."""
        row = rows[index]
        if row.is_hidden:
            self._leave(row, "hidden")
            return 1
        if self._head_index is not None and index < self._head_index:
            self._take_title(row)
            return 1
        head = head_at(rows, index) if self._head_index is not None else None
        if index == self._head_index:
            head = head or self._head
        if head and (index == self._head_index or self._fits(head)):
            self._begin(head)
            for one in rows[index : index + head.depth]:
                self._leave(one, "table_head")
            return head.depth
        cells = self._whole(row)
        if self._is_slogan(row):
            self._take_slogans(row, cells)
        return 1

    def _begin(self, head: Head) -> None:
        """A heading, the first or one of a later page, which may have its columns in another order."""
        same = head.names == self._head.names
        self._head = head if head.columns("slogan") and not same else self._head
        columns = self._head.columns("slogan")
        if columns and not set(self._columns) & set(columns) and not same and self._drafts_begun():
            self._columns = columns[:1]
        self._footer = ""

    def _drafts_begun(self) -> bool:
        return bool(self.drafts)

    def _fits(self, head: Head) -> bool:
        return bool(head.columns("slogan")) or head.names == self._head.names

    # What is no slogan

    def _leave(self, row: Row, reason: str) -> None:
        raw = written(row)
        if raw:
            self.left_out.append(LeftOut(self._origin(row), raw, reason))

    def _origin(self, row: Row) -> Origin:
        return Origin(self._file, row.number, "row", self._table.name)

    def _take_title(self, row: Row) -> None:
        """A row above the heading: letterhead, title, the days of everything below."""
        texts = [words_of(cell) for cell in row.cells]
        reason = next(filter(None, map(noise_of, filter(None, texts))), "heading")
        self._take_years(reason, texts)
        if self._take_times(" ".join(filter(None, texts))) and reason == "heading":
            reason = "period"
        self._leave(row, reason)

    def _take_years(self, reason: str, texts: Sequence[str]) -> None:
        """The years that titles name; those of letters and plans that are cited are others."""
        if reason == "heading":
            self.years |= {int(year) for text in texts for year in _YEAR.findall(bare_words(text))}

    def _take_times(self, text: str) -> bool:
        found, hours = find_period(text), find_hours(text)
        if found and found.period:
            self.period = found.period
        if found:
            self.notices += found.findings
        if hours and hours.windows:
            self.windows = hours.windows
        return bool(found or (hours and hours.windows))

    def _take_group(self, row: Row, text: str) -> None:
        """A heading within the list; its days hold until the next one."""
        found, hours = find_period(text) or _days_alone(text), find_hours(text)
        self._group = (found.period if found else None, hours.windows if hours else ())
        if found:
            self.notices += found.findings
        self._leave(row, "heading")

    def _is_slogan(self, row: Row) -> bool:
        """Does the row hold one? If not, it is left out with its reason."""
        texts = [words_of(cell) for cell in row.cells]
        text = self._slogan_text(row)
        others = [one for index, one in enumerate(texts) if one and index not in self._columns]
        reason = self._reason(row, text, others)
        first = text or next(filter(None, texts), "")  # of a cell across the table that begins in the slogans' column
        if reason == "heading":
            self._take_group(row, first)
            self._take_years(reason if not self.drafts else "", texts)
        elif reason == "period":
            self._take_times(first)
            self._leave(row, reason)
        elif reason:
            self._leave(row, reason)
        return not reason

    def _slogan_text(self, row: Row) -> str:
        cells = ((column, row.cells[column]) for column in self._columns if column < len(row.cells))
        texts = (
            words_of(cell) for column, cell in cells if cell and cell.value is None and _keeps_to(row, cell, column)
        )
        return next(filter(None, texts), "")

    def _reason(self, row: Row, text: str, others: Sequence[str]) -> str:
        if not text:
            return self._reason_of_wordless(others or [words_of(cell) for cell in row.cells])
        if self._ends(text, others) or is_total([text]) or is_total(others[:1]):
            return self._footer or "total"
        if self._footer:
            return self._footer
        if not any(char.isalpha() for char in text):
            return "nothing_left"
        if not others and noise_of(text) in ("note", "page"):
            return "note"
        return self._reason_of_group(row, text, others) or self._reason_of_title(row, text, others)

    def _ends(self, text: str, others: Sequence[str]) -> bool:
        footer = "" if any(one.isdigit() for one in others[:1]) else ends_list([text])
        self._footer = footer or self._footer
        return bool(footer)

    def _reason_of_wordless(self, others: Sequence[str]) -> str:
        """A row without a slogan: heading, total, signature, or something beside nothing."""
        texts = [one for one in others if one]
        if not texts:
            return self._footer or "nothing_left"
        if is_total(texts):
            return "total"
        self._footer = ends_list(texts) or self._footer
        if self._footer:
            return self._footer
        if len(texts) > 1:
            return "note"
        noise = noise_of(texts[0])
        if noise or not any(char.isalpha() for char in texts[0]):
            return noise or "nothing_left"
        return "heading" if len(texts[0].split()) > 1 or is_group(texts[0]) else "note"

    def _reason_of_group(self, row: Row, text: str, others: Sequence[str]) -> str:
        number = self._number(row)
        if self._numbered and _ROMAN.fullmatch(number.strip(". )")) and not number.isdigit():
            return "heading"
        if number or any(self._is_timed(row)) or len(others) > bool(number):
            return ""
        if not others and _days_alone(text):
            return "heading"
        looks = text.isupper() or bool(_LEAD.match(text)) or text.endswith(":") or is_group(text)
        is_lead = looks and (self._numbered or text.endswith(":") or bool(re.match(r"[IVX]+[.)]", text)))
        return "heading" if is_lead and len(text.split()) <= _SHORT_WORDS and not text.endswith("!") else ""

    def _reason_of_title(self, row: Row, text: str, others: Sequence[str]) -> str:
        """Without a heading of columns: what papers have around their lists, and titles before the first slogan."""
        if self._head_index is not None:
            return ""
        lines = [line for cell in row.cells if cell for line in tidy_lines(cell)]
        noise = next((reason for reason in map(noise_of, lines) if reason in _PAPER), "")
        if noise or others:
            return noise
        noise = noise_of(text)
        if noise:
            return noise
        if find_period(text) and (is_title(text) or len(text.split()) <= _SHORT_WORDS):
            return "period"
        return "heading" if not self.drafts and (is_title(text) or topic_of(text) == "slogan") else ""

    # Slogans

    def _take_slogans(self, row: Row, cells: Sequence[Cell | None]) -> None:
        kinds = self._head.kinds
        timed = [(kinds[index], one) for index, one in enumerate(cells) if one and kinds.get(index) in _TIMED]
        stated = stated_by(timed) if timed else NOTHING_STATED
        self.stated.append(
            with_months(stated, marked_months(self._head, cells)) if "month" in kinds.values() else stated
        )
        source = next(
            (words_of(cells[index]) for index in self._head.columns("source") if cells[index : index + 1]), ""
        )
        remarks = (*self._carried(row), *remarks_of(self._head, cells))
        here = [cell for column in self._columns for cell in row.cells[column : column + 1] if cell]
        for paragraph in (paragraph for cell in here for paragraph in cell.paragraphs):
            if not any(char.isalpha() for char in paragraph.text) or is_ditto(paragraph.text):
                self._leave_line(paragraph)
            else:
                self.drafts.append(Draft(paragraph, len(self.stated) - 1, *self._group, remarks, source))
        self._pass_others(row)

    def _pass_others(self, row: Row) -> None:
        """Words of columns that are not read, each once."""
        for index, cell in enumerate(row.cells):
            kind = self._head.kinds.get(index, "")
            words = words_of(cell)
            told = kind in _TOLD or (
                kind == "number" and (len(words) <= _LONGEST_NUMBER or any(map(str.isdigit, words)))
            )
            if index in self._columns or told or not words or cell is None or cell.value is not None:
                continue
            if any(map(str.isalpha, words)) and not is_ditto(words) and (index, words) not in self._passed:
                self._passed.add((index, words))
                self.left_out += [
                    LeftOut(one.origin, one.text, "other_column") for one in cell.paragraphs if one.text.strip()
                ]

    def _leave_line(self, paragraph: Paragraph) -> None:
        if paragraph.text.strip():
            self.left_out.append(LeftOut(paragraph.origin, paragraph.text, "nothing_left"))

    def _carried(self, row: Row) -> Iterator[Finding]:
        cells = [cell for index, cell in enumerate(row.cells) if index in self._once_merged]
        if any(cell is not None and cell.value is None and not cell.text.strip() for cell in cells):
            template = N_(
                "Its days and hours are those of a row above, for the blank cells seem to have been merged with it; if "
                "they are others, write them into its own row."
            )
            yield Finding("days_carried", Verdict.OK, template)

    def _whole(self, row: Row) -> list[Cell | None]:
        """The cells that hold for a row: its own, those that cover it from above or from the left, those it repeats."""
        whole: list[Cell | None] = []
        reach: tuple[Cell, int] | None = None
        for index, cell in enumerate(row.cells):
            if cell is not None:
                reach = (cell, index + cell.columns)
                for covered in range(index, index + cell.columns):
                    self._covering[covered] = (cell, row.number + cell.rows)
            over = self._covering.get(index)
            found = cell
            if found is None and reach and index < reach[1]:
                found = reach[0]
            elif found is None and over and row.number < over[1]:
                found = over[0]
            whole.append(self._resolved(index, found))
        return whole

    def _resolved(self, index: int, cell: Cell | None) -> Cell | None:
        """`nt` in a column of days or notes stands for the cell above, as a blank does that was merged with it."""
        if cell is None or index in self._columns:
            return cell
        if index in self._once_merged and cell.value is None and not cell.text.strip():
            return self._above.get(index)
        if cell.value is None and is_ditto(cell.text):
            return self._above.get(index)
        self._above[index] = cell
        return cell

    def _is_timed(self, row: Row) -> Iterator[bool]:
        for index in self._head.columns(*_TIMED):
            cell = row.cells[index] if index < len(row.cells) else None
            yield cell is not None and (cell.value is not None or bool(cell.text.strip()))

    def _number(self, row: Row) -> str:
        cells = [row.cells[index] for index in self._head.columns("number") if index < len(row.cells)]
        return next((shown(cell) for cell in cells if cell), "")

    def _are_numbered(self, rows: Sequence[Row]) -> bool:
        """Has nearly every row with a slogan its number in a column for that?"""
        below = rows[(self._head_index or 0) + 1 :]
        filled = [row for row in below if self._slogan_text(row) and not row.is_hidden]
        numbers = [self._number(row).strip(". )") for row in filled]
        counted = sum(number.isdigit() for number in numbers)
        return counted > 0 and counted >= sum(not _ROMAN.fullmatch(number) for number in numbers) * _MOSTLY


def _keeps_to(row: Row, cell: Cell, column: int) -> bool:
    """A cell that spans the whole table is a heading even where it begins in the slogans' column."""
    return column > 0 or cell.columns <= 1 or cell.columns < len(row.cells) or len(row.cells) <= 1


def _days_alone(text: str) -> Found | None:
    """A line of the slogans' column that says nothing but when: `Tháng 11`, `Từ 15/11 đến 30/11:`."""
    found = read_period(text) if len(text.split()) <= _SHORT_WORDS else None
    rest = bare_words(text[: found.place[0]] + " " + text[found.place[1] :]) if found else text
    return found if _ONLY_DAYS.fullmatch(rest) else None
