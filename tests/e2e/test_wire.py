"""Real pyserial against virtual boards behind real ports: pseudo-terminal, TCP, rfc2217, loop."""

import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import serial
import serial.rfc2217

from signboard.clock import SystemClock
from signboard.errors import BoardError, GarbledError, LinkDownError, NakError, NoAnswerError
from signboard.frame.frame import Frame
from signboard.link import Link, Patience
from signboard.playlog.evidence import Evidence
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator import directory
from signboard.simulator.event import Event
from signboard.simulator.faults import parse_faults
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.testing import FakeClock
from signboard.transports.faulty import Faulty, LineFaults
from signboard.transports.noise import Noise
from signboard.transports.opening import open_transport
from signboard.transports.recording import Recording, recorded_bytes
from signboard.transports.serial_port import SerialPort

SPEC = PROTOCOLS.load("bx5")
BOARD = BoardSpec(64, 16)
DRIVER = SPEC.driver(BoardSpec(64, 16, options={"answer_s": "10"}))  # on a loaded computer a board answers late
HASTY = SPEC.driver(BOARD)
DARK = Frame.blank(64, 16)
BAUD = 115_200
CLOCK = SystemClock()
LINES = [pytest.param("pty", marks=pytest.mark.needs("pty")), "tcp"]
Start = Callable[..., SimulatedBoard]
Listener = Callable[[Event], object]


