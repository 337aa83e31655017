"""Set one line of text: glyphs side by side, as high as the face. Never a box for a character that the face lacks."""

import unicodedata

from signboard.errors import N_, InputError
from signboard.font.face import Face
from signboard.frame.frame import Frame

__all__ = ["require_glyphs", "set_line"]


def set_line(face: Face, text: str) -> Frame:
    """The text in one line, mono, `face.height_px` high; an empty text is a frame without columns.

    Raises:
        InputError: `missing_glyph`, naming every character that the face lacks.
    """
    try:
        columns = b"".join([face.glyphs[char].columns for char in text])
    except KeyError:
        raise _missing_glyph(face, text) from None
    return Frame(face.width_px(text), face.height_px, (columns,))


def require_glyphs(face: Face, text: str) -> None:
    """Nothing, when the face has every character of the text.

    Raises:
        InputError: `missing_glyph`; the field `characters` names each once as `☂ (U+2602)`, in reading order.
    """
    if face.missing(text):
        raise _missing_glyph(face, text)


def _missing_glyph(face: Face, text: str) -> InputError:
    return InputError(
        N_("The font {font} has no picture for: {characters}. Change the text or choose another font."),
        code="missing_glyph",
        font=face.name,
        characters=", ".join(f"{_shown(char)} (U+{ord(char):04X})" for char in face.missing(text)),
    )


def _shown(char: str) -> str:
    """The character as it can be read in a sentence: a lone mark on a dotted circle, `?` for what nobody can see."""
    if unicodedata.combining(char):
        return f"\N{DOTTED CIRCLE}{char}"
    return char if char.isprintable() else "?"
