"""Taps: listening, standing between a host and a board, playing again."""

import threading
from pathlib import Path

import pytest
from bench_boards import FAST_BAUD, family_board

from signboard.cli.patterns import pattern
from signboard.clock import SystemClock
from signboard.errors import LinkDownError
from signboard.link import Link
from signboard.protocols import PROTOCOLS
from signboard.simulator.event import Event
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.tapping import Notebook, OfferedPort, play_again, stand_between, tap
from signboard.trace.reading import TO_BOARD, TO_HOST, Trace, read_trace, turns
from signboard.transports.opening import open_transport

SPEC, BOARD = PROTOCOLS.load("bx5"), family_board("bx5")
FRAME = pattern("corners", 32, 16)


def board(*listeners: list[Event]) -> SimulatedBoard:
    """A board behind a TCP port."""
    hear = [one.append for one in listeners]
    return SimulatedBoard(SPEC, BOARD, FAST_BAUD, port=open_port("tcp"), listeners=hear)


def captured(events: list[Event]) -> Trace:
    """What passes while a driver paints one picture through a tap."""
    lines: list[str] = []
    over = threading.Event()
    with board(events) as sim:
        offered = OfferedPort("tcp")
        notebook = Notebook(SystemClock(), lines.append)
        failures: list[Exception] = []

        def between() -> None:
            try:
                stand_between(offered, open_transport(sim.url, FAST_BAUD), notebook, over.is_set)
            except LinkDownError as error:
                failures.append(error)

        worker = threading.Thread(target=between)
        worker.start()
        driver = SPEC.driver(family_board("bx5", options={"answer_s": "10"}))  # asks once, on a loaded computer, too
        link = Link(open_transport(offered.name, FAST_BAUD), SystemClock(), greet=driver.identify)
        try:
            link.carry(lambda: driver.show(FRAME))
        finally:
            link.close()
            over.set()
            worker.join()
    assert failures == []
    return read_trace(("\n".join(lines) + "\n").encode(), "a")


def test_a_tap_hands_everything_on_and_writes_it_down() -> None:
    """The board gets the picture, the host its acknowledgement, the notebook both."""
    events: list[Event] = []
    trace = captured(events)

    assert FRAME in [event.frame for event in events]
    assert len(turns(trace)) == 2
    assert all(turn.asked and turn.answered for turn in turns(trace))


def test_what_was_captured_can_be_played_again() -> None:
    """Another board of the same kind shows the same and answers the same."""
    trace = captured([])
    events: list[Event] = []
    with board(events) as sim:
        played = play_again(open_transport(sim.url, FAST_BAUD), SystemClock(), turns(trace), speed=10)

    assert FRAME in [event.frame for event in events]
    assert (played.turns, played.answered, played.equal_answers) == (2, 2, 2)
    assert played.sent_bytes == len(trace.to_board())


def test_playing_again_can_be_ended() -> None:
    """Before the next exchange."""
    trace = captured([])
    with board() as sim:
        played = play_again(open_transport(sim.url, FAST_BAUD), SystemClock(), turns(trace), is_over=lambda: True)

    assert played.turns == 0


def test_listening_writes_down_and_sends_nothing() -> None:
    """One direction only, named by the listener."""
    port, lines = open_port("tcp"), list[str]()
    heard = threading.Event()

    def keep(line: str) -> None:
        lines.append(line)
        heard.set()

    notebook = Notebook(SystemClock(), keep)
    line = open_transport(port.url, FAST_BAUD)
    line.open()
    port.wait(1.0, for_input=False)
    port.write(b"hello")
    try:
        tap(line, notebook, heard.is_set, TO_HOST)
        sent = port.read(100)
    finally:
        port.close()

    assert sent == b""
    assert notebook.counted == {TO_BOARD: 0, TO_HOST: 5}
    assert read_trace((lines[0] + "\n").encode(), "a").pieces[0].raw == b"hello"


def test_a_board_that_is_not_there_ends_it(tmp_path: Path) -> None:
    """The error of the port, and the offered port is closed."""
    offered = OfferedPort("tcp")
    with pytest.raises(LinkDownError):
        stand_between(
            offered, open_transport(str(tmp_path / "none"), 9600), Notebook(SystemClock(), list[str]().append), bool
        )


def test_an_offered_port_has_the_manners_of_a_transport() -> None:
    """Opened, read, emptied, closed."""
    offered = OfferedPort("tcp")
    host = open_transport(offered.name, FAST_BAUD)
    try:
        offered.open()
        host.open()
        offered.read(0.05)
        host.write(b"old")
        offered.drop_input() if offered.read(1.0) == b"old" else None
        offered.write(b"back")
        came = host.read(1.0)
    finally:
        host.close()
        offered.close()

    assert came == b"back"
