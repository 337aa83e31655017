"""`test-pattern`: a picture that shows a board's wiring, on the board, in the terminal or in a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from signboard import app
from signboard.cli import choices, words
from signboard.cli.benches import check_free
from signboard.cli.call import this_call
from signboard.cli.describe import art_rows
from signboard.cli.envelope import report, talk
from signboard.cli.patterns import PATTERNS, pattern, steps
from signboard.cli.playing import OpenLine, line_to, stopping
from signboard.cli.writing import write_out
from signboard.clock import SystemClock
from signboard.errors import N_, RefusedError, UsageError
from signboard.files import home_dir
from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.locale import fill
from signboard.protocols import PROTOCOLS
from signboard.transports.opening import is_virtual

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    import threading

    from signboard.settings import Settings

__all__ = ["command"]

SHOWN_S = 10.0
ALL_ON_S = 10.0
"""Every LED at once draws the most current a supply must give; longer than this nobody needs to look."""
STEP_S = 1.0
PAGE_S = 2.0
_WALK_STEPS_IN_FILE = 256
ALPHABET, RAMP = "alphabet", "ramp"
NAMES = (*PATTERNS, ALPHABET, RAMP)
HARD_LETTERS = (
    "Ờ Ớ Ỡ Ở Ợ Ẫ Ẩ Ậ Ầ Ấ Ẵ Ẳ Ặ Ề Ế Ễ Ể Ệ Ồ Ố Ỗ Ổ Ộ Ừ Ứ Ữ Ử Ự Ỳ Ỷ Ỹ Ỵ Đ ờ ớ ỡ ở ợ ẫ ẩ ậ ằ ắ ẵ ẳ ặ ự ỹ ỵ đ g y q p"
)
"""Letters whose marks stand highest, lowest or closest together: what cut or mixed rows spoil first."""
_MOST_LEVELS = 16


class _Name(click.Choice[str]):
    """A pattern's name; `columns` is taken for `cols`."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read it."""
        return super().convert("cols" if value == "columns" else value, param, ctx)


@words.command(
    "test-pattern",
    summary=N_(
        "Show a test picture: on the board with --port, else as text or as a picture file. With everything lit, the "
        "board goes dark by itself after 10 seconds."
    ),
    examples=("signboard test-pattern corners --port COM3", "signboard test-pattern checker --out o.png"),
)
@words.argument("name", type=_Name(NAMES), metavar="|".join(NAMES), help=N_("Which picture."))
@words.option("--port", metavar="URL", help=N_("The board's port, such as COM3 or sim://NAME."))
@choices.virtual_board
@choices.seconds
@choices.output("art", "png", "gif")
def command(name: str, port: str | None, wishes: app.Wishes, seconds: float | None, output: choices.Output) -> int:
    """Show it."""
    settings = app.settings_for(wishes, this_call().config)
    if name == RAMP:
        _need_levels(settings, port)
    frames = _frames(name, settings)
    if port:
        check_free(port)
        _check_letters(name, settings, port)
        return _on_board(name, settings, port, seconds or SHOWN_S, frames)
    call = this_call()
    if output.out or not call.as_json:
        write_out(_file_bytes(frames[:_WALK_STEPS_IN_FILE], output), output.out)
    if call.as_json:
        first = frames[0]
        data = {"pattern": name, "port": None, "out": str(output.out) if output.out else None, "art": art_rows(first)}
        report({**data, "digest": first.digest, "pictures": len(frames)}, "")
    return 0


def _file_bytes(frames: Sequence[Frame], output: choices.Output) -> bytes:
    if output.form == "art":
        return (art.draw(frames[0]) + "\n").encode()
    from signboard.cli import pictures  # noqa: PLC0415 - Pillow, which text art does without

    moving = [(frame, round(STEP_S * 1000)) for frame in frames]
    return pictures.png(frames[:1], output.scale) if output.form == "png" else pictures.gif(moving, output.scale)


def _frames(name: str, settings: Settings) -> Sequence[Frame]:
    """All pictures of the pattern, in the size that people see."""
    size = (settings.board.width, settings.board.height)
    colour = settings.board.spec.colour
    if name == ALPHABET:
        return _letters(settings)
    if name == RAMP:
        return (pattern("checker", *size, colour),)
    if name == "walk":
        return _Walk(settings)
    return tuple(pattern(name, *size, colour, step) for step in range(steps(name, *size)))


class _Walk(Sequence[Frame]):
    """One lamp after the other; drawn when asked for, because a large board has thousands."""

    def __init__(self, settings: Settings, span: range | None = None) -> None:
        self._settings = settings
        self._span = span or range(settings.board.width * settings.board.height)

    def __len__(self) -> int:
        return len(self._span)

    def __getitem__(self, at):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN204 - typed by Sequence
        if isinstance(at, slice):
            return _Walk(self._settings, self._span[at])
        board = self._settings.board
        return pattern("walk", board.width, board.height, board.spec.colour, self._span[at])


