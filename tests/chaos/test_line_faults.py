"""A line that people unplug, that leads to a stranger, whose far end stops reading: real ports, real time."""

import math
import random
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from pathlib import Path

import pytest
from chaos.line import SIZE, Cable, Desk, Listener, Rig, ticking_play
from chaos.theatre import figure

from signboard.errors import LinkDownError, WrongBoardError
from signboard.player.recovery import recovery_bound_s
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.transports.serial_port import SerialPort

pytestmark = [pytest.mark.needs("socat"), pytest.mark.needs("pty")]

BAUD = 57_600
BX5 = PROTOCOLS.load("bx5")
BOUND_S = recovery_bound_s(BX5, SIZE, BAUD) or 0.0


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    """Plugged in; pulled out at the end."""
    with Cable(tmp_path) as plugged:
        yield plugged


class Clinging(SerialPort):
    """The safeguard switched off: it keeps what it has open, whatever error comes."""

    def close(self) -> None:
        """Not at an error."""

    def let_go(self) -> None:
        """At the end of the test."""
        super().close()


def _replugged(rig: Rig, cable: Cable, board: Listener, times: int, chance: random.Random) -> list[float]:
    """Pull the plug so often at random moments; how long after each return a picture arrived."""
    backs_s: list[float] = []
    for _ in range(times):
        rig.run(lambda: False, chance.uniform(0.05, 0.3))
        puller = threading.Thread(target=cable.pull)
        puller.start()
        rig.run(lambda: False, chance.uniform(0.1, 0.7))
        puller.join()
        backs_s.append(_back(rig, cable, board))
    return backs_s


def _back(rig: Rig, cable: Cable, board: Listener) -> float:
    """Plug it in again; how long until a picture arrives."""
    there_s: list[float] = []

    def plug() -> None:
        there_s.append(cable.plug())

    def is_back() -> bool:
        return bool(there_s and board.seen) and board.seen[-1][0] > there_s[0]

    plugger = threading.Thread(target=plug)
    plugger.start()
    rig.run(is_back, 60)
    plugger.join()
    return next((at_s for at_s, _ in board.seen if at_s > there_s[0]), math.inf) - there_s[0]


def _hold_replugs(cable: Cable, times: int, seed: int, bound_s: float) -> None:
    rig = Rig(BX5, SerialPort(str(cable.host), BAUD), ticking_play(200))
    with Listener(cable, BX5.panel(SIZE)) as board:
        assert rig.run(lambda: bool(board.seen), 60)
        backs_s = _replugged(rig, cable, board, times, random.Random(seed))  # noqa: S311 - moments by seed, no secret
        rig.run(lambda: False, 0.5)
        rig.streamer.stop()
    shown, arrived = [number for _, number in rig.shown], [number for _, number in board.seen]
    figure(f"replugs = {times}, seed {seed}")
    figure(f"back after a replug = {statistics.median(backs_s):.3f} s median, {max(backs_s):.3f} s longest")
    figure(f"pictures acknowledged = {len(shown)}, arrived = {len(arrived)}")
    assert max(backs_s) <= bound_s
    assert board.panel.faults.get("checksum", 0) == 0
    assert set(shown) <= set(arrived)
    assert len(shown) <= len(arrived) <= rig.streamer.totals.sent + times
    assert arrived[:-1] == sorted(arrived[:-1])  # the newest, never the backlog; the last one is the dark one


def test_the_picture_is_back_after_every_replug(cable: Cable) -> None:
    """Every picture that counts as shown did arrive, and none came late; on a loaded computer it may take longer."""
    _hold_replugs(cable, 10, 1, math.inf)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_the_picture_is_back_after_a_hundred_replugs(cable: Cable) -> None:
    """The full count, each within the recovery bound."""
    _hold_replugs(cable, 100, 20261122, BOUND_S)


def test_a_port_that_is_not_closed_never_comes_back(cable: Cable) -> None:
    """The control: whoever keeps the old device open writes into nothing."""
    port = Clinging(str(cable.host), BAUD)
    rig = Rig(BX5, port, ticking_play(200))
    with Listener(cable, BX5.panel(SIZE)) as board:
        assert rig.run(lambda: bool(board.seen), 60)
        cable.pull()
        rig.run(lambda: False, 0.5)
        back_s = cable.plug()
        rig.run(lambda: False, BOUND_S)
        assert not [at_s for at_s, _ in board.seen if at_s > back_s]
    port.let_go()


def _strangers(cable: Cable, times: int) -> tuple[int, int]:
    """So often somebody else under the old name; the pictures that he was sent, and the octets."""
    pictures = octets = 0
    rig = Rig(BX5, SerialPort(str(cable.host), BAUD), ticking_play(200))
    for _ in range(times):
        with Listener(cable, BX5.panel(SIZE)):
            rig.shown.clear()
            assert rig.run(lambda: bool(rig.shown), 60)
            cable.pull()
        cable.plug()
        with Listener(cable, BX5.panel(SIZE), answers=False) as stranger:
            assert rig.run(lambda greeted=stranger: greeted.octets > 0, 60)  # type: ignore[misc] # this round's own
            rig.run(lambda: False, 0.5)
            cable.pull()
        pictures, octets = pictures + len(stranger.seen), octets + stranger.octets
        cable.plug()
    rig.link.close()
    return pictures, octets


