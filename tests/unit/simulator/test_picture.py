"""A frame as people see it from the pavement."""

from io import BytesIO

import pytest
from PIL import Image, ImageSequence

from signboard.frame import art
from signboard.frame.frame import Colour, Frame
from signboard.simulator.picture import led_image, to_gif, to_png

PROBE = art.parse("#..\n.#.\n..#\n...\n")
DARK = Frame.blank(3, 4)
MARGIN = 14
SCALE = 6


def centre(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """The colour in the middle of an LED."""
    found = image.getpixel((MARGIN + x * SCALE + SCALE // 2, MARGIN + y * SCALE + SCALE // 2))
    assert isinstance(found, tuple)
    return found


def test_lit_leds_are_bright_and_unlit_ones_dark() -> None:
    """Each at its place."""
    image = led_image(PROBE, SCALE)
    lit = {(x, y) for x in range(3) for y in range(4) if sum(centre(image, x, y)) > 300}

    assert lit == {(0, 0), (1, 1), (2, 2)}


def test_dots_are_round() -> None:
    """The corner of a cell is board, not LED."""
    image = led_image(Frame.blank(1, 1).flipped([(0, 0)]), SCALE)

    assert image.getpixel((MARGIN, MARGIN)) == (16, 16, 18)


def test_colours_are_the_boards() -> None:
    """Red, green and both."""
    image = led_image(art.parse("RGY.", Colour.DUAL), SCALE)

    assert [centre(image, x, 0) for x in range(3)] == [(255, 0, 0), (0, 255, 0), (255, 255, 0)]


@pytest.mark.parametrize("scale", [1, 2, 3, 8])
def test_the_scale_is_whole(scale: int) -> None:
    """Every LED has the same number of picture pixels."""
    margin = max(14, 2 * scale)

    assert led_image(PROBE, scale).size == (3 * scale + 2 * margin, 4 * scale + 2 * margin)


def test_the_mark_stands_in_the_margin_only() -> None:
    """With and without it, the LEDs are the same, the margin is not."""
    wide = Frame.blank(40, 4)
    box = (MARGIN, MARGIN, MARGIN + 40 * SCALE, MARGIN + 4 * SCALE)
    marked, plain = led_image(wide, SCALE), led_image(wide, SCALE, virtual=False)

    assert marked.crop(box).tobytes() == plain.crop(box).tobytes()
    assert marked.tobytes() != plain.tobytes()


def test_the_same_frame_gives_the_same_file() -> None:
    """Pictures can be compared byte by byte."""
    assert to_png(PROBE) == to_png(PROBE)
    assert to_png(PROBE) != to_png(DARK)


def test_a_gif_keeps_frames_and_times() -> None:
    """Two frames, in tens of milliseconds, for ever."""
    with Image.open(BytesIO(to_gif([(PROBE, 500), (DARK, 1234)]))) as gif:
        times_ms = [frame.info["duration"] for frame in ImageSequence.Iterator(gif)]

        assert times_ms == [500, 1230]
        assert gif.info["loop"] == 0
