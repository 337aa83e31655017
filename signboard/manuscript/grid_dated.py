"""Columns of days whose names do not say so: told by what stands in them, and never passed over in silence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from signboard.manuscript.grid_columns import holds_days, holds_hours, share
from signboard.manuscript.grid_days import stated_by
from signboard.manuscript.grid_head import Head
from signboard.manuscript.model import Cell, Row

__all__ = ["with_dated"]

_MOSTLY = 0.5
_HOURS = {"hour_first": "first", "hour_last": "last", "hours": "days"}
_PAIR = 2


def with_dated(head: Head, rows: Sequence[Row], slogans: Sequence[int]) -> Head:
    """A heading with the columns of days that its names do not tell of.

    `Thời điểm bắt đầu` over days is a first day, over hours an hour. Under names that are not known one or two columns
    of days fill the place of the first or last day that no named column takes; more are unclear.

    Args:
        head: as its names say.
        rows: those below it.
        slogans: the columns of slogans.
    """
    if not head.names:
        return head
    width = max((len(row.cells) for row in rows), default=0)
    dated = [index for index in range(width) if index not in slogans and _is_dated(list(_cells(rows, index)))]
    kinds = dict(head.kinds)
    kinds |= {index: _HOURS[kinds[index]] for index in dated if kinds.get(index) in _HOURS}
    unknown = [index for index in dated if index not in kinds]
    if not unknown:
        return replace(head, kinds=kinds)
    pair = _pair(kinds, unknown, rows)
    return replace(
        head, kinds=kinds | pair, guessed=tuple(sorted(pair)), unclear=() if pair else _unclear(kinds, unknown)
    )


def _unclear(kinds: dict[int, str], unknown: Sequence[int]) -> tuple[int, ...]:
    known = set(kinds.values())
    return () if "days" in known or {"first", "last"} <= known else tuple(unknown)


def _pair(kinds: dict[int, str], unknown: Sequence[int], rows: Sequence[Row]) -> dict[int, str]:
    """First and last day among columns that are not called so; empty where they cannot be told."""
    ends = {kind: index for index, kind in sorted(kinds.items()) if kind in ("first", "last", "days")}
    lacking = [end for end in ("first", "last") if end not in ends]
    if "days" in ends:
        both = [ends["days"], *unknown]
        single = all(_is_single(cell) for index in both for cell in _cells(rows, index))
        return _ordered(both, rows) if len(both) == _PAIR and len(lacking) == _PAIR and single else {}
    if len(lacking) == 1 and len(unknown) == 1:
        return {unknown[0]: lacking[0]}
    if len(lacking) == _PAIR and len(unknown) == _PAIR:
        return _ordered(unknown, rows)
    spans = len(unknown) == 1 and not any(_is_single(cell) for cell in _cells(rows, unknown[0]))
    return {unknown[0]: "days"} if spans and len(lacking) == _PAIR else {}


def _ordered(pair: Sequence[int], rows: Sequence[Row]) -> dict[int, str]:
    """The column of the earlier days holds the first ones."""
    left, right = pair
    days = [(_day(row, left), _day(row, right)) for row in rows]
    known = [(one, other) for one, other in days if isinstance(one, date) and isinstance(other, date)]
    later = sum(one > other for one, other in known)
    return {left: "last", right: "first"} if later * 2 > len(known) else {left: "first", right: "last"}


def _day(row: Row, index: int) -> object:
    cell = row.cells[index] if index < len(row.cells) else None
    return stated_by([("days", cell)]).first_day if cell else None


def _cells(rows: Sequence[Row], index: int) -> Iterator[Cell]:
    """The filled ones of a column."""
    for row in rows:
        cell = row.cells[index] if index < len(row.cells) else None
        if cell is not None and (cell.value is not None or cell.text.strip()):
            yield cell


def _is_dated(cells: Sequence[Cell]) -> bool:
    return share(cells, holds_days) > _MOSTLY and share(cells, holds_hours) <= _MOSTLY


def _is_single(cell: Cell) -> bool:
    stated = stated_by([("days", cell)])
    return stated.first_day is None or stated.first_day == stated.last_day
