"""encodings.windows: code page 1258 with its marks after the letters, and 1252."""

import unicodedata

import pytest
from alphabet import LETTERS

from signboard.text.encodings.windows import CP1252, CP1258


def test_all_letters_there_and_back() -> None:
    """134 letters, composed again."""
    assert unicodedata.normalize("NFC", CP1258.decode(CP1258.encode("".join(LETTERS)))) == "".join(LETTERS)


@pytest.mark.parametrize(
    ("letter", "raw"), [("á", b"\xe1"), ("ế", b"\xea\xec"), ("ậ", b"\xe2\xf2"), ("ự", b"\xfd\xf2")]
)
def test_the_tone_stands_after_the_letter(letter: str, raw: bytes) -> None:
    """Whole where the code page has it, else letter and tone."""
    assert CP1258.encode(letter) == raw


def test_a_character_without_a_code_is_placed() -> None:
    """At its own index, however many bytes went before."""
    with pytest.raises(UnicodeEncodeError) as caught:
        CP1258.encode("ế中")
    assert caught.value.start == 1


def test_latin_text_is_itself() -> None:
    """What 1252 is here for."""
    assert CP1252.decode(CP1252.encode("Café – São Paulo")) == "Café – São Paulo"
