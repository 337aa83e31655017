"""encodings.vni: one byte for the letter, one for its marks."""

import pytest
from alphabet import LETTERS

from signboard.text.encodings.vni import VNI


def test_all_letters_there_and_back() -> None:
    """134 letters."""
    assert VNI.decode(VNI.encode("".join(LETTERS))) == "".join(LETTERS)


def test_a_line_as_it_looks_in_another_font() -> None:
    """What people see as accents after the vowels."""
    assert (
        VNI.decode("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam".encode("cp1252")) == "Cộng hòa xã hội chủ nghĩa Việt Nam"
    )


def test_marks_are_read_in_either_form() -> None:
    """Capital with a small mark and the reverse: the letter decides."""
    assert VNI.decode(b"A\xf9a\xd9") == "Áá"


def test_a_letter_takes_the_mark_that_follows() -> None:
    """ư is a letter of its own, and takes a tone too."""
    assert VNI.decode(b"\xf6\xf4\xf9ng") == "ướng"


def test_a_mark_without_a_letter_is_nothing() -> None:
    """After a consonant there is no reading."""
    with pytest.raises(UnicodeDecodeError) as caught:
        VNI.decode(b"Caf\xe9")
    assert caught.value.start == 3
    assert VNI.decode(b"Caf\xe9", "replace") == "Caf\ufffd"


def test_characters_without_a_code_are_refused() -> None:
    """û is a mark there, no letter."""
    with pytest.raises(UnicodeEncodeError) as caught:
        VNI.encode("aû")
    assert caught.value.start == 1
