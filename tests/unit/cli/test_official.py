"""The shipped library."""

from signboard.cli.official import shipped_library


def test_it_is_read_once() -> None:
    """And holds the lists and the recalled sentence."""
    assert shipped_library() is shipped_library()
    assert len(shipped_library().officials) > 100
    assert len(shipped_library().recalled) == 1
