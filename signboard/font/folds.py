"""Typographic folding: plain stand-ins for quotes, dashes and blanks that a face lacks, each one told.

Only a character that the face cannot draw is folded, and only to characters that it can; letters are never touched
(a letter without its mark is another word).
"""

from dataclasses import dataclass

from signboard.font.face import Face

__all__ = ["FOLDS", "Folded", "fold", "fold_in_place"]

_STAND_INS = {
    "'": (
        "\N{LEFT SINGLE QUOTATION MARK}",
        "\N{RIGHT SINGLE QUOTATION MARK}",
        "\N{SINGLE LOW-9 QUOTATION MARK}",
        "\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}",
        "\N{PRIME}",
        "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}",
        "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
    ),
    '"': (
        "\N{LEFT DOUBLE QUOTATION MARK}",
        "\N{RIGHT DOUBLE QUOTATION MARK}",
        "\N{DOUBLE LOW-9 QUOTATION MARK}",
        "\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}",
        "\N{DOUBLE PRIME}",
        "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}",
        "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    ),
    "-": (
        "\N{HYPHEN}",
        "\N{NON-BREAKING HYPHEN}",
        "\N{FIGURE DASH}",
        "\N{EN DASH}",
        "\N{EM DASH}",
        "\N{HORIZONTAL BAR}",
        "\N{MINUS SIGN}",
        "\N{BULLET}",
        "\N{MIDDLE DOT}",
    ),
    " ": ("\N{NO-BREAK SPACE}", "\N{FIGURE SPACE}", "\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}"),
    "...": ("\N{HORIZONTAL ELLIPSIS}",),
    "x": ("\N{MULTIPLICATION SIGN}",),
    "": ("\N{SOFT HYPHEN}",),
}

FOLDS = {char: stand_in for stand_in, chars in _STAND_INS.items() for char in chars}
"""Character → stand-in. The soft hyphen has none: it only says where a word may be broken."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text that the face can draw, as far as folding goes.

    Attributes:
        text: with stand-ins.
        changes: (character, stand-in) pairs that were applied, each once, in reading order.
    """

    text: str
    changes: tuple[tuple[str, str], ...]


def fold(text: str, face: Face) -> Folded:
    """Replace what the face lacks and `FOLDS` knows; what remains missing is for `require_glyphs` to refuse."""
    changes = tuple(
        (char, FOLDS[char]) for char in face.missing(text) if char in FOLDS and not face.missing(FOLDS[char])
    )
    table = {ord(char): stand_in for char, stand_in in changes}
    return Folded(text.translate(table), changes)


def fold_in_place(text: str, face: Face) -> Folded:
    """As `fold`, but only to stand-ins of one character, so that every other one keeps its place in the text."""
    whole = fold(text, face)
    kept = tuple((char, stand_in) for char, stand_in in whole.changes if len(stand_in) == 1)
    return Folded(text.translate({ord(char): stand_in for char, stand_in in kept}), kept)
