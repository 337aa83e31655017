"""The board's end of a line: what the simulator needs of a port, and the choice between pseudo-terminal and TCP."""

import os
import select
import socket
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from signboard.errors import N_, UsageError

__all__ = ["Port", "Waker", "open_port"]


class Port(Protocol):
    """The board's end. Nothing here blocks but `wait`, and nothing raises for what a host does or fails to do.

    Attributes:
        url: what the host opens.
        device: the same without links, while it is plugged in; else empty. May be asked from any thread.
    """

    url: str
    device: str

    def wait(self, timeout_s: float, *, for_input: bool) -> None:
        """Sleep until bytes can be read (where asked), somebody wakes us, or the time is over."""

    def read(self, limit_bytes: int) -> bytes:
        """What has come, at most so much; b'' when there is nothing or no host."""

    def write(self, data: bytes) -> None:
        """Give bytes to the host; what it does not take is lost, as on a real line."""

    def wake(self) -> None:
        """End a `wait` of another thread."""

    def unplug(self) -> None:
        """The port vanishes; a host that has it open gets errors."""

    def plug(self) -> None:
        """The port is back under the same address; harmless when it is there."""

    def close(self) -> None:
        """Close for good; harmless when closed already."""


class Waker:
    """Lets one thread end another one's waiting; works wherever sockets do."""

    def __init__(self) -> None:
        self._ear, self._mouth = socket.socketpair()
        self._ear.setblocking(False)
        self._mouth.setblocking(False)

    def wait(self, files: Sequence[int], timeout_s: float) -> None:
        """Sleep until one of the files can be read, `wake` is called, or the time is over."""
        ready, _, _ = select.select([self._ear.fileno(), *files], [], [], max(0.0, timeout_s))
        if self._ear.fileno() in ready:
            self._ear.recv(4096)

    def wake(self) -> None:
        """End a waiting, or the next one."""
        try:
            self._mouth.send(b"!")
        except OSError:
            return  # full of calls already, or closed: the waiting ends anyway

    def close(self) -> None:
        """Close both ends."""
        self._ear.close()
        self._mouth.close()


def open_port(listen: str = "auto", link: Path | None = None) -> Port:
    """The board's end of a line, ready for a host.

    Args:
        listen: `auto` (a pseudo-terminal where there is one, else TCP), `pty`, `tcp`, or `tcp:PORT`; always loopback.
        link: a symbolic link to the pseudo-terminal, so that its name survives unplugging.

    Raises:
        UsageError: `bad_listen`, or `port_taken` for a TCP port that is in use.
    """
    kind, _, number = listen.partition(":")
    if kind == "auto":
        kind = "pty" if os.name == "posix" else "tcp"
    if kind == "pty" and os.name == "posix" and not number:
        from signboard.simulator.pty_port import PtyPort  # noqa: PLC0415 - exists on POSIX only

        return PtyPort(link)
    if kind == "tcp" and (number or "0").isdecimal() and int(number or 0) < 1 << 16:
        from signboard.simulator.tcp_port import TcpPort  # noqa: PLC0415 - needs the Waker above

        return TcpPort(int(number or 0))
    raise UsageError(
        N_("A virtual board cannot listen on '{listen}' here; say auto, pty (not on Windows), tcp or tcp:PORT."),
        code="bad_listen",
        listen=listen,
    )
