"""Frames as picture files, looked at pixel by pixel."""

import io

import pytest
from PIL import Image

from signboard.cli.pictures import exact, frames_of, gif, letters, pictures_of, png
from signboard.frame import art
from signboard.frame.message import Page, Pages, Strip

FRAME = art.parse("#..\n.#.\n..#")
PAGES = Pages((Page(FRAME, 500), Page(art.parse("...\n###\n..."), 700)))
STRIP = Strip(art.parse("##"), board_px=2, step_px=1, step_ms=100)


def _open(raw: bytes) -> Image.Image:
    return Image.open(io.BytesIO(raw))


def test_at_scale_1_a_pixel_is_a_pixel() -> None:
    """White where lit, black where dark, and nothing around."""
    image = _open(png([FRAME])).convert("RGB")

    assert image.size == (3, 3)
    lit = {(x, y) for x in range(3) for y in range(3) if image.getpixel((x, y)) == (255, 255, 255)}
    assert lit == {(0, 0), (1, 1), (2, 2)}


def test_colours_are_the_light_itself() -> None:
    """Red, green and both on a two-colour board; blue on an RGB one."""
    dual, rgb = exact(art.parse("RGY.")), exact(art.parse("BW"))

    assert [dual.getpixel((x, 0)) for x in range(4)] == [(255, 0, 0), (0, 255, 0), (255, 255, 0), (0, 0, 0)]
    assert [rgb.getpixel((x, 0)) for x in range(2)] == [(0, 0, 255), (255, 255, 255)]


def test_pages_stand_below_each_other() -> None:
    """Two pages make one picture with a gap."""
    assert _open(png([FRAME, FRAME])).size == (3, 3 + 2 + 3)


def test_larger_scales_draw_leds() -> None:
    """With a scale the picture grows and the middle of a lit LED is brighter than that of a dark one."""
    image = _open(png([FRAME], 8)).convert("L")
    margin = (image.width - 24) // 2
    lit, dark = (image.crop((x, margin + 4, x + 1, margin + 5)).tobytes()[0] for x in (margin + 4, margin + 12))

    assert lit > 2 * dark


def test_a_gif_keeps_pictures_and_times() -> None:
    """Every page is a picture of the animation, with its time."""
    image = _open(gif([(page.frame, page.on_ms) for page in PAGES.pages]))

    times = []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        times.append(image.info["duration"])
    assert times == [500, 700]


def test_all_pictures_of_a_pass() -> None:
    """A strip gives each of its steps, pages give themselves."""
    assert [picture.phase_px for picture in pictures_of(STRIP)] == [0, 1, 2, 3]
    assert [picture.page for picture in pictures_of(PAGES)] == [0, 1]


def test_stills() -> None:
    """A still picture shows each page, or the whole strip."""
    assert frames_of(PAGES) == [page.frame for page in PAGES.pages]
    assert frames_of(STRIP) == [STRIP.strip]


@pytest.mark.parametrize("rows_px", [16, 24])
def test_words_beside_pictures_have_their_accents(rows_px: int) -> None:
    """In the font that ships: `Ế` is no box for a letter that is missing."""
    font = letters(rows_px)

    assert font.size == rows_px
    assert font.getmask("Ế").getbbox() is not None
    assert bytes(font.getmask("Ế")) != bytes(font.getmask("\uffff"))
