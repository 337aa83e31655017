"""`run`: the approved slogans on the board, until it is stopped."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import click

from signboard import app
from signboard.campaign.days import write_day
from signboard.cli import choices, words
from signboard.cli.answers import say_source
from signboard.cli.call import this_call
from signboard.cli.envelope import talk
from signboard.cli.fallback import DARK, Guard
from signboard.cli.kinds import parse_instant
from signboard.cli.list_trouble import list_trouble, list_wanted
from signboard.cli.log_trouble import LogTrouble
from signboard.cli.mending import Mending
from signboard.cli.playing import clock_for, stopping
from signboard.cli.running import Run, play
from signboard.cli.seats import Records
from signboard.cli.succession import check_stage, proof_of
from signboard.cli.unheard import unheard
from signboard.cli.unwritten import note_unwritten
from signboard.cli.watching import leash, patience, pulse_for
from signboard.clock import SystemClock
from signboard.errors import N_, RefusedError, UsageError
from signboard.files import home_dir, home_in_use
from signboard.player.log_writer import LogWriter
from signboard.service.diary import Diary
from signboard.service.lock import BoardLock, lock_names
from signboard.store.ballast import room_of
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.wear import WearLog
from signboard.transports.opening import is_virtual

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["command"]


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
@words.option(
    "--health",
    metavar=N_("ADDRESS"),
    default="",
    help=N_("Serve /healthz and /metrics there, such as 127.0.0.1:9120; a process of its own, off unless asked for."),
)
def command(port: str | None, wishes: app.Wishes, board_time: BoardTime, seconds: float | None, health: str) -> int:
    """Play."""
    with unheard(), patience(SystemClock()), stopping() as stop, ExitStack() as stack:
        leash(stop)
        settings = app.settings_for(wishes, this_call().config)
        url = port or settings.board.port
        if not url:
            raise UsageError(
                N_("No port is given; name it by --port or in the settings. signboard ports lists what there is."),
                code="no_port",
            )
        names = lock_names(url, tuple(board.id for board in settings.board.line), is_virtual=is_virtual(url))
        stack.enter_context(BoardLock(home_dir() / "run", names))
        diary = Diary(home_dir() / "run" / f"{settings.board.id}.json", SystemClock())
        mending = Mending(app.store_path(), SystemClock(), _say, () if is_virtual(url) else room_of(home_dir()))
        mending.begin()
        content = _content(url, wishes, board_time, Guard(settings, diary, _say), stack)
        run = Run(_stage(url, wishes, content), url, Records(SystemClock()), seconds, diary=diary, stop=stop)
        return _play(run, board_time, health, mending)


def _say(sentence: str) -> None:
    click.echo(sentence, err=True)


def _stage(url: str, wishes: app.Wishes, content: app.Content) -> app.Stage:
    stage = app.stage_for(wishes, this_call().config, content)
    if not is_virtual(url) and content is not DARK:
        check_stage(stage)
    app.require_messages(stage)
    say_source(stage)
    return stage


def _play(run: Run, board_time: BoardTime, health: str, mending: Mending) -> int:
    from signboard.cli.bulletin import Bulletin, Telling  # noqa: PLC0415 - mail and web, which help does without
    from signboard.cli.timing import TimeDesk  # noqa: PLC0415 - astral and the store, which help does without
    from signboard.health.configured import places_of  # noqa: PLC0415 - mail and web, which help does without

    at = None if board_time.at is None else parse_instant(board_time.at, run.stage.settings.zone)
    clock = clock_for(at, board_time.speed)
    stage = run.stage
    is_approved = stage.content.source in {"approved", DARK.source}
    companions = (pulse_for(clock, list_trouble(stage.settings.board.id) if is_approved else ""),)
    if not board_time.is_real:  # board time is played, not lived: nothing of it goes into the log
        return play(replace(run, records=Records(clock), companions=companions))
    with ExitStack() as stack:
        log = LogWriter(lambda: Store(app.store_path()), remedy=mending.remedy)
        places = places_of(stage.settings, home_dir())
        note_unwritten(log, stage.settings, places.folder, app.store_path(), is_virtual=is_virtual(run.url))
        log_trouble = LogTrouble(log, _say)
        stack.callback(log_trouble.sum_up)
        stack.enter_context(log)
        records = Records(clock, log, log_trouble.tell, lambda board_id: WearLog(app.store_path(), board_id))
        telling = Telling(run.url, is_virtual(run.url), health, this_call().config, log)
        more = (partial(TimeDesk, clock), partial(Bulletin, telling), lambda _seats: mending)
        return play(replace(run, records=records, companions=(*companions, *more)))


def _content(url: str, wishes: app.Wishes, board_time: BoardTime, guard: Guard, stack: ExitStack) -> app.Content:
    """What plays; until the end of the stack its starts are counted, where it is an approved list."""
    shelf = BundleShelf(home_dir())
    current, loaded = list_wanted(), shelf.loaded()
    if is_virtual(url):
        if wishes.campaign or current is None or loaded not in {None, current} or not board_time.is_real:
            return app.find_content(wishes)
        return stack.enter_context(guard.playing(current))
    _check_real(wishes, board_time, guard.settings)
    if current is None:
        with home_in_use(home_dir()):  # a folder that cannot be one holds no approved list, whatever was approved
            (home_dir() / "run").mkdir(parents=True, exist_ok=True)
        return app.approved_content()  # which says what to do
    content = stack.enter_context(guard.playing(current))
    if content is not DARK:
        _tell_of_newer(content, None if loaded == current else loaded)
    return content


def _check_real(wishes: app.Wishes, board_time: BoardTime, settings: Settings) -> None:
    if wishes.campaign or not board_time.is_real:
        raise RefusedError(
            N_(
                "--campaign, --at and --speed are for virtual boards; a real board plays approved content at the true "
                "time. Leave them away, or play on --port sim://NAME."
            ),
            code="virtual_only",
        )
    switches = [name for board in settings.board.line for name in board.options if name.startswith("test_")]
    if switches:
        raise RefusedError(
            N_("{switches} is a test switch for virtual boards; leave it away, or play on --port sim://NAME."),
            code="virtual_only",
            switches=", ".join(switches),
        )


def _tell_of_newer(content: app.Content, loaded: str | None) -> None:
    approval = proof_of(content)
    if approval and loaded not in {None, content.bundle}:
        talk(
            N_(
                "A list loaded later is not approved; the one approved by {number} of {date} plays. To play the new "
                "one, have it signed and enter the signature (signboard approve)."
            ),
            number=approval.number,
            date=write_day(approval.date_day),
        )
