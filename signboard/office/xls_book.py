"""Excel 97 to 2003 workbooks (.xls): every sheet's filled cells, with what Excel hides and the fonts of their letters.

Source: Microsoft's published [MS-XLS], 2.4, for BIFF8, which Excel has written since 1997. Written here because the
reader that is used for rarer formats reserves whatever memory a spoiled file asks for, and tells no fonts.
"""

import math
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from signboard.office.number_formats import BASE_1900, BASE_1904, PLAIN_LOOK, CellLook, look_of, timed
from signboard.office.refusals import damaged, encrypted_sheet, too_large
from signboard.office.sheet_draft import MOST_COLUMNS, DraftCell, SheetDraft, column_name
from signboard.office.xls_records import BIFF8, Record, Text, read_text, records, shared_texts

__all__ = ["read_xls"]

_BOF_AT_START = 0x0809
_FILEPASS, _DATEMODE, _FONT, _FORMAT, _XF, _BOUNDSHEET, _SST = 0x002F, 0x0022, 0x0031, 0x041E, 0x00E0, 0x0085, 0x00FC
_ROW, _COLINFO, _MERGEDCELLS = 0x0208, 0x007D, 0x00E5
_LABELSST, _LABEL, _RSTRING, _NUMBER, _RK, _MULRK = 0x00FD, 0x0204, 0x00D6, 0x0203, 0x027E, 0x00BD
_BOOLERR, _FORMULA, _STRING = 0x0205, 0x0006, 0x0207
_IS_HIDDEN_ROW, _IS_HIDDEN_COLUMN, _IS_HIDDEN_SHEET, _WORKSHEET = 0x20, 0x01, 0x03, 0
_NO_NUMBER = 0xFFFF
_MISSING_FONT = 4
"""Fonts are numbered 0 to 3 and from 5 on."""
_IS_STRUCK = 0x08
_CENT, _WHOLE = 0x01, 0x02
_MOST_SHEETS = 1_000


def read_xls(stream: bytes, file: str) -> list[SheetDraft]:
    """All sheets, in the order of the workbook.

    Args:
        stream: `Workbook` of the compound file.
        file: its name, for sentences.

    Raises:
        InputError: `damaged`, `encrypted`.
    """
    if not _is_biff8(stream):
        raise damaged(file)
    book = _Book()
    try:
        for record in records(stream, 0):
            if record.kind == _FILEPASS:
                raise encrypted_sheet(file)
            book.take(record)
        if len(book.sheets) > _MOST_SHEETS:
            raise too_large(file)
        return [_SheetReader(sheet, book).draft(stream) for sheet in book.sheets]
    except struct.error as error:
        raise damaged(file) from error


def _is_biff8(stream: bytes) -> bool:
    """Does it begin as workbooks since Excel 97 do?"""
    return stream[:2] == _BOF_AT_START.to_bytes(2, "little") and stream[4:6] == BIFF8.to_bytes(2, "little")


@dataclass(slots=True)
class _Sheet:
    place: int
    name: str
    is_hidden: bool


@dataclass(slots=True)
class _Book:
    """What holds for all sheets."""

    base: datetime = BASE_1900
    fonts: list[str] = field(default_factory=list)
    struck: list[bool] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    looks: list[tuple[int, int]] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    sheets: list[_Sheet] = field(default_factory=list)

    def take(self, record: Record) -> None:
        body = record.body
        if record.kind == _DATEMODE and _short(body, 0):
            self.base = BASE_1904
        elif record.kind == _FONT:
            self.fonts.append(read_text(record, 14, 1))
            self.struck.append(bool(_short(body, 2) & _IS_STRUCK))
        elif record.kind == _FORMAT:
            self.formats[_short(body, 0)] = read_text(record, 2)
        elif record.kind == _XF:
            self.looks.append((_short(body, 0), _short(body, 2)))
        elif record.kind == _SST:
            self.texts = shared_texts(record)
        elif record.kind == _BOUNDSHEET:
            place, state, kind = struct.unpack_from("<IBB", body)
            if kind == _WORKSHEET:
                self.sheets.append(_Sheet(place, read_text(record, 6, 1), bool(state & _IS_HIDDEN_SHEET)))

    def font(self, number: int) -> str:
        number -= number > _MISSING_FONT
        return self.fonts[number] if number < len(self.fonts) else ""

    def is_struck(self, number: int) -> bool:
        """Has this font a line through it?"""
        number -= number > _MISSING_FONT
        return number < len(self.struck) and self.struck[number]

    def look(self, number: int) -> CellLook:
        if number >= len(self.looks):
            return PLAIN_LOOK
        font, form = self.looks[number]
        return replace(look_of(form, self.formats, self.font(font)), is_struck=self.is_struck(font))


