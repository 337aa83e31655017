"""grid: which cells of a table hold slogans."""

from signboard.campaign.slogan import Origin
from signboard.manuscript.grid import read_table
from signboard.manuscript.model import Cell, Paragraph, Row, Table


def test_a_column_of_words_is_read() -> None:
    """One column, no heading: every cell is a line."""
    words = Paragraph("Chung tay xóa bỏ bạo lực", Origin("a.xlsx", 1, "row", "Sheet1"))

    assert [line.paragraph for line in read_table(Table("Sheet1", (Row((Cell((words,)),), 1),))).lines] == [words]
