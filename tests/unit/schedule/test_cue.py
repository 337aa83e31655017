"""The answer of `due`."""

from signboard.schedule.cue import Cue, Reason


def test_reasons_have_stable_codes() -> None:
    """`--json` shows these words."""
    assert {reason.value for reason in Reason} == {
        "playing",
        "before_first_day",
        "outside_hours",
        "after_last_day",
        "no_room",
        "no_content",
        "blanked",
        "resting",
        "clock_untrusted",
    }


def test_cues_are_values() -> None:
    """Equal answers are equal, so a change is easy to see."""
    assert Cue(None, None, None, None, Reason.NO_CONTENT) == Cue(None, None, None, None, Reason.NO_CONTENT)
