"""`test-pattern`: a picture that shows a board's wiring, on the board, in the terminal or in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from signboard import app
from signboard.cli import choices, words
from signboard.cli.call import this_call
from signboard.cli.describe import art_rows
from signboard.cli.envelope import report, talk
from signboard.cli.patterns import PATTERNS, pattern, steps
from signboard.cli.playing import line_to, stopping
from signboard.cli.writing import write_out
from signboard.clock import SystemClock
from signboard.errors import N_
from signboard.files import home_dir
from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.locale import fill
from signboard.protocols import PROTOCOLS

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["command"]

SHOWN_S = 10.0
ALL_ON_S = 10.0
"""Every LED at once draws the most current a supply must give; longer than this nobody needs to look."""
STEP_S = 1.0
_WALK_STEPS_IN_FILE = 256


@words.command(
    "test-pattern",
    summary=N_(
        "Show a test picture: on the board with --port, else as text or as a picture file. With everything lit, the "
        "board goes dark by itself after 10 seconds."
    ),
    examples=("signboard test-pattern corners --port COM3", "signboard test-pattern checker --out o.png"),
)
@words.argument("name", type=click.Choice(tuple(PATTERNS)), metavar="|".join(PATTERNS), help=N_("Which picture."))
@words.option("--port", metavar="URL", help=N_("The board's port, such as COM3 or sim://NAME."))
@choices.virtual_board
@choices.seconds
@choices.output("art", "png", "gif")
def command(name: str, port: str | None, wishes: app.Wishes, seconds: float | None, output: choices.Output) -> int:
    """Show it."""
    settings = app.settings_for(wishes, this_call().config)
    if port:
        return _on_board(name, settings, port, seconds or SHOWN_S)
    frames = [_frame(name, settings, step) for step in range(min(_count(name, settings), _WALK_STEPS_IN_FILE))]
    call = this_call()
    if output.out or not call.as_json:
        write_out(_file_bytes(frames, output), output.out)
    if call.as_json:
        first = frames[0]
        data = {"pattern": name, "port": None, "out": str(output.out) if output.out else None, "art": art_rows(first)}
        report({**data, "digest": first.digest, "pictures": _count(name, settings)}, "")
    return 0


def _file_bytes(frames: list[Frame], output: choices.Output) -> bytes:
    if output.form == "art":
        return (art.draw(frames[0]) + "\n").encode()
    from signboard.cli import pictures  # noqa: PLC0415 - Pillow, which text art does without

    moving = [(frame, round(STEP_S * 1000)) for frame in frames]
    return pictures.png(frames[:1], output.scale) if output.form == "png" else pictures.gif(moving, output.scale)


def _count(name: str, settings: Settings) -> int:
    return steps(name, settings.board.width, settings.board.height)


def _frame(name: str, settings: Settings, step: int) -> Frame:
    spec = settings.board.spec
    return pattern(name, spec.width_px, spec.height_px, spec.colour, step)


def _on_board(name: str, settings: Settings, port: str, seconds: float) -> int:
    """Show it for so long, then leave the board dark."""
    if name == "all-on" and seconds > ALL_ON_S:
        talk(N_("With every light on the board goes dark after {seconds:g} seconds."), seconds=ALL_ON_S)
        seconds = ALL_ON_S
    line = line_to(settings, PROTOCOLS.load(settings.board.protocol), port, home_dir())
    driver, clock = line.board.driver, SystemClock()
    sent = 0
    with stopping() as stop:
        try:
            until_s = clock.monotonic_s() + seconds
            while not stop.is_set() and clock.monotonic_s() < until_s:
                frame = _frame(name, settings, sent % _count(name, settings))
                line.link.carry(lambda frame=frame: driver.show(frame))  # type: ignore[misc]  # the frame is bound now
                sent += 1
                stop.wait(min(0.0 if name == "walk" else STEP_S, max(0.0, until_s - clock.monotonic_s())))
            line.link.carry(driver.clear)
        finally:
            line.link.close()
    text = fill(
        N_("'{name}' stood on {port} for {seconds:g} s; the board is dark again."),
        name=name,
        port=port,
        seconds=seconds,
    )
    report({"pattern": name, "port": port, "seconds": seconds, "sent": sent}, text)
    return 0
