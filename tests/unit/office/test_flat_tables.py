"""Marks at the ends of cells and rows make tables."""

from signboard.manuscript.model import Paragraph, Table
from signboard.office.flat_tables import MOST_NESTED, FlatTables
from signboard.office.folio import Draft, Folio, Run


def _told(folio: Folio) -> list[object]:
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[cell.text for cell in row.cells if cell] for row in block.rows]
        for block in folio.end()
    ]


def test_paragraphs_cells_and_rows_in_turn() -> None:
    """A paragraph outside ends the table."""
    folio = Folio("a")
    flat = FlatTables(folio)
    flat.paragraph(Draft([Run("before")]), 0)
    flat.paragraph(Draft([Run("one")]), 1)
    flat.end_cell(Draft([Run("two")]), 1)
    flat.end_cell(Draft([Run("three")]), 1)
    flat.end_row(1, (), is_header=False)
    flat.end_cell(Draft([Run("four")]), 1)
    flat.end_row(1, (), is_header=False)
    flat.paragraph(Draft([Run("after")]), 0)

    assert _told(folio) == ["before", [["one\ntwo", "three"], ["four"]], "after"]


def test_a_table_within_a_cell() -> None:
    """Deeper paragraphs open a table of their own."""
    folio = Folio("a")
    flat = FlatTables(folio)
    flat.paragraph(Draft([Run("outer")]), 1)
    flat.end_cell(Draft([Run("inner")]), 2)
    flat.end_row(2, (), is_header=False)
    flat.end_cell(Draft([Run("too")]), 1)
    flat.end_row(1, (), is_header=False)
    flat.close()

    assert _told(folio) == [[["outer\ntoo"]], [["inner"]]]


def test_marks_out_of_order_do_no_harm() -> None:
    """A row's end without a row, and a depth that nobody writes."""
    folio = Folio("a")
    flat = FlatTables(folio)
    flat.end_row(3, (), is_header=False)
    flat.paragraph(Draft([Run("deep")]), 10_000)
    blocks = folio.end()

    assert [len(block.rows) for block in blocks if isinstance(block, Table)] == [1]
    assert folio.depth == 0
    assert MOST_NESTED < 100
