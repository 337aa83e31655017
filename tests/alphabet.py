"""The 134 accented letters of Vietnamese, made from their parts."""

import unicodedata

__all__ = ["LETTERS"]

_SMALL = [
    unicodedata.normalize("NFC", base + tone)
    for base in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
]
_ACCENTED = [letter for letter in (*_SMALL, "đ") if not letter.isascii()]
LETTERS = (*_ACCENTED, *(letter.upper() for letter in _ACCENTED))