def _letters(settings: Settings) -> Sequence[Frame]:
    """The hard letters, as many on a page as fit, in the font that the settings name or that fits best."""
    from signboard.typeset.canvas import Canvas  # noqa: PLC0415 - typesetting, which other patterns do without
    from signboard.typeset.compose import compose  # noqa: PLC0415 - as above

    board = settings.board
    faces, _digest = app.load_faces(settings.show.font, board.height)
    canvas = Canvas(board.width, board.height, board.spec.colour)
    message = compose(HARD_LETTERS, faces, canvas, motion="pages")
    return tuple(page.frame for page in getattr(message, "pages", ()))


def _need_levels(settings: Settings, port: str | None) -> None:
    """Brightness is a command, no picture.

    Raises:
        UsageError: `no_brightness` or `ramp_needs_port`.
    """
    if not PROTOCOLS.load(settings.board.protocol).capabilities.brightness_levels:
        raise UsageError(
            N_("Boards of the kind {protocol} have no command for brightness; choose another picture."),
            code="no_brightness",
            protocol=settings.board.protocol,
        )
    if not port:
        raise UsageError(N_("Brightness can be seen on a board only; name it by --port."), code="ramp_needs_port")


def _check_letters(name: str, settings: Settings, port: str) -> None:
    """On a real board letters of ours alone: those of a file might be drawn as whole words that nobody approved.

    Raises:
        RefusedError: `virtual_only`.
    """
    if name == ALPHABET and not is_virtual(port) and settings.show.font not in {"", *app.shipped_fonts()}:
        raise RefusedError(
            N_(
                "The letters of the file {font} were approved by nobody, so they are not sent to {port}; look at them "
                "on a virtual board (--port sim://NAME), or name a font that comes with signboard in the settings."
            ),
            code="virtual_only",
            font=settings.show.font,
            port=port,
        )


def _on_board(name: str, settings: Settings, port: str, seconds: float, frames: Sequence[Frame]) -> int:
    """Show it for so long, then leave the board dark, however it ends."""
    if name == "all-on" and seconds > ALL_ON_S:
        talk(N_("With every light on the board goes dark after {seconds:g} seconds."), seconds=ALL_ON_S)
        seconds = ALL_ON_S
    spec = PROTOCOLS.load(settings.board.protocol)
    if spec.capabilities.wear_writes and len(frames) > 1:
        talk(N_("This board's memory wears with every picture, so only the first one is shown."))
        frames = frames[:1]
    line = line_to(settings, spec, port, home_dir())
    with stopping() as stop, _dark_in_the_end(line):
        if name == RAMP:
            sent = _ramp(line, frames[0], spec.capabilities.brightness_levels, seconds, stop)
        else:
            pause_s = 0.0 if name == "walk" else PAGE_S if name == ALPHABET else STEP_S
            sent = _in_turn(line, frames, seconds, pause_s, stop)
    text = fill(
        N_("'{name}' stood on {port} for {seconds:g} s; the board is dark again."),
        name=name,
        port=port,
        seconds=seconds,
    )
    report({"pattern": name, "port": port, "seconds": seconds, "sent": sent, "pictures": len(frames)}, text)
    return 0


@contextmanager
def _dark_in_the_end(line: OpenLine) -> Iterator[None]:
    """The board goes dark and the line is closed, after Ctrl-C too; nothing is sent where the board failed."""
    driver = line.board.driver
    try:
        try:
            yield
        except KeyboardInterrupt:
            line.link.carry(driver.clear)
            raise
        line.link.carry(driver.clear)
    finally:
        line.link.close()


def _in_turn(line: OpenLine, frames: Sequence[Frame], seconds: float, pause_s: float, stop: threading.Event) -> int:
    driver, clock = line.board.driver, SystemClock()
    until_s = clock.monotonic_s() + seconds
    sent = 0
    while not stop.is_set() and clock.monotonic_s() < until_s:
        frame = frames[sent % len(frames)]
        line.link.carry(lambda frame=frame: driver.show(frame))  # type: ignore[misc]  # the frame is bound now
        sent += 1
        stop.wait(min(pause_s, max(0.0, until_s - clock.monotonic_s())))
    return sent


def _ramp(line: OpenLine, frame: Frame, levels: int, seconds: float, stop: threading.Event) -> int:
    """From the lowest level to the highest, then back to what the board said it had, else the highest."""
    driver = line.board.driver
    before = line.link.carry(driver.identify).fields.get("brightness", levels - 1)
    count = min(_MOST_LEVELS, levels)
    line.link.carry(lambda: driver.show(frame))
    try:
        for number in range(count):
            level = number * (levels - 1) // max(1, count - 1)
            line.link.carry(lambda level=level: driver.set_brightness(level))  # type: ignore[misc]  # bound now
            talk(N_("Brightness {level} of {most}"), level=level, most=levels - 1)
            if stop.wait(seconds / count):
                break
    finally:
        line.link.carry(lambda: driver.set_brightness(min(int(before), levels - 1)))
    return count
