"""Icon: bytes of a small picture → a frame in a board's own lights.

What is lit, stated once:

    text art              as drawn: `#` in the ink, letters in their colours
    transparent pixels    dark
    light background      where nothing is transparent and the four corners are light: the background is dark; on a
                          board of one light the dark parts of the drawing are lit instead
    one light             pixels of at least half brightness; where a transparent drawing has none (a black outline),
                          everything that was drawn
    several lights        the nearest of the colours that the board can mix, dark included

A picture that is higher than the board is made smaller by a whole divisor, 2, 3, 4 …, so that its pixels stay square
and sharp. Nothing is ever made larger.
"""

import math
import warnings
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from signboard.errors import N_, InputError
from signboard.frame import art, pack
from signboard.frame.frame import Colour, Frame
from signboard.typeset.canvas import Canvas

__all__ = ["MOST_PIXELS", "is_moving", "set_icon"]

MOST_PIXELS = 1 << 20
"""Of a picture file, before it is made smaller: 1024x1024."""
_SHARE = 2
"""An icon takes at most one part in so many of the board's width."""
_HALF = 128
_HEAD_BYTES = 4096
"""An animated PNG says so before its first picture (APNG, chunk acTL)."""
_PNG = b"\x89PNG\r\n\x1a\n"


def set_icon(raw: bytes, canvas: Canvas) -> Frame:
    """The picture, in the board's colours, no higher than the board and at most half as wide.

    Args:
        raw: PNG, or text art in UTF-8.
        canvas: the board; text art is drawn in its ink.

    Raises:
        InputError: `bad_icon`, it is neither, or damaged; `empty_icon`, it lights nothing; `icon_too_large`, no
            divisor makes it fit, or it has too many pixels.
    """
    if not raw.startswith(_PNG):
        return _fitting(_from_art(raw, canvas), canvas)
    image = _opened(raw)
    divisor = max(1, math.ceil(image.height / canvas.height_px))
    if divisor > 1:
        image = image.reduce(divisor)
    frame = _fitting(_lit(image, canvas), canvas)
    if not frame.lit:
        raise _nothing()
    return frame


def is_moving(raw: bytes) -> bool:
    """Does the picture have several frames, of which only the first is shown?"""
    return raw.startswith(_PNG) and b"acTL" in raw[:_HEAD_BYTES]


def _from_art(raw: bytes, canvas: Canvas) -> Frame:
    try:
        frame = art.parse(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, InputError) as error:
        raise _bad() from error
    if not frame.lit:
        raise _nothing()
    if frame.colour is Colour.MONO:
        return (
            canvas.frame(frame.planes[0], frame.width_px)
            if frame.height_px == canvas.height_px
            else _inked(frame, canvas)
        )
    if canvas.colour is Colour.MONO:
        merged = Frame.blank(frame.width_px, frame.height_px)
        for plane in frame.planes:
            merged = merged.paste(Frame(frame.width_px, frame.height_px, (plane,)), 0, 0)
        return merged
    dark = bytes(len(frame.planes[0]))
    planes = [*frame.planes, dark][: canvas.colour.value]
    return Frame(frame.width_px, frame.height_px, tuple(planes))


def _inked(frame: Frame, canvas: Canvas) -> Frame:
    sized = Canvas(canvas.width_px, frame.height_px, canvas.colour, canvas.ink)
    return sized.frame(frame.planes[0], frame.width_px)


def _opened(raw: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(raw), formats=["PNG"])
        if image.width * image.height > MOST_PIXELS:
            raise InputError(
                N_("The picture has {width}x{height} pixels, more than any board needs; make it smaller."),
                code="icon_too_large",
                width=image.width,
                height=image.height,
            )
        return image.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise _bad() from error
    except Image.DecompressionBombWarning as error:
        raise _bad() from error


def _bad() -> InputError:
    return InputError(
        N_("The picture beside the text cannot be read; save it as PNG, or draw it with rows of '#' and '.'."),
        code="bad_icon",
    )


def _nothing() -> InputError:
    return InputError(
        N_("The picture beside the text lights nothing: it is empty or transparent throughout; take another one."),
        code="empty_icon",
    )


def _fitting(frame: Frame, canvas: Canvas) -> Frame:
    most_px = canvas.width_px // _SHARE
    if frame.height_px <= canvas.height_px and frame.width_px <= most_px:
        return frame
    raise InputError(
        N_(
            "The picture takes {width}x{height} pixels of the board, and {most_width}x{most_height} are there; take a "
            "smaller one."
        ),
        code="icon_too_large",
        width=frame.width_px,
        height=frame.height_px,
        most_width=most_px,
        most_height=canvas.height_px,
    )


def _lit(image: Image.Image, canvas: Canvas) -> Frame:
    alpha = image.getchannel("A").point([255 * (level >= _HALF) for level in range(256)])
    drawn = image.convert("RGB")
    is_solid = all(alpha.tobytes())
    greys, (width, height) = drawn.convert("L").tobytes(), image.size
    corners = (greys[0], greys[width - 1], greys[width * (height - 1)], greys[-1])
    is_on_light = is_solid and min(corners) >= _HALF
    if canvas.colour is Colour.MONO:
        return _frame((_mono(drawn, alpha, is_on_light=is_on_light),), image.size)
    nearest = _nearest(drawn, canvas.colour)
    shown = [Image.composite(band, Image.new("L", image.size), alpha) for band in nearest]
    if is_on_light:
        white = Image.eval(drawn.convert("L"), lambda level: 255 * (level < _HALF + _HALF // 2))
        shown = [Image.composite(band, Image.new("L", image.size), white) for band in shown]
    return _frame(tuple(shown), image.size)


def _mono(drawn: Image.Image, alpha: Image.Image, *, is_on_light: bool) -> Image.Image:
    light = drawn.convert("L").point([255 * ((level >= _HALF) is not is_on_light) for level in range(256)])
    lit = Image.composite(light, Image.new("L", drawn.size), alpha)
    return lit if lit.getbbox() else alpha


def _nearest(drawn: Image.Image, colour: Colour) -> list[Image.Image]:
    """Per light of the board, where it is on: each channel for itself is the nearest mixture of full lights."""
    return [band.point([255 * (level >= _HALF) for level in range(256)]) for band in drawn.split()[: colour.value]]


def _frame(bands: tuple[Image.Image, ...], size: tuple[int, int]) -> Frame:
    rows = [band.convert("1", dither=Image.Dither.NONE).tobytes() for band in bands]
    return Frame(*size, tuple(pack.columns_from_rows(row, *size) for row in rows))
