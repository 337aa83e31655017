"""`run`: the approved slogans on the board, until it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from signboard import __version__, app
from signboard.campaign.days import write_day
from signboard.cli import choices, words
from signboard.cli.answers import say_source, written
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.kinds import parse_instant
from signboard.cli.log_trouble import LogTrouble
from signboard.cli.playing import Keeping, OpenLine, clock_for, lines_to, link_use, stopping
from signboard.cli.succession import Playing, Succession, check_stage, proof_of
from signboard.cli.trouble import Trouble
from signboard.cli.withholding import Withholding
from signboard.cli.witness import Witness
from signboard.clock import Clock
from signboard.errors import N_, RefusedError, SignboardError, UsageError
from signboard.files import home_dir
from signboard.locale import fill, lines, number_text
from signboard.player.keeper import WriteBook
from signboard.player.ledger import Sink, Station
from signboard.player.log_writer import LogWriter
from signboard.player.screenplay import Screenplay
from signboard.player.streamer import Streamer
from signboard.player.turns import Turns
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.wear import WearLog
from signboard.transports.opening import is_virtual

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["command"]

_EIGHT_BITS = N_("The port {url} has no {framing}; it is open as 8N1, and parity is made by hand.")


@dataclass(frozen=True, slots=True)
class BoardTime:
    """Board time as asked for: `--at` and `--speed`, for virtual boards."""

    at: str | None
    speed: float | None

    @property
    def is_real(self) -> bool:
        """Does the computer's own clock rule?"""
        return self.at is None and self.speed is None


def _board_time(function: choices.Function) -> choices.Function:
    return choices.gather("board_time", BoardTime, ("at", "speed"), (choices.at, choices.speed))(function)


@words.command(
    "run",
    summary=N_("Play on the board until stopped: what is approved on a real one, anything on a virtual one."),
    examples=("signboard run --port COM3", "signboard run --port sim://thu --at 15/11/2026 --speed 10 --seconds 20"),
)
@words.option(
    "--port", metavar="URL", help=N_("COM3, /dev/ttyUSB0, socket://HOST:PORT or sim://NAME; else the settings'.")
)
@choices.playing
@_board_time
@choices.seconds
def command(port: str | None, wishes: app.Wishes, board_time: BoardTime, seconds: float | None) -> int:
    """Play."""
    settings = app.settings_for(wishes, this_call().config)
    url = port or settings.board.port
    if not url:
        raise UsageError(
            N_("No port is given; name it by --port or in the settings. signboard ports lists what there is."),
            code="no_port",
        )
    content = _content(url, wishes, board_time)
    stage = app.stage_for(wishes, this_call().config, content)
    if not is_virtual(url):
        check_stage(stage)
    app.require_messages(stage)
    say_source(stage)
    at = None if board_time.at is None else parse_instant(board_time.at, settings.zone)
    clock = clock_for(at, board_time.speed)
    with ExitStack() as stack:
        if not board_time.is_real:  # board time is played, not lived: nothing of it goes into the log
            return _play(stage, url, Records(clock), seconds=seconds)
        log = LogWriter(lambda: Store(app.store_path()))
        log_trouble = LogTrouble(log, lambda sentence: click.echo(sentence, err=True))
        stack.callback(log_trouble.sum_up)
        stack.enter_context(log)
        records = Records(clock, log.put, log_trouble.tell, lambda board_id: WearLog(app.store_path(), board_id))
        return _play(stage, url, records, seconds=seconds)


def _content(url: str, wishes: app.Wishes, board_time: BoardTime) -> app.Content:
    if is_virtual(url):
        return app.find_content(wishes)
    if wishes.campaign or not board_time.is_real:
        raise RefusedError(
            N_(
                "--campaign, --at and --speed are for virtual boards; a real board plays approved content at the true "
                "time. Leave them away, or play on --port sim://NAME."
            ),
            code="virtual_only",
        )
    line = app.settings_for(wishes, this_call().config).board.line
    switches = [name for board in line for name in board.options if name.startswith("test_")]
    if switches:
        raise RefusedError(
            N_("{switches} is a test switch for virtual boards; leave it away, or play on --port sim://NAME."),
            code="virtual_only",
            switches=", ".join(switches),
        )
    content = app.approved_content()
    approval = proof_of(content)
    if approval and BundleShelf(home_dir()).loaded() not in {None, content.bundle}:
        talk(
            N_(
                "A list loaded later is not approved; the one approved by {number} of {date} plays. To play the new "
                "one, have it signed and enter the signature (signboard approve)."
            ),
            number=approval.number,
            date=write_day(approval.date_day),
        )
    return content


def _station(stage: app.Stage, url: str) -> Station:
    settings: Settings = stage.settings
    return Station(
        settings.site.id,
        settings.board.id,
        stage.content.bundle,
        is_virtual=is_virtual(url),
        is_left_dark=settings.show.stop == "dark",
    )


