"""`run`: the approved slogans on the board, until it is stopped."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass

import click

from signboard import app
from signboard.campaign.days import write_day
from signboard.cli import choices, words
from signboard.cli.answers import say_source
from signboard.cli.call import this_call
from signboard.cli.envelope import talk
from signboard.cli.kinds import parse_instant
from signboard.cli.log_trouble import LogTrouble
from signboard.cli.playing import clock_for
from signboard.cli.running import Run, play
from signboard.cli.seats import Records
from signboard.cli.succession import check_stage, proof_of
from signboard.errors import N_, RefusedError, UsageError
from signboard.files import home_dir
from signboard.player.log_writer import LogWriter
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.wear import WearLog
from signboard.transports.opening import is_virtual

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
            return play(Run(stage, url, Records(clock), seconds))
        log = LogWriter(lambda: Store(app.store_path()))
        log_trouble = LogTrouble(log, lambda sentence: click.echo(sentence, err=True))
        stack.callback(log_trouble.sum_up)
        stack.enter_context(log)
        records = Records(clock, log.put, log_trouble.tell, lambda board_id: WearLog(app.store_path(), board_id))
        return play(Run(stage, url, records, seconds))


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
