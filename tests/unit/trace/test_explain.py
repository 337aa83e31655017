"""Recorded bytes in words, for every family: what its own driver sends is understood, and what answers comes too."""

import pytest
from bench_boards import family_board, recorded

from signboard.cli.patterns import pattern
from signboard.frame.frame import Frame
from signboard.protocols import PROTOCOLS
from signboard.trace.explain import Told, explain
from signboard.trace.reading import TO_BOARD, TO_HOST, Piece, Trace


def told_by(name: str) -> tuple[tuple[Told, ...], Frame]:
    """What is told of a greeting and a picture of this family."""
    spec, board = PROTOCOLS.load(name), family_board(name)
    frame = pattern("corners", board.width_px, board.height_px, board.colour)
    return explain(recorded(spec, board, frame), spec, board), frame


@pytest.mark.parametrize("name", PROTOCOLS.names())
def test_a_picture_is_told_as_a_picture(name: str) -> None:
    """The last picture that is told is the one that was sent, and nothing is told as a fault."""
    told, frame = told_by(name)

    pictures = [one.frame for one in told if one.kind == "picture"]
    assert frame in pictures
    assert [one for one in told if one.kind in ("fault", "strange")] == []
    assert all(one.meaning for one in told)


@pytest.mark.parametrize("name", [name for name in PROTOCOLS.names() if PROTOCOLS.load(name).capabilities.answers])
def test_answers_are_told_with_what_they_say(name: str) -> None:
    """Every family that answers has its answers named; one of them tells fields."""
    told, _frame = told_by(name)

    answers = [one for one in told if one.direction == TO_HOST]
    assert answers
    assert {one.kind for one in answers} == {"answer"}
    assert any(one.fields for one in answers)


def test_a_strange_answer_is_called_strange() -> None:
    """Bytes that no board of this kind answers."""
    spec, board = PROTOCOLS.load("bx5"), family_board("bx5")
    trace = Trace((Piece(0, TO_BOARD, b"\xa5\x00\x5a"), Piece(4, TO_HOST, b"hello")))

    assert explain(trace, spec, board)[-1].kind == "strange"


def test_the_times_are_those_of_the_recording() -> None:
    """Each line stands at the time of its last bytes."""
    told, _frame = told_by("bx5")

    assert [one.t_ms for one in told] == [0, 10, 20, 30]
