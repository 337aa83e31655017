"""written_hours: every form in which clerks write hours."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signboard.campaign.period import HourWindow
from signboard.manuscript.result import Verdict
from signboard.manuscript.written_hours import clock_time, find_hours, read_hours, window_between

DAY = (HourWindow(360, 1320),)
MINUTES = st.integers(0, 24 * 60 - 1)
FORMS = (
    "{:02}h{:02}-{:02}h{:02}", "{:02}h{:02}–{:02}h{:02}", "{}:{:02} - {}:{:02}", "từ {}h{:02} đến {}h{:02}",
    "Giờ: {}g{:02} tới {}g{:02}", "từ {} giờ {:02} đến {} giờ {:02}", "{}h{:02}' - {}h{:02}'",
    "{} giờ {:02} phút đến {} giờ {:02} phút", "TỪ {}H{:02} ĐẾN {}H{:02}",
)  # fmt: skip


@given(MINUTES, MINUTES, st.sampled_from(FORMS))
def test_every_written_window_is_read_back(start: int, end: int, form: str) -> None:
    """An end that lies before the start is on the next day; the same minute twice holds no time."""
    found = find_hours(form.format(*divmod(start, 60), *divmod(end, 60)))

    assert found is not None
    if start == end:
        assert (found.windows, [finding.code for finding in found.findings]) == ((), ["bad_hours"])
    else:
        assert found.windows == (HourWindow(start, end if end > start else end + 1440),)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("6h-22h", DAY),
        ("6-22h", DAY),
        ("từ 6 giờ đến 22 giờ", DAY),
        ("từ 6h tới 22h", DAY),
        ("6h sáng tới 10h tối", DAY),
        ("6h-8h, 16h30-20h", (HourWindow(360, 480), HourWindow(990, 1200))),
        ("Sáng 6h-8h; chiều từ 4h-8h", (HourWindow(360, 480), HourWindow(960, 1200))),
        ("0h-24h", (HourWindow(0, 1440),)),
        ("cả ngày", (HourWindow(0, 1440),)),
        ("24/24", (HourWindow(0, 1440),)),
        ("từ 8h00 ngày", ()),
    ],
)
def test_hours_in_other_forms(written: str, expected: tuple[HourWindow, ...]) -> None:
    """Short forms, several windows, parts of the day."""
    found = find_hours(written)

    assert (found.windows if found else ()) == expected


@pytest.mark.parametrize("text", ["15/11 - 15/12", "từ ngày 15 đến ngày 30", "2026", "", "8-3", "6.00 - 22.00"])
def test_days_are_no_hours(text: str) -> None:
    """What could be days is left to days."""
    assert find_hours(text) is None


def test_a_column_of_hours_may_write_dots() -> None:
    """There nothing else is meant."""
    found = read_hours("6.00 - 22.00")

    assert found is not None
    assert found.windows == DAY


def test_office_hours_are_told_not_applied() -> None:
    """Nobody can know which they are."""
    found = find_hours("chạy giờ hành chính")

    assert found is not None
    assert found.windows == ()
    assert [(one.code, one.verdict, one.fields) for one in found.findings] == [
        ("hours_in_words", Verdict.LOOK, {"written": "giờ hành chính"})
    ]


def test_hours_that_no_clock_has_stop() -> None:
    """25h is no time."""
    found = find_hours("25h-26h")

    assert found is not None
    assert [(one.code, one.verdict) for one in found.findings] == [("bad_hours", Verdict.STOP)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [("6h", time(6)), ("từ 22:30", time(22, 30)), ("10h tối", time(22)), ("6h-8h", None), ("24h", None)],
)
def test_a_lone_time_is_an_end_or_a_beginning(written: str, expected: time | None) -> None:
    """Columns may part the two."""
    assert clock_time(written) == expected


def test_two_times_make_a_window() -> None:
    """Over midnight too."""
    assert window_between(time(6), time(22)) == DAY[0]
    assert window_between(time(22), time(2)) == HourWindow(1320, 1560)
    assert window_between(time(6), time(6)) is None


@given(st.lists(st.sampled_from([*"0123456789h:g-–,. ", "giờ", "đến ", "tối "]) | st.text(max_size=3)).map("".join))
def test_any_text_is_read_or_not(text: str) -> None:
    """Nothing raises."""
    for found in (find_hours(text), read_hours(text)):
        assert found is None or found.windows or found.findings
    clock_time(text)
