"""One line of a list to the slogan in it. Only what belongs to the list goes: numbers, marks, outer quotes.

Change codes: `nfc` letters recomposed · `lookalike` Ð for Đ · `direction`
marks that turn the direction of writing · `blanks` blanks and invisible characters ·
`number_stripped` `1. ` `1) ` `01-` `1.H` · `mark_stripped` `- • + *`, long dashes, Wingdings bullets ·
`quotes_stripped` the quotes around the whole sentence · `end_stripped` the `;` or `./.` that ends an item or a paper.

A number is the list's only with a point, bracket, dash or slash after it and no digit after that: `111 là số…`,
`8/3 …`, `25/11 là…`, `4.0` and `30-4` belong to the text. A number of three and more digits is never the list's.
"""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass

from signboard.text.letters import compose, fold_blanks, fold_lookalikes
from signboard.text.quotes import strip_outer_quotes

__all__ = ["Cleaned", "clean_line", "tidy_line"]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned line.

    Attributes:
        text: NFC, single blanks; empty when the line held nothing but list marks.
        changes: codes of what was changed, each once, in the order of the table above.
    """

    text: str
    changes: tuple[str, ...]


_NUMBER = re.compile(
    r"""(?:
        \d{1,2}(?:\.\d{1,2}){1,2}[.)]\ (?=\S)     # 1.2. x
      | \(\d{1,2}\)\ ?(?=\S)                      # (1) x
      | \d{1,2}\ ?[.)](?![.\d])\ ?(?=\S|$)        # 1. x   1.x   1) x
      | \d{1,2}\ ?[-\u2013\u2014]\ ?(?=[^\W\d]|["\u201c\u2018\u00ab])  # 01-x   1 - x
      | \d{1,2}/\ (?=\D)                          # 1/ x
    )""",
    re.VERBOSE,
)

# Wingdings and Symbol bullets arrive from Word as private characters U+F0xx.
_BULLETS = (
    "\u2022\u2023\u2043\u2219\u00b7\u25a0\u25a1\u25aa\u25ab\u25ba\u25b6\u25b8"
    "\u25c6\u25c7\u25cb\u25cf\u25e6\u2713\u2714\u2756\u27a2\u27a4"
)
_MARK = re.compile(rf"(?:[{_BULLETS}\uf000-\uf0ff]|[-\u2013\u2014+*](?!\d))\ ?")

_ENDS = (";", "./.")
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def clean_line(raw: str) -> Cleaned:
    """The slogan in one line of a list. Cleaning a cleaned text changes nothing.

    Args:
        raw: the line, without its line end.
    """
    changes: dict[str, None] = {}
    text, before = raw, None
    while text != before:
        before = text
        text = _pass(text, _TIDYING, changes)
        text = _strip_heads(text, changes)
        text = _pass(text, _STRIPPING, changes)
    return Cleaned(text, _ordered(changes))


@functools.lru_cache(1024)
def tidy_line(raw: str) -> Cleaned:
    """Letters and blanks only: for texts that are no lines of a list, whose numbers and quotes are their own."""
    changes: dict[str, None] = {}
    text, before = raw, None
    while text != before:
        before = text
        text = _pass(text, _TIDYING, changes)
    return Cleaned(text, _ordered(changes))


def _strip_heads(text: str, changes: dict[str, None]) -> str:
    """Without any list mark in front, all in one pass: damaged files repeat them by the hundred."""
    place, before = 0, -1
    while place != before:
        before = place
        for code, pattern in _HEADS:
            found = pattern.match(text, place)
            if found:
                changes[code] = None
                place = found.end()
    return text[place:]


def _strip_end(text: str) -> str:
    last = len(text)
    while end := next((end for end in _ENDS if text.endswith(end, 0, last)), ""):
        last -= len(end)
    return text[:last].removesuffix(" ") if last < len(text) else text


def _turned_nowhere(text: str) -> str:
    """Without marks that can make a sentence read otherwise than it is written: nobody sees them, so they are named."""
    return text if text.isprintable() else _DIRECTIONS.sub("", text)


_Steps = tuple[tuple[str, Callable[[str], str]], ...]

_TIDYING: _Steps = (
    ("nfc", compose),
    ("lookalike", fold_lookalikes),
    ("direction", _turned_nowhere),
    ("blanks", fold_blanks),
)
_STRIPPING: _Steps = (
    ("end_stripped", _strip_end),
    ("quotes_stripped", strip_outer_quotes),
)
_HEADS = (("number_stripped", _NUMBER), ("mark_stripped", _MARK))
_ORDER = (
    "nfc",
    "lookalike",
    "direction",
    "blanks",
    "number_stripped",
    "mark_stripped",
    "quotes_stripped",
    "end_stripped",
)


def _pass(text: str, steps: _Steps, changes: dict[str, None]) -> str:
    for code, step in steps:
        new = step(text)
        if new != text:
            changes[code] = None
            text = new
    return text


def _ordered(changes: dict[str, None]) -> tuple[str, ...]:
    return tuple(code for code in _ORDER if code in changes)
