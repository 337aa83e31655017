"""The pulse: turns feed the watchers, a loop that stands still feeds nobody and ends its process."""

import socket
from collections.abc import Iterator

import pytest

from signboard.service.notice import WATCHER, notices_of
from signboard.service.pulse import STALLED, Pulse
from signboard.testing import FakeClock

LIMIT_S = 20.0
LOOK_S = 1.0


class Watched:
    """A pulse on a still clock, and what it told and did."""

    def __init__(self, ear: socket.socket) -> None:
        self.clock = FakeClock()
        self.ended: list[object] = []
        self.sentence = "A"
        self.calls = 0
        notices = notices_of({WATCHER: f"{ear.getsockname()[1]} t"})
        self.pulse = Pulse(self.clock, notices, LIMIT_S, lambda: self.sentence, lambda: self.calls, self.ended.append)
        self._ear = ear

    def told(self) -> list[str]:
        """What has come since the last time."""
        told = []
        self._ear.setblocking(False)
        try:
            while True:
                told.append(self._ear.recv(4096).decode().partition("\n")[2])
        except BlockingIOError:
            return told


@pytest.fixture
def watched() -> Iterator[Watched]:
    """A pulse with one listener."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        made = Watched(ear)
        with made.pulse:
            yield made


def test_the_first_turn_says_ready(watched: Watched) -> None:
    """The loop turns, so the service runs, whatever its board does."""
    watched.pulse.watch()

    assert watched.told() == ["READY=1\nWATCHDOG=1\nSTATUS=A"]


def test_turns_feed_at_a_measured_pace_and_news_at_once(watched: Watched) -> None:
    """Many turns a second make few notices; another status goes out with its turn."""
    for _ in range(100):
        watched.pulse.watch()
        watched.clock.advance(0.1)
    watched.sentence = "B"
    watched.pulse.watch()

    told = watched.told()
    assert len(told) == 3
    assert told[1:] == ["WATCHDOG=1\nSTATUS=A", "WATCHDOG=1\nSTATUS=B"]


def test_a_loop_that_stands_still_is_told_and_ended(watched: Watched, capfd: pytest.CaptureFixture[str]) -> None:
    """Half-way the status says so, once; at the limit the process ends and its stacks are on stderr."""
    watched.pulse.watch()
    watched.told()
    for _ in range(25):
        if not watched.ended:
            watched.pulse.look(LOOK_S)

    assert watched.ended == [STALLED]
    assert [said.partition(":")[0] for said in watched.told()] == ["STATUS=Stalled"]
    assert "most recent call first" in capfd.readouterr().err


def test_a_loop_that_turns_is_never_ended(watched: Watched) -> None:
    """However long it runs."""
    for _ in range(200):
        watched.pulse.look(LOOK_S)
        watched.pulse.watch()

    assert watched.ended == []


def test_a_computer_that_slept_has_not_hung(watched: Watched) -> None:
    """Ten minutes between two looks count like two looks."""
    watched.pulse.look(600.0)

    assert watched.ended == []


def test_a_slow_board_is_no_hang(watched: Watched) -> None:
    """While an exchange lives the watchers hear of progress, however long the board is waited for."""
    watched.pulse.watch()
    watched.pulse.look(LOOK_S)
    watched.told()
    for _ in range(100):
        watched.calls += 4
        watched.pulse.look(LOOK_S)

    assert watched.ended == []
    assert watched.told() == ["WATCHDOG=1"] * 100


def test_an_exchange_that_never_ends_is_a_hang(watched: Watched, capfd: pytest.CaptureFixture[str]) -> None:
    """It may keep the loop for ten minutes; then the limit counts as for any loop that stands still."""
    watched.pulse.watch()
    watched.pulse.look(LOOK_S)
    looks = 0
    while not watched.ended and looks < 1000:
        watched.calls += 4
        watched.pulse.look(LOOK_S)
        looks += 1

    assert (watched.ended, looks) == ([STALLED], 600 + LIMIT_S / LOOK_S)
    assert "most recent call first" in capfd.readouterr().err
