"""Words without accents: what people's headings and dates have in common, however they were typed.

Every character stands for exactly one of the composed text, so places found here are places there.
"""

import functools
import unicodedata

from signboard.text.letters import compose

__all__ = ["bare", "bare_words"]

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"


def bare(text: str) -> str:
    """Small letters without accents, every blank a space, every dash a hyphen; as long as `compose(text)`."""
    return "".join(map(_plain, compose(text)))


@functools.lru_cache(maxsize=1024)
def bare_words(text: str) -> str:
    """Letters and digits of `bare`, single spaces between: `Nội dung  (khẩu hiệu):` gives `noi dung khau hieu`."""
    return " ".join("".join(char if char.isalnum() else " " for char in bare(text)).split())


@functools.lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character in "đĐ\u00d0":
        return "d"
    if character in _DASHES:
        return "-"
    if character.isspace() or unicodedata.category(character) in ("Zs", "Cc"):
        return " "
    small = unicodedata.normalize("NFD", character)[0].lower()
    return small if len(small) == 1 else character
