"""What recorded bytes mean, by the board's half of a protocol; answers by what the host's half waits for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from signboard.errors import N_, BoardError, SignboardError
from signboard.frame.frame import Frame
from signboard.protocols.spec import BoardSpec, Panel, PanelEvent, ProtocolSpec
from signboard.protocols.steps import Exchange, Expect, Reply, Send
from signboard.trace.reading import TO_BOARD, TO_HOST, Trace

__all__ = ["Told", "explain"]

Scan = Callable[[bytes], Reply | None]
ANSWERED, STRANGE = N_("the board answers"), N_("bytes that this kind of board does not answer")
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was said.

    Attributes:
        t_ms: when its last bytes came.
        direction: `to_board` or `to_host`.
        kind: `picture`, `command`, `fault`, `answer`, or `strange` for an answer that nobody knows.
        name: the protocol's word.
        meaning: one English sentence.
        fields: what an answer told, by name.
        raw: its bytes.
        frame: the picture, for `picture`.
    """

    t_ms: int
    direction: str
    kind: str
    name: str
    meaning: str
    raw: bytes
    fields: tuple[tuple[str, object], ...] = ()
    frame: Frame | None = None


def explain(trace: Trace, spec: ProtocolSpec, board: BoardSpec) -> tuple[Told, ...]:
    """Every exchange of the recording in words, in the order of the bytes.

    The board's half is fed at the recorded times, so what it does on silence it does here too.
    """
    panel = spec.panel(board)
    answers = _Answers(_expectations(spec, board))
    told: list[Told] = []
    for piece in trace.pieces:
        if piece.direction == TO_BOARD:
            told += answers.end()
            answer, events = panel.feed(piece.raw, piece.t_ms)
            told += [_from_panel(piece.t_ms, event) for event in events]
            answers.due += answer
        else:
            told += answers.take(piece.raw, piece.t_ms)
    return tuple(told + answers.end())


def _from_panel(t_ms: int, event: PanelEvent) -> Told:
    return Told(t_ms, TO_BOARD, event.kind, event.name, event.meaning, event.raw, (), event.frame)


class _Answers:
    """Cuts the board's bytes into answers.

    Attributes:
        due: what the protocol's own panel has answered meanwhile.
    """

    def __init__(self, scans: tuple[Scan, ...]) -> None:
        self.due = b""
        self._scans = scans
        self._received = b""
        self._t_ms = 0

    def take(self, raw: bytes, t_ms: int) -> list[Told]:
        """Bytes of the board; what is complete with them."""
        self._received = (self._received + raw)[-_MOST_BYTES:]
        self._t_ms = t_ms
        reply = next(filter(None, (scan(self._received) for scan in self._scans)), None)
        if reply is None:
            return []
        return [self._told("answer", reply.kind, ANSWERED, tuple(reply.fields.items()))]

    def end(self) -> list[Told]:
        """The host speaks again: what is left is no answer that we know, or just the one that our panel gave."""
        if not self._received:
            self.due = b""
            return []
        if self._received.strip(self._received[-1:]) == self.due.strip(self._received[-1:]):
            return [self._told("answer", "answer", ANSWERED)]
        return [self._told("strange", "strange", STRANGE)]

    def _told(self, kind: str, name: str, meaning: str, fields: tuple[tuple[str, object], ...] = ()) -> Told:
        raw, self._received, self.due = self._received, b"", b""
        return Told(self._t_ms, TO_HOST, kind, name, meaning, raw, fields)


def _expectations(spec: ProtocolSpec, board: BoardSpec) -> tuple[Scan, ...]:
    """What the host's half waits for when it greets, paints and clears, played against the board's half."""
    driver, panel = spec.driver(board), spec.panel(board)
    dark = Frame.blank(board.width_px, board.height_px, board.colour)
    lit = dark.flipped([(0, 0)])
    scans: list[Scan] = []
    for make in (driver.identify, lambda: driver.show(lit), driver.clear):
        try:
            scans += _scans(make(), panel)
        except SignboardError:  # such as a board whose memory may not be written so often
            continue
    return tuple(scans)


def _scans(exchange: Exchange, panel: Panel) -> Iterator[Scan]:
    answer = b""
    try:
        step = next(exchange)
        while True:
            reply = None
            if isinstance(step, Send):
                answer += panel.feed(step.data, 0)[0]
            elif isinstance(step, Expect):
                yield step.scan
                reply, answer = step.scan(answer), b""
                if reply is None:
                    return
            step = exchange.send(reply)
    except (StopIteration, BoardError):
        return
    finally:
        exchange.close()
