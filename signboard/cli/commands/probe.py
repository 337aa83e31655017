"""`probe`: who is at the other end of a port? Hellos at every speed, or listening only."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from signboard.cli import choices, words
from signboard.cli.benches import known_ports, line_at
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.kinds import Number
from signboard.cli.playing import stopping
from signboard.cli.table import table
from signboard.clock import SystemClock
from signboard.errors import N_, LinkDownError, UsageError
from signboard.locale import _, fill, lines
from signboard.probing import Found, hear, hellos, probe, silent_families
from signboard.protocols import PROTOCOLS
from signboard.trace.naming import COMMON_SIZES, Guess, name_protocol

__all__ = ["command"]

NOT_FOUND = 5
_MOST_ADDRESSES = 64
_LISTEN_BAUDS = (57600, 9600, 115200, 4800)
"""Listened at in turn where no speed is named."""


@dataclass(frozen=True, slots=True)
class Search:
    """What to ask: addresses of a shared line, and whether to go on after the first board."""

    addresses: tuple[int, ...]
    ask_all: bool


def _search(addresses: str | None, ask_all: bool) -> Search:
    return Search(_numbers(addresses), ask_all or addresses is not None)


def _searching(function: choices.Function) -> choices.Function:
    options = (
        words.option(
            "--addresses",
            metavar="1-8",
            help=N_("Ask these addresses of a shared line one by one, where the kind of board has addresses."),
        ),
        words.option("--all", "ask_all", is_flag=True, help=N_("Go on after the first board that answers.")),
    )
    return choices.gather("search", _search, ("addresses", "ask_all"), options)(function)


@words.command(
    "probe",
    summary=N_(
        "Find the board on a port: ask at every speed in every protocol whose boards answer. Nothing that is asked "
        "changes what the board shows or has stored. Without a port every port is tried."
    ),
    examples=("signboard probe COM3", "signboard probe /dev/ttyUSB0 --listen 20 --baud 9600"),
)
@words.argument("port", required=False, metavar="PORT", help=N_("The port; without it all that there are."))
@words.option("--protocol", "protocols", multiple=True, metavar=N_("NAME"), help=N_("Ask only this kind of board."))
@words.option("--baud", "bauds", multiple=True, type=int, metavar="N", help=N_("Ask only at this speed."))
@_searching
@words.option(
    "--listen",
    type=Number(),
    metavar=N_("SECONDS"),
    help=N_("Send nothing; listen so long to what others send and name their protocol."),
)
def command(
    port: str | None, protocols: tuple[str, ...], bauds: tuple[int, ...], search: Search, listen: float | None
) -> int:
    """Look for it."""
    for name in protocols:
        PROTOCOLS.load(name)
    ports = [port] if port else known_ports()
    if not ports:
        talk(N_("No serial port found; plug in the adapter. For a virtual board: signboard simulate NAME."))
    if listen is not None:
        return _listen(ports, bauds or _LISTEN_BAUDS, listen, protocols)
    boards: list[dict[str, object]] = []
    failures: list[LinkDownError] = []
    for url in ports:
        try:
            boards += [_described(url, found) for found in _ask(url, protocols, bauds, search)]
        except LinkDownError as error:
            if port:
                raise
            failures.append(error)
            click.echo("\n".join(lines(error)), err=True)
    errors = [(error.code, "\n".join(lines(error))) for error in failures]
    report(
        {"boards": boards, "silent": list(silent_families()), "ports": ports},
        _table(boards),
        ok=bool(boards),
        errors=errors if boards or errors else [("no_board", _(_NOBODY))],
    )
    if not boards:
        talk(_NOBODY)
        talk(
            N_("Some kinds of boards never answer ({families}): try signboard test-pattern corners --protocol NAME."),
            families=", ".join(silent_families()),
        )
    return 0 if boards else NOT_FOUND


_NOBODY = N_(
    "No board answered; see that it has power, that A and B (or TX and RX) are not swapped, and that its address is "
    "asked for (--addresses)."
)


def _ask(url: str, protocols: Sequence[str], bauds: Sequence[int], search: Search) -> tuple[Found, ...]:
    as_json = this_call().as_json
    is_terminal = sys.stderr.isatty() and not as_json

    def tell(number: int, count: int, baud: int, family: str) -> None:
        if is_terminal:
            click.echo(f"\r\x1b[K{url}  {number}/{count}  {baud}  {family}", err=True, nl=False)
        elif not as_json and (number == 1 or number % 10 == 0):
            talk(N_("{url}: question {number} of {count}"), url=url, number=number, count=count)

    questions = hellos(protocols, search.addresses)
    try:
        return probe(
            lambda baud: line_at(url, baud),
            SystemClock(),
            questions,
            bauds=bauds,
            ask_all=search.ask_all,
            tell=tell,
        )
    finally:
        if is_terminal:
            click.echo("\r\x1b[K", err=True, nl=False)


def _described(url: str, found: Found) -> dict[str, object]:
    size = found.size
    return {
        "port": url,
        "protocol": found.family,
        "baud": found.baud,
        "address": found.address or None,
        "width": size[0] if size else None,
        "height": size[1] if size else None,
        "colour": found.fields.get("colour"),
        "type": found.fields.get("device_type"),
        "firmware": found.fields.get("firmware"),
        "is_certain": found.is_certain,
        "fields": found.fields,
    }


def _table(boards: Sequence[dict[str, object]]) -> str:
    if not boards:
        return ""
    head = [_(N_("Port")), _(N_("Protocol")), _(N_("Speed")), _(N_("Size")), _(N_("What it told"))]
    rows = []
    for board in boards:
        size = f"{board['width']}x{board['height']}" if board["width"] else "?"
        told = [str(board[key]) for key in ("type", "colour", "firmware") if board[key]]
        told += [fill(N_("address {address}"), address=board["address"])] if board["address"] else []
        told += [] if board["is_certain"] else [_(N_("refused the question"))]
        rows.append([str(board["port"]), str(board["protocol"]), str(board["baud"]), size, ", ".join(told)])
    return table(head, rows)


def _listen(ports: Sequence[str], bauds: Sequence[int], seconds: float, protocols: Sequence[str]) -> int:
    heard: list[dict[str, object]] = []
    with stopping() as stop:
        for url in ports:
            for baud in bauds:
                talk(N_("Listening at {url}, {baud} baud."), url=url, baud=baud)
                raw = hear(line_at(url, baud), SystemClock(), seconds / len(bauds), stop.is_set)
                heard.append({"port": url, "baud": baud, "bytes": len(raw), "start": raw[:64].hex()})
                heard[-1]["guesses"] = [_guess(guess) for guess in _name(raw, protocols)]
    named = [one for one in heard if one["guesses"]]
    report({"heard": heard}, _heard_text(heard), ok=bool(named))
    return 0 if named else NOT_FOUND


def _name(raw: bytes, protocols: Sequence[str]) -> tuple[Guess, ...]:
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    board = load_settings(this_call().config).board
    specs = [PROTOCOLS.load(name) for name in protocols or PROTOCOLS.names()]
    return name_protocol(raw, specs, ((board.width, board.height), *COMMON_SIZES))[:3]


def _guess(guess: Guess) -> dict[str, object]:
    return {
        "protocol": guess.protocol,
        "share": guess.share,
        "width": guess.board.width_px,
        "height": guess.board.height_px,
        "pictures": guess.pictures,
        "commands": guess.commands,
        "refused": guess.refused,
    }


def _heard_text(heard: Sequence[dict[str, object]]) -> str:
    rows = []
    for one in heard:
        guesses = one["guesses"]
        named = (
            [f"{guess['protocol']} {100 * guess['share']:.0f} %" for guess in guesses]
            if isinstance(guesses, list)
            else []
        )
        rows.append([str(one["port"]), str(one["baud"]), str(one["bytes"]), ", ".join(named) or "-"])
    return table([_(N_("Port")), _(N_("Speed")), _(N_("Bytes")), _(N_("Protocol"))], rows)


def _numbers(text: str | None) -> tuple[int, ...]:
    """`1-8,12` → the numbers.

    Raises:
        UsageError: `bad_addresses`.
    """
    found: list[int] = []
    for part in (text or "").split(",") if text else []:
        read = re.fullmatch(r"\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*", part)
        if read:
            found += range(int(read[1]), int(read[2] or read[1]) + 1)
        if not read or len(found) > _MOST_ADDRESSES:
            raise UsageError(
                N_("'{text}' names no addresses; write them as 1-8 or 1,2,5, at most {most} of them."),
                code="bad_addresses",
                text=text,
                most=_MOST_ADDRESSES,
            )
    return tuple(found)
