"""Fonts that stand for old encodings: by the font of a run Word knows what its letters are, and so do we.

.VnTime and its family are TCVN3 (ABC), those that end in H draw small letters as capitals; VNI-Times is VNI, VPS Times
VPS, VI Times VISCII. Unicode text that merely kept such a font's name is left as it is: it holds letters that the old
encoding has not, or reads as Vietnamese only as it stands.
"""

import functools
import re
from collections.abc import Iterable

from signboard.text.detect import read_as
from signboard.text.letters import compose
from signboard.text.syllable import is_syllable

__all__ = ["encoding_of_font", "read_old_letters"]

_FONTS = (
    (re.compile(r"\.?vn[a-z][\w .-]*h", re.IGNORECASE), "tcvn3-upper"),
    (re.compile(r"\.vn[a-z].*|vn(?:time|arial|avant|book)\b.*", re.IGNORECASE), "tcvn3"),
    (re.compile(r"vni[-_ ].*", re.IGNORECASE), "vni"),
    (re.compile(r"vps[-_ ].*", re.IGNORECASE), "vps"),
    (re.compile(r"vi[- ](?:times|arial|courier|helvetica).*", re.IGNORECASE), "viscii"),
)
_FIRST_NAME = re.compile("[;,]")
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_LAST_LATIN_1 = 0xFF
_WORD = re.compile(r"[^\W\d_]+")
# What no old encoding has and any font shows: line ends, dashes that do not break, invisible signs, drawn signs.
_APART = re.compile("([\n\t\f\u2010\u2011\u2015\u2212\u200b-\u200f\u2028\u2029\u202f\ufeff\u2190-\u27bf]+)")


@functools.lru_cache(maxsize=1_000)
def encoding_of_font(font: str) -> str:
    """The old encoding that a font's name stands for; empty for every other font.

    Args:
        font: its name as the file has it, quotes and alternatives among it.
    """
    name = _FIRST_NAME.split(font, maxsplit=1)[0].strip().strip("'\"")
    return next((encoding for pattern, encoding in _FONTS if pattern.fullmatch(name)), "")


def read_old_letters(runs: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The text of runs, those in old fonts read as what they show.

    Args:
        runs: (text, font) in order; a letter may lie in one run and its mark in the next.

    Returns:
        The text, and the first old encoding in it; empty where there is none.
    """
    groups: list[list[str]] = []  # [encoding, text]
    for text, font in runs:
        encoding = encoding_of_font(font)
        if groups and groups[-1][0] == encoding:
            groups[-1][1] += text
        else:
            groups.append([encoding, text])
    if not any(encoding for encoding, _ in groups):
        return "".join(text for _, text in groups), ""
    pieces, found = [], ""
    for encoding, text in groups:
        read = _read(text, encoding) if encoding else text
        found = found or (encoding if read != text else "")
        pieces.append(read)
    return "".join(pieces), found


def _read(text: str, encoding: str) -> str:
    plain = _PRIVATE.sub(lambda sign: chr(ord(sign[0]) & _LAST_LATIN_1), text)
    return "".join(_read_line(line, encoding) for line in _APART.split(plain))


def _read_line(text: str, encoding: str) -> str:
    if text.isascii():
        return text.upper() if encoding == "tcvn3-upper" else text
    reading = read_as(text, encoding)
    if reading is None:
        return text
    standing = _share_of_syllables(text)
    if reading.score < standing or ("\ufffd" in reading.text and reading.score <= standing):
        return text
    return reading.text


def _share_of_syllables(text: str) -> float:
    """How far a text reads as Vietnamese as it stands: of its words with accents, 0 to 1."""
    words = [word for word in _WORD.findall(compose(text)) if not word.isascii()]
    return sum(map(is_syllable, words)) / len(words) if words else 0.0
