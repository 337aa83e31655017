"""The texts that are read: common slogans, the collected ones, and random syllables."""

import re
from collections.abc import Callable
from pathlib import Path

from bench.legibility.syllables import syllable_lines

__all__ = ["TEXTS"]

_HERE = Path(__file__).parent
_COLLECTED = _HERE.parents[1] / "tests" / "data" / "slogans"
_LONGEST = 56
_UNKNOWN = re.compile("[^\\w\\s.,;:!?()/\"'“”\u2018\u2019–—…&+-]")


def common() -> list[str]:
    """Slogans that hang everywhere, written down for this bench."""
    return (_HERE / "slogans.txt").read_text(encoding="utf-8").splitlines()


def collected() -> list[str]:
    """The collected slogans, cut at blanks into lines of 56 characters at most; every third line of what that gives."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_COLLECTED.glob("*.txt"))]
    slogans = [line for text in texts for line in text.splitlines() if line and not line.startswith("#")]
    return [line for slogan in slogans for line in _cut(_UNKNOWN.sub("", slogan))][::3]


def _cut(slogan: str) -> list[str]:
    """The slogan in lines, broken at blanks."""
    lines = [""]
    for word in slogan.split():
        if len(lines[-1]) + len(word) >= _LONGEST:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


TEXTS: dict[str, Callable[[int], list[str]]] = {
    "common": lambda _seed: common(),
    "collected": lambda _seed: collected(),
    "syllables": syllable_lines,
}
"""Texts by name, each a function of the seed."""
