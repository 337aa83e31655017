"""Running a virtual board until it is stopped."""

import threading
from pathlib import Path

import pytest

from signboard.clock import SystemClock
from signboard.errors import UsageError
from signboard.frame.frame import Frame
from signboard.link import Link, Patience
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator import directory
from signboard.simulator.event import Event
from signboard.simulator.serve import serve
from signboard.simulator.server import SimulatedBoard
from signboard.simulator.tcp_port import TcpPort
from signboard.transports.opening import open_transport

SPEC = PROTOCOLS.load("bx5")
BOARD = BoardSpec(32, 16)
PICTURE = Frame.blank(32, 16).flipped([(3, 3)])


class Watcher:
    """A view that remembers."""

    def __init__(self) -> None:
        self.noted: list[str] = []
        self.drawn: list[Frame] = []

    def note(self, event: Event) -> None:
        """Remember its kind."""
        self.noted.append(event.kind)

    def draw(self, frame: Frame) -> None:
        """Remember it."""
        self.drawn.append(frame)


def board() -> SimulatedBoard:
    """Not started yet."""
    return SimulatedBoard(SPEC, BOARD, 115_200, port=TcpPort())


def host(home: Path) -> threading.Thread:
    """Sends a picture to `sim://demo` as soon as it runs."""

    def show() -> None:
        link = Link(open_transport("sim://demo", 115_200, home=home), SystemClock(), patience=Patience(attempts=8))
        link.carry(lambda: SPEC.driver(BOARD).show(PICTURE))
        link.close()

    return threading.Thread(target=show)


def test_events_are_yielded_recorded_and_drawn(tmp_path: Path) -> None:
    """All of them in order; the picture too; the name is gone afterwards."""
    stop, watcher, recorded = threading.Event(), Watcher(), list[Event]()
    running = serve(board(), stop=stop, views=[watcher], records=[recorded.append], registered=(tmp_path, "demo"))
    sender = host(tmp_path)
    sender.start()
    seen = []
    for event in running:
        seen.append(event)
        if event.kind == "bytes" and event.direction == "to_host":
            stop.set()
    sender.join()

    assert recorded == seen
    assert watcher.noted == [event.kind for event in seen]
    assert PICTURE in [event.frame for event in seen]
    assert directory.entries(tmp_path) == ()


def test_it_ends_by_itself_after_its_time() -> None:
    """No host, no event, no hanging."""
    assert list(serve(board(), seconds=0.2)) == []


def test_a_picture_is_drawn_without_any_event() -> None:
    """The board stands dark before anybody speaks."""
    watcher = Watcher()
    list(serve(board(), seconds=0.2, views=[watcher]))

    assert watcher.drawn == [Frame.blank(32, 16)]


def test_a_taken_name_leaves_nothing_open(tmp_path: Path) -> None:
    """The second board is refused and its port closed."""
    with directory.register(tmp_path, "demo", "socket://127.0.0.1:9"):
        port = TcpPort()
        second = SimulatedBoard(SPEC, BOARD, 115_200, port=port)
        with pytest.raises(UsageError):
            next(serve(second, registered=(tmp_path, "demo")))
        TcpPort(int(port.url.rpartition(":")[2])).close()


def test_closing_the_iteration_stops_the_board(tmp_path: Path) -> None:
    """However the caller ends."""
    running = serve(board(), registered=(tmp_path, "demo"))
    sender = host(tmp_path)
    sender.start()
    next(running)
    sender.join()
    running.close()

    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("board ")]
    assert directory.entries(tmp_path) == ()
