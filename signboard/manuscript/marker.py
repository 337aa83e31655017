"""What a list puts in front of an entry: `1.`, `I.`, `a)`, `-`, `Câu 2:`, by hand or by the office program."""

import functools
import re
from dataclasses import dataclass

from signboard.text.clean import clean_line, tidy_line

__all__ = ["CAPITALS", "NO_MARKER", "Marker", "marker_of", "without_marker"]


@dataclass(frozen=True, slots=True)
class Marker:
    """A list's mark.

    Attributes:
        style: `roman`, `part` (Phần, Mục, Điều), `upper` (A.), `number`, `multi` (1.2), `letter`, `dash`, `plus`,
            `bullet`; empty: none.
        value: its number, from 1; 0 for marks that do not count.
        length: characters of the tidied text that it takes; 0 where an automatic list wrote it.
    """

    style: str = ""
    value: int = 0
    length: int = 0

    @property
    def depth(self) -> int:
        """How deep in a document's order lists of this style stand; 0 for none."""
        return _DEPTHS.get(self.style, 0)

    @property
    def counts(self) -> bool:
        """Does it number its entries?"""
        return self.value > 0


NO_MARKER = Marker()
_DEPTHS = {"part": 1, "upper": 2, "roman": 2, "number": 3, "multi": 4, "letter": 5, "dash": 6, "plus": 7, "bullet": 8}

CAPITALS = "".join(filter(str.isupper, map(chr, (*range(0x41, 0x1B1), *range(0x1EA0, 0x1EFA)))))
"""Capital letters of Vietnamese and its neighbours, for classes of regular expressions."""

_BULLETS = (
    "\u2022\u2023\u2043\u2219\u00b7\u25a0\u25a1\u25aa\u25ab\u25ba\u25b6\u25b8\u25c6\u25c7\u25cb\u25cf\u25e6"
    "\u2605\u2606\u2713\u2714\u2756\u2794\u279c\u27a1\u27a2\u27a4"
)
# Pictures that people of Zalo and Facebook begin list entries with: they point, tick or number, and say nothing else.
_POINTERS = (
    "\u2611\u2705\u261b\u261e\u23e9\u25b6\u2733\u2734\u2747\u2795\u2764\u2b50\u2b55\u203c\u2757"
    "\U0001f449\U0001f538\U0001f539\U0001f536\U0001f537\U0001f4cc\U0001f4cd\U0001f4a5\U0001f31f"
    "\U0001f53a\U0001f53b\U0001f534\U0001f535\U0001f7e2\U0001f7e1\U0001f4e2\U0001f4e3"
)
_POINTER = re.compile(rf"(?:[{_POINTERS}\u2192\u21d2\u27a1\u2713\u2714\u2605\u2606]\ufe0f?\ ?)+")
_KEYCAP = re.compile(r"(?:([0-9])\ufe0f?\u20e3\ ?){1,2}|\U0001f51f\ ?")
_PART = re.compile(
    r"(?:phần|mục|chương|điều)\ (?:thứ\ )?(?:[ivx]+|\d{1,2}|nhất|hai|ba|tư)\ ?[.:\-\u2013]?\ ?(?=\S|$)", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?:khẩu hiệu|thông điệp|slogan|câu|nội dung|mục)\ (?:số\ |thứ\ )?(\d{1,2})\ ?"
    r"(?:[:)]+|[./\-\u2013\u2014]+(?!\ ?\d))[.:)/\-\u2013\u2014]*\ ?(?=\S)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"([IVX]{1,5})\ ?[./):\-\u2013]\ ?(?=[^\W\d_]|[\"\u201c(]|$)")
_MULTI = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\ (?=\S)|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?$")
_NUMBER = re.compile(
    r"""\(?(\d{1,2})\)?(?:
        \ ?[.)](?![.\d])\ ?(?=\S|$)
      | \ ?[-\u2013\u2014]\ ?(?=[^\W\d]|["\u201c\u2018\u00ab])
      | \ ?[/:]\ (?=\D)
      | \ ?/(?=[^\W\d])
    )|\((\d{1,2})\)\ ?(?=\S)""",
    re.VERBOSE,
)
_LETTER = re.compile(r"\(?([a-zđ])[.)/]\ ?(?=\S)")
_UPPER = re.compile(r"([A-HĐ])[.)/]\ ?(?=\S)")
_WING = re.compile(rf"[vo\u00a7\u00d8]\ (?=[{CAPITALS}]|[\"\u201c])")
_MARKS = {
    "-": "dash",
    "\u2013": "dash",
    "\u2014": "dash",
    "\u2212": "dash",
    "\u2010": "dash",
    "\u2011": "dash",
    "+": "plus",
    "*": "plus",
}
_SIGN = re.compile(r"[-\u2013\u2014\u2212\u2010\u2011+*](?!\d)\ ?")
_BULLET = re.compile(rf"[{_BULLETS}\uf000-\uf0ff]\ufe0f?\ ?")
_LONGEST_SIGN = 2
_ROMANS = {"I": 1, "V": 5, "X": 10}


def marker_of(text: str, label: str = "") -> Marker:
    """The mark in front of an entry.

    Args:
        text: tidied, on one line.
        label: what an automatic list shows in front of it; it wins, and what is typed besides is text.
    """
    if label.strip():
        found = _typed(f"{tidy_line(label).text} X")
        return Marker(found.style or ("bullet" if len(label) <= _LONGEST_SIGN else "part"), found.value)
    return _typed(text)


@functools.lru_cache(1024)
def _typed(text: str) -> Marker:
    for read in (_counted, _signed):
        found = read(text)
        if found.style:
            return found
    return NO_MARKER


def _counted(text: str) -> Marker:
    keycap = _KEYCAP.match(text)
    if keycap:
        digits = "".join(char for char in keycap[0] if char.isdigit())
        return Marker("number", int(digits or 10), keycap.end())
    for style, pattern in (("part", _PART), ("roman", _ROMAN), ("multi", _MULTI)):
        found = pattern.match(text)
        if found:
            return Marker(style, _roman(found[1]) if style == "roman" else 1, found.end())
    found = _NUMBER.match(text) or _NAMED.match(text)
    if found:
        return Marker("number", int(found[1] or (found[2] if found.re is _NUMBER else 0) or 1), found.end())
    for style, pattern in (("letter", _LETTER), ("upper", _UPPER)):
        found = pattern.match(text)
        if found:
            return Marker(style, _letter_value(found[1].lower()), found.end())
    return NO_MARKER


def _signed(text: str) -> Marker:
    found = _SIGN.match(text)
    if found:
        return Marker(_MARKS[text[0]], 0, found.end())
    found = _BULLET.match(text) or _POINTER.match(text) or _WING.match(text)
    return Marker("bullet", 0, found.end()) if found else NO_MARKER


def _roman(digits: str) -> int:
    values = [_ROMANS[digit] for digit in digits]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _letter_value(letter: str) -> int:
    return "abcdđefghijklmnopqrstuvwxyz".find(letter) + 1


def without_marker(text: str, marker: Marker) -> tuple[str, tuple[str, ...]]:
    """The text behind a mark, and the change that it is: those that `clean_line` takes off itself are left to it.

    Args:
        text: tidied, on one line.
        marker: what `marker_of` found in it.
    """
    if not marker.length or marker.style in ("part", "roman", "upper"):
        return text, ()
    rest = text[marker.length :]
    cleaned = clean_line(text)
    if cleaned.text == clean_line(rest).text:
        return text, ()
    return rest, ("number_stripped" if marker.counts else "mark_stripped",)
