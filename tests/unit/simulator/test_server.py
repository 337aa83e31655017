"""A virtual board as a whole: a real panel behind a real port, in its thread."""

import threading
from collections.abc import Callable, Iterator

import pytest

from signboard.clock import SystemClock
from signboard.errors import BoardError, ConfigurationError, NakError, NoAnswerError
from signboard.frame.frame import Colour, Frame
from signboard.link import Link, Patience
from signboard.playlog.evidence import Evidence
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.event import Event
from signboard.simulator.faults import parse_faults
from signboard.simulator.server import SimulatedBoard
from signboard.simulator.tcp_port import TcpPort
from signboard.transports.opening import open_transport

SPEC = PROTOCOLS.load("bx5")
BOARD = BoardSpec(32, 16)
BAUD = 115_200
DRIVER = SPEC.driver(BoardSpec(32, 16, options={"answer_s": "10"}))  # on a loaded computer a board answers late
PICTURE = Frame.blank(32, 16).flipped([(0, 0), (31, 15), (5, 9)])
DARK = Frame.blank(32, 16)


@pytest.fixture
def stand() -> Iterator[Callable[[str], tuple[SimulatedBoard, Link, list[Event]]]]:
    """Makes a running board with these faults, and a link to it that tries once."""
    ends: list[Callable[[], None]] = []

    def make(faults: str = "") -> tuple[SimulatedBoard, Link, list[Event]]:
        events: list[Event] = []
        board = SimulatedBoard(SPEC, BOARD, BAUD, parse_faults(faults), port=TcpPort(), listeners=[events.append])
        board.start()
        link = Link(open_transport(board.url, BAUD), SystemClock(), patience=Patience(resends=0))
        ends.extend([link.close, board.stop])
        return board, link, events

    yield make
    for end in ends:
        end()


Stand = Callable[[str], tuple[SimulatedBoard, Link, list[Event]]]


def test_a_picture_is_decoded_and_acked(stand: Stand) -> None:
    """What the board shows came out of the bytes."""
    board, link, events = stand("")

    assert link.carry(DRIVER.show(PICTURE)).evidence == Evidence.ACKED
    assert board.picture() == PICTURE
    assert [event.frame for event in events if event.kind == "picture"] == [PICTURE]


def test_every_byte_is_told_in_both_directions(stand: Stand) -> None:
    """The record's raw bytes are exactly the request and the answer, each answer told as one."""
    board, link, events = stand("")
    exchange = DRIVER.show(PICTURE)
    request = next(exchange)
    exchange.close()
    link.carry(DRIVER.show(PICTURE))
    board.stop()  # it notes what it sent when it has left
    raw = {
        way: b"".join(e.raw for e in events if e.kind == "bytes" and e.direction == way)
        for way in ("to_board", "to_host")
    }

    assert raw["to_board"] == getattr(request, "data", b"")
    assert raw["to_host"] == b"".join(e.raw for e in events if e.kind == "answer")


@pytest.mark.parametrize("faults", ["split", "merge", "tail=5A", "delay=50ms", "slow=50ms"])
def test_what_a_good_driver_lives_with(stand: Stand, faults: str) -> None:
    """Dribbled and merged bytes, a second tail, a late answer, a slow card: still acked, still the picture."""
    board, link, _ = stand(faults)

    assert link.carry(DRIVER.show(PICTURE)).evidence == Evidence.ACKED
    assert link.carry(DRIVER.show(DARK)).evidence == Evidence.ACKED
    assert board.picture() == DARK


def test_a_refusal_shows_nothing(stand: Stand) -> None:
    """The card's number comes back, the picture stays as it was."""
    board, link, _ = stand("nak=4")

    with pytest.raises(NakError) as caught:
        link.carry(SPEC.driver(BOARD).show(PICTURE))
    assert caught.value.nak == 4
    assert board.picture() == DARK


