"""Tests of the C-Power options."""

import dataclasses

import pytest

from signboard.errors import ConfigurationError, ProblemsError
from signboard.frame.frame import Colour
from signboard.protocols.cpower_options import OPTIONS, CPowerOptions, picture_bytes, read
from signboard.protocols.cpower_wire import Form
from signboard.protocols.spec import BoardSpec


def test_the_table_and_the_record_have_the_same_names() -> None:
    """Every option of the table is a field of the record, in the same order, and no other."""
    assert list(OPTIONS) == [field.name for field in dataclasses.fields(CPowerOptions)]


def test_the_form_of_the_line_follows_the_option() -> None:
    """A serial line has no id code, the network form the card's."""
    assert read(BoardSpec(8, 8, options={"id_code": "01020304"})).line == Form()
    assert read(BoardSpec(8, 8, options={"id_code": "010203FE", "form": "net"})).line == Form(b"\1\2\3\xfe")


@pytest.mark.parametrize(("given", "wants"), [({}, True), ({"reply": "no"}, False), ({"card_id": "255"}, False)])
def test_answers_are_not_expected_of_everybody(given: dict[str, str], wants: bool) -> None:
    """When all cards are spoken to, or no answer is asked for, none is awaited."""
    assert read(BoardSpec(8, 8, options=given)).wants_answers == wants


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("id_code", "fff"),
        ("card_id", "0"),
        ("answer_s", "0"),
        ("chunk_bytes", "0"),
        ("window", "8"),
        ("x", "8"),
        ("test_flip_pixel", "0,8"),
    ],
)
def test_impossible_options_are_refused(name: str, text: str) -> None:
    """A value that the card cannot have is one plain error naming the option."""
    with pytest.raises(ConfigurationError) as caught:
        read(BoardSpec(8, 8, options={name: text}))

    assert name[0] in str(caught.value)


def test_256_packets_bound_a_picture() -> None:
    """A board that one command cannot fill is refused with the figures, and allowed with longer packets."""
    with pytest.raises(ConfigurationError) as caught:
        read(BoardSpec(1024, 256, Colour.DUAL))

    assert (caught.value.code, caught.value.fields["most"]) == ("bad_size", 51_200)
    assert read(BoardSpec(1024, 256, Colour.DUAL, {"chunk_bytes": "1000"})).chunk_bytes == 1000
    assert picture_bytes(9, 2, Colour.RGB) == 19 + 12


def test_all_problems_are_told_at_once() -> None:
    """Size and every option are judged in one go."""
    with pytest.raises(ProblemsError) as caught:
        read(BoardSpec(0, 8, options={"window": "9", "windows": "1"}))

    assert [problem.code for problem in caught.value.problems] == ["bad_size", "bad_option", "unknown_option"]
