"""`simulate`: a virtual board behind a real port, until it is stopped."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signboard import app
from signboard.cli import choices, words
from signboard.cli.call import this_call
from signboard.cli.describe import art_rows
from signboard.cli.envelope import report, talk
from signboard.cli.live_page import live_page
from signboard.cli.playing import end_with_input, stopping
from signboard.errors import N_, InputError
from signboard.files import home_dir
from signboard.locale import _, fill
from signboard.protocols import PROTOCOLS
from signboard.protocols.arranged import hung
from signboard.simulator import directory
from signboard.simulator.event import Event
from signboard.simulator.faults import parse_faults
from signboard.simulator.orders import check_order
from signboard.simulator.port import open_port
from signboard.simulator.record import Record
from signboard.simulator.serve import View, serve
from signboard.simulator.server import SimulatedBoard
from signboard.simulator.terminal import TerminalView

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["command"]

TO_STDOUT = "-"
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Stand:
    """How a virtual board is set up: where it listens, what goes wrong, who watches."""

    listen: str
    fault: str
    view: str
    picture: Path | None
    record: str | None
    seed: int


@dataclass(frozen=True, slots=True)
class Until:
    """When it ends by itself: after so many seconds (None: never), or with whoever started it."""

    seconds: float | None
    with_parent: bool


def _stand(function: choices.Function) -> choices.Function:
    options = (
        words.option(
            "--listen",
            default="auto",
            metavar="pty|tcp|tcp:PORT",
            help=N_("Where it listens; without this, on a pseudo-terminal where there is one, else on TCP."),
        ),
        words.option(
            "--fault",
            default="",
            metavar="WORD,...",
            help=N_("What goes wrong, such as delay=200ms,nak=3:20%; an unknown word lists them all."),
        ),
        words.option(
            "--view",
            type=click.Choice(("term", "web", "none")),
            default="term",
            help=N_("Draw the board in this terminal, or in a page for the browser of this computer."),
        ),
        words.option(
            "--picture",
            type=click.Path(path_type=Path),
            metavar=N_("FILE"),
            help=N_("Write what was shown at the end: .png the last picture, .gif or .apng all of them."),
        ),
        words.option(
            "--record", metavar=N_("FILE"), help=N_("Write every event as a line of JSON; - for standard output.")
        ),
        words.option("--seed", type=int, default=0, hidden=True),
    )
    return choices.gather("stand", Stand, ("listen", "fault", "view", "picture", "record", "seed"), options)(function)


@words.command(
    "simulate",
    summary=N_("Start a virtual board behind a real port; signboard run --port sim://NAME plays on it."),
    examples=(
        "signboard simulate thu --size 128x32",
        "signboard simulate thu --listen tcp:5005 --fault no_answer=10% --record su-kien.jsonl",
        "signboard simulate thu --view web",
        'signboard simulate thu --tell "faults delay=300ms,stuck_row=5"',
    ),
)
@words.argument("name", metavar=N_("NAME"), help=N_("Its name: small letters, digits, - and _."))
@_stand
@choices.virtual_board
@choices.seconds
@words.option(
    "--tell",
    metavar=N_("ORDER"),
    help=N_(
        "Start nothing; tell the board that runs under this name: unplug, plug, power_cycle, stranger, or 'faults "
        "WORD,...' for what goes wrong from now on."
    ),
)
@words.option("--with-parent", is_flag=True, hidden=True)
def command(
    name: str, stand: Stand, wishes: app.Wishes, seconds: float | None, tell: str | None, with_parent: bool
) -> int:
    """Run it."""
    if tell is not None:
        return _tell(name, tell)
    settings = app.settings_for(wishes, this_call().config)
    home = home_dir()
    port = open_port(stand.listen, directory.link_of(home, name))
    try:
        board = SimulatedBoard(
            hung(PROTOCOLS.load(settings.board.protocol), settings.board.arrangement, _seen_size(settings)),
            settings.board.spec,
            settings.board.baud,
            parse_faults(stand.fault),
            port=port,
            seed=stand.seed,
        )
    except BaseException:
        port.close()
        raise
    return _run(board, name, stand, settings, Until(seconds, with_parent))


def _seen_size(settings: Settings) -> tuple[int, int]:
    return settings.board.width, settings.board.height


def _tell(name: str, order: str) -> int:
    """Give a running board an order."""
    check_order(order)
    directory.tell(home_dir(), name, order)
    report(
        {"name": name, "order": order}, fill(N_("The virtual board '{name}' was told: {order}"), name=name, order=order)
    )
    return 0


def _run(board: SimulatedBoard, name: str, stand: Stand, settings: Settings, until: Until) -> int:
    """Serve until the end, then report what was decoded."""
    code = 0
    counted: Counter[str] = Counter()
    with ExitStack() as stack:
        stop = stack.enter_context(stopping())
        if until.with_parent:
            end_with_input(stop)
        stack.callback(board.stop)
        records: list[Callable[[Event], object]] = [lambda event: counted.update((event.kind,))]
        if stand.record == TO_STDOUT:
            records.append(_print_event)
        elif stand.record:
            records.append(stack.enter_context(_record(Path(stand.record))))
        views = _views(board, name, stand, settings, stack)
        if not any(isinstance(view, TerminalView) for view in views) and stand.record != TO_STDOUT:
            talk(N_("The virtual board '{name}' listens at {url}; stop it with Ctrl-C."), name=name, url=board.url)
        where = (home_dir(), name)
        try:
            for _event in serve(
                board, seconds=until.seconds, stop=stop, views=views, records=records, registered=where
            ):
                pass
        except KeyboardInterrupt:  # the usual way to end it; the board has been stopped on the way here
            code = INTERRUPTED
    if stand.record != TO_STDOUT:
        frame = board.picture()
        data = {
            "name": name,
            "url": board.url,
            "pictures": counted["picture"],
            "commands": counted["command"],
            "faults": {word: count for word, count in board.fault_counts().items() if count},
            "digest": frame.digest,
            "art": art_rows(frame),
        }
        report(data, fill(N_("The virtual board '{name}' decoded {pictures} pictures."), **data))
    return code


def _record(path: Path) -> Record:
    try:
        return Record(path, with_art=True)
    except OSError as error:
        raise InputError(
            N_("{path} cannot be written; see whether the folder is yours and the disk has room."),
            code="not_written",
            path=str(path),
        ) from error


def _views(board: SimulatedBoard, name: str, stand: Stand, settings: Settings, stack: ExitStack) -> list[View]:
    """What draws the board, each closed with the stack."""
    views: list[View] = []
    if stand.picture is not None:
        from signboard.simulator.film import Film  # noqa: PLC0415 - Pillow, which help does without

        film = Film(stand.picture, board.clock)
        stack.callback(film.close)
        views.append(film)
    if stand.view == "web":
        feed, site = live_page(board, name, settings.board.protocol)
        stack.enter_context(site)
        talk(N_("See the virtual board '{name}' at {url} (this computer only)."), name=name, url=site.url)
        views.append(feed)
    elif stand.view == "term" and _has_terminal(stand):
        title = f"sim://{name} · {settings.board.protocol}"
        terminal = TerminalView(title, environ=os.environ, trace_lines=6, translate=_)
        stack.callback(terminal.close)
        views.append(terminal)
    return views


def _has_terminal(stand: Stand) -> bool:
    """A live picture needs a terminal of its own: none with --json, into a pipe, or beside a record on stdout."""
    return not this_call().as_json and stand.record != TO_STDOUT and sys.stdout.isatty()


def _print_event(event: Event) -> None:
    sys.stdout.write(event.to_json(with_art=True) + "\n")
    sys.stdout.flush()
