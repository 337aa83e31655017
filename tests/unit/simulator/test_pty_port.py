"""The board's end behind a pseudo-terminal."""

import os
from pathlib import Path

import pytest

from signboard.errors import ConfigurationError, LinkDownError
from signboard.transports.serial_port import SerialPort

if os.name == "posix":  # pseudo-terminals exist nowhere else
    from signboard.simulator.pty_port import PtyPort

    def received(port: PtyPort, count: int) -> bytes:
        """Read until so many bytes have come; the test's own time-out is the bound."""
        found = b""
        while len(found) < count:
            port.wait(0.1, for_input=True)
            found += port.read(count - len(found))
        return found

    def test_bytes_pass_both_ways() -> None:
        """To a real pyserial host and back."""
        port = PtyPort()
        host = SerialPort(port.url, 57600)
        host.open()
        host.write(b"question")

        assert received(port, 8) == b"question"
        port.write(b"answer")
        assert host.read(1.0) == b"answer"
        host.close()
        port.close()

    def test_without_a_host_nothing_fails() -> None:
        """Nothing to read, what is written is lost, and waiting does not spin."""
        port = PtyPort()

        assert port.read(10) == b""
        port.write(b"lost")
        port.wait(0.01, for_input=True)
        port.close()

    def test_hosts_come_and_go() -> None:
        """Each one is heard."""
        port = PtyPort()
        for word in (b"one", b"two", b"six"):
            host = SerialPort(port.url, 57600)
            host.open()
            host.write(word)
            assert received(port, 3) == word
            host.close()
        port.close()

    def test_no_echo_reaches_the_board() -> None:
        """What the board says before a host has set up the line does not come back to it."""
        port = PtyPort()
        opened = os.open(port.url, os.O_RDWR | os.O_NOCTTY)
        port.write(b"hello")
        port.wait(0.05, for_input=True)

        assert port.read(10) == b""
        os.close(opened)
        port.close()

    def test_the_link_goes_and_comes_with_the_plug(tmp_path: Path) -> None:
        """The address stays, whatever device is behind it."""
        link = tmp_path / "deep" / "demo.port"
        port = PtyPort(link)
        assert port.url == str(link)
        port.unplug()
        assert not link.is_symlink()
        port.plug()
        port.plug()

        host = SerialPort(port.url, 57600)
        host.open()
        host.write(b"x")
        assert received(port, 1) == b"x"
        host.close()
        port.close()
        assert not link.is_symlink()

    def test_an_unplugged_port_is_dead_on_both_sides() -> None:
        """The host gets an error; the board reads and writes nothing."""
        port = PtyPort()
        host = SerialPort(port.url, 57600)
        host.open()
        port.unplug()

        with pytest.raises(LinkDownError):
            host.write(b"x")
        assert port.read(1) == b""
        port.write(b"x")
        port.wait(0.01, for_input=True)
        port.close()
        port.close()

    def test_a_link_that_cannot_be_made_is_told_plainly(tmp_path: Path) -> None:
        """Its folder's place is taken by a file; nothing is left open."""
        (tmp_path / "virtual").write_text("", encoding="utf-8")
        with pytest.raises(ConfigurationError) as caught:
            PtyPort(tmp_path / "virtual" / "a.port")
        assert caught.value.code == "home_unusable"

    def test_the_device_is_told_while_it_is_plugged_in(tmp_path: Path) -> None:
        """Without its link; empty while it is unplugged."""
        port = PtyPort(tmp_path / "a.port")
        assert port.device == str(Path(port.url).resolve())
        port.unplug()
        assert port.device == ""
        port.close()
