"""Tables for tests, written as lists of rows."""

from collections.abc import Sequence
from datetime import date, datetime, time

from signboard.campaign.slogan import Origin
from signboard.manuscript.model import Cell, Paragraph, Row, Table

Value = str | float | date | datetime | time | Cell | None
"""None: a covered cell; an empty string: an empty one."""

ONE = "Chung tay xóa bỏ bạo lực đối với phụ nữ và trẻ em"
TWO = "Hãy lên tiếng khi bị bạo lực"
THREE = "Bình đẳng giới là chìa khóa của hạnh phúc gia đình"
SHEET = "Khẩu hiệu"


def cell(value: Value, number: int = 1, columns: int = 1, rows: int = 1, name: str = SHEET) -> Cell | None:
    """A cell of a sheet; text may hold line breaks."""
    if value is None or isinstance(value, Cell):
        return value
    if isinstance(value, str):
        paragraphs = (Paragraph(value, Origin("a.xlsx", number, "row", name)),) if value else ()
        return Cell(paragraphs, None, columns, rows)
    return Cell((), value, columns, rows)


def wide(text: str, columns: int, rows: int = 1, number: int = 1) -> Cell:
    """A merged cell."""
    return Cell((Paragraph(text, Origin("a.xlsx", number, "row", SHEET)),), None, columns, rows)


def sheet(*rows: Sequence[Value], name: str = SHEET, hidden: Sequence[int] = (), is_hidden: bool = False) -> Table:
    """A sheet of these rows, the first one number 1."""
    return Table(
        name,
        tuple(
            Row(tuple(cell(value, number, name=name) for value in row), number, is_hidden=number in hidden)
            for number, row in enumerate(rows, 1)
        ),
        is_sheet=True,
        is_hidden=is_hidden,
    )
