"""`render`: a text as pixels, as art, PNG, GIF or JSON."""

import unicodedata

import click

from signboard import app
from signboard.cli import choices, words
from signboard.cli.call import this_call
from signboard.cli.describe import describe_message
from signboard.cli.envelope import document, report
from signboard.cli.kinds import Whole
from signboard.cli.writing import write_out
from signboard.errors import N_, UsageError
from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.frame.message import Message, Pages, Strip
from signboard.typeset.budget import WireBudget
from signboard.typeset.canvas import Canvas
from signboard.typeset.compose import compose_in_face
from signboard.typeset.ladder import faces_for
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
    ),
)
@words.argument("text", help=N_("The text."))
@choices.drawing
@words.option("--page", type=Whole(0, 9999), help=N_("Only this page, counted from 0."))
@words.option(
    "--phase", type=Whole(0, 999_999), metavar="PX", help=N_("Only the picture when the strip has moved so far.")
)
@choices.output("art", "png", "gif", "json")
def command(text: str, wishes: app.Wishes, page: int | None, phase: int | None, output: choices.Output) -> None:
    """Draw it."""
    text = unicodedata.normalize("NFC", text).strip()
    message, font = _compose(text, wishes)
    frames = _picked(message, page, phase)
    call = this_call()
    described = {**describe_message(text, font, message, frames), "out": str(output.out) if output.out else None}
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


def _compose(text: str, wishes: app.Wishes) -> tuple[Message, str]:
    settings = app.settings_for(wishes, this_call().config)
    motion = settings.show.motion
    faces, _digest = app.load_faces(settings.show.font, settings.board.height)
    canvas = Canvas(settings.board.width, settings.board.height, settings.board.spec.colour)
    if wishes.motion == "strip":
        face = faces_for(text, faces, canvas)[0]
        return Strip(set_strip(text, face, canvas), canvas.width_px, 1, NOMINAL_STEP_MS), face.name
    budget = app.wire_budget(settings) if motion == "auto" else FREE
    composed = compose_in_face(text, faces, canvas, motion=motion, budget=budget)
    return composed.message, composed.face.name


def _picked(message: Message, page: int | None, phase: int | None) -> list[Frame]:
    """The pictures that were asked for.

    Raises:
        UsageError: `no_such_page` or `no_such_phase`.
    """
    if isinstance(message, Pages):
        _require(
            phase is None, "no_such_phase", N_("This text does not move, so it has no phases; leave --phase away.")
        )
        last = len(message.pages) - 1
        _require(
            page is None or page <= last,
            "no_such_page",
            N_("There is no page {page}; this text has pages 0 to {last}."),
            page=page,
            last=last,
        )
        return [one.frame for one in (message.pages if page is None else message.pages[page : page + 1])]
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