@dataclass(frozen=True, slots=True)
class Records:
    """Board time, and where what happens is written down.

    Attributes:
        sink: takes rows of the play log.
        tell: says what is wrong with the log.
        book_of: the record of writes to a board's memory.
    """

    clock: Clock
    sink: Sink = lambda _: None
    tell: Callable[[], object] = lambda: None
    book_of: Callable[[str], WriteBook | None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Seat:
    """One board of the line: who plays on it, and who watches."""

    stage: app.Stage
    screenplay: Screenplay
    line: OpenLine
    streamer: Streamer
    witness: Witness
    trouble: Trouble

    def figures(self) -> dict[str, object]:
        """What it has done."""
        totals = self.streamer.totals
        return {
            "sent": totals.sent,
            "acked": totals.acked,
            "failed": totals.failed,
            "alarms": totals.alarms,
            "slogans": self.witness.slogans,
            "pictures": self.witness.pictures,
            "shown": list(self.witness.shown),
        }


def _seats(stage: app.Stage, url: str, records: Records) -> list[Seat]:
    """A seat for each board of the settings' line."""
    stages = app.stages_of_line(stage)
    lines = lines_to(stage.settings, url, home_dir(), Keeping(records.clock, records.book_of))
    return [_seat(one, line, url, records, is_alone=len(lines) == 1) for one, line in zip(stages, lines, strict=True)]


def _seat(stage: app.Stage, line: OpenLine, url: str, records: Records, *, is_alone: bool) -> Seat:
    name = "" if is_alone else f"{stage.settings.board.id}: "

    def say(sentence: str) -> None:
        click.echo(f"{name}{sentence}", err=True)

    screenplay = stage.screenplay()
    streamer = Streamer(screenplay, line.board, records.clock, _station(stage, url), records.sink)
    witness = Witness(stage, says=None if this_call().as_json else say)
    streamer.observe = witness.saw
    streamer.alarm = lambda alarm: say("\n".join(lines(alarm)))
    return Seat(stage, screenplay, line, streamer, witness, Trouble(streamer, records.clock, url, say))


def _play(stage: app.Stage, url: str, records: Records, *, seconds: float | None) -> int:
    from signboard.player.loop import run_until  # noqa: PLC0415 - APScheduler, which help does without

    seats = _seats(stage, url, records)
    player = seats[0].streamer if len(seats) == 1 else Turns([seat.streamer for seat in seats])
    began_at = records.clock.now()

    told: list[str] = []

    def watch() -> None:
        for seat in seats:
            seat.trouble.tell()
            if not told and seat.line.link.makes_parity:
                told.append(seat.stage.spec.capabilities.framing)
                talk(_EIGHT_BITS, url=url, framing=told[0])
        records.tell()
        withholding.watch()
        succession.watch()

    withholding = Withholding([seat.screenplay for seat in seats], home_dir(), _say_withdrawn)
    streamers = [seat.streamer for seat in seats]
    playing = Playing(stage, streamers, records.clock, is_virtual(url), lambda said: click.echo(said, err=True))
    succession = Succession(playing, withholding)
    with stopping() as stop, withholding, succession:
        talk(N_("Opening {url}; stop with Ctrl-C."), url=url)
        for seat in seats:
            _tell_of_keeping(seat)
        elapsed_s = run_until(player, records.clock, stop, seconds=seconds, watch=watch)
    figures = [seat.figures() for seat in seats]
    data: dict[str, object] = {
        "url": url,
        "source": succession.stage.content.source,
        "bundle": succession.stage.content.bundle,
        "at": written(began_at, stage),
        **{name: sum(int(str(one[name])) for one in figures) for name in ("sent", "acked", "failed", "alarms")},
        "slogans": figures[0]["slogans"],
        "pictures": figures[0]["pictures"],
        "link_use": round(sum(link_use(seat.line.link, stage.settings.board.baud, elapsed_s) for seat in seats), 4),
        "seconds": round(elapsed_s, 3),
        "versions": {"signboard": __version__},
        "shown": figures[0]["shown"],
    }
    if len(seats) > 1:
        data["boards"] = [{"id": seat.stage.settings.board.id, **one} for seat, one in zip(seats, figures, strict=True)]
    return _report(data, next((seat.streamer.last_error for seat in seats if seat.streamer.last_error), None))


def _tell_of_keeping(seat: Seat) -> None:
    """What a board shows when this computer is off, where it keeps anything."""
    able, keeper = seat.line.board.capabilities, seat.line.board.keeper
    if keeper and able.keeps == "pages":
        talk(
            N_(
                "This board keeps the slogans in its own memory. If this computer fails it goes on showing them, day "
                "and night, until the last day of what it keeps."
            )
        )
    elif keeper:
        talk(
            N_(
                "This board keeps the first picture of the day. If this computer fails and the board was without "
                "power, it shows that picture until somebody clears it: no last day can be given to this kind of board."
            )
        )


def _say_withdrawn(text: str) -> None:
    talk(N_("Withdrawn, so it leaves the board now: {text}"), text=text)


def _report(data: dict[str, object], error: SignboardError | None) -> int:
    """The figures, and the reason where the board never confirmed anything; gives the exit code."""
    never = error if data["acked"] == 0 and data["failed"] else None
    text = fill(
        N_("{sent} pictures sent, {acked} confirmed by the board, {failed} failed; the line was busy for {share} %."),
        share=number_text(100 * float(str(data["link_use"])), 1),
        **{name: data[name] for name in ("sent", "acked", "failed")},
    )
    errors = [(never.code, "\n".join(lines(never)))] if never else []
    report(data, text, ok=never is None, errors=errors)
    return never.exit_code if never else 0
