"""Library: official slogans with their documents, to be searched and to compare a clerk's lines with.

A list is TOML (`schedules/library/README.md` says what its fields mean). Sentences are found by their skeleton, so
neither capitals, punctuation nor lost marks hide one; those a letter or two away are found through the groups of three
letters that they share, so that 300 lines against the whole library take milliseconds.
"""

import enum
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from signboard.campaign.days import write_day
from signboard.campaign.skeleton import Difference, differences, distance, skeleton
from signboard.errors import N_, InputError
from signboard.text.clean import tidy_line
from signboard.text.syllable import is_syllable
from signboard.text.words import words_of

__all__ = ["Kinship", "Library", "Match", "Official", "Recalled", "parse_list"]

_GRAM = 3
_MOST_EDITS = 2
_FEWEST_WORDS = 5
"""Of a sentence that is known again with another word in it, or without its end."""
_MOST_MISSING = 4
"""Words at its end, less one, for a line without its last word is one word away already."""
_SHORTEST_NEAR = 20
"""Letters; shorter sentences are a letter or two away from many others."""


@dataclass(frozen=True, slots=True)
class Official:
    """One official sentence.

    Attributes:
        text: cleaned, otherwise as published.
        document: number of the document; empty where the source names none.
        day: of the document; None where unknown.
        issuer: who issued it; may be empty.
        years: whose campaigns used it.
        theme: what it is about.
        source: where the text was read.
        list_title: of the list that it stands in.
        printed: how the source misprints it; empty where it does not.
    """

    text: str
    document: str = ""
    day: date | None = None
    issuer: str = ""
    years: tuple[int, ...] = ()
    theme: str = ""
    source: str = ""
    list_title: str = ""
    printed: str = ""

    @property
    def citation(self) -> str:
        """The document with its date, else the list's title."""
        if not self.document:
            return self.list_title
        return f"{self.document} ({write_day(self.day)})" if self.day else self.document


@dataclass(frozen=True, slots=True)
class Recalled:
    """A sentence that its issuer took back.

    Attributes:
        text: as it was.
        instead: what stands in its place; empty where nothing does.
        document: that recalled it.
        day: of that document; None where unknown.
        corrects: where the sentence stood.
    """

    text: str
    instead: str
    document: str
    day: date | None = None
    corrects: str = ""

    @property
    def citation(self) -> str:
        """The recalling document with its date."""
        return f"{self.document} ({write_day(self.day)})" if self.day else self.document


class Kinship(enum.Enum):
    """How a line is related to an official sentence."""

    SAME = "same"
    MARKS = "marks"
    DAMAGED = "damaged"
    NEAR = "near"
    WORD = "word"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True)
class Match:
    """What the library knows about a line.

    Attributes:
        kinship: SAME letters and marks; MARKS differ in `words`; DAMAGED, words that are none; NEAR, a letter or
            two; WORD, a word more, less or another; BEGINNING, its end is missing.
        official: the sentence; the latest where several lists hold it.
        others: the other lists that hold it, latest first.
        words: that differ by their marks.
    """

    kinship: Kinship
    official: Official
    others: tuple[Official, ...] = ()
    words: tuple[Difference, ...] = ()


def parse_list(raw: bytes, file: str) -> tuple[tuple[Official, ...], tuple[Recalled, ...]]:
    """One list.

    Raises:
        InputError: `bad_library`: it is no TOML, or a field is missing or of another kind.
    """
    try:
        table = tomllib.loads(raw.decode("utf-8"))
        officials = tuple(_official({**table, **entry}, table) for entry in table["slogans"])
        return officials, tuple(_recalled(entry) for entry in table.get("recalled", ()))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            N_("{file} is no list of official slogans: {problem}; see the README beside it."),
            code="bad_library",
            file=file,
            problem=str(error),
        ) from error


