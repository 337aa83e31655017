"""A tap on a line: what passes is written down with its times, whoever speaks; and the host's side played again.

Three ways to stand on a line: listening only (a second adapter whose receive wire hangs on the bus), between a foreign
program and the board on two ports, and between them with a port of our own that the program opens.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from signboard.clock import Clock
from signboard.errors import LinkDownError
from signboard.simulator.port import Port, open_port
from signboard.trace.reading import TO_BOARD, TO_HOST, Piece, Turn, piece_line
from signboard.transports.base import Transport

__all__ = ["Notebook", "OfferedPort", "Played", "play_again", "stand_between", "tap"]

_SLICE_S = 0.02
_CHUNK_BYTES = 4096


class Notebook:
    """Writes down what passes, one line a piece; may be used by two threads.

    Args:
        clock: for the times.
        write_line: takes each line without its line feed.

    Attributes:
        counted: bytes so far, by direction.
    """

    def __init__(self, clock: Clock, write_line: Callable[[str], object]) -> None:
        self.counted = {TO_BOARD: 0, TO_HOST: 0}
        self._clock = clock
        self._write_line = write_line
        self._started_s = clock.monotonic_s()
        self._lock = threading.Lock()

    def note(self, direction: str, raw: bytes) -> None:
        """These bytes passed just now."""
        with self._lock:
            t_ms = round((self._clock.monotonic_s() - self._started_s) * 1000)
            self.counted[direction] += len(raw)
            self._write_line(piece_line(Piece(t_ms, direction, raw), self._clock.now().isoformat()))


class OfferedPort:
    """A port of our own that a foreign program opens, with the manners of a transport.

    Args:
        listen: `pty`, `tcp` or `tcp:PORT`, on this computer only.
        link: a symbolic link to the pseudo-terminal.

    Attributes:
        name: what the program opens.
    """

    def __init__(self, listen: str, link: Path | None = None) -> None:
        self._port: Port = open_port(listen, link)
        self.name = self._port.url
        self.baud = 0

    def open(self) -> None:
        """It is open since it was made."""

    def read(self, timeout_s: float) -> bytes:
        """Whatever the program has written, b'' when the time is over."""
        self._port.wait(timeout_s, for_input=True)
        return self._port.read(_CHUNK_BYTES)

    def write(self, data: bytes) -> None:
        """Give the program bytes; what it does not take is lost."""
        self._port.write(data)

    def drop_input(self) -> None:
        """Forget what the program has written."""
        while self._port.read(_CHUNK_BYTES):
            pass

    def close(self) -> None:
        """Close for good."""
        self._port.close()


def tap(transport: Transport, notebook: Notebook, is_over: Callable[[], bool], direction: str = TO_BOARD) -> None:
    """Listen and write down until it is over; nothing is sent.

    Raises:
        LinkDownError: the port cannot be opened, or fails.
    """
    transport.open()
    try:
        while not is_over():
            raw = transport.read(_SLICE_S)
            if raw:
                notebook.note(direction, raw)
    finally:
        transport.close()


def stand_between(host: Transport, board: Transport, notebook: Notebook, is_over: Callable[[], bool]) -> None:
    """Hand every byte on, both ways, and write it down, until it is over.

    Args:
        host: where the foreign program speaks.
        board: where the board is.
        notebook: takes what passes.
        is_over: asked often.

    Raises:
        LinkDownError: one of the ports cannot be opened, or fails.
    """
    failures: list[LinkDownError] = []
    ended = threading.Event()

    def hand_on(source: Transport, sink: Transport, direction: str) -> None:
        try:
            while not ended.is_set():
                raw = source.read(_SLICE_S)
                if raw:
                    notebook.note(direction, raw)
                    sink.write(raw)
        except LinkDownError as error:
            failures.append(error)
            ended.set()

    try:
        board.open()
        host.open()
        back = threading.Thread(target=hand_on, args=(board, host, TO_HOST), daemon=True)
        back.start()
        try:
            _forward(host, board, notebook, lambda: ended.is_set() or is_over())
        finally:
            ended.set()
            back.join()
    finally:
        host.close()
        board.close()
    if failures:
        raise failures[0]


def _forward(host: Transport, board: Transport, notebook: Notebook, is_over: Callable[[], bool]) -> None:
    while not is_over():
        raw = host.read(_SLICE_S)
        if raw:
            notebook.note(TO_BOARD, raw)
            board.write(raw)


@dataclass(slots=True)
class Played:
    """What a replay did.

    Attributes:
        turns, sent_bytes, received_bytes: how much.
        equal_answers: exchanges that were answered as in the recording.
        answered: exchanges that have an answer in the recording.
    """

    turns: int = 0
    sent_bytes: int = 0
    received_bytes: int = 0
    equal_answers: int = 0
    answered: int = 0


def play_again(
    transport: Transport,
    clock: Clock,
    turns: Sequence[Turn],
    *,
    speed: float = 1.0,
    is_over: Callable[[], bool] = lambda: False,
    answer_s: float = 2.5,
) -> Played:
    """Send the host's side of a recording again, at its own times or later where the board answers later.

    Args:
        transport: closed; it is closed again afterwards.
        clock: wire time.
        turns: the recording, cut.
        speed: times how much faster the silences pass.
        is_over: asked before every exchange.
        answer_s: how long an answer that the recording has is waited for.

    Raises:
        LinkDownError: the port cannot be opened, or fails.
    """
    played = Played()
    transport.open()
    try:
        began_s = clock.monotonic_s()
        first_ms = turns[0].t_ms if turns else 0
        for turn in turns:
            if is_over():
                break
            clock.sleep(began_s + (turn.t_ms - first_ms) / 1000 / speed - clock.monotonic_s())
            transport.drop_input()
            transport.write(turn.asked)
            came = _answer(transport, clock, len(turn.answered), answer_s + _wire_s(turn, transport.baud))
            played.turns += 1
            played.sent_bytes += len(turn.asked)
            played.received_bytes += len(came)
            played.answered += bool(turn.answered)
            played.equal_answers += bool(turn.answered) and came == turn.answered
    finally:
        transport.close()
    return played


def _wire_s(turn: Turn, baud: int) -> float:
    return (len(turn.asked) + len(turn.answered)) * 10 / baud if baud else 0.0


def _answer(transport: Transport, clock: Clock, count: int, longest_s: float) -> bytes:
    """As many bytes as the recording has, or what came until the time was over."""
    came = bytearray()
    until_s = clock.monotonic_s() + longest_s
    while len(came) < count and (left_s := until_s - clock.monotonic_s()) > 0:
        came += transport.read(min(left_s, _SLICE_S))
    return bytes(came)
