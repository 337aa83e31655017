"""office.xlsx_book: cells of every kind, as other programs than Excel write them."""

import io
import zipfile
from datetime import date

import pytest

from signboard.errors import InputError
from signboard.office.archive import Archive
from signboard.office.sheet_draft import SheetDraft
from signboard.office.xlsx_book import has_macros, read_xlsx

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
BOOK = (
    '<workbook xmlns="{main}" xmlns:r="{links}"><sheets><sheet name="a" sheetId="1" r:id="rId1" state="{state}"/>'
    "</sheets></workbook>"
)


def packed(sheet: str, main: str = MAIN, target: str = "worksheets/s.xml", **parts: str) -> Archive:
    """A workbook with one sheet."""
    links = [("rId1", "worksheet", target), ("rId2", "sharedStrings", "strings.xml"), ("rId3", "styles", "styles.xml")]
    relations = "".join(f'<Relationship Id="{one}" Type="{LINKS}/{kind}" Target="{to}"/>' for one, kind, to in links)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", BOOK.format(main=main, links=LINKS, state=parts.pop("state", "visible")))
        archive.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>'
        )
        archive.writestr("xl/worksheets/s.xml", f'<worksheet xmlns="{main}">{sheet}</worksheet>')
        for name, content in parts.items():
            archive.writestr(f"xl/{name}.xml", content)
    return Archive(stream.getvalue(), "a.xlsx")


def sheet(content: str, **more: str) -> SheetDraft:
    """The one sheet."""
    (draft,) = read_xlsx(packed(content, **more), "a.xlsx")
    return draft


def values(cells: str, **more: str) -> dict[int, object]:
    """What the cells of row 1 hold."""
    rows = sheet(f'<sheetData><row r="1">{cells}</row></sheetData>', **more).rows
    return {
        column: "".join(text for text, _ in cell.runs) if cell.runs else cell.value
        for column, cell in rows.get(1, {}).items()
    }


def test_cells_without_places_follow_each_other() -> None:
    """As small programs write them, in the strict form too."""
    cells = '<c t="inlineStr"><is><t>x</t></is></c><c><v>2</v></c><c r="E1"><v>3</v></c><c><v>4</v></c>'

    for main in (MAIN, STRICT):
        assert values(cells, main=main) == {0: "x", 1: 2.0, 4: 3.0, 5: 4.0}


def test_shared_strings() -> None:
    """Runs with fonts, escapes of control characters; what helps to pronounce them is left out."""
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>a_x000D_b</t></si><si><r><t>c</t></r>'
        '<r><rPr><rFont val=".VnTime"/></rPr><t>d</t></r>'
        "<rPh><t>no</t></rPh></si></sst>"
    )
    cells = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c><c t="s"><v>-1</v></c><c t="s"/>'

    assert values(cells, strings=strings) == {0: "a\rb", 1: "cd"}
    draft = sheet(f"<sheetData><row>{cells}</row></sheetData>", strings=strings)
    assert draft.rows[1][1].runs == [("c", ""), ("d", ".VnTime")]


def test_other_kinds_of_cells() -> None:
    """Days as text of ISO 8601, truth, words of formulas; what is no number is nothing."""
    cells = (
        '<c t="d"><v>2026-11-15T00:00:00Z</v></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>x</v></c>'
        "<c><v>NaN</v></c><c><v>x</v></c><c t='d'><v>x</v></c>"
    )

    assert values(cells) == {0: date(2026, 11, 15), 1: "TRUE", 2: "x"}


def test_looks() -> None:
    """A day by the format of its style; styles that are not there are plain."""
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm"/></numFmts>'
        '<fonts><font><name val=".VnTime"/></font></fonts>'
        '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="9"/></cellXfs></styleSheet>'
    )
    cells = '<c s="1"><v>46341</v></c><c s="7"><v>46341</v></c><c s="0" t="inlineStr"><is><t>x</t></is></c>'

    assert values(cells, styles=styles) == {0: date(2026, 11, 15), 1: 46341.0, 2: "x"}
    assert sheet(f"<sheetData><row>{cells}</row></sheetData>", styles=styles).rows[1][2].runs == [("x", ".VnTime")]


def test_what_is_hidden_or_merged() -> None:
    """Rows also by a height of nothing, columns also by a width of nothing; areas end at the last column."""
    content = (
        '<cols><col min="2" max="16384" hidden="1"/><col min="1" max="1" width="0"/></cols><sheetData>'
        '<row r="1" hidden="true"><c><v>1</v></c></row><row r="2" ht="0" customHeight="1"><c><v>1</v></c></row>'
        '</sheetData><mergeCells><mergeCell ref="A1:XFD2"/><mergeCell ref="x"/></mergeCells>'
    )

    draft = sheet(content, state="hidden")

    assert (draft.is_hidden, draft.hidden_rows, draft.merges) == (True, {1, 2}, [(1, 0, 2, 255)])
    assert draft.hidden_columns == set(range(256))


def test_a_sheet_that_is_not_there_is_empty() -> None:
    """Nor is anything looked for outside of the file."""
    for target in ("worksheets/other.xml", "../../../etc/passwd", "/xl/none.xml"):
        assert sheet("", target=target).rows == {}
    assert values("<c><v>1</v></c>", target="/xl/worksheets/s.xml") == {0: 1.0}


def test_a_file_without_a_workbook_is_damaged() -> None:
    """A zip of something else."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "x")

    with pytest.raises(InputError) as caught:
        read_xlsx(Archive(stream.getvalue(), "a.xlsx"), "a.xlsx")

    assert caught.value.code == "damaged"
    assert not has_macros(Archive(stream.getvalue(), "a.xlsx"))


def test_more_merged_cells_than_any_list_are_refused() -> None:
    """Each costs work in every row."""
    with pytest.raises(InputError) as caught:
        sheet("<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 20_001 + "</mergeCells>")

    assert caught.value.code == "too_large"


@pytest.mark.parametrize(("count", "is_read"), [(101, True), (1_000, True), (1_001, False)])
def test_no_sheet_is_passed_over(count: int, is_read: bool) -> None:
    """All of them are read, or none, and the file is refused."""
    stream = io.BytesIO()
    sheets = "".join(f'<sheet name="{one}" sheetId="{one}" r:id="rId1"/>' for one in range(1, count + 1))
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{sheets}</sheets></workbook>'
        )
    packed_book = Archive(stream.getvalue(), "a.xlsx")

    if is_read:
        assert [draft.name for draft in read_xlsx(packed_book, "a.xlsx")][-1] == str(count)
    else:
        with pytest.raises(InputError) as caught:
            read_xlsx(packed_book, "a.xlsx")
        assert caught.value.code == "too_large"


def test_what_is_crossed_out_is_left_out_and_named() -> None:
    """Whole cells of any kind by their look, single letters by their own, which also free what a look crosses out."""
    styles = (
        f'<styleSheet xmlns="{MAIN}"><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>'
        '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>'
    )
    rich = "<is><r><rPr><strike/></rPr><t>c</t></r><r><rPr/><t>d</t></r></is>"
    cells = (
        '<c s="1" t="inlineStr"><is><t>a</t></is></c><c s="1"><v>5</v></c><c s="2" t="inlineStr"><is><t>b</t></is></c>'
        f'<c t="inlineStr">{rich}</c><c s="1" t="inlineStr">{rich}</c><c s="1"/>'
    )

    assert values(cells, styles=styles) == {2: "b", 3: "d", 4: "d"}
    draft = sheet(f"<sheetData><row>{cells}</row></sheetData>", styles=styles)
    assert draft.struck == ["A1", "B1", "D1", "E1"]
