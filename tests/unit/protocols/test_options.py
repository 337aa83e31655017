"""Tests of option tables: read, checked and described by one table, all problems at once."""

import pytest

from signboard.errors import ConfigurationError, ProblemsError, SignboardError
from signboard.protocols.options import choice, described, flag, number, point, raise_all, read_options

TABLE = {
    "level": number(3, 0, 15, "How bright."),
    "mode": choice("soft", ("soft", "hard"), "How it goes on."),
    "reply": flag("yes", "Whether it answers."),
    "spot": point("Where."),
}


def codes(problems: list[SignboardError]) -> list[str]:
    """The codes of some problems."""
    return [problem.code for problem in problems]


def test_defaults_stand_for_missing_options() -> None:
    """Without any option every default is there, read like a given value."""
    assert read_options({}, TABLE) == ({"level": 3, "mode": "soft", "reply": True, "spot": None}, [])


def test_values_are_read_by_their_kind() -> None:
    """Numbers come in decimal and in hex, words in any case, points as pairs, blanks around them do not matter."""
    given = {"level": "0x0F", "mode": "HARD", "reply": " no ", "spot": "3,40"}

    assert read_options(given, TABLE) == ({"level": 15, "mode": "hard", "reply": False, "spot": (3, 40)}, [])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("level", "16"),
        ("level", "-1"),
        ("level", "1.5"),
        ("level", ""),
        ("level", "٣"),
        ("level", "0x"),
        ("mode", "softer"),
        ("reply", "true"),
        ("spot", "3"),
        ("spot", "3,-1"),
    ],
)
def test_what_is_not_allowed_is_told(name: str, text: str) -> None:
    """A bad value is a problem that names the option, the text and what is allowed; the default stays."""
    values, problems = read_options({name: text}, TABLE)

    assert values == read_options({}, TABLE)[0]
    assert codes(problems) == ["bad_option"]
    assert (name, text) == (problems[0].fields["option"], problems[0].fields["text"])
    assert str(problems[0].fields["allowed"]) in str(problems[0])


def test_unknown_options_name_the_nearest() -> None:
    """A mistyped name is answered with the name that was probably meant."""
    problem = read_options({"levle": "3"}, TABLE)[1][0]

    assert (problem.code, problem.fields["near"]) == ("unknown_option", "level")


def test_all_problems_are_told_at_once() -> None:
    """Every problem is found in one go, in the order given."""
    problems = read_options({"mode": "x", "colour": "red", "level": "99"}, TABLE)[1]

    assert codes(problems) == ["bad_option", "unknown_option", "bad_option"]


def test_nothing_is_raised_without_problems() -> None:
    """No problem, no error."""
    raise_all([])


def test_one_problem_is_raised_as_it_is() -> None:
    """A single problem keeps its own class and code."""
    with pytest.raises(ConfigurationError):
        raise_all(read_options({"level": "99"}, TABLE)[1])


def test_several_problems_are_raised_together() -> None:
    """Several problems come as one error that keeps them all."""
    with pytest.raises(ProblemsError) as caught:
        raise_all(read_options({"level": "99", "mode": "x"}, TABLE)[1])

    assert [problem.fields["option"] for problem in caught.value.problems] == ["level", "mode"]
    assert caught.value.exit_code == ConfigurationError.exit_code


def test_the_description_says_values_and_default() -> None:
    """What help prints is what the check allows."""
    assert described(TABLE) == {
        "level": "How bright (0-15; default 3).",
        "mode": "How it goes on (soft|hard; default soft).",
        "reply": "Whether it answers (yes|no; default yes).",
        "spot": "Where (x,y; default none).",
    }
