r"""VIQR, RFC 1456 of 1993: letters in ASCII, `Tie^'ng Vie^.t`.

A vowel is followed by its shape (`^` circumflex, `(` breve, `+` horn, also `*`) and its tone (`'` acute, `` ` `` grave,
`?` hook, `~` tilde, `.` dot); `dd` is đ. A sign combines whenever it can; a backslash before it prevents that.

People rarely wrote the backslash, so `em ga'i.` would end in `gáị`. A final `.` or `?` is therefore left alone where
it would make a word that Vietnamese cannot have and the word without it can be: a choice of ours, which the RFC does
not know. Its modes (`\V`, `\M`, `\L`) are not read.

Sources: RFC 1456, section 3; UniKey, xvnkb and GNU recode agree on all 134 letters. docs/encodings.md has the rows.
"""

import re
import unicodedata

from signboard.text.encodings.table import Errors
from signboard.text.letters import compose
from signboard.text.syllable import is_syllable

__all__ = ["VIQR"]

_SHAPES = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "*": "\u031b"}
_TONES = {"`": "\u0300", "'": "\u0301", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_MARKS = {mark: sign for sign, mark in {**_TONES, **_SHAPES, "+": "\u031b"}.items() if sign != "*"}
_BARRED = {"dd": "đ", "DD": "Đ", "Dd": "Đ", "dD": "đ"}
_LETTER = r"(?:[aA][\^(]?|[eE]\^?|[oO][\^+*]?|[uU][+*]?|[iIyY])[`'?~.]?|[dD][dD]"
_PIECE = re.compile(rf"\\(?P<kept>[`'?~.\^(+*\\dD])|(?P<letter>{_LETTER})|(?P<other>.)", re.DOTALL)
_WORD = re.compile(r"\S+")
_AMBIGUOUS_END = re.compile(r"(?<!\\)[.?](?=[\"')\]\u201d,;:!.?]*$)")


class _Readable:
    """VIQR."""

    name = "viqr"

    def decode(self, raw: bytes, errors: Errors = "strict") -> str:
        """See Encoding."""
        return _WORD.sub(lambda word: _read_word(word[0]), raw.decode("ascii", errors))

    def encode(self, text: str) -> bytes:
        """See Encoding. Signs that would combine get their backslash."""
        written = ""
        for index, character in enumerate(text):
            piece = _spell(character)
            if not piece.isascii():
                raise UnicodeEncodeError(self.name, text, index, index + 1, "no spelling in VIQR")
            written += f"\\{piece}" if _would_combine(written, piece) else piece
        return written.encode("ascii")


def _read_word(word: str) -> str:
    whole = _read(word)
    end = _AMBIGUOUS_END.search(word)
    if end is None or is_syllable(_bare(whole)):
        return whole
    apart = _read(word[: end.start()])
    return apart + word[end.start() :] if is_syllable(_bare(apart)) else whole


def _bare(word: str) -> str:
    return re.sub(r"^\W+|\W+$", "", word)


def _read(word: str) -> str:
    return "".join(_character(piece) for piece in _PIECE.finditer(word))


def _character(piece: re.Match[str]) -> str:
    letter = piece["letter"]
    if not letter:
        return piece["kept"] or piece["other"]
    if letter in _BARRED:
        return _BARRED[letter]
    marks = {**_SHAPES, **_TONES}
    return compose(letter[0] + "".join(marks[sign] for sign in letter[1:]))


def _spell(character: str) -> str:
    if character in "đĐ":
        return "dd" if character == "đ" else "DD"
    apart = unicodedata.normalize("NFD", character)
    ordered = sorted(apart[1:], key=lambda mark: mark in _TONES.values())
    return apart[0] + "".join(_MARKS.get(mark, mark) for mark in ordered)


def _would_combine(written: str, piece: str) -> bool:
    """Would this sign change what stands before it? A backslash always needs one."""
    if piece == "\\":
        return True
    if len(piece) > 1 or piece not in "`'?~.^(+*dD":
        return False
    before = re.split(r"\s", written)[-1]
    return _read(before + piece) != _read(before) + piece


VIQR = _Readable()
