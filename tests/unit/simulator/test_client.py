"""The host's way to a virtual board."""

from pathlib import Path

import pytest

from signboard.errors import LinkDownError, UsageError
from signboard.simulator import directory
from signboard.simulator.client import VirtualLine, virtual_line
from signboard.simulator.pty_port import PtyPort
from signboard.simulator.tcp_port import TcpPort
from signboard.transports.framing import Framing


def test_the_board_is_looked_up_at_every_opening(tmp_path: Path) -> None:
    """It stopped and came back behind another port: opening again finds it."""
    line = VirtualLine("sim://demo", 57600, tmp_path)
    for _ in range(2):
        port = TcpPort()
        with directory.register(tmp_path, "demo", port.url):
            line.open()
            line.open()
            line.write(b"hello")
            found = b""
            while len(found) < 5:
                port.wait(0.1, for_input=True)
                found += port.read(5)
            port.write(b"!")
            assert line.read(1.0) == b"!"
            line.drop_input()
            line.close()
        port.close()


def test_a_board_that_does_not_run_is_a_line_that_is_down(tmp_path: Path) -> None:
    """Retryable: somebody may start it; the sentence says how."""
    with pytest.raises(LinkDownError) as caught:
        VirtualLine("sim://demo", 57600, tmp_path).open()
    assert caught.value.code == "no_virtual_board"
    assert "signboard simulate" in str(caught.value)


def test_an_impossible_name_is_told_as_such(tmp_path: Path) -> None:
    """No retry helps here."""
    with pytest.raises(UsageError):
        VirtualLine("sim://../etc", 57600, tmp_path).open()


def test_a_closed_line_says_so(tmp_path: Path) -> None:
    """Reading before opening, and closing what is closed."""
    line = virtual_line("sim://demo", 57600, tmp_path)
    line.close()

    with pytest.raises(LinkDownError) as caught:
        line.read(0.1)
    assert caught.value.code == "port_closed"


@pytest.mark.needs("pty")
def test_the_framing_reaches_the_boards_port(tmp_path: Path) -> None:
    """A pseudo-terminal has no seven bits: the line tells that parity is made by hand, as long as it is open."""
    port = PtyPort()
    line = VirtualLine("sim://thu", 9600, tmp_path)
    line.framing = Framing.parse("7E1")
    told = [line.makes_parity]
    with directory.register(tmp_path, "thu", port.url, lambda: port.device):
        line.open()
        told.append(line.makes_parity)
        line.close()
    port.close()
    assert [*told, line.makes_parity] == [False, True, False]
