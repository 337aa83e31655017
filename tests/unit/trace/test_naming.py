"""Which protocol do bytes speak? Every family is recognised by what its own driver sends."""

import random

import pytest
from bench_boards import family_board, recorded

from signboard.cli.patterns import pattern
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.trace.naming import name_protocol, possible_board

SPECS = [PROTOCOLS.load(name) for name in PROTOCOLS.names()]


def sent(name: str, size: tuple[int, int]) -> bytes:
    """A greeting and a picture as this family's driver sends them."""
    board = family_board(name, size)
    frame = pattern("corners", board.width_px, board.height_px, board.colour)
    return recorded(PROTOCOLS.load(name), board, frame).to_board()


@pytest.mark.parametrize("size", [(96, 32), (64, 16)])
@pytest.mark.parametrize("name", PROTOCOLS.names())
def test_every_family_is_named_first(name: str, size: tuple[int, int]) -> None:
    """Whatever the size of its board, and none is needed for that."""
    guesses = name_protocol(sent(name, size), SPECS)

    assert guesses[0].protocol == name
    assert guesses[0].share > 0.2


def test_seven_bits_and_parity_are_heard_through() -> None:
    """A line with parity, heard with eight bits: the eighth is set by turns."""
    heard = bytes(octet | (0x80 if octet.bit_count() % 2 else 0) for octet in sent("alpha", (96, 32)))

    assert name_protocol(heard, SPECS)[0].protocol == "alpha"


def test_noise_is_nobody_s() -> None:
    """Random bytes are claimed by no family."""
    noise = random.Random(5).randbytes(4000)  # noqa: S311 - noise for a test

    assert name_protocol(noise, SPECS) == ()


def test_silence_is_nobody_s() -> None:
    """Without bytes there are no guesses."""
    assert name_protocol(b"", SPECS) == ()


def test_a_possible_board_is_one_that_the_family_can_be() -> None:
    """The first size that fits; none where none fits."""
    assert possible_board(PROTOCOLS.load("framework")) == BoardSpec(9, 34)
    assert possible_board(PROTOCOLS.load("framework"), ((96, 32),)) is None
