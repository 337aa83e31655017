"""`report`: the letter to the superior agency and its annex, out of what the log really holds."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signboard import app
from signboard.cli import words
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.kinds import full_day
from signboard.cli.writing import must_be_place_for, must_end_in, write_out
from signboard.clock import SystemClock
from signboard.errors import N_, InputError
from signboard.files import fonts_dir, home_dir
from signboard.locale import fill

if TYPE_CHECKING:
    from signboard.report.evidence import Report

__all__ = ["command"]

_FONT = "signboard-16.ttf"
_MOST_DAYS = 400


@words.command(
    "report",
    summary=N_(
        "Write the report on a campaign: a Word letter ready for number and signature, and an Excel annex with every "
        "day and slogan. It tells every gap of the record."
    ),
    examples=(
        "signboard report --from 15/11/2026 --to 15/12/2026",
        "signboard report --from 15/11/2026 --to 15/12/2026 --photo bang-20-11.jpg --out BC.docx",
    ),
)
@words.option("--from", "first", required=True, metavar=N_("DAY"), help=N_("First day, such as 15/11/2026."))
@words.option("--to", "last", required=True, metavar=N_("DAY"), help=N_("Last day, included."))
@words.option(
    "--out", type=click.Path(path_type=Path), metavar=N_("FILE"), help=N_("The letter; else BC-bang-chu-DAY.docx here.")
)
@words.option(
    "--annex",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("The annex; else as the letter with the ending -phu-luc.xlsx."),
)
@words.option(
    "--photo",
    "photos",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("A photograph of the real board; may be given several times."),
)
@words.option(
    "--template", type=click.Path(path_type=Path), metavar=N_("FILE"), help=N_("The office's own letter paper (.docx).")
)
def command(
    first: str, last: str, out: Path | None, annex: Path | None, photos: tuple[Path, ...], template: Path | None
) -> None:
    """Write it."""
    from signboard.cli.letters import letterhead_of  # noqa: PLC0415 - python-docx, which help does without
    from signboard.cli.reporting import Asked, gather  # noqa: PLC0415 - as above
    from signboard.report.annex import annex as annex_bytes  # noqa: PLC0415 - xlsxwriter, which help does without
    from signboard.report.letter import report_letter  # noqa: PLC0415 - as above

    home, now_at = home_dir(), SystemClock().now()
    stage = app.stage_for(app.Wishes(), this_call().config)
    today = now_at.astimezone(stage.settings.zone).date()
    first_day, last_day = _span(first, last, today)
    path = out or Path(f"BC-bang-chu-{today:%Y-%m-%d}.docx")
    must_be_place_for(path)
    must_end_in(path, ".docx")
    below = annex or path.with_name(f"{path.stem}-phu-luc.xlsx")
    must_be_place_for(below)
    must_end_in(below, ".xlsx")
    paper = app.read_file(template) if template else None
    if not this_call().as_json:
        talk(N_("Reading the log from {first} to {last} …"), first=first_day, last=last_day)
    told = gather(stage, Asked(first_day, last_day, photos, now_at), home)
    font = fonts_dir() / "signboard" / _FONT
    letter = report_letter(
        letterhead_of(stage.settings), told, font, to=stage.settings.office.report_to, template=paper
    )
    write_out(letter, path)
    write_out(annex_bytes(told), below)
    _tell(told, path, below)


def _tell(told: Report, letter: Path, annex: Path) -> None:
    figures = told.account
    text = fill(
        N_(
            "Planned {planned}, shown {shown} (h:mm:ss), {gaps} gaps above 2 s; {passes} whole passes of {slogans} "
            "slogans. Add number and date, read it, have it signed."
        ),
        planned=_clock_text(figures.planned),
        shown=_clock_text(figures.shown),
        gaps=len(figures.gaps),
        passes=sum(one.passes for one in figures.slogans),
        slogans=len(figures.slogans),
    )
    outside = [
        fill(N_("The photograph {file} is not of these days; the report says so beside it."), file=photo.name)
        for photo in told.photos
        if photo.is_outside
    ]
    data = {
        "letter": str(letter),
        "annex": str(annex),
        "first_day": told.first_day,
        "last_day": told.last_day,
        "planned_s": figures.planned.total_seconds(),
        "shown_s": figures.shown.total_seconds(),
        "changing_s": figures.changing.total_seconds(),
        "evidence_s": {level.name.lower(): time.total_seconds() for level, time in figures.evidence.items()},
        "gaps": [
            {
                "since_at": gap.since_at,
                "until_at": gap.until_at,
                "seconds": gap.length.total_seconds(),
                "cause": gap.cause,
            }
            for gap in figures.gaps
        ],
        "slogans": [
            {
                "campaign": one.campaign,
                "id": one.slogan,
                "text": one.text,
                "passes": one.passes,
                "broken": one.broken,
                "shown_s": one.time.total_seconds(),
            }
            for one in figures.slogans
        ],
        "doubts": list(told.doubts),
    }
    report(data, "\n".join([text, *outside]))


def _clock_text(length: timedelta) -> str:
    """Hours, minutes and seconds, cut, never rounded up; two places of hours would tell half a minute as nothing."""
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _span(first: str, last: str, today: date) -> tuple[date, date]:
    first_day, last_day = full_day(first), full_day(last)
    if last_day < first_day:
        raise InputError(
            N_("The last day {last} lies before the first one {first}; correct one of them."),
            code="end_before_start",
            first=first_day,
            last=last_day,
        )
    if first_day > today:
        raise InputError(
            N_("{first} lies in the future (today is {today}), so there is nothing to report yet."),
            code="future_span",
            first=first_day,
            today=today,
        )
    if (last_day - first_day).days > _MOST_DAYS:
        raise InputError(
            N_("{first} to {last} is more than {most} days; report a campaign at a time."),
            code="long_span",
            first=first_day,
            last=last_day,
            most=_MOST_DAYS,
        )
    return first_day, last_day
