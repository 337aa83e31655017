"""What a page is told."""

import asyncio
import base64
import json
from datetime import UTC, datetime
from typing import Any

from signboard.frame.frame import Frame
from signboard.simulator.event import Event
from signboard.web.feed import Feed

BOARD: dict[str, object] = {"name": "thu", "width": 8, "height": 8}
LIT = Frame.blank(8, 8).flipped([(1, 2)])


def event(kind: str, name: str = "area") -> Event:
    """Something that happened."""
    return Event(5, datetime(2026, 11, 15, tzinfo=UTC), "to_board", kind, name, "meaning", b"\xa5")


def told(feed: Feed, count: int) -> list[dict[str, Any]]:
    """The first texts that a viewer gets."""

    async def read() -> list[dict[str, Any]]:
        texts = feed.texts()
        found = [json.loads(await anext(texts)) for _ in range(count)]
        await texts.aclose()  # type: ignore[attr-defined]  # an async generator, said to be an iterator
        return found

    return asyncio.run(read())


def test_a_viewer_is_told_the_board_and_what_it_shows_already() -> None:
    """Also where all of it happened before the page was opened."""
    feed = Feed(BOARD)
    feed.draw(LIT)
    feed.note(event("picture"))
    board, now = told(feed, 2)
    assert board == {"board": BOARD}
    assert [base64.b64decode(plane) for plane in now["planes"]] == list(LIT.planes)
    assert now["counts"]["picture"] == 1
    assert [line["kind"] for line in now["lines"]] == ["picture"]


def test_raw_bytes_are_no_message() -> None:
    """They come by the thousand."""
    feed = Feed(BOARD)
    feed.note(event("bytes"))
    assert "lines" not in told(feed, 2)[1]


def test_what_comes_later_is_told_when_it_comes() -> None:
    """From the thread that draws; the same picture is not sent twice."""
    feed = Feed(BOARD)

    async def watch() -> list[dict[str, Any]]:
        texts = feed.texts()
        await anext(texts)
        first = json.loads(await anext(texts))
        waiting = asyncio.ensure_future(anext(texts))
        await asyncio.to_thread(feed.draw, LIT)
        second = json.loads(await waiting)
        waiting = asyncio.ensure_future(anext(texts))
        await asyncio.to_thread(feed.note, event("fault", "noise"))
        third = json.loads(await waiting)
        await texts.aclose()  # type: ignore[attr-defined]  # an async generator, said to be an iterator
        return [first, second, third]

    first, second, third = asyncio.run(watch())
    assert "planes" not in first
    assert "planes" in second
    assert "planes" not in third
    assert third["counts"]["fault"] == 1


def test_events_after_the_server_ended_do_no_harm() -> None:
    """The board goes on when its page is gone."""
    feed = Feed(BOARD)
    told(feed, 2)
    feed.draw(LIT)
    feed.close()
