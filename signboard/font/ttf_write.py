"""Write a face as a TrueType font that draws the same squares, for documents and browsers. Pure; same face, same bytes.

A pixel is a square of 64 font units and the em is the cell's height: set in as many pixels as the cell has rows (or a
multiple), the font looks like the board. Squares that meet by their edges become one outline, so that no smoothing
draws a seam between them. The font's program switches hinting off, else FreeType would hint by its own judgement.
"""

import io
from collections.abc import Iterable, Iterator

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]  # fontTools is typed in part, without a marker
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]  # as above
from fontTools.ttLib import newTable  # type: ignore[import-untyped]  # as above
from fontTools.ttLib.tables._g_l_y_f import Glyph as Outline  # type: ignore[import-untyped]  # as above
from fontTools.ttLib.tables.ttProgram import Program  # type: ignore[import-untyped]  # as above

from signboard.font.distance import lit_points
from signboard.font.face import Face

__all__ = ["traced", "write_ttf"]

_UNITS_PER_PX = 64
_MADE_AT = 3_849_984_000
"""1 January 2026 in seconds since 1904: a build tells no clock."""
_UNHINTED = bytes.fromhex("B101018E B801FF85 B0048D")
"""INSTCTRL 1 1: glyph programs off. SCANCTRL 511, SCANTYPE 4: dropout control on, as font editors set it."""
_REGULAR, _BOLD = 0x40, 0x20
_TYPO_METRICS = 0x80
_LICENCE = (
    "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
    "This license is available with a FAQ at: https://openfontlicense.org"
)

_Point = tuple[int, int]


