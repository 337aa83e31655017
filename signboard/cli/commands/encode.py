"""`encode`: text art to the bytes that a driver would write, one line of hex per write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from signboard import app
from signboard.cli import choices, words
from signboard.cli.call import this_call
from signboard.cli.envelope import report
from signboard.cli.writing import read_input
from signboard.errors import N_, InputError, NoAnswerError
from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.protocols import PROTOCOLS
from signboard.protocols.arranged import hung
from signboard.protocols.spec import BoardSpec, Panel
from signboard.protocols.steps import Exchange, Expect, Pause, Send

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["command"]


@words.command(
    "encode",
    summary=N_("Turn text art (rows of # and ., a blank line between pictures) into the bytes that a board is sent."),
    examples=(
        "signboard encode --protocol bx5 --size 128x32 hinh.txt",
        'signboard render "Bình đẳng giới" | signboard encode -',
    ),
)
@choices.board
@words.argument("art_file", metavar=N_("ART"), help=N_("A file with text art, or - for standard input."))
def command(wishes: app.Wishes, art_file: str) -> None:
    """Encode it."""
    frames = _frames(read_input(art_file), art_file)
    if wishes.size is None:
        wishes = replace(wishes, size=(frames[0].width_px, frames[0].height_px))
    settings = app.settings_for(wishes, this_call().config)
    _check_size(frames, settings, art_file)
    shown = settings.board
    spec = hung(PROTOCOLS.load(shown.protocol), shown.arrangement, (shown.width, shown.height))
    base = settings.board.spec
    board = BoardSpec(base.width_px, base.height_px, frames[0].colour, base.options)
    driver, panel = spec.driver(board), spec.panel(board)
    steps = [step for frame in frames for step in _steps(driver.show(frame), panel)]
    writes = [str(step["hex"]) for step in steps if step["step"] == "send"]
    report({"protocol": spec.name, "steps": steps}, "\n".join(writes))


def _check_size(frames: list[Frame], settings: Settings, name: str) -> None:
    """A picture is as large as the board unless options say where on it a smaller one stands."""
    board = settings.board
    if {"x", "y"} & board.options.keys():
        return
    for frame in frames:
        if (frame.width_px, frame.height_px) != (board.width, board.height):
            raise InputError(
                N_(
                    "{file} has a picture of {width}x{height} pixels, but the board has {board_width}x{board_height}; "
                    "draw it that large, or place it with --option x=… and --option y=…."
                ),
                code="art_size",
                file=name,
                width=frame.width_px,
                height=frame.height_px,
                board_width=board.width,
                board_height=board.height,
            )


def _frames(raw: bytes, name: str) -> list[Frame]:
    try:
        text = raw.decode("utf-8-sig").replace("\r", "").strip("\n")
    except UnicodeDecodeError as error:
        raise InputError(
            N_("{file} is no text art: it is not UTF-8 text; give rows of # and '.'."), code="bad_art", file=name
        ) from error
    return [art.parse(page) for page in text.split("\n\n")]


def _steps(exchange: Exchange, panel: Panel) -> Iterator[dict[str, object]]:
    """The steps of an exchange, its answers given by the protocol's own panel."""
    answer = b""
    try:
        step = next(exchange)
        while True:
            if isinstance(step, Send):
                yield {"step": "send", "hex": step.data.hex(), "bytes": len(step.data)}
                answer += panel.feed(step.data, 0)[0]
                step = exchange.send(None)
            elif isinstance(step, Pause):
                yield {"step": "pause", "duration_s": step.duration_s}
                step = exchange.send(None)
            elif isinstance(step, Expect):
                yield {"step": "expect", "what": step.what, "timeout_s": step.timeout_s}
                reply = step.scan(answer)
                answer = b""
                step = exchange.send(reply) if reply else exchange.throw(_silent(step))
    except StopIteration:
        return


def _silent(step: Expect) -> NoAnswerError:
    return NoAnswerError(
        N_("The board did not answer ({what}) within {timeout_s} s; check power, cable, speed and address."),
        code="no_answer",
        what=step.what,
        timeout_s=step.timeout_s,
    )
