"""A stranger at the board: another host of the same kind writes a picture of its own straight into the card.

In November 2023 boards were taken over through the card's own radio, past the line of the office's computer.
"""

import contextlib

from signboard.errors import SignboardError
from signboard.frame.frame import Colour, Frame, column_stride
from signboard.protocols.spec import BoardSpec, Panel, ProtocolSpec
from signboard.protocols.steps import Exchange, Expect, Send

__all__ = ["checkerboard", "write_past_the_line"]

_SQUARE_PX = 4


def checkerboard(board: BoardSpec) -> Frame:
    """Squares of 4 by 4 pixels in the board's first colour: nothing that an office would show."""
    stride = column_stride(board.height_px)
    rows = [
        sum(1 << y for y in range(board.height_px) if (y // _SQUARE_PX + odd) % 2).to_bytes(stride, "little")
        for odd in (0, 1)
    ]
    plane = b"".join(rows[x // _SQUARE_PX % 2] for x in range(board.width_px))
    dark = bytes(len(plane))
    return Frame(
        board.width_px, board.height_px, (plane, *(dark for _ in range(board.colour.value - Colour.MONO.value)))
    )


def write_past_the_line(spec: ProtocolSpec, board: BoardSpec, panel: Panel, frame: Frame, now_ms: int) -> None:
    """Let a host of this protocol greet the card and put the picture on it; the answers are his."""
    driver = spec.driver(board)
    with contextlib.suppress(SignboardError):  # a card that refuses him is not taken over
        _carry(driver.identify(), panel, now_ms)
        _carry(driver.show(frame), panel, now_ms)


def _carry(exchange: Exchange, panel: Panel, now_ms: int) -> None:
    """Drive an exchange against the panel itself; raises what the exchange raises."""
    heard = b""
    try:
        step = next(exchange)
        while True:
            reply = None
            if isinstance(step, Send):
                heard += panel.feed(step.data, now_ms)[0]
            elif isinstance(step, Expect):
                reply, heard = step.scan(heard), b""
                if reply is None:
                    exchange.close()
                    return
            step = exchange.send(reply)
    except StopIteration:
        return
