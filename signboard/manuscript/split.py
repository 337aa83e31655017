"""Several slogans in one place: parted at list numbers, bullets, stars, semicolons, closing quotes, line breaks.

A slogan may hold a semicolon, a number, a dash or a quote of its own, so each cut asks for more than its sign: numbers
that go on by one, parts that begin with a capital and are long enough to stand alone.
"""

import re

from signboard.manuscript.marker import CAPITALS, marker_of
from signboard.manuscript.prose import is_letterhead, is_office_title, is_recipients
from signboard.text.clean import tidy_line

__all__ = ["breaks_to_lines", "is_starred", "quoted_parts", "split_slogans"]

_FEWEST_WORDS = 3
_FEWEST_LISTED = 2
_FEWEST_STARRED = 3
_PAIR = 2
_POSTER_LINE = 26
_QUOTED = re.compile(
    r"[\u201c\u201e\u00ab\"]++"
    r"[^\u201c\u201d\u201e\u00ab\u00bb\"]++[\u201d\u201c\u00bb\"]+"
)
"""Matched where it must begin and never searched for: a line of nothing but quotes would take long."""
_BETWEEN_QUOTES = re.compile(r"(?:[\s.,;:/\-\u2013]|và|hoặc|hay)*", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:^|(?<=\s)|(?<=[.;!?,\u201d\"\u2026]))\(?(\d{1,2})\s?[.)/](?![\d.])\s*(?=[^\W\d_]|[\u201c\"\u00ab(])"
)
_INNER_BULLET = re.compile(r"\s+[\u2022\u2023\u25aa\u25cf\u25a0\u25ba\u2756\u27a2\u27a4\uf0b7\uf0a7\uf0d8\uf076]\s*")
_INNER_DASH = re.compile(rf"(?<=[.;!?\u201d\"])\s+[-\u2013+*]\s+(?=[{CAPITALS}]|[\u201c\"])")
_STAR = re.compile(r"\s+[*|]\s+")
_SLASHES = re.compile(r"\s+//+\s+")
_SEMICOLON = re.compile(r";\s*(?:và\s+)?")
_QUOTES = '\u201c\u201d\u201e\u00ab\u00bb"'


def split_slogans(text: str) -> tuple[str, ...]:
    """The slogans in one entry of a list; the text itself where it is one.

    Args:
        text: tidied, on one line.
    """
    for cut in (_at_numbers, _at_bullets, _at_slashes, _at_stars, _at_quotes, _at_semicolons):
        parts = cut(text)
        if len(parts) > 1:
            return tuple(piece for part in parts for piece in split_slogans(part))
    return (text,)


def _at_numbers(text: str) -> list[str]:
    """`1. A 2. B`, `A. 3. B`: the numbers have to go on by one, the first may be any that starts the text."""
    places: list[int] = []
    expected = 0
    for found in _NUMBER.finditer(text):
        value = int(found[1])
        if not places and found.start() == 0:
            expected, places = value + 1, [0]
        elif value == expected or (not places and value > 1 and _ends_sentence(text[: found.start()])):
            expected, places = value + 1, [*places, found.start()]
    if len(places) < _FEWEST_LISTED and (not places or places[0] == 0):
        return [text]
    starts = places if places[0] == 0 else [0, *places]
    parts = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return parts if all(_stands_alone(part, fewest=2) for part in parts) else [text]


def _ends_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", ";", "\u201d", "\u2026", '"'))


def _at_bullets(text: str) -> list[str]:
    parts = [part.strip() for part in _INNER_BULLET.split(text)]
    if len(parts) == 1 and marker_of(text).style in ("dash", "plus"):
        parts = [part.strip() for part in _INNER_DASH.split(text)]
    return parts if all(_stands_alone(part, fewest=2) for part in parts) else [text]


def _at_slashes(text: str) -> list[str]:
    """`A // B`, as chats part lines."""
    parts = [part.strip() for part in _SLASHES.split(text)]
    return parts if all(map(_stands_alone, parts)) else [text]


def _at_stars(text: str) -> list[str]:
    """`A * B * C`: one star alone may belong to a sentence."""
    parts = [part.strip() for part in _STAR.split(text)]
    return parts if len(parts) >= _FEWEST_STARRED and all(map(_stands_alone, parts)) else [text]


def is_starred(text: str) -> bool:
    """Would it be parted at stars or bars, as titles of web pages and lines of chats are parted, too?"""
    return len(_at_stars(text)) > 1


def _at_quotes(text: str) -> list[str]:
    parts = quoted_parts(text)
    return list(parts) if len(parts) > 1 else [text]


def quoted_parts(text: str) -> tuple[str, ...]:
    """The quoted sentences of a text that holds nothing else but what stands between them; else nothing."""
    marker = marker_of(text)
    rest, parts = text[marker.length :], []
    at = _after_joining(rest, 0)
    while found := _QUOTED.match(rest, at):
        parts.append(found[0].strip())
        at = _after_joining(rest, found.end())
    if not parts or at < len(rest):
        return ()
    return tuple(parts) if all(_stands_alone(part) for part in parts) else ()


def _after_joining(text: str, at: int) -> int:
    """Where what stands between two quoted sentences ends."""
    found = _BETWEEN_QUOTES.match(text, at)
    return found.end() if found else at


def _at_semicolons(text: str) -> list[str]:
    """`A; B; C`, also inside one pair of quotes."""
    parts = [part.strip() for part in _SEMICOLON.split(text) if part.strip(f" .{_QUOTES}")]
    if len(parts) < _FEWEST_LISTED or not all(map(_stands_alone, parts)):
        return [text]
    if _is_quoted_as_one(text):
        parts[0] = parts[0].lstrip(_QUOTES + " ") if marker_of(parts[0]).style == "" else parts[0]
        parts[-1] = parts[-1].rstrip(_QUOTES + " .;")
    return parts


def _is_quoted_as_one(text: str) -> bool:
    inner = text[marker_of(text).length :].strip(" .;")
    return bool(inner) and inner[0] in _QUOTES and sum(char in _QUOTES for char in inner) <= _PAIR


def _stands_alone(part: str, *, fewest: int = _FEWEST_WORDS) -> bool:
    """Does it begin like a sentence and have words enough for one?"""
    marker = marker_of(part)
    words = part[marker.length :].strip(f" {_QUOTES}'\u2018\u2019(<")
    return bool(words) and not words[0].islower() and len(words.split()) >= fewest


def breaks_to_lines(text: str, *, labelled: bool = False) -> tuple[str, ...]:
    """A paragraph with soft line breaks as the lines that it means: breaks inside a sentence join with a blank.

    Args:
        text: as the file has it.
        labelled: did an automatic list number the paragraph?
    """
    pieces = [piece for piece in text.split("\n") if tidy_line(piece).text]
    if len(pieces) <= 1:
        return tuple(pieces) or (text,)
    tidied = [tidy_line(piece).text for piece in pieces]
    if any(is_letterhead(piece) or is_office_title(piece) or is_recipients(piece) for piece in tidied):
        return tuple(pieces)
    if _are_entries(tidied, labelled=labelled):
        return tuple(_joined_tails(pieces, tidied))
    return (" ".join(piece.strip() for piece in pieces),)


def _are_entries(tidied: list[str], *, labelled: bool) -> bool:
    marked = sum(bool(marker_of(piece).style) for piece in tidied)
    if marked >= _FEWEST_LISTED or (marked and not marker_of(tidied[0]).style):
        return True
    closed = sum(piece.endswith((".", "!", ";", "\u201d", '"', "\u2026", "?")) for piece in tidied[:-1])
    alone = all(_stands_alone(piece) for piece in tidied)
    if alone and closed == len(tidied) - 1:
        return True
    longer = sum(len(piece) for piece in tidied) / len(tidied) > _POSTER_LINE
    is_two_lines = len(tidied) == _PAIR  # of one slogan
    return alone and longer and not labelled and not is_two_lines


def _joined_tails(pieces: list[str], tidied: list[str]) -> list[str]:
    """Pieces that go on in small letters belong to the one before."""
    lines: list[str] = []
    for piece, plain in zip(pieces, tidied, strict=True):
        if lines and plain[0].islower() and not marker_of(plain).style:
            lines[-1] = f"{lines[-1].rstrip()} {plain}"
        else:
            lines.append(piece)
    return lines