def picture(number: int) -> Frame:
    """A picture unlike the others."""
    chance = random.Random(number)  # noqa: S311 - test pictures, no secret
    return DARK.flipped({(chance.randrange(64), chance.randrange(16)) for _ in range(150)})


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts virtual boards; `link=True` gives a pseudo-terminal a name that survives unplugging."""
    boards: list[SimulatedBoard] = []

    def make(
        listen: str, faults: str = "", baud: int = BAUD, listener: Callable[[Event], object] = id
    ) -> SimulatedBoard:
        port = open_port(listen, tmp_path / f"board{len(boards)}.port")
        board = SimulatedBoard(SPEC, BOARD, baud, parse_faults(faults), port=port, listeners=[listener])
        board.start()
        boards.append(board)
        return board

    yield make
    for board in boards:
        board.stop()


@pytest.fixture
def reach() -> Iterator[Callable[..., Link]]:
    """Links to an address, closed at the end."""
    links: list[Link] = []

    def make(url: str, *, baud: int = BAUD, greet: bool = False, resends: int = 0) -> Link:
        greeting = DRIVER.identify if greet else None
        link = Link(open_transport(url, baud), CLOCK, greet=greeting, patience=Patience(resends=resends, attempts=100))
        links.append(link)
        return link

    yield make
    for link in links:
        link.close()


Reach = Callable[..., Link]


@pytest.mark.parametrize("listen", LINES)
def test_pictures_are_carried_and_acked(start: Start, reach: Reach, listen: str) -> None:
    """Greeted once, each picture acknowledged, and the board shows what was meant."""
    board = start(listen)
    link = reach(board.url, greet=True)
    for number in range(5):
        assert link.carry(DRIVER.show(picture(number))).evidence == Evidence.ACKED
        assert board.picture() == picture(number)

    assert link.totals.opens == 1


@pytest.mark.timeout(20)
@pytest.mark.parametrize("listen", LINES)
@pytest.mark.parametrize(
    ("faults", "error"), [("nak=4", NakError), ("no_answer", NoAnswerError), ("flip=100%", BoardError)]
)
def test_trouble_ends_in_its_error(
    start: Start, reach: Reach, listen: str, faults: str, error: type[BoardError]
) -> None:
    """A refusal, silence, garbage on the way in: the right error, in time, and no wrong picture."""
    board = start(listen, faults)

    with pytest.raises(error):
        reach(board.url).carry(HASTY.show(picture(1)))
    assert board.picture() == DARK or error is NoAnswerError


@pytest.mark.timeout(20)
def test_garbage_instead_of_an_answer_is_told(reach: Reach) -> None:
    """`loop://` gives our own bytes back, which are no answer."""
    with pytest.raises(GarbledError):
        reach("loop://").carry(HASTY.show(picture(1)))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("listen", LINES)
def test_a_plug_pulled_in_the_middle_of_a_picture(start: Start, reach: Reach, listen: str) -> None:
    """The line is down; the half picture was never shown."""
    under_way = threading.Event()
    board = start(listen, baud=9600, listener=lambda _: under_way.set())

    def pull() -> None:
        under_way.wait()
        board.unplug()

    puller = threading.Thread(target=pull)
    puller.start()
    with pytest.raises(LinkDownError):
        reach(board.url, baud=9600).carry(DRIVER.show(picture(1)))
    puller.join()
    assert board.picture() == DARK


@pytest.mark.timeout(30)
@pytest.mark.parametrize("listen", LINES)
def test_a_port_that_vanished_is_opened_again_when_it_is_back(start: Start, reach: Reach, listen: str) -> None:
    """Down, then back under the same name: opened and greeted anew, and the present picture passes."""
    board = start(listen)
    link = reach(board.url, greet=True)
    link.carry(DRIVER.show(picture(1)))
    board.unplug()
    with pytest.raises(LinkDownError):
        link.carry(DRIVER.show(picture(2)))
    threading.Timer(0.6, board.plug).start()

    assert link.carry(lambda: DRIVER.show(picture(3))).evidence == Evidence.ACKED
    assert board.picture() == picture(3)
    assert link.totals.opens == 2


@pytest.mark.parametrize("listen", LINES)
def test_no_byte_is_faster_than_the_wire(start: Start, reach: Reach, listen: str) -> None:
    """At 9600 baud the bytes of three pictures take at least nine tenths of bytes / 960 seconds, answers included."""
    events: list[Event] = []
    board = start(listen, baud=9600, listener=events.append)
    link = reach(board.url, baud=9600)
    began_s = CLOCK.monotonic_s()
    for number in range(3):
        link.carry(DRIVER.show(picture(number)))
    took_s = CLOCK.monotonic_s() - began_s
    total_bytes = sum(len(event.raw) for event in events if event.kind == "bytes")

    assert total_bytes > 3 * 200
    assert took_s >= 0.9 * total_bytes / 960


def flood(host: SerialPort) -> None:
    """Write without any pacing, more than every buffer holds."""
    for _ in range(10_000):
        host.write(bytes(1000))


@pytest.mark.parametrize("listen", LINES)
def test_a_hasty_host_gets_no_more_through(start: Start, listen: str) -> None:
    """Bytes written without pacing pile up until the write times out; the board saw only what the wire carries."""
    seen: list[int] = []
    board = start(listen, baud=9600, listener=lambda event: seen.append(len(event.raw)))
    host = SerialPort(board.url, 10_000_000, slack_s=0.3)
    host.open()
    began_s = CLOCK.monotonic_s()
    with pytest.raises(LinkDownError) as caught:
        flood(host)
    took_s = CLOCK.monotonic_s() - began_s

    assert caught.value.code == "write_timeout"
    assert sum(seen) <= took_s * 960 * 1.1 + 50


@pytest.mark.parametrize("listen", LINES)
def test_an_idle_board_costs_next_to_nothing(start: Start, listen: str) -> None:
    """Without a host and with a silent one: a loop that spins would use the whole second."""
    board = start(listen)
    host = SerialPort(board.url, BAUD)
    used_s = []
    for _ in range(2):
        began_s = time.process_time()
        CLOCK.sleep(0.5)
        used_s.append(time.process_time() - began_s)
        host.open()
    host.close()

    assert max(used_s) < 0.1


def until(holds: Callable[[], bool]) -> bool:
    """Does it come to pass? The board runs in a thread of its own, on a computer that may be loaded."""
    for _look in range(1200):
        if holds():
            return True
        CLOCK.sleep(0.05)
    return False


@pytest.mark.parametrize("listen", LINES)
def test_a_recording_replayed_is_the_same_picture(start: Start, listen: str) -> None:
    """Host and board recorded the same bytes, each question once; played to a fresh board they show the same."""
    host_lines: list[str] = []
    board_lines: list[str] = []
    board = start(listen, listener=lambda event: board_lines.append(event.to_json()))
    line = Recording(open_transport(board.url, BAUD), CLOCK, host_lines.append)
    link = Link(line, CLOCK)
    link.carry(DRIVER.show(picture(1)))
    link.carry(DRIVER.show(picture(2)))
    link.close()
    sent = recorded_bytes(host_lines, "to_board")
    heard = recorded_bytes(host_lines, "to_host")
    assert link.totals.resends == 0
    assert sent == recorded_bytes(board_lines, "to_board")
    assert until(lambda: recorded_bytes(board_lines, "to_host") == heard)  # it notes them when they have left

    shown = threading.Event()

    def look(event: Event) -> None:
        if event.frame == picture(2):
            shown.set()

    fresh = start(listen, listener=look)
    replay = open_transport(fresh.url, BAUD)
    replay.open()
    replay.write(sent)
    assert shown.wait(60)
    assert fresh.picture() == picture(2)
    replay.close()


@pytest.mark.timeout(60)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_on_a_bad_line_an_ack_is_never_a_lie(start: Start, seed: int) -> None:
    """Noise both ways, dribbled reads, refusals, lost answers: whatever was acked stands on the board."""
    board = start("tcp", "flip=0.05%,drop=0.05%,nak=3:10%,no_answer=10%,split")
    noise = Noise(drop=0.0005, double=0.0005, flip=0.0005)
    chance = random.Random(seed)  # noqa: S311 - faults to order, no secret
    line = Faulty(open_transport(board.url, BAUD), LineFaults(noise, noise, split=True), chance, FakeClock())
    link = Link(line, CLOCK)
    acked = 0
    for number in range(8):
        with suppress(BoardError):
            link.carry(lambda number=number: HASTY.show(picture(number)))  # type: ignore[misc] # a loop's value, bound
            acked += 1
            assert board.picture() == picture(number)
    link.close()

    assert acked > 3


@pytest.mark.needs("pty")
def test_a_killed_host_locks_nobody_out(start: Start, reach: Reach) -> None:
    """Killed with the port open: the next host opens it and is answered."""
    board = start("pty")
    code = "import sys; from signboard.transports.serial_port import SerialPort; "
    code += "port = SerialPort(sys.argv[1], 115200); port.open(); print('open', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", code, board.url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        assert first.stdout.readline()
        with pytest.raises(LinkDownError) as caught:
            SerialPort(board.url, BAUD).open()
        assert caught.value.code == "port_busy"
        first.kill()
        first.wait()

    assert reach(board.url).carry(DRIVER.show(picture(1))).evidence == Evidence.ACKED


def test_a_virtual_board_is_reached_by_its_name(start: Start, tmp_path: Path) -> None:
    """`sim://NAME` leads to the registered port."""
    board = start("tcp")
    with directory.register(tmp_path, "demo", board.url):
        link = Link(open_transport("sim://demo", BAUD, home=tmp_path), CLOCK)
        assert link.carry(DRIVER.show(picture(1))).evidence == Evidence.ACKED
        link.close()

    assert board.picture() == picture(1)


_PORT_MANAGER: Any = serial.rfc2217.PortManager  # its stubs ask for a client where the class takes any writer


class Rfc2217Server:
    """pyserial's own half of a network serial port, in front of a virtual board; one client."""

    def __init__(self, board_url: str) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"rfc2217://127.0.0.1:{self._listener.getsockname()[1]}"
        self._serial = serial.serial_for_url(board_url, timeout=0.01)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        client, _ = self._listener.accept()
        client.settimeout(0.02)
        manager = _PORT_MANAGER(self._serial, _Wire(client))
        with client, suppress(ConnectionError):
            while True:
                with suppress(TimeoutError):
                    came = client.recv(1024)
                    if not came:
                        return
                    self._serial.write(b"".join(manager.filter(came)))
                client.sendall(b"".join(manager.escape(self._serial.read(256))))

    def close(self) -> None:
        """After the client has gone."""
        self._thread.join()
        self._serial.close()
        self._listener.close()


class _Wire:
    def __init__(self, client: socket.socket) -> None:
        self._client = client

    def write(self, octets: bytes) -> None:
        """Where pyserial's manager puts its negotiation."""
        self._client.sendall(octets)


@pytest.mark.filterwarnings("ignore:set(Daemon|Name):DeprecationWarning")
def test_a_board_behind_a_network_serial_port(start: Start) -> None:
    """rfc2217 against pyserial's own server: negotiated, carried, acked."""
    board = start("tcp")
    server = Rfc2217Server(board.url)
    link = Link(open_transport(server.url, BAUD), CLOCK)

    try:
        assert link.carry(DRIVER.show(picture(1))).evidence == Evidence.ACKED
    finally:
        link.close()
        server.close()
    assert board.picture() == picture(1)
