"""frames: tables that only lay out a page."""

from manuscripts import paragraph

from signboard.manuscript.frames import unframed
from signboard.manuscript.model import Cell, Row, Table


def table(*rows: tuple[str, ...]) -> Table:
    """A table; a cell's lines are parted by `/`."""
    return Table(
        "1",
        tuple(
            Row(tuple(Cell(tuple(paragraph(line) for line in cell.split("/"))) for cell in cells), number)
            for number, cells in enumerate(rows, 1)
        ),
    )


def test_a_letterhead_is_read_column_by_column() -> None:
    """As people read it."""
    found = unframed(table(("SỞ NỘI VỤ/Số: 1.SNV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/Độc lập - Tự do - Hạnh phúc")))

    assert [one.text for one in found if not isinstance(one, Table)] == [
        "SỞ NỘI VỤ", "Số: 1.SNV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    ]  # fmt: skip


def test_a_table_of_slogans_stays_one() -> None:
    """Small as it is."""
    one = table(("TT", "Khẩu hiệu"), ("1", "Chung tay"))

    assert unframed(one) == (one,)


def test_a_frame_around_a_text_is_no_table() -> None:
    """One column, few rows."""
    assert len(unframed(table(("Chung tay/Hãy nói",)))) == 2
