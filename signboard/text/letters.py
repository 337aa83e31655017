"""Letters and marks: NFC, marks typed in the wrong order, look-alikes, blanks, invisible characters.

Vietnamese letters are a base, a shape (circumflex, breve, horn) and a tone. NFC composes them only in that order: e,
acute, circumflex stays two characters for ever, and 32 of the 134 letters can be broken so. The cluster is rebuilt.
"""

import functools
import re
import unicodedata

__all__ = ["LOOKALIKE", "compose", "fold_blanks", "fold_lookalikes", "is_mark", "letters_of"]

_SHAPES = "\u0302\u0306\u031b"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_BASES = "aeiouyAEIOUY"

# Latin letters of other languages that are drawn like Đ and đ: a keyboard set to Icelandic or a bad copy writes them.
_LOOKALIKES = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})

LOOKALIKE = dict(
    zip(
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456"
        "\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd",
        "ABEKMHOPCTYXIaeopcyxiABEHIKMNOPTYXov",
        strict=True,
    )
)
"""Cyrillic and Greek letters, and the Latin ones that they look like."""

# Full-width letters, digits and signs of East Asian keyboards.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOREIGN_FORMS = str.maketrans(LOOKALIKE)
_FOLDED = re.compile("[" + "".join(map(chr, (*_LOOKALIKES, *_FULL_WIDTH))) + "".join(LOOKALIKE) + "]")
_FOREIGN_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")

# Zero-width characters, directional marks, the soft hyphen, the byte-order mark: nothing to see, and no board has them.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def compose(text: str) -> str:
    """NFC, after putting the marks of each Vietnamese cluster in the order that NFC can compose."""
    if _is_composed(text):
        return text
    decomposed = unicodedata.normalize("NFD", text)
    if not any(mark in decomposed for mark in _SHAPES):
        return unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", "".join(_in_order(cluster) for cluster in _clusters(decomposed)))


def _is_composed(text: str) -> bool:
    """Does it hold whole letters only? Nearly all texts do, and each is asked often."""
    return text.isascii() or (unicodedata.is_normalized("NFC", text) and not any(map(unicodedata.combining, text)))


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
    """Ð Ɖ ð ɖ become Đ and đ, full-width signs plain ones, and Cyrillic and Greek letters inside Latin words Latin.

    A word wholly of foreign letters stays: it may be meant, and the proof-reader tells of it.
    """
    if not _FOLDED.search(text) and _is_composed(text):
        return text
    plain = text.translate(_LOOKALIKES).translate(_FULL_WIDTH)
    return _FOREIGN_WORD.sub(lambda word: _latinised(word[0]), plain)


def _latinised(word: str) -> str:
    latin = any(unicodedata.name(letter, "").startswith("LATIN") for letter in word)
    return compose(word.translate(_FOREIGN_FORMS)) if latin and not word.isascii() else word


def fold_blanks(text: str) -> str:
    """Every kind of blank and control character becomes one space, none at the ends; invisible characters vanish."""
    if text.isprintable() and "  " not in text:  # then every blank of it is a space
        return text.strip()
    seen = _INVISIBLE.sub("", text)
    spaced = "".join(" " if unicodedata.category(char) in ("Zs", "Zl", "Zp", "Cc") else char for char in seen)
    return re.sub(" +", " ", spaced).strip()


@functools.lru_cache(4096)
def is_mark(character: str) -> bool:
    """Is it a combining mark that found no letter to stand on? Asked of composed text."""
    return unicodedata.category(character) == "Mn" and not "\ufe00" <= character <= "\ufe0f"


def letters_of(text: str) -> str:
    """Only the letters and digits, lower case: what two copies of one sentence share whatever their punctuation."""
    return "".join(char for char in text.lower() if char.isalnum())
