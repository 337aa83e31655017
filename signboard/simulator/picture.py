"""A frame as people see it from the pavement: round LEDs on a dark board, as PNG, several as animated GIF or APNG.

The dots are laid out on an integer grid: the frame is enlarged without smoothing and covered with one mask of round
holes, so every LED looks the same at every place. The same frames give the same bytes.
"""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from signboard.frame import pack
from signboard.frame.frame import Colour, Frame

__all__ = ["led_image", "to_apng", "to_gif", "to_png"]

_BOARD = (16, 16, 18)
_UNLIT = (38, 34, 34)
_AMBER = (255, 160, 20)
_FRAME = (150, 150, 155)
_SMOOTH = 4
_MARK = (  # "THỬ"; drawn here, because no font that travels with Pillow has the last letter
    ".............##...",
    "...............#..",
    "..............#...",
    "#####.#...#.#...##",
    "..#...#...#.#...#.",
    "..#...#...#.#...#.",
    "..#...#####.#...#.",
    "..#...#...#.#...#.",
    "..#...#...#.#...#.",
    "..#...#...#..###..",
)


def led_image(frame: Frame, scale: int = 6, *, virtual: bool = True) -> Image.Image:
    """The board as a picture.

    Args:
        frame: the pixels.
        scale: picture pixels per LED, at least 1; below 3 the LEDs are squares.
        virtual: draw the mark of a virtual board into the margin.
    """
    dots = _dots(frame).resize((frame.width_px * scale, frame.height_px * scale), Image.Resampling.NEAREST)
    holes = _holes(frame.width_px, frame.height_px, scale)
    face = Image.composite(dots, Image.new("RGB", dots.size, _BOARD), holes)
    margin = max(14, 2 * scale)
    board = Image.new("RGB", (face.width + 2 * margin, face.height + 2 * margin), _BOARD)
    board.paste(face, (margin, margin))
    pen = ImageDraw.Draw(board)
    pen.rectangle((0, 0, board.width - 1, board.height - 1), outline=_FRAME, width=1)
    if virtual:
        _draw_mark(pen, margin)
    return board


def to_png(frame: Frame, scale: int = 6, *, virtual: bool = True) -> bytes:
    """One frame as a PNG file."""
    return _saved(led_image(frame, scale, virtual=virtual), "PNG")


def to_gif(frames: Sequence[tuple[Frame, int]], scale: int = 4, *, virtual: bool = True) -> bytes:
    """Frames with their times in ms as an animated GIF that begins anew at its end; GIF counts in steps of 10 ms."""
    images = [led_image(frame, scale, virtual=virtual).quantize(32, dither=Image.Dither.NONE) for frame, _ in frames]
    times_ms = [max(20, round(on_ms / 10) * 10) for _, on_ms in frames]
    return _film(images, times_ms, "GIF", disposal=1)


def to_apng(frames: Sequence[tuple[Frame, int]], scale: int = 4, *, virtual: bool = True) -> bytes:
    """As `to_gif`, in full colour and with times to the millisecond."""
    images = [led_image(frame, scale, virtual=virtual) for frame, _ in frames]
    return _film(images, [max(1, on_ms) for _, on_ms in frames], "PNG")


def _film(images: Sequence[Image.Image], times_ms: Sequence[int], kind: str, **options: int) -> bytes:
    out = BytesIO()
    images[0].save(out, kind, save_all=True, append_images=images[1:], duration=list(times_ms), loop=0, **options)
    return out.getvalue()


def _draw_mark(pen: ImageDraw.ImageDraw, margin: int) -> None:
    dot = max(1, (margin - 4) // len(_MARK))
    for y, row in enumerate(_MARK):
        for x, character in enumerate(row):
            if character == "#":
                left, top = margin + x * dot, 2 + y * dot
                pen.rectangle((left, top, left + dot - 1, top + dot - 1), fill=_FRAME)


def _saved(image: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    image.save(out, kind)
    return out.getvalue()


def _dots(frame: Frame) -> Image.Image:
    """One picture pixel per LED, in the LED's own colour."""
    size = (frame.width_px, frame.height_px)
    planes = [Image.frombytes("1", size, pack.rows_from_columns(plane, *size)).convert("L") for plane in frame.planes]
    if frame.colour is Colour.MONO:
        return Image.composite(Image.new("RGB", size, _AMBER), Image.new("RGB", size, _UNLIT), planes[0])
    planes += [Image.new("L", size)] * (3 - len(planes))
    lit = Image.merge("RGB", planes)
    anything = Image.merge("RGB", [lit.convert("L").point(lambda level: 255 if level else 0)] * 3).convert("L")
    return Image.composite(lit, Image.new("RGB", size, _UNLIT), anything)


def _holes(width_px: int, height_px: int, scale: int) -> Image.Image:
    """A mask that lets a round dot of every cell through."""
    if scale < 3:  # noqa: PLR2004 - no room for a circle
        return Image.new("L", (width_px * scale, height_px * scale), 255)
    big = scale * _SMOOTH
    cell = Image.new("L", (big, big))
    ImageDraw.Draw(cell).ellipse((_SMOOTH // 2, _SMOOTH // 2, big - _SMOOTH // 2 - 1, big - _SMOOTH // 2 - 1), fill=255)
    dot = cell.resize((scale, scale), Image.Resampling.BOX)
    row = Image.new("L", (width_px * scale, scale))
    for x in range(width_px):
        row.paste(dot, (x * scale, 0))
    holes = Image.new("L", (row.width, height_px * scale))
    for y in range(height_px):
        holes.paste(row, (0, y * scale))
    return holes
