"""grid_days: what the cells of a row say about when, and what the rows say together."""

from datetime import date, datetime, time

import pytest
from sheets import Value, cell

from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.manuscript.grid_days import NOTHING_STATED, Stated, settle, stated_by
from signboard.manuscript.model import Cell

FIRST, LAST = date(2026, 11, 15), date(2026, 12, 15)
MONTH = Period(FIRST, LAST)


def said(**cells: Value) -> Stated:
    """A row with these cells."""
    made = [(kind, cell(value)) for kind, value in cells.items()]
    return stated_by([(kind, one) for kind, one in made if one])


def settled(
    *rows: Stated, usual: Period | None = None, today: date | None = None
) -> list[tuple[Period | None, list[str]]]:
    """Period and codes of each row."""
    return [(period, [one.code for one in findings]) for period, findings in settle(rows, usual, today)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (FIRST, LAST),
        (datetime(2026, 11, 15, 6), datetime(2026, 12, 15, 22)),  # noqa: DTZ001 - a sheet knows no zones
        (46341.0, 46371.0),
        ("15/11/2026", "15/12/2026"),
        ("46341", "46371"),
        ("từ ngày 15/11/2026", "đến hết ngày 15/12/2026"),
        ("15/11", LAST),
    ],
)
def test_two_columns_make_a_period(first: Value, last: Value) -> None:
    """Stored as days, as numbers or as text."""
    assert settled(said(first=first, last=last)) == [(MONTH, [])]


def test_a_span_in_the_first_column_is_both() -> None:
    """Where the second is blank."""
    assert settled(said(first="15/11/2026 - 15/12/2026", last="")) == [(MONTH, [])]


def test_one_column_gives_a_day_a_span_and_hours() -> None:
    """`Thời gian` may say all of it."""
    row = said(days="15/11/2026 - 15/12/2026, 6h-22h")

    assert (settled(row), row.windows) == ([(MONTH, [])], (HourWindow(360, 1320),))
    assert settled(said(days=FIRST)) == [(Period(FIRST, FIRST), [])]


def test_hours_of_every_form() -> None:
    """Text, and times in two columns."""
    assert said(hours="6.00 - 22.00").windows == (HourWindow(360, 1320),)
    assert said(hour_first=time(6), hour_last=time(22)).windows == (HourWindow(360, 1320),)
    assert said(hour_first="6h", hour_last="22h").windows == (HourWindow(360, 1320),)
    assert said(hour_first=datetime(1899, 12, 30, 6), hour_last=0.5).windows == (HourWindow(360, 720),)  # noqa: DTZ001 - a sheet knows no zones
    assert said(hour_first=time(6)).windows == ()


def test_what_cannot_be_read_is_told() -> None:
    """Days and hours alike; the usual words for `as long as the campaign` are not told."""
    assert [one.code for one in said(days="khi rảnh", hours="buổi sáng").findings] == ["days_unread", "hours_unread"]
    assert [one.code for one in said(hours=time(6)).findings] == ["hours_unread"]
    for usual in ("cả đợt", "theo kế hoạch", "hàng ngày", "Suốt chiến dịch", "x", ""):
        assert said(days=usual, first=usual, hours=usual) == NOTHING_STATED


def test_the_usual_period_completes_a_row() -> None:
    """A missing end is that of the title; without one it is told."""
    assert settled(said(first=FIRST), usual=MONTH) == [(MONTH, [])]
    assert settled(said(first=FIRST)) == [(None, ["one_day_missing"])]
    assert settled(NOTHING_STATED, usual=MONTH) == [(None, [])]


def test_a_year_comes_from_the_other_rows() -> None:
    """Then from the title, then from the day on the wall; else it stays open."""
    yearly = said(days="20/11 - 25/11")
    near = Period(date(2026, 11, 20), date(2026, 11, 25))

    assert settled(yearly, said(days=FIRST))[0] == (near, [])
    assert settled(yearly, usual=MONTH) == [(near, [])]
    assert settled(yearly, today=date(2026, 10, 1)) == [(near, [])]
    assert settled(yearly) == [(Period(DayOfYear(11, 20), DayOfYear(11, 25)), [])]


def test_a_turned_day_is_out_of_line() -> None:
    """Before the start in its own row, outside of the title, or outside of the other rows."""
    turned = date(2026, 8, 12)
    assert settled(said(first=FIRST, last=turned)) == [(None, ["day_month_swap"])]
    assert settled(said(first=turned, last=LAST), usual=MONTH) == [(Period(turned, LAST), ["day_month_swap"])]
    rows = [said(days=FIRST), said(days=date(2026, 12, 15)), said(days=turned)]
    assert [codes for _, codes in settled(*rows)] == [[], [], ["day_month_swap"]]


def test_days_in_line_are_believed() -> None:
    """One reading lies in the span, the other does not; or the day has one reading."""
    assert settled(said(first=date(2026, 12, 1), last=LAST), usual=MONTH) == [(Period(date(2026, 12, 1), LAST), [])]
    assert settled(said(days=date(2026, 12, 12)), said(days=FIRST), said(days=date(2026, 11, 20)))[0][1] == []
    assert settled(said(days="12/8/2026"), said(days=FIRST), said(days=LAST))[0][1] == []


def test_an_empty_cell_says_nothing() -> None:
    """Nor does a kind that has nothing to do with time."""
    assert stated_by([("first", Cell()), ("notes", Cell((), FIRST))]) == NOTHING_STATED


@pytest.mark.parametrize("length", [5.0, "5", "05 ngày"])
def test_a_number_of_days_gives_the_last_one(length: Value) -> None:
    """Beside a lone first day; beside two days, or where it is no number, it says nothing."""
    assert settled(said(days=FIRST, length=length)) == [(Period(FIRST, date(2026, 11, 19)), [])]
    assert settled(said(first=FIRST, last=LAST, length=length)) == [(MONTH, [])]
    assert settled(said(days=FIRST, length="nhiều")) == [(Period(FIRST, FIRST), [])]
