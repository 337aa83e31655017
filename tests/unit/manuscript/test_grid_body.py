"""grid_body: the rows in turn."""

from datetime import date

from sheets import ONE, THREE, TWO, sheet, wide

from signboard.manuscript.grid_body import Body
from signboard.manuscript.grid_head import Head, find_head
from signboard.manuscript.model import Table


def body(table: Table, column: int) -> Body:
    """A table, read by its own heading."""
    found = find_head(table.rows)
    read = Body(table, "a.xlsx", found[1] if found else Head(), found[0] if found else None, (column,))
    read.read(table.rows)
    return read


def test_every_line_tells_its_row() -> None:
    """Lines of one cell share what their row says."""
    read = body(sheet(["TT", "Khẩu hiệu", "Từ ngày"], ["1", ONE, date(2026, 11, 15)], ["2", TWO, ""]), 1)

    assert [(draft.paragraph.text, draft.row) for draft in read.drafts] == [(ONE, 0), (TWO, 1)]
    assert [stated.first_day for stated in read.stated] == [date(2026, 11, 15), None]


def test_a_second_table_below_the_first_has_its_own_columns() -> None:
    """Each heading holds until the next; a signature between them ends only the first list."""
    read = body(
        sheet(["TT", "Khẩu hiệu"], ["1", ONE], ["", "Người lập"], ["TT", "Từ ngày", "Khẩu hiệu"], ["1", "15/11", TWO]),
        1,
    )

    assert [draft.paragraph.text for draft in read.drafts] == [ONE, TWO]


def test_a_merged_slogan_is_one() -> None:
    """Further rows beside it say no more slogans."""
    table = sheet(["STT", "Khẩu hiệu"], [wide("1", 1, 2), wide(ONE, 1, 2)], [None, None], ["2", TWO])

    assert [draft.paragraph.text for draft in body(table, 1).drafts] == [ONE, TWO]


def test_a_slogan_that_names_a_group_word_is_none() -> None:
    """A numbered row is a slogan though it looks like a heading; so is a long or an exclaiming one without a number."""
    rows = [["1", "Tuyên truyền phòng, chống ma túy"], ["2", ONE], ["", "Tuyên truyền là sức mạnh!"], ["", THREE]]
    read = body(sheet(["TT", "Khẩu hiệu"], *rows), 1)

    assert [draft.paragraph.text for draft in read.drafts] == [row[1] for row in rows]