def _official(entry: Mapping[str, object], table: Mapping[str, object]) -> Official:
    years = entry.get("years", [])
    if not isinstance(years, list) or not all(isinstance(year, int) for year in years):
        raise TypeError("years is a list of numbers")
    # A document of its own has a date of its own: the list's does not belong to it.
    own = entry["document"] != table.get("document", "") and entry.get("date") == table.get("date")
    return Official(
        _sentence(entry, "text"),
        _said(entry, "document"),
        None if own else _day(entry),
        _said(entry, "issuer"),
        tuple(years),
        _said(entry, "theme"),
        _said(entry, "source"),
        _said(entry, "title"),
        _said(entry, "printed"),
    )


def _recalled(entry: Mapping[str, object]) -> Recalled:
    instead = tidy_line(_said(entry, "instead")).text
    return Recalled(_sentence(entry, "text"), instead, _said(entry, "document"), _day(entry), _said(entry, "corrects"))


def _sentence(entry: Mapping[str, object], key: str) -> str:
    text = tidy_line(_said(entry, key)).text
    if not text:
        raise ValueError(f"{key} is empty")
    return text


def _said(entry: Mapping[str, object], key: str) -> str:
    found = entry.get(key, "")
    if not isinstance(found, str):
        raise TypeError(f"{key} is a text")
    return found


def _day(entry: Mapping[str, object]) -> date | None:
    found = entry.get("date")
    if found is not None and type(found) is not date:
        raise TypeError("date is a day")
    return found


class Library:
    """All lists, indexed.

    Args:
        officials: in any order.
        recalled: sentences that were taken back.
    """

    def __init__(self, officials: Iterable[Official] = (), recalled: Iterable[Recalled] = ()) -> None:
        self.officials = tuple(officials)
        self.recalled = tuple(recalled)
        self._by_skeleton: dict[str, list[Official]] = defaultdict(list)
        for official in sorted(self.officials, key=_latest, reverse=True):
            self._by_skeleton[skeleton(official.text)].append(official)
        self._by_gram: dict[str, set[str]] = defaultdict(set)
        for key in self._by_skeleton:
            for gram in _grams(key):
                self._by_gram[gram].add(key)
        self._by_beginning: dict[tuple[str, ...], str] = {}
        self._by_words: dict[tuple[str, ...], str] = {}
        self._by_gap: dict[tuple[int, tuple[str, ...]], str] = {}
        for key, known in self._by_skeleton.items():
            self._index_words(key, _bare_words(known[0].text))
        self._recalled: dict[str, list[Recalled]] = defaultdict(list)
        for one in self.recalled:
            self._recalled[skeleton(one.text)].append(one)

    def recall_of(self, text: str) -> Recalled | None:
        """The recall that hits this sentence; None: it may stand."""
        key = skeleton(text)
        for recalled in self._recalled.get(key, ()):
            if skeleton(recalled.instead) != key or differences(text, recalled.text) == ():
                return recalled
        return None

    def look(self, text: str) -> Match | None:
        """The official sentence that this line is, or was meant to be; None: the library does not know it."""
        key = skeleton(text)
        if not key:
            return None
        known = self._by_skeleton.get(key)
        return _nearest(text, known) if known else self._near(text, key) or self._one_word_away(text)

    def _index_words(self, key: str, words: tuple[str, ...]) -> None:
        if len(words) < _FEWEST_WORDS:
            return
        self._by_words.setdefault(words, key)
        for index in range(len(words)):
            self._by_gap.setdefault((index, _without(words, index)), key)
            if len(words) >= _FEWEST_WORDS + 2 and index < len(words) - 1:
                self._by_gap.setdefault((index, _without(words, index, 2)), key)
        for end in range(len(words) - _MOST_MISSING, len(words) - 1):
            if end >= _FEWEST_WORDS:
                self._by_beginning.setdefault(words[:end], key)

    def _one_word_away(self, text: str) -> Match | None:
        """Whole words that say another thing (`không`, `giảm` for `tăng`, two at most); or a text without its end."""
        words = _bare_words(text)
        beginning = self._by_beginning.get(words)
        if beginning:
            return self._match(Kinship.BEGINNING, beginning)
        for index in range(len(words) + 1):
            less = _without(words, index)
            key = self._by_words.get(less) if index < len(words) else None
            gaps = [words, less, *([_without(words, index, 2)] if index < len(words) - 1 else [])]
            key = key or next(filter(None, (self._by_gap.get((index, gap)) for gap in gaps)), None)
            if key and _digits(key) == _digits("".join(words)):
                return self._match(Kinship.WORD, key)
        return None

    def _match(self, kinship: Kinship, key: str) -> Match:
        known = self._by_skeleton[key]
        return Match(kinship, known[0], tuple(known[1:]))

    def _near(self, text: str, key: str) -> Match | None:
        if len(key) < _SHORTEST_NEAR:
            return None
        grams = _grams(key)
        for other in sorted(self._sharing_a_part(key), key=lambda one: (-len(grams & _grams(one)), one)):
            if _digits(other) == _digits(key) and distance(key, other, _MOST_EDITS) is not None:
                known = self._by_skeleton[other]
                kinship = Kinship.DAMAGED if _is_damaged(text, known[0].text) else Kinship.NEAR
                return Match(kinship, known[0], tuple(known[1:]))
        return None

    def _sharing_a_part(self, key: str) -> set[str]:
        """Skeletons as long that may be as near as `_MOST_EDITS`: of one part more than edits, one stays whole."""
        size = len(key) // (_MOST_EDITS + 1)
        found: set[str] = set()
        for start in range(0, size * (_MOST_EDITS + 1), size):
            part = key[start : start + size]
            found.update(set.intersection(*(self._by_gram.get(gram, set()) for gram in _grams(part))))
        return {other for other in found if abs(len(other) - len(key)) <= _MOST_EDITS}

    def search(self, words: Sequence[str]) -> tuple[Official, ...]:
        """Every sentence that holds all the words, marks aside, in itself, its document, theme or years; latest first.

        Args:
            words: whole words or beginnings; `binh dang` finds `Bình đẳng`.
        """
        wanted = [f" {part}" for word in words for part in _apart(word).split()]
        found = [one for one in self.officials if all(word in _searched(one) for word in wanted)]
        return tuple(sorted(found, key=lambda one: (-_latest(one), one.list_title)))


