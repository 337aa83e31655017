"""Where a checksum covers the pixels, one wrong bit on the wire never shows another picture."""

import random

import pytest

from signboard.errors import SignboardError
from signboard.frame.frame import Frame, column_stride
from signboard.protocols.family import PROTOCOLS
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec, ProtocolSpec
from signboard.protocols.steps import Exchange, Outcome, Send

CHECKED = ("alpha", "bx5", "bx5flash", "bx6", "cpower", "hanover", "mobitec")
FLIPS = 300
MANY_FLIPS = 10_000


def random_frame(board: BoardSpec, chance: random.Random) -> Frame:
    """A frame with every pixel lit or dark by chance."""
    stride = column_stride(board.height_px)
    column = (1 << board.height_px) - 1
    planes = [
        b"".join((chance.getrandbits(64) & column).to_bytes(stride, "little") for _ in range(board.width_px))
        for _ in range(board.colour.value)
    ]
    return Frame(board.width_px, board.height_px, tuple(planes))


def boards(spec: ProtocolSpec) -> list[BoardSpec]:
    """A board in every colour of the family."""
    found = []
    for colour in spec.capabilities.colours:
        board = BoardSpec(24, 16, colour)
        try:
            spec.check(board)
        except SignboardError:
            continue
        found.append(board)
    assert found
    return found


def sent(exchange: Exchange, spec: ProtocolSpec, board: BoardSpec) -> bytes:
    """Every byte that an exchange writes when the board answers well."""
    written = b""

    def copied() -> Exchange:
        nonlocal written
        step = next(exchange)
        while True:
            written += step.data if isinstance(step, Send) else b""
            reply = yield step
            try:
                step = exchange.send(reply)
            except StopIteration as end:
                outcome: Outcome = end.value
                return outcome

    carry(copied(), spec.panel(board))
    return written


def accepted_damages(spec: ProtocolSpec, count: int) -> list[tuple[int, int]]:
    """Of `count` flipped bits on the wire, those after which the panel shows a picture that nobody sent."""
    chance = random.Random(20)  # noqa: S311 - pictures and damages for tests, no secrets
    wrong = []
    kinds = boards(spec)
    for number in range(count):
        board = kinds[number % len(kinds)]
        frame = random_frame(board, chance)
        octets = bytearray(sent(spec.driver(board).show(frame), spec, board))
        bit = chance.randrange(8 * len(octets))
        octets[bit // 8] ^= 1 << bit % 8
        panel = spec.panel(board)
        panel.feed(bytes(octets), 0)
        if panel.picture(0) not in (frame, Frame.blank(board.width_px, board.height_px, board.colour)):
            wrong.append((number, bit))
    return wrong


@pytest.mark.parametrize("name", sorted(set(CHECKED) & set(PROTOCOLS.names())))
def test_no_flipped_bit_shows_another_picture(name: str) -> None:
    """One wrong bit anywhere on the wire is noticed, or does no harm to the picture."""
    assert accepted_damages(PROTOCOLS.load(name), FLIPS) == []


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(set(CHECKED) & set(PROTOCOLS.names())))
def test_no_flipped_bit_of_many_shows_another_picture(name: str) -> None:
    """The same over many more pictures."""
    accepted = accepted_damages(PROTOCOLS.load(name), MANY_FLIPS)
    print(f"figure: {name}, of {MANY_FLIPS} flipped bits accepted as another picture = {len(accepted)}")  # noqa: T201 - read by nox

    assert accepted == []
