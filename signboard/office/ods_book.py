"""LibreOffice Calc workbooks (.ods): every sheet's filled cells, with what Calc hides and the fonts of their letters.

OpenDocument 1.3, part 3, 9: rows and cells are written once with the number of their repetitions, so that a sheet
claims a million rows in one line; only filled ones are repeated here.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from signboard.office.archive import Archive
from signboard.office.markup import Element, attribute, local, parse
from signboard.office.odt_styles import OdtStyles, number_in
from signboard.office.refusals import damaged, encrypted_sheet, too_large
from signboard.office.sheet_draft import MOST_COLUMNS, MOST_ROWS, DraftCell, SheetDraft, column_name

__all__ = ["read_ods"]

_DURATION = re.compile(r"PT(\d{1,4})H(\d{1,2})M(\d{1,2})(?:[.,]\d*)?S")
_GROUPS = (
    "table-header-rows",
    "table-rows",
    "table-row-group",
    "table-header-columns",
    "table-columns",
    "table-column-group",
)
_MOST_SPACES = 1_000
_DAY_HOURS = 24


def read_ods(archive: Archive, file: str) -> list[SheetDraft]:
    """All sheets, in the order of the workbook.

    Args:
        archive: the file, opened.
        file: its name, for sentences.

    Raises:
        InputError: `damaged`, `encrypted`, `too_large`, `unsafe_xml`.
    """
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise encrypted_sheet(file)
    content = parse(archive.read("content.xml"), file)
    book = next((one for one in content.iter() if local(one) == "spreadsheet"), None)
    if book is None:
        raise damaged(file)
    common = parse(archive.read("styles.xml"), file) if "styles.xml" in archive else Element("nothing")
    styles = OdtStyles((content, common))
    hidden = _hidden_styles(content)
    return [_SheetReader(one, styles, file).draft(hidden) for one in book if local(one) == "table"]


def _hidden_styles(content: Element) -> frozenset[str]:
    """Styles of sheets that are not shown."""
    return frozenset(
        attribute(style, "name")
        for style in content.iter()
        if local(style) == "style" and attribute(style, "family") == "table"
        for properties in style
        if attribute(properties, "display") == "false"
    )


class _SheetReader:
    """Fills a draft from one table."""

    def __init__(self, table: Element, styles: OdtStyles, file: str) -> None:
        self._table, self._styles, self._file = table, styles, file
        self._draft = SheetDraft(attribute(table, "name"))
        self._row = 0
        self._column_styles: dict[int, str] = {}

    def draft(self, hidden: frozenset[str]) -> SheetDraft:
        self._draft.is_hidden = attribute(self._table, "style-name") in hidden
        column = 0
        for one in _flat(self._table):
            if local(one) == "table-column":
                column = self._columns(one, column)
            elif local(one) == "table-row":
                self._rows(one)
        return self._draft

    def _columns(self, element: Element, column: int) -> int:
        after = column + _count(element, "number-columns-repeated")
        among = range(column, min(after, MOST_COLUMNS))
        if attribute(element, "visibility", "visible") != "visible":
            self._draft.hidden_columns.update(among)
        self._column_styles |= dict.fromkeys(among, attribute(element, "default-cell-style-name"))
        return after

    def _rows(self, element: Element) -> None:
        repeated = _count(element, "number-rows-repeated")
        cells = list(self._cells(element))
        if any(cell.value is not None or cell.runs for _, cell in cells):
            if repeated > MOST_ROWS:
                raise too_large(self._file)
            for number in range(self._row + 1, self._row + repeated + 1):
                for column, cell in cells:
                    self._draft.put(number, column, cell)
                if attribute(element, "visibility", "visible") != "visible":
                    self._draft.hidden_rows.add(number)
                if len(self._draft.rows) > MOST_ROWS:
                    raise too_large(self._file)
        self._row += repeated

    def _cells(self, row: Element) -> Iterator[tuple[int, DraftCell]]:
        column = 0
        for one in row:
            name = local(one)
            if name not in ("table-cell", "covered-table-cell"):
                continue
            repeated = _count(one, "number-columns-repeated")
            if name == "table-cell":
                self._merge(one, column)
                cell = self._cell(one, column)
                if cell.value is not None or cell.runs:
                    yield from ((index, cell) for index in range(column, min(column + repeated, MOST_COLUMNS + 1)))
            column += repeated

    def _merge(self, element: Element, column: int) -> None:
        columns = _count(element, "number-columns-spanned")
        rows = _count(element, "number-rows-spanned")
        if columns > 1 or rows > 1:
            last = min(column + columns, MOST_COLUMNS) - 1
            self._draft.merges.append((self._row + 1, column, self._row + rows, last))

    def _cell(self, element: Element, column: int) -> DraftCell:
        kind = attribute(element, "value-type")
        style = attribute(element, "style-name") or self._column_styles.get(column, "")
        if "error" in element.attrib.values() or self._shows_error(element):
            self._draft.errors.append(f"{column_name(column)}{self._row + 1}")
            return DraftCell()
        if attribute(element, "formula") and not kind:
            self._draft.uncounted.append(f"{column_name(column)}{self._row + 1}")
        look = self._styles.look("table-cell", style)
        value = _value(element, kind)
        if look.is_struck and (value is not None or any(local(one) == "p" for one in element)):
            self._draft.struck.append(f"{column_name(column)}{self._row + 1}")
            return DraftCell()
        if value is not None or kind in ("date", "time", "float", "percentage", "currency"):
            return DraftCell(value=value)
        font, said = look.font or "", attribute(element, "string-value")
        if any(self._is_crossed(one) for one in element.iter()):
            self._draft.struck.append(f"{column_name(column)}{self._row + 1}")
            said = ""
        return DraftCell(self._runs(element, font) or ([(said, font)] if said else ()))

    def _is_crossed(self, element: Element) -> bool:
        """Is it a span with a line through its letters?"""
        is_span = local(element) == "span"
        return is_span and bool(self._styles.look("text", attribute(element, "style-name")).is_struck)

    def _shows_error(self, element: Element) -> bool:
        return bool(attribute(element, "formula")) and any(
            (one.text or "").startswith(("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "Err:")) for one in element
        )

    def _runs(self, element: Element, font: str) -> list[tuple[str, str]]:
        runs: list[tuple[str, str]] = []
        for one in element:
            if local(one) == "p":
                runs += [("\n", font)] if runs else []
                runs += self._letters(one, font)
        return runs

    def _letters(self, element: Element, font: str) -> Iterator[tuple[str, str]]:
        name = local(element)
        if name == "annotation" or self._is_crossed(element):
            return
        if name == "span":
            font = self._styles.look("text", attribute(element, "style-name")).font or font
        sign = {"tab": "\t", "line-break": "\n", "s": " " * min(number_in(element, "c", 1), _MOST_SPACES)}.get(name, "")
        yield sign + (element.text or ""), font
        for one in element:
            yield from self._letters(one, font)
            yield one.tail or "", font


def _count(element: Element, name: str) -> int:
    """How often, or how far; once where nothing is said."""
    written = attribute(element, name)
    return int(written) if written.isascii() and written.isdigit() and len(written) < 8 else 1  # noqa: PLR2004 - digits


def _flat(table: Element) -> Iterator[Element]:
    """Rows and columns, those in groups among them."""
    for one in table:
        if local(one) in _GROUPS:
            yield from _flat(one)
        else:
            yield one


def _value(element: Element, kind: str) -> date | datetime | time | float | None:
    if kind in ("float", "percentage", "currency"):
        return _float(attribute(element, "value"))
    if kind == "date":
        return _day(attribute(element, "date-value"))
    return _time(attribute(element, "time-value")) if kind == "time" else None


def _float(written: str) -> float | None:
    try:
        number = float(written)
    except ValueError:
        return None
    return number if number == number else None  # noqa: PLR0124 - NaN is no number of a list


def _day(written: str) -> date | datetime | None:
    try:
        moment = datetime.fromisoformat(written.strip().removesuffix("Z"))
    except ValueError:
        return None
    return moment if moment.time() != time() else moment.date()


def _time(written: str) -> time | None:
    found = _DURATION.fullmatch(written.strip())
    if not found or int(found[1]) >= _DAY_HOURS or int(found[2]) > 59:  # noqa: PLR2004 - minutes
        return None
    return time(int(found[1]), int(found[2]), min(int(found[3]), 59))