def _latest(official: Official) -> int:
    return max(official.years, default=0)


def _grams(key: str) -> set[str]:
    return {key[index : index + _GRAM] for index in range(len(key) - _GRAM + 1)}


def _digits(key: str) -> str:
    return "".join(char for char in key if char.isdigit())


def _bare_words(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (skeleton(word.text) for word in words_of(text))))


def _without(words: tuple[str, ...], index: int, count: int = 1) -> tuple[str, ...]:
    return (*words[:index], *words[index + count :])


def _apart(text: str) -> str:
    return " ".join(skeleton(word.text) for word in words_of(text))


def _searched(one: Official) -> str:
    years = " ".join(map(str, one.years))
    parts = (one.text, one.document, one.issuer, one.theme, one.list_title, one.printed)
    return f" {' '.join(map(_apart, parts))} {years}"


def _nearest(text: str, known: Sequence[Official]) -> Match:
    """Of sentences with one skeleton the one with the fewest other marks, and the latest of those."""
    judged = [(differences(text, official.text), official) for official in known]
    same = [official for words, official in judged if words == ()]
    if same:
        return Match(Kinship.SAME, same[0], tuple(same[1:]))
    words, official = min(judged, key=lambda one: len(one[0]) if one[0] is not None else len(text))
    if words is None or _is_damaged(text, official.text):
        return Match(Kinship.DAMAGED, official, words=words or ())
    return Match(Kinship.MARKS, official, words=words)


def _is_damaged(text: str, official: str) -> bool:
    """Has it words that Vietnamese cannot have and the official sentence has not?"""
    known = {word.text.lower() for word in words_of(official)}
    return any(
        word.text.isalpha() is False or not is_syllable(word.text)
        for word in words_of(text)
        if word.text.lower() not in known and not word.text.isdecimal()
    )
