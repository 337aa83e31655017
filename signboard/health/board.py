"""Checks of the board and of the way to it: the port is there, ours and free; the right board answers."""

from collections.abc import Callable

from signboard.clock import Clock
from signboard.errors import N_, BoardError, SignboardError
from signboard.health.finding import BAD, GOOD, NOTE, Finding, failed
from signboard.link import Link, Patience
from signboard.locale import fill
from signboard.protocols import PROTOCOLS
from signboard.settings import Settings
from signboard.transports.adapters import access_of, driver_of, holders_of
from signboard.transports.base import Transport
from signboard.transports.serial_port import SerialPort

__all__ = ["board_answers", "not_asked", "port_is_ready", "wire_carries"]

BITS_PER_BYTE = 10
_SLOW_S = 5.0
"""A full picture that takes longer is worth a word."""


def port_is_ready(url: str, known: tuple[str, ...], player: str = "") -> Finding:
    """Is the port there, may we use it, is it free? It is not opened.

    Args:
        url: the board's address.
        known: ports that the system names, for the cure.
        player: the process of ours that plays there, as its lock says; a network's port tells nobody who has it open.
    """
    if not url:
        cure = fill(N_("Name it in the settings: signboard setup (ports: {known})."), known=", ".join(known) or "-")
        return Finding("port", NOTE, fill(N_("No port is set.")), cure, "no_port")
    access = access_of(url)
    if not access.may_use:
        cure = fill(
            N_("Let your account join the group: sudo usermod -aG {group} NAME; then sign in anew."), group=access.group
        )
        return Finding("port", BAD, fill(N_("You may not use {port}."), port=url), cure, "port_denied")
    holders = holders_of(url)
    if holders or player:
        names = ", ".join(map(str, holders)) or f"signboard ({player})"
        text = fill(N_("{port} is in use by {holders}."), port=url, holders=names)
        if all(holder.is_signboard for holder in holders):
            return Finding("port", NOTE, text, fill(N_("While it plays, the board is not asked.")), "port_busy")
        return Finding("port", BAD, text, fill(N_("Close that program; two cannot share a line.")), "port_busy")
    if not SerialPort(url, 0).is_there():
        cure = fill(
            N_("Plug its cable in, or name another port: signboard setup (ports: {known})."),
            known=", ".join(known) or "-",
        )
        return Finding("port", BAD, fill(N_("This computer has no port {port}."), port=url), cure, "port_missing")
    driver = driver_of(url, "") if "://" not in url else ""
    return Finding(
        "port", GOOD, fill(N_("Port {port} {driver}"), port=url, driver=f"({driver})" if driver else "").strip()
    )


def not_asked() -> Finding:
    """Somebody wished that the board be left alone: whether it answers nobody knows."""
    text = fill(N_("The board was not asked (--no-board): nobody knows whether it answers."))
    return Finding("board", NOTE, text, fill(N_("Ask it, too: signboard check.")), "not_asked")


def wire_carries(settings: Settings) -> Finding:
    """How long does one picture take on this line?"""
    board = settings.board
    spec = PROTOCOLS.load(board.protocol)
    seconds = spec.wire_bytes(board.spec) * BITS_PER_BYTE / board.baud
    text = fill(N_("A picture takes {seconds:.2f} s at {baud} baud."), seconds=seconds, baud=board.baud)
    if seconds > _SLOW_S:
        cure = fill(N_("Set a higher speed on the board and in the settings, where both have one."))
        return Finding("wire", NOTE, text, cure, "wire_slow")
    return Finding("wire", GOOD, text)


def board_answers(settings: Settings, open_line: Callable[[], Transport], clock: Clock) -> Finding:
    """Does the board answer that the settings describe? Only greeted: the picture stays.

    Args:
        settings: the board.
        open_line: a closed transport to it.
        clock: wire time.
    """
    board = settings.board
    spec = PROTOCOLS.load(board.protocol)
    try:
        driver = spec.driver(board.spec)
        link = Link(open_line(), clock, patience=Patience(attempts=1))
        try:
            outcome = link.carry(driver.identify())
        finally:
            link.close()
    except BoardError as error:
        return failed("board", error, fill(N_("See who is there: signboard probe {port}."), port=board.port))
    except SignboardError as error:
        return failed("board", error)
    told = ", ".join(f"{key}={value}" for key, value in outcome.fields.items())
    if not told:
        text = fill(N_("The line opens; boards of the kind {protocol} never answer."), protocol=spec.name)
        return Finding("board", NOTE, text, fill(N_("Look at it: signboard test-pattern corners.")), "board_silent")
    return Finding("board", GOOD, fill(N_("The board answers: {told}."), told=told))
