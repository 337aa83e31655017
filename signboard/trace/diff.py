"""The first place where two recordings differ, exchange by exchange, however their bytes were cut and timed."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from signboard.trace.reading import TO_BOARD, TO_HOST, Trace, Turn, turns

__all__ = ["Difference", "first_difference"]

_AROUND = 8


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two recordings part.

    Attributes:
        kind: `bytes` (the same exchange with other bytes), `only_first` or `only_second` (one has it, the other not).
        exchange: its number in the first recording, from 1; the one before which it is missing for `only_second`.
        direction: `to_board` or `to_host`.
        offset: the first other byte in that direction, from 0.
        first, second: the bytes around it in both, empty where one has none.
        first_ms, second_ms: when the exchange began in each (None where it has none).
    """

    kind: str
    exchange: int
    direction: str
    offset: int
    first: bytes
    second: bytes
    first_ms: int | None
    second_ms: int | None


def first_difference(first: Trace, second: Trace) -> Difference | None:
    """The first difference, None where both say the same in the same order; times do not count.

    Exchanges are aligned by what the host said, so one that is missing does not make all behind it look different.
    """
    ours, theirs = turns(first), turns(second)
    found: list[Difference] = []
    matcher = SequenceMatcher(None, [turn.asked for turn in ours], [turn.asked for turn in theirs], autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            pairs = zip(ours[start:end], theirs[other_start:other_end], strict=True)
            found += [
                _bytes(start + number, TO_HOST, one, other)
                for number, (one, other) in enumerate(pairs, 1)
                if one.answered != other.answered
            ]
        elif tag == "replace":
            found.append(_bytes(start + 1, TO_BOARD, ours[start], theirs[other_start]))
        elif tag == "delete":
            turn = ours[start]
            found.append(
                Difference("only_first", start + 1, TO_BOARD, 0, turn.asked[: 2 * _AROUND], b"", turn.t_ms, None)
            )
        else:
            turn = theirs[other_start]
            found.append(
                Difference("only_second", start + 1, TO_BOARD, 0, b"", turn.asked[: 2 * _AROUND], None, turn.t_ms)
            )
        if found:
            return found[0]
    return None


def _bytes(exchange: int, direction: str, one: Turn, other: Turn) -> Difference:
    sides = (one.asked, other.asked) if direction == TO_BOARD else (one.answered, other.answered)
    at = _first_other(*sides)
    return Difference("bytes", exchange, direction, at, _cut(sides[0], at), _cut(sides[1], at), one.t_ms, other.t_ms)


def _first_other(one: Sequence[int], other: Sequence[int]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut(octets: bytes, at: int) -> bytes:
    return octets[max(0, at - _AROUND) : at + _AROUND]
