"""One row of the play log."""

import dataclasses

import pytest

from signboard.playlog.showing import Showing


def test_a_row_carries_site_board_and_sequence() -> None:
    """What many boards' rows need to be told apart comes first."""
    assert [field.name for field in dataclasses.fields(Showing)][:3] == ["seq", "site_id", "board_id"]


def test_a_row_is_a_value() -> None:
    """Nobody edits a row in place."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Showing.__new__(Showing).seq = 1  # type: ignore[misc]  # frozen on purpose
