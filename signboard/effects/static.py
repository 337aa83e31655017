"""static: the whole text stands still on one page."""

from signboard.effects.effect import Effect, Need, Words
from signboard.errors import N_, InputError
from signboard.frame.message import Message, Pages

__all__ = ["EFFECT"]


def _need(words: Words) -> Need:
    """One picture per reading time.

    Raises:
        InputError: `too_long`, when the text takes more than one page.
    """
    if len(words.pages) > 1:
        raise InputError(
            N_("The text takes {pages} pages of this board and cannot stand still on one; shorten it or show pages."),
            code="too_long",
            pages=len(words.pages),
        )
    return Need.of(words, 1000 / words.pages[0].on_ms)


def _make(words: Words, _updates_s: float) -> Message:
    return Pages(words.pages)


EFFECT = Effect("static", _need, _make)
