"""The two directions of a serial line as arithmetic: no byte arrives or leaves faster than the wire carries it. Pure.

8N1: ten bits a byte. The simulator reads only as much as the wire has carried, so what a hasty host writes stays in the
port's own buffer, and the host sees lag and time-outs as on a real line.
"""

from collections import deque

__all__ = ["Inbound", "Outbound"]

_PIECE_S = 0.02
_CATCH_UP_S = 0.02
"""Where the next piece waits already when one is through, it started at once; a hiccup of so much is made up for."""


class _Wire:
    def __init__(self, baud: int) -> None:
        self.byte_s = 10 / baud
        self.piece_bytes = max(1, int(_PIECE_S / self.byte_s))
        self._free_s = float("-inf")
        self._through_s = float("-inf")

    def carry(self, count: int, now_s: float) -> float:
        """When the last of `count` bytes is through; asked in the turn of `through`, the line was never idle."""
        late_s = _CATCH_UP_S if now_s == self._through_s else 0.0
        self._free_s = max(self._free_s, now_s - late_s) + count * self.byte_s
        return self._free_s

    def through(self, now_s: float) -> None:
        """A piece was found to be through in this turn."""
        self._through_s = now_s


class Inbound:
    """From the host to the board: `take` a piece from the port when `room_bytes` says so, `arrived` gives it later.

    Args:
        baud: speed of the line.
        merge_s: bytes are held until the line has been silent for so long, and then arrive together.
    """

    def __init__(self, baud: int, merge_s: float = 0.0) -> None:
        self._wire = _Wire(baud)
        self._merge_s = merge_s
        self._piece = b""
        self._held = b""
        self._due_s = 0.0

    @property
    def room_bytes(self) -> int:
        """How much may be read from the port now; 0 while a piece is on the wire."""
        return 0 if self._piece else self._wire.piece_bytes

    @property
    def next_s(self) -> float | None:
        """When something arrives; None when nothing is under way."""
        return self._due_s if self._piece or self._held else None

    def take(self, piece: bytes, now_s: float) -> None:
        """Put a piece that was read from the port on the wire."""
        self._piece = piece
        self._due_s = self._wire.carry(len(piece), now_s)

    def arrived(self, now_s: float) -> bytes:
        """What has come through by now."""
        if now_s < self._due_s:
            return b""
        if self._piece:
            self._wire.through(now_s)
        if self._piece and self._merge_s:
            self._held, self._piece = self._held + self._piece, b""
            self._due_s = now_s + self._merge_s
            return b""
        through, self._piece, self._held = self._held + self._piece, b"", b""
        return through


class Outbound:
    """From the board to the host: answers wait their time and then leave piece by piece.

    Args:
        baud: speed of the line.
        piece_bytes: size of the pieces (None: what the wire carries in 20 ms).
    """

    def __init__(self, baud: int, piece_bytes: int | None = None) -> None:
        self._wire = _Wire(baud)
        self._piece_bytes = piece_bytes or self._wire.piece_bytes
        self._waiting: deque[tuple[float, bytes]] = deque()
        self._piece = b""
        self._due_s = 0.0

    @property
    def next_s(self) -> float | None:
        """When something is to be written; None when nothing waits."""
        if self._piece:
            return self._due_s
        return self._waiting[0][0] if self._waiting else None

    def put(self, answer: bytes, not_before_s: float) -> None:
        """Queue an answer that must not start before `not_before_s`."""
        if answer:
            self._waiting.append((not_before_s, answer))

    def leaving(self, now_s: float) -> bytes:
        """What has left by now and is to be written to the port: at most one piece; ask again until it is b''."""
        if not self._piece and self._waiting and now_s >= self._waiting[0][0]:
            not_before_s, answer = self._waiting.popleft()
            self._piece, rest = answer[: self._piece_bytes], answer[self._piece_bytes :]
            self._due_s = self._wire.carry(len(self._piece), max(not_before_s, now_s))
            if rest:
                self._waiting.appendleft((not_before_s, rest))
        if not self._piece or now_s < self._due_s:
            return b""
        self._wire.through(now_s)
        gone, self._piece = self._piece, b""
        return gone

    def clear(self) -> None:
        """Forget everything that has not left."""
        self._waiting.clear()
        self._piece = b""
