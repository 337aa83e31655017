"""What a member is, and tables of letters: one row a vowel, six columns of codes; one byte a letter made of them.

The columns are: no tone, grave (huyền), acute (sắc), hook (hỏi), tilde (ngã), dot (nặng). Codes are hexadecimal, `--`
means that the encoding has none. Đ stands alone in its row.
"""

import codecs
import unicodedata
from collections.abc import Mapping
from typing import Literal, Protocol

__all__ = ["ASCII", "TONES", "WESTERN", "Encoding", "Errors", "SingleByte", "read_rows"]

Errors = Literal["strict", "replace"]
"""`strict` raises at a byte without a letter, `replace` puts U+FFFD there, for guessing."""


class Encoding(Protocol):
    """One way of writing Vietnamese as bytes.

    Attributes:
        name: lower case, as typed on the command line.
    """

    name: str

    def decode(self, raw: bytes, errors: Errors = "strict") -> str:
        """The text of these bytes, not yet normalised.

        Raises:
            UnicodeDecodeError: with `strict`, at the first byte that stands for nothing.
        """

    def encode(self, text: str) -> bytes:
        """The bytes of an NFC text.

        Raises:
            UnicodeEncodeError: at the first character that has no code.
        """


TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
"""The combining marks of the columns."""

_UNDEFINED = "\ufffe"  # codecs.charmap_decode's sign for a byte without a character

ASCII: Mapping[int, str] = {code: chr(code) for code in (*range(0x20, 0x80), 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A)}
"""Printable ASCII, and the controls that text files hold."""

WESTERN: Mapping[int, str] = {
    code: bytes([code]).decode("cp1252")
    for code in (*range(0x80, 0xA1),)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # the five that Windows-1252 leaves free
}
"""Typographic signs of Windows: fonts of the old encodings kept them where their letters left room."""


def read_rows(rows: str) -> dict[str, bytes]:
    """Letter to code, in the order of the table.

    Args:
        rows: the table as the module's docstring describes it.
    """
    codes: dict[str, bytes] = {}
    for row in rows.strip().splitlines():
        base, *cells = row.split()
        for tone, cell in zip(TONES, cells, strict=False):  # Đ has one column
            if cell != "--":
                codes[unicodedata.normalize("NFC", base + tone)] = bytes.fromhex(cell)
    return codes


class SingleByte:
    """An encoding of one byte a character.

    Args:
        name: as typed on the command line.
        rows: its letters.
        signs: its other characters by code, beside ASCII; letters win.
    """

    def __init__(self, name: str, rows: str, signs: Mapping[int, str]) -> None:
        self.name = name
        self.codes = read_rows(rows)
        characters = {**ASCII, **signs, **{code[0]: letter for letter, code in self.codes.items()}}
        self._decoding = "".join(characters.get(code, _UNDEFINED) for code in range(0x100))
        self._encoding = codecs.charmap_build(self._decoding)

    def decode(self, raw: bytes, errors: Errors = "strict") -> str:
        """See Encoding."""
        return codecs.charmap_decode(raw, errors, self._decoding)[0]

    def encode(self, text: str) -> bytes:
        """See Encoding."""
        return codecs.charmap_encode(text, "strict", self._encoding)[0]
