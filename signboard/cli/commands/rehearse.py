"""`rehearse`: the whole campaign in a minute, through everything that plays on the real days, with mishaps by seed."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signboard import app
from signboard.cli import choices, words
from signboard.cli.answers import set_stage
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.kinds import Whole
from signboard.cli.writing import write_out
from signboard.clock import SystemClock
from signboard.errors import N_, InputError, UsageError
from signboard.locale import instant_text

if TYPE_CHECKING:  # the whole player behind it, which help does without
    from signboard.rehearsal.course import Course
    from signboard.rehearsal.outcome import Outcome

__all__ = ["command"]

FOUND_PROBLEMS = 6
_SUFFIXES = (".png", ".html")


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is rehearsed: from which seed, how many days, of which year, with what going wrong."""

    seed: int
    days: int | None
    year: int | None
    faults: str


def _extent(function: choices.Function) -> choices.Function:
    options = (
        words.option("--seed", type=Whole(0, 2**31), default=1, help=N_("Another number gives other mishaps.")),
        words.option("--days", type=Whole(1, 400), help=N_("Rehearse the first so many days only.")),
        words.option("--year", type=Whole(1, 9998), help=N_("The campaign that begins in this year.")),
        words.option(
            "--faults",
            type=click.Choice(("none", "usual")),
            default="usual",
            help=N_("What goes wrong: nothing, or about 45 mishaps a month."),
        ),
    )
    return choices.gather("extent", Extent, ("seed", "days", "year", "faults"), options)(function)


@words.command(
    "rehearse",
    summary=N_(
        "Play the whole campaign beforehand, in about a minute, on a virtual board: with power cuts, pulled cables, "
        "noise and wrong clocks. Says yes or no, and shows every gap with its cause. Nothing of it is kept in the log."
    ),
    examples=("signboard rehearse", "signboard rehearse --seed 7 --out dien-tap.png", "signboard rehearse --days 3"),
)
@choices.playing
@_extent
@choices.out
def command(wishes: app.Wishes, extent: Extent, out: Path | None) -> int:
    """Rehearse."""
    if out is not None and out.suffix.lower() not in _SUFFIXES:
        raise UsageError(
            N_("'{name}' does not say what to write; let it end in .png or .html."), code="bad_suffix", name=out.name
        )
    stage = set_stage(wishes)
    app.require_messages(stage)
    from signboard.cli.rehearsing import described, told  # noqa: PLC0415 - the player, which help does without

    clock = SystemClock()
    began_s = clock.monotonic_s()
    outcome = _rehearsed(stage, wishes, extent)
    seconds = round(clock.monotonic_s() - began_s, 1)
    if out is not None:
        from signboard.cli.rehearsal_sheet import sheet  # noqa: PLC0415 - Pillow, which help does without

        write_out(sheet(stage, outcome, out.suffix.lower()), out)
    data = {**described(stage, outcome, extent.seed), "seconds": seconds, "out": str(out) if out else None}
    report(data, told(stage, outcome, seconds), ok=outcome.is_good)
    return 0 if outcome.is_good else FOUND_PROBLEMS


def _rehearsed(stage: app.Stage, wishes: app.Wishes, extent: Extent) -> Outcome:
    from signboard.rehearsal.casting import recipe_for, script_of  # noqa: PLC0415 - the player, as above
    from signboard.rehearsal.course import Amount, course_of, next_span  # noqa: PLC0415 - as above
    from signboard.rehearsal.outcome import outcome_of  # noqa: PLC0415 - as above
    from signboard.rehearsal.playing import play_apart  # noqa: PLC0415 - as above

    script = script_of(stage, extent.seed)
    today = SystemClock().now().astimezone(stage.settings.zone).date()
    span = next_span(script.campaigns, today, extent.year)
    if span is None:
        raise InputError(N_("No campaign comes any more, so there is nothing to rehearse."), code="no_span")
    course = course_of(script, span, extent.seed, Amount(extent.faults), days=extent.days)
    talk(
        N_("Rehearsing from {since} to {until} with {count} mishaps; this takes about {seconds} s."),
        since=instant_text(course.start_at, script.zone),
        until=instant_text(course.until_at, script.zone),
        count=len(course.faults),
        seconds=max(2, round(_pictures(stage, course) / _PICTURES_A_SECOND)),
    )
    progress = _Progress()
    try:
        played = play_apart(recipe_for(wishes, this_call().config, extent.seed), course, progress.tell)
    finally:
        progress.end()
    return outcome_of(script, course, played)


_PICTURES_A_SECOND = 12_000


def _pictures(stage: app.Stage, course: Course) -> float:
    """About how many pictures the board will be told."""
    span_s = (course.until_at - course.start_at) / timedelta(seconds=1)
    stands_s = [
        one.duration_ms / 1000 / max(1, len(getattr(one, "stills", (1, 1, 1)))) for one in stage.messages.values()
    ]
    return span_s * 0.7 * len(stands_s) / sum(stands_s) if stands_s else 0.0


class _Progress:
    """Percent on a terminal; nothing elsewhere."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty()

    def tell(self, share: float) -> None:
        """So much is done."""
        if self._is_shown:
            click.echo(f"\r{share:4.0%}", err=True, nl=False)

    def end(self) -> None:
        """Leave the line."""
        if self._is_shown:
            click.echo("\r     \r", err=True, nl=False)
