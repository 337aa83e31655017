"""Quotes: which ones stand around a whole sentence, and whether all of them close.

Lists copied from the web hold “…”, "…", mixed “…", doubled ““…” and a full stop after the closing one. Quotes around a
part of the sentence are the author's and stay.
"""

import re

__all__ = ["quotes_balanced", "strip_outer_quotes", "unpaired_bracket", "unpaired_quote"]

_OPENING = "\u201c\u201e\u00ab\u2018"
_CLOSING = "\u201d\u00bb\u2019"
_STRAIGHT = "\"'"
_ALL = _OPENING + _CLOSING + _STRAIGHT

_LEAD = re.compile(rf"^(?:[{_OPENING}{_STRAIGHT}] ?)+")
_ITEM_BRACKET = re.compile(r"(?:^|\s)(?:\d{1,3}|\w)[.]?\)$|[:;=]-?\)+$")
_SAD_FACE = re.compile(r"[:;=]-?\($")
_MOST_AROUND = 12
"""Quotes on one side of a sentence; more are no quotation, and trying every pair of them takes long."""


def strip_outer_quotes(text: str) -> str:
    """Without the quotes around the whole of it, and without the full stop that follows them; else unchanged.

    As many are taken as leave the rest balanced: `““A”` gives A, `“A” và “B”` stays.
    """
    lead = _LEAD.match(text)
    if not lead:
        return text
    starts = [index + 1 for index in range(lead.end()) if text[index] in _ALL]
    ends = _closing_places(text)
    if not ends or ends[0] < lead.end() or max(len(starts), len(ends)) > _MOST_AROUND:
        return text
    for start in reversed(starts):
        for end in ends:
            inner = text[start:end].strip()
            if quotes_balanced(inner):
                return inner
    return text


def _closing_places(text: str) -> list[int]:
    """The quotes that end a text, single blanks between them and stops behind them or not, in order."""
    at = len(text.rstrip(" .;,\n")) - 1
    places: list[int] = []
    while at >= 0 and text[at] in _ALL:
        places.append(at)
        at -= 2 if text[at - 1 : at] == " " else 1
    return places[::-1]


def quotes_balanced(text: str) -> bool:
    """Does every quote that opens close, and none close that never opened?

    Straight ones are told by their neighbours.
    """
    return unpaired_quote(text) is None


def unpaired_quote(text: str) -> int | None:
    """The place of the first quote without a partner; None where all have one."""
    opened: list[int] = []
    for index, character in enumerate(text):
        direction = _direction(text, index) if character in _ALL else 0
        if direction < 0 and not opened:
            return index
        if direction > 0:
            opened.append(index)
        elif direction < 0:
            opened.pop()
    return opened[0] if opened else None


def unpaired_bracket(text: str) -> int | None:
    """The place of the first round bracket without a partner; None where all have one.

    The bracket of an item's number, `1)` or `a)`, and of a face, `:)`, needs none.
    """
    opened: list[int] = []
    for index, character in enumerate(text):
        if character == "(":
            opened.append(index)
        elif character == ")" and opened:
            opened.pop()
        elif character == ")" and not _ITEM_BRACKET.search(text[: index + 1]):
            return index
    return opened[0] if opened and not _SAD_FACE.search(text[: opened[0] + 1]) else None


def _direction(text: str, index: int) -> int:
    """1 opens, -1 closes, 0 is an apostrophe inside a word."""
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    if text[index] in "'\u2019" and before.isalnum() and after.isalnum():
        return 0
    if text[index] in _OPENING:
        return 1
    if text[index] in _CLOSING:
        return -1
    opens = before in " (-\u2013/:" or (before in _OPENING + _STRAIGHT and not after.isspace())
    return 1 if opens else -1
