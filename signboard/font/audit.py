"""Audit of a face: does it have every Vietnamese letter, whole on so many rows, and can people tell them apart?

Having a code point proves nothing: in X11's misc-fixed 8x13 the glyph of Ờ is the glyph of Ớ. So every pair of letters
of one case with at least one accented letter is compared, pixel by pixel.
"""

import itertools
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from signboard.font.distance import Outline, lit_points, outline
from signboard.font.face import Face
from signboard.font.letters import ACCENTED, ALPHABET, REQUIRED_SIGNS
from signboard.font.tones import exchanged_tones

__all__ = ["Audit", "audit"]

_HORN, _DOT_BELOW = "\u031b", "\u0323"
_DIGITS = "0123456789"
_LEAST_PX = ((15, 3), (0, 2))
"""From so many rows upwards, pixels in which two letters must differ: on 13 or 14 rows more than 2 cannot be had."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found; field names are those of `fonts audit --json`.

    Attributes:
        rows_px: rows of a line that the face was held against.
        coverage: accented letters that the face has, of 134.
        missing: letters of the alphabet (186) that it lacks.
        missing_signs: digits and signs that slogans cannot do without and that it lacks.
        clipped: lit pixels that fall outside the rows, over all letters, at the best vertical place.
        outside: the letters that they belong to.
        identical: pairs of letters with one picture.
        close: pairs that differ in fewer pixels than `least_px`, the identical ones included.
        min_distance: fewest differing pixels of a pair; see `signboard.font.distance`.
        worst: the pairs at that distance.
        d07: smallest blurred distance of a pair.
        merged: letters whose mark touches the letter or another mark.
        exchanged: pairs of letters whose grave and acute lean the wrong way.
        dots: letters whose dot below touches.
        digits_px: columns of each digit that the face has, 0 to 9.
        mean_advance: columns a letter takes, mean over the alphabet.
    """

    rows_px: int
    coverage: int
    missing: tuple[str, ...]
    missing_signs: tuple[str, ...]
    clipped: int
    outside: tuple[str, ...]
    identical: tuple[str, ...]
    close: tuple[str, ...]
    min_distance: int
    worst: tuple[str, ...]
    d07: float
    merged: tuple[str, ...]
    exchanged: tuple[str, ...]
    dots: tuple[str, ...]
    digits_px: tuple[int, ...]
    mean_advance: float

    @property
    def least_px(self) -> int:
        """Pixels in which any two letters must differ on so many rows."""
        return _least_px(self.rows_px)

    @property
    def has_equal_digits(self) -> bool:
        """Do all ten digits exist and take the same width?"""
        return len(self.digits_px) == len(_DIGITS) and len(set(self.digits_px)) == 1

    @property
    def ok(self) -> bool:
        """The gate: nothing missing, cut off, too close, exchanged, merged or touching, and digits of equal width."""
        faults = (self.missing, self.missing_signs, self.clipped, self.close, self.exchanged, self.merged, self.dots)
        return self.has_equal_digits and not any(faults)


def audit(face: Face, rows_px: int | None = None) -> Audit:
    """Look at all 186 letters of a face for a board (or a line) of so many rows.

    Args:
        face: the face; letters that it lacks are told and left out of the comparison.
        rows_px: rows that one line has; None: those that the font's file states, else those of the face.
    """
    rows_px = rows_px or face.stated_px or face.height_px
    letters = [char for char in ALPHABET if char in face.glyphs]
    pairs = _pair_distances(face, letters)
    least = min((pixels for pixels, _ in pairs.values()), default=0)
    top = _best_top(face, letters, rows_px)
    outside = {char: _outside_px(face, char, range(top, top + rows_px)) for char in letters}
    shapes = {char: _shapes(set(lit_points(face, char))) for char in letters}
    return Audit(
        rows_px=rows_px,
        coverage=sum(char in face.glyphs for char in ACCENTED),
        missing=face.missing(ALPHABET),
        missing_signs=face.missing(_DIGITS + REQUIRED_SIGNS),
        clipped=sum(outside.values()),
        outside=tuple(char for char, lost in outside.items() if lost),
        identical=tuple(pair for pair, (pixels, _) in pairs.items() if pixels == 0),
        close=tuple(pair for pair, (pixels, _) in pairs.items() if pixels < _least_px(rows_px)),
        min_distance=least,
        worst=tuple(pair for pair, (pixels, _) in pairs.items() if pixels == least),
        d07=min((blurred for _, blurred in pairs.values()), default=0.0),
        merged=tuple(char for char in letters if _is_merged(char, shapes)),
        exchanged=exchanged_tones(face),
        dots=tuple(char for char in letters if _dot_touches(char, shapes)),
        digits_px=tuple(face.glyphs[digit].width_px for digit in _DIGITS if digit in face.glyphs),
        mean_advance=sum(face.glyphs[char].width_px for char in letters) / max(1, len(letters)),
    )


def _least_px(rows_px: int) -> int:
    return next(least for rows, least in _LEAST_PX if rows_px >= rows)


def _pair_distances(face: Face, letters: list[str]) -> dict[str, tuple[int, float]]:
    """`Ờ/Ớ` → (pixels, blurred), for pairs of one case with an accented letter in them."""
    width_px = max((face.glyphs[char].width_px for char in letters), default=0)
    outlines: dict[str, Outline] = {char: outline(face, char, width_px) for char in letters}
    return {
        f"{one}/{other}": (outlines[one].pixels(outlines[other]), outlines[one].blurred(outlines[other]))
        for one, other in itertools.combinations(letters, 2)
        if one.isupper() == other.isupper() and (one in ACCENTED or other in ACCENTED)
    }


def _best_top(face: Face, letters: list[str], rows_px: int) -> int:
    """The first of `rows_px` rows that lose the least ink, when the whole face is moved up or down."""
    per_row = [0] * face.height_px
    for char in letters:
        for _, y in lit_points(face, char):
            per_row[y] += 1
    tops = range(max(1, face.height_px - rows_px + 1))
    return max(tops, key=lambda top: sum(per_row[top : top + rows_px]))


def _outside_px(face: Face, char: str, rows: range) -> int:
    return sum(y not in rows for _, y in lit_points(face, char))


def _is_merged(char: str, shapes: Mapping[str, int]) -> bool:
    """Fewer separate shapes than the letter and its marks have (a horn and the stroke of đ belong to the letter)."""
    marks = [mark for mark in unicodedata.normalize("NFD", char)[1:] if mark != _HORN]
    own_dot = char == "ị"  # under a mark above, i loses its dot; with a dot below it keeps it
    return shapes[char] < 1 + len(marks) + own_dot


def _dot_touches(char: str, shapes: Mapping[str, int]) -> bool:
    """No more shapes than the same letter has without its dot below."""
    parts = unicodedata.normalize("NFD", char)
    without = unicodedata.normalize("NFC", parts.replace(_DOT_BELOW, ""))
    return _DOT_BELOW in parts and shapes[char] <= shapes.get(without, 1)


def _shapes(points: set[tuple[int, int]]) -> int:
    """How many shapes there are; pixels that touch, corners included, are one shape."""
    left = set(points)
    count = 0
    while left:
        count += 1
        edge = [left.pop()]
        while edge:
            x, y = edge.pop()
            near = {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & left
            left -= near
            edge.extend(near)
    return count
