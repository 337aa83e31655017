"""compare: what changed between two lists."""

from dataclasses import replace

from signboard.campaign.compare import Comparison, compare
from signboard.campaign.period import HourWindow
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

    assert found.changed == ((new, ("windows", "weight")),)
    assert compare([old], [old]).changed == ()
