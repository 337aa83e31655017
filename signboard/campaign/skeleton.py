"""Skeleton: what is left of a sentence without its marks, blanks and punctuation, and how far apart two of them are.

`Hay h ̃ ành đông, đó c ̣ ó thể là người thân của ban.̣` and the clean sentence have one skeleton, so the original is found
however badly a copy lost its marks.
"""

import functools
import unicodedata
from dataclasses import dataclass

from signboard.text.syllable import split_tone
from signboard.text.words import words_of

__all__ = ["Difference", "differences", "distance", "skeleton"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One word that is written otherwise.

    Attributes:
        found: as in the text that was asked about.
        meant: as in the other.
        start: index of the found word.
    """

    found: str
    meant: str
    start: int


@functools.lru_cache(4096)
def skeleton(text: str) -> str:
    """Letters a-z and digits alone, small, in their order; letters of other scripts stay as they are."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in apart if char.isalnum())


def differences(text: str, other: str) -> tuple[Difference, ...] | None:
    """The words in which two texts of one skeleton differ by marks; None where even their words are parted otherwise.

    Capitals, punctuation and the two places of a tone (hòa, hoà) make no difference.
    """
    found, meant = list(words_of(text)), list(words_of(other))
    if [skeleton(word.text) for word in found] != [skeleton(word.text) for word in meant]:
        return None
    return tuple(
        Difference(one.text, two.text, one.start)
        for one, two in zip(found, meant, strict=True)
        if _sound(one.text) != _sound(two.text)
    )


def _sound(word: str) -> tuple[str, str]:
    plain, tone, _ = split_tone(word.lower())
    return plain, tone


def distance(one: str, two: str, most: int) -> int | None:
    """Letters to put in, take out or change to make one text of the other; None where that is more than `most`.

    Ukkonen's band: only cells that can stay within `most` are looked at, so the cost is length times `most`.
    """
    if abs(len(one) - len(two)) > most:
        return None
    beyond = most + 1
    before = {column: column for column in range(most + 1)}
    for row, letter in enumerate(one, 1):
        here: dict[int, int] = {}
        for column in range(max(0, row - most), min(len(two), row + most) + 1):
            if column == 0:
                here[0] = row
                continue
            changed = before.get(column - 1, beyond) + (letter != two[column - 1])
            here[column] = min(changed, before.get(column, beyond) + 1, here.get(column - 1, beyond) + 1)
        before = here
        if min(before.values()) > most:
            return None
    found = before.get(len(two), beyond)
    return found if found <= most else None
