"""The rehearsal's wire: bytes take their time, and arrive as far as they had the time to."""

from datetime import UTC, datetime
from random import Random

import pytest

from signboard.errors import BoardError, LinkDownError
from signboard.frame import art
from signboard.link import Link
from signboard.playlog.evidence import Evidence
from signboard.protocols.bx5 import SPEC
from signboard.protocols.spec import BoardSpec
from signboard.rehearsal.clock import US, RehearsalClock
from signboard.rehearsal.judge import Seen
from signboard.rehearsal.wire import RehearsalBoard, RehearsalWire, wire_us
from signboard.transports.noise import Noise

BOARD = BoardSpec(16, 8)
PICTURE = art.parse("\n".join(["#" * 16] * 8))


class Bench:
    """A driver, a link, a wire and a board."""

    def __init__(self) -> None:
        self.clock = RehearsalClock(datetime(2026, 11, 15, tzinfo=UTC))
        self.seen: list[Seen] = []
        self.board = RehearsalBoard(SPEC.panel(BOARD), self.seen.append)
        self.wire = RehearsalWire(self.board, self.clock, 57600, Random(1))  # noqa: S311 - no secret
        self.driver = SPEC.driver(BOARD)
        self.link = Link(self.wire, self.clock, greet=self.driver.identify)

    def show(self) -> Evidence:
        """Put the picture on the board."""
        return self.link.carry(self.driver.show(PICTURE)).evidence


def test_a_picture_arrives_and_is_acknowledged() -> None:
    """Through driver, link, wire and panel; the board's record holds it with its times."""
    bench = Bench()
    assert bench.show() is Evidence.ACKED
    last = bench.seen[-1]
    assert last.frame == PICTURE
    assert last.asked_us < last.at_us < last.told_us == bench.clock.now_us
    assert bench.wire.totals.pictures == 1
    assert bench.wire.totals.arrived_bytes == bench.wire.totals.sent_bytes > 60


def test_bytes_take_their_time() -> None:
    """As many bits as there are, at the baud rate."""
    bench = Bench()
    bench.show()
    sent = bench.link.totals.sent_bytes
    assert bench.clock.now_us > wire_us(sent, 57600) == -(-sent * 10 * US // 57600)


def test_a_pulled_adapter_fails_as_a_serial_port_does() -> None:
    """In use the wire fails; opening it anew finds no device; plugged in again it works."""
    bench = Bench()
    bench.show()
    bench.wire.pull()
    with pytest.raises(LinkDownError) as found:
        bench.show()
    assert found.value.code == "wire_failed"
    assert not bench.wire.is_there()
    bench.clock.sleep(1)
    with pytest.raises(LinkDownError) as found:
        bench.wire.open()
    assert found.value.code == "port_missing"
    bench.wire.is_plugged = True
    bench.clock.sleep(1)
    assert bench.show() is Evidence.ACKED


def test_what_was_under_way_arrives_only_in_part() -> None:
    """The plug is pulled in the middle of a picture: the board keeps the old one."""
    bench = Bench()
    bench.link.carry(bench.driver.clear())
    before = bench.wire.totals.arrived_bytes
    bench.clock.call_at(bench.clock.now_us + 4000, bench.wire.pull)
    with pytest.raises(LinkDownError):
        bench.show()
    arrived = bench.wire.totals.arrived_bytes - before
    assert 10 < arrived < 40
    assert bench.seen[-1].frame != PICTURE


def test_a_loose_cable_swallows_in_silence() -> None:
    """Writing works and nobody answers."""
    bench = Bench()
    bench.show()
    bench.wire.is_fast = False
    with pytest.raises(BoardError) as found:
        bench.show()
    assert found.value.code == "no_answer"


def test_a_board_without_power_is_dark_and_forgets() -> None:
    """None while it is off, the stored picture afterwards, and no answer between."""
    bench = Bench()
    bench.show()
    bench.board.switch(on=False, at_us=bench.clock.now_us)
    with pytest.raises(BoardError):
        bench.show()
    bench.board.switch(on=True, at_us=bench.clock.now_us)
    assert [one.frame is None for one in bench.seen[-2:]] == [True, False]
    assert bench.seen[-1].frame != PICTURE


def test_noise_is_caught_by_the_panel() -> None:
    """Nothing wrong is ever shown; what was broken is counted."""
    bench = Bench()
    bench.show()
    bench.wire.noise = Noise(0.02, 0.02, 0.02)
    for _ in range(20):
        try:
            bench.show()
        except BoardError:
            continue
    assert bench.wire.totals.faults > 0
    assert all(one.frame == PICTURE for one in bench.seen[1:])


def test_a_computer_that_is_gone_sends_no_more() -> None:
    """What it had not sent never arrives."""
    bench = Bench()
    bench.show()
    before = bench.wire.totals.arrived_bytes
    bench.wire.write(bytes(100))
    bench.clock.sleep(0.005)
    bench.wire.forget()
    bench.clock.sleep(1)
    bench.wire.settle()
    assert bench.wire.totals.arrived_bytes - before == 28


def test_reading_waits_no_longer_than_it_may() -> None:
    """A quiet line gives nothing when the time is over."""
    bench = Bench()
    bench.wire.open()
    assert bench.wire.read(0.25) == b""
    assert bench.clock.now_us == 250_000


def test_a_closed_line_says_so() -> None:
    """Nothing is written before it is open."""
    with pytest.raises(LinkDownError) as found:
        Bench().wire.write(b"x")
    assert found.value.code == "port_closed"
