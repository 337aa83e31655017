"""`demo`: the main job with no hardware; a virtual board in a process of its own plays the campaign."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import click

from signboard import app
from signboard.cli import choices, words
from signboard.cli.answers import sentence_of, set_stage
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.kinds import parse_instant
from signboard.clock import DemoClock, SystemClock
from signboard.errors import N_
from signboard.locale import _, fill, instant_text, number_text
from signboard.schedule.cue import Reason

if TYPE_CHECKING:
    from signboard.cli.demonstration import Demonstration

__all__ = ["command"]

FAST = 20.0
"""Board seconds per real second where the demonstration has an end: ten seconds then show more than three minutes."""
_LOOKS_AHEAD = 4
_ROOM_S = 600.0
"""Board seconds that a demonstration without an end wants before the board goes dark."""
INTERRUPTED = 130
NOT_AS_MEANT = 5


@dataclass(frozen=True, slots=True)
class Course:
    """Board time of a demonstration: from where, how fast, for how long."""

    at: str | None
    speed: float | None
    seconds: float | None

    @property
    def pace(self) -> float:
        """Board seconds per real second: as asked, else true, or faster where the demonstration has an end."""
        return self.speed or (FAST if self.seconds else 1.0)


def _course(function: choices.Function) -> choices.Function:
    keys = ("at", "speed", "seconds")
    return choices.gather("course", Course, keys, (choices.at, choices.speed, choices.seconds))(function)


@words.command(
    "demo",
    summary=N_(
        "Play the campaign on a virtual board and draw what the board decoded: the main job, with no hardware. "
        "The board is a process of its own behind a real port."
    ),
    examples=("signboard demo", 'signboard demo --at "20/11/2026 07:00"', "signboard demo --seconds 10 --json"),
)
@choices.playing
@_course
@words.option(
    "--listen",
    default="auto",
    metavar="pty|tcp|tcp:PORT",
    help=N_("Where the virtual board listens; without this, on a pseudo-terminal where there is one, else on TCP."),
)
@words.option("--test-flip-pixel", "flip", metavar="X,Y", help=N_("Test switch: the driver sends this pixel inverted."))
def command(wishes: app.Wishes, course: Course, listen: str, flip: str | None) -> int:
    """Play it."""
    if flip:
        _check_switch(wishes, flip)
    from signboard.cli.apart import BoardApart  # noqa: PLC0415 - processes and ports, which help does without
    from signboard.cli.demonstration import Demonstration  # noqa: PLC0415 - as above

    stage = set_stage(wishes)
    app.require_messages(stage)
    at = _lit_instant(stage, course) if course.at is None else parse_instant(course.at, stage.settings.zone)
    if course.at is None:
        _say_when(stage, at)
    _say_why_dark(stage, at)
    words_ = ["--listen", listen, "--view", "none"]
    with BoardApart(words_, stage.settings.board.spec.colour, _board_settings(stage)) as board:
        show = Demonstration(stage, board, DemoClock(at, course.pace), flip)
        show.play(course.seconds)
        return _report(show, course.pace)


def _check_switch(wishes: app.Wishes, flip: str) -> None:
    """The protocol refuses a pixel that there is not."""
    options = {**wishes.options, "test_flip_pixel": flip}
    app.settings_for(replace(wishes, options=options), this_call().config)


def _lit_instant(stage: app.Stage, course: Course) -> datetime:
    """Now where something plays now and for as long as is asked for, else the next instant at which that is so."""
    screenplay = stage.screenplay()
    room = timedelta(seconds=course.pace * course.seconds if course.seconds else _ROOM_S)
    at = now_at = SystemClock().now()
    for _look in range(_LOOKS_AHEAD):
        cue, later = screenplay.cue(at), screenplay.cue(at + room)
        is_lit = cue.reason is Reason.PLAYING
        if is_lit and (later.reason is Reason.PLAYING or at != now_at):
            return at
        turn_at = later.until_at if is_lit else cue.until_at
        if turn_at is None:
            break
        at = turn_at
    return now_at


def _say_when(stage: app.Stage, at: datetime) -> None:
    zone = stage.settings.zone
    if abs((SystemClock().now() - at).total_seconds()) > 1:
        talk(N_("Nothing is due now, so the board's clock starts at {at}."), at=instant_text(at, zone))


def _say_why_dark(stage: app.Stage, at: datetime) -> None:
    """Nobody is left with a dark board and no reason."""
    shot = stage.screenplay().shot(at)
    if shot.cue.reason is not Reason.PLAYING:
        click.echo(sentence_of(stage, shot, at), err=True)


def _board_settings(stage: app.Stage) -> str:
    """The very board that the stage is set for, as the settings of the process that stands for it."""
    from signboard.settings_file import document_of, settings_text  # noqa: PLC0415 - pydantic, which help does without

    board = document_of(stage.settings).get("board", {})
    return settings_text({"board": {name: value for name, value in board.items() if name not in ("port", "same_line")}})


def _report(show: Demonstration, speed: float) -> int:
    data = show.summary(speed)
    sentence = "" if show.agrees else _(N_("The board did not decode every picture as it was meant."))
    if sentence:
        click.echo(sentence, err=True)
    report(data, _in_words(data), ok=show.agrees, errors=[("unequal", sentence)] if sentence else [])
    if show.was_interrupted:
        return INTERRUPTED
    return 0 if show.agrees else NOT_AS_MEANT


def _in_words(data: dict[str, object]) -> str:
    counted = fill(
        N_(
            "{sent} pictures sent, {acked} confirmed, {decoded} decoded by the board, {equal} of them as meant, "
            "{failed} failed."
        ),
        **data,
    )
    shown = fill(
        N_("{slogans} slogans in {pictures} different pictures; the line was busy for {share} %; speed {speed:g}."),
        share=number_text(100 * float(str(data["link_use"])), 1),
        **data,
    )
    return f"{counted}\n{shown}"
