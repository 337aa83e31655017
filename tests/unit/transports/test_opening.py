"""From an address to a transport."""

from pathlib import Path

import pytest

from signboard.errors import UsageError
from signboard.simulator.client import VirtualLine
from signboard.transports.opening import is_virtual, open_transport, scheme_of
from signboard.transports.serial_port import SerialPort


@pytest.mark.parametrize(
    ("url", "scheme"),
    [("COM3", "serial"), ("/dev/ttyUSB0", "serial"), ("SOCKET://host:1", "socket"), ("sim://demo", "sim")],
)
def test_the_word_in_front_decides(url: str, scheme: str) -> None:
    """A plain name is a serial port; upper case does not matter."""
    assert scheme_of(url) == scheme


@pytest.mark.parametrize("url", ["COM3", "/dev/pts/3", "socket://127.0.0.1:5200", "loop://", "rfc2217://host:1"])
def test_everything_but_sim_counts_as_real(url: str) -> None:
    """A device path or a socket may lead to a board on a wall."""
    assert not is_virtual(url)


def test_sim_is_virtual() -> None:
    """Only this scheme is."""
    assert is_virtual("sim://demo")


def test_addresses_lead_to_their_transports(tmp_path: Path) -> None:
    """Serial lines and virtual boards, not open yet."""
    assert isinstance(open_transport("/dev/nothing", 9600, home=tmp_path), SerialPort)
    assert isinstance(open_transport("sim://demo", 9600, home=tmp_path), VirtualLine)


def test_an_unknown_scheme_is_named(tmp_path: Path) -> None:
    """The error tells the nearest word."""
    with pytest.raises(UsageError) as caught:
        open_transport("sokcet://host:1", 9600, home=tmp_path)
    assert caught.value.fields["near"] == "socket"


def test_a_framing_reaches_the_port(tmp_path: Path) -> None:
    """What the family states; a transport without framings is made without."""
    port = open_transport("/dev/nothing", 9600, home=tmp_path, framing="7E1")
    assert isinstance(port, SerialPort)
    assert str(port.framing) == "7E1"
    assert open_transport("sim://demo", 9600, home=tmp_path, framing="7E1").name == "sim://demo"
