"""Letters and marks: NFC, marks typed in the wrong order, look-alikes, blanks, invisible characters.

Vietnamese letters are a base, a shape (circumflex, breve, horn) and a tone. NFC composes them only in that order: e,
acute, circumflex stays two characters for ever, and 32 of the 134 letters can be broken so. The cluster is rebuilt.
"""

import re
import unicodedata

__all__ = ["compose", "fold_blanks", "fold_lookalikes", "is_mark", "letters_of"]

_SHAPES = "\u0302\u0306\u031b"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_BASES = "aeiouyAEIOUY"

# Latin letters of other languages that are drawn like Đ and đ: a keyboard set to Icelandic or a bad copy writes them.
_LOOKALIKES = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})

# Zero-width characters, directional marks, the soft hyphen, the byte-order mark: nothing to see, and no board has them.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def compose(text: str) -> str:
    """NFC, after putting the marks of each Vietnamese cluster in the order that NFC can compose."""
    decomposed = unicodedata.normalize("NFD", text)
    if not any(mark in decomposed for mark in _SHAPES):
        return unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", "".join(_in_order(cluster) for cluster in _clusters(decomposed)))


def _clusters(decomposed: str) -> list[str]:
    clusters: list[str] = []
    for character in decomposed:
        if clusters and unicodedata.combining(character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _in_order(cluster: str) -> str:
    base, marks = cluster[0], cluster[1:]
    if base not in _BASES or any(mark not in _SHAPES + _TONES for mark in marks):
        return cluster
    return base + "".join(sorted(marks, key=lambda mark: mark in _TONES))


def fold_lookalikes(text: str) -> str:
    """Ð Ɖ ð ɖ become Đ and đ."""
    return text.translate(_LOOKALIKES)


def fold_blanks(text: str) -> str:
    """Every kind of blank and control character becomes one space, none at the ends; invisible characters vanish."""
    seen = _INVISIBLE.sub("", text)
    spaced = "".join(" " if unicodedata.category(char) in ("Zs", "Zl", "Zp", "Cc") else char for char in seen)
    return re.sub(" +", " ", spaced).strip()


def is_mark(character: str) -> bool:
    """Is it a combining mark that found no letter to stand on? Asked of composed text."""
    return unicodedata.category(character) == "Mn" and not "\ufe00" <= character <= "\ufe0f"


def letters_of(text: str) -> str:
    """Only the letters and digits, lower case: what two copies of one sentence share whatever their punctuation."""
    return "".join(char for char in text.lower() if char.isalnum())
