"""The pages as an ASGI application: one page, its parts, one WebSocket. For this computer's own browser only.

Nothing is served without the key in the path, under another host's name (a stranger's page could point its own name at
loopback), or to a WebSocket that another page opens.
"""

import asyncio
import contextlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from signboard.web.feed import Feed
from signboard.web.page import part

__all__ = ["HOSTS", "Site", "application"]

HOSTS = ("127.0.0.1", "localhost", "[::1]")
_MOST_BYTES = 4096
_PARTS = {"live.js": "text/javascript", "live.css": "text/css"}
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Site:
    """What is served.

    Attributes:
        key: first part of every path; secret.
        page: the page as HTML.
        feed: what its WebSocket tells.
        obey: takes an order, returns what there is against it in the reader's language (empty: nothing).
    """

    key: str
    page: str
    feed: Feed
    obey: Callable[[str], str]


def application(site: Site) -> Starlette:
    """The application of one site."""

    def index(_request: Request) -> Response:
        return Response(site.page, media_type="text/html", headers=_HEADERS)

    def piece(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _PARTS:
            return PlainTextResponse("", 404)
        return Response(part(name), media_type=_PARTS[name], headers=_HEADERS)

    async def live(socket: WebSocket) -> None:
        await _serve(socket, site)

    return Starlette(
        routes=[
            Route(f"/{site.key}/", index),
            Route(f"/{site.key}/{{name}}", piece),
            WebSocketRoute(f"/{site.key}/live", live),
        ],
        middleware=[Middleware(_OwnPagesOnly)],
    )


class _OwnPagesOnly:
    """Turns away who comes under another name, or from another page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and not _is_own(Headers(scope=scope), scope["type"]):
            if scope["type"] == "http":
                await PlainTextResponse("", 403)(scope, receive, send)
            else:
                await WebSocket(scope, receive, send).close(1008)
            return
        await self._app(scope, receive, send)


def _is_own(headers: Headers, kind: str) -> bool:
    host = headers.get("host", "")
    origin = headers.get("origin")
    if host.rpartition(":")[0] not in HOSTS:
        return False
    return origin == f"http://{host}" if kind == "websocket" or origin is not None else True


async def _serve(socket: WebSocket, site: Site) -> None:
    await socket.accept()
    telling = asyncio.create_task(_tell(socket, site.feed))
    try:
        while True:
            said = await socket.receive_text()
            await socket.send_text(json.dumps({"said": await _obeyed(said, site)}, ensure_ascii=False))
    except (WebSocketDisconnect, RuntimeError):  # RuntimeError: it went while it was being answered
        return
    finally:
        telling.cancel()
        with contextlib.suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
            await telling


async def _tell(socket: WebSocket, feed: Feed) -> None:
    async for text in feed.texts():
        await socket.send_text(text)


async def _obeyed(said: str, site: Site) -> str:
    """Orders wait for the board's thread, so they are given in a thread of their own."""
    try:
        order = json.loads(said[:_MOST_BYTES])["order"]
    except (ValueError, TypeError, KeyError):
        return "?"
    return await asyncio.to_thread(site.obey, str(order))
