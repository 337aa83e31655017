"""Evidence levels."""

from signboard.playlog.evidence import Evidence


def test_levels_are_ordered() -> None:
    """Comparisons say which is surer."""
    assert Evidence.FAILED < Evidence.SIMULATED < Evidence.SENT < Evidence.ACKED < Evidence.READ_BACK
