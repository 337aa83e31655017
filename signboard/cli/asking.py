"""The question that `why` and `now` share."""

from signboard import app
from signboard.cli.answers import describe_shot, instant_asked, sentence_of, set_stage, slogan_text
from signboard.cli.blocks import framed, may_colour, terminal_columns
from signboard.cli.envelope import report, talk
from signboard.cli.order_words import countdown, in_force, order_text
from signboard.clock import SystemClock
from signboard.errors import N_
from signboard.frame import art
from signboard.locale import _, fill, instant_text
from signboard.playlog.trust import Trust
from signboard.schedule.cue import Cue, Reason
from signboard.schedule.stretch import dark_span

__all__ = ["answer"]


def answer(wishes: app.Wishes, at: str | None, *, with_art: bool, in_blocks: bool = False) -> None:
    """Ask what is due and report it.

    Args:
        wishes: what the command line asks for.
        at: the instant as typed; None: now, by a clock that has to be believed.
        with_art: draw the picture as art, in the JSON too.
        in_blocks: draw it for people.
    """
    stage = set_stage(wishes)
    now_at = instant_asked(at, stage)
    screenplay = stage.screenplay()
    screenplay.is_trusted = at is not None or _is_clock_believed()
    shot = screenplay.shot(now_at)
    text = [instant_text(now_at, stage.settings.zone), sentence_of(stage, shot, now_at), _span(stage, shot.cue)]
    text += [
        fill(
            N_("In force: {order}; {left} left."),
            order=order_text(one, stage.settings.zone),
            left=countdown(one, now_at),
        )
        for one in (in_force(stage.orders, now_at) if shot.cue.reason is not Reason.CLOCK else ())
    ]
    if shot.cue.slogan:
        text.append(slogan_text(stage, shot.cue.slogan))
    if with_art:
        text.append(art.draw(shot.frame))
    elif in_blocks:
        text += framed(shot.frame, columns=terminal_columns(), colour=may_colour())
    report(describe_shot(stage, shot, now_at, with_art=with_art), "\n".join(text))


def _is_clock_believed() -> bool:
    """As a running board judges it; where it does not believe its clock, the way out is told."""
    from signboard.cli.timing import UNTRUSTED, timekeeper_here  # noqa: PLC0415 - the store, which help does without

    is_believed = timekeeper_here(SystemClock()).trust is not Trust.UNTRUSTED
    if not is_believed:
        talk(UNTRUSTED)
    return is_believed


def _span(stage: app.Stage, cue: Cue) -> str:
    """Since when and until when this is so; of a dark board, through all the rules that keep it dark."""
    zone = stage.settings.zone
    since_at, until_at = dark_span(stage.screenplay().timetable, cue)
    since = instant_text(since_at, zone) if since_at else _(N_("ever"))
    until = instant_text(until_at, zone) if until_at else _(N_("for good"))
    return fill(N_("Since: {since}. Until: {until}."), since=since, until=until)
