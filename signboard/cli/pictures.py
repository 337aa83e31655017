"""Frames as PNG and GIF bytes. With a scale of 1 a pixel of the file is a pixel of the board; larger ones draw dots."""

import io
from collections.abc import Iterator, Sequence

from PIL import Image

from signboard.frame.frame import Frame
from signboard.frame.message import Message, Pages, Picture
from signboard.frame.pack import rows_from_columns

__all__ = ["frames_of", "gif", "image", "pictures_of", "png", "stack"]

_DARK = (24, 20, 18)
_LIT = {
    1: ((255, 90, 30),),
    2: ((255, 50, 30), (60, 220, 60)),
    3: ((255, 0, 0), (0, 255, 0), (0, 0, 255)),
}
_GAP_FROM = 4
"""From this scale on a dark line parts the dots."""


def pictures_of(message: Message) -> Iterator[Picture]:
    """Every picture of one pass, in order."""
    offset_ms = 0
    while offset_ms < message.duration_ms:
        picture = message.at(offset_ms)
        yield picture
        offset_ms = picture.until_ms


def image(frame: Frame, scale: int = 1) -> Image.Image:
    """The frame as an RGB image, `scale` pixels of the image for each of the board."""
    size = (frame.width_px, frame.height_px)
    whole = Image.new("RGB", size, _DARK)
    for plane, colour in zip(frame.planes, _LIT[len(frame.planes)], strict=True):
        mask = Image.frombytes("1", size, rows_from_columns(plane, *size))
        light = Image.new("RGB", size, colour)
        whole.paste(_added(whole, light, mask), (0, 0), mask)
    return whole if scale == 1 else _dots(whole, scale)


def _added(below: Image.Image, light: Image.Image, mask: Image.Image) -> Image.Image:
    """Light adds to light; over a dark pixel only the light counts."""
    from PIL import ImageChops  # noqa: PLC0415 - only colour boards need it

    lit_below = below.convert("L").point(lambda value: 255 if value > max(_DARK) else 0)
    return Image.composite(ImageChops.add(below, light), light, ImageChops.multiply(lit_below, mask.convert("L")))


def _dots(whole: Image.Image, scale: int) -> Image.Image:
    large = whole.resize((whole.width * scale, whole.height * scale), Image.Resampling.NEAREST)
    if scale >= _GAP_FROM:
        for x in range(scale - 1, large.width, scale):
            large.paste((0, 0, 0), (x, 0, x + 1, large.height))
        for y in range(scale - 1, large.height, scale):
            large.paste((0, 0, 0), (0, y, large.width, y + 1))
    return large


def stack(frames: Sequence[Frame], scale: int = 1) -> Image.Image:
    """Frames one below the other, a gap of two board pixels between them."""
    images = [image(frame, scale) for frame in frames]
    gap = 2 * scale
    height = sum(one.height for one in images) + gap * (len(images) - 1)
    whole = Image.new("RGB", (max(one.width for one in images), height), (90, 90, 90))
    y = 0
    for one in images:
        whole.paste(one, (0, y))
        y += one.height + gap
    return whole


def png(frames: Sequence[Frame], scale: int = 1) -> bytes:
    """One PNG of all the frames, stacked."""
    out = io.BytesIO()
    stack(frames, scale).save(out, "PNG", optimize=True)
    return out.getvalue()


def gif(pictures: Sequence[tuple[Frame, int]], scale: int = 1) -> bytes:
    """An animation that repeats for ever.

    Args:
        pictures: frames with their time in ms (GIF counts in steps of 10 ms, at least 20).
        scale: pixels of the file for each of the board.
    """
    out = io.BytesIO()
    images = [image(frame, scale).quantize(8, dither=Image.Dither.NONE) for frame, _on_ms in pictures]
    durations = [max(20, on_ms) for _frame, on_ms in pictures]
    images[0].save(
        out, "GIF", save_all=True, append_images=images[1:], duration=durations, loop=0, disposal=1, optimize=False
    )
    return out.getvalue()


def frames_of(message: Message) -> list[Frame]:
    """What a still picture of a message shows: each page, or the whole strip."""
    return [page.frame for page in message.pages] if isinstance(message, Pages) else [message.strip]
