"""pyserial behind our own words: real loops, sockets and (on POSIX) pseudo-terminals."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from signboard.errors import LinkDownError
from signboard.transports.framing import Framing
from signboard.transports.serial_port import SerialPort, found_ports, serial_line


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A TCP port on loopback."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(5)
        yield server


def url_of(listener: socket.socket) -> str:
    """Its address as pyserial writes it."""
    return f"socket://127.0.0.1:{listener.getsockname()[1]}"


def flood(port: SerialPort) -> None:
    """Write more than any buffer holds."""
    for _ in range(1000):
        port.write(bytes(4096))


def test_a_loop_gives_back_what_is_written() -> None:
    """`loop://` joins the two ends."""
    port = SerialPort("loop://", 57600)
    port.open()
    port.write(b"hello")

    assert port.read(0.5) == b"hello"
    port.close()


def test_reading_nothing_ends_in_time() -> None:
    """No byte, no error."""
    port = SerialPort("loop://", 57600)
    port.open()

    assert port.read(0.05) == b""
    port.close()


def test_dropped_input_is_gone() -> None:
    """Unread bytes are forgotten."""
    port = SerialPort("loop://", 57600)
    port.open()
    port.write(b"old")
    port.drop_input()

    assert port.read(0.05) == b""
    port.close()


def test_a_write_gets_the_time_that_its_bytes_need() -> None:
    """1200 bytes need 1.25 s at 9600 baud, more than the slack alone; they are not cut short."""
    port = SerialPort("loop://", 9600, slack_s=0.1)
    port.open()

    port.write(bytes(1200))
    assert len(port.read(0.5)) > 0
    port.close()


def test_a_closed_port_says_so() -> None:
    """Reading, writing and dropping are all the same failure."""
    port = SerialPort("loop://", 57600)
    for use in (lambda: port.read(0.1), lambda: port.write(b"x"), port.drop_input):
        with pytest.raises(LinkDownError) as caught:
            use()
        assert caught.value.code == "port_closed"


def test_opening_and_closing_twice_is_harmless() -> None:
    """The second call does nothing."""
    port = SerialPort("loop://", 57600)
    port.open()
    port.open()
    port.close()
    port.close()

    with pytest.raises(LinkDownError):
        port.read(0.1)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("/dev/there-is-no-such-port", "port_missing"),
        ("socket://127.0.0.1:1", "port_refused"),
        ("nothing://x", "port_failed"),
        ("socket://127.0.0.1:no", "port_incomplete"),
    ],
)
def test_a_port_that_cannot_be_opened_is_a_line_that_is_down(url: str, code: str) -> None:
    """Whatever pyserial raises, LinkDownError comes out."""
    if os.name != "posix" and url.startswith("/"):
        code = "port_missing"
    with pytest.raises(LinkDownError) as caught:
        SerialPort(url, 9600).open()
    assert caught.value.code == code


def test_bytes_pass_a_socket(listener: socket.socket) -> None:
    """Both ways, in any cut."""
    port = SerialPort(url_of(listener), 57600)
    port.open()
    peer, _ = listener.accept()
    with peer:
        port.write(b"question")
        assert peer.recv(100) == b"question"
        peer.sendall(b"answer")
        came = b""
        while len(came) < 6:
            came += port.read(0.5)
        assert came == b"answer"
    port.close()


def test_a_write_after_the_peer_has_gone_fails_at_once(listener: socket.socket) -> None:
    """Not a single write may "succeed" into nothing."""
    port = SerialPort(url_of(listener), 57600)
    port.open()
    listener.accept()[0].close()

    with pytest.raises(LinkDownError) as caught:
        port.write(b"x")
    assert caught.value.code == "wire_failed"


def test_bytes_before_the_end_are_read_first(listener: socket.socket) -> None:
    """What the peer said before it went is not lost; the next read fails."""
    port = SerialPort(url_of(listener), 57600)
    port.open()
    peer, _ = listener.accept()
    peer.sendall(b"bye")
    peer.close()

    assert port.read(0.5) == b"bye"
    with pytest.raises(LinkDownError):
        port.read(0.5)


def test_a_stuck_reader_ends_the_write_in_time(listener: socket.socket) -> None:
    """A peer that reads nothing: the buffers fill, the write times out, the port is closed."""
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    port = SerialPort(url_of(listener), 1_000_000, slack_s=0.1)
    port.open()
    peer, _ = listener.accept()
    with peer, pytest.raises(LinkDownError) as caught:
        flood(port)
    assert caught.value.code == "write_timeout"
    with pytest.raises(LinkDownError):
        port.write(b"x")


def test_the_factory_makes_a_closed_port(tmp_path: Path) -> None:
    """The family's table calls it with a home folder that a serial line does not need."""
    assert (serial_line("COM3", 9600, tmp_path).name, serial_line("COM3", 9600, tmp_path).baud) == ("COM3", 9600)


def test_found_ports_have_names(tmp_path: Path) -> None:
    """Whatever this computer has, each port has an address to write down, and each is told once."""
    found = found_ports(tmp_path)

    assert all(port.url and port.device for port in found)
    assert len({port.device for port in found}) == len(found)


