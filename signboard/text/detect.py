"""Which encoding was it? Every candidate reads the text, and the readings are judged as Vietnamese.

A reading's score is the share of its accented words that are syllables of Vietnamese (`signboard.text.syllable`), so
nothing is learnt from samples. The answer is sure only where enough words speak for one reading and no other reading
that says something else comes near; otherwise a person has to choose. Text that is fine as it stands, foreign words
among it, is left alone: Café Hà Nội, São Paulo, Zürich.
"""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass

from signboard.text.encodings.family import encoding_named
from signboard.text.encodings.html import read_references
from signboard.text.encodings.table import Encoding
from signboard.text.frequent import FREQUENT
from signboard.text.letters import compose
from signboard.text.syllable import FOREIGN, is_syllable

__all__ = ["AS_IT_STANDS", "Guess", "Reading", "guess_bytes", "guess_text", "read_as", "read_bytes_as"]

AS_IT_STANDS = ""
"""The encoding of a reading that changes nothing."""

_BYTES = ("tcvn3", "vni", "viscii", "cp1258", "vps", "tcvn5712-1")
_ENOUGH_WORDS = 2
_GOOD = 0.75
_NEAR = 0.2
_FOREIGN_WORDS = 3
_FOREIGN_WORTH = 0.5
_SAMPLE = 3_000
_LAST_LATIN_1 = "\u00ff"

_CHUNK = re.compile(rb"[^ \t\r\n]+")
_STRANGE = re.compile(rb"[^\t\n\r\x20-\x7e]")
_PARTS = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
# Latin-1's signs beside a letter: what old bytes look like, and what no word has (« » around it, m², 30° are in order).
_ODD = "\u0080-\u009f\u00a1-\u00a9\u00ac-\u00af\u00b1\u00b4-\u00b8\u00bc-\u00bf\u00d7\u00f7"
_BETWEEN = r"[^\w\s\u0300-\u036f\-\u2013\u2014/.,;:!?'\"\u2019\u201c\u201d()&+]"  # no punctuation that joins two words
_ODD_SIGN = re.compile(rf"[{_ODD}][^\W\d_]|[^\W\d_][{_ODD}\u2020-\u2022\u2030\u20ac\u2122]|[^\W\d_]{_BETWEEN}+[^\W\d_]")
_VIQR_SIGN = re.compile(r"(?i)(?:[aeo]\^|[a]\(|[ou][+*])[`'?~.]?[a-z]?|[aeiouy][`'~?.][a-z]|dd")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0160\u0161\u017d\u017e]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """The text as one encoding reads it.

    Attributes:
        encoding: its name, or AS_IT_STANDS.
        text: NFC; U+FFFD where a byte stands for nothing.
        score: share of accented words that are syllables, 0 to 1; for foreign words, how far they are believed.
        common: share of accented words that are frequent ones; orders readings of one score.
    """

    encoding: str
    text: str
    score: float
    common: float = 0.0


@dataclass(frozen=True, slots=True)
class Guess:
    """All readings worth showing.

    Attributes:
        readings: the best first; those that say the same are one.
        sure: may the best be taken without asking?
    """

    readings: tuple[Reading, ...]
    sure: bool

    @property
    def best(self) -> Reading:
        """The best reading."""
        return self.readings[0]


def guess_bytes(raw: bytes) -> Guess:
    """The readings of bytes that are not Unicode.

    Args:
        raw: one line or many; enough of it is sampled.
    """
    chunks = _strange_chunks(raw)
    guess = _decide([*(_reading(name, raw, chunks) for name in _BYTES), _western(raw, chunks)], len(chunks))
    if guess.best.encoding != "cp1252" or guess.best.score < _FOREIGN_WORTH:
        return guess
    return Guess(
        guess.readings, sure=len(chunks) >= _FOREIGN_WORDS and guess.best.score - guess.readings[1].score >= _NEAR
    )


@functools.lru_cache(1024)
def guess_text(text: str) -> Guess:
    """The readings of a Unicode text that may hold old bytes as letters, references of HTML, or VIQR.

    Remembered: a file's lines are read to see what kind of file it is, and read again as that.

    Args:
        text: one line or many.
    """
    composed = compose(text)
    standing = Reading(
        AS_IT_STANDS, composed, _share([word for word in composed.split() if not word.isascii()], _is_vietnamese)
    )
    referenced = compose(read_references(text)) if "&" in text else composed
    if referenced != composed and not referenced.isascii():
        return Guess((Reading("html", referenced, 1.0), standing), sure=True)
    if text.isascii():
        return _guess_viqr(text, standing)
    raw = _as_bytes(text) if standing.score < _GOOD else None
    if raw is None:
        return Guess((standing,), sure=True)
    chunks = _strange_chunks(raw)
    readings = [_reading(name, raw, chunks) for name in ("utf-8", *_BYTES)]
    guess = _decide([*readings, standing], len(chunks))
    if guess.best.score < _GOOD or len(chunks) < _ENOUGH_WORDS:
        return Guess((standing,), sure=True)
    return guess


