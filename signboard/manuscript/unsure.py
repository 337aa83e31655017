"""The last resort: short lines of a file of which nothing else is a slogan."""

from collections.abc import Sequence

from signboard.manuscript.headings import is_paper
from signboard.manuscript.prose import is_prose
from signboard.manuscript.sections import Choice
from signboard.manuscript.topic import topic_of

__all__ = ["with_short_lines"]

_FEWEST_WORDS = 4
_LONGEST = 157
"""Characters of the longest official slogan."""


def with_short_lines(choices: Sequence[Choice]) -> Sequence[Choice]:
    """The same choices; where none holds a slogan, and nothing says letter or plan, short lines are taken as unsure."""
    if any(choice.texts or (choice.entry.table and not choice.reason) for choice in choices):
        return choices
    if not is_paper([choice.entry for choice in choices], [choice.reason for choice in choices]):
        for choice in choices:
            if choice.reason in ("prose", "heading") and _is_short(choice.entry.words):
                choice.reason, choice.texts, choice.is_unsure = "", (choice.entry.text,), True
    return choices


def _is_short(words: str) -> bool:
    fits = len(words.split()) >= _FEWEST_WORDS and len(words) <= _LONGEST
    return fits and not words.endswith(":") and not is_prose(words) and not topic_of(words)
