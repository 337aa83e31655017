"""Settings while they are being asked for."""

import pytest

from signboard.cli.draft import Draft
from signboard.errors import ProblemsError
from signboard.protocols.spec import BoardSpec


def test_a_draft_knows_its_size() -> None:
    """The usual one until somebody says."""
    draft = Draft()
    assert draft.size == (96, 32)

    draft.size = (128, 16)
    assert (draft.board["width"], draft.board["height"]) == (128, 16)


def test_its_board_is_looked_at_as_it_is_wired() -> None:
    """How it hangs is what the looking is to find out."""
    draft = Draft(board={"width": 64, "height": 32, "rotate": 90, "flip": "vertical"})

    assert draft.spec() == BoardSpec(64, 32)


def test_an_impossible_board_is_told() -> None:
    """By the settings' own sentences."""
    with pytest.raises(ProblemsError):
        Draft(board={"width": 1}).spec()


def test_the_document_has_four_tables() -> None:
    """For the file."""
    assert Draft(site={"id": "a"}).document == {"site": {"id": "a"}, "board": {}, "show": {}, "approval": {}}
