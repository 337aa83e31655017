"""Error rates of what a reader read: characters (CER) and marks (DER). Pure."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Score", "confusions", "score"]

_FOLD = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "\u2018": "'", "\u2019": "'", "–": "-", "—": "-", "…": "...", "|": "I"}
)
"""Signs that the readers cannot tell apart or do not know count as one."""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over lines.

    Attributes:
        chars: characters due.
        wrong: edit operations from what was read.
        marked: accented letters due whose plain letter was read right.
        mismarked: those of them with wrong marks.
    """

    chars: int = 0
    wrong: int = 0
    marked: int = 0
    mismarked: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.chars + other.chars,
            self.wrong + other.wrong,
            self.marked + other.marked,
            self.mismarked + other.mismarked,
        )

    @property
    def cer(self) -> float:
        """Character errors in percent."""
        return 100 * self.wrong / max(1, self.chars)

    @property
    def der(self) -> float:
        """Wrong marks on right letters, in percent of marked letters."""
        return 100 * self.mismarked / max(1, self.marked)


def score(due: str, found: str) -> Score:
    """Compare one line with what was read."""
    due, found = _folded(due), _folded(found)
    pairs, wrong = _aligned(due, found)
    same_letter = [(one, two) for one, two in pairs if _plain(one) != one and _plain(one) == _plain(two)]
    return Score(len(due), wrong, len(same_letter), sum(one != two for one, two in same_letter))


def confusions(due: str, found: str) -> list[tuple[str, str]]:
    """The pairs (due, read) that differ; an empty string for a letter left out or added."""
    return [pair for pair in _aligned(_folded(due), _folded(found))[0] if pair[0] != pair[1]]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLD).split())


def _plain(char: str) -> str:
    return unicodedata.normalize("NFD", char)[:1].translate(str.maketrans("đĐ", "dD"))


def _aligned(due: str, found: str) -> tuple[list[tuple[str, str]], int]:
    """Levenshtein alignment and distance."""
    table = _table(due, found)
    pairs, i, j = [], len(due), len(found)
    while i or j:
        if i and j and table[i][j] == table[i - 1][j - 1] + (due[i - 1] != found[j - 1]):
            pairs.append((due[i - 1], found[j - 1]))
            i, j = i - 1, j - 1
        elif i and table[i][j] == table[i - 1][j] + 1:
            pairs.append((due[i - 1], ""))
            i -= 1
        else:
            pairs.append(("", found[j - 1]))
            j -= 1
    return pairs[::-1], table[-1][-1]


def _table(due: Sequence[str], found: Sequence[str]) -> list[list[int]]:
    table = [list(range(len(found) + 1))]
    for i, one in enumerate(due, start=1):
        last, row = table[-1], [i]
        for j, two in enumerate(found, start=1):
            row.append(min(last[j] + 1, row[-1] + 1, last[j - 1] + (one != two)))
        table.append(row)
    return table
