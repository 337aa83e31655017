"""The live board in a browser: the page's words in the language of this call, and what its buttons do."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from signboard.locale import _, language, lines
from signboard.simulator.orders import obey

if TYPE_CHECKING:  # slow to load, and help needs none of it
    from signboard.simulator.server import SimulatedBoard
    from signboard.web.feed import Feed
    from signboard.web.server import SiteServer

__all__ = ["live_page"]


def live_page(board: SimulatedBoard, name: str, protocol: str, number: int = 0) -> tuple[Feed, SiteServer]:
    """The view to be drawn into, and the server of its page, not started yet.

    Raises:
        UsageError: `port_taken`.
    """
    from signboard.web.app import Site  # noqa: PLC0415 - a web server, which help does without
    from signboard.web.feed import Feed  # noqa: PLC0415 - as above
    from signboard.web.page import page  # noqa: PLC0415 - as above
    from signboard.web.server import SiteServer  # noqa: PLC0415 - as above

    feed = Feed(
        {
            "name": name,
            "protocol": protocol,
            "url": board.url,
            "width": board.board.width_px,
            "height": board.board.height_px,
            "colour": board.board.colour.name.lower(),
        },
        _,
    )

    def obeyed(order: str) -> str:
        return obey(board, order, lambda error: " ".join(lines(error)))

    return feed, SiteServer(Site(secrets.token_urlsafe(16), page(language(), name, _), feed, obeyed), number)
