"""Lines of a loaded file for people and as JSON: verdict, place, what was changed, what was found."""

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signboard import app
from signboard.campaign.campaign import Campaign
from signboard.campaign.days import write_day, write_hours
from signboard.campaign.slogan import Origin
from signboard.cli.blocks import terminal_columns
from signboard.cli.columns import wrapped
from signboard.cli.places import describe_origin, period_text, place_text, windows_text
from signboard.errors import N_
from signboard.locale import _, fill, number_text
from signboard.manuscript.result import Finding, Item, LeftOut, Verdict
from signboard.text.visible import visible

__all__ = [
    "CHANGES",
    "REASONS",
    "describe_finding",
    "describe_item",
    "describe_left_out",
    "item_table",
    "left_out_lines",
    "remark_lines",
    "verdict_mark",
]

_SHOWN_CHARACTERS = 200
_COMMON_FROM = 5
_COMMON_SHARE = 0.8

_VERDICTS = {Verdict.OK: N_("GOOD"), Verdict.LOOK: N_("LOOK"), Verdict.STOP: N_("STOP")}
_SIGNS = {Verdict.OK: "\u2714", Verdict.LOOK: "\u26a0", Verdict.STOP: "\u2716"}
CHANGES = {
    "encoding": N_("old encoding converted"),
    "joined_lines": N_("lines joined"),
    "split": N_("parted from its neighbours"),
    "label_stripped": N_("label taken off"),
    "nfc": N_("letters recomposed"),
    "lookalike": N_("look-alike letters replaced"),
    "direction": N_("hidden marks that turn the writing removed"),
    "blanks": N_("blanks tidied"),
    "number_stripped": N_("number taken off"),
    "mark_stripped": N_("list mark taken off"),
    "quotes_stripped": N_("outer quotes taken off"),
    "end_stripped": N_("list ending taken off"),
    "days_taken": N_("days taken out of the text"),
    "accepted": N_("proposal accepted"),
}
"""What was done to a line, by its code."""
REASONS = {
    "comment": N_("comment"),
    "heading": N_("heading"),
    "period": N_("days"),
    "hours": N_("hours"),
    "nothing_left": N_("no words"),
    "letterhead": N_("letterhead"),
    "signature": N_("signature"),
    "recipients": N_("recipients"),
    "preamble": N_("introduction"),
    "note": N_("note"),
    "page": N_("page header or footer"),
    "table_head": N_("head of the table"),
    "total": N_("total"),
    "hidden": N_("hidden"),
    "web": N_("of a web page"),
    "prose": N_("running text"),
    "other_column": N_("another column"),
    "other_sheet": N_("another sheet"),
}
"""Why a line is no slogan, by its code."""


def verdict_mark(verdict: Verdict) -> str:
    """The verdict's sign and its word; the word in brackets where the console cannot draw signs."""
    word = _(_VERDICTS[verdict])
    return (
        f"{_SIGNS[verdict]} {word}" if _can_draw_signs(sys.stdout.encoding, sys.platform, os.environ) else f"[{word}]"
    )


def _can_draw_signs(encoding: str | None, platform: str, environ: Mapping[str, str]) -> bool:
    """Windows' old console has no glyphs for them in its fonts, whatever its encoding; the new one names itself."""
    if platform == "win32" and sys.stdout.isatty() and "WT_SESSION" not in environ:
        return False
    try:
        "".join(_SIGNS.values()).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def fit_s(stage: app.Stage, item: Item) -> float | None:
    """Seconds of one pass on this board, for which the stage has the messages; None for a line that is stopped."""
    message = None if item.verdict is Verdict.STOP else stage.messages.get(item.slogan.key)
    return message.duration_ms / 1000 if message else None


def describe_item(stage: app.Stage, campaign: Campaign, item: Item, number: int = 0) -> dict[str, object]:
    """One line as JSON, with the days and hours on which it plays."""
    slogan = item.slogan
    period, windows = slogan.period or campaign.period, slogan.windows or campaign.windows
    return {
        "number": number,
        "id": slogan.id,
        "text": slogan.text,
        "raw": item.raw,
        "origin": describe_origin(slogan.origin),
        "source": slogan.source,
        "years": slogan.years,
        "changes": item.changes,
        "findings": [describe_finding(finding) for finding in item.findings],
        "campaign": campaign.id,
        "first_day": write_day(period.first_day),
        "last_day": write_day(period.last_day),
        "hours": [write_hours(window) for window in windows],
        "own_days": item.period is not None,
        "own_hours": bool(item.windows),
        "fit_s": fit_s(stage, item),
        "verdict": item.verdict.value,
    }


