"""The two places of the tone in oa, oe, uy: hòa or hoà, khỏe or khoẻ. Both are right; a list keeps to one of them."""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from signboard.errors import N_
from signboard.text.remark import Remark
from signboard.text.syllable import is_syllable, split_tone, with_tone
from signboard.text.words import words_of

__all__ = ["Style", "mixed_spelling", "styled_words"]


@dataclass(frozen=True, slots=True)
class Style:
    """A word that shows its writer's habit.

    Attributes:
        word: as written.
        start: index of its first character.
        is_older: hòa, not hoà.
        other: the other way of writing it.
    """

    word: str
    start: int
    is_older: bool
    other: str


def styled_words(text: str) -> Iterator[Style]:
    """The words of a text that could carry their tone in two places."""
    for word in words_of(text):
        places = _spellings(word.text)
        if places[1:]:
            older, newer = places
            yield Style(word.text, word.start, word.text == older, newer if word.text == older else older)


@functools.lru_cache(8192)
def _spellings(word: str) -> tuple[str, ...]:
    """The ways to write a word that carries a tone, the older first."""
    plain, tone, _ = split_tone(word)
    return with_tone(plain, tone) if tone and is_syllable(word) else ()


def mixed_spelling(texts: Iterable[str]) -> dict[int, Remark]:
    """Of a list that uses both ways: the first word of each text in the rarer way, by the text's index.

    Where both are as frequent, the way that came first is the usual one.
    """
    found = [list(styled_words(text)) for text in texts]
    habits = [style for styles in found for style in styles]
    if len({style.is_older for style in habits}) < len((True, False)):
        return {}
    older = sum(style.is_older for style in habits)
    usual = older * 2 > len(habits) or (older * 2 == len(habits) and habits[0].is_older)
    example = next(style.word for style in habits if style.is_older is usual)
    return {
        index: _remark(next(style for style in styles if style.is_older is not usual), example)
        for index, styles in enumerate(found)
        if any(style.is_older is not usual for style in styles)
    }


def _remark(style: Style, example: str) -> Remark:
    return Remark(
        "mixed_spelling",
        style.start,
        style.start + len(style.word),
        N_("'{word}' and '{example}' place the tone in two ways in one list; '{proposal}' would be the other's way."),
        {"word": style.word, "example": example, "proposal": style.other},
        style.other,
    )
