"""Where in a file a line stands, and on which days and hours it plays, in words."""

from collections.abc import Sequence

from signboard.campaign.days import write_day, write_hours
from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Origin
from signboard.errors import N_
from signboard.locale import fill
from signboard.text.visible import visible

__all__ = ["describe_origin", "period_text", "place_text", "windows_text"]

_TABLE_DIGITS = 2
_PLACES = {
    "line": N_("line {line}"),
    "paragraph": N_("paragraph {line}"),
    "box": N_("text box, paragraph {line}"),
    "row": N_("row {line}"),
}


def place_text(origin: Origin) -> str:
    """`line 7`, `paragraph 14`, `sheet "Khẩu hiệu" row 7`, `table 2 row 7`; without the file."""
    if origin.kind == "row" and origin.part:
        is_table = origin.part.isdecimal() and len(origin.part) <= _TABLE_DIGITS
        template = N_("table {part} row {line}") if is_table else N_('sheet "{part}" row {line}')
        return fill(template, part=visible(origin.part), line=origin.line)
    return fill(_PLACES.get(origin.kind, _PLACES["line"]), line=origin.line)


def describe_origin(origin: Origin | None) -> dict[str, object] | None:
    """As JSON; what a line of a plain text has not stands not there."""
    if origin is None:
        return None
    described: dict[str, object] = {"file": origin.file, "line": origin.line}
    if origin.kind != "line":
        described["kind"] = origin.kind
    if origin.part:
        described["part"] = origin.part
    return described


def period_text(period: Period) -> str:
    """`15/11 - 15/12`, both included."""
    first, last = write_day(period.first_day), write_day(period.last_day)
    if first == last:
        return first
    return fill(N_("{first} to {last}"), first=first, last=last)


def windows_text(windows: Sequence[HourWindow]) -> str:
    """`06:00-11:30, 13:00-22:00`."""
    return ", ".join(write_hours(window) for window in windows)
