"""Frames as picture files. At a scale of 1 a pixel of the file is a pixel of the board; larger ones draw round LEDs."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from PIL import Image, ImageFont

from signboard.files import fonts_dir, read_own
from signboard.frame.frame import Frame
from signboard.frame.message import Message, Pages, Picture
from signboard.frame.pack import rows_from_columns
from signboard.simulator.picture import led_image

__all__ = ["exact", "frames_of", "gif", "letters", "pictures_of", "png"]

_GAP = (90, 90, 90)


def letters(rows_px: int) -> ImageFont.FreeTypeFont:
    """The font that ships in this height, for words beside pictures.

    Raises:
        OSError: there is none of this height.
    """
    return ImageFont.truetype(BytesIO(read_own(fonts_dir() / "signboard" / f"signboard-{rows_px}.ttf")), rows_px)


def pictures_of(message: Message) -> Iterator[Picture]:
    """Every picture of one pass, in order."""
    offset_ms = 0
    while offset_ms < message.duration_ms:
        picture = message.at(offset_ms)
        yield picture
        offset_ms = picture.until_ms


def frames_of(message: Message) -> list[Frame]:
    """What a still picture of a message shows: each page, or the whole strip."""
    return [page.frame for page in message.stills] if isinstance(message, Pages) else [message.strip]


def exact(frame: Frame) -> Image.Image:
    """One pixel of the image for each of the board: white where a mono board is lit, else the light's own colour."""
    size = (frame.width_px, frame.height_px)
    planes = [Image.frombytes("1", size, rows_from_columns(plane, *size)).convert("L") for plane in frame.planes]
    if len(planes) == 1:
        return Image.merge("RGB", planes * 3)
    return Image.merge("RGB", [*planes, *[Image.new("L", size)] * (3 - len(planes))])


def _drawn(frame: Frame, scale: int) -> Image.Image:
    return exact(frame) if scale == 1 else led_image(frame, scale, virtual=False)


def png(frames: Sequence[Frame], scale: int = 1) -> bytes:
    """One PNG of all the frames, one below the other, a gap of two board pixels between them."""
    images = [_drawn(frame, scale) for frame in frames]
    gap = 2 * scale
    height = sum(image.height for image in images) + gap * (len(images) - 1)
    whole = Image.new("RGB", (max(image.width for image in images), height), _GAP)
    top = 0
    for image in images:
        whole.paste(image, (0, top))
        top += image.height + gap
    out = BytesIO()
    whole.save(out, "PNG", optimize=True)
    return out.getvalue()


def gif(pictures: Sequence[tuple[Frame, int]], scale: int = 1) -> bytes:
    """An animation that repeats for ever.

    Args:
        pictures: frames with their time in ms (GIF counts in steps of 10 ms, at least 20).
        scale: pixels of the file for each of the board.
    """
    images = [_drawn(frame, scale).quantize(16, dither=Image.Dither.NONE) for frame, _on_ms in pictures]
    times_ms = [max(20, round(on_ms / 10) * 10) for _frame, on_ms in pictures]
    out = BytesIO()
    images[0].save(out, "GIF", save_all=True, append_images=images[1:], duration=times_ms, loop=0, disposal=1)
    return out.getvalue()
