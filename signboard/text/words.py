"""The words of a text with their places: runs of letters, marks and digits."""

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Word", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f][^\W_]*)*")


class Word(NamedTuple):
    """A word and where it stands.

    Attributes:
        text: as written.
        start: index of its first character.
    """

    text: str
    start: int

    @property
    def end(self) -> int:
        """Index after its last character."""
        return self.start + len(self.text)


def words_of(text: str) -> Iterator[Word]:
    """Every word, in order."""
    for found in _WORD.finditer(text):
        yield Word(found[0], found.start())