def test_a_silent_board_shows_but_does_not_tell(stand: Stand) -> None:
    """The picture is there; the host cannot know."""
    board, link, _ = stand("no_answer")

    with pytest.raises(NoAnswerError):
        link.carry(SPEC.driver(BOARD).show(PICTURE))
    assert board.picture() == PICTURE


def test_lost_bytes_show_nothing(stand: Stand) -> None:
    """Half of them missing: no answer or a refusal, never a wrong picture."""
    board, link, _ = stand("drop=50%")

    with pytest.raises(BoardError):
        link.carry(SPEC.driver(BOARD).show(PICTURE))
    assert board.picture() == DARK
    assert board.fault_counts()


def test_a_power_cut_forgets_the_picture(stand: Stand) -> None:
    """RAM is gone; the next picture is shown again."""
    board, link, _ = stand("")
    link.carry(DRIVER.show(PICTURE))
    board.power_cycle()
    assert board.picture() == DARK

    link.carry(DRIVER.show(PICTURE))
    assert board.picture() == PICTURE


def test_faults_can_change_while_it_runs(stand: Stand) -> None:
    """Silent, then healed."""
    board, link, _ = stand("no_answer")
    with pytest.raises(NoAnswerError):
        link.carry(SPEC.driver(BOARD).show(PICTURE))
    board.set_faults(parse_faults(""))

    assert link.carry(DRIVER.show(DARK)).evidence == Evidence.ACKED


def test_what_breaks_its_thread_is_told_at_the_end() -> None:
    """A listener that fails does not fail in silence."""

    def broken(event: Event) -> None:
        raise RuntimeError(event.kind)

    board = SimulatedBoard(SPEC, BOARD, BAUD, port=TcpPort(), listeners=[broken])
    board.start()
    board.unplug()

    with pytest.raises(RuntimeError):
        board.stop()


def test_stopping_ends_its_thread() -> None:
    """As a context manager, and a second stop is harmless."""
    before = threading.active_count()
    with SimulatedBoard(SPEC, BOARD, BAUD, port=TcpPort()) as board:
        assert threading.active_count() == before + 1

    board.stop()
    assert threading.active_count() == before


def test_an_impossible_board_opens_no_port() -> None:
    """The protocol checks first."""
    with pytest.raises(ConfigurationError):
        SimulatedBoard(SPEC, BoardSpec(32, 16, Colour.RGB), BAUD)


def test_before_it_starts_it_can_be_arranged() -> None:
    """Plug and power work without a thread, too."""
    board = SimulatedBoard(SPEC, BOARD, BAUD, port=TcpPort())
    board.unplug()
    board.plug()
    board.power_cycle()

    assert board.picture() == DARK
    board.stop()


def test_a_board_that_gives_up_its_host_tells_that_it_went_dark() -> None:
    """The card's own time-out, on a card whose clock runs fast; no byte came meanwhile."""
    events: list[Event] = []
    spec = PROTOCOLS.load("zedmd")
    board_spec = BoardSpec(32, 16, Colour.RGB)
    faults = parse_faults("drift=50%")
    board = SimulatedBoard(spec, board_spec, 921_600, faults, port=TcpPort(), listeners=[events.append])
    with board:
        board.write_strangely()
        assert board.picture().lit
        waited = threading.Event()
        while not any(event.kind == "board" and event.name == "dark" for event in events):
            waited.wait(0.05)
    assert not board.picture().lit


def test_people_see_the_broken_leds_and_the_card_does_not_know(stand: Stand) -> None:
    """What was decoded stays equal to what was sent."""
    board, link, _ = stand("dead=0:0:16x16,stuck_row=8")

    link.carry(SPEC.driver(BOARD).show(PICTURE))

    assert board.picture() == PICTURE
    assert [board.seen().pixel(x, y) for x, y in ((0, 0), (31, 15), (20, 8), (5, 8))] == [False, True, True, False]
