"""Can this be a board of that family?"""

from signboard.errors import ConfigurationError
from signboard.protocols import PROTOCOLS
from signboard.protocols.fitness import line_problems, problems_of
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


def on_a_line(*boards: tuple[str, dict[str, str]]) -> list[str]:
    """The codes of the problems of a line."""
    return [problem.code for problem in line_problems([(PROTOCOLS.load(name), options) for name, options in boards])]


def test_boards_with_addresses_share_a_line() -> None:
    """Each with its own; one board alone needs none."""
    assert on_a_line(("hanover", {"address": "1"}), ("hanover", {"address": "2"}), ("bx5", {})) == []
    assert on_a_line(("zedmd", {})) == []


def test_boards_without_addresses_do_not() -> None:
    """Both would obey everything."""
    assert on_a_line(("zedmd", {}), ("bx5", {})) == ["no_address"]


def test_two_boards_of_one_address_do_not() -> None:
    """Both would answer at once."""
    assert on_a_line(("bx5", {"screen": "1"}), ("bx5", {"screen": "1"})) == ["same_address"]
