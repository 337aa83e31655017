"""What the bench's commands share: named ports and traces, real or virtual, and what is said about a port's state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from signboard import app
from signboard.cli.envelope import talk
from signboard.cli.writing import read_input
from signboard.errors import N_, LinkDownError, UsageError
from signboard.files import home_dir
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec, ProtocolSpec
from signboard.service.lock import player_of
from signboard.simulator import directory
from signboard.trace.reading import Trace, read_trace
from signboard.transports.base import Transport
from signboard.transports.opening import open_transport

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["board_of_trace", "check_free", "known_ports", "line_at", "named_trace", "player_at"]


def player_at(url: str) -> str:
    """The process of ours that plays on this port; empty: none."""
    return player_of(home_dir() / "run", url)


def check_free(url: str) -> None:
    """A board that plays is left alone, also where the way to it would let a second caller in.

    Raises:
        LinkDownError: `port_busy`.
    """
    pid = player_at(url)
    if pid:
        raise LinkDownError(
            N_(
                "signboard (process {pid}) plays on {port}, so the board is left alone; to ask it, stop that one "
                "first: signboard service remove, or Ctrl-C in its window."
            ),
            code="port_busy",
            pid=pid,
            port=url,
        )


def line_at(url: str, baud: int, framing: str = "8N1") -> Transport:
    """A closed transport; virtual boards are looked up in the home folder.

    Raises:
        LinkDownError: `port_busy`, signboard plays there.
    """
    check_free(url)
    return open_transport(url, baud, home=home_dir(), framing=framing)


def known_ports() -> list[str]:
    """Every serial port that has hardware behind it, then every virtual board that runs."""
    from signboard.transports.serial_port import found_ports  # noqa: PLC0415 - pyserial, which help does without

    virtual = [f"sim://{entry.name}" for entry in directory.entries(home_dir()) if entry.is_alive]
    return [port.url for port in found_ports()] + virtual


def named_trace(name: str) -> Trace:
    """A trace file that somebody named, `-` for standard input.

    Raises:
        InputError: it is missing, too large or no trace.
    """
    return read_trace(read_input(name), Path(name).name)


def board_of_trace(trace: Trace, wishes: app.Wishes, settings: Settings) -> tuple[ProtocolSpec, BoardSpec]:
    """The board that a recording speaks to: as asked for, else as its heading says, else as the bytes themselves say.

    Raises:
        UsageError: `unknown_speech`, nobody understands the bytes and no protocol is named.
    """
    from signboard.trace.naming import COMMON_SIZES, name_protocol  # noqa: PLC0415 - every protocol, for help too many

    if wishes.protocol:
        return PROTOCOLS.load(settings.board.protocol), settings.board.spec
    size = wishes.size or (settings.board.width, settings.board.height)
    heard = trace.to_board() or b"".join(piece.raw for piece in trace.pieces)
    specs = [PROTOCOLS.load(name) for name in PROTOCOLS.names()]
    guesses = name_protocol(heard, specs, [size] if wishes.size else [size, *COMMON_SIZES])
    if not guesses:
        raise UsageError(
            N_("No kind of board that signboard knows understands these bytes; name one by --protocol."),
            code="unknown_speech",
        )
    best = guesses[0]
    talk(
        N_("These bytes speak {protocol} ({share} % understood); another one is named by --protocol."),
        protocol=best.protocol,
        share=round(100 * best.share),
    )
    return PROTOCOLS.load(best.protocol), best.board
