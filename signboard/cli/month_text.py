"""A calendar sheet for a terminal: a line a day, a character every half hour."""

from signboard.cli.columns import wrapped
from signboard.cli.month import Sheet, weekday_name
from signboard.errors import N_
from signboard.locale import _, fill
from signboard.schedule.almanac import DAY_MIN, DayPlan

__all__ = ["bar", "sheet_lines"]

_CELL_MIN = 30
_DARK = "."
_INDENT = 10


def bar(sheet: Sheet, plan: DayPlan, cell_min: int = _CELL_MIN) -> str:
    """A character for every cell of the day: what is lit longest in it, or keeps it dark; `.` is nobody's hours."""
    longest: list[dict[str, int]] = [{} for _cell in range(0, DAY_MIN, cell_min)]
    for stretch in plan.stretches:
        start, end = sheet.minutes(plan.day, stretch)
        for cell in range(start // cell_min, -(-end // cell_min)):
            shared = min(end, (cell + 1) * cell_min) - max(start, cell * cell_min)
            mark = sheet.mark(stretch)
            longest[cell][mark] = longest[cell].get(mark, 0) + shared
    return "".join(max(marks, key=lambda mark: (marks[mark], mark != "-")) if marks else _DARK for marks in longest)


def sheet_lines(sheet: Sheet, columns: int | None) -> list[str]:
    """Title, a line a day, legend, notes."""
    ruler = " " * _INDENT + "".join(f"{hour:<6}" for hour in range(0, 24, 3)) + "24"
    days = [_line(sheet, plan) for plan in sheet.days]
    legend = [line for mark, words in sheet.legend for line in wrapped(f"{mark}  ", words, columns)]
    signs = fill(N_("Each sign is half an hour: {dark} nobody's hours, - dark by rule, & shared."), dark=_DARK)
    notes = [line for note in sheet.notes for line in wrapped("  ", note, columns)]
    head = [_(N_("Overlaps and dark hours:"))] if notes else []
    return [
        sheet.title,
        "",
        ruler,
        *days,
        "",
        *wrapped("", signs, columns),
        *legend,
        *(["", *head, *notes] if notes else []),
    ]


def _line(sheet: Sheet, plan: DayPlan) -> str:
    name = f"{weekday_name(plan.day):<3}{plan.day:%d/%m}"
    return f"{name:<{_INDENT}}{bar(sheet, plan)}  {sheet.lit_hours(plan)}".rstrip()
