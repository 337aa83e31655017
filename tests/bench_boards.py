"""Virtual boards for tests of the bench: one of any family behind a TCP port of this computer."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from signboard.errors import BoardError
from signboard.frame.frame import Frame
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec, ProtocolSpec
from signboard.protocols.steps import Exchange, Expect, Send
from signboard.simulator.directory import register
from signboard.simulator.event import Event
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.trace.naming import possible_board
from signboard.trace.reading import TO_BOARD, TO_HOST, Piece, Trace

__all__ = ["FAST_BAUD", "family_board", "recorded", "registered_board"]

FAST_BAUD = 921600


def family_board(name: str, size: tuple[int, int] = (32, 16), options: Mapping[str, str] | None = None) -> BoardSpec:
    """A board of this family, in this size where it can have it."""
    board = possible_board(PROTOCOLS.load(name), (size, (9, 34), (128, 32)), options)
    assert board is not None
    return board


@contextmanager
def registered_board(
    home: Path, name: str = "thu", protocol: str = "bx5", board: BoardSpec | None = None
) -> Iterator[list[Event]]:
    """`sim://NAME` as long as the block lasts; everything that it tells."""
    events: list[Event] = []
    spec = PROTOCOLS.load(protocol)
    sim = SimulatedBoard(
        spec, board or family_board(protocol), FAST_BAUD, port=open_port("tcp"), listeners=[events.append]
    )
    with sim, register(home, name, sim.url, lambda: sim.device):
        yield events


def recorded(spec: ProtocolSpec, board: BoardSpec, frame: Frame) -> Trace:
    """A greeting and a picture, as they pass a line."""
    driver, panel = spec.driver(board), spec.panel(board)
    pieces: list[Piece] = []

    def note(exchange: Exchange) -> None:
        answer = b""
        try:
            step = next(exchange)
            while True:
                reply = None
                if isinstance(step, Send):
                    pieces.append(Piece(len(pieces) * 10, TO_BOARD, step.data))
                    answer += panel.feed(step.data, len(pieces) * 10)[0]
                elif isinstance(step, Expect):
                    pieces.append(Piece(len(pieces) * 10, TO_HOST, answer))
                    reply, answer = step.scan(answer), b""
                step = exchange.send(reply)
        except (StopIteration, BoardError):
            return

    note(driver.identify())
    note(driver.show(frame))
    return Trace(tuple(pieces))
