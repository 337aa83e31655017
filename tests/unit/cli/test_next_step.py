"""The closing line of `load`: what the list waits for, or what it shows next."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from approved import approve

from signboard import app
from signboard.campaign.bundle import Bundle
from signboard.campaign.code import content_code
from signboard.cli.next_step import closing
from signboard.files import home_dir
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.submissions import add_rejection, add_submission

NIGHT = datetime(2026, 11, 14, 18, tzinfo=UTC)
"""One in the morning of the campaign's first day, at the board's place."""


@pytest.fixture
def stage() -> app.Stage:
    """The campaign that comes with signboard as a list on the shelf; the settings name no port."""
    bundle = Bundle("site", "board", app.sample_content().campaigns, "f" * 64)
    BundleShelf(home_dir()).save(bundle)
    return app.stage_for(app.Wishes(), None, app.Content("loaded", bundle.digest, bundle.campaigns))


def _told(stage: app.Stage) -> str:
    return closing(stage, NIGHT, is_kept=True, is_known=False)


def _on_virtual_board(stage: app.Stage) -> app.Stage:
    board = stage.settings.board.model_copy(update={"port": "sim://thu"})
    return replace(stage, settings=stage.settings.model_copy(update={"board": board}))


def test_a_list_that_waits_for_its_approval_is_to_be_submitted(stage: app.Stage) -> None:
    """The command stands last, ready to be copied; the code is the one that the paper bears."""
    new, known = _told(stage), closing(stage, NIGHT, is_kept=True, is_known=True)

    assert new.startswith(f"Kept as list {content_code(stage.content.bundle)}.")
    assert "loaded before" in known
    assert new.endswith("signboard submit")
    assert known.endswith("signboard submit")


def test_a_list_that_was_submitted_waits_for_its_signature(stage: app.Stage) -> None:
    """Until it is refused: then it is submitted again."""
    digest = stage.content.bundle
    with Store(app.store_path()) as store:
        add_submission(store, digest, "Lan", NIGHT, site_id="site", board_id="board")
        waiting = _told(stage)
        add_rejection(store, digest, "Bình", NIGHT, "sai", site_id="site", board_id="board")

    assert f"signboard approve --list {content_code(digest)}" in waiting
    assert _told(stage).endswith("signboard submit")


@pytest.mark.parametrize("place", ["approved", "virtual"])
def test_what_needs_no_approval_tells_what_plays_next(stage: app.Stage, place: str) -> None:
    """The first slogan of the morning, with its instant."""
    if place == "approved":
        approve(home_dir(), stage.content.bundle)
    else:
        stage = _on_virtual_board(stage)
    told = _told(stage)

    assert "submit" not in told
    assert "comes next, 2026-11-15 06:00:00: " in told
    assert any(told.endswith(one.text) for one in stage.content.campaigns[0].slogans)


def test_days_that_are_over_are_told(stage: app.Stage) -> None:
    """Nothing comes, so the days are to be looked at."""
    over = replace(stage, content=replace(stage.content, campaigns=()))

    assert "nothing comes within a year" in _told(_on_virtual_board(over))


def test_a_record_that_cannot_be_read_hinders_no_loading(stage: app.Stage) -> None:
    """The next step stays the submission, which says what is wrong with the record."""
    app.store_path().write_bytes(b"rubbish" * 999)

    assert _told(stage).endswith("signboard submit")


def test_a_dry_run_keeps_nothing(stage: app.Stage) -> None:
    """And names no step on."""
    assert "submit" not in closing(stage, NIGHT, is_kept=False, is_known=False)