def describe_finding(finding: Finding) -> dict[str, object]:
    """A finding as JSON."""
    return {
        "code": finding.code,
        "verdict": finding.verdict.value,
        "message": _said(finding),
        "place": finding.place,
        "proposal": finding.proposal,
    }


def describe_left_out(left: LeftOut) -> dict[str, object]:
    """A line that is no slogan as JSON."""
    return {**(describe_origin(left.origin) or {}), "text": left.raw, "reason": left.reason}


def _said(finding: Finding) -> str:
    return fill(finding.template, **finding.fields)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the table of one file is laid out.

    Attributes:
        common: changes that nearly every line had, said once.
        place_width, mark_width: columns.
        columns: of the terminal.
    """

    common: tuple[str, ...]
    place_width: int
    mark_width: int
    columns: int | None


def item_table(stage: app.Stage, items: Sequence[Item], first_number: int = 1) -> list[str]:
    """Every line of a file: number, verdict, place, seconds, text; below it what was changed and found.

    What nearly every line had done to it is said once, above; a sheet or table is named where it begins.
    """
    common = _common_changes(items)
    places = [_short_place(item.slogan.origin) for item in items]
    width = max(len(verdict_mark(verdict)) for verdict in Verdict)
    shape = _Shape(common, max(map(len, places), default=0), width, terminal_columns())
    lines: list[str] = []
    if common:
        changes = ", ".join(_(CHANGES.get(code, code)) for code in common)
        lines.append(fill(N_("In nearly every line: {changes}."), changes=changes))
    part: tuple[str, str] | None = None
    for number, (item, place) in enumerate(zip(items, places, strict=True), first_number):
        here = _part(item.slogan.origin)
        if here != part and here[1]:
            lines.append(f"{_part_text(item.slogan.origin)}:")
        part = here
        lines += _item_lines(stage, item, number, place, shape)
    return lines


def _common_changes(items: Sequence[Item]) -> tuple[str, ...]:
    if len(items) < _COMMON_FROM:
        return ()
    counted = Counter(code for item in items for code in item.changes)
    return tuple(code for code in CHANGES if code != "accepted" and counted[code] >= _COMMON_SHARE * len(items))


def _part(origin: Origin | None) -> tuple[str, str]:
    return (origin.kind, origin.part) if origin else ("", "")


def _part_text(origin: Origin | None) -> str:
    return (
        ""
        if origin is None
        else place_text(origin).rpartition(place_text(Origin("", origin.line, origin.kind)))[0].strip()
    )


def _short_place(origin: Origin | None) -> str:
    """Without the sheet, which stands above."""
    return place_text(Origin("", origin.line, origin.kind)) if origin else ""


def _item_lines(stage: app.Stage, item: Item, number: int, place: str, shape: _Shape) -> list[str]:
    seconds = fit_s(stage, item)
    shown_s = f"{number_text(seconds, 1)} s" if seconds is not None else ""
    head = (
        f"{number:>4}  {verdict_mark(item.verdict):<{shape.mark_width}}  {place:<{shape.place_width}}  {shown_s:>7}  "
    )
    lines = wrapped(head, visible(item.slogan.text), shape.columns)
    below = " " * (6 + shape.mark_width + 2)
    notes = [
        _own_days(item),
        ", ".join(_(CHANGES.get(code, code)) for code in item.changes if code not in shape.common),
    ]
    told = [*filter(None, notes), *map(_said, item.findings)]
    return lines + [line for one in told for line in wrapped(f"{below}\u00b7 ", one, shape.columns)]


def _own_days(item: Item) -> str:
    """Days and hours that are its own."""
    slogan = item.slogan
    own = [*([period_text(slogan.period)] if slogan.period else []), *filter(None, [windows_text(slogan.windows)])]
    return fill(N_("only {limits}"), limits="; ".join(own)) if own else ""


def remark_lines(remarks: Sequence[Finding]) -> list[str]:
    """What is remarkable about a whole campaign or file, each with its verdict."""
    columns = terminal_columns()
    return [line for one in remarks for line in wrapped(f"{verdict_mark(one.verdict)}  ", _said(one), columns)]


def left_out_lines(left_out: Sequence[LeftOut]) -> list[str]:
    """What is no slogan, so that nobody misses a line."""
    if not left_out:
        return []
    shown = [
        f"  {place_text(left.origin)}  ({_(REASONS.get(left.reason, left.reason))})  {_shown(left)}"
        for left in left_out
    ]
    return [fill(N_("Left out, because they are no slogans: {count} lines."), count=len(left_out)), *shown]


def _shown(left: LeftOut) -> str:
    return visible(" ".join(left.raw.split())[:_SHOWN_CHARACTERS])
