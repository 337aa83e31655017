"""The health page: `/healthz` and `/metrics` for machines, in a process of its own that dies with the player.

`python -m signboard.health.serving` takes its orders as one JSON argument and ends when its standard input does. It
reads the status documents and nothing else, so a page that answers proves nothing about itself: 200 means that the
player's loop wrote, seconds ago, that the board shows what is due. Killed, hung or flooded, it costs the board nothing.

The standard library's server, because two fixed answers need no framework: connections are few, each is cut after ten
seconds whatever its client does, and a Host that is no address and not localhost is refused (DNS rebinding).
"""

import contextlib
import json
import os
import socket
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from typing import IO

from signboard.clock import Clock, SystemClock
from signboard.health.gathering import Places, standings
from signboard.health.metrics import CONTENT_TYPE, metrics_text
from signboard.health.rules import Limits
from signboard.health.standing import Standing, State

__all__ = ["HealthServer", "is_at_work", "main", "orders"]

_CONNECTIONS = 16
_CONNECTION_S = 10.0
_SILENCE_S = 5.0
_GRAVE = {"silent", "dark", "clock"}
_NOT_AT_WORK = {State.NO_CONTACT, State.CLOCK, State.NO_CONTENT, State.STARTING}


def orders(host: str, port: int, places: Places) -> str:
    """The argument for the process that serves."""
    limits = asdict(places.limits)
    return json.dumps(
        {
            "host": host,
            "port": port,
            "folder": str(places.folder),
            "boards": list(places.board_ids),
            "limits": limits,
        }
    )


def is_at_work(standing: Standing) -> bool:
    """Does the board show what is due? What only needs attention, such as a disk that fills, does not count."""
    if not standing.is_alive:
        return False
    return not any(one.kind in _GRAVE for one in standing.troubles) and standing.state not in _NOT_AT_WORK


class HealthServer(ThreadingHTTPServer):
    """Serves the two pages until `shutdown`.

    Args:
        host: an address of this computer.
        port: TCP port; 0 takes a free one.
        places: where the documents lie.
        clock: the computer's.

    Raises:
        OSError: the address is in use or not this computer's.
    """

    daemon_threads = True
    block_on_close = False
    request_queue_size = _CONNECTIONS

    def __init__(self, host: str, port: int, places: Places, clock: Clock) -> None:
        self.places = places
        self.clock = clock
        address = ip_address(host)
        self.only_here = address.is_loopback
        self.address_family = socket.AF_INET6 if isinstance(address, IPv6Address) else socket.AF_INET
        self._free = threading.BoundedSemaphore(_CONNECTIONS)
        super().__init__((host, port), _Page)

    def process_request(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        """Take a connection where there is room for one more; cut it after ten seconds in any case."""
        if not self._free.acquire(blocking=False):
            self.shutdown_request(request)
            return
        timer = threading.Timer(_CONNECTION_S, _cut, (request,))
        timer.daemon = True
        timer.start()
        threading.Thread(target=self._serve, args=(request, client_address, timer), daemon=True).start()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is nobody's trouble."""

    def _serve(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object, timer: threading.Timer
    ) -> None:
        try:
            self.process_request_thread(request, client_address)
        finally:
            timer.cancel()
            self._free.release()


def _cut(request: socket.socket | tuple[bytes, socket.socket]) -> None:
    if isinstance(request, socket.socket):
        with contextlib.suppress(OSError):  # the client has gone by itself
            request.shutdown(socket.SHUT_RDWR)


class _Page(BaseHTTPRequestHandler):
    """Two pages, to be read only."""

    server: HealthServer
    timeout = _SILENCE_S

    def do_GET(self) -> None:
        """Answer with a page."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer without its body."""
        self._answer(with_body=False)

    def version_string(self) -> str:
        """Who serves, without its version."""
        return "signboard"

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the library's own signature
        """Nobody reads a log of healthy answers."""

    def send_error(self, code: int, message: str | None = None, _explain: str | None = None) -> None:
        """Refuse in one plain line, repeating nothing that the client said."""
        del message
        self._send(HTTPStatus(code), "text/plain; charset=utf-8", f"{HTTPStatus(code).phrase}\n", with_body=True)

    def _answer(self, *, with_body: bool) -> None:
        if not is_known_host(self.headers.get("Host", ""), only_here=self.server.only_here):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        now_at = self.server.clock.now()
        if self.path == "/metrics":
            text = metrics_text(standings(self.server.places, now_at), now_at)
            self._send(HTTPStatus.OK, CONTENT_TYPE, text, with_body=with_body)
        elif self.path == "/healthz":
            status, text = _health(standings(self.server.places, now_at))
            self._send(status, "application/json", text, with_body=with_body)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send(self, status: HTTPStatus, kind: str, text: str, *, with_body: bool) -> None:
        raw = text.encode()
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(raw))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
        ):
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(raw)


def is_known_host(host: str, *, only_here: bool) -> bool:
    """Is this Host header an address (of this computer alone, where only that is served), or localhost?

    A name that somebody's web page made point here is neither.
    """
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    if name == "localhost":
        return True
    try:
        address = ip_address(name.strip("[]"))
    except ValueError:  # a name
        return False
    return address.is_loopback or not only_here


def _health(boards: Sequence[Standing]) -> tuple[HTTPStatus, str]:
    at_work = bool(boards) and all(map(is_at_work, boards))
    is_well = at_work and all(one.exit_code == 0 for one in boards)
    page = {
        "status": "ok" if is_well else "degraded" if at_work else "down",
        "boards": {
            one.board_id: {"state": one.state.value, "troubles": [trouble.kind for trouble in one.troubles]}
            for one in boards
        },
    }
    return (HTTPStatus.OK if at_work else HTTPStatus.SERVICE_UNAVAILABLE), json.dumps(page) + "\n"


def main(arguments: Sequence[str], life_line: IO[bytes]) -> int:
    """Serve until the life line ends.

    Args:
        arguments: one: what `orders` made.
        life_line: a stream that ends when the player does.

    Returns:
        0; 5 where the address cannot be taken.
    """
    told = json.loads(arguments[0])
    places = Places(Path(told["folder"]), told["boards"], Limits(**told["limits"]))
    try:
        server = HealthServer(told["host"], told["port"], places, SystemClock())
    except OSError:
        return 5
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.25}, daemon=True).start()
    with contextlib.suppress(OSError, KeyboardInterrupt):  # a life line that breaks has ended, too
        while life_line.read(4096):
            pass
    server.server_close()
    return 0


if __name__ == "__main__":
    os._exit(main(sys.argv[1:], sys.stdin.buffer))  # connections that are open are left to the system
