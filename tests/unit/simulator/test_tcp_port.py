"""The board's end behind a TCP port."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from signboard.errors import LinkDownError, UsageError
from signboard.simulator.tcp_port import TcpPort
from signboard.testing import FakeClock
from signboard.transports.serial_port import SerialPort


@pytest.fixture
def port() -> Iterator[TcpPort]:
    """A listening board."""
    board = TcpPort()
    yield board
    board.close()


def received(port: TcpPort, count: int) -> bytes:
    """Read until so many bytes have come; the test's own time-out is the bound."""
    found = b""
    while len(found) < count:
        port.wait(0.1, for_input=True)
        found += port.read(count - len(found))
    return found


def connected(port: TcpPort) -> socket.socket:
    """A host's plain socket."""
    return socket.create_connection(("127.0.0.1", int(port.url.rpartition(":")[2])), timeout=5)


def test_bytes_pass_both_ways(port: TcpPort) -> None:
    """To a real pyserial host and back."""
    host = SerialPort(port.url, 57600)
    host.open()
    host.write(b"question")

    assert received(port, 8) == b"question"
    port.write(b"answer")
    answer = b""
    while len(answer) < 6:
        answer += host.read(0.5)
    assert answer == b"answer"
    host.close()


def test_it_listens_on_loopback_only(port: TcpPort) -> None:
    """A virtual board is nobody else's business."""
    assert port.url.startswith("socket://127.0.0.1:")


def test_without_a_host_nothing_fails(port: TcpPort) -> None:
    """Nothing to read, what is written is lost."""
    assert port.read(10) == b""
    port.write(b"lost")
    port.wait(0.01, for_input=True)


def test_the_second_host_waits_for_its_turn(port: TcpPort) -> None:
    """One cable: the second one is heard when the first has gone."""
    with connected(port) as first:
        first.sendall(b"one")
        assert received(port, 3) == b"one"
        with connected(port) as second:
            second.sendall(b"two")
            port.wait(0.05, for_input=True)
            assert port.read(10) == b""
            first.close()
            assert received(port, 3) == b"two"


def test_callers_that_only_knock_block_nobody(port: TcpPort) -> None:
    """Many have asked whether somebody listens; the next real host is heard all the same."""
    with ExitStack() as stack:
        first = stack.enter_context(connected(port))
        first.sendall(b"one")
        assert received(port, 3) == b"one"
        for _ in range(30):
            connected(port).close()
            port.wait(0.01, for_input=False)
        first.close()
        host = stack.enter_context(connected(port))
        host.sendall(b"two")
        assert received(port, 3) == b"two"


def test_a_taken_number_is_told(port: TcpPort) -> None:
    """And no half-open port is left behind."""
    with pytest.raises(UsageError) as caught:
        TcpPort(int(port.url.rpartition(":")[2]))
    assert caught.value.code == "port_taken"


def test_the_address_survives_unplugging(port: TcpPort) -> None:
    """The host's connection ends, nobody answers, then the same number answers again."""
    url = port.url
    host = SerialPort(url, 57600)
    host.open()
    port.wait(0.1, for_input=True)
    port.unplug()
    with pytest.raises(LinkDownError):
        host.read(1.0)
    with pytest.raises(LinkDownError):
        SerialPort(url, 57600).open()
    port.plug()
    port.plug()

    host.open()
    host.write(b"x")
    assert received(port, 1) == b"x"
    assert port.url == url
    host.close()


def test_a_broken_connection_is_the_end_of_that_host(port: TcpPort) -> None:
    """A reset instead of an orderly end changes nothing for the board."""
    host = connected(port)
    port.wait(0.1, for_input=True)
    host.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    host.close()
    port.wait(0.1, for_input=True)

    assert port.read(10) == b""
    port.write(b"x")


def test_the_device_is_told_while_somebody_listens() -> None:
    """The address itself; empty while it is unplugged."""
    port = TcpPort()
    assert port.device == port.url
    port.unplug()
    assert port.device == ""
    port.plug()
    assert port.device == port.url
    port.close()


def test_a_silent_host_gives_way_to_one_that_speaks() -> None:
    """After three seconds; before that, and for a caller that only knocks, it keeps its place."""
    clock = FakeClock()
    port = TcpPort(clock=clock)
    with connected(port) as first, connected(port) as knocker, connected(port) as second:
        first.sendall(b"1")
        assert received(port, 1) == b"1"
        second.sendall(b"2")
        clock.advance(2.9)
        port.wait(0.05, for_input=True)
        assert port.read(1) == b""
        clock.advance(0.2)
        assert received(port, 1) == b"2"
        assert first.recv(1) == b""
        assert knocker.fileno() >= 0
    port.close()