if os.name == "posix":  # pseudo-terminals exist nowhere else
    import fcntl
    import pty
    import termios

    @pytest.fixture
    def terminal() -> Iterator[tuple[int, str]]:
        """The board's end of a pseudo-terminal, and the device's name."""
        master, slave = pty.openpty()
        name = os.ttyname(slave)
        os.close(slave)
        yield master, name
        os.close(master)

    def test_bytes_pass_a_device(terminal: tuple[int, str]) -> None:
        """Raw, both ways, no line discipline in between."""
        master, name = terminal
        port = SerialPort(name, 57600)
        port.open()
        port.write(bytes(range(256)))
        came = b""
        while len(came) < 256:
            came += os.read(master, 256)
        os.write(master, b"\x03\x04\r\n\x11\x13")

        assert came == bytes(range(256))
        answer = b""
        while len(answer) < 6:
            answer += port.read(0.5)
        assert answer == b"\x03\x04\r\n\x11\x13"
        port.close()

    def test_a_second_user_is_kept_out(terminal: tuple[int, str]) -> None:
        """The lock of the first opening refuses the second, by name."""
        first, second = SerialPort(terminal[1], 57600), SerialPort(terminal[1], 57600)
        first.open()

        with pytest.raises(LinkDownError) as caught:
            second.open()
        assert caught.value.code == "port_busy"
        first.close()

    def test_a_pseudo_terminal_gets_no_lasting_flag(terminal: tuple[int, str]) -> None:
        """TIOCEXCL would outlive a killed host here; a real device has it and forgets it."""
        port = SerialPort(terminal[1], 57600)
        port.open()
        port.close()

        again = os.open(terminal[1], os.O_RDWR | os.O_NOCTTY)
        assert not _is_exclusive(again)
        os.close(again)

    def _is_exclusive(opened: int) -> bool:
        tiocgexcl = 0x80045440  # not named by the termios module; Linux
        return bool(int.from_bytes(fcntl.ioctl(opened, tiocgexcl, bytes(4)), "little"))

    def test_the_flag_can_be_seen(terminal: tuple[int, str]) -> None:
        """The control of the test above: with TIOCEXCL set it is seen."""
        opened = os.open(terminal[1], os.O_RDWR | os.O_NOCTTY)
        fcntl.ioctl(opened, termios.TIOCEXCL)

        assert _is_exclusive(opened)
        os.close(opened)

    def test_an_unplug_is_seen_by_reader_and_writer() -> None:
        """The device goes while it is open: reading fails, and so does writing on another one."""
        uses: tuple[Callable[[SerialPort], object], ...] = (lambda port: port.read(0.5), lambda port: port.write(b"x"))
        for use in uses:
            master, slave = pty.openpty()
            name = os.ttyname(slave)
            os.close(slave)
            port = SerialPort(name, 57600)
            port.open()
            os.close(master)

            with pytest.raises(LinkDownError) as caught:
                use(port)
            assert caught.value.code == "wire_failed"

    def test_a_device_that_takes_nothing_ends_the_write_in_time(terminal: tuple[int, str]) -> None:
        """Nobody reads: the kernel's buffer fills, the write times out, the port is closed."""
        port = SerialPort(terminal[1], 1_000_000, slack_s=0.1)
        port.open()

        with pytest.raises(LinkDownError) as caught:
            flood(port)
        assert caught.value.code == "write_timeout"
        with pytest.raises(LinkDownError):
            port.drop_input()


@pytest.mark.needs("pty")
def test_a_line_of_seven_bits_that_a_port_refuses_is_made_by_hand() -> None:
    """A pseudo-terminal knows eight bits only: parity travels in the eighth, both ways, at every opening."""
    master, slave = os.openpty()
    port = SerialPort(os.ttyname(slave), 9600)
    port.framing = Framing.parse("7E1")
    for _ in range(2):  # the first refusal is silent, the second one is an error
        port.open()
        assert port.makes_parity
        port.write(b"AC")
        assert os.read(master, 10) == b"\x41\xc3"
        os.write(master, b"\xc3\x41")
        assert port.read(1) == b"CA"
        port.close()
    os.close(master)
    os.close(slave)


def test_a_line_of_eight_bits_is_left_alone() -> None:
    """The control: nothing is made by hand where nobody asked."""
    port = SerialPort("loop://", 9600)
    port.open()
    port.write(b"\xc3\x41")
    assert (port.read(0.5), port.makes_parity) == (b"\xc3\x41", False)
    port.close()


def test_seven_bits_on_a_port_that_takes_them() -> None:
    """The port makes the parity then."""
    port = SerialPort("loop://", 9600)
    port.framing = Framing.parse("7E1")
    port.open()
    port.write(b"AC")
    assert (port.read(0.5), port.makes_parity) == (b"AC", False)
    port.close()


def test_a_device_is_looked_for_by_its_name(tmp_path: Path) -> None:
    """A stat; a link whose device is gone is not there; what an address leads to only opening can tell."""
    device, link = tmp_path / "ttyUSB0", tmp_path / "by-id"
    link.symlink_to(device)
    assert not SerialPort(str(link), 57600).is_there()
    device.touch()
    assert SerialPort(str(link), 57600).is_there()
    assert SerialPort("socket://127.0.0.1:1", 57600).is_there()
