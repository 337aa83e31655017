"""What watching a virtual board costs: CPU of 30 pictures a second as a share of one core."""

import asyncio
import io
import itertools
from collections.abc import Iterator

from bench.timing import call_s
from signboard.font.load import load_face
from signboard.frame.frame import Colour, Frame
from signboard.simulator.terminal import TerminalView
from signboard.typeset.canvas import Canvas
from signboard.typeset.strip import set_strip
from signboard.web.feed import Feed

__all__ = ["views"]

FPS = 30
AIM = 0.05
TEXT = "Chấm dứt bạo lực, vun đắp yêu thương, xây dựng gia đình hạnh phúc"
_BOARDS = ((96, 32, Colour.MONO), (128, 32, Colour.MONO), (192, 32, Colour.RGB))
_CALLS = 60


def _pictures(font: bytes, width_px: int, height_px: int, colour: Colour) -> list[Frame]:
    strip = set_strip(TEXT, load_face(font, "signboard-16"), Canvas(width_px, height_px, colour))
    return [strip.crop(2 * step, width_px) for step in range(_CALLS)]


def _terminal_s(pictures: list[Frame], columns: int) -> float:
    view = TerminalView("thu", stream=io.StringIO(), environ={}, trace_lines=6, size=lambda: (columns, 50))
    return call_s(lambda number: view.draw(pictures[number % len(pictures)]), _CALLS, rounds=3)


def _page_s(pictures: list[Frame]) -> float:
    """One picture made ready for one viewer."""
    feed = Feed({})

    async def told() -> float:
        texts = feed.texts()
        turns = itertools.count()
        await anext(texts)
        await anext(texts)
        loop = asyncio.get_running_loop()

        async def rounds() -> float:
            began_s = loop.time()
            for _ in range(_CALLS):
                feed.draw(pictures[next(turns) % len(pictures)])
                await anext(texts)
            return (loop.time() - began_s) / _CALLS

        return min([await rounds() for _ in range(3)])

    return asyncio.run(told())


def views(font: bytes) -> Iterator[str]:
    """The table of views, line by line.

    Args:
        font: a BDF file.
    """
    yield f"\n## Watching a virtual board at {FPS} pictures a second\n"
    yield f"Share of one core, a scrolling slogan, drawing and writing included. Aim: below {AIM:.0%}.\n"
    yield "| board | terminal of 200 columns | of 80 columns | page, each viewer |\n|---|---|---|---|"
    for width_px, height_px, colour in _BOARDS:
        pictures = _pictures(font, width_px, height_px, colour)
        costs = (_terminal_s(pictures, 200), _terminal_s(pictures, 80), _page_s(pictures))
        shares = " | ".join(f"**{cost * FPS:.2%}**" for cost in costs)
        yield f"| {width_px}×{height_px} {colour.name.lower()} | {shares} |"
