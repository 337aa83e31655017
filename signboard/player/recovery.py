"""Recovery: how long a board may be wrong after its fault is over, told by its family, its size and its speed. Pure.

A board that lost its picture gets it with the next refresh; one that answers nothing is noticed when an answer is due;
then one picture passes over the wire. The sum is the board's recovery bound:

    refresh + answer + one picture on the wire

Between greetings that nobody answers the line rests, but never for longer than half a refresh, so that a board which
comes back in such a rest is right within the bound, too.
"""

from signboard.link import BACKOFF_S
from signboard.protocols.spec import BoardSpec, ProtocolSpec

__all__ = ["answer_s", "frame_s", "recovery_bound_s", "refresh_s", "rests_s"]

_BITS_PER_BYTE = 10  # start, eight bits, stop
_FRAMES = 3
"""A line whose boards answer nothing carries its picture again in a third of its time at most."""


def frame_s(family: ProtocolSpec, board: BoardSpec, baud: int) -> float:
    """Wire seconds of one picture of the whole board, answer included."""
    return family.wire_bytes(board) * _BITS_PER_BYTE / baud


def refresh_s(family: ProtocolSpec, board: BoardSpec, baud: int) -> float | None:
    """How often the same picture is sent again; None: never, because the board keeps what it was told."""
    declared_s = family.capabilities.refresh_s
    if declared_s is None or family.capabilities.answers:
        return declared_s
    return max(declared_s, _FRAMES * frame_s(family, board, baud))


def answer_s(family: ProtocolSpec, board: BoardSpec) -> float:
    """How long the board may take to answer beyond the wire: its option `answer_s`, else as its family does."""
    told = board.options.get("answer_s") if "answer_s" in family.options else None
    return float(told) if told else family.capabilities.answer_s


def recovery_bound_s(family: ProtocolSpec, board: BoardSpec, baud: int) -> float | None:
    """How long the board may show something else after its fault is over; None where it keeps its content by itself."""
    again_s = refresh_s(family, board, baud)
    return None if again_s is None else again_s + answer_s(family, board) + frame_s(family, board, baud)


def rests_s(again_s: float | None) -> tuple[float, ...]:
    """Rests after the first, second … failed opening or greeting of a board that is refreshed so often."""
    longest_s = BACKOFF_S[-1] if again_s is None else max(BACKOFF_S[0], again_s / 2)
    return tuple(min(wait_s, longest_s) for wait_s in BACKOFF_S)
