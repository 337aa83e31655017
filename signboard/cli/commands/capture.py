"""`capture`: every byte of a line with its time, into a file that can be mailed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

import click

from signboard import __version__
from signboard.cli import choices, words
from signboard.cli.benches import line_at
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.kinds import Whole
from signboard.cli.playing import stopping
from signboard.clock import SystemClock
from signboard.errors import N_, InputError
from signboard.locale import fill
from signboard.tapping import Notebook, OfferedPort, stand_between, tap
from signboard.trace.reading import TO_BOARD, TO_HOST, heading_line
from signboard.transports.base import Transport

__all__ = ["command"]


@words.command(
    "capture",
    summary=N_(
        "Record every byte of a line with its time. Alone it only listens; with --between it stands between another "
        "program and the board and hands everything on, both ways."
    ),
    examples=(
        "signboard capture /dev/ttyUSB1 --out nghe.trace --seconds 60",
        "signboard capture COM3 --between COM8 --baud 57600 --out hang.trace",
    ),
)
@words.argument("port", metavar="PORT", help=N_("The port of the board, or the one that listens to the bus."))
@words.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar=N_("FILE"), help=N_("Write to this file.")
)
@words.option(
    "--between",
    metavar="PORT2|pty|tcp|tcp:N",
    help=N_("Where the other program speaks: a second port, or one that is offered to it here."),
)
@words.option("--baud", type=Whole(300, 4_000_000), help=N_("Speed of the line."))
@words.option(
    "--heard",
    type=click.Choice((TO_BOARD, TO_HOST)),
    default=TO_BOARD,
    help=N_("Which direction is heard when only listening."),
)
@choices.seconds
def command(port: str, out: Path, between: str | None, baud: int | None, heard: str, seconds: float | None) -> int:
    """Record until the time is over or Ctrl-C."""
    speed = baud or _usual_baud()
    clock = SystemClock()
    with stopping() as stop, _opened(out) as file:

        def write_line(line: str) -> None:
            file.write(line + "\n")
            file.flush()

        about = {"port": port, "between": between or "", "baud": speed, "signboard": __version__}
        write_line(heading_line(clock.now().isoformat(), **about))
        notebook = Notebook(clock, write_line)
        until_s = clock.monotonic_s() + seconds if seconds else float("inf")

        def is_over() -> bool:
            return stop.is_set() or clock.monotonic_s() >= until_s

        try:
            _record(port, between, speed, notebook, is_over, heard)
        except KeyboardInterrupt:  # the usual way to end it
            talk(N_("Stopped."))
    counted = notebook.counted
    data = {"out": str(out), "baud": speed, "to_board_bytes": counted[TO_BOARD], "to_host_bytes": counted[TO_HOST]}
    text = N_("{to_board_bytes} bytes to the board and {to_host_bytes} back are in {out}.")
    report(data, fill(text, **data))
    return 0


def _record(
    port: str, between: str | None, baud: int, notebook: Notebook, is_over: Callable[[], bool], heard: str
) -> None:
    with ExitStack() as stack:
        board = line_at(port, baud)
        stack.callback(board.close)
        if between is None:
            board.open()  # before anything is said
            talk(N_("Listening at {url}, {baud} baud."), url=port, baud=baud)
            tap(board, notebook, is_over, heard)
            return
        is_offered = between.partition(":")[0] in ("pty", "tcp")
        host: Transport = OfferedPort(between) if is_offered else line_at(between, baud)
        stack.callback(host.close)
        board.open()
        host.open()
        talk(N_("Let the other program open {url}; everything is handed on to {board}."), url=host.name, board=port)
        stand_between(host, board, notebook, is_over)


def _usual_baud() -> int:
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    return load_settings(this_call().config).board.baud


def _opened(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(
            N_("{path} cannot be written; see whether the folder is yours and the disk has room."),
            code="not_written",
            path=str(path),
        ) from error
