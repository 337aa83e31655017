"""The server of the pages."""

import socket
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from signboard.errors import UsageError
from signboard.web.app import Site
from signboard.web.feed import Feed
from signboard.web.server import SiteServer

SITE = Site("key", "", Feed({}), lambda _order: "")


def test_it_listens_on_loopback_only_and_is_gone_after_the_end() -> None:
    """Its address begins with 127.0.0.1 and takes no caller afterwards."""
    with SiteServer(SITE) as server:
        assert server.url.startswith("http://127.0.0.1:")
        assert server.url.endswith("/key/")
        number = urlsplit(server.url).port
    assert any(_refuses(again) for again in (number, *(_used_port() for _ in range(3))))


def _used_port() -> int | None:
    with SiteServer(SITE) as server:
        return urlsplit(server.url).port


def _refuses(number: int | None) -> bool:
    """Whether nobody listens there; a free port may be another program's at once, so one may be unlucky."""
    try:
        socket.create_connection(("127.0.0.1", number or 0), timeout=1).close()
    except ConnectionRefusedError:
        return True
    return False


def test_a_taken_port_is_told() -> None:
    """In one sentence, before anything is served."""
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError) as caught:
        SiteServer(SITE, taken.getsockname()[1])
    assert caught.value.code == "port_taken"


def drained(line: ClientConnection) -> None:
    """Read until it is over."""
    while True:
        line.recv(5)


def test_open_pages_do_not_hold_up_the_end() -> None:
    """A viewer's line is over when `stop` returns."""
    server = SiteServer(SITE)
    server.start()
    with connect(server.url.replace("http:", "ws:") + "live", origin=Origin(server.url.removesuffix("/key/"))) as line:
        line.recv(5)
        server.stop()
        with pytest.raises((ConnectionClosed, ConnectionError)):
            drained(line)
    server.stop()
