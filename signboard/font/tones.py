"""Tones of a face: does the grave fall and the acute rise, in every letter that has both?

Ờ drawn as Ớ and Ớ as Ờ are two good pictures that differ well, so no distance between them tells; only the way that
the strokes lean does. What the two letters share is left out; what is left of each is mostly its stroke.
"""

import unicodedata

from signboard.font.distance import lit_points
from signboard.font.face import Face
from signboard.font.letters import ACCENTED

__all__ = ["exchanged_tones"]

_UNCLEAR = -0.6
"""Between this and 0 the strokes are too short to lean; real fonts have them upright at small sizes."""
_GRAVE, _ACUTE = "\u0300", "\u0301"


def exchanged_tones(face: Face) -> tuple[str, ...]:
    """Pairs `Ờ/Ớ` whose marks lean the wrong way; letters that the face lacks, or draws alike, are left out."""
    return tuple(
        f"{grave}/{acute}"
        for grave in ACCENTED
        if (acute := _with_acute(grave)) and {grave, acute} <= set(face.glyphs) and _lean(face, grave, acute) < _UNCLEAR
    )


def _with_acute(char: str) -> str:
    """The same letter with an acute in place of its grave; empty where it has none."""
    parts = unicodedata.normalize("NFD", char)
    return unicodedata.normalize("NFC", parts.replace(_GRAVE, _ACUTE)) if _GRAVE in parts else ""


def _lean(face: Face, grave: str, acute: str) -> float:
    """Above 0: the first's stroke falls to the right, the second's rises."""
    first, second = set(lit_points(face, grave)), set(lit_points(face, acute))
    return _falling(first - second) - _falling(second - first)


def _falling(points: set[tuple[int, int]]) -> float:
    """How much rows grow with columns: the sum of their products about the mean."""
    if not points:
        return 0.0
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points)
