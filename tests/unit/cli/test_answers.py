"""One shot in words and as JSON."""

from datetime import datetime, timedelta

import click
import pytest

from signboard import app
from signboard.cli.answers import (
    describe_shot,
    instant_asked,
    say_source,
    sentence_of,
    set_stage,
    slogan_text,
    written,
)
from signboard.cli.call import Call
from signboard.clock import SystemClock


@pytest.fixture
def stage() -> app.Stage:
    """The sample campaign on the default board."""
    with click.Context(click.Command("x"), obj=Call()):
        return set_stage(app.Wishes())


def _six(stage: app.Stage) -> datetime:
    return datetime(2026, 11, 15, 6, tzinfo=stage.settings.zone)


def test_the_sample_is_named_as_such(stage: app.Stage, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody takes the shipped campaign for the own one."""
    say_source(stage)

    assert "comes with signboard" in capsys.readouterr().err


def test_instants(stage: app.Stage) -> None:
    """`--at` is read in the configured zone; without it the clock is asked."""
    assert instant_asked("15/11/2026 06:00", stage) == _six(stage)
    assert abs(instant_asked(None, stage) - SystemClock().now()) < timedelta(minutes=1)
    assert written(_six(stage), stage) == "2026-11-15T06:00:00+07:00"
    assert written(None, stage) is None


def test_a_playing_shot(stage: app.Stage) -> None:
    """Everything that an outsider needs to draw the same picture."""
    shot = stage.screenplay().shot(_six(stage))
    told = describe_shot(stage, shot, _six(stage), with_art=True)

    assert (told["reason"], told["source"], told["page"]) == ("playing", "sample", 0)
    assert told["text"] == slogan_text(stage, shot.cue.slogan) != ""
    assert told["frame"] == shot.frame.digest
    assert told["since"] == told["picture_since"] == "2026-11-15T06:00:00+07:00"
    assert isinstance(told["art"], list)
    assert len(told["art"]) == 32


def test_a_dark_shot(stage: app.Stage) -> None:
    """A dark board names no campaign, but the rule and the campaign in question."""
    at = datetime(2026, 11, 14, 23, 59, 59, tzinfo=stage.settings.zone)
    shot = stage.screenplay().shot(at)
    told = describe_shot(stage, shot, at, with_art=False)

    assert (told["campaign"], told["slogan"], told["text"]) == (None, None, "")
    assert (told["reason"], told["campaign_in_question"]) == ("before_first_day", "binh-dang-gioi")
    assert "is before the first day" in sentence_of(stage, shot, at)
    assert "art" not in told
