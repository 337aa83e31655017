"""Content: approved, on the right days, without holes, able to be shown."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from health_samples import HANOI

from signboard.campaign.approval import Approval
from signboard.campaign.campaign import Campaign
from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.errors import SignboardError
from signboard.health.content import Programme, approved, coverage, dates, fit
from signboard.health.finding import BAD, GOOD, NOTE

ONE, TWO = Slogan("Đầu tư cho bình đẳng giới"), Slogan("Hãy hành động, đó có thể là người thân của bạn")
CAMPAIGN = Campaign(
    "thang", "Tháng", Period(date(2026, 11, 15), date(2026, 12, 15)), (HourWindow(360, 1320),), (ONE, TWO)
)
PROGRAMME = Programme((CAMPAIGN,), {ONE.key: 8000, TWO.key: 8000}, {}, HANOI)
BEFORE_AT = datetime(2026, 11, 9, 8, tzinfo=HANOI)
APPROVAL = Approval("a" * 64, "123/KH-KHCN", date(2026, 10, 28), "Triệu Ngọc Trung", "Lan", BEFORE_AT)


def test_a_list_without_approval_is_bad() -> None:
    """Nothing would play."""
    assert approved(None, 0, is_newer_loaded=False).code == "not_approved"
    found = approved(APPROVAL, 2, is_newer_loaded=False)
    assert (found.state, found.cure) == (GOOD, "")
    assert "123/KH-KHCN" in found.text


def test_a_newer_list_that_waits_is_a_note() -> None:
    """The approved one plays."""
    assert approved(APPROVAL, 2, is_newer_loaded=True).state == NOTE


def test_dates_are_said_and_the_day_asked_for_is_looked_at() -> None:
    """The first day of the month is ready; the day before it is not."""
    found = dates(PROGRAMME, BEFORE_AT, date(2026, 11, 15))
    assert found.state == GOOD
    assert "2026-11-15 06:00" in found.text
    assert "2026-12-15 22:00" in found.text
    assert dates(PROGRAMME, BEFORE_AT, None).state == GOOD

    early = dates(PROGRAMME, BEFORE_AT, date(2026, 11, 14))
    assert (early.state, early.code) == (BAD, "not_on_day")
    assert "2026-11-15 06:00" in early.text


def test_a_day_that_is_over_is_said_to_be() -> None:
    """It was played, so that nothing is wrong with its days; the next day tells so, its evening does not yet."""
    next_at = datetime(2026, 11, 16, 0, 1, tzinfo=HANOI)
    over = dates(PROGRAMME, next_at, date(2026, 11, 15))
    evening = dates(PROGRAMME, datetime(2026, 11, 15, 23, tzinfo=HANOI), date(2026, 11, 15))

    assert (over.state, over.code) == (NOTE, "day_over")
    assert "2026-11-15 is over" in over.text
    assert "2026-11-16 06:00" in over.text
    assert evening.state == GOOD


def test_a_list_whose_days_are_over_never_plays() -> None:
    """Nor one of which nothing can be shown."""
    after_at = datetime(2027, 1, 1, tzinfo=HANOI)

    assert dates(PROGRAMME, after_at, None).code == "never_plays"
    assert dates(replace(PROGRAMME, durations_ms={}), BEFORE_AT, None).code == "never_plays"
    assert coverage(PROGRAMME, after_at).state == NOTE


def test_days_without_slogans_are_named() -> None:
    """All 31 days; without Sundays four or five are dark, and worth a look."""
    whole = coverage(PROGRAMME, BEFORE_AT)
    assert (whole.state, whole.text) == (GOOD, "31 of 31 days have slogans.")

    late = coverage(PROGRAMME, BEFORE_AT, date(2026, 12, 1))
    assert late.text == "15 of 15 days have slogans."

    weekdays = replace(PROGRAMME, campaigns=(replace(CAMPAIGN, weekdays=(1, 2, 3, 4, 5, 6)),))
    found = coverage(weekdays, BEFORE_AT)
    assert (found.state, found.code) == (NOTE, "dark_days")
    assert "2026-11-22" in found.cure


def test_a_slogan_that_cannot_be_shown_is_named_with_its_reason() -> None:
    """A letter that the font lacks."""
    problem = SignboardError("No font has the letter {letter}.", code="no_letter", letter="𝄞")
    found = fit(replace(PROGRAMME, durations_ms={ONE.key: 8000}, problems={TWO.key: problem}))

    assert (found.state, found.code) == (BAD, "cannot_be_shown")
    assert "2 (Hãy hành động, đó có thể là…)" in found.text
    assert "𝄞" in found.text


@pytest.mark.parametrize(("length_ms", "state"), [(60_000, GOOD), (60_001, BAD)])
def test_a_slogan_longer_than_its_hours_never_plays(length_ms: int, state: str) -> None:
    """Its own hours of a minute."""
    short = replace(ONE, windows=(HourWindow(360, 361),))
    programme = replace(
        PROGRAMME, campaigns=(replace(CAMPAIGN, slogans=(short, TWO)),), durations_ms={short.key: length_ms, TWO.key: 1}
    )

    assert fit(programme).state == state


def test_a_long_list_of_faults_is_cut() -> None:
    """The first five; slogans lists them all."""
    slogans = tuple(Slogan(f"khẩu hiệu {number}") for number in range(9))
    problems = {one.key: SignboardError("No.", code="no") for one in slogans}
    found = fit(Programme((replace(CAMPAIGN, slogans=slogans),), {}, problems, HANOI))

    assert len(found.text.splitlines()) == 7
    assert found.text.endswith("…")


def test_an_end_at_midnight_is_the_end_of_the_day_before() -> None:
    """Who plays all day is not told of a day more that nobody asked for."""
    always = replace(PROGRAMME, campaigns=(replace(CAMPAIGN, windows=(HourWindow(0, 1440),)),))
    found = coverage(always, BEFORE_AT)

    assert (found.state, found.text) == (GOOD, "31 of 31 days have slogans.")
