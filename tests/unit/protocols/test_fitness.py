"""Can this be a board of that family?"""

from signboard.errors import ConfigurationError
from signboard.protocols import PROTOCOLS
from signboard.protocols.fitness import problems_of
from signboard.protocols.spec import BoardSpec


def codes(name: str, board: BoardSpec) -> list[str]:
    """The codes of all problems."""
    return [problem.code for problem in problems_of(PROTOCOLS.load(name), lambda: board)]


def test_a_good_board_has_no_problems() -> None:
    """Whatever it can be told for a silent computer."""
    assert codes("bx5", BoardSpec(96, 32)) == codes("bx5", BoardSpec(96, 32, host_loss="logo")) == []


def test_every_problem_of_the_family_is_told() -> None:
    """One, or several at once."""
    assert codes("bx5", BoardSpec(96, 32, options={"x": "a"})) == ["bad_option"]
    assert len(codes("bx5", BoardSpec(96, 32, options={"x": "a", "y": "b"}))) == 2


def test_what_a_board_cannot_do_for_a_silent_computer() -> None:
    """It is refused, with what the board knows."""
    assert codes("cpower", BoardSpec(96, 32, host_loss="blank")) == ["bad_host_loss"]


def test_a_board_that_cannot_be_made_is_a_problem() -> None:
    """Such as tiles that do not fit."""

    def fail() -> BoardSpec:
        raise ConfigurationError("no", code="bad_tiles")

    assert [problem.code for problem in problems_of(PROTOCOLS.load("bx5"), fail)] == ["bad_tiles"]
