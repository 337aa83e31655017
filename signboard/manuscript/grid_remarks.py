"""What a person is told of a row's other cells: notes, what is not applied, days whose column does not say so."""

import re
from collections.abc import Iterator, Sequence

from signboard.errors import N_
from signboard.manuscript.bare import bare_words
from signboard.manuscript.grid_columns import column_letter
from signboard.manuscript.grid_head import Head
from signboard.manuscript.grid_rows import written
from signboard.manuscript.model import Cell, Row
from signboard.manuscript.result import Finding, Verdict

__all__ = ["REMARKS", "marked_months", "remarks_of", "shown"]

REMARKS = {"notes": "note", "priority": "not_applied", "repeats": "not_applied"}
"""Kinds of columns that are told, with the code of the finding."""
_REJECTED = re.compile(r"(?:de nghi |xin )?(?:bo|loai|huy|khong (?:dung|duyet|dong y|chay|nhat tri))(?: cau nay| di)?")
_BLANK_MARKS = ("0", "-", "\u2013", "không")


def marked_months(head: Head, cells: Sequence[Cell | None]) -> list[tuple[str, bool]]:
    """The columns of months by name, left to right, and which of them a row marks."""
    said = ((index, shown(cells[index]) if index < len(cells) else "") for index in head.columns("month"))
    return [(head.names.get(index, ""), bool(text) and text.lower() not in _BLANK_MARKS) for index, text in said]


def remarks_of(head: Head, cells: Sequence[Cell | None]) -> Iterator[Finding]:
    """Every finding on the cells of a row that are neither slogan nor days that were asked for.

    Args:
        head: the table's.
        cells: those that hold for the row.
    """
    yield from _on_days(head, cells)
    for index, cell in enumerate(cells):
        code = REMARKS.get(head.kinds.get(index, ""))
        text = shown(cell) if code else ""
        if code == "note" and _REJECTED.fullmatch(bare_words(text)):
            template = N_("Beside it stands: {note}. It seems to be rejected; delete it, or clear the remark.")
            yield Finding("rejected", Verdict.STOP, template, {"note": text})
        elif code == "note" and text:
            yield Finding(
                "note", Verdict.LOOK, N_("Beside it stands: {note}. Nothing of it is applied."), {"note": text}
            )
        elif text:
            fields = {"column": head.names.get(index, ""), "note": text}
            yield Finding("not_applied", Verdict.OK, N_("{column}: {note}; it is not applied."), fields)


def shown(cell: Cell | None) -> str:
    """What a cell holds, for people."""
    return written(Row((cell,), 1)) if cell else ""


def _on_days(head: Head, cells: Sequence[Cell | None]) -> Iterator[Finding]:
    said = {index: shown(cell) for index, cell in enumerate(cells)}
    if any(said.get(index) for index in head.guessed):
        names = ", ".join(_name(head, index) for index in head.guessed)
        template = N_("Its days stand under {columns}, which does not say so; see whether they are first and last day.")
        yield Finding("days_guessed", Verdict.LOOK, template, {"columns": names})
    for index in head.unclear:
        if said.get(index):
            template = N_(
                "Under {column} stands {written}, and nothing says what this day is for; it is not applied. Name "
                "the columns of days Từ ngày and Đến ngày."
            )
            fields = {"column": _name(head, index), "written": said[index]}
            yield Finding("days_unclear", Verdict.LOOK, template, fields)


def _name(head: Head, index: int) -> str:
    return head.names.get(index) or column_letter(index)
