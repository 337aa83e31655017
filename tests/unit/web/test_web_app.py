"""Who is served, and who is not; with a real server and real clients."""

import http.client
import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from signboard.web.app import Site
from signboard.web.feed import Feed
from signboard.web.server import SiteServer

ORDERS: list[str] = []


def obey(order: str) -> str:
    """Remember it, have something against one."""
    ORDERS.append(order)
    return "nein" if order == "explode" else ""


@pytest.fixture
def site() -> Iterator[SiteServer]:
    """A served page."""
    ORDERS.clear()
    with SiteServer(Site("secret-key", "<p>page</p>", Feed({"name": "thu"}), obey)) as server:
        yield server


def got(server: SiteServer, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask for a path."""
    asked = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=5)
    asked.request("GET", path, headers=headers)
    answer = asked.getresponse()
    found = (answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    asked.close()
    return found


def viewer(server: SiteServer, origin: str | None = "own") -> ClientConnection:
    """A page's WebSocket."""
    own = f"http://{urlsplit(server.url).netloc}"
    said = own if origin == "own" else origin
    return connect(server.url.replace("http:", "ws:") + "live", origin=Origin(said) if said else None, open_timeout=5)


def test_the_page_and_its_parts_are_served(site: SiteServer) -> None:
    """With a policy that lets nothing from outside in, and nothing kept."""
    status, headers, body = got(site, "/secret-key/")
    assert (status, body) == (200, b"<p>page</p>")
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers
    for name in ("live.js", "live.css"):
        assert got(site, f"/secret-key/{name}")[0] == 200


@pytest.mark.parametrize("path", ["/", "/secret-key", "/other-key/", "/secret-key/../app.py", "/secret-key/index.html"])
def test_nothing_else_is_served(site: SiteServer, path: str) -> None:
    """Not without the key, nor any other file."""
    status, _headers, body = got(site, path)
    assert status in (307, 404)
    assert b"page" not in body


def test_another_hosts_name_is_turned_away(site: SiteServer) -> None:
    """A stranger's page that points its own name at this computer."""
    assert got(site, "/secret-key/", Host="evil.example:80")[0] == 403
    assert got(site, "/secret-key/", Origin="http://evil.example")[0] == 403


def test_another_page_gets_no_socket(site: SiteServer) -> None:
    """Nor does a program that says no origin."""
    for origin in ("http://evil.example", None):
        with pytest.raises(InvalidStatus), viewer(site, origin=origin):
            pass


def test_a_viewer_is_told_and_may_give_orders(site: SiteServer) -> None:
    """What is against an order comes back."""
    with viewer(site) as line:
        assert json.loads(line.recv(5)) == {"board": {"name": "thu"}}
        line.recv(5)
        line.send(json.dumps({"order": "explode"}))
        assert json.loads(line.recv(5)) == {"said": "nein"}
        line.send(json.dumps({"order": "unplug"}))
        assert json.loads(line.recv(5)) == {"said": ""}
    assert ORDERS == ["explode", "unplug"]


@pytest.mark.parametrize("said", ["", "[]", "{}", "null", '{"order"', "x" * 100_000])
def test_nonsense_is_no_order(site: SiteServer, said: str) -> None:
    """It is answered, and nothing happens."""
    with viewer(site) as line:
        line.recv(5)
        line.recv(5)
        line.send(said)
        assert json.loads(line.recv(5)) == {"said": "?"}
    assert ORDERS == []
