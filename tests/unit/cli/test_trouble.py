"""What `run` says about its line."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from signboard.cli.trouble import Trouble
from signboard.clock import Clock
from signboard.errors import LinkDownError, NoAnswerError
from signboard.player.streamer import Streamer

DOWN = LinkDownError("The line is down.", code="wire_failed")
SILENT = NoAnswerError("The board is silent.", code="no_answer")


class _Scene:
    """A streamer's face, seconds that pass when told, and what was said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.now_s = 0.0
        self.face: Any = SimpleNamespace(last_error=None, shot=None)
        clock = cast(Clock, SimpleNamespace(monotonic_s=lambda: self.now_s))
        self.trouble = Trouble(cast(Streamer, self.face), clock, "COM3", self.said.append)

    def tick(self, error: object, after_s: float = 3.0) -> None:
        """One tick later the line is well (None) or has failed."""
        self.now_s += after_s
        self.face.last_error, self.face.shot = error, None if error else object()
        self.trouble.tell()


@pytest.fixture
def scene() -> _Scene:
    """Nothing has been said yet."""
    return _Scene()


def test_nothing_is_claimed_before_the_first_picture(scene: _Scene) -> None:
    """It plays once a picture stood, and says so once."""
    scene.trouble.tell()
    assert scene.said == []
    scene.tick(None)
    scene.tick(None)

    assert scene.said == ["Playing on COM3; stop with Ctrl-C."]


def test_a_lasting_failure_is_told_ever_more_seldom(scene: _Scene) -> None:
    """At once, after one minute, after ten more, then every hour."""
    for _tick in range(3 * 1200):
        scene.tick(DOWN)

    assert scene.said == [
        "The line is down.",
        *(f"For {minutes} min: The line is down." for minutes in (1, 11, 71, 131)),
    ]


def test_failures_that_take_turns_are_not_told_anew(scene: _Scene) -> None:
    """Two failures that alternate every few seconds are two sentences, not two a tick."""
    for _tick in range(8):
        scene.tick(DOWN)
        scene.tick(SILENT)

    assert scene.said == ["The line is down.", "The board is silent."]


def test_a_line_that_comes_and_goes_is_told_once(scene: _Scene) -> None:
    """A flapping line is told with its first return; its later failures within the minute are not."""
    for _tick in range(8):
        scene.tick(None)
        scene.tick(DOWN)

    assert scene.said == ["Playing on COM3; stop with Ctrl-C.", "The line is down.", "The board answers again."]


def test_after_a_quiet_minute_it_is_a_new_failure(scene: _Scene) -> None:
    """Whoever reads the log sees every outage that followed a time without any."""
    scene.tick(DOWN)
    scene.tick(None)
    scene.tick(DOWN, after_s=120)

    assert scene.said == ["The line is down.", "Playing on COM3; stop with Ctrl-C.", "The line is down."]