class _SheetReader:
    """Fills a draft from the records of one sheet."""

    def __init__(self, sheet: _Sheet, book: _Book) -> None:
        self._place, self._book = sheet.place, book
        self._draft = SheetDraft(sheet.name, sheet.is_hidden)
        self._awaits: tuple[int, int, str] | None = None  # the formula whose words follow in a record of their own

    def draft(self, stream: bytes) -> SheetDraft:
        for record in records(stream, self._place):
            body = record.body
            if record.kind == _ROW and _short(body, 12) & _IS_HIDDEN_ROW:
                self._draft.hidden_rows.add(_short(body, 0) + 1)
            elif record.kind == _COLINFO and _short(body, 8) & _IS_HIDDEN_COLUMN:
                self._draft.hidden_columns.update(range(_short(body, 0), min(_short(body, 2) + 1, MOST_COLUMNS)))
            elif record.kind == _MERGEDCELLS:
                self._draft.merges += _areas(body)
            elif record.kind == _STRING and self._awaits:
                row, column, font = self._awaits
                self._draft.put(row, column, DraftCell([(read_text(record, 0), font)]))
            else:
                self._cell(record)
        return self._draft

    def _cell(self, record: Record) -> None:
        body, kind = record.body, record.kind
        if kind == _MULRK:
            self._numbers(body)
            return
        if kind not in (_LABELSST, _LABEL, _RSTRING, _NUMBER, _RK, _BOOLERR, _FORMULA):
            return
        row, column, number = struct.unpack_from("<HHH", body)
        look = self._book.look(number)
        cell = DraftCell()
        if kind == _LABELSST:
            cell = self._shared(struct.unpack_from("<I", body, 6)[0], look, f"{column_name(column)}{row + 1}")
        elif kind in (_LABEL, _RSTRING):
            cell = DraftCell([(read_text(record, 6), look.font)])
        elif kind == _BOOLERR:
            cell = self._truth(row + 1, column, body[6:8])
        elif kind == _FORMULA:
            cell = self._formula(row + 1, column, body[6:14], look)
        else:
            cell = self._number(struct.unpack_from("<d", body, 6)[0] if kind == _NUMBER else _packed(body[6:10]), look)
        self._put(row + 1, column, cell, is_struck=look.is_struck and kind != _LABELSST)

    def _put(self, row: int, column: int, cell: DraftCell, *, is_struck: bool) -> None:
        """A cell that is crossed out is named and not kept."""
        filled = cell.value is not None or any(text.strip() for text, _ in cell.runs)
        if is_struck and (filled or self._awaits):
            self._draft.struck.append(f"{column_name(column)}{row}")
            self._awaits = None
        else:
            self._draft.put(row, column, cell)

    def _numbers(self, body: bytes) -> None:
        row, first = struct.unpack_from("<HH", body)
        for index, place in enumerate(range(4, len(body) - 7, 6)):
            look = self._book.look(_short(body, place))
            number = self._number(_packed(body[place + 2 : place + 6]), look)
            self._put(row + 1, first + index, number, is_struck=look.is_struck)

    def _number(self, number: float, look: CellLook) -> DraftCell:
        return DraftCell(value=timed(number, look, self._book.base)) if math.isfinite(number) else DraftCell()

    def _shared(self, index: int, look: CellLook, name: str) -> DraftCell:
        if index >= len(self._book.texts):
            return DraftCell()
        runs = list(_runs(self._book.texts[index], look, self._book))
        if any(is_struck and text.strip() for text, _, is_struck in runs):
            self._draft.struck.append(name)
        return DraftCell([(text, font) for text, font, is_struck in runs if not is_struck])

    def _truth(self, row: int, column: int, value: bytes) -> DraftCell:
        if value[1:] != b"\0":
            self._draft.errors.append(f"{column_name(column)}{row}")
            return DraftCell()
        return DraftCell([("TRUE" if value[:1] == b"\x01" else "FALSE", "")])

    def _formula(self, row: int, column: int, value: bytes, look: CellLook) -> DraftCell:
        """What a formula last showed."""
        self._awaits = None
        if _short(value, 6) != _NO_NUMBER:
            return self._number(struct.unpack_from("<d", value)[0], look)
        if value[0] == 0:
            self._awaits = (row, column, look.font)
        elif value[0] in (1, 2):
            return self._truth(row, column, bytes((value[2], value[0] - 1)))
        return DraftCell()


def _runs(text: Text, look: CellLook, book: _Book) -> Iterator[tuple[str, str, bool]]:
    """Letters with their fonts, and whether they are crossed out."""
    own = ((place, book.font(number), book.is_struck(number)) for place, number in text.runs)
    starts: Sequence[tuple[int, str, bool]] = [(0, look.font, look.is_struck), *own]
    ends = [place for place, _, _ in starts[1:]]
    for (start, name, is_struck), end in zip(starts, [*ends, len(text.letters)], strict=True):
        if text.letters[start:end]:
            yield text.letters[start:end], name, is_struck


def _packed(body: bytes) -> float:
    """A number in four bytes: the upper half of a float, or a whole number; either may stand for hundredths."""
    packed = int.from_bytes(body, "little", signed=True)
    if packed & _WHOLE:
        number = float(packed >> 2)
    else:
        number = struct.unpack("<d", bytes(4) + (packed & 0xFFFFFFFC).to_bytes(4, "little"))[0]
    return number / 100 if packed & _CENT else number


def _areas(body: bytes) -> Iterator[tuple[int, int, int, int]]:
    for place in range(2, len(body) - 7, 8):
        first, last, left, right = struct.unpack_from("<HHHH", body, place)
        yield first + 1, left, last + 1, min(right, MOST_COLUMNS - 1)


def _short(body: bytes, place: int) -> int:
    return int.from_bytes(body[place : place + 2], "little")
