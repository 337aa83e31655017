"""Cuts a stream of bytes into messages, whatever the chunks: each family gives the rule, this keeps the account.

A rule looks at everything that is still open and says what its first bytes are, or waits for more. It must give the
same verdict however much has come behind the bytes that it judges; then chunks cannot matter.
"""

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["NOISE_BYTES", "Cut", "Cutter", "Piece", "Rule", "noise_before"]

NOISE_BYTES = 4096
"""Noise is told in pieces of at most so much."""

Cut = tuple[int, str]
"""So many bytes from the front, and what they are: "" a message, `noise`, or the family's word for a flaw."""

Rule = Callable[[bytearray], Cut | None]


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that belong together: a message (`flaw` is ""), noise, or a message with a flaw."""

    flaw: str
    raw: bytes


class Cutter:
    """Holds what is not decided yet; as much memory as the rule lets a message grow.

    Args:
        rule: says what the front of the open bytes is; None while more is needed.
    """

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._open = bytearray()
        self._noise = bytearray()

    def feed(self, received: bytes) -> list[Piece]:
        """Take bytes in any chunks; return what is decided, in order. Stray bytes are gathered before they are told."""
        self._open += received
        pieces: list[Piece] = []
        while self._open:
            cut = self._rule(self._open)
            if cut is None:
                break
            raw = bytes(self._open[: cut[0]])
            del self._open[: cut[0]]
            if cut[1] == "noise":
                self._stray(raw, pieces)
            else:
                self._tell_noise(pieces)
                pieces.append(Piece(cut[1], raw))
        return pieces

    @property
    def is_open(self) -> bool:
        """Does a message wait for its rest?"""
        return bool(self._open)

    def _stray(self, raw: bytes, pieces: list[Piece]) -> None:
        while raw:
            room = NOISE_BYTES - len(self._noise)
            self._noise += raw[:room]
            raw = raw[room:]
            if len(self._noise) == NOISE_BYTES:
                self._tell_noise(pieces)

    def _tell_noise(self, pieces: list[Piece]) -> None:
        if self._noise:
            pieces.append(Piece("noise", bytes(self._noise)))
            self._noise.clear()


def noise_before(start: bytes, received: bytearray) -> Cut | None:
    """What stands in front of `start` (which `received` may end in the midst of); None where it is at the front."""
    at = received.find(start)
    if at > 0:
        return at, "noise"
    if at == 0:
        return None
    kept = next((n for n in range(min(len(start) - 1, len(received)), 0, -1) if received.endswith(start[:n])), 0)
    return (len(received) - kept, "noise") if len(received) > kept else None
