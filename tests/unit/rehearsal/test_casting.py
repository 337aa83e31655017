"""A script out of settings and content."""

import pickle
from pathlib import Path

import pytest

from signboard import app
from signboard.rehearsal.casting import recipe_for, script_of


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings, nothing loaded: the campaign that ships plays on the board that ships."""
    monkeypatch.setenv("SIGNBOARD_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("nothing")
def test_a_script_is_the_stage_that_is_set() -> None:
    """The same board, the same content, every slogan."""
    stage = app.stage_for(app.Wishes())
    script = script_of(stage, 1)
    assert (script.spec, script.board, script.baud) == (
        stage.spec,
        stage.settings.board.spec,
        stage.settings.board.baud,
    )
    assert script.campaigns == stage.content.campaigns
    assert set(script.messages) == set(stage.messages)
    assert script.arrangement is None


@pytest.mark.usefixtures("nothing")
def test_a_recipe_can_be_sent_and_makes_the_same() -> None:
    """What another process makes of it is what is made here; wishes are in it."""
    recipe = pickle.loads(pickle.dumps(recipe_for(app.Wishes(size=(64, 16)), None, 5)))  # noqa: S301 - our own bytes
    script = recipe()
    assert (script.board.width_px, script.board.height_px) == (64, 16)
    assert script.messages == script_of(app.stage_for(app.Wishes(size=(64, 16))), 5).messages
