"""Nearest: the syllable that was meant where one mark is lost, or one first consonant is a fashion of chats.

The horns of ươ are lost one at a time (`trưòng`, `Truờng`): keyboards write both with one key, and some programs put
only one of them. Otherwise the shape of one letter is changed, or ngh, gh, k for ng, g, c (`Nghành`), and only an
answer that stands alone is one.
"""

import functools
import re
from collections.abc import Iterator

from signboard.text.syllable import is_syllable, split_tone, syllables, with_tone

__all__ = ["nearest_syllable", "plain_consonants", "with_accents_lost"]

_HORN_LOST = re.compile(r"ưo|uơ", re.IGNORECASE)
_SHAPES = {"a": "ăâ", "ă": "aâ", "â": "aă", "e": "ê", "ê": "e", "o": "ôơ", "ô": "oơ", "ơ": "oô", "u": "ư", "ư": "u"}
_FASHIONS = (("z", ("d", "gi")), ("j", ("gi", "ch")), ("f", ("ph",)), ("w", ("qu",)))
_LEAST_LETTERS = 4
_TWO_VOWELS = re.compile(r"^[bcdghklmnpqrstvx]*(?:[iuy]e|uo|uye)[cgimnptu]")


def nearest_syllable(word: str) -> str:
    """The syllable that differs in one mark or in how its first consonant is spelled; empty: none, or several.

    Args:
        word: NFC, no syllable itself; lower case, capitals or an initial capital.
    """
    low = word.lower()
    plain, tone, _ = split_tone(low)
    horned = _HORN_LOST.sub("ươ", plain, count=1)
    if horned != plain:
        found = [one for one in with_tone(horned, tone) if is_syllable(one)]
        if found:
            return _in_case_of(word, found[0])
    others = [*_other_shapes(plain), *_other_consonant(plain)]
    near = {one for other in others for one in with_tone(other, tone)[:1] if is_syllable(one)}
    return _in_case_of(word, near.pop()) if len(near) == 1 else ""


def _other_shapes(plain: str) -> Iterator[str]:
    for at, letter in enumerate(plain):
        for other in _SHAPES.get(letter, ""):
            yield plain[:at] + other + plain[at + 1 :]


def _other_consonant(plain: str) -> Iterator[str]:
    for written, meant in (("ngh", "ng"), ("ng", "ngh"), ("gh", "g"), ("g", "gh"), ("k", "c"), ("c", "k")):
        if plain.startswith(written):
            yield meant + plain[len(written) :]


def plain_consonants(word: str) -> str:
    """The syllable behind `zân` or `fát`; empty where it is a foreign word."""
    low = word.lower()
    for fashion, meant in _FASHIONS:
        if low.startswith(fashion):
            return next((found for one in meant if is_syllable(found := one + low[1:])), "")
    return ""


def with_accents_lost(word: str) -> bool:
    """Can this word of plain letters only be a syllable that lost its accents, as `thuoc`, `nguoi`, `duoc`?

    Only words whose vowels Vietnamese never writes plain are told: `hot`, `top` and `set` may be foreign.
    """
    return (
        len(word) >= _LEAST_LETTERS
        and word.islower()
        and bool(_TWO_VOWELS.match(word))
        and not is_syllable(word)
        and word in _bare_forms()
    )


@functools.cache
def _bare_forms() -> frozenset[str]:
    return frozenset(map(_bare, syllables()))


_PLAIN = str.maketrans("ăâđêôơư", "aadeoou")


def _bare(syllable: str) -> str:
    return split_tone(syllable)[0].translate(_PLAIN)


def _in_case_of(written: str, meant: str) -> str:
    if written.isupper():
        return meant.upper()
    return meant.capitalize() if written[0].isupper() else meant
