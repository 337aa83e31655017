"""What a file as a whole makes known."""

from signboard.manuscript.result import Verdict
from signboard.office.notices import Seen, notices


def test_only_what_was_met_is_told_and_always_in_one_order() -> None:
    """Nothing met, nothing told."""
    assert notices(Seen()) == ()
    told = notices(Seen(tracked=True, hidden=True, struck=True), macros=True)
    assert [notice.code for notice in told] == ["tracked_changes", "hidden_text", "struck_text", "macros"]
    assert {notice.verdict for notice in told} == {Verdict.LOOK}
