"""Recovery: how long a board may be wrong after its fault is over, told by its family, its size and its speed. Pure.

A board that lost its picture gets it with the next refresh; one that answers nothing is noticed when an answer is due;
then one picture passes over the wire. The sum is the board's recovery bound:

    refresh + answer + one picture on the wire

Between greetings that nobody answers the line rests, but never for longer than half a refresh, so that a board which
comes back in such a rest is right within the bound, too.
"""

from signboard.errors import BoardError, NakError, WrongBoardError
from signboard.link import ABSENT, BACKOFF_S, LOOK_S
from signboard.protocols.spec import BoardSpec, ProtocolSpec

__all__ = ["Rests", "answer_s", "frame_s", "recovery_bound_s", "refresh_s", "rests_s"]

_BITS_PER_BYTE = 10  # start, eight bits, stop
_FRAMES = 3
"""A line whose boards answer nothing carries its picture again in a third of its time at most."""
_SHARE = 4
"""On a shared line, who does not answer waits so many times longer than it was waited for, for each neighbour."""
_STRANGER_S = 1.0
"""Where another board answers, the right one is looked for this often."""


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


class Rests:
    """How long a board's line is left alone after each failure.

    Args:
        again_s: how often the board is refreshed; None: never.
        neighbours: how many other boards share the line.
    """

    def __init__(self, again_s: float | None, neighbours: int) -> None:
        self._rests = rests_s(again_s)
        self._stranger_s = min(_STRANGER_S, again_s or _STRANGER_S)
        self._neighbours = neighbours
        self._failures = 0

    def forget(self) -> None:
        """All is well."""
        self._failures = 0

    def after(self, error: BoardError, took_s: float, *, is_in_use: bool) -> float:
        """Until the next try: at once after the first failure of a line in use, soon where the device is not there.

        Args:
            error: the failure.
            took_s: how long it took until it was known.
            is_in_use: the board was set up.
        """
        neighbours_s = took_s * _SHARE * self._neighbours
        if error.code in ABSENT:
            return max(LOOK_S, neighbours_s)
        if isinstance(error, WrongBoardError):
            return max(self._stranger_s, neighbours_s)
        at_once = is_in_use and not self._failures and not isinstance(error, NakError)
        wait_s = 0.0 if at_once else self._rests[min(self._failures, len(self._rests) - 1)]
        self._failures += 1
        return max(wait_s, neighbours_s)
