"""The rows of the log against what was planned."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from showings import SHOWING

from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.playlog.trust import Trust
from signboard.report.account import Account, Gap, Planned, Terms, account

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SIX_AT = datetime(2026, 11, 15, 6, tzinfo=HANOI).astimezone(UTC)
Row = Callable[..., Showing]


def _after(seconds: float) -> datetime:
    return SIX_AT + timedelta(seconds=seconds)


def _reckon(rows: list[Showing], planned_s: float = 100) -> Account:
    planned = [Planned(SIX_AT, _after(planned_s))]
    return account(rows, planned, _after(-3600), _after(86_400), HANOI)


def _seconds(length: timedelta) -> float:
    return length.total_seconds()


def test_what_rows_cover_is_shown_and_nothing_else(row: Row) -> None:
    """30 of 100 seconds."""
    found = _reckon([row(0, 10), row(10, 20), row(50, 60)])

    assert (_seconds(found.planned), _seconds(found.shown)) == (100, 30)
    assert [(_seconds(gap.since_at - SIX_AT), _seconds(gap.length)) for gap in found.gaps] == [(20, 30), (60, 40)]


def test_the_wire_between_two_pictures_is_no_gap_but_is_told(row: Row) -> None:
    """Two seconds at most, added up."""
    found = _reckon([row(0, 10), row(11.5, 20)], planned_s=20)

    assert (found.gaps, _seconds(found.changing), _seconds(found.shown)) == ((), 1.5, 18.5)


@pytest.mark.parametrize(
    ("more", "cause"),
    [
        ({"evidence": Evidence.FAILED}, "line"),
        ({"slogan": None, "reason": "clock_untrusted"}, "clock"),
        ({"slogan": None, "reason": "no_content"}, "no_content"),
        ({"slogan": None, "reason": "outside_hours"}, "dark"),
    ],
)
def test_a_gap_has_the_cause_that_its_row_tells(row: Row, more: dict[str, object], cause: str) -> None:
    """What the log knows of it."""
    slogan = more.pop("slogan", "aaa")
    found = _reckon([row(0, 10), row(10, 50, slogan, **more), row(50, 100)])

    assert [gap.cause for gap in found.gaps] == [cause]


def test_silence_after_a_row_that_was_cut_is_a_break_down(row: Row) -> None:
    """The program ended while the row was open."""
    found = _reckon([row(0, 10, is_cut=True), row(50, 100)])

    assert [gap.cause for gap in found.gaps] == ["broken_off"]


def test_silence_without_a_cut_row_is_a_program_that_did_not_run(row: Row) -> None:
    """Before the first row, too."""
    found = _reckon([row(50, 100)])

    assert [gap.cause for gap in found.gaps] == ["off"]


def test_a_gap_is_parted_where_its_cause_changes(row: Row) -> None:
    """20 s of a dead line, then 30 s of silence."""
    found = _reckon([row(0, 10), row(10, 30, evidence=Evidence.FAILED), row(60, 100)])

    assert [(gap.cause, _seconds(gap.length)) for gap in found.gaps] == [("line", 20), ("off", 30)]


def test_slivers_are_no_gaps_of_their_own(row: Row) -> None:
    """One at the beginning belongs to what follows it, two together to the first: all that are listed are above 2 s."""
    led = _reckon([row(0, 10, evidence=Evidence.ACKED), row(11, 50, evidence=Evidence.FAILED), row(50, 100)])
    both = _reckon([row(0, 10), row(11.5, 13, evidence=Evidence.FAILED), row(13, 100)])

    assert [(gap.cause, _seconds(gap.length)) for gap in led.gaps] == [("line", 40)]
    assert [(gap.cause, _seconds(gap.length)) for gap in both.gaps] == [("off", 3)]


def test_rows_that_were_lost_are_no_program_that_did_not_run(row: Row) -> None:
    """What the store tells of them parts the gap; rows that are there count all the same."""
    lost = [Gap(_after(5), _after(40), "not_writable")]
    planned = [Planned(SIX_AT, _after(100))]
    found = account([row(0, 10)], planned, SIX_AT, _after(100), HANOI, Terms(lost))

    assert [(gap.cause, _seconds(gap.length)) for gap in found.gaps] == [("not_writable", 30), ("off", 60)]


def test_seconds_told_twice_count_once_with_the_weaker_evidence(row: Row) -> None:
    """A clock that was set back by five seconds."""
    found = _reckon([row(0, 10), row(5, 15, evidence=Evidence.SENT)], planned_s=15)

    assert {level: _seconds(time) for level, time in found.evidence.items()} == {Evidence.ACKED: 5, Evidence.SENT: 10}
    assert _seconds(found.shown) == 15


def test_seconds_told_twice_count_by_the_clock_that_was_believed_more(row: Row) -> None:
    """Ten seconds of which a doubtful clock says something else, with weaker evidence; five are its alone."""
    found = _reckon([row(0, 10, "one"), row(0, 15, "two", trust=Trust.PLAUSIBLE, evidence=Evidence.SENT)], planned_s=15)

    assert {one.slogan: _seconds(one.time) for one in found.slogans} == {"one": 10, "two": 5}
    assert _seconds(found.unsure) == 5


def test_a_day_that_was_told_twice_counts_once(row: Row) -> None:
    """A clock that was ahead, and then right: thousands of rows that overlap in one chain."""
    ahead = [row(10 * number, 10 * number + 9.9, "one", trust=Trust.PLAUSIBLE) for number in range(8000)]
    right = [row(10 * number + 5, 10 * number + 14.9, "two") for number in range(8000)]
    found = _reckon(ahead + right, planned_s=80_005)

    times = {one.slogan: _seconds(one.time) for one in found.slogans}
    assert times["two"] == pytest.approx(8000 * 9.9)
    assert times["one"] == pytest.approx(5 + 7999 * 0.1)


def test_light_beyond_the_plan_is_told_apart(row: Row) -> None:
    """It never fills a gap."""
    found = _reckon([row(90, 130)])

    assert (_seconds(found.shown), _seconds(found.beyond)) == (10, 30)


def test_a_card_that_turns_pages_makes_no_passes(row: Row) -> None:
    """Its time is shown time."""
    found = _reckon([row(0, 100, None, motion="stored", text="a\nb")])

    assert (_seconds(found.shown), _seconds(found.stored), found.slogans) == (100, 100, ())


def test_times_of_a_doubtful_clock_are_told(row: Row) -> None:
    """They count, and the report says how many."""
    assert _seconds(_reckon([row(0, 10, trust=Trust.PLAUSIBLE), row(10, 20)]).unsure) == 10


def test_days_are_those_of_the_place(row: Row) -> None:
    """A stretch over midnight belongs to two days."""
    midnight_s = 18 * 3600
    rows = [row(midnight_s - 10, midnight_s + 20)]
    planned = [Planned(_after(midnight_s - 60), _after(midnight_s + 60))]
    found = account(rows, planned, SIX_AT, _after(86_400), HANOI)

    assert [(one.day, _seconds(one.planned), _seconds(one.shown)) for one in found.days] == [
        (date(2026, 11, 15), 60, 10),
        (date(2026, 11, 16), 60, 20),
    ]


def test_rows_beyond_the_span_are_cut(row: Row) -> None:
    """Only what lies inside counts."""
    found = account([row(-10, 10)], [Planned(_after(-10), _after(10))], SIX_AT, _after(5), HANOI)

    assert (_seconds(found.planned), _seconds(found.shown)) == (5, 5)


spans = st.lists(
    st.tuples(
        st.integers(0, 90), st.integers(1, 30), st.sampled_from([Evidence.FAILED, Evidence.SENT, Evidence.ACKED])
    ),
    max_size=8,
)


@given(spans)
def test_every_planned_second_is_shown_or_told(pieces: list[tuple[int, int, Evidence]]) -> None:
    """Shown, changing and gaps add up to the plan, and shown never exceeds a count by hand, second by second."""
    made = row_maker()
    rows = [made(since, since + length, evidence=level) for since, length, level in pieces]
    found = _reckon(rows)
    by_hand = sum(
        any(since <= second < since + length and level > Evidence.FAILED for since, length, level in pieces)
        for second in range(100)
    )

    assert _seconds(found.shown) == by_hand
    told = sum((gap.length for gap in found.gaps), timedelta())
    assert found.shown + found.changing + told == found.planned


def row_maker() -> Row:
    """As the fixture, for laws that draw their rows."""

    def made(since_s: float, until_s: float, **more: object) -> Showing:
        row = replace(SHOWING, since_at=_after(since_s), until_at=_after(until_s))
        return replace(row, **more)  # type: ignore[arg-type]  # names of its own fields

    return made
