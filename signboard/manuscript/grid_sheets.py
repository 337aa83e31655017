"""Which sheet of a workbook is meant: last year's, drafts and hidden ones are not, unless a person says so."""

import re
from collections.abc import Sequence

from signboard.errors import N_, InputError
from signboard.manuscript.bare import bare_words
from signboard.manuscript.model import Table
from signboard.manuscript.result import Finding, Verdict

__all__ = ["are_parts", "asked_sheet", "current_sheets", "sheet_notices", "which_sheet"]

_OLD = re.compile(
    r"\b(?:cu|old|luu|backup|nhap|draft|mau|template|huong dan|vi du|tham khao|nam truoc|bo|huy|copy|temp|tmp)\b"
)
_PART = re.compile(r"(?:khau hieu |lich |noi dung )?(?:thang|t|quy|tuan|dot|ky|ngay) ?(?:[\divx]+)\b.*")
_YEAR = re.compile(r"\b(20\d\d)\b")


def current_sheets(sheets: Sequence[Table], this_year: int | None = None) -> list[Table]:
    """Those left when drafts and old years are put aside; all of them where that would leave none.

    Args:
        sheets: that hold slogans, in order.
        this_year: the year on the wall; a sheet named after an earlier one is old beside one without a year.
    """
    fresh = [sheet for sheet in sheets if not _OLD.search(bare_words(sheet.name))] or list(sheets)
    years = [_year(sheet) for sheet in fresh]
    newest = max(years, default=0)
    if 0 in years and (this_year is None or newest < this_year):
        newest = 0
    return [sheet for sheet, year in zip(fresh, years, strict=True) if year in (0, newest)]


def are_parts(sheets: Sequence[Table]) -> bool:
    """`Tháng 11`, `Tháng 12`: are they all called after the times that they are for?"""
    return all(_PART.fullmatch(bare_words(sheet.name)) for sheet in sheets)


def _year(sheet: Table) -> int:
    return max(map(int, _YEAR.findall(bare_words(sheet.name))), default=0)


def asked_sheet(sheets: Sequence[Table], asked: str, file: str) -> Table:
    """The sheet of this name, with or without its accents, or of this number, from 1.

    Raises:
        InputError: `no_such_sheet`, naming those that there are.
    """
    wanted = asked.strip()
    alike = [sheet for sheet in sheets if sheet.name == wanted]
    alike += [sheet for sheet in sheets if bare_words(sheet.name) == bare_words(wanted)]
    alike += [sheet for index, sheet in enumerate(sheets, 1) if str(index) == wanted]
    if alike:
        return alike[0]
    raise InputError(
        N_("{file} has no sheet {sheet}; it has: {sheets}."),
        code="no_such_sheet",
        file=file,
        sheet=asked,
        sheets=_listed(sheets),
    )


def which_sheet(sheets: Sequence[Table], file: str) -> InputError:
    """The question where several could be meant."""
    return InputError(
        N_("{file} holds slogans on several sheets: {sheets}; load it again and name the sheet (--sheet)."),
        code="which_sheet",
        file=file,
        sheets=_listed(sheets),
    )


def sheet_notices(others: Sequence[Table]) -> tuple[Finding, ...]:
    """What is told of the sheets that were not read.

    Args:
        others: that hold anything.
    """
    hidden = [sheet for sheet in others if sheet.is_hidden]
    passed = [sheet for sheet in others if not sheet.is_hidden]
    notices = []
    if hidden:
        template = N_("Hidden sheets were not read: {sheets}; to read one, show it in Excel, or name it (--sheet).")
        notices.append(Finding("hidden_sheet", Verdict.LOOK, template, {"sheets": _listed(hidden)}))
    if passed:
        template = N_("Other sheets were not read: {sheets}; to read one of them instead, name it (--sheet).")
        notices.append(Finding("sheet_left_out", Verdict.LOOK, template, {"sheets": _listed(passed)}))
    return tuple(notices)


def _listed(sheets: Sequence[Table]) -> str:
    return ", ".join(sheet.name for sheet in sheets)
