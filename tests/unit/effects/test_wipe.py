"""wipe: a bounded number of pictures between pages, whole pages for their whole time."""

import math

import pytest

from signboard.effects.effect import Words
from signboard.effects.wipe import EFFECT, MOST_STEPS, WIPE_MS
from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.frame.message import Page, Pages

FULL, DARK = art.parse("\n".join(["#" * 8] * 8)), Frame.blank(8, 8)
TWO = Words((Page(FULL, 2000), Page(DARK, 3000)), Frame.blank(30, 8), 8)
WIDE = Words((Page(Frame.blank(64, 16), 2500),) * 3, Frame.blank(300, 16), 64)


def test_half_by_half_on_a_slow_wire() -> None:
    """One picture between two pages: the coming one on the left, the leaving one on the right."""
    message = EFFECT.make(TWO, EFFECT.need(TWO).updates_s)

    assert isinstance(message, Pages)
    assert [art.draw(page.frame).split("\n")[0] for page in message.pages] == ["########", "....####", "........"]
    assert [page.on_ms for page in message.pages] == [2000, WIPE_MS, 3000]


def test_column_by_column_where_the_wire_allows() -> None:
    """The edge moves by a column on a board of eight."""
    message = EFFECT.make(TWO, math.inf)

    assert isinstance(message, Pages)
    assert [page.frame.lit // 8 for page in message.pages] == [8, 7, 6, 5, 4, 3, 2, 1, 0]


@pytest.mark.parametrize("updates_s", [2.1, 5, 12.5, 25, 60, math.inf])
def test_pictures_are_bounded(updates_s: float) -> None:
    """At most twelve between two pages, no more a second than the wire carries, together no longer than half one."""
    message = EFFECT.make(WIDE, updates_s)

    assert isinstance(message, Pages)
    steps = [page for page in message.pages if page.is_step]
    assert 2 <= len(steps) <= 2 * MOST_STEPS
    assert all(1000 / step.on_ms <= updates_s for step in steps)
    assert sum(step.on_ms for step in steps) <= 2 * WIPE_MS


def test_pages_keep_their_time() -> None:
    """The wipe comes on top."""
    message = EFFECT.make(WIDE, math.inf)

    assert isinstance(message, Pages)
    assert message.stills == WIDE.pages
    assert message.motion == "wipe"


def test_a_single_page_just_stands() -> None:
    """There is nothing to change to."""
    one = Words(TWO.pages[:1], TWO.strip, 8)

    assert EFFECT.make(one, math.inf).motion == "static"
    assert EFFECT.need(one).updates_s == 0.5
