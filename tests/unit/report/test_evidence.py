"""Words for levels and causes."""

from signboard.playlog.evidence import Evidence
from signboard.report import account
from signboard.report.evidence import CAUSES, LEVELS, SHORT_LEVELS
from signboard.store.gaps import NOT_WRITABLE, UNREADABLE


def test_every_level_that_was_shown_has_words() -> None:
    """A failed row is no level that was shown."""
    assert set(LEVELS) == set(SHORT_LEVELS) == set(Evidence) - {Evidence.FAILED}


def test_every_cause_has_words() -> None:
    """None is told by its code."""
    names = ("LINE", "CLOCK", "OFF", "BROKEN_OFF", "NO_CONTENT", "DARK", "CHANGING")

    assert set(CAUSES) == {getattr(account, name) for name in names} | {NOT_WRITABLE, UNREADABLE}
