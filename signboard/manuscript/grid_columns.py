"""Which column of a table holds the slogans, and where no heading says so, which ones days and hours."""

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from signboard.errors import N_, InputError
from signboard.manuscript.bare import bare_words
from signboard.manuscript.grid_head import Head, is_side, rank_of
from signboard.manuscript.grid_rows import is_title, noise_of, sentence_worth, words_of
from signboard.manuscript.model import Cell, Row
from signboard.manuscript.written_days import read_period
from signboard.manuscript.written_hours import read_hours

__all__ = [
    "asked_column",
    "column_letter",
    "guess_kinds",
    "holds_days",
    "holds_hours",
    "share",
    "slogan_column",
    "slogan_columns",
]

_LETTERS = 26
_NEAR = 0.6
_SHORT = 60
_HALF = 0.5


def slogan_column(rows: Sequence[Row], head: Head | None, file: str, *, may_ask: bool) -> int | None:
    """The index of the column that holds the slogans; None where none does.

    Args:
        rows: those below the heading, or all.
        head: the heading, where there is one.
        file: for the sentence.
        may_ask: False: where two are alike the left one is taken.

    Raises:
        InputError: `which_column`.
    """
    worth = {index: sum(map(_worth, dict.fromkeys(map(words_of, column)))) for index, column in _columns(rows).items()}
    if head is None:
        return _best(worth, {}, file, may_ask=may_ask)
    named = {index: rank_of(head.names[index]) for index in head.columns("slogan")}
    filled = {index: rank for index, rank in named.items() if worth.get(index)} or named
    if filled:
        top = max(filled.values())
        alike = {index: worth.get(index, 0.0) for index, rank in filled.items() if rank == top}
        found = _best(alike, head.names, file, may_ask=may_ask) if len(alike) > 1 else None
        return next(iter(alike)) if found is None else found
    if head.columns("work"):
        return None
    return _best(
        {index: one for index, one in worth.items() if index not in head.kinds}, head.names, file, may_ask=may_ask
    )


def slogan_columns(rows: Sequence[Row], head: Head | None, file: str, *, may_ask: bool) -> tuple[int, ...]:
    """All columns that hold slogans, left to right but the first that of `slogan_column`; none where none does.

    Two sides of a banner (`Mặt trước`, `Mặt sau`) are both read; so are columns of a document's table that are alike.

    Raises:
        InputError: `which_column`.
    """
    worth = {index: sum(map(_worth, dict.fromkeys(map(words_of, column)))) for index, column in _columns(rows).items()}
    named = head.columns("slogan") if head else ()
    sides = [index for index in named if head and is_side(head.names[index]) and worth.get(index)]
    if len(sides) > 1 and len(sides) == len(named):
        return tuple(sides)
    first = slogan_column(rows, head, file, may_ask=may_ask)
    if first is None or may_ask:
        return () if first is None else (first,)
    rivals = _rivals(first, head, worth)
    return tuple(index for index in rivals if worth.get(index, 0.0) >= worth.get(first, 0.0) * _NEAR) or (first,)


def _rivals(first: int, head: Head | None, worth: Mapping[int, float]) -> list[int]:
    """The columns that are called as the first is; where none is called anything, all."""
    if head is None:
        return sorted(worth)
    named = head.columns("slogan")
    if first in named:
        return [index for index in named if rank_of(head.names[index]) == rank_of(head.names[first])]
    return [index for index in sorted(worth) if index not in head.kinds]


@functools.lru_cache(4096)
def _worth(text: str) -> float:
    """How much a cell looks like a slogan; letterheads and titles do not count, in whichever column they stand."""
    worth = sentence_worth(text)
    return 0.0 if worth and (noise_of(text) or is_title(text)) else worth


def asked_column(asked: str, head: Head | None, width: int, file: str) -> int:
    """The column that a person names by its heading or its letter.

    Raises:
        InputError: `no_such_column`, with the names that there are.
    """
    wanted = bare_words(asked)
    names = {index: bare_words(name) for index, name in (head.names if head else {}).items()}
    for index, name in names.items():
        if wanted and name == wanted:
            return index
    letters = asked.strip().upper()
    if re.fullmatch(r"[A-Z]{1,3}", letters):
        index = _letter_index(letters)
        if index < width:
            return index
    for index, name in names.items():
        if wanted and wanted in name:
            return index
    raise InputError(
        N_("{file} has no column {column}; it has: {columns}."),
        code="no_such_column",
        file=file,
        column=asked,
        columns=_listed(range(width), head.names if head else {}),
    )


def guess_kinds(rows: Sequence[Row], slogan: int) -> dict[int, str]:
    """Columns of days and of hours in a table without a heading, by what they hold."""
    columns = {index: column for index, column in _columns(rows).items() if index != slogan}
    days = [index for index, column in columns.items() if share(column, holds_days) > _HALF]
    kinds = dict(zip(days, ("first", "last") if len(days) > 1 else ("days",), strict=False))
    hours = [index for index, column in columns.items() if index not in days and share(column, holds_hours) > _HALF]
    return kinds | dict.fromkeys(hours[:1], "hours")


def column_letter(index: int) -> str:
    """A, B … Z, AA, as spreadsheets name columns."""
    letters = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, _LETTERS)
        letters = chr(ord("A") + digit) + letters
    return letters


def _letter_index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * _LETTERS + ord(letter) - ord("A") + 1
    return index - 1


def _columns(rows: Sequence[Row]) -> dict[int, list[Cell]]:
    width = max((len(row.cells) for row in rows), default=0)
    return {
        index: [cell for row in rows for cell in row.cells[index : index + 1] if cell is not None]
        for index in range(width)
    }


def share(column: Sequence[Cell], test: Callable[[Cell], bool]) -> float:
    """How many of the filled cells of a column pass a test, from 0 to 1."""
    filled = [cell for cell in column if cell.value is not None or cell.text.strip()]
    return sum(map(test, filled)) / len(filled) if filled else 0.0


def holds_days(cell: Cell) -> bool:
    """Is it a day, or words that name days?"""
    if cell.value is not None:
        return isinstance(cell.value, date)
    return len(cell.text) <= _SHORT and read_period(cell.text) is not None


def holds_hours(cell: Cell) -> bool:
    """Does it name hours?"""
    return cell.value is None and len(cell.text) <= _SHORT and read_hours(cell.text) is not None


def _best(worth: Mapping[int, float], names: Mapping[int, str], file: str, *, may_ask: bool) -> int | None:
    ranked = sorted((index for index in worth if worth[index]), key=lambda index: (-worth[index], index))
    if not ranked:
        return None
    near = [index for index in ranked if worth[index] >= worth[ranked[0]] * _NEAR]
    if len(near) == 1 or not may_ask:
        return ranked[0]
    raise InputError(
        N_("{file} has several columns that could be the slogans: {columns}; load it again and name one (--column)."),
        code="which_column",
        file=file,
        columns=_listed(sorted(near), names),
    )


def _listed(columns: Sequence[int], names: Mapping[int, str]) -> str:
    return ", ".join(
        f"{column_letter(index)} ({names[index]})" if index in names else column_letter(index) for index in columns
    )
