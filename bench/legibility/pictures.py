"""A frame as a camera across the street might see it, enlarged for a reader. Dark letters on a light ground.

soft   every LED a square of 4 x 4 pixels, then a Gaussian blur of 0.4 LED pitch
round  every LED a disc of 80 % of the pitch with a bloom of 0.5 pitch, drawn at 8 pixels per LED, halved
"""

from collections.abc import Callable

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from signboard.frame.frame import Frame
from signboard.frame.pack import rows_from_columns

__all__ = ["PICTURES"]

_MARGIN_PX = 3
_SOFT_SCALE = 4
_ROUND_SCALE = 8
_DISC = 0.8
_BLOOM_PITCH = 0.5
_BLOOM_SHARE = 1.6
"""Brightness of the bloom; chosen so that misc-fixed 9x15 and DejaVu Sans 11 come out as in an earlier, separate
measurement of them (7.4 and 3.2 % on slogans). Never changed to suit a font of ours."""


def _lit(frame: Frame, scale: int) -> Image.Image:
    """The frame with a dark margin, each pixel a white square."""
    width, height = frame.width_px, frame.height_px
    rows = rows_from_columns(frame.planes[0], width, height)
    small = Image.new("L", (width + 4 * _MARGIN_PX, height + 2 * _MARGIN_PX))
    small.paste(Image.frombytes("1", (width, height), rows).convert("L"), (2 * _MARGIN_PX, _MARGIN_PX))
    return small.resize((small.width * scale, small.height * scale), Image.Resampling.NEAREST)


def soft(frame: Frame) -> Image.Image:
    """Square LEDs, a little out of focus."""
    return ImageChops.invert(_lit(frame, _SOFT_SCALE).filter(ImageFilter.GaussianBlur(0.4 * _SOFT_SCALE)))


def round_leds(frame: Frame) -> Image.Image:
    """Round LEDs that bloom."""
    scale, half = _ROUND_SCALE, _ROUND_SCALE * (1 - _DISC) / 2
    squares = _lit(frame, scale)
    led = Image.new("L", (scale * 8, scale * 8))
    ImageDraw.Draw(led).ellipse([half * 8, half * 8, (scale - half) * 8 - 1, (scale - half) * 8 - 1], fill=255)
    led = led.resize((scale, scale), Image.Resampling.BOX)
    discs = Image.new("L", squares.size)
    column = Image.new("L", (scale, squares.height))
    for y in range(0, squares.height, scale):
        column.paste(led, (0, y))
    for x in range(0, squares.width, scale):
        discs.paste(column, (x, 0))
    lit = ImageChops.multiply(squares, discs)
    bloom = lit.filter(ImageFilter.GaussianBlur(_BLOOM_PITCH * scale)).point(lambda value: value * _BLOOM_SHARE)
    seen = ImageChops.add(lit, bloom)
    return ImageChops.invert(seen).resize((seen.width // 2, seen.height // 2), Image.Resampling.BOX)


PICTURES: dict[str, Callable[[Frame], Image.Image]] = {"soft": soft, "round": round_leds}
"""The two ways of looking, by name."""
