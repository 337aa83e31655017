"""Random valid Vietnamese syllables: text without context, so that no reader can guess a tone.

A syllable is onset + rhyme + tone. The spelling rules that bind them: c/g/ng turn into k/gh/ngh before e, ê, i, y; the
glide after q is written u; rhymes that end in c, ch, p, t take only the acute and the dot. In the tables `*` follows
the vowel that carries the tone. Lines are balanced: every accented letter is drawn equally often before any is drawn
again.
"""

import random
import unicodedata
from collections.abc import Iterator

__all__ = ["syllable_lines"]

_ONSETS = tuple("b c ch d đ g h kh l m n ng nh ph r s t th tr v x".split())  # noqa: SIM905 - a table is easier to read as one line of words
_FRONT = {"c": "k", "g": "gh", "ng": "ngh"}
_OPEN = (
    "a* e* ê* i* o* ô* ơ* u* ư* a*i a*o a*u a*y â*u â*y e*o ê*u i*a i*u iê*u oa* oe* o*i ô*i ơ*i u*a uê* u*i uy* ư*a "
    "ư*i ươ*i ư*u ươ*u uô*i oa*i oa*y uâ*y"
)
_CLOSED = {
    "a*": "c ch m n ng nh p t",
    "ă*": "c m n ng p t",
    "â*": "c m n ng p t",
    "e*": "c m n ng p t",
    "ê*": "ch m n nh p t",
    "i*": "ch m n nh p t",
    "o*": "c m n ng p t",
    "ô*": "c m n ng p t",
    "ơ*": "m n p t",
    "u*": "c m n ng p t",
    "ư*": "c ng t",
    "iê*": "c m n ng p t",
    "uô*": "c m n ng t",
    "ươ*": "c m n ng p t",
    "oa*": "c ch n ng nh t",
    "oă*": "c n ng t",
    "uâ*": "n ng t",
    "uyê*": "n t",
    "uy*": "nh t",
}
_RHYMES = [*_OPEN.split(), *(nucleus + final for nucleus, finals in _CLOSED.items() for final in finals.split())]
_Y = ["y*", "yê*u", "yê*n", "yê*m", "yê*t"]
"""Rhymes that stand without an onset (y also after h, k, l, m, t)."""

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_CHECKED = ("\u0301", "\u0323")
_GLIDED = ("a", "ă", "â", "e", "ê", "i*a", "y")
"""Beginnings of rhymes that may follow qu."""


def _syllables() -> Iterator[str]:
    """Every syllable that the tables allow."""
    for rhyme in _RHYMES:
        stems = ["" if rhyme[0] in "iuư" else None, *(_joined(onset, rhyme) for onset in _ONSETS)]
        stems += ["qu" if rhyme.startswith(_GLIDED) else None, "gi" if rhyme[0] not in "iyeê" else None]
        for stem in stems:
            if stem is not None:
                yield from _toned(stem + rhyme)
    for rhyme in _Y:
        for onset in ("", "h", "k", "l", "m", "t") if rhyme == "y*" else ("",):
            yield from _toned(onset + rhyme)


def _joined(onset: str, rhyme: str) -> str | None:
    """The onset as it is written before the rhyme; None where the two never meet."""
    if rhyme.startswith(("o", "u")) and rhyme[1] not in "*ôơ" and onset in {"b", "m", "ph", "v", "g"}:
        return None  # no glide after a lip sound or g
    return _FRONT.get(onset, onset) if rhyme[0] in "eêiy" else onset


def _toned(spelling: str) -> Iterator[str]:
    """The syllable in every tone that its ending allows."""
    tones = _CHECKED if spelling.endswith(("c", "ch", "p", "t")) else _TONES
    for tone in tones:
        yield unicodedata.normalize("NFC", spelling.replace("*", tone))


def syllable_lines(seed: int, lines: int = 36, per_line: int = 7) -> list[str]:
    """Lines of random syllables, the same for the same seed.

    Args:
        seed: of the random choice.
        lines: how many lines.
        per_line: syllables in a line.
    """
    dice = random.Random(seed)  # noqa: S311 - a repeatable draw, not a secret
    by_letter: dict[str, list[str]] = {}
    for syllable in sorted(set(_syllables())):
        for char in set(syllable) - set("abcdeghiklmnopqrstuvxy"):
            by_letter.setdefault(char, []).append(syllable)
    bag: list[str] = []
    out = []
    for _ in range(lines):
        words = []
        for _ in range(per_line):
            if not bag:
                bag = sorted(by_letter)
                dice.shuffle(bag)
            words.append(dice.choice(by_letter[bag.pop()]))
        out.append(" ".join(words))
    return out
