"""Icon: PNG and text art to a board's own lights, by the stated rules; damaged and huge ones refused."""

import io
import struct
import zlib

import pytest
from PIL import Image

from signboard.errors import InputError
from signboard.frame import art
from signboard.frame.frame import Colour
from signboard.typeset.canvas import Canvas
from signboard.typeset.icon import is_moving, set_icon

MONO, DUAL, RGB = Canvas(16, 4), Canvas(16, 4, Colour.DUAL, "G"), Canvas(16, 4, Colour.RGB, "W")
INKS = {
    ".": (0, 0, 0, 0), "k": (0, 0, 0, 255), "w": (255, 255, 255, 255), "r": (220, 30, 20, 255),
    "o": (255, 140, 0, 255), "b": (10, 40, 250, 255), "f": (255, 255, 255, 60),
}  # fmt: skip


def png(*rows: str, scale: int = 1) -> bytes:
    """A picture of these pixels."""
    image = Image.new("RGBA", (len(rows[0]), len(rows)))
    image.putdata([INKS[letter] for row in rows for letter in row])
    image = image.resize((image.width * scale, image.height * scale), Image.Resampling.NEAREST)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("rows", "canvas", "drawn"),
    [
        (("w.wf", ".ww."), MONO, "#.#.\n.##."),
        (("k.k.", ".kk."), MONO, "#.#.\n.##."),
        (("wkwk", "kwwk"), MONO, "#.#.\n.##."),
        (("wkkw", "wkww"), MONO, ".##.\n.#.."),
        (("r.o.", "w.kb"), RGB, "R.Y.\nW..B"),
        (("r.o.", "w.kb"), DUAL, "R.Y.\nY..."),
        (("wrrw", "wbkw"), RGB, ".RR.\n.B.."),
    ],
    ids=["light on nothing", "dark on nothing", "mixed", "dark on light", "rgb", "dual", "rgb on light"],
)
def test_what_is_lit(rows: tuple[str, ...], canvas: Canvas, drawn: str) -> None:
    """The rules of the module's text, one by one."""
    assert art.draw(set_icon(png(*rows), canvas)) == drawn


def test_a_high_picture_is_divided() -> None:
    """By the least whole number that makes it fit."""
    assert art.draw(set_icon(png("w.", "ww", scale=6), MONO)) == "##..\n##..\n####\n####"


def test_text_art_takes_the_ink() -> None:
    """Letters keep their colours as far as the board has them."""
    assert art.draw(set_icon(b"##\n.#\n", DUAL)) == "GG\n.G"
    assert art.draw(set_icon(b"##\n.#\n", MONO)) == "##\n.#"
    assert art.draw(set_icon("\ufeffRW\nB.".encode(), RGB)) == "RW\nB."
    assert art.draw(set_icon(b"RW\nB.", DUAL)) == "RY\n.."
    assert art.draw(set_icon(b"RW\nB.", MONO)) == "##\n#."
    assert art.draw(set_icon(b"RY\nG.", RGB)) == "RY\nG."


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "bad_icon"),
        (b"GIF89a", "bad_icon"),
        (b"\xff\xfe", "bad_icon"),
        (png("ww")[:40], "bad_icon"),
        (png("ww")[:-30], "bad_icon"),
        (png("w" * 9), "icon_too_large"),
        (b"#\n" * 5, "icon_too_large"),
    ],
)
def test_what_cannot_be_shown_is_refused(raw: bytes, code: str) -> None:
    """Damaged, foreign, too wide, or text art that is too high."""
    with pytest.raises(InputError) as caught:
        set_icon(raw, MONO)

    assert caught.value.code == code


@pytest.mark.parametrize("side", [2_000, 60_000])
def test_a_bomb_is_refused_unopened(side: int) -> None:
    """The head of a file that promises more pixels than it has bytes."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    raw = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    with pytest.raises(InputError) as caught:
        set_icon(raw, MONO)

    assert caught.value.code in ("icon_too_large", "bad_icon")


@pytest.mark.parametrize("raw", [png("....", "...."), b"....\n....\n"], ids=["transparent", "dark art"])
@pytest.mark.parametrize("canvas", [MONO, RGB])
def test_a_picture_that_lights_nothing_is_refused(raw: bytes, canvas: Canvas) -> None:
    """Room would be lost to it and nothing seen."""
    with pytest.raises(InputError) as caught:
        set_icon(png("f..f", "....") if raw.startswith(b"\x89") else raw, canvas)

    assert caught.value.code == "empty_icon"


def test_moving_pictures_are_known() -> None:
    """An animated PNG names its frames before the first of them."""
    frames = [Image.new("RGBA", (4, 4), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])

    assert is_moving(out.getvalue())
    assert not is_moving(png("ww"))
