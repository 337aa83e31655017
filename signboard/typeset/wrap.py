"""Wrap: a text becomes lines that fit the board, broken at the blanks between syllables, evenly filled.

A break inside a syllable is the last resort, for one that is wider than the whole board (`02.09.1945` on 64 columns):
it is cut after punctuation where there is some, else between two characters; `wide_syllables` names such syllables
for the people who wrote them. As few lines as possible come first; among these the lines are made even, words, terms
and numbers with their units are kept whole (`signboard.typeset.ties`), no line ends in a small word that leads on, and
a comma is a good end.
"""

import functools
import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from signboard.errors import N_, InputError
from signboard.font.face import Face
from signboard.font.spacing import spaced_width_px
from signboard.typeset.compounds import leans_forward
from signboard.typeset.ties import Terms

__all__ = ["fewest_lines", "wide_syllables", "wrap"]

_CUT_AFTER = frozenset('/.,;:-\N{EN DASH}\N{EM DASH}“"(<')
_STRONG_ENDS = (",", ";", ":", ".", "!", "?", "-", "\N{EN DASH}", "\N{EM DASH}")
_DASHES = frozenset("-\N{EN DASH}\N{EM DASH}\N{BULLET}")

# Price of an end of line, in parts of (line width)²: what as much empty space at the line's end would cost.
_PRICE_DASH = 0.25
_PRICE_LEANING = 0.0625
_PRICE_STRONG = -0.04

_NO_TERMS = Terms()


class _Piece(NamedTuple):
    """A syllable or a part of one: its text, its place in an endless line, whether a blank stands before it.

    `syllable` is its number in the text.
    """

    text: str
    start_px: int
    end_px: int
    is_glued: bool
    syllable: int


def wrap(text: str, face: Face, width_px: int, terms: Terms = _NO_TERMS) -> tuple[str, ...]:
    """The text in lines of at most `width_px` columns; nothing is lost but the blanks at the breaks.

    Args:
        text: clean; every character has a glyph in the face. Empty: no lines.
        face: measures the text.
        width_px: columns of a line.
        terms: what is kept whole beside the words that are always known.

    Raises:
        InputError: `board_too_narrow`, when a single character is wider than the line.
    """
    return _wrapped(text, face, width_px, terms.prices(_syllables(text)))


@functools.lru_cache(64)
def _wrapped(text: str, face: Face, width_px: int, ties: tuple[float, ...]) -> tuple[str, ...]:
    """With the price of a break after each syllable; asked for several times while faces are tried."""
    pieces = _pieces(text, face, width_px)
    starts_px = [piece.start_px for piece in pieces]
    best: list[_Setting] = [(0, 0.0, 0)]  # best[i]: how to set the first i pieces
    for end, piece in enumerate(pieces, start=1):
        best.append(_best_line(starts_px[:end], piece.end_px, best, width_px, _end_price(pieces, end, ties)))
    lines: list[str] = []
    end = len(pieces)
    while end:
        start = best[end][2]
        lines.append(_text(pieces[start:end]))
        end = start
    return tuple(reversed(lines))


