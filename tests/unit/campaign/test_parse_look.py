"""parse_look: what a campaign file says about looks, and every problem with its place."""

import pytest

from signboard.campaign.look import MOST_ICON_BYTES, Look
from signboard.campaign.parse import parse_campaign
from signboard.campaign.slogan import Slogan
from signboard.errors import InputError, ProblemsError

HEAD = 'id = "a"\ntitle = "A"\nfirst_day = "15/11"\nlast_day = "15/12"\nhours = "06:00-22:00"\n'
PICTURES = {"logo.png": b"\x89PNG", "house": b"#.#", "huge.png": bytes(MOST_ICON_BYTES + 1)}


def icons(name: str) -> bytes:
    """Pictures by name."""
    if name not in PICTURES:
        raise InputError("There is no {name}.", code="no_such_icon", name=name)
    return PICTURES[name]


def slogans(slogan: str, head: str = "") -> tuple[Slogan, ...]:
    """The slogans of a file with two, the first one with these lines."""
    text = f'{HEAD}{head}\n[[slogans]]\ntext = "Gọi 111"\n{slogan}\n[[slogans]]\ntext = "Trẻ em"\n'
    return parse_campaign(text.encode(), "a.toml", icons).slogans


def problems(slogan: str, head: str = "") -> list[tuple[str, str]]:
    """Codes and places."""
    with pytest.raises(ProblemsError) as caught:
        slogans(slogan, head)
    return [(problem.code, str(problem.fields["place"])) for problem in caught.value.problems]


def test_a_slogan_states_its_look() -> None:
    """Everything that there is; the other slogan stays plain, and the text is what it was."""
    first, second = slogans('colour = "đỏ"\nemphasis = ["111"]\nemphasis_colour = "vàng"\nicon = "logo.png"\nqr = "A"')

    assert first.look == Look("red", ("111",), "yellow", b"\x89PNG", "A")
    assert (first.text, first.id) == ("Gọi 111", Slogan("Gọi 111").id)
    assert second == Slogan("Trẻ em")


def test_a_file_states_the_look_of_all() -> None:
    """A slogan's own colour wins."""
    first, second = slogans('colour = "red"', 'colour = "green"\nicon = "house"')

    assert (first.look, second.look) == (Look("red", icon=b"#.#"), Look("green", icon=b"#.#"))


def test_one_phrase_needs_no_brackets() -> None:
    """And the same one twice counts once."""
    assert slogans('emphasis = "gọi"')[0].look.emphasis == ("gọi",)
    assert slogans('emphasis = ["111", "111"]')[0].look.emphasis == ("111",)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('colour = "hồng"', ("unknown_colour", "slogans #1, colour")),
        ("colour = 3", ("wrong_kind", "slogans #1, colour")),
        ('emphasis = ["trẻ em"]', ("words_not_found", "slogans #1, emphasis #1")),
        ('emphasis = ["111", "11"]', ("words_not_found", "slogans #1, emphasis #2")),
        ('icon = "../../logo.png"', ("bad_icon_name", "slogans #1, icon")),
        ('icon = "C:\\\\logo.png"', ("bad_icon_name", "slogans #1, icon")),
        ('icon = ".."', ("bad_icon_name", "slogans #1, icon")),
        ('icon = "none"', ("no_such_icon", "slogans #1, icon")),
        ('icon = "huge.png"', ("icon_too_large", "slogans #1, icon")),
        ('qr = ""', ("empty_text", "slogans #1, qr")),
        (f'qr = "{"a" * 201}"', ("qr_too_long", "slogans #1, qr")),
        ('color = "red"', ("unknown_key", "slogans #1")),
    ],
)
def test_what_is_wrong_is_told_with_its_place(line: str, problem: tuple[str, str]) -> None:
    """Each under its own code."""
    assert problems(line) == [problem]


def test_all_problems_come_at_once() -> None:
    """Those of the file and those of a slogan."""
    assert problems('colour = "x"\nicon = "none"', 'emphasis_colour = "y"') == [
        ("unknown_colour", "emphasis_colour"),
        ("unknown_colour", "slogans #1, colour"),
        ("no_such_icon", "slogans #1, icon"),
    ]


def test_without_a_reader_no_picture_is_found() -> None:
    """A campaign that comes without its folder says so."""
    text = f'{HEAD}[[slogans]]\ntext = "Gọi 111"\nicon = "house"\n'
    with pytest.raises(ProblemsError) as caught:
        parse_campaign(text.encode(), "a.toml")

    assert [problem.code for problem in caught.value.problems] == ["icon_missing"]
