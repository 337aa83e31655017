"""What changed against the list before is told, its days and hours by their numbers."""

from dataclasses import replace
from datetime import date

from signboard.campaign.campaign import Campaign
from signboard.campaign.compare import compare_campaigns
from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.cli.compared import change_lines, describe_change

TEXTS = [Slogan(f"Nhà nhà vui khỏe số {name}") for name in ("một", "hai", "ba", "bốn", "năm")]


def _campaign(last: int, count: int) -> Campaign:
    period = Period(date(2026, 11, 20), date(2026, 12, last))
    return Campaign("a", "A", period, (HourWindow(360, 420),), tuple(TEXTS[:count]))


def test_a_longer_run_is_told_with_both_ends() -> None:
    """And its slogan is not counted with the same."""
    found = compare_campaigns([_campaign(20, 1)], [_campaign(31, 1)])

    assert change_lines(found) == [
        "Against what was loaded before: 0 the same, 1 with other days, hours or looks, 0 new, 0 gone, 0 corrected.",
        f"  ~ {TEXTS[0].text} (other days: 20/11/2026-20/12/2026 \u2192 20/11/2026-31/12/2026)",
    ]
    assert describe_change(found.changed[0]) == {
        "text": TEXTS[0].text,
        "what": ["period"],
        "period": {"old": "20/11/2026-20/12/2026", "new": "20/11/2026-31/12/2026"},
    }


def test_many_that_moved_alike_are_one_line() -> None:
    """A list of three hundred is told in one."""
    lines = change_lines(compare_campaigns([_campaign(20, 5)], [_campaign(31, 5)]))

    assert lines[1:] == [
        f"  ~ 5 slogans, such as '{TEXTS[0].text}' (other days: 20/11/2026-20/12/2026 \u2192 20/11/2026-31/12/2026)"
    ]


def test_other_hours_and_weights_are_told() -> None:
    """Hours with both; of the rest that it is another."""
    before, after = _campaign(20, 1), _campaign(20, 1)
    after = replace(after, windows=(HourWindow(420, 480),), slogans=(replace(TEXTS[0], weight=2),))

    assert change_lines(compare_campaigns([before], [after]))[1:] == [
        f"  ~ {TEXTS[0].text} (other hours: 06:00-07:00 \u2192 07:00-08:00, more or fewer passes)"
    ]


def test_a_first_list_is_compared_with_nothing() -> None:
    """Nothing is told of it but what is new."""
    assert change_lines(compare_campaigns([], [])) == []
