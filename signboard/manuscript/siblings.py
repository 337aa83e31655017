"""Entries of one list are made alike: what stands behind them and is made otherwise belongs to the page.

Lists are marked or not, quoted or not, set in bold, in the middle, in capitals or not, and that holds for all their
entries. A line behind such a list without its mark or setting is the sender's name, a remark, a line of a chat; so are
lines above the title of the list. Lines between entries, and slogans that lead a list, are left as they were judged.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from signboard.manuscript.entry import Entry
from signboard.manuscript.marker import CAPITALS
from signboard.manuscript.prose import is_agency, is_farewell, is_name
from signboard.manuscript.sections import Choice
from signboard.manuscript.split import quoted_parts
from signboard.manuscript.topic import announces_slogans, topic_of

__all__ = ["without_strays"]

_FEWEST = 2
_SURE = 3
"""Entries of which none lacks the mark: then a line without it is none."""
_MOST_STRAYS = 2
_MOST_ABOVE = 5
_MOSTLY = 0.6
_TWO_SIGNS = 2
_PERSON = re.compile(
    rf"(?:[Aa]nh|[Cc]hị|[Ee]m|[Cc]ô|[Cc]hú|[Ôô]ng|[Bb]à|[Ss]ếp|[Đđ]/c)\s+[{CAPITALS}]\w+(?:\s+\w+){{0,4}}$"
)
_STOP = re.compile(r"[^./]\.$")
_CLOSERS = ("signature", "recipients")
_LOUD = re.compile(
    r"(?:nhiệt liệt|chào mừng|hưởng ứng|hãy|chung tay|toàn dân|toàn đảng|quyết tâm|đảng)\b.*|.*!", re.IGNORECASE
)
"""Slogans that have no mark where the rest of the list has one: those that lead or end a festive list."""


def without_strays(choices: Sequence[Choice]) -> Sequence[Choice]:
    """The same choices; lines that only stand beside a list are no slogans any more."""
    runs = list(_runs(choices))
    taken = 0
    for run in runs:
        _count_in_romans(run)
        taken = _refuse_behind_the_end(run, taken)
        lines = [choice for choice in run if _is_line(choice)]
        marked = [_is_marked(choice.entry) for choice in lines]
        if sum(marked) >= _FEWEST:
            _refuse_ends(lines, marked)
        else:
            _refuse_ends(lines, _set_alike(lines))
        _end_as_listed([choice for choice in lines if choice.texts])
    _refuse_above(runs)
    return choices


def _runs(choices: Sequence[Choice]) -> Iterator[list[Choice]]:
    """What stands under one heading, or between two tables; the heading begins it."""
    run: list[Choice] = []
    for choice in choices:
        if choice.reason == "heading" or choice.entry.table:
            yield run
            run = []
        run.append(choice)
    yield run


def _is_line(choice: Choice) -> bool:
    """An entry that was taken whole."""
    return bool(choice.texts) and not choice.is_theme and choice.texts in ((choice.entry.text,), (choice.entry.words,))


def _is_marked(entry: Entry) -> bool:
    return (bool(entry.marker.style) and not _is_decorated(entry)) or bool(quoted_parts(entry.text))


def _is_decorated(entry: Entry) -> bool:
    """`📢 … 📢`: pictures on both sides adorn a headline; in front alone they mark an entry."""
    return entry.marker.style == "bullet" and entry.text[0] == entry.text[-1]


def _count_in_romans(run: Sequence[Choice]) -> None:
    """`I.`, `II.`, `III.` that count slogans, not sections, are marks of a list like others."""
    lines = [choice for choice in run if _is_line(choice) and choice.entry.marker.style in ("roman", "upper")]
    values = [choice.entry.marker.value for choice in lines]
    if len(lines) >= _FEWEST and all(after == value + 1 for value, after in pairwise(values)):
        for choice in lines:
            choice.texts = (choice.entry.words,)


def _end_as_listed(lines: Sequence[Choice]) -> None:
    """`A; B; C.`: the full stop ends the list as semicolons end its entries, and is the list's like them."""
    ends = [choice.entry.text.endswith(";") for choice in lines[:-1]]
    if len(ends) >= _FEWEST and all(ends) and _STOP.search(lines[-1].entry.text):
        lines[-1].texts = (lines[-1].texts[0].removesuffix(".") + ";",)


