"""Servers for alerts on this computer: one for mail that keeps what it gets, one for the web; both can be unkind."""

import base64
import contextlib
import json
import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

__all__ = ["CERTIFICATE", "MailServer", "WebServer", "mail_server", "silent_server", "web_server"]

_FOLDER = Path(__file__).parent / "data" / "mail"
CERTIFICATE = _FOLDER / "certificate.pem"


@dataclass
class MailServer:
    """What the server got, and how it behaves.

    Attributes:
        port: TCP port.
        refusals: how many messages it still refuses, with 451.
        password: what it wants; empty: it knows nobody.
        mails: what it took.
        protected: whether each came over TLS.
        logins: names and passwords that it was told.
        tls: `starttls`, `tls` or nothing.
    """

    port: int = 0
    refusals: int = 0
    password: str = ""
    tls: str = ""
    mails: list[EmailMessage] = field(default_factory=list)
    protected: list[bool] = field(default_factory=list)
    logins: list[tuple[str, str]] = field(default_factory=list)


class _Conversation(socketserver.StreamRequestHandler):
    """Just enough of RFC 5321, 3207 and 4954."""

    timeout = 10

    def handle(self) -> None:
        """Until QUIT or the end of the line."""
        self.kept = cast("Any", self.server).kept
        self.is_protected = isinstance(self.request, ssl.SSLSocket)
        self._say("220 localhost")
        with contextlib.suppress(OSError, ValueError):  # a client that went away, bytes that are no text
            while (line := self.rfile.readline()) and self._answer(line.decode().strip()):
                pass
        for one in (self.rfile, self.wfile, self.request):  # after STARTTLS the server knows nothing of these
            with contextlib.suppress(OSError, ValueError):  # what waits to be sent has nobody left to take it
                one.close()

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")

    def _answer(self, line: str) -> bool:
        verb = line.split(" ", maxsplit=1)[0].upper()
        if verb == "EHLO":
            more = ["250-STARTTLS"] if self.kept.tls == "starttls" and not self.is_protected else []
            self._say("\r\n".join(["250-localhost", *more, "250 AUTH PLAIN"]))
        elif verb == "STARTTLS":
            self._say("220 go on")
            self._protect()
        elif verb == "AUTH":
            self._login(line)
        elif verb == "DATA":
            self._take()
        elif verb == "QUIT":
            self._say("221 bye")
            return False
        else:
            self._say("250 ok")
        return True

    def _protect(self) -> None:
        wrapped = _context().wrap_socket(self.request, server_side=True)
        self.request = self.connection = wrapped
        self.rfile, self.wfile = wrapped.makefile("rb"), cast("Any", wrapped.makefile("wb", buffering=0))
        self.is_protected = True

    def _login(self, line: str) -> None:
        _zero, name, password = base64.b64decode(line.split(" ")[2]).decode().split("\0")
        self.kept.logins.append((name, password))
        self._say("235 welcome" if password == self.kept.password else f"535 not you, {password}")

    def _take(self) -> None:
        if self.kept.refusals:
            self.kept.refusals -= 1
            self._say("451 later")
            return
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        self.kept.mails.append(message_from_bytes(b"".join(lines), policy=policy.default))
        self.kept.protected.append(self.is_protected)
        self._say("250 taken")


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE, _FOLDER / "key.pem")
    return context


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def get_request(self) -> tuple[socket.socket, object]:
        """Protected from the first byte where that is asked."""
        request, address = super().get_request()
        if cast("Any", self).kept.tls == "tls":
            request = _context().wrap_socket(request, server_side=True)
        return request, address

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is what some tests want."""


@contextlib.contextmanager
def _served(server: socketserver.BaseServer) -> Iterator[None]:
    """It answers, in a thread, for the length of the block."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()


@contextlib.contextmanager
def mail_server(*, tls: str = "", password: str = "", refusals: int = 0) -> Iterator[MailServer]:
    """A mail server for the length of the block."""
    kept = MailServer(tls=tls, password=password, refusals=refusals)
    with _Server(("127.0.0.1", 0), _Conversation) as server:
        cast("Any", server).kept = kept
        kept.port = server.server_address[1]
        with _served(server):
            yield kept


@dataclass
class WebServer:
    """What was posted, and the answer that it gives.

    Attributes:
        url: its address.
        status: what it answers with.
        location: where it says the thing to be has gone.
        posts: what it took.
        gets: paths that it was asked for.
    """

    url: str = ""
    status: int = 204
    location: str = ""
    posts: list[dict[str, Any]] = field(default_factory=list)
    gets: list[str] = field(default_factory=list)


@contextlib.contextmanager
def web_server(status: int = 204, location: str = "") -> Iterator[WebServer]:
    """A web server for the length of the block."""
    kept = WebServer(status=status, location=location)

    class Page(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            kept.posts.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self._end()

        def do_GET(self) -> None:
            kept.gets.append(self.path)
            self._end()

        def _end(self) -> None:
            self.send_response(kept.status)
            if kept.location:
                self.send_header("Location", kept.location)
            self.end_headers()

        def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the library's own signature
            """Be quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        kept.url = f"http://127.0.0.1:{server.server_address[1]}/alerts"
        with _served(server):
            yield kept


@contextlib.contextmanager
def silent_server() -> Iterator[int]:
    """A port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield int(listener.getsockname()[1])
