"""Look: colours by their words, words found in a text, and a mark that tells looks apart."""

import json

import pytest

from signboard.campaign.look import COLOURS, PLAIN, Look, colour_named, colour_or_none, places_of

FULL = Look("red", ("trẻ em", "phụ nữ"), "yellow", b"\x89PNG\0\xff", "https://example.gov.vn")


@pytest.mark.parametrize(
    ("word", "name"), [("đỏ", "red"), ("Xanh  Lá", "green"), ("YELLOW", "yellow"), ("hồng", None), ("", None)]
)
def test_colours_have_two_names(word: str, name: str | None) -> None:
    """A Vietnamese and an English one, small or capital; what is none is None."""
    assert colour_named(word) == name


def test_every_colour_is_known_by_both_words() -> None:
    """No two colours share a word."""
    assert [colour_named(word) for word in (*COLOURS, *COLOURS.values())] == [*COLOURS, *COLOURS]


def test_a_look_survives_json() -> None:
    """The picture's bytes too, and only what is set is written."""
    assert Look.from_table(json.loads(json.dumps(FULL.to_table()))) == FULL
    assert Look(colour="red").to_table() == {"colour": "red"}
    assert Look.from_table({}) == PLAIN


@pytest.mark.parametrize(
    "table", [{"colour": "pink"}, {"colour": 1}, {"emphasis": "a"}, {"emphasis": [1]}, {"icon": "%"}, {"qr": ["a"]}]
)
def test_a_damaged_look_is_refused(table: dict[str, object]) -> None:
    """By ValueError or TypeError, which a bundle turns into its own refusal."""
    with pytest.raises((ValueError, TypeError)):
        Look.from_table(table)


def test_looks_are_told_apart_by_their_mark() -> None:
    """The plain look has none, equal looks have one mark, any difference makes another."""
    marks = {Look(colour="red").mark, Look(colour="green").mark, Look(qr="a").mark, Look(icon=b"a").mark, FULL.mark}

    assert PLAIN.mark == ""
    assert len(marks) == 5
    assert Look(colour="red").mark == Look("red").mark


@pytest.mark.parametrize(
    ("phrase", "places"),
    [
        ("trẻ em", ((0, 6), (14, 20))),
        ("TRẺ EM", ((0, 6), (14, 20))),
        ("em", ((4, 6), (18, 20))),
        ("e", ()),
        ("111", ((22, 25),)),
        ("11", ()),
        ("!", ((25, 26),)),
        ("", ()),
    ],
)
def test_words_are_found_whole(phrase: str, places: tuple[tuple[int, int], ...]) -> None:
    """Everywhere in the text, in small and capital letters, never as a part of a word."""
    assert places_of(phrase, "Trẻ em là mai trẻ em: 111!") == places


def test_settings_take_a_colour_or_nothing() -> None:
    """What is neither is a ValueError."""
    assert [colour_or_none(word) for word in ("", "đỏ")] == ["", "red"]
    with pytest.raises(ValueError, match="pink"):
        colour_or_none("pink")