def test_a_stranger_under_the_old_name_is_sent_no_picture(cable: Cable) -> None:
    """He is greeted, does not answer as our board does, and gets nothing else."""
    pictures, octets = _strangers(cable, 5)
    assert (pictures, octets > 0) == (0, True)


@pytest.mark.long
@pytest.mark.timeout(300)
def test_twenty_five_strangers_are_sent_no_picture(cable: Cable) -> None:
    """The full count."""
    pictures, octets = _strangers(cable, 25)
    figure(f"strangers = 25, pictures to them = {pictures}, octets of greetings = {octets}")
    assert pictures == 0


@pytest.mark.parametrize("is_greeted", [True, False], ids=["greeted", "the control"])
def test_another_board_under_the_old_name_is_sent_no_picture(cable: Cable, is_greeted: bool) -> None:
    """It answers, but it is of another size; who does not ask would play on it: a name is no proof of identity."""
    rig = Rig(BX5, SerialPort(str(cable.host), BAUD), ticking_play(200), is_greeted=is_greeted)
    with Listener(cable, BX5.panel(BoardSpec(64, 32))) as other:
        with nullcontext() if not is_greeted else pytest.raises(WrongBoardError):
            rig.run(lambda: bool(other.seen), 60)
        rig.link.close()
    assert bool(other.seen) is not is_greeted


class Timed(SerialPort):
    """Notes how long each call took."""

    def __init__(self, url: str, baud: int, slack_s: float) -> None:
        super().__init__(url, baud, slack_s=slack_s)
        self.longest_s = 0.0

    def write(self, data: bytes) -> None:
        """Write, and note."""
        began_s = time.monotonic()
        try:
            super().write(data)
        finally:
            spent_s = time.monotonic() - began_s - len(data) * 10 / self.baud
            self.longest_s = max(self.longest_s, spent_s)


class Queueing(SerialPort):
    """The safeguards switched off: it takes everything at once and writes it when it can, as a naive sender does."""

    def __init__(self, url: str, baud: int) -> None:
        super().__init__(url, baud, slack_s=100.0)
        self._waiting: list[bytes] = []
        self._is_over = False
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def write(self, data: bytes) -> None:
        """Take it."""
        self._waiting.append(data)

    def _work(self) -> None:
        with suppress(LinkDownError):  # the line was closed at the end, with some of it still to be sent
            while not self._is_over:
                if self._waiting:
                    super().write(self._waiting.pop(0))
                else:
                    time.sleep(0.005)

    def end(self) -> None:
        """No more."""
        self._is_over = True
        self._thread.join()


SILENT = PROTOCOLS.load("tpm2")
QUICK_BAUD = 460_800
PAGE_S = 0.25
BUFFERED = 20_480 // SILENT.wire_bytes(SIZE) + 2
"""So many pictures the system's own buffer holds, whoever writes into it; the first and the last may be parts."""


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A pseudo-terminal."""
    made = Desk()
    yield made
    made.close()


def _stuck(desk: Desk, port: SerialPort, seconds: float) -> tuple[int, list[int]]:
    """The board stops reading for so long: how many old pictures it decodes then, and by how many it lags later."""
    rig = Rig(SILENT, port, ticking_play(round(PAGE_S * 1000)))
    with Listener(desk, SILENT.panel(SIZE), baud=QUICK_BAUD) as board:
        assert rig.run(lambda: len(board.seen) > 2, 60)
        board.reads.clear()
        rig.run(lambda: False, seconds)
        resumed_s, due = time.monotonic(), rig.due()
        board.reads.set()
        rig.run(lambda: False, 2.5)
        rig.streamer.stop()
    after = [(at_s, number) for at_s, number in board.seen if at_s > resumed_s and number]
    lags = [due + int((at_s - resumed_s) / PAGE_S) - number for at_s, number in after if at_s > resumed_s + 1]
    return sum(number < due for _, number in after), lags


def _hold_stuck(desk: Desk, seconds: float, slack_s: float, lag: int) -> None:
    port = Timed(str(desk.host), QUICK_BAUD, slack_s=0.3)
    old, lags = _stuck(desk, port, seconds)
    figure(f"a board that reads nothing for {seconds} s: longest write = {port.longest_s:.3f} s beyond the wire")
    figure(f"old pictures afterwards = {old}, lag a second later = {max(lags)} pictures")
    assert 0.2 < port.longest_s <= 0.3 + slack_s
    assert old <= BUFFERED
    assert max(lags) <= lag


def test_a_board_that_stops_reading_holds_nobody_up(desk: Desk) -> None:
    """No call waits for the board; afterwards the newest picture comes, not the backlog, which would be 22 pictures."""
    _hold_stuck(desk, 5.5, 2.5, 10)  # far less than the silence and the backlog, and enough for a loaded computer


@pytest.mark.long
@pytest.mark.timeout(200)
def test_a_board_that_stops_reading_for_a_minute(desk: Desk) -> None:
    """The full time: no call takes longer than its time-out and a tenth, and a second later nothing lags."""
    _hold_stuck(desk, 60, 0.1, 1)


def test_a_queue_would_show_the_past(desk: Desk) -> None:
    """The control: whoever keeps what could not be sent sends all of it, however old."""
    port = Queueing(str(desk.host), QUICK_BAUD)
    old, _lags = _stuck(desk, port, 5.5)
    port.end()
    port.close()
    assert old > BUFFERED