def _refuse_behind_the_end(run: Sequence[Choice], taken: int) -> int:
    """Behind a signature or a farewell stand the senders; how many lines were taken so far goes in and comes out."""
    for place, choice in enumerate(run):
        taken += bool(choice.texts)
        closes = choice.reason in _CLOSERS or (choice.reason == "web" and is_farewell(choice.entry.text))
        if closes and taken >= _FEWEST:
            _refuse(one for one in run[place + 1 :] if _is_line(one) and not _is_marked(one.entry))
            break
    return taken


def _refuse_above(runs: Sequence[Sequence[Choice]]) -> None:
    """Lines without marks above the first heading that announces slogans, where those below have marks."""
    place = next((place for place, run in enumerate(runs) if run and _announces(run[0])), 0)
    above = [choice for run in runs[:place] for choice in run if choice.texts]
    below = [choice for run in runs[place:] for choice in run if choice.texts and not choice.entry.table]
    if not place or not len(above) <= min(len(below), _MOST_ABOVE) or len(below) < _FEWEST:
        return
    if all(_is_marked(choice.entry) for choice in below):
        _refuse(choice for choice in above if _is_line(choice) and not _is_marked(choice.entry))


def _announces(choice: Choice) -> bool:
    words = choice.entry.words
    return choice.reason == "heading" and (
        topic_of(words) == "slogan" or (words.endswith(":") and announces_slogans(words))
    )


def _refuse_ends(lines: Sequence[Choice], alike: Sequence[bool]) -> None:
    """Those behind the last that are made alike, if none between them is made otherwise; names before the first."""
    kin = sum(alike)
    before = len(list(takewhile(lambda one: not one, alike)))
    behind = len(list(takewhile(lambda one: not one, reversed(alike))))
    tail = lines[len(lines) - behind :]
    unknown = sum(not _is_sender(one.entry.text) for one in tail)
    if kin < _FEWEST or kin == len(lines) or unknown > max(_MOST_STRAYS, kin // 2):
        return
    whole = kin >= _SURE and kin == len(lines) - before - behind
    _refuse(one for one in lines[:before] if _is_sender(one.entry.text))
    _refuse(one for one in tail if _is_sender(one.entry.text) or (whole and not _LOUD.fullmatch(one.entry.text)))


def _is_sender(text: str) -> bool:
    """A name, an office, `Chị Hằng`."""
    return is_agency(text.upper()) or is_name(text, known=False) or bool(_PERSON.match(text))


def _refuse(choices: Iterable[Choice]) -> None:
    for choice in choices:
        choice.reason, choice.texts = "prose", ()


def _set_alike(lines: Sequence[Choice]) -> list[bool]:
    """Which lines are set as most are; all of them where no setting is common."""
    signs = [_setting(choice.entry) for choice in lines]
    common = max(set(signs), key=signs.count, default=(False, False, False))
    if sum(common) == 0 or signs.count(common) < max(_SURE, _MOSTLY * len(lines)):
        return [True] * len(lines)
    return [_differs(one, common) < _TWO_SIGNS for one in signs]


def _setting(entry: Entry) -> tuple[bool, bool, bool]:
    return entry.paragraph.is_bold, entry.paragraph.is_centred, entry.text.isupper()


def _differs(one: tuple[bool, bool, bool], other: tuple[bool, bool, bool]) -> int:
    return sum(sign != usual for sign, usual in zip(one, other, strict=True))
