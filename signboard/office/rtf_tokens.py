"""The pieces of an .rtf: control words, bytes, braces; and the tables of fonts and styles at its beginning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["CHARSETS", "Tables", "Token", "tokens"]

_PIECE = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,20})? ?|((?:\\'[0-9a-fA-F]{2})+)|"
    rb"\\([^a-zA-Z'])|([{}])|[\r\n\x00]+|([^\\{}\r\n\x00]+)|(?s:.)"
)

_THEMSELVES = (b"{", b"}", b"\\")

CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437",
}  # fmt: skip
"""Windows' numbers of character sets; those that are not here follow the document's own code page."""


@dataclass(frozen=True, slots=True)
class Token:
    """One piece.

    Attributes:
        word: a control word or sign without its backslash, `{`, `}`; empty for plain bytes.
        number: its number; None where it has none.
        raw: plain bytes; those that hexadecimal pairs in a row stand for.
    """

    word: str = ""
    number: int | None = None
    raw: bytes = b""


@dataclass(slots=True)
class Tables:
    """What the beginning of the file says.

    Attributes:
        fonts: number to (name, character set).
        styles: number of a paragraph style to its name.
        code_page: of bytes whose font says nothing.
    """

    fonts: dict[int, tuple[str, int]] = field(default_factory=dict)
    styles: dict[int, str] = field(default_factory=dict)
    code_page: str = "cp1252"


def tokens(raw: bytes) -> Iterator[Token]:
    """The pieces of a file in order; binary blocks are left out."""
    position, end = 0, len(raw)
    while position < end:
        piece = _PIECE.match(raw, position)
        if piece is None:
            return
        position = piece.end()
        word, number, byte, sign, brace, plain = piece.groups()
        if word:
            count = None if number is None else int(number)
            if word == b"bin":
                position += max(count or 0, 0)
            else:
                yield Token(word.decode("ascii"), count)
        elif byte:
            yield Token("'", None, bytes.fromhex(byte.replace(b"\\'", b"").decode("ascii")))
        elif sign in _THEMSELVES:
            yield Token("", None, sign)
        elif sign or brace:
            yield Token((sign or brace).decode("latin-1"))
        elif plain:
            yield Token("", None, plain)
