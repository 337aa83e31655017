"""The family's table: every effect is known by its own name and keeps its promises."""

import math

import pytest

from signboard.effects.effect import Words
from signboard.effects.family import EFFECTS
from signboard.frame.frame import Frame
from signboard.frame.message import Page

WORDS = Words((Page(Frame.blank(64, 16), 2500),), Frame.blank(300, 16), 64)


def test_knows_its_members() -> None:
    """The four that ship are there."""
    assert {"card", "pages", "scroll", "static"} <= set(EFFECTS.names())


@pytest.mark.parametrize("name", EFFECTS.names())
def test_each_member_keeps_its_promises(name: str) -> None:
    """Name, size and need are honest: at exactly its need an effect still runs, and no picture is of another size."""
    effect = EFFECTS.load(name)
    need = effect.need(WORDS)
    message = effect.make(WORDS, need.updates_s)

    assert (effect.name, need.updates_s > 0, need.bytes_s == need.updates_s * 128) == (name, True, True)
    assert message.duration_ms > 0
    for at_ms in (0, message.duration_ms // 2, message.duration_ms - 1):
        picture = message.at(at_ms)
        assert (picture.frame.width_px, picture.frame.height_px) == (64, 16)
        if name != "card":  # the card is given one strip per pass and updates itself
            assert (picture.until_ms - picture.since_ms) * need.updates_s >= 1000 - 1e-6


@pytest.mark.parametrize("name", EFFECTS.names())
def test_each_member_runs_without_a_known_limit(name: str) -> None:
    """An endless wire is fine for all."""
    assert EFFECTS.load(name).make(WORDS, math.inf).duration_ms > 0
