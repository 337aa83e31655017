"""Notices to whoever watches this process: systemd's protocol (sd_notify(3)), and the same words to our own supervisor.

systemd names a datagram socket in NOTIFY_SOCKET. Our supervisor works on Windows too, which has no such sockets, so it
listens on a loopback port and names it, with a token that keeps strangers out, in SIGNBOARD_WATCHER. A notice is never
waited for: what does not get through is repeated with the next turn.
"""

import os
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["PROGRESS", "READY", "STOPPING", "WATCHER", "Notices", "is_watched", "notices_of", "status", "watch_s"]

READY, PROGRESS, STOPPING = "READY=1", "WATCHDOG=1", "STOPPING=1"
WATCHER = "SIGNBOARD_WATCHER"
_WATCH_S = 30.0


def status(sentence: str) -> str:
    """One line for `systemctl status`."""
    return f"STATUS={' '.join(sentence.split())}"


@dataclass(frozen=True, slots=True)
class _Way:
    """A datagram socket, where notices go, and what stands before each."""

    family: int
    address: str | tuple[str, int]
    prefix: str = ""


class Notices:
    """Tells one or two watchers; without any it does nothing."""

    def __init__(self, ways: tuple[_Way, ...]) -> None:
        self._ways = [(way, _socket(way.family)) for way in ways]

    def tell(self, *said: str) -> None:
        """Send it to each of them; whether it arrives is theirs to see."""
        for way, sender in self._ways:
            try:
                sender.sendto((way.prefix + "\n".join(said)).encode(), way.address)
            except OSError:
                continue  # a watcher that is away or full is told with the next turn

    def close(self) -> None:
        """Say nothing more."""
        for _, sender in self._ways:
            sender.close()


def _socket(family: int) -> socket.socket:
    made = socket.socket(family, socket.SOCK_DGRAM)
    made.setblocking(False)
    return made


def notices_of(environ: Mapping[str, str] = os.environ) -> Notices:
    """The watchers that the environment names."""
    ways = []
    path = environ.get("NOTIFY_SOCKET", "")
    if path.startswith(("/", "@")) and sys.platform != "win32":
        ways.append(_Way(socket.AF_UNIX, "\0" + path[1:] if path.startswith("@") else path))
    port, _, token = environ.get(WATCHER, "").partition(" ")
    if port.isdigit() and token:
        ways.append(_Way(socket.AF_INET, ("127.0.0.1", int(port)), token + "\n"))
    return Notices(tuple(ways))


def is_watched(environ: Mapping[str, str] = os.environ) -> bool:
    """Does systemd or our supervisor start this process again whenever it ends?"""
    return bool(environ.get("NOTIFY_SOCKET") or environ.get(WATCHER))


def watch_s(environ: Mapping[str, str] = os.environ, pid: int | None = None) -> float:
    """How long systemd waits for a sign of progress, in seconds; 30 where it says nothing, or says it to another."""
    named, wanted = environ.get("WATCHDOG_PID", ""), str(os.getpid() if pid is None else pid)
    micros = environ.get("WATCHDOG_USEC", "")
    if not micros.isdigit() or int(micros) == 0 or named not in {"", wanted}:
        return _WATCH_S
    return int(micros) / 1e6