def write_ttf(face: Face, *, family: str, style: str = "Regular", notice: str = "") -> bytes:
    """The bytes of a TTF file.

    Args:
        face: the face.
        family: as people choose it, `Signboard 16`.
        style: `Regular` or `Bold`; two fonts of one family answer an office program's bold button.
        notice: copyright in one line; the licence is always the SIL Open Font License.
    """
    builder = FontBuilder(face.height_px * _UNITS_PER_PX, isTTF=True)
    names = {char: f"uni{ord(char):04X}" for char in sorted(face.glyphs)}
    outlines = {".notdef": _outline(_box(face), face.baseline_px)}
    outlines |= {name: _outline(set(lit_points(face, char)), face.baseline_px) for char, name in names.items()}
    advances = {".notdef": face.height_px // 2 * _UNITS_PER_PX}
    advances |= {name: face.glyphs[char].width_px * _UNITS_PER_PX for char, name in names.items()}
    builder.setupGlyphOrder(list(outlines))
    builder.setupCharacterMap({ord(char): name for char, name in names.items()})
    builder.setupGlyf(outlines)
    lefts = {name: getattr(outline, "xMin", 0) for name, outline in outlines.items()}
    builder.setupHorizontalMetrics({name: (advances[name], lefts[name]) for name in outlines})
    _set_tables(builder, face, style)
    builder.setupNameTable(_names(family, style, notice), mac=False)
    out = io.BytesIO()
    builder.font.save(out)
    return out.getvalue()


def _set_tables(builder: FontBuilder, face: Face, style: str) -> None:
    """What says how high lines are, how heavy the font is, and that it may be embedded and is not hinted."""
    is_bold = style == "Bold"
    above, below = face.baseline_px * _UNITS_PER_PX, (face.height_px - face.baseline_px) * _UNITS_PER_PX
    builder.setupHorizontalHeader(ascent=above, descent=-below, lineGap=0)
    builder.setupOS2(
        version=4,
        fsType=0,
        fsSelection=(_BOLD if is_bold else _REGULAR) | _TYPO_METRICS,
        usWeightClass=700 if is_bold else 400,
        sTypoAscender=above,
        sTypoDescender=-below,
        sTypoLineGap=0,
        usWinAscent=above,
        usWinDescent=below,
        sCapHeight=_height_px(face, "H") * _UNITS_PER_PX,
        sxHeight=_height_px(face, "x") * _UNITS_PER_PX,
    )
    builder.setupPost()
    builder.setupHead(
        unitsPerEm=face.height_px * _UNITS_PER_PX,
        created=_MADE_AT,
        modified=_MADE_AT,
        fontRevision=1.0,
        macStyle=int(is_bold),
        lowestRecPPEM=face.height_px,
    )
    builder.font.recalcTimestamp = False
    builder.font["OS/2"].recalcUnicodeRanges(builder.font)
    builder.font["OS/2"].recalcCodePageRanges(builder.font)
    builder.font["maxp"].maxStackElements = 2
    program = Program()
    program.fromBytecode(_UNHINTED)
    builder.font["prep"] = newTable("prep")
    builder.font["prep"].program = program


def _names(family: str, style: str, notice: str) -> dict[str, str]:
    """The name table; the full name of a regular font is its family's."""
    return {
        "copyright": notice,
        "familyName": family,
        "styleName": style,
        "uniqueFontIdentifier": f"1.000;{family.replace(' ', '')}-{style}",
        "fullName": family if style == "Regular" else f"{family} {style}",
        "version": "Version 1.000",
        "psName": f"{family.replace(' ', '')}-{style}",
        "licenseDescription": _LICENCE,
        "licenseInfoURL": "https://openfontlicense.org",
    }


def _height_px(face: Face, char: str) -> int:
    """Rows from the baseline up to the top of a letter; 0 where the face lacks it."""
    tops = [y for _, y in lit_points(face, char)] if char in face.glyphs else []
    return face.baseline_px - min(tops, default=face.baseline_px)


def _box(face: Face) -> set[_Point]:
    """A hollow box, for characters that the font lacks."""
    right, top, bottom = face.height_px // 2 - 2, face.baseline_px // 3, face.baseline_px - 1
    sides = {(x, y) for y in range(top, bottom + 1) for x in (1, right)}
    return sides | {(x, y) for x in range(1, right + 1) for y in (top, bottom)}


def _outline(points: set[_Point], baseline_px: int) -> Outline:
    """The squares as TrueType contours, in font units."""
    pen = TTGlyphPen(None)
    for loop in traced(points):
        corners = [(x * _UNITS_PER_PX, (baseline_px - y) * _UNITS_PER_PX) for x, y in loop]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def traced(points: set[_Point]) -> Iterator[list[_Point]]:
    """The corners of each outline of the squares, y downwards: outer ones clockwise, holes the other way round.

    Squares that meet at a corner alone are outlined apart.
    """
    ends: dict[_Point, list[_Point]] = {}
    for start, end in sorted(_edges(points)):
        ends.setdefault(start, []).append(end)
    while ends:
        first = min(ends)
        loop, at = [first], _step(ends, first, (0, 0))
        while at != first:  # the leftmost point left: no second square can meet the first one there
            loop.append(at)
            at = _step(ends, at, _way(loop[-2], at))
        yield [corner for before, corner, after in _corners(loop) if _way(before, corner) != _way(corner, after)]


def _edges(points: set[_Point]) -> Iterator[tuple[_Point, _Point]]:
    """The edges between lit and dark, one pixel each, the lit pixel to their right."""
    for x, y in points:
        around = {
            (x, y - 1): ((x, y), (x + 1, y)),
            (x + 1, y): ((x + 1, y), (x + 1, y + 1)),
            (x, y + 1): ((x + 1, y + 1), (x, y + 1)),
            (x - 1, y): ((x, y + 1), (x, y)),
        }
        yield from (edge for neighbour, edge in around.items() if neighbour not in points)


def _step(ends: dict[_Point, list[_Point]], at: _Point, way: _Point) -> _Point:
    """Take one edge away from this corner: the one to the right where there are two."""
    choices = ends[at]
    right = (at[0] - way[1], at[1] + way[0])
    chosen = right if right in choices else choices[0]
    choices.remove(chosen)
    if not choices:
        del ends[at]
    return chosen


def _way(start: _Point, end: _Point) -> _Point:
    return end[0] - start[0], end[1] - start[1]


def _corners(loop: list[_Point]) -> Iterable[tuple[_Point, _Point, _Point]]:
    """Each point of a closed loop between its neighbours."""
    return zip([loop[-1], *loop[:-1]], loop, [*loop[1:], loop[0]], strict=True)
