"""What looking commands share: the stage with a word on its source, instants, and one shot in words and as JSON."""

from datetime import datetime

from signboard import app
from signboard.cli.call import this_call
from signboard.cli.describe import art_rows
from signboard.cli.envelope import talk
from signboard.cli.kinds import parse_instant
from signboard.cli.order_words import describe_order, in_force
from signboard.cli.terms import sentence_text
from signboard.clock import SystemClock
from signboard.errors import N_
from signboard.player.screenplay import Shot
from signboard.schedule.cue import Reason
from signboard.schedule.rivals import paragraph, rivals
from signboard.schedule.stretch import dark_span
from signboard.schedule.why import ordering

__all__ = ["describe_shot", "instant_asked", "say_source", "sentence_of", "set_stage", "slogan_text", "written"]


def set_stage(wishes: app.Wishes) -> app.Stage:
    """Everything ready for looking, with a word on its source."""
    stage = app.stage_for(wishes, this_call().config)
    say_source(stage)
    return stage


def say_source(stage: app.Stage) -> None:
    """Say so when it is the shipped campaign or a list that is not approved, and when slogans cannot be shown."""
    content = stage.content
    if content.source == "sample":
        talk(N_("Nothing is loaded; this is the campaign that comes with signboard."))
    elif content.is_pending and content.has_approved:
        talk(N_("This is the list loaded last, which is not approved; a real board plays the list approved before."))
    elif content.is_pending:
        talk(N_("This is the list loaded last; it is not approved, so it does not play on a real board."))
    if stage.problems:
        talk(
            N_("{count} slogans cannot be shown on this board; signboard slogans says why."), count=len(stage.problems)
        )


def instant_asked(at: str | None, stage: app.Stage) -> datetime:
    """The instant of `--at`, in the configured zone; now where nothing was asked."""
    return SystemClock().now() if at is None else parse_instant(at, stage.settings.zone)


def written(at: datetime | None, stage: app.Stage) -> str | None:
    """An instant as ISO text in the configured zone, with its offset."""
    return None if at is None else at.astimezone(stage.settings.zone).isoformat()


def slogan_text(stage: app.Stage, slogan: str | None) -> str:
    """The text of a slogan id; empty for a dark board."""
    ordered = (campaign for order in stage.orders for campaign in order.campaigns)
    known = (one for campaign in (*stage.content.campaigns, *ordered) for one in campaign.slogans)
    return next((one.text for one in known if one.id == slogan), "")


def sentence_of(stage: app.Stage, shot: Shot, now_at: datetime) -> str:
    """Why the board shows what it shows, and what lost, in the language spoken now."""
    is_trusted = shot.cue.reason is not Reason.CLOCK
    sentences = paragraph(stage.screenplay().timetable, now_at, is_trusted=is_trusted)
    return " ".join(sentence_text(sentence) for sentence in sentences)


def describe_shot(stage: app.Stage, shot: Shot, now_at: datetime, *, with_art: bool) -> dict[str, object]:
    """The JSON of `why` and `now`."""
    cue, play = shot.cue, stage.screenplay()
    since_at, until_at = dark_span(play.timetable, cue)
    order = ordering(cue, now_at, play.campaigns, play.zone, play.orders)
    waiting = rivals(play.timetable, now_at) if cue.reason is not Reason.CLOCK else ()
    described: dict[str, object] = {
        "at": written(now_at, stage),
        "campaign": cue.campaign,
        "slogan": cue.slogan,
        "text": slogan_text(stage, cue.slogan),
        "since": written(since_at, stage),
        "until": written(until_at, stage),
        "reason": cue.reason.value,
        "campaign_in_question": cue.campaign_in_question,
        "order": order.id if order else None,
        "orders": []
        if cue.reason is Reason.CLOCK
        else [describe_order(one, now_at, play.zone) for one in in_force(play.orders, now_at)],
        "level": next((one.level.code for one in play.campaigns if one.id == cue.campaign), None),
        "rivals": [{"campaign": one.campaign, "outcome": one.outcome.value} for one in waiting],
        "sentence": sentence_of(stage, shot, now_at),
        "motion": shot.motion,
        "page": shot.page,
        "phase_px": shot.phase_px,
        "frame": shot.frame.digest,
        "picture_since": written(shot.since_at, stage),
        "picture_until": written(shot.until_at, stage),
        "source": stage.content.source,
        "pending_approval": stage.content.is_pending,
    }
    if with_art:
        described["art"] = art_rows(shot.frame)
    return described
