"""compare: what changed between two lists."""

from dataclasses import replace
from datetime import date

from signboard.campaign.campaign import Campaign
from signboard.campaign.compare import Change, Comparison, compare, compare_campaigns
from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Origin, Slogan

DUTY = Slogan("Tìm hiểu, học tập và chấp hành pháp luật là quyền và nghĩa vụ của mỗi công dân")
RIGHT = Slogan("Tìm hiểu, học tập và chấp hành pháp luật là quyền lợi và nghĩa vụ của mỗi công dân")
HOME = Slogan("Gia đình hạnh phúc - Quốc gia thịnh vượng")
ROAD = Slogan("Đã uống rượu, bia - Không lái xe")


def test_equal_lists_have_no_difference() -> None:
    """Order, source and origin are none."""
    moved = [Slogan(HOME.text, "B", Origin("b.txt", 3)), ROAD]
    result = compare([ROAD, HOME], moved)
    assert result == Comparison(tuple(moved), (), (), ())


def test_additions_and_removals_are_told_apart() -> None:
    """Sentences that have little in common are no correction."""
    result = compare([HOME], [ROAD])
    assert (result.added, result.removed, result.edited) == ((ROAD,), (HOME,), ())


def test_a_corrected_sentence_is_shown_beside_the_old_one() -> None:
    """One word more is an edit."""
    result = compare([HOME, DUTY], [HOME, RIGHT, ROAD])
    assert (result.kept, result.added, result.removed, result.edited) == ((HOME,), (ROAD,), (), ((DUTY, RIGHT),))


def test_each_old_sentence_is_corrected_once() -> None:
    """The second that is like it counts as added."""
    twice = Slogan(RIGHT.text + ".")
    result = compare([DUTY], [RIGHT, twice])
    assert (result.edited, result.added) == (((DUTY, RIGHT),), (twice,))


def test_a_line_that_was_edited_in_its_place_is_an_edit() -> None:
    """Less in common is enough there; a place of its own alone proves nothing."""
    here = Origin("a.txt", 3)
    old, new = Slogan("Chung tay vì bình đẳng giới", "", here), Slogan("Hãy chung tay vì bình đẳng nam nữ", "", here)

    assert compare([old], [new]).edited == ((old, new),)
    assert compare([old], [Slogan(new.text)]).edited == ()
    assert compare([old], [Slogan(ROAD.text, "", here)]).edited == ()


def test_the_line_in_its_place_goes_before_one_that_is_nearer() -> None:
    """Of two candidates that of the same line was edited."""
    here = Origin("a.txt", 3)
    old, near, new = Slogan(DUTY.text[:60], "", here), DUTY, Slogan(RIGHT.text, "", here)

    assert compare([near, old], [new]).edited == ((old, new),)


def test_the_same_words_with_other_hours_or_another_look_are_a_change() -> None:
    """Approved was the list as it looked and played."""
    old = Slogan("Bình đẳng giới", windows=(HourWindow(360, 420),))
    new = replace(old, windows=(), weight=2)
    found = compare([old], [new])

    assert found.changed == (Change(old, new, ("windows", "weight")),)
    assert compare([old], [old]).changed == ()


def _campaign(last: int, *slogans: Slogan, name: str = "a") -> Campaign:
    return Campaign(name, "A", Period(date(2026, 11, 20), date(2026, 12, last)), (HourWindow(360, 420),), slogans)


def test_days_that_move_with_the_campaign_are_a_change() -> None:
    """A longer run is signed for, wherever the file says it."""
    text = Slogan("Bình đẳng giới")
    found = compare_campaigns([_campaign(20, text)], [_campaign(31, text)])

    assert [(one.old.period, one.new.period, one.what) for one in found.changed] == [
        (_campaign(20).period, _campaign(31).period, ("period",))
    ]


def test_days_that_are_written_at_another_place_are_none() -> None:
    """What plays is the same."""
    text = Slogan("Bình đẳng giới")
    own = replace(text, period=_campaign(20).period)

    assert compare_campaigns([_campaign(20, text)], [_campaign(31, own)]).changed == ()


def test_one_sentence_in_two_campaigns_is_compared_with_its_likest() -> None:
    """Neither has changed."""
    text = Slogan("Bình đẳng giới")
    both = [_campaign(20, text), _campaign(31, text, name="b")]

    assert compare_campaigns(both, both).changed == ()
