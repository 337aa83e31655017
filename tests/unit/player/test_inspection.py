"""Asking a board who and how it is."""

from signboard.player.inspection import INSPECT_S, Inspection

TOLD = {"width_px": 96, "brightness": 7}


def test_the_first_question_waits() -> None:
    """The board was greeted a moment ago."""
    inspection = Inspection(100)
    assert (inspection.is_due(100 + INSPECT_S - 1), inspection.is_due(100 + INSPECT_S)) == (False, True)


def test_what_is_told_first_holds() -> None:
    """There is nothing to compare it with."""
    assert Inspection(0).compare(TOLD, 60) == []


def test_every_difference_is_an_alarm() -> None:
    """Changed, gone and new."""
    inspection = Inspection(0)
    inspection.compare(TOLD, 60)
    alarms = inspection.compare({"brightness": 3, "power": 0}, 120)
    told = {(alarm.fields["name"], alarm.fields["due"], alarm.fields["found"]) for alarm in alarms}
    assert told == {("width_px", "96", "-"), ("brightness", "7", "3"), ("power", "-", "0")}
    assert {alarm.code for alarm in alarms} == {"foreign_change"}


def test_the_same_answer_is_silence() -> None:
    """The control."""
    inspection = Inspection(0)
    inspection.compare(TOLD, 60)
    assert inspection.compare(TOLD, 120) == []


def test_some_things_may_change() -> None:
    """Where the caller changes them."""
    inspection = Inspection(0)
    inspection.compare(TOLD, 60)
    assert inspection.compare({**TOLD, "brightness": 1}, 120, frozenset({"brightness"})) == []


def test_a_board_that_was_set_up_anew_tells_anew() -> None:
    """And is left alone for a while."""
    inspection = Inspection(0)
    inspection.compare(TOLD, 60)
    inspection.forget(70)
    assert not inspection.is_due(129)
    assert inspection.compare({"brightness": 1}, 130) == []


def test_a_difference_can_be_looked_at_before_it_counts() -> None:
    """The board may be asked a second time before anybody is alarmed."""
    inspection = Inspection(0)
    inspection.compare(TOLD, 60)
    assert len(inspection.differences({**TOLD, "brightness": 1})) == 1
    assert inspection.compare(TOLD, 61) == []
