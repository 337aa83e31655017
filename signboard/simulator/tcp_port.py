"""A board's end behind a TCP port on loopback: works everywhere, Windows included; the host opens `socket://…`.

One host at a time, as on one cable; others wait for their turn. A host that says nothing for three seconds gives way to
one that waits and speaks, as cards do that are asked anew after a cable was moved; a caller that only knocks displaces
nobody. The receive buffer is as small as a serial driver's.
"""

import contextlib
import os
import socket
from collections import deque

from signboard.clock import Clock, SystemClock
from signboard.errors import N_, UsageError
from signboard.simulator.port import Waker

__all__ = ["TcpPort"]

_BUFFER_BYTES = 2048
_WAITING_HOSTS = 8
_SILENT_S = 3.0


class TcpPort:
    """See `signboard.simulator.port.Port`.

    Args:
        number: the TCP port; 0 takes a free one, which is then kept over unplugging.
        clock: measures how long a host was silent.

    Raises:
        UsageError: `port_taken`.
    """

    def __init__(self, number: int = 0, clock: Clock | None = None) -> None:
        self._clock = clock or SystemClock()
        self._heard_s = self._clock.monotonic_s()
        self.device = ""
        self._number = number
        self._waker = Waker()
        self._listener: socket.socket | None = None
        self._host: socket.socket | None = None
        self._waiting: deque[socket.socket] = deque()
        try:
            self.plug()
        except OSError as error:
            self._waker.close()
            raise UsageError(
                N_("The TCP port {number} is in use; choose another one, or leave the number out."),
                code="port_taken",
                number=number,
            ) from error
        self.url = self.device

    def wait(self, timeout_s: float, *, for_input: bool) -> None:
        """Sleep until bytes can be read (where asked), a host knocks, somebody wakes us, or the time is over."""
        sources = [self._listener, self._host if for_input else None]
        self._waker.wait([source.fileno() for source in sources if source is not None], timeout_s)
        self._let_in()

    def read(self, limit_bytes: int) -> bytes:
        """What has come; b'' when there is nothing or no host."""
        if self._host is None:
            return b""
        try:
            found = self._host.recv(limit_bytes)
        except BlockingIOError:
            return b""
        except OSError:
            found = b""
        if found:
            self._heard_s = self._clock.monotonic_s()
        else:
            self._next_host()
        return found

    def write(self, data: bytes) -> None:
        """Give bytes to the host; what it does not take is lost."""
        if self._host is not None:
            with contextlib.suppress(OSError):
                self._host.send(data)

    def wake(self) -> None:
        """End a `wait` of another thread."""
        self._waker.wake()

    def unplug(self) -> None:
        """Nobody listens any more, and the host's connection ends."""
        self.device = ""
        for open_socket in (self._listener, self._host, *self._waiting):
            if open_socket is not None:
                open_socket.close()
        self._listener = self._host = None
        self._waiting.clear()

    def plug(self) -> None:
        """Listen, on the number of the last time where there was one."""
        if self._listener is not None:
            return
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if os.name == "posix":  # on Windows the same option would let a stranger share the port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER_BYTES)
            listener.bind(("127.0.0.1", self._number))
            listener.listen(_WAITING_HOSTS)
            listener.setblocking(False)
        except OSError:
            listener.close()
            raise
        self._listener = listener
        self._number = int(listener.getsockname()[1])
        self.device = f"socket://127.0.0.1:{self._number}"

    def close(self) -> None:
        """Close for good."""
        self.unplug()
        self._waker.close()

    def _let_in(self) -> None:
        if self._listener is None:
            return
        while True:
            try:
                newcomer, _ = self._listener.accept()
            except OSError:
                break
            newcomer.setblocking(False)
            newcomer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._waiting.append(newcomer)
        while len(self._waiting) > _WAITING_HOSTS:  # most were callers that only asked whether somebody listens
            self._waiting.popleft().close()
        if self._host is None:
            self._next_host()
        elif self._clock.monotonic_s() - self._heard_s >= _SILENT_S and not _speaks(self._host):
            self._give_way()

    def _give_way(self) -> None:
        """Take the host's place to the first of those that wait and have said something."""
        speaker = next((waiting for waiting in self._waiting if _speaks(waiting)), None)
        if speaker is not None:
            self._waiting.remove(speaker)
            self._waiting.appendleft(speaker)
            self._next_host()

    def _next_host(self) -> None:
        if self._host is not None:
            self._host.close()
        self._host = self._waiting.popleft() if self._waiting else None
        self._heard_s = self._clock.monotonic_s()


def _speaks(host: socket.socket) -> bool:
    """Has it sent bytes that nobody has read?"""
    try:
        return bool(host.recv(1, socket.MSG_PEEK))
    except OSError:
        return False
