"""encodings.viqr: letters in ASCII."""

import pytest
from alphabet import LETTERS

from signboard.text.encodings.viqr import VIQR


def test_all_letters_there_and_back() -> None:
    """134 letters, side by side."""
    assert VIQR.decode(VIQR.encode(" ".join(LETTERS))) == " ".join(LETTERS)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (rb"To^i ye^u tie^'ng nu+o+'c to^i tu+` khi mo+'i ra ddo+`i\.", "Tôi yêu tiếng nước tôi từ khi mới ra đời."),
        (b"DDoc la^.p, Ddo^ng, u*o*", "Đoc lập, Đông, ươ"),
        (rb"add\DT \\ o\+", r"ađDT \ o+"),
    ],
)
def test_the_signs_combine_where_they_can(raw: bytes, text: str) -> None:
    """The standard's own sentence; dd; the star for the horn; a backslash keeps them apart."""
    assert VIQR.decode(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [(b"em ga'i.", "em gái."), (b"the^' na`o?", "thế nào?"), (b"(ba.n)", "(bạn)"), (b"ma.", "mạ"), (b"xyza.", "xyzạ")],
)
def test_an_end_of_sentence_is_no_tone(raw: bytes, text: str) -> None:
    """Where the tone would make a word that cannot be; else the rule stands."""
    assert VIQR.decode(raw) == text


@pytest.mark.parametrize("text", ["Có phải không?", r"add DDT \ end", "ra đời.", "(a) o+ u* d d", "(Ă) ê^"])
def test_there_and_back(text: str) -> None:
    """Signs that would combine are protected."""
    assert VIQR.decode(VIQR.encode(text)) == text


def test_a_character_without_a_spelling_is_placed() -> None:
    """VIQR is ASCII."""
    with pytest.raises(UnicodeEncodeError) as caught:
        VIQR.encode("ế“")
    assert caught.value.start == 1
