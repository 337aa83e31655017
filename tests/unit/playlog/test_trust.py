"""Trust of the clock."""

from signboard.playlog.trust import Trust


def test_levels_are_ordered() -> None:
    """Comparisons say which is surer."""
    assert Trust.UNTRUSTED < Trust.PLAUSIBLE < Trust.TRUSTED
