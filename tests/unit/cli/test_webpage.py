"""The page stands alone and carries the very pixels. What a browser draws of it is tested in e2e."""

import html
import json
import re

from signboard.cli.webpage import webpage
from signboard.frame import art
from signboard.frame.message import Page, Pages, Strip

PAGES = Pages((Page(art.parse("#.\n.#"), 500),))
STRIP = Strip(art.parse("###"), board_px=2, step_px=1, step_ms=100)


def _page() -> str:
    return webpage("A & B", "note", [("<Bảng>", "1", PAGES), ("b", "2", STRIP)]).decode()


def test_it_needs_nothing_from_outside() -> None:
    """No address of any asset stands in the page, apart from pictures held in it."""
    assert re.findall(r"(?:src|href)=\"(?!data:)|https?://|@import|url\(", _page()) == []


def test_texts_are_escaped() -> None:
    """What people wrote cannot become markup."""
    page = _page()

    assert "<Bảng>" not in page
    assert "&lt;Bảng&gt;" in page
    assert "A &amp; B" in page


def test_the_planes_themselves_are_in_it() -> None:
    """Each canvas carries pages or strip with their times, as packed columns."""
    passes = [json.loads(html.unescape(text)) for text in re.findall(r'data-pass="([^"]*)"', _page())]

    assert passes[0] == {"ms": 500, "pages": [{"planes": ["AQI="], "ms": 500}]}
    assert (passes[1]["columns"], passes[1]["stepPx"], passes[1]["stepMs"]) == (3, 1, 100)


def test_the_canvas_has_one_pixel_for_each_of_the_board() -> None:
    """Width and height are those of the board, also for a strip that is longer."""
    assert re.findall(r'<canvas width="(\d+)" height="(\d+)"', _page()) == [("2", "2"), ("2", "1")]
