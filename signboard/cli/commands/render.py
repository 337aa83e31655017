"""`render`: a text as pixels, as art, PNG, GIF or JSON."""

from collections.abc import Sequence
from typing import Any

import click

from signboard import app
from signboard.campaign.look import Look
from signboard.cli import choices, looks, words
from signboard.cli.call import this_call
from signboard.cli.describe import describe_message
from signboard.cli.envelope import document, report, talk
from signboard.cli.explaining import Explained
from signboard.cli.explaining import explain as explained
from signboard.cli.kinds import Whole
from signboard.cli.looks import look_of
from signboard.cli.noted import remarks_for
from signboard.cli.writing import write_out
from signboard.errors import N_, InputError, UsageError
from signboard.font.face import Face
from signboard.frame import art
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Message, Pages, Strip
from signboard.lexicon import house_terms
from signboard.text.clean import tidy_line
from signboard.typeset.budget import WireBudget
from signboard.typeset.canvas import Canvas
from signboard.typeset.compose import Composed, compose_in_face
from signboard.typeset.dressing import Dressed, dressed
from signboard.typeset.inks import inked
from signboard.typeset.ladder import faces_for, worded_for
from signboard.typeset.strip import set_strip

__all__ = ["command"]

FREE = WireBudget(None, None, card_scroll=True)
"""A motion asked for by name is drawn whatever the wire carries: this is a drawing, not a promise."""
NOMINAL_STEP_MS = 20


@words.command(
    "render",
    summary=N_("Draw a text as the board will show it: each page as rows of # and ., a blank line between pages."),
    examples=(
        'signboard render "Bình đẳng giới" --size 128x32',
        'signboard render "Bình đẳng giới" --motion strip --format png --out dai-chu.png',
        'signboard render "Gọi 111 khi cần giúp đỡ" --icon telephone --emphasis 111 --explain',
    ),
)
@words.argument("text", help=N_("The text."))
@choices.drawing
@words.option("--page", type=Whole(0, 9999), help=N_("Only this page, counted from 0."))
@words.option(
    "--phase", type=Whole(0, 999_999), metavar="PX", help=N_("Only the picture when the strip has moved so far.")
)
@looks.wished_look
@words.option(
    "--board-colour",
    type=click.Choice(("mono", "dual", "rgb")),
    help=N_("What the board can light; else what the settings say."),
)
@words.option("--explain", is_flag=True, help=N_("Say which fonts were tried, which one was taken and why."))
@choices.output("art", "png", "gif", "json")
def command(text: str, wishes: app.Wishes, explain: bool, output: choices.Output, **asked: Any) -> None:  # noqa: ANN401 - what click read
    """Draw it."""
    text = tidy_line(text).text
    drawn = _drawn(text, wishes, asked.pop("board_colour"), look_of(asked.pop("asked"), text))
    message, font = drawn.message, drawn.font.name
    frames = _picked(message, asked["page"], asked["phase"])
    call = this_call()
    described = {
        **describe_message(text, font, message, frames),
        "out": str(output.out) if output.out else None,
        "explain": drawn.described(),
    }
    _talk(drawn, explain=explain)
    if output.out:
        write_out(_file_bytes(described, message, frames, output), output.out)
        report(described, "")
    elif output.form == "json" or call.as_json:
        call.as_json = True
        report(described, "")
    elif output.form == "art":
        click.echo(art.draw_pages(frames))
    else:
        write_out(_file_bytes(described, message, frames, output), None)


def _talk(drawn: Explained, *, explain: bool) -> None:
    """What a person should know, and why, where it was asked for; JSON says both by itself."""
    if this_call().as_json:
        return
    for line in drawn.lines() if explain else []:
        click.echo(line, err=True)
    for remark in drawn.remarks:
        talk(remark.template, **remark.fields)


def _drawn(text: str, wishes: app.Wishes, board_colour: str | None, look: Look) -> Explained:
    settings = app.settings_for(wishes, this_call().config)
    motion = settings.show.motion
    faces, _digest = app.load_faces(settings.show.font, settings.board.height)
    colour = Colour[board_colour.upper()] if board_colour else settings.board.spec.colour
    canvas = inked(Canvas(settings.board.width, settings.board.height, colour), settings.show.colour)
    one = dressed(text, look, canvas, house_terms())
    if wishes.motion == "strip":
        composed = _strip(text, faces, one)
    else:
        budget = app.wire_budget(settings) if motion == "auto" else FREE
        composed = compose_in_face(text, faces, one.canvas, motion=motion, budget=budget, dress=one.dress)
    remarks = remarks_for(text, composed, faces, one, settings)
    return explained(text, composed.message, composed.face, faces, one, remarks)


def _strip(text: str, faces: Sequence[Face], one: Dressed) -> Composed:
    if not text:
        raise InputError(N_("There is no text to show; write a slogan."), code="empty_text")
    text = worded_for(text, faces).text
    face = faces_for(text, faces, one.canvas)[0]
    strip = one.dress.strip(set_strip(text, face, one.canvas, one.dress), one.canvas)
    return Composed(Strip(strip, one.canvas.width_px, 1, NOMINAL_STEP_MS), face)


def _picked(message: Message, page: int | None, phase: int | None) -> list[Frame]:
    """The pictures that were asked for.

    Raises:
        UsageError: `no_such_page` or `no_such_phase`.
    """
    if isinstance(message, Pages):
        _require(
            phase is None, "no_such_phase", N_("This text does not move, so it has no phases; leave --phase away.")
        )
        last = len(message.stills) - 1
        _require(
            page is None or page <= last,
            "no_such_page",
            N_("There is no page {page}; this text has pages 0 to {last}."),
            page=page,
            last=last,
        )
        return [one.frame for one in (message.stills if page is None else message.stills[page : page + 1])]
    _require(not page, "no_such_page", N_("This text is one strip without pages; leave --page away."))
    if phase is None:
        return [message.strip]
    _require(
        phase <= message.travel_px,
        "no_such_phase",
        N_("There is no phase {phase}; this strip has left the board at {last}."),
        phase=phase,
        last=message.travel_px,
    )
    return [message.strip.crop(phase - message.board_px, message.board_px)]


def _require(holds: bool, code: str, template: str, **fields: object) -> None:
    if not holds:
        raise UsageError(template, code=code, **fields)


def _file_bytes(described: dict[str, object], message: Message, frames: list[Frame], output: choices.Output) -> bytes:
    from signboard.cli import pictures  # noqa: PLC0415 - Pillow, which text art does without

    if output.form == "json":
        return f"{document('render', described)}\n".encode()
    if output.form == "art":
        return (art.draw_pages(frames) + "\n").encode()
    if output.form == "png":
        return pictures.png(frames, output.scale)
    passing = [(one.frame, one.until_ms - one.since_ms) for one in pictures.pictures_of(message)]
    return pictures.gif(passing, output.scale)
