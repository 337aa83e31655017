"""pages: the text page by page, each for its reading time. The least demanding way to show a long text."""

from signboard.effects.effect import Effect, Need, Words
from signboard.frame.message import Message, Pages

__all__ = ["EFFECT"]


def _need(words: Words) -> Need:
    """One picture within the shortest reading time."""
    return Need.of(words, 1000 / min(page.on_ms for page in words.pages))


def _make(words: Words, _updates_s: float) -> Message:
    return Pages(words.pages)


EFFECT = Effect("pages", _need, _make)
