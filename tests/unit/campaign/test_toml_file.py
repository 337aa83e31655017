"""What a campaign file may cost, and what is said of one that is not written as it must be."""

import pytest

from signboard.campaign.toml_file import MOST_BYTES, read_toml
from signboard.errors import InputError


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a." * 50_000 + "a=1", "bad_toml"),
        ('"x". ' * 20 + "a=1", "bad_toml"),
        ("[" + "a." * 30 + "a]", "bad_toml"),
        ("a=" + "9" * 5_000, "bad_toml"),
        ("a=" + "9" * 900_000, "bad_toml"),
        ("d = 2026-13-45", "bad_toml"),
        ("a = " + "[" * 5_000, "bad_toml"),
        ("a" * 900_000, "bad_toml"),
        ('a="' + '\\"' * 400_000, "bad_toml"),
        ("# " + "x" * MOST_BYTES, "too_large"),
    ],
    ids=lambda value: value[:12],
)
def test_a_file_that_would_cost_much_is_refused_as_input(text: str, code: str) -> None:
    """Long keys and numbers before they are read, whatever else Python refuses by its code."""
    with pytest.raises(InputError, match=r"a\.toml") as caught:
        read_toml(text, "a.toml")
    assert (caught.value.code, caught.value.exit_code) == (code, 3)


@pytest.mark.parametrize("bad", ["b = ", "a.b.c.d.e.f.g.h.i.j = 1", "b = " + "7" * 200])
def test_the_line_at_fault_is_named(bad: str) -> None:
    """Lines of strings over several lines and of comments count."""
    with pytest.raises(InputError, match="line 6 ") as caught:
        read_toml(f'a = """\nx\n"""\n# a.b.c.d.e.f.g.h.i\nc = 1\n{bad}\n', "a.toml")
    assert caught.value.fields["line"] == 6


def test_dots_and_digits_inside_words_are_no_keys() -> None:
    """A slogan may hold as many as it likes."""
    text = "a.b.c.d.e.f.g.h.i.j " + "9" * 200
    assert read_toml(f"a = \"{text}\" # {text}\nb = '{text}'\nc = '''\n{text}'''", "a.toml")["b"] == text
