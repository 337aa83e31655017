"""Workbooks saved by six programs: the same slogans, ids, days and hours from each, and what calamine reads in them."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from signboard.campaign.period import HourWindow, Period
from signboard.importers.kind import read
from signboard.importers.sheet import manuscript
from signboard.manuscript.model import Cell, Row, Table
from signboard.manuscript.result import Item, Verdict

FOLDER = Path(__file__).parents[1] / "data" / "sheets"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".md")
LISTS = [path for path in FILES if path.name.startswith("list")]
PLANS = [path for path in FILES if path.name.startswith("plan")]
# calamine reads no font, hence no old letters, and no .ods of Gnumeric's, which breaks its lines between cells.
BOOKS = [
    path for path in FILES if path.suffix != ".csv" and "vntime" not in path.name and "gnumeric.ods" not in path.name
]

SLOGANS = [
    "Chung tay xóa bỏ bạo lực đối với phụ nữ và trẻ em",
    "Hãy lên tiếng khi bị bạo lực",
    "Bình đẳng giới là chìa khóa của hạnh phúc gia đình",
    "Đầu tư cho phụ nữ là đầu tư cho tương lai",
    "Phụ nữ và trẻ em gái cần được an toàn, được tôn trọng",
    "Xây dựng gia đình no ấm, bình đẳng, tiến bộ, hạnh phúc",
]
LAST = date(2026, 12, 15)


def _november(first: int, last: int) -> Period:
    return Period(date(2026, 11, first), date(2026, 11, last))


PLANNED = [
    (_november(15, 30), (HourWindow(360, 1320),)),
    (_november(15, 30), (HourWindow(360, 480), HourWindow(990, 1200))),
    (_november(20, 25), ()),
    (_november(1, 30), ()),
    (_november(1, 30), ()),
    (Period(date(2026, 11, 15), LAST), ()),
]


def _items(path: Path) -> tuple[Item, ...]:
    return read(path.read_bytes(), path.name).items


def test_every_file_is_of_one_kind() -> None:
    """None is left out of the tests below."""
    assert {*LISTS, *PLANS} == set(FILES)
    assert len(FILES) >= 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_same_slogans_from_every_program(path: Path) -> None:
    """In their order, none stopped, nothing else: no title, total, signature, hidden row or old sheet."""
    items = _items(path)

    assert [item.slogan.text for item in items] == SLOGANS
    assert Verdict.STOP not in {item.verdict for item in items}


def test_ids_are_the_same_in_every_format() -> None:
    """They are made of the words alone."""
    assert len({tuple(item.slogan.id for item in _items(path)) for path in FILES}) == 1


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_a_plan_says_when(path: Path) -> None:
    """From cells, merged cells, `nt`, and the title."""
    assert [(item.period, item.windows) for item in _items(path)] == PLANNED


@pytest.mark.parametrize("path", [path for path in LISTS if "vntime" not in path.name], ids=lambda path: path.name)
def test_a_list_says_when(path: Path) -> None:
    """Stored days, and in .csv days as text."""
    assert [item.period for item in _items(path)] == [Period(date(2026, 11, 15 + row), LAST) for row in range(6)]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_what_a_plan_leaves_out(path: Path) -> None:
    """Every row that is no slogan, with its reason."""
    left_out = read(path.read_bytes(), path.name).left_out

    assert [line.reason for line in left_out] == [
        "letterhead", "letterhead", "heading", "period", "table_head", "table_head", "heading", "hidden", "heading",
        "total", "signature", "signature", "signature",
    ]  # fmt: skip


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_another_reader_reads_the_same(path: Path) -> None:
    """Calamine shares no line with ours and finds the same in every cell of every sheet."""
    ours = [block for block in manuscript(path.read_bytes(), path.name).blocks if isinstance(block, Table)]

    with CalamineWorkbook.from_path(str(path)) as book:
        theirs = {
            name: _filled(book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names
        }

    assert {table.name: _cells(table.rows) for table in ours} == theirs


def _cells(rows: tuple[Row, ...]) -> dict[tuple[int, int], object]:
    found = {(row.number, column): cell for row in rows for column, cell in enumerate(row.cells)}
    return {place: _value(cell) for place, cell in found.items() if cell and (cell.value is not None or cell.text)}


def _value(cell: Cell) -> object:
    return cell.text if cell.value is None else cell.value


def _filled(rows: Sequence[Sequence[object]]) -> dict[tuple[int, int], object]:
    cells = {(number, column): value for number, row in enumerate(rows, 1) for column, value in enumerate(row)}
    return {place: _plain(value) for place, value in cells.items() if value != ""}


def _plain(value: object) -> object:
    return value.date() if isinstance(value, datetime) and not value.hour else value
