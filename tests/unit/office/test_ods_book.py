"""office.ods_book: rows and cells written once with their repetitions, in groups, hidden, merged."""

import io
import zipfile
from datetime import date, datetime, time

import pytest

from signboard.errors import InputError
from signboard.office.archive import Archive
from signboard.office.ods_book import read_ods
from signboard.office.sheet_draft import DraftCell, SheetDraft

HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>'
    '<style:style style:name="shut" style:family="table"><style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="old" style:family="table-cell">'
    '<style:text-properties style:font-name=".VnTime"/></style:style>'
    '<style:style style:name="cut" style:family="table-cell">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="cut2" style:family="text">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    "</office:automatic-styles><office:body><office:spreadsheet>"
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"
EMPTY = (
    '<table:table-row table:number-rows-repeated="1048000">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def packed(content: str, manifest: str = "") -> Archive:
    """A workbook with this content."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", content)
        if manifest:
            archive.writestr("META-INF/manifest.xml", manifest)
    return Archive(stream.getvalue(), "a.ods")


def sheet(rows: str, style: str = "") -> SheetDraft:
    """The one sheet of these rows."""
    table = f'<table:table table:name="a" table:style-name="{style}">{rows}</table:table>'
    (draft,) = read_ods(packed(HEAD + table + TAIL), "a.ods")
    return draft


def words(text: str, more: str = "") -> str:
    """A cell of text."""
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def row(*cells: str, more: str = "") -> str:
    """A row."""
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def texts(draft: SheetDraft) -> dict[tuple[int, int], str]:
    """The words of each filled cell."""
    return {
        (number, column): "".join(text for text, _ in cell.runs)
        for number, cells in draft.rows.items()
        for column, cell in cells.items()
        if cell.runs
    }


def value(attributes: str) -> object:
    """What one cell holds."""
    (cells,) = sheet(row(f"<table:table-cell {attributes}/>", words("x"))).rows.values()
    return cells.get(0, DraftCell()).value


def test_repetitions_are_written_out() -> None:
    """Filled ones; a million empty rows only count."""
    rows = (
        row(words("x", 'table:number-columns-repeated="2"'), more='table:number-rows-repeated="2"')
        + EMPTY
        + row(words("y"))
    )

    assert texts(sheet(rows)) == {(1, 0): "x", (1, 1): "x", (2, 0): "x", (2, 1): "x", (1048003, 0): "y"}


def test_a_million_filled_rows_are_refused() -> None:
    """However short the file."""
    for count in ("1000000", "15000"):
        rows = row(words("x"), more=f'table:number-rows-repeated="{count}"')
        with pytest.raises(InputError) as caught:
            sheet(rows + rows)
        assert caught.value.code == "too_large"


def test_groups_and_headers_hold_rows_too() -> None:
    """Within each other."""
    rows = f"<table:table-header-rows>{row(words('a'))}</table:table-header-rows>"
    rows += f"<table:table-row-group><table:table-rows>{row(words('b'))}</table:table-rows></table:table-row-group>"

    assert texts(sheet(rows)) == {(1, 0): "a", (2, 0): "b"}


def test_what_is_hidden() -> None:
    """Rows by hand or by a filter, columns, sheets."""
    columns = '<table:table-column table:number-columns-repeated="2" table:visibility="collapse"/><table:table-column/>'
    rows = row(words("a"), more='table:visibility="filter"') + row(words("b"), more='table:visibility="collapse"')

    draft = sheet(columns + rows, "shut")

    assert (draft.is_hidden, draft.hidden_rows, draft.hidden_columns) == (True, {1, 2}, {0, 1})
    assert not sheet(rows).is_hidden


def test_merged_cells() -> None:
    """Covered cells hold nothing, whatever stands in them."""
    spanned = words("a", 'table:number-columns-spanned="2" table:number-rows-spanned="3"')
    draft = sheet(row(spanned, "<table:covered-table-cell><text:p>old</text:p></table:covered-table-cell>"))

    assert (draft.merges, texts(draft)) == ([(1, 0, 3, 1)], {(1, 0): "a"})


def test_values() -> None:
    """Days, times, numbers; what is none of them is nothing."""
    assert value('office:value-type="date" office:date-value="2026-11-15"') == date(2026, 11, 15)
    assert value('office:value-type="date" office:date-value="2026-11-15T06:30:00"') == datetime(2026, 11, 15, 6, 30)  # noqa: DTZ001 - a sheet knows no zones
    assert value('office:value-type="time" office:time-value="PT06H30M00S"') == time(6, 30)
    assert value('office:value-type="percentage" office:value="0.5"') == 0.5
    for odd in (
        '"date" office:date-value="x"',
        '"time" office:time-value="PT30H00M00S"',
        '"float" office:value="NaN"',
        '"float"',
    ):
        assert value(f"office:value-type={odd}") is None


def test_letters_of_a_cell() -> None:
    """Paragraphs and breaks are lines, blanks are counted, comments are not words, fonts are kept."""
    inside = 'a<text:s text:c="2"/>b<text:line-break/>c</text:p><text:p>d<text:a>e</text:a>'
    comment = "<office:annotation><text:p>no</text:p></office:annotation>"
    look = 'office:value-type="string" table:style-name="old"'
    cell = f"<table:table-cell {look}>{comment}<text:p>{inside}</text:p></table:table-cell>"

    draft = sheet(row(cell))

    assert texts(draft) == {(1, 0): "a  b\nc\nde"}
    assert {font for _, font in draft.rows[1][0].runs} == {".VnTime"}


def test_formulas() -> None:
    """Without a result, and with an error."""
    bare = '<table:table-cell table:formula="of:=A1"/>'
    wrong = (
        '<table:table-cell table:formula="of:=A1" office:value-type="string"><text:p>#REF!</text:p></table:table-cell>'
    )

    draft = sheet(row(bare, wrong, words("x")))

    assert (draft.uncounted, draft.errors, texts(draft)) == (["A1"], ["B1"], {(1, 2): "x"})


@pytest.mark.parametrize(
    ("content", "manifest", "code"),
    [
        ("<a/>", "<encryption-data/>", "encrypted"),
        ("<a/>", "", "damaged"),
        ("<a", "", "damaged"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "", "unsafe_xml"),
    ],
)
def test_what_is_no_workbook_is_refused(content: str, manifest: str, code: str) -> None:
    """With a word for each reason."""
    with pytest.raises(InputError) as caught:
        read_ods(packed(content, manifest), "a.ods")

    assert caught.value.code == code


def test_a_million_rows_of_empty_text_are_nothing() -> None:
    """A writer says the kind of each cell, also where it holds none."""
    ghost = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell office:value-type="string"/>'

    assert texts(sheet(row(words("Chung tay")) + ghost + "</table:table-row>")) == {(1, 0): "Chung tay"}


def test_what_is_crossed_out_is_left_out_and_named() -> None:
    """Cells by their look, letters by their span."""
    cut = 'table:style-name="cut"'
    number = f'<table:table-cell office:value-type="float" office:value="5" {cut}/>'
    span = '<text:span text:style-name="cut2">a</text:span>b'
    draft = sheet(row(words("a", cut), number, words(span), words("c")))

    assert texts(draft) == {(1, 2): "b", (1, 3): "c"}
    assert draft.struck == ["A1", "B1", "C1"]
