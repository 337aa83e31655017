"""Code pages 1258 and 1252 of Windows.

1258 writes five tones as a mark after the letter; Python's codec reads it but cannot write composed letters, so each is
taken apart: the letter that the code page has, then its tone. 1252 is no Vietnamese at all; it is here so that Café and
São Paulo, saved by an old program, are not taken for something else.

Source: the tables are Python's own, which are Microsoft's; glibc's CP1258 agrees on the alphabet.
"""

import unicodedata

from signboard.text.encodings.table import TONES, Errors

__all__ = ["CP1252", "CP1258"]


class _CodePage:
    """A code page of Python's."""

    def __init__(self, name: str) -> None:
        self.name = name

    def decode(self, raw: bytes, errors: Errors = "strict") -> str:
        """See Encoding."""
        return raw.decode(self.name, errors)

    def encode(self, text: str) -> bytes:
        """See Encoding."""
        return text.encode(self.name)


class _MarkAfterLetter(_CodePage):
    """Code page 1258."""

    def encode(self, text: str) -> bytes:
        """See Encoding."""
        pieces: list[bytes] = []
        for index, character in enumerate(text):
            try:
                pieces.append(_letter_and_tone(character).encode(self.name))
            except UnicodeEncodeError as error:
                raise UnicodeEncodeError(self.name, text, index, index + 1, error.reason) from None
        return b"".join(pieces)


def _letter_and_tone(character: str) -> str:
    """ế as ê and acute. Letters that the code page has whole (á) stay whole, as Windows writes them."""
    try:
        character.encode("cp1258")
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in marks[1:] if mark in TONES), "")
        return unicodedata.normalize("NFC", marks.replace(tone, "", 1)) + tone
    return character


CP1252 = _CodePage("cp1252")
CP1258 = _MarkAfterLetter("cp1258")
