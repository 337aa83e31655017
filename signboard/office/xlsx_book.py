"""Excel workbooks (.xlsx, .xlsm): every sheet's filled cells, with what Excel hides and the fonts of their letters.

Read from the file's own XML (ECMA-376, part 1, 18), because readers for data frames reserve memory for as many cells
as a sheet claims, and tell neither fonts nor what is hidden. What is never opened: macros, links, pictures, charts.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import NamedTuple

from signboard.office.archive import Archive
from signboard.office.markup import Element, attribute, local, parse
from signboard.office.number_formats import BASE_1900, BASE_1904, PLAIN_LOOK, CellLook, look_of, timed
from signboard.office.refusals import damaged, too_large
from signboard.office.sheet_draft import MOST_COLUMNS, DraftCell, SheetDraft, column_name

__all__ = ["MOST_SHEETS", "has_macros", "read_xlsx"]

MOST_SHEETS = 1_000
"""A book with more is refused, for sheets left unread would not be missed; a year has 365 days."""
_MOST_SHEET_BYTES = 40_000_000
"""Formatted but empty rows are taken out before the XML is parsed, so this much may be claimed."""
_MOST_MERGES = 20_000
_MOST_ROW = 1_048_576

_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c(?: [^<>]*)?/>|<((?:\w+:)?)c(?: [^<>]*)?></\1c>")
_EMPTY_ROW = re.compile(rb"<(?:\w+:)?row(?: [^<>]*)?/>|<((?:\w+:)?)row(?: [^<>]*)?>\s*</\1row>")
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_xlsx(archive: Archive, file: str) -> list[SheetDraft]:
    """All sheets, in the order of the workbook.

    Args:
        archive: the file, opened.
        file: its name, for sentences.

    Raises:
        InputError: `damaged`, `encrypted`, `too_large`, `unsafe_xml`.
    """
    return _Workbook(archive, file).sheets()


def has_macros(archive: Archive) -> bool:
    """Does it hold programs?"""
    return any(name.lower().endswith("vbaproject.bin") for name in archive.names)


class _Workbook:
    """The parts of a workbook."""

    def __init__(self, archive: Archive, file: str) -> None:
        self._archive, self._file = archive, file
        roots = self._links("_rels/.rels", "")
        self._main = next((target for kind, target in roots.values() if kind == "officeDocument"), "xl/workbook.xml")
        root = self._part(self._main)
        if root is None or local(root) != "workbook":
            raise damaged(file)
        self._root = root
        folder, name = posixpath.split(self._main)
        self._parts = self._links(f"{folder}/_rels/{name}.rels".lstrip("/"), folder)
        properties = next((one for one in root if local(one) == "workbookPr"), None)
        self._base = BASE_1904 if properties is not None and _is_on(properties, "date1904") else BASE_1900
        self._styles = _styles(self._first("styles"))
        self._strings = [_item(one) for one in self._first("sharedStrings") or () if local(one) == "si"]

    def sheets(self) -> list[SheetDraft]:
        named = [one for group in self._root if local(group) == "sheets" for one in group]
        if len(named) > MOST_SHEETS:
            raise too_large(self._file)
        return [self._sheet(one) for one in named if self._kind(one) in ("worksheet", "")]

    def _kind(self, sheet: Element) -> str:
        return self._parts.get(_link(sheet), ("", ""))[0]

    def _sheet(self, named: Element) -> SheetDraft:
        draft = SheetDraft(attribute(named, "name"), attribute(named, "state", "visible") != "visible")
        target = self._parts.get(_link(named), ("", ""))[1]
        content = self._archive.read(target, _MOST_SHEET_BYTES)
        if content:
            root = parse(_EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", content)), self._file)
            _SheetReader(draft, self._styles, self._strings, self._base).read(root, self._file)
        return draft

    def _links(self, name: str, folder: str) -> dict[str, tuple[str, str]]:
        """Kind and target of each part that a part names; what lies outside of the file is never followed."""
        root = self._part(name)
        return {
            attribute(one, "Id"): (attribute(one, "Type").rpartition("/")[2], _joined(folder, attribute(one, "Target")))
            for one in (root if root is not None else ())
            if attribute(one, "TargetMode") != "External"
        }

    def _part(self, name: str) -> Element | None:
        return parse(self._archive.read(name), self._file) if name in self._archive else None

    def _first(self, kind: str) -> Element | None:
        return next((self._part(target) for one, target in self._parts.values() if one == kind), None)


class _Item(NamedTuple):
    """A string: its letters with their fonts, those crossed out aside; has it any, and looks of its own?"""

    runs: list[tuple[str, str]]
    is_cut: bool = False
    is_rich: bool = False


class _SheetReader:
    """Fills a draft from the XML of one sheet."""

    def __init__(
        self, draft: SheetDraft, styles: Sequence[CellLook], strings: Sequence["_Item"], base: datetime
    ) -> None:
        self._draft, self._styles, self._strings, self._base = draft, styles, strings, base

    def read(self, root: Element, file: str) -> None:
        for group in root:
            name = local(group)
            if name == "cols":
                self._columns(group)
            elif name == "sheetData":
                self._rows(group)
            elif name == "mergeCells":
                if len(group) > _MOST_MERGES:
                    raise too_large(file)
                self._draft.merges += [merge for one in group for merge in _area(attribute(one, "ref"))]

    def _columns(self, group: Element) -> None:
        for one in group:
            if _is_on(one, "hidden") or attribute(one, "width") == "0":
                first, last = _number(attribute(one, "min"), 1), _number(attribute(one, "max"), 0)
                self._draft.hidden_columns.update(range(first - 1, min(last, MOST_COLUMNS)))

    def _rows(self, group: Element) -> None:
        number = 0
        for row in group:
            if local(row) != "row":
                continue
            number = min(_number(attribute(row, "r"), number + 1), _MOST_ROW)
            if _is_on(row, "hidden") or (attribute(row, "ht") == "0" and _is_on(row, "customHeight")):
                self._draft.hidden_rows.add(number)
            self._cells(row, number)

    def _cells(self, row: Element, number: int) -> None:
        column = -1
        for one in row:
            if local(one) != "c":
                continue
            place = _REFERENCE.fullmatch(attribute(one, "r"))
            column = _column(place[1]) if place else column + 1
            self._draft.put(number, column, self._uncrossed(one, number, column))

    def _uncrossed(self, element: Element, row: int, column: int) -> DraftCell:
        """A cell, unless it is crossed out as a whole; letters with looks of their own say so themselves."""
        is_rich = any(item.is_rich for item in self._items(element))
        if (
            self._style(attribute(element, "s")).is_struck
            and not is_rich
            and any(part.text or len(part) for part in element)
        ):
            self._draft.struck.append(_name(row, column))
            return DraftCell()
        if any(item.is_cut for item in self._items(element)):
            self._draft.struck.append(_name(row, column))
        return self._cell(element, row, column)

    def _items(self, element: Element) -> list[_Item]:
        """The string that a cell holds or points at."""
        kind = attribute(element, "t")
        if kind == "inlineStr":
            return [_item(part) for part in element if local(part) == "is"]
        index = (
            next((_number(part.text or "", -1) for part in element if local(part) == "v"), -1) if kind == "s" else -1
        )
        return [self._strings[index]] if 0 <= index < len(self._strings) else []

    def _cell(self, element: Element, row: int, column: int) -> DraftCell:
        parts = {local(one): one for one in element}
        kind, shown = attribute(element, "t", "n"), parts.get("v")
        written = (shown.text or "") if shown is not None else ""
        if "f" in parts and not written and kind != "str":
            self._draft.uncounted.append(_name(row, column))
        if kind == "e":
            self._draft.errors.append(_name(row, column))
            return DraftCell()
        style = self._style(attribute(element, "s"))
        if kind in ("inlineStr", "s"):
            return DraftCell([run for item in self._items(element) for run in _styled(item.runs, style)])
        if kind == "str":
            return DraftCell([(_unescaped(written), style.font)])
        return self._value(kind, written, style)

    def _value(self, kind: str, written: str, style: CellLook) -> DraftCell:
        if kind == "b":
            return DraftCell([({"1": "TRUE", "0": "FALSE"}.get(written.strip(), ""), "")])
        if kind == "d":
            return DraftCell(value=_iso(written))
        try:
            number = float(written)
        except ValueError:
            return DraftCell()
        return DraftCell(value=timed(number, style, self._base)) if number == number else DraftCell()  # noqa: PLR0124 - NaN

    def _style(self, index: str) -> CellLook:
        number = _number(index, -1)
        return self._styles[number] if 0 <= number < len(self._styles) else PLAIN_LOOK


def _styles(root: Element | None) -> list[CellLook]:
    groups = {local(group): group for group in (root if root is not None else ())}
    formats = {
        _number(attribute(one, "numFmtId"), -1): attribute(one, "formatCode") for one in groups.get("numFmts", ())
    }
    fonts = [
        next((attribute(part, "val") for part in font if local(part) == "name"), "") for font in groups.get("fonts", ())
    ]
    struck = [_is_struck(font) for font in groups.get("fonts", ())]
    styles = []
    for one in groups.get("cellXfs", ()):
        font = _number(attribute(one, "fontId"), -1)
        name = fonts[font] if 0 <= font < len(fonts) else ""
        look = look_of(_number(attribute(one, "numFmtId"), 0), formats, name)
        styles.append(replace(look, is_struck=0 <= font < len(struck) and struck[font]))
    return styles


def _iso(written: str) -> date | datetime | time | None:
    for kind in (date, datetime, time):
        try:
            return kind.fromisoformat(written.strip().removesuffix("Z").removesuffix("T00:00:00"))
        except ValueError:
            continue
    return None


def _is_struck(looks: Element) -> bool:
    """Does a font, or the looks of some letters, have a line through it?"""
    return any(local(one) == "strike" and attribute(one, "val", "1") not in ("0", "false", "off") for one in looks)


def _item(item: Element) -> _Item:
    """Letters and fonts of a string; what helps to pronounce it (`rPh`) is none of it."""
    runs, is_cut, is_rich = list[tuple[str, str]](), False, False
    for one in item:
        if local(one) == "t":
            runs.append((_unescaped(one.text or ""), ""))
        elif local(one) == "r":
            is_rich = True
            if any(local(part) == "rPr" and _is_struck(part) for part in one):
                is_cut = True
                continue
            font = next((attribute(part, "val") for part in one.iter() if local(part) == "rFont"), "")
            runs += [(_unescaped(part.text or ""), font) for part in one if local(part) == "t"]
    return _Item(runs, is_cut, is_rich)


def _styled(runs: Sequence[tuple[str, str]], style: CellLook) -> list[tuple[str, str]]:
    return [(text, font or style.font) for text, font in runs]


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _area(reference: str) -> Iterator[tuple[int, int, int, int]]:
    """`B2:C4` as (2, 1, 4, 2)."""
    first, _, last = reference.partition(":")
    start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
    if start and end:
        yield int(start[2]), _column(start[1]), min(int(end[2]), _MOST_ROW), min(_column(end[1]), MOST_COLUMNS - 1)


def _column(letters: str) -> int:
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _name(row: int, column: int) -> str:
    return f"{column_name(column)}{row}"


def _link(sheet: Element) -> str:
    """The relation of a sheet: the one attribute `id` that has a namespace."""
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")


def _joined(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    joined = target if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined).lstrip("/")


def _is_on(element: Element, name: str) -> bool:
    return attribute(element, name) in ("1", "true", "on")


def _number(written: str, default: int) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else default  # noqa: PLR2004 - digits
