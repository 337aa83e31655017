"""Reading: problems with their places, all told at the end."""

import pytest

from signboard.campaign.days import parse_day
from signboard.campaign.reading import Reading
from signboard.errors import ProblemsError


def told(reading: Reading) -> list[tuple[str, str]]:
    """Codes and sentences of what was noted."""
    with pytest.raises(ProblemsError) as caught:
        reading.finish()
    return [(problem.code, str(problem)) for problem in caught.value.problems]


def test_nothing_noted_is_nothing_told() -> None:
    """Then finishing is silent."""
    reading = Reading("a.toml")
    assert reading.text({"title": " A "}, "title", "title") == "A"
    assert reading.attempt("first_day", parse_day, "15/11") is not None
    reading.finish()


def test_an_unknown_key_is_told_with_the_nearest() -> None:
    """A slip of the keyboard finds its key."""
    reading = Reading("a.toml")
    reading.check_keys({"titel": 1, "zzz": 2, "title": 3}, ("id", "title"), "campaign")
    (first, second) = told(reading)
    assert first[0] == "unknown_key"
    assert "'titel'; did you mean 'title'" in first[1]
    assert "'zzz'" in second[1]


@pytest.mark.parametrize(("found", "kind"), [("3", int), (True, int), (3, str), ({}, list), ([], dict)])
def test_a_value_of_another_kind_is_told(found: object, kind: type) -> None:
    """A truth value is no number."""
    reading = Reading("a.toml")
    assert reading.value({"x": found}, "x", kind, "slogans #2, x") is None
    ((code, sentence),) = told(reading)
    assert code == "wrong_kind"
    assert sentence.startswith("a.toml, slogans #2, x: ")


def test_missing_and_empty_texts_are_told_apart() -> None:
    """Both give an empty text to go on with."""
    reading = Reading("a.toml")
    assert [reading.text({}, "a", "a"), reading.text({"b": " "}, "b", "b")] == ["", ""]
    assert [code for code, _ in told(reading)] == ["missing_key", "empty_text"]


def test_an_error_of_a_reader_keeps_its_code_and_gets_a_place() -> None:
    """The sentence of the day stands behind the place."""
    reading = Reading("a.toml")
    assert reading.attempt("last_day", parse_day, "31/11") is None
    assert told(reading) == [
        ("no_such_day", "a.toml, last_day: There is no day 31/11: month 11 has 30 days; correct the day.")
    ]
