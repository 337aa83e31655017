"""Paragraphs and tables are numbered as a person would number them."""

import pytest

from signboard.errors import InputError
from signboard.manuscript.model import Paragraph, Part, Table
from signboard.office.folio import MOST_CHARACTERS, MOST_PARAGRAPHS, Draft, Folio, Run, Spread


def _draft(text: str, **more: object) -> Draft:
    return Draft([Run(text)], **more)  # type: ignore[arg-type]  # a test's shorthand


def _table(folio: Folio, rows: list[list[tuple[str, Spread]]]) -> Table:
    folio.begin_table()
    for row in rows:
        folio.begin_row()
        for text, spread in row:
            folio.begin_cell(spread)
            folio.add(_draft(text))
    folio.end_table()
    table = folio.end()[-1]
    assert isinstance(table, Table)
    return table


def _texts(table: Table) -> list[list[str | None]]:
    return [[cell.text if cell else None for cell in row.cells] for row in table.rows]


def test_empty_paragraphs_of_the_body_count_and_stand() -> None:
    """Word's own count includes them."""
    folio = Folio("a.docx")
    for text in ("one", "", "three"):
        folio.add(_draft(text))

    blocks = folio.end()
    assert [(block.text, block.origin.line) for block in blocks if isinstance(block, Paragraph)] == [
        ("one", 1),
        ("", 2),
        ("three", 3),
    ]


def test_parts_stand_in_reading_order() -> None:
    """Headers, the body with its boxes behind their paragraphs, notes, footers."""
    folio = Folio("a.docx")
    for text, part in (
        ("f", Part.FOOTER),
        ("n", Part.NOTE),
        ("box", Part.BOX),
        ("body", Part.BODY),
        ("h", Part.HEADER),
    ):
        folio.add(_draft(text), part)

    blocks = [block for block in folio.end() if isinstance(block, Paragraph)]
    assert [block.text for block in blocks] == ["h", "body", "box", "n", "f"]
    assert [(block.origin.kind, block.origin.part) for block in blocks] == [
        ("paragraph", "header"),
        ("paragraph", ""),
        ("box", ""),
        ("paragraph", "note"),
        ("paragraph", "footer"),
    ]


def test_a_cell_that_goes_on_belongs_to_the_one_above() -> None:
    """Merged downwards: one cell of two rows, nothing below it."""
    rows = [[("1", Spread()), ("group", Spread())], [("2", Spread()), ("", Spread(goes_on=True))]]
    table = _table(Folio("a"), rows)

    assert _texts(table) == [["1", "group"], ["2", None]]
    assert table.rows[0].cells[1] is not None
    assert table.rows[0].cells[1].rows == 2


def test_a_wide_cell_covers_the_columns_on_its_right() -> None:
    """Three columns in one."""
    table = _table(Folio("a"), [[("all", Spread(3))], [("1", Spread()), ("2", Spread()), ("3", Spread())]])

    assert _texts(table) == [["all", None, None], ["1", "2", "3"]]
    assert table.rows[0].cells[0] is not None
    assert table.rows[0].cells[0].columns == 3


def test_edges_tell_columns_where_the_format_does_not() -> None:
    """Nearly the same edge is the same column."""
    rows = [[("all", Spread(right_twips=3_000))], [("1", Spread(right_twips=1_000)), ("2", Spread(right_twips=3_012))]]

    assert _texts(_table(Folio("a"), rows)) == [["all", None], ["1", "2"]]


def test_a_table_within_a_table_stands_behind_it() -> None:
    """Nothing of it is lost, and the outer cell keeps its own words."""
    folio = Folio("a")
    folio.begin_table()
    folio.begin_row()
    folio.begin_cell()
    folio.add(_draft("outer"))
    folio.begin_table()
    folio.begin_row()
    folio.begin_cell()
    folio.add(_draft("inner"))
    folio.end_table()
    folio.add(_draft("outer too"))
    tables = [block for block in folio.end() if isinstance(block, Table)]

    assert [(table.name, _texts(table)) for table in tables] == [("1", [["outer\nouter too"]]), ("2", [["inner"]])]


def test_rows_without_words_are_left_out_and_numbers_stay() -> None:
    """The third row is called the third."""
    table = _table(Folio("a"), [[("x", Spread())], [("", Spread())], [("y", Spread())]])

    assert [row.number for row in table.rows] == [1, 3]


def test_cells_beyond_the_last_edge_are_taken_into_the_last() -> None:
    """LibreOffice ends a row with cells that it never defined."""
    folio = Folio("a")
    folio.begin_table()
    folio.begin_row()
    for text in ("1", "2", "3"):
        folio.begin_cell()
        folio.add(_draft(text))
    folio.spread_row((Spread(right_twips=1), Spread(right_twips=900)), is_header=True)
    (table,) = folio.end()

    assert isinstance(table, Table)
    assert _texts(table) == [["1", "2\n3"]]
    assert table.rows[0].is_header


def test_looks_hold_for_all_letters_and_plain_styles_have_no_name() -> None:
    """Half bold is not bold; blanks do not count."""
    folio = Folio("a")
    folio.add(Draft([Run("a", is_bold=True), Run(" "), Run("b", is_bold=True)], style="Heading 1"))
    folio.add(Draft([Run("a", is_bold=True), Run("b")], style="Normal"))
    first, second = (block for block in folio.end() if isinstance(block, Paragraph))

    assert (first.is_bold, first.style) == (True, "heading 1")
    assert (second.is_bold, second.style) == (False, "")


def test_a_page_break_parts_a_paragraph() -> None:
    """Two paragraphs of one number; a break at the beginning or the end parts nothing."""
    folio = Folio("a")
    folio.add(_draft("\fone\ftwo\f\x01", label="1.", level=0))
    folio.add(_draft("\f"))
    found = [block for block in folio.end() if isinstance(block, Paragraph)]

    assert [(one.text, one.label, one.origin.line) for one in found] == [("one", "1.", 1), ("two", "", 1), ("", "", 2)]


def test_a_folio_is_bounded() -> None:
    """Neither a million paragraphs nor one endless one."""
    folio = Folio("a")
    for _ in range(MOST_PARAGRAPHS):
        folio.add(Draft())
    for draft, taken in ((Draft(), folio), (_draft("x" * (MOST_CHARACTERS + 1)), Folio("a"))):
        with pytest.raises(InputError) as refused:
            taken.add(draft)
        assert refused.value.code == "too_large"
