"""Control characters are found and shown."""

import pytest

from signboard.text.visible import control_character, visible


@pytest.mark.parametrize(
    ("character", "shown"), [("\x1b", "\\x1b"), ("\n", "\\x0a"), ("\x9b", "\\x9b"), ("\u202e", "\\u202e")]
)
def test_a_control_character_is_found_and_shown_as_its_code(character: str, shown: str) -> None:
    """Escapes, line ends, the eight-bit escape, and marks that turn the direction."""
    assert control_character(f"a{character}b") == shown
    assert visible(f"a{character}b") == f"a{shown}b"


def test_text_stays_as_it_is() -> None:
    """Vietnamese, signs and pictures have none."""
    text = "Bình đẳng giới – 25/11 ☂ \U0001f600"
    assert (control_character(text), visible(text)) == (None, text)


def test_some_may_be_in_order() -> None:
    """Line ends in a text of several lines."""
    assert control_character("a\nb", but="\n") is None
    assert visible("a\nb\x1b", but="\n") == "a\nb\\x1b"
    assert control_character("a\nb\x00", but="\n") == "\\x00"
