"""errors: sentences filled in, exit codes, several problems at once."""

import pytest

from signboard import errors
from signboard.errors import InputError, LinkDownError, NakError, ProblemsError, SignboardError

TREE = [getattr(errors, name) for name in errors.__all__ if name.endswith("Error")]


def test_an_error_reads_as_its_sentence() -> None:
    """The template's fields are filled in."""
    error = InputError("Line {line} says {word!r}.", code="bad_line", line=3, word="x")

    assert str(error) == "Line 3 says 'x'."


def test_an_error_keeps_its_fields_typed() -> None:
    """Code and fields stay readable for programs."""
    error = InputError("Line {line}.", code="bad_line", line=3)

    assert (error.code, error.fields) == ("bad_line", {"line": 3})


def test_problems_keep_their_order() -> None:
    """Several problems read as one line each, in reading order."""
    first, second = InputError("One.", code="one"), InputError("Two.", code="two")

    assert str(ProblemsError([first, second])) == "One.\nTwo."


def test_problems_stay_separate() -> None:
    """Each problem is still there with its own code."""
    problems = ProblemsError([InputError("One.", code="one"), InputError("Two.", code="two")])

    assert [problem.code for problem in problems.problems] == ["one", "two"]


@pytest.mark.parametrize("text", ["{", "}", "{name}", "100 %"])
def test_foreign_text_in_a_problem_is_left_as_it_is(text: str) -> None:
    """Braces out of a file are no fields."""
    problem = InputError("It says {text}.", code="odd", text=text)

    assert str(ProblemsError([problem])) == f"It says {text}."


def test_a_refusal_carries_the_boards_number() -> None:
    """A refusal knows the board's code and whether sending again can help."""
    refusal = NakError("Refused: {meaning}.", code="refused", nak=5, retryable=True, meaning="busy")

    assert (refusal.nak, refusal.retryable, str(refusal)) == (5, True, "Refused: busy.")


def test_only_passing_failures_are_worth_a_retry() -> None:
    """A broken wire, silence and nonsense may pass; nothing else is retried by its class."""
    assert {error.__name__ for error in TREE if error.retryable} == {"LinkDownError", "NoAnswerError", "GarbledError"}


def test_every_error_hangs_in_the_tree() -> None:
    """Each offered error is a SignboardError with an exit code other than success."""
    assert [error for error in TREE if not issubclass(error, SignboardError) or error.exit_code == 0] == []


def test_the_tree_is_drawn_whole() -> None:
    """The picture at the top of the module names every error."""
    assert [error.__name__ for error in TREE if error.__name__ not in (errors.__doc__ or "")] == []


def test_a_marked_sentence_stays_as_it_is() -> None:
    """Marking a sentence for translation changes nothing."""
    assert errors.N_("The port is gone.") == "The port is gone."


def test_a_board_error_can_be_caught_as_one() -> None:
    """Whatever the wire does is a BoardError with exit code 5."""
    with pytest.raises(errors.BoardError) as caught:
        raise LinkDownError("The port is gone.", code="port_gone")

    assert caught.value.exit_code == 5
