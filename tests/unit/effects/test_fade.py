"""fade: light by light, never dark between pages, refused where a light is only on or off."""

import math

import pytest

from signboard.effects.effect import Words
from signboard.effects.fade import EFFECT, SLOWEST_MS, STEP_MS
from signboard.errors import InputError
from signboard.frame import art
from signboard.frame.frame import Colour
from signboard.frame.message import Page, Pages


def words(*rows: str, colour: Colour = Colour.RGB) -> Words:
    """Pages of one row each."""
    frames = [art.parse(row, colour) for row in rows]
    return Words(tuple(Page(frame, 2000) for frame in frames), frames[0], frames[0].width_px)


def faded(*rows: str, colour: Colour = Colour.RGB, updates_s: float = math.inf) -> Pages:
    """The message."""
    message = EFFECT.make(words(*rows, colour=colour), updates_s)
    assert isinstance(message, Pages)
    return message


def test_white_goes_by_yellow_and_red() -> None:
    """While the coming page goes the way back; what both have stays as it is."""
    message = faded("WW..", "W.W.")

    assert [art.draw(page.frame) for page in message.pages] == ["WW..", "WYR.", "WRY.", "W.W."]
    assert [page.on_ms for page in message.pages] == [2000, STEP_MS, STEP_MS, 2000]
    assert (message.motion, message.stills) == ("fade", words("WW..", "W.W.").pages)


def test_two_lights_have_one_picture_between() -> None:
    """Yellow by red on a board of two lights."""
    message = faded("YY..", "Y.Y.", colour=Colour.DUAL)

    assert [art.draw(page.frame) for page in message.pages] == ["YY..", "YRR.", "Y.Y."]


def test_a_change_of_colour_is_never_dark() -> None:
    """Every pair of colours, pixel by pixel."""
    letters = "RGBYCMW"
    last, coming = zip(*[(one, other) for one in letters for other in letters], strict=True)
    for page in faded("".join(last), "".join(coming)).pages:
        assert "." not in art.draw(page.frame)


def test_a_slow_wire_gets_slower_pictures() -> None:
    """As many a second as it carries, down to the need."""
    assert {page.on_ms for page in faded("W.", ".W", updates_s=5).pages if page.is_step} == {200}
    assert EFFECT.need(words("W.", ".W")).updates_s == pytest.approx(1000 / SLOWEST_MS)


@pytest.mark.parametrize(
    ("rows", "colour"), [(("#.", ".#"), Colour.MONO), (("R.", ".R"), Colour.RGB), (("G.", ".R"), Colour.DUAL)]
)
def test_single_lights_cannot_fade(rows: tuple[str, str], colour: Colour) -> None:
    """A board of one light, or a text in a pure colour."""
    with pytest.raises(InputError) as caught:
        EFFECT.need(words(*rows, colour=colour))

    assert caught.value.code == "no_fade"


def test_a_single_page_needs_no_fade() -> None:
    """Even on a board of one light it just stands."""
    one = words("#.", colour=Colour.MONO)

    assert EFFECT.need(one).updates_s == 0.5
    assert EFFECT.make(one, math.inf).motion == "static"
