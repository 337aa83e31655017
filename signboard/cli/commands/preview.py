"""`preview`: what passers-by will see, in the terminal or as a picture, an animation or a web page."""

from datetime import datetime
from pathlib import Path

from signboard import app
from signboard.cli import choices, words
from signboard.cli.answers import describe_shot, instant_asked, sentence_of, set_stage
from signboard.cli.blocks import framed, may_colour, terminal_columns
from signboard.cli.call import this_call
from signboard.cli.describe import describe_message
from signboard.cli.envelope import report, talk
from signboard.cli.kinds import Whole
from signboard.cli.noted import describe_remarks, remarks_on
from signboard.cli.preview_files import SUFFIXES, Pass, file_bytes, instant_bytes, stills, text_lines
from signboard.cli.writing import write_out
from signboard.errors import N_, InputError, UsageError
from signboard.locale import fill, instant_text

__all__ = ["command"]


@words.command(
    "preview",
    summary=N_(
        "Draw what passers-by will see: every slogan, one of them, or the picture of an instant; here in the terminal, "
        "or as .png, .gif, .html or .txt."
    ),
    examples=(
        "signboard preview --slogan 3",
        "signboard preview --out xem-truoc.html",
        'signboard preview --at "15/11/2026 06:00" --out bang.png',
    ),
)
@words.option("--slogan", "number", type=Whole(1, 9999), help=N_("Only this one, by its number in signboard slogans."))
@choices.at
@choices.looking
@choices.scale
@choices.out
def command(number: int | None, at: str | None, wishes: app.Wishes, scale: int | None, out: Path | None) -> None:
    """Draw it."""
    if out is not None and out.suffix.lower() not in SUFFIXES:
        raise UsageError(
            N_("'{name}' does not say what to write; let it end in .png, .gif, .html or .txt."),
            code="bad_suffix",
            name=out.name,
        )
    if number is not None and at is not None:
        raise UsageError(
            N_("--slogan draws a whole slogan, --at one instant; give one of them."), code="slogan_or_instant"
        )
    stage = set_stage(wishes)
    scale = scale or 6
    if at is not None:
        _preview_instant(stage, instant_asked(at, stage), scale, out)
    else:
        _preview_slogans(stage, _passes(stage, number), scale, out)


def _passes(stage: app.Stage, number: int | None) -> list[Pass]:
    slogans = [slogan for campaign in stage.content.campaigns for slogan in campaign.slogans]
    if number is not None and number > len(slogans):
        raise UsageError(
            N_("There is no slogan {number}; there are {count}, see signboard slogans."),
            code="no_such_slogan",
            number=number,
            count=len(slogans),
        )
    wanted = list(enumerate(slogans, 1)) if number is None else [(number, slogans[number - 1])]
    problems = [stage.problems[slogan.key] for _i, slogan in wanted if slogan.key in stage.problems]
    if problems and len(problems) == len(wanted):
        raise problems[0]
    if not wanted:
        raise InputError(N_("There is no slogan to draw; load some (signboard load FILE)."), code="no_slogans")
    return [Pass(i, slogan, stage.messages[slogan.key]) for i, slogan in wanted if slogan.key in stage.messages]


def _preview_slogans(stage: app.Stage, passes: list[Pass], scale: int, out: Path | None) -> None:
    if out is not None:
        title = "; ".join(campaign.title for campaign in stage.content.campaigns)
        canvas = stage.canvas
        note = fill(
            N_("Board of {width}x{height} pixels, {count} slogans."),
            width=canvas.width_px,
            height=canvas.height_px,
            count=len(passes),
        )
        write_out(file_bytes(passes, title, note, scale, out.suffix.lower()), out)
    items = [
        {
            "number": one.number,
            "id": one.slogan.id,
            **_described(stage, one),
        }
        for one in passes
    ]
    columns = terminal_columns()
    text = (line for one in passes for line in text_lines(one, columns=columns, colour=may_colour()))
    content = stage.content
    data = {"source": content.source, "pending_approval": content.is_pending, "out": _name(out), "items": items}
    report(data, "" if out else "\n".join(text))


def _described(stage: app.Stage, one: Pass) -> dict[str, object]:
    composed = app.set_slogan(stage, one.slogan)
    remarks = remarks_on(stage, one.slogan, composed)
    for remark in () if this_call().as_json else remarks:
        talk(N_("Slogan {number}: {remark}"), number=one.number, remark=fill(remark.template, **remark.fields))
    described = describe_message(one.slogan.text, composed.face.name, one.message, stills(one.message))
    return {**described, "remarks": describe_remarks(remarks)}


def _preview_instant(stage: app.Stage, at: datetime, scale: int, out: Path | None) -> None:
    shot = stage.screenplay().shot(at)
    said = [instant_text(at, stage.settings.zone), sentence_of(stage, shot, at)]
    if out is not None:
        write_out(instant_bytes(shot.frame, said, scale, out.suffix.lower()), out)
    drawn = [*said, *framed(shot.frame, columns=terminal_columns(), colour=may_colour())]
    data = {**describe_shot(stage, shot, at, with_art=True), "out": _name(out)}
    report(data, "" if out else "\n".join(drawn))


def _name(out: Path | None) -> str | None:
    return str(out) if out else None
