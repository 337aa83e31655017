"""grid_dated: days under names that do not tell of them are read with a remark, or told."""

from collections.abc import Sequence
from datetime import date

import pytest
from sheets import ONE, TWO, Value, sheet

from signboard.campaign.period import Period
from signboard.manuscript.grid import GridReading, read_table
from signboard.manuscript.model import Asked

EARLY, LATE = date(2026, 11, 20), date(2026, 12, 20)
SPAN = Period(EARLY, LATE)


def read(*rows: Sequence[Value]) -> GridReading:
    """A sheet of these rows, read."""
    return read_table(sheet(*rows), Asked(), "a.xlsx")


def told(reading: GridReading) -> list[list[str]]:
    """Codes of the findings of each line."""
    return [[finding.code for finding in line.findings] for line in reading.lines]


@pytest.mark.parametrize("days", [(EARLY, LATE), (LATE, EARLY), ("20/11/2026", "20/12/2026")])
def test_two_unknown_columns_are_first_and_last_day(days: tuple[Value, Value]) -> None:
    """The earlier one is the first, wherever it stands; a person is asked to look."""
    reading = read(["STT", "Khẩu hiệu", "Mốc A", "Mốc B"], ["1", ONE, *days], ["2", TWO, *days])

    assert [line.period for line in reading.lines] == [SPAN, SPAN]
    assert told(reading) == [["days_guessed"], ["days_guessed"]]


def test_a_column_without_a_name_beside_that_of_days_is_the_last_day() -> None:
    """As under a heading that was merged before a program saved it as text."""
    reading = read(["STT", "Khẩu hiệu", "Thời gian", ""], ["1", ONE, EARLY, LATE], ["2", TWO, EARLY, LATE])

    assert [line.period for line in reading.lines] == [SPAN, SPAN]
    assert told(reading)[0] == ["days_guessed"]


def test_the_end_that_no_name_tells_of_is_the_unknown_column() -> None:
    """`Từ ngày` beside `Mốc`."""
    reading = read(["STT", "Khẩu hiệu", "Từ ngày", "Mốc"], ["1", ONE, EARLY, LATE], ["2", TWO, EARLY, LATE])

    assert [line.period for line in reading.lines] == [SPAN, SPAN]
    assert told(reading)[0] == ["days_guessed"]


@pytest.mark.parametrize("count", [1, 3])
def test_days_that_could_be_anything_are_told(count: int) -> None:
    """One lone day, or three: nothing is applied, each is shown."""
    days = [EARLY] * count
    reading = read(["STT", "Khẩu hiệu", *("Mốc A", "Mốc B", "Mốc C")[:count]], ["1", ONE, *days], ["2", TWO, *days])

    assert [line.period for line in reading.lines] == [None, None]
    assert told(reading)[0] == ["days_unclear"] * count
    assert reading.lines[0].findings[0].fields == {"column": "Mốc A", "written": "2026-11-20"}


def test_spans_under_an_unknown_name_are_days() -> None:
    """`20/11/2026 - 20/12/2026` can be nothing else."""
    rows = (["1", ONE, "20/11/2026 - 20/12/2026"], ["2", TWO, "20/11/2026 - 20/12/2026"])
    reading = read(["STT", "Khẩu hiệu", "Mốc"], *rows)

    assert [line.period for line in reading.lines] == [SPAN, SPAN]


def test_a_name_for_hours_over_days_means_days() -> None:
    """`Thời điểm bắt đầu` says no more than where it begins; no remark, for nothing was guessed."""
    reading = read(["STT", "Khẩu hiệu", "Thời điểm bắt đầu", "Thời điểm kết thúc"], ["1", ONE, EARLY, LATE])

    assert [line.period for line in reading.lines] == [SPAN]
    assert told(reading) == [[]]


def test_other_days_beside_known_ones_are_let_be() -> None:
    """Of first and last day nothing is in doubt."""
    head = ["STT", "Khẩu hiệu", "Từ ngày", "Đến ngày", "Họp"]
    reading = read(head, ["1", ONE, EARLY, LATE, date(2026, 1, 1)], ["2", TWO, EARLY, LATE, date(2026, 1, 2)])

    assert [line.period for line in reading.lines] == [SPAN, SPAN]
    assert told(reading) == [[], []]


def test_marks_under_months_are_their_days() -> None:
    """Side by side they are one span; with a gap they are for a look."""
    head = ["STT", "Khẩu hiệu", "Tháng 10/2026", "Tháng 11/2026", "Tháng 12/2026"]
    reading = read(head, ["1", ONE, "x", "x", ""], ["2", TWO, "x", "", "x"])

    assert reading.lines[0].period == Period(date(2026, 10, 1), date(2026, 11, 30))
    assert told(reading) == [[], ["days_unread"]]
