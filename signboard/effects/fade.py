"""fade: one page dims while the next one brightens, light by light, and the board is never dark between them.

A pixel's lights are on or off (docs/adr/0015-fade-light-by-light.md), so a colour is dimmed by the lights that it is
mixed of: white loses blue, then green; the coming page gains red, then green, then blue. On the way

* a light that both pages have stays on,
* a pixel that is lit on both pages is never dark,
* and no picture is dark unless both pages are.

A colour of one light has nothing between on and off, so a board of one light, or a text in pure red, cannot fade and is
refused. There are two pictures between two pages of a board of three lights, one on a board of two. Every page stands
whole for its full reading time; the fade comes on top.
"""

import itertools
import math
from collections.abc import Iterator

from signboard.effects.effect import Effect, Need, Words
from signboard.errors import N_, InputError
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Message, Page, Pages

__all__ = ["EFFECT", "SLOWEST_MS", "STEP_MS"]

STEP_MS = 120
"""Each picture on the way: eight a second are seen as one change."""
SLOWEST_MS = 240
"""Longer ones would be seen as pages of their own."""


def _need(words: Words) -> Need:
    """The pictures of the slowest fade; for a single page what pages need.

    Raises:
        InputError: `no_fade`, where nothing lies between lit and dark.
    """
    if len(words.pages) == 1:
        return Need.of(words, 1000 / words.pages[0].on_ms)
    if words.pages[0].frame.colour is Colour.MONO:
        raise InputError(
            N_("This board has one light a pixel, on or off, so nothing can fade on it; show pages or a wipe."),
            code="no_fade",
        )
    if not any(_is_mixed(page.frame) for page in words.pages):
        raise InputError(
            N_("The text's colour is a single light, on or off, so it cannot fade; take yellow or white, or a wipe."),
            code="no_fade",
        )
    return Need.of(words, 1000 / SLOWEST_MS)


def _make(words: Words, updates_s: float) -> Message:
    step_ms = math.ceil(max(STEP_MS, 1000 / updates_s))
    pages = list(words.pages[:1])
    for last, coming in itertools.pairwise(words.pages):
        pages += [Page(frame, step_ms, is_step=True) for frame in _pictures(last.frame, coming.frame)]
        pages.append(coming)
    return Pages(tuple(pages), "fade")


def _is_mixed(frame: Frame) -> bool:
    """Has any pixel two lights or more?"""
    return any(first & second for first, second in itertools.combinations(_lights(frame), 2))


def _lights(frame: Frame) -> list[int]:
    return [int.from_bytes(plane, "little") for plane in frame.planes]


def _pictures(last: Frame, coming: Frame) -> Iterator[Frame]:
    """Light n goes off at step (lights - n) and comes on at step n + 1."""
    old, new = _lights(last), _lights(coming)
    count = len(old)
    lit_on_both = _any(old) & _any(new)
    for step in range(1, count):
        now = [
            (a if step < count - n else 0) | (b if n < step else 0) | a & b
            for n, (a, b) in enumerate(zip(old, new, strict=True))
        ]
        dark = lit_on_both & ~_any(now)
        now = [light | a & dark for light, a in zip(now, old, strict=True)]
        octets = len(last.planes[0])
        yield Frame(last.width_px, last.height_px, tuple(light.to_bytes(octets, "little") for light in now))


def _any(lights: list[int]) -> int:
    lit = 0
    for light in lights:
        lit |= light
    return lit


EFFECT = Effect("fade", _need, _make)
