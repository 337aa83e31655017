"""What watchers are told of a run."""

import os
import threading
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import SimpleNamespace

import click
import pytest

from signboard.app import Wishes, stage_for
from signboard.cli.main import cli
from signboard.cli.seats import Records, Seat, seats_of
from signboard.cli.watching import how_it_is, leash, patience, pulse_for
from signboard.clock import SystemClock
from signboard.errors import BoardError, LinkDownError, RefusedError
from signboard.health.status import DAMAGED
from signboard.locale import speak
from signboard.service.notice import WATCHER
from signboard.service.pulse import Pulse
from signboard.testing import FakeClock

AT = datetime(2026, 11, 15, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english() -> None:
    speak("en")


@pytest.fixture
def seat() -> Seat:
    """A board that nobody has told anything yet."""
    with click.Context(cli).scope():
        return seats_of(stage_for(Wishes()), "sim://nobody", Records(SystemClock()))[0]


def test_a_board_says_how_it_is(seat: Seat) -> None:
    """Getting ready, showing a text, dark as it should be, kept from it."""
    assert how_it_is([seat]) == "Getting ready."
    seat.streamer.shot = seat.screenplay.shot(datetime(2026, 11, 20, 3, tzinfo=UTC))
    assert how_it_is([seat]).startswith("On the board: ")
    seat.streamer.shot = seat.screenplay.shot(datetime(2026, 11, 20, 18, tzinfo=UTC))
    assert how_it_is([seat]) == "The board is dark, as it should be."
    seat.streamer.last_error = LinkDownError("No cable.", code="link_down")
    assert how_it_is([seat]) == "The board does not show what is due: No cable."


def test_several_boards_say_it_by_name(seat: Seat) -> None:
    """On one line."""
    assert how_it_is([seat, seat]).count("board: Getting ready.") == 2


def test_the_companion_is_a_pulse(seat: Seat) -> None:
    """Made with the seats; it says why the approved list does not play, as long as another one plays instead."""
    assert isinstance(pulse_for(SystemClock())([seat]), Pulse)
    pulse = pulse_for(SystemClock(), DAMAGED)([seat])
    assert "The file of the approved list is damaged" in pulse._says()
    seat.streamer._station = replace(seat.streamer._station, bundle="newer")
    assert "damaged" not in pulse._says()


@dataclass
class Failing:
    """A start that fails."""

    clock: FakeClock

    def fail(self, error: Exception) -> None:
        """Within the patience."""
        with pytest.raises(type(error)), patience(self.clock):
            raise error


def test_a_watched_start_that_a_person_must_cure_waits_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that starting it again and again keeps no core busy; what time may cure does not wait, nor does a person."""
    failing = Failing(FakeClock())
    failing.fail(RefusedError("Not approved.", code="not_approved"))
    assert failing.clock.slept_s == []
    monkeypatch.setenv(WATCHER, "9 token")
    failing.fail(BoardError("Busy.", code="already_running"))
    assert failing.clock.slept_s == []
    failing.fail(RefusedError("Not approved.", code="not_approved"))
    assert failing.clock.slept_s == [5.0]


def test_a_supervised_player_ends_with_its_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is not supervised keeps playing without any."""
    ends = os.pipe()
    monkeypatch.setattr("signboard.cli.playing.os", SimpleNamespace(read=lambda _number, size: os.read(ends[0], size)))
    free, held = threading.Event(), threading.Event()
    leash(free, {})
    leash(held, {WATCHER: "9 token"})
    os.write(ends[1], b"words are ignored")

    assert not held.is_set()
    os.close(ends[1])
    assert held.wait(60)
    assert not free.is_set()
    os.close(ends[0])
