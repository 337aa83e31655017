"""The trace file: one line of JSON per event, so that it can be mailed, cut, joined and read without signboard.

    {"t_ms": 0, "at": "…", "direction": "-", "kind": "capture", "format": 1, "port": "COM3", "baud": 57600}
    {"t_ms": 812, "at": "…", "direction": "to_board", "kind": "bytes", "hex": "a5a5…"}
    {"t_ms": 840, "at": "…", "direction": "to_host", "kind": "bytes", "hex": "a5a5…"}

`t_ms` is wire time since the recording began, `at` board time in UTC. Only lines of kind `bytes` carry bytes; others
may tell what they like, so the records of a virtual board are traces too.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from signboard.errors import N_, InputError

__all__ = [
    "TO_BOARD",
    "TO_HOST",
    "Piece",
    "Trace",
    "Turn",
    "heading_line",
    "piece_line",
    "read_trace",
    "turns",
]

FORMAT = 1
TO_BOARD, TO_HOST = "to_board", "to_host"
GAP_MS = 50
"""After so long a silence the same side begins something new."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that passed together.

    Attributes:
        t_ms: wire time since the recording began.
        direction: `to_board` or `to_host`.
    """

    t_ms: int
    direction: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Trace:
    """A recording.

    Attributes:
        heading: what its first line says about it (port, baud …), empty where it has none.
    """

    pieces: tuple[Piece, ...]
    heading: Mapping[str, object] = field(default_factory=dict)

    def to_board(self) -> bytes:
        """All bytes of the host."""
        return b"".join(piece.raw for piece in self.pieces if piece.direction == TO_BOARD)


@dataclass(frozen=True, slots=True)
class Turn:
    """The host spoke, then perhaps the board: what belongs together.

    Attributes:
        t_ms: when it began.
        asked, answered: all bytes of the host and of the board.
    """

    t_ms: int
    asked: bytes
    answered: bytes


def heading_line(at: str, **about: object) -> str:
    """The first line of a recording.

    Args:
        at: board time in UTC, ISO.
        about: what to tell (`port`, `baud`, `protocol` …).
    """
    line = {"t_ms": 0, "at": at, "direction": "-", "kind": "capture", "format": FORMAT, **about}
    return json.dumps(line, ensure_ascii=False)


def piece_line(piece: Piece, at: str) -> str:
    """One line for bytes that passed at this instant (board time in UTC, ISO)."""
    line = {"t_ms": piece.t_ms, "at": at, "direction": piece.direction, "kind": "bytes", "hex": piece.raw.hex()}
    return json.dumps(line)


def read_trace(raw: bytes, name: str) -> Trace:
    """Read a recording; a last line that was cut off with the power is left away.

    Args:
        raw: the file.
        name: of the file, for messages.

    Raises:
        InputError: `bad_trace` naming the line, `newer_trace`, or `empty_trace`.
    """
    lines = raw.decode("utf-8-sig", "replace").splitlines()
    pieces: list[Piece] = []
    heading: dict[str, object] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            event = json.loads(line)
            if event["kind"] == "bytes" and event["direction"] in (TO_BOARD, TO_HOST):
                pieces.append(Piece(int(event["t_ms"]), str(event["direction"]), bytes.fromhex(event["hex"])))
            elif event["kind"] == "capture" and not heading:
                heading = event
        except (ValueError, KeyError, TypeError) as error:
            if number == len(lines) and not raw.endswith(b"\n"):
                break
            raise InputError(
                N_("{file}, line {line}: this is no event of a recording; give a file that signboard capture wrote."),
                code="bad_trace",
                file=name,
                line=number,
            ) from error
    return _checked(Trace(tuple(pieces), heading), name)


def _checked(trace: Trace, name: str) -> Trace:
    if trace.heading.get("format", FORMAT) != FORMAT:
        raise InputError(
            N_("{file} was written by a newer signboard (format {found}); update signboard to read it."),
            code="newer_trace",
            file=name,
            found=trace.heading["format"],
        )
    if not trace.pieces:
        raise InputError(
            N_("{file} holds no bytes; see whether the line was connected, then record again."),
            code="empty_trace",
            file=name,
        )
    return trace


def turns(trace: Trace, gap_ms: int = GAP_MS) -> tuple[Turn, ...]:
    """The recording cut where the host speaks again after the board, or after a silence of its own."""
    found: list[list[Piece]] = []
    for piece in trace.pieces:
        last = found[-1][-1] if found else None
        is_new = last is None or (
            piece.direction == TO_BOARD and (last.direction == TO_HOST or piece.t_ms - last.t_ms > gap_ms)
        )
        if is_new:
            found.append([])
        found[-1].append(piece)
    return tuple(_turn(group) for group in found)


def _turn(group: list[Piece]) -> Turn:
    sides = (b"".join(piece.raw for piece in group if piece.direction == side) for side in (TO_BOARD, TO_HOST))
    return Turn(group[0].t_ms, *sides)
