"""`calendar`: the days to come, drawn: campaigns, orders, hours, overlaps, dark hours; also for Outlook."""

from pathlib import Path

import click

from signboard import app
from signboard.cli import choices, words
from signboard.cli.answers import set_stage, written
from signboard.cli.blocks import terminal_columns
from signboard.cli.envelope import report
from signboard.cli.month import Sheet, days_asked, make_sheet
from signboard.cli.month_ics import sheet_ics
from signboard.cli.month_page import sheet_page
from signboard.cli.month_text import sheet_lines
from signboard.cli.writing import must_be_place_for, must_end_in, write_out
from signboard.clock import SystemClock
from signboard.errors import N_, UsageError
from signboard.schedule.almanac import DayPlan, Stretch

__all__ = ["command"]

SUFFIXES = (".png", ".html", ".txt")


@words.command(
    "calendar",
    summary=N_(
        "Draw a month: which campaign is lit on which day from when to when, special days and orders, where campaigns "
        "overlap, and where the board stays dark; here, as a picture or web page, or as a file for Outlook."
    ),
    examples=(
        "signboard calendar --month 11/2026",
        "signboard calendar --from 15/11/2026 --until 15/12/2026 --out lich.png",
        "signboard calendar --month 11/2026 --ics lich.ics",
    ),
)
@words.option("--month", metavar=N_("MONTH"), help=N_("Which month, such as 11/2026; this one where not given."))
@words.option("--from", "first", metavar=N_("DAY"), help=N_("The first day, such as 15/11/2026."))
@words.option("--until", "last", metavar=N_("DAY"), help=N_("The last day, included; 31 days where not given."))
@words.option(
    "--ics", type=click.Path(path_type=Path), metavar=N_("FILE"), help=N_("Write the days to this file for Outlook.")
)
@choices.out
@choices.looking
def command(
    month: str | None, first: str | None, last: str | None, ics: Path | None, out: Path | None, wishes: app.Wishes
) -> None:
    """Draw it."""
    if out is not None and out.suffix.lower() not in SUFFIXES:
        raise UsageError(
            N_("'{name}' does not say what to write; let it end in .png, .html or .txt."),
            code="bad_suffix",
            name=out.name,
        )
    if ics is not None:
        must_be_place_for(ics)
        must_end_in(ics, ".ics")
    stage = set_stage(wishes)
    now_at = SystemClock().now()
    days = days_asked(month, first, last, now_at.astimezone(stage.settings.zone).date())
    timetable = stage.screenplay().timetable
    sheet = make_sheet(timetable, *days)
    if out is not None:
        write_out(_bytes(sheet, out.suffix.lower()), out)
    if ics is not None:
        board = f"{stage.settings.site.id}/{stage.settings.board.id}"
        write_out(sheet_ics(sheet, timetable, board, now_at, is_pending=stage.content.source != "approved"), ics)
    text = "" if out or ics else "\n".join(sheet_lines(sheet, terminal_columns()))
    report({**_described(stage, sheet), "out": _name(out), "ics": _name(ics)}, text)


def _bytes(sheet: Sheet, suffix: str) -> bytes:
    if suffix == ".png":
        from signboard.cli.month_picture import sheet_png  # noqa: PLC0415 - Pillow, which help does without

        return sheet_png(sheet)
    if suffix == ".html":
        return sheet_page(sheet)
    return ("\n".join(sheet_lines(sheet, None)) + "\n").encode()


def _described(stage: app.Stage, sheet: Sheet) -> dict[str, object]:
    content = stage.content
    return {
        "source": content.source,
        "pending_approval": content.is_pending,
        "first_day": sheet.days[0].day.isoformat(),
        "last_day": sheet.days[-1].day.isoformat(),
        "lit_s": sum(plan.lit_s for plan in sheet.days),
        "days": [_day(stage, plan) for plan in sheet.days],
        "notes": list(sheet.notes),
    }


def _day(stage: app.Stage, plan: DayPlan) -> dict[str, object]:
    return {
        "day": plan.day.isoformat(),
        "lit_s": plan.lit_s,
        "stretches": [_stretch(stage, stretch) for stretch in plan.stretches],
    }


def _stretch(stage: app.Stage, stretch: Stretch) -> dict[str, object]:
    return {
        "from": written(stretch.start_at, stage),
        "until": written(stretch.end_at, stage),
        "state": stretch.state.value,
        "campaigns": list(stretch.campaigns),
        "waiting": list(stretch.waiting),
        "order": stretch.order,
    }


def _name(path: Path | None) -> str | None:
    return str(path) if path else None
