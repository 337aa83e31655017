"""The course: which days, in which parts, with which faults."""

from datetime import date, datetime, timedelta

from rehearsed import HANOI, MONTH, START_AT, small_script

from signboard.campaign.period import HourWindow
from signboard.rehearsal.clock import US
from signboard.rehearsal.course import Amount, course_of, next_span


def test_it_begins_and_ends_ten_minutes_outside() -> None:
    """14/11 23:50 to 16/12 00:10."""
    course = course_of(small_script(), MONTH, 1)
    assert course.start_at == START_AT
    assert course.until_at == datetime(2026, 12, 16, 0, 10, tzinfo=HANOI)


def test_parts_meet_in_the_night() -> None:
    """Two halves without a seam between them, and no fault across it."""
    first, second = course_of(small_script(), MONTH, 1).parts
    assert (first.since_us, first.until_us) == (0, second.since_us)
    assert (START_AT + timedelta(microseconds=first.until_us)).hour == 3
    assert all(fault.until_s * US < first.until_us for fault in first.faults)
    assert all(fault.at_s * US > second.since_us for fault in second.faults)


def test_there_are_about_45_faults() -> None:
    """Of the usual ones; none where nothing is to go wrong."""
    script = small_script()
    assert all(40 <= len(course_of(script, MONTH, seed).faults) <= 45 for seed in range(5))
    assert course_of(script, MONTH, 1, Amount.NONE).faults == ()


def test_few_days_have_few_faults_and_one_part() -> None:
    """One of each kind at least."""
    course = course_of(small_script(), MONTH, 1, days=2)
    assert course.last_day == date(2026, 11, 16)
    assert len(course.parts) == 1
    assert 5 <= len(course.faults) <= 10


def test_faults_like_the_edges_of_the_day() -> None:
    """Some strike where the hours begin or end."""
    edges_s = {(hour * 3600 + 600) % 86_400 for hour in (0, 7, 11, 17, 20)}
    faults = [fault for seed in range(4) for fault in course_of(small_script(), MONTH, seed).faults]
    near = [fault for fault in faults if min(abs(fault.at_s % 86_400 - edge) for edge in edges_s) < 0.6]
    assert len(near) >= 5


def test_a_board_that_is_lit_all_day_has_a_course_too() -> None:
    """No dark hour to be found."""
    course = course_of(small_script(HourWindow(0, 1440)), MONTH, 1)
    assert len(course.parts) == 2


def test_the_next_campaign_is_found() -> None:
    """The one that is on, else the one that comes; a year may be asked for."""
    campaigns = small_script().campaigns
    assert next_span(campaigns, date(2026, 11, 1)) == MONTH
    assert next_span(campaigns, date(2026, 12, 15)) == MONTH
    later = next_span(campaigns, date(2026, 12, 16))
    assert later
    assert later.first_day == date(2027, 11, 15)
    past = next_span(campaigns, date(2026, 12, 16), 2024)
    assert past
    assert past.first_day == date(2024, 11, 15)
    assert next_span((), date(2026, 1, 1)) is None
