"""One door for all kinds of font files; what is none is refused in one sentence."""

import gzip
import io
import zlib
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]  # fontTools is typed in part, without a marker
from fontTools.pens.t2CharStringPen import T2CharStringPen  # type: ignore[import-untyped]  # as above
from hypothesis import given
from hypothesis import strategies as st
from shipped import shipped_face
from strangers import DEJAVU, TERMINUS, X11_8X13

from signboard.errors import InputError
from signboard.files import fonts_dir
from signboard.font.distance import lit_points
from signboard.font.face import Face
from signboard.font.letters import ALPHABET
from signboard.font.load import load_face, load_sizes, rows_for_board


def own() -> bytes:
    """Our own font's file."""
    return Path(fonts_dir() / "signboard" / "signboard-16.bdf").read_bytes()


@pytest.mark.parametrize("raw", [own(), gzip.compress(own()), b"\n" + own()], ids=["plain", "packed", "blank line"])
def test_sees_a_bdf_file(raw: bytes) -> None:
    """A BDF font comes as it is, packed or not, whatever rows are asked for."""
    face = load_face(raw, "own", 32)

    assert face.glyphs["Ẫ"] == shipped_face("signboard-16").glyphs["Ẫ"]
    assert load_sizes(raw, "own", (32, 15))[0].height_px == 16


@pytest.mark.needs("fonts")
def test_sees_the_other_kinds() -> None:
    """PCF has one height, outlines the heights that are asked for, a bitmap-only file those it has."""
    outlines = load_sizes(DEJAVU.read_bytes(), "DejaVu", (15, 32, 15))

    assert load_face(X11_8X13.read_bytes(), "8x13").height_px == 13
    assert [face.height_px for face in outlines] == [32, 14]
    assert load_face(TERMINUS.read_bytes(), "Terminus", 16).height_px == 16
    assert load_face(TERMINUS.read_bytes(), "Terminus", 2).height_px == 12


def as_otf(face: Face) -> bytes:
    """The face as an OpenType font with cubic outlines (CFF): each pixel a square of 64 units."""
    names = {char: f"uni{ord(char):04X}" for char in sorted(face.glyphs)}
    builder = FontBuilder(face.height_px * 64, isTTF=False)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(char): name for char, name in names.items()})
    pens = {".notdef": T2CharStringPen(0, None)}
    for char, name in names.items():
        pens[name] = T2CharStringPen(face.glyphs[char].width_px * 64, None)
        for x, y in lit_points(face, char):
            left, bottom = x * 64, (face.baseline_px - y - 1) * 64
            pens[name].moveTo((left, bottom))
            for corner in ((left, bottom + 64), (left + 64, bottom + 64), (left + 64, bottom)):
                pens[name].lineTo(corner)
            pens[name].closePath()
    builder.setupCFF("Own", {}, {name: pen.getCharString() for name, pen in pens.items()}, {})
    builder.setupHorizontalMetrics(
        {".notdef": (0, 0)} | {name: (face.glyphs[char].width_px * 64, 0) for char, name in names.items()}
    )
    builder.setupHorizontalHeader(ascent=face.baseline_px * 64, descent=(face.baseline_px - face.height_px) * 64)
    builder.setupNameTable({"familyName": "Own", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.font.save(out)
    return out.getvalue()


def test_sees_an_otf_file() -> None:
    """Cubic outlines that are squares, fitted to their own rows, are the pixels that they were made of."""
    face = shipped_face("signboard-16")
    raw = as_otf(face)
    found = load_face(raw, "own", 16)

    assert raw.startswith(b"OTTO")
    assert found.missing("".join(ALPHABET)) == ()
    assert [char for char in ALPHABET if set(lit_points(found, char)) != set(lit_points(face, char))] == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"GIF89a",
        b"\x1f\x8bnothing",
        b"\x01fcp",
        b"OTTO",
        b"\x00\x01\x00\x00" * 9,
        zlib.compress(b"x"),
        b"STARTFONT",
    ],
)
def test_refuses_what_is_no_font(raw: bytes) -> None:
    """Anything else is one sentence that names the font and what was found."""
    with pytest.raises(InputError, match="The font odd cannot be read") as caught:
        load_face(raw, "odd")

    assert caught.value.code == "bad_font"


@given(st.sampled_from([b"\x01fcp", b"OTTO", b"\x00\x01\x00\x00", b"\x1f\x8b\x08\x00"]), st.binary(max_size=200))
def test_no_bytes_break_it(magic: bytes, rest: bytes) -> None:
    """Whatever follows the first bytes of a kind, the answer is a face or that sentence."""
    with pytest.raises(InputError):
        load_face(magic + rest, "odd")


def test_a_small_packed_file_is_not_unpacked_without_end() -> None:
    """A hundred megabytes of nothing in a small file are refused like any other nonsense."""
    with pytest.raises(InputError):
        load_face(gzip.compress(bytes(100_000_000), compresslevel=1), "bomb")


@pytest.mark.parametrize(
    ("height_px", "rows"), [(16, (16,)), (20, (20,)), (32, (32, 15)), (48, (48, 23, 15)), (64, (64, 31, 20, 15))]
)
def test_outlines_are_tried_in_one_line_and_in_more(height_px: int, rows: tuple[int, ...]) -> None:
    """Lines of 13 rows and more, each with a dark row below it but the last."""
    assert rows_for_board(height_px) == rows
