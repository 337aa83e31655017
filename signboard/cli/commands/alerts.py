"""`alerts`: what was raised and told, a trial, and the watch that tells."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from signboard.app import store_path
from signboard.cli import words
from signboard.cli.blocks import terminal_columns
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.playing import end_with_input, stopping
from signboard.cli.table import table
from signboard.cli.unheard import unheard
from signboard.clock import SystemClock
from signboard.errors import N_, SignboardError, UsageError
from signboard.files import home_dir
from signboard.locale import _, fill, instant_text, lines
from signboard.store.alerts import Alert, AlertBook
from signboard.store.connection import is_begun

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["command"]

_PACE_S = 10.0


@words.command(
    "alerts",
    summary=N_(
        "The latest alerts, and whether people were told. --test sends a trial to everybody who is configured; --watch "
        "looks and tells until stopped, which signboard run does by itself where anybody is configured."
    ),
    examples=("signboard alerts", "signboard alerts --test"),
)
@words.option("--test", "is_trial", is_flag=True, help=N_("Send a trial now."))
@words.option("--watch", "watches", is_flag=True, help=N_("Look and tell until stopped."))
@words.option("--beside", is_flag=True, hidden=True, help="End when standard input does.")
def command(is_trial: bool, watches: bool, beside: bool) -> int:
    """List, try, or watch."""
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    settings = load_settings(this_call().config)
    if is_trial:
        return _try(settings)
    if watches:
        _watch(settings, beside=beside)
        return 0
    _list(settings)
    return 0


def _list(settings: Settings) -> None:
    rows: tuple[Alert, ...] = ()
    if is_begun(store_path()):
        with AlertBook(store_path()) as book:
            rows = book.latest()
    text = _(N_("No alert has been raised."))
    if rows:
        head = [_(N_("since")), _(N_("until")), _(N_("board")), _(N_("told")), _(N_("alert"))]
        text = table(head, [_row(one, settings) for one in rows], terminal_columns())
    report({"alerts": [_described(one) for one in rows]}, text)


def _row(alert: Alert, settings: Settings) -> list[str]:
    from signboard.health.sentences import kind_name  # noqa: PLC0415 - the player's rooms, which help does without

    until = instant_text(alert.cleared_at, settings.zone) if alert.cleared_at and not alert.is_notice else ""
    told = instant_text(alert.sent_at, settings.zone) if alert.sent_at else _(N_("not yet"))
    return [instant_text(alert.raised_at, settings.zone), until, alert.board_id, told, kind_name(alert.kind)]


def _described(alert: Alert) -> dict[str, object]:
    return {
        "id": alert.id,
        "board": alert.board_id,
        "kind": alert.kind,
        "raised": alert.raised_at,
        "cleared": alert.cleared_at,
        "told": alert.sent_at,
        "told_over": alert.clear_sent_at,
        "tries": alert.tries,
    }


def _try(settings: Settings) -> int:
    from signboard.health.alerting import deliver  # noqa: PLC0415 - mail and web, which help does without
    from signboard.health.configured import desk_of  # noqa: PLC0415 - as above
    from signboard.health.couriers import couriers_of  # noqa: PLC0415 - as above
    from signboard.health.letters import trial_letter  # noqa: PLC0415 - as above

    couriers = couriers_of(settings.alerts)
    if not couriers:
        raise UsageError(
            N_("Nobody is configured for alerts; set mail_host and mail_to, or webhook, under [alerts]."),
            code="no_couriers",
        )
    letter = trial_letter(desk_of(settings), settings.board.id, SystemClock().now())
    told = {one.name: deliver(one, letter) for one in couriers}
    failed = {name: error for name, error in told.items() if error}
    text = "\n".join(
        "\n".join(lines(error)) if error else fill(N_("The trial went out by {way}."), way=name)
        for name, error in told.items()
    )
    errors = [(error.code, "\n".join(lines(error))) for error in failed.values()]
    ways = {name: error.code if error else "ok" for name, error in told.items()}
    report({"ways": ways}, text, ok=not failed, errors=errors)
    return next(iter(failed.values())).exit_code if failed else 0


def _watch(settings: Settings, *, beside: bool) -> None:
    from signboard.health.configured import rounds_of  # noqa: PLC0415 - mail and web, which help does without

    rounds = rounds_of(settings, home_dir(), store_path(), SystemClock())
    said: set[str] = set()
    with unheard(), stopping() as stop:
        if beside:
            end_with_input(stop)
        while not stop.is_set():
            troubles: tuple[SignboardError, ...] = ()
            try:
                with AlertBook(store_path()) as book:
                    troubles = rounds.go(book)
            except SignboardError as error:
                troubles = (error,)
            for trouble in troubles:
                if trouble.code not in said:  # once, not at every try
                    click.echo("\n".join(lines(trouble)), err=True)
            said = {trouble.code for trouble in troubles} or said
            stop.wait(_PACE_S)
    if beside:
        sys.stderr.flush()
        os._exit(0)  # a message that is under way to a slow server is left alone
    talk(N_("Stopped."))
