"""encodings.tcvn: TCVN3 in small letters and in the font of capitals, and the whole standard."""

import pytest
from alphabet import LETTERS

from signboard.text.encodings.tcvn import TCVN3, TCVN3_UPPER, TCVN5712_1


def test_an_office_paper_of_the_nineties() -> None:
    """Bytes as .VnTime files hold them, the typographic quotes of Windows among them."""
    assert TCVN3.decode(b"\x93C\xe9ng h\xdfa x\xb7 h\xe9i\x94 \x96 H\xb5 N\xe9i") == "“Cộng hòa xã hội” – Hà Nội"


def test_sixty_capitals_have_no_code() -> None:
    """All others of the 134 have one."""
    without = [letter for letter in LETTERS if letter not in TCVN3.codes]
    assert len(without) == 60
    assert set(without) == {letter for letter in LETTERS if letter.isupper()} - set("ĂÂĐÊÔƠƯ")
    with pytest.raises(UnicodeEncodeError):
        TCVN3.encode("ĐẢNG")


def test_the_font_of_capitals() -> None:
    """The same bytes are capitals there, and every capital has a code."""
    assert TCVN3_UPPER.decode(TCVN3.encode("Cộng hòa")) == "CỘNG HÒA"
    capitals = "".join(letter for letter in LETTERS if letter.isupper())
    assert TCVN3_UPPER.decode(TCVN3_UPPER.encode(capitals)) == capitals


def test_the_font_of_capitals_has_no_small_letters() -> None:
    """Writing one is an error at its place."""
    with pytest.raises(UnicodeEncodeError) as caught:
        TCVN3_UPPER.encode("CỘng")
    assert caught.value.start == 2


def test_the_whole_standard_has_all_letters() -> None:
    """134 letters, there and back."""
    assert TCVN5712_1.decode(TCVN5712_1.encode("".join(LETTERS))) == "".join(LETTERS)


def test_both_parts_agree_where_both_have_a_code() -> None:
    """The 74 codes of the third part are those of the first."""
    assert {letter: TCVN5712_1.codes[letter] for letter in TCVN3.codes} == TCVN3.codes
