"""importers.html: paragraphs, lists and tables of a web page."""

import pytest

from signboard.errors import InputError
from signboard.importers.html import MOST_BYTES, manuscript
from signboard.manuscript.model import Manuscript, Paragraph, Part, Table


def page(body: str) -> Manuscript:
    """A page with this body."""
    return manuscript(f"<html><head><title>t</title></head><body>{body}</body></html>".encode(), "a.doc")


def paragraphs(body: str) -> list[Paragraph]:
    """Its paragraphs."""
    return [block for block in page(body).blocks if isinstance(block, Paragraph)]


def test_paragraphs_keep_breaks_and_lose_blanks() -> None:
    """Scripts and styles are not words; references are letters."""
    found = paragraphs("<script>x</script><p>Chung &amp;\n  tay<br>v&#236; trẻ em</p><style>y</style>")

    assert [(one.text, one.origin.line) for one in found] == [("Chung & tay\nvì trẻ em", 1)]


def test_lists_have_labels() -> None:
    """Numbers and bullets, as a browser shows them."""
    found = paragraphs("<ol><li>Một<li>Hai</ol><ul><li>Ba</ul>")

    assert [(one.label, one.text) for one in found] == [("1.", "Một"), ("2.", "Hai"), ("\u2022", "Ba")]


def test_setting_is_kept() -> None:
    """Bold, centred, headings."""
    heading, bold, centred, mixed = paragraphs("<h2>A</h2><p><b>B</b></p><p align=center>C</p><p>D <b>E</b></p>")

    assert (heading.style, bold.is_bold, centred.is_centred, mixed.is_bold) == ("heading 2", True, True, False)


def test_a_table_has_its_cells_in_place() -> None:
    """Cells that reach down or to the right are not said again."""
    (table,) = page("<table><tr><td rowspan=2>A<td colspan=2>B<tr><td>C<td>D</table>").blocks

    assert isinstance(table, Table)
    assert [[cell and cell.text for cell in row.cells] for row in table.rows] == [["A", "B", None], [None, "C", "D"]]
    assert table.rows[1].cells[1]
    assert table.rows[1].cells[1].paragraphs[0].origin.kind == "row"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<table>",
        "</td></table></ol>",
        "<td>x",
        "<p" * 999,
        "<table><tr>" * 500,
        "<td colspan=99999999>x",
        "&#99999999;",
    ],
)
def test_broken_pages_end_in_a_manuscript(body: str) -> None:
    """Whatever is left open."""
    assert isinstance(page("<p>x</p>" + body), Manuscript)


def test_a_page_has_a_size() -> None:
    """Beyond any list."""
    with pytest.raises(InputError) as caught:
        manuscript(b" " * (MOST_BYTES + 1), "a.html")
    assert caught.value.code == "too_large"


def test_what_only_links_and_what_a_page_ends_with_is_its_own() -> None:
    """Shown as left out; an anchor is no link."""
    found = paragraphs('<p><a href="#">Một</a></p><p><a name="x">Hai</a></p><footer><p>Ba</p></footer><p>Bốn</p>')

    assert [one.part for one in found] == [Part.FOOTER, Part.BODY, Part.FOOTER, Part.BODY]


@pytest.mark.parametrize(
    "raw", [b"<html><body><p>M\xe1\xbb\x99t</p><p>Ha", b"<table><tr><td>a", b"<body><p>a</p></html>"]
)
def test_a_page_that_was_cut_is_told(raw: bytes) -> None:
    """What was opened is not closed."""
    assert [one.code for one in manuscript(raw, "a.doc").notices] == ["cut_short"]


@pytest.mark.parametrize("raw", [b"<html><body><p>a</BODY></html>", b"<p>a<p>b", b"<ul><li>a</ul>"])
def test_a_whole_page_is_not_told(raw: bytes) -> None:
    """A piece of a page without its frame is none that was cut."""
    assert manuscript(raw, "a.doc").notices == ()


@pytest.mark.parametrize("raw", [b"<p>a" * 60_001, b"<p>" + b"\n" * 30_001, b"<p>a</p>" * 3_001])
def test_pages_are_bounded(raw: bytes) -> None:
    """By tags, by lines, by paragraphs."""
    with pytest.raises(InputError) as caught:
        manuscript(raw, "a.html")
    assert caught.value.code == "too_large"


def test_cells_that_reach_far_are_bounded() -> None:
    """Some thousand of a hundred rows by a hundred columns are a small file and a huge table."""
    with pytest.raises(InputError) as caught:
        page("<table>" + "<tr>" * 50 + "<td rowspan=100 colspan=100>a" * 25)
    assert caught.value.code == "too_large"