def read_as(text: str, encoding: str) -> Reading | None:
    """A Unicode text as the bytes that it may have been, in one encoding; None where it holds other letters too.

    Args:
        text: one line.
        encoding: a name of the family.
    """
    raw = _as_bytes(text)
    return None if raw is None else read_bytes_as(raw, encoding)


def read_bytes_as(raw: bytes, encoding: str) -> Reading:
    """Bytes in one encoding, judged.

    Args:
        raw: one line.
        encoding: a name of the family.
    """
    if encoding == "cp1252":
        return _western(raw, _strange_chunks(raw))
    chunks = [chunk for chunk in _CHUNK.findall(raw) if _STRANGE.search(chunk) or encoding == "viqr"]
    return _reading(encoding, raw, chunks[:_SAMPLE])


def _strange_chunks(raw: bytes) -> list[bytes]:
    return [chunk for chunk in _CHUNK.findall(raw) if _STRANGE.search(chunk)][:_SAMPLE]


def _reading(name: str, raw: bytes, chunks: list[bytes]) -> Reading:
    member = encoding_named(name)
    words = [compose(member.decode(chunk, "replace")) for chunk in chunks]
    text = compose(member.decode(raw, "replace"))
    return Reading(name, text, _share(words, _is_vietnamese), _share(words, _is_common))


def _share(words: list[str], judge: Callable[[str], bool]) -> float:
    return sum(map(judge, words)) / len(words) if words else 0.0


@functools.lru_cache(maxsize=10_000)
def _is_vietnamese(word: str) -> bool:
    """One syllable, or several joined by signs, and no sign inside them."""
    parts = _PARTS.findall(word)
    if "\ufffd" in word or _ODD_SIGN.search(word):
        return False
    return all(part.isascii() or is_syllable(part) or part.lower() in FOREIGN for part in parts)


def _is_common(word: str) -> bool:
    return any(part.lower() in FREQUENT for part in _PARTS.findall(word))


def _is_latin(word: str) -> bool:
    """A word of some language of the West: its letters only, capitals at the beginning or throughout."""
    parts = _PARTS.findall(word)
    sound = all(
        _LATIN_WORD.fullmatch(part) and (part[1:].islower() or part.isupper() or not part[1:]) for part in parts
    )
    return bool(parts) and sound and "\ufffd" not in word and not _ODD_SIGN.search(word)


def _decide(readings: list[Reading], words: int) -> Guess:
    ranked = sorted(readings, key=lambda reading: (-reading.score, -reading.common))
    best, *others = (
        one for index, one in enumerate(ranked) if one.text not in {better.text for better in ranked[:index]}
    )
    near = max((other.score for other in others), default=0.0)
    sure = words >= _ENOUGH_WORDS and best.score >= _GOOD and best.score - near >= _NEAR
    return Guess((best, *others), sure)


def _western(raw: bytes, chunks: list[bytes]) -> Reading:
    """Foreign words can be told from no others, so this reading is never better than a good Vietnamese one."""
    member = encoding_named("cp1252")
    plausible = _share([member.decode(chunk, "replace") for chunk in chunks], _is_latin)
    return Reading("cp1252", compose(member.decode(raw, "replace")), plausible * _FOREIGN_WORTH)


def _guess_viqr(text: str, standing: Reading) -> Guess:
    if not _VIQR_SIGN.search(text):
        return Guess((standing,), sure=True)
    member = encoding_named("viqr")
    changed = [word for word in text.split() if not _read_viqr(member, word).isascii()][:_SAMPLE]
    read = [_read_viqr(member, word) for word in changed]
    telling = [word for word in changed if _VIQR_SIGN.search(word)]
    viqr = Reading("viqr", compose(_read_viqr(member, text)), _share(read, _is_vietnamese), _share(read, _is_common))
    if len(telling) < _ENOUGH_WORDS or viqr.score < _GOOD:
        return Guess((standing,), sure=True)
    return Guess((viqr, standing), sure=viqr.score >= 1 - _NEAR)


def _read_viqr(member: Encoding, text: str) -> str:
    return member.decode(text.encode("ascii"))


def _as_bytes(text: str) -> bytes | None:
    """The bytes that a program took for Windows-1252 or Latin-1 when it made this text; None where it cannot be."""
    raw = bytearray()
    for character in text:
        try:
            raw += character.encode("cp1252")
        except UnicodeEncodeError:
            if character > _LAST_LATIN_1:
                return None
            raw.append(ord(character))
    return bytes(raw)