def fewest_lines(text: str, face: Face, width_px: int) -> int:
    """A number of lines that `wrap` cannot go below, found without wrapping: the text's length by the line's.

    Raises:
        InputError: as `wrap`.
    """
    extent = _extent(text, face)
    if extent.syllable_px > width_px:  # some will be cut, which is rare enough to be laid out
        pieces = _pieces(text, face, width_px)
        gaps_px = (after.start_px - before.end_px for before, after in itertools.pairwise(pieces))
        extent = _Extent(pieces[-1].end_px, extent.syllable_px, max([0, *gaps_px]))
    return -(-(extent.whole_px + extent.gap_px) // (width_px + extent.gap_px)) if extent.whole_px else 0


def wide_syllables(text: str, face: Face, width_px: int) -> tuple[str, ...]:
    """The syllables that `wrap` has to cut because no line can hold them, in reading order."""
    if _extent(text, face).syllable_px <= width_px:
        return ()
    return tuple(syllable for syllable in _syllables(text) if spaced_width_px(face, syllable) > width_px)


class _Extent(NamedTuple):
    """Columns of a text in one endless line, of its widest syllable, and of its widest gap between two of them."""

    whole_px: int
    syllable_px: int
    gap_px: int


@functools.lru_cache(64)
def _extent(text: str, face: Face) -> _Extent:
    """Asked for several times while faces are tried."""
    syllables = _syllables(text)
    widths_px = [spaced_width_px(face, syllable) for syllable in syllables]
    gaps_px = [_gap_px(one[-1], other[0], face) for one, other in itertools.pairwise(syllables)]
    return _Extent(sum(widths_px) + sum(gaps_px), max(widths_px, default=0), max([0, *gaps_px]))


_Setting = tuple[int, float, int]
"""Lines, price, and the piece that the last line begins with: fewer lines win, then the lower price."""


def _best_line(
    starts_px: Sequence[int], end_px: int, best: Sequence[_Setting], width_px: int, end_price: float
) -> _Setting:
    """How to set the pieces that start and end so, given the best way to set fewer of them.

    A line costs its empty space squared, and its end.
    """
    room_px = width_px - end_px
    first = bisect_left(starts_px, -room_px)
    return min(
        (best[start][0] + 1, best[start][1] + (((room_px + starts_px[start]) / width_px) ** 2 + end_price), start)
        for start in range(first, len(starts_px))
    )


def _syllables(text: str) -> list[str]:
    return [syllable for syllable in text.split(" ") if syllable]


@functools.lru_cache(64)
def _pieces(text: str, face: Face, width_px: int) -> tuple[_Piece, ...]:
    """The syllables, wide ones cut, laid out in one endless line."""
    pieces: list[_Piece] = []
    for number, syllable in enumerate(_syllables(text)):
        for i, part in enumerate(_cut(syllable, face, width_px)):
            between_px = _joint_px if i else _gap_px
            start_px = pieces[-1].end_px + between_px(pieces[-1].text[-1], part[0], face) if pieces else 0
            pieces.append(_Piece(part, start_px, start_px + spaced_width_px(face, part), i > 0, number))
    return tuple(pieces)


@functools.lru_cache(8192)
def _gap_px(last: str, first: str, face: Face) -> int:
    """Columns between two syllables that end and begin with these letters."""
    return spaced_width_px(face, f"{last} {first}") - face.width_px(last + first)


def _joint_px(last: str, first: str, face: Face) -> int:
    """Columns that two parts of one syllable take together beyond their own."""
    return spaced_width_px(face, last + first) - face.width_px(last + first)


def _cut(syllable: str, face: Face, width_px: int) -> Iterator[str]:
    """The syllable whole where it fits, else in parts that do."""
    while spaced_width_px(face, syllable) > width_px:
        widths_px = (spaced_width_px(face, syllable[:count]) for count in itertools.count(1))
        fits = sum(1 for _ in itertools.takewhile(lambda width: width <= width_px, widths_px))
        if not fits:
            raise _too_narrow(face, syllable[0], width_px)
        cut = next((at for at in range(fits, 0, -1) if syllable[at - 1] in _CUT_AFTER), fits)
        yield syllable[:cut]
        syllable = syllable[cut:]
    yield syllable


def _too_narrow(face: Face, char: str, width_px: int) -> InputError:
    return InputError(
        N_("'{character}' is {found} columns wide in the font {font} and the board has {due}; choose a narrower font."),
        code="board_too_narrow",
        character=char,
        found=face.width_px(char),
        font=face.name,
        due=width_px,
    )


def _text(pieces: Sequence[_Piece]) -> str:
    first, *rest = pieces
    return first.text + "".join(piece.text if piece.is_glued else f" {piece.text}" for piece in rest)


def _end_price(pieces: Sequence[_Piece], end: int, ties: Sequence[float]) -> float:
    """What a line costs that ends before this piece."""
    if end == len(pieces) or pieces[end].is_glued:
        return 0.0
    last, following = pieces[end - 1].text, pieces[end].text
    tie = max(ties[pieces[end - 1].syllable], _PRICE_DASH if following in _DASHES else 0)
    if tie:
        return tie
    if last.endswith(_STRONG_ENDS):
        return _PRICE_STRONG
    return _PRICE_LEANING if leans_forward(last) else 0.0
