"""A font says what its letters are."""

import pytest

from signboard.office.fonts import encoding_of_font, read_old_letters
from signboard.text.encodings.family import encode


def _old(text: str, encoding: str) -> str:
    """As Word keeps it: each byte as the character of Windows."""
    return "".join(bytes([one]).decode("cp1252") for one in encode(text, encoding))


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".VnArial Narrow", "tcvn3"),
        ("'.VnTime'", "tcvn3"),
        (".VnTime;Times New Roman", "tcvn3"),
        (".VnTimeH", "tcvn3-upper"),
        (".VnArial NarrowH", "tcvn3-upper"),
        ("VNI-Times", "vni"),
        ("VNI-Helve-Condense", "vni"),
        ("VPS Times", "vps"),
        ("VI Times", "viscii"),
        ("Times New Roman", ""),
        ("UVN Bay Buom", ""),
        ("Verdana", ""),
        ("", ""),
    ],
)
def test_fonts_of_old_encodings(font: str, encoding: str) -> None:
    """Only the families that everybody had stand for an encoding."""
    assert encoding_of_font(font) == encoding


@pytest.mark.parametrize(("encoding", "font"), [("tcvn3", ".VnTime"), ("vni", "VNI-Times"), ("viscii", "VI Times")])
def test_old_letters_are_read(encoding: str, font: str) -> None:
    """The sentence comes back, with the name of what it was in."""
    sentence = "Chung tay xóa bỏ bạo lực với phụ nữ"

    assert read_old_letters([(_old(sentence, encoding), font)]) == (sentence, encoding)


def test_a_font_of_capitals_shows_capitals() -> None:
    """.VnTimeH draws small letters as capitals, those of ASCII among them."""
    assert read_old_letters([(_old("bình đẳng giới", "tcvn3"), ".VnTimeH")]) == ("BÌNH ĐẲNG GIỚI", "tcvn3-upper")
    assert read_old_letters([("abc", ".VnTimeH")]) == ("ABC", "tcvn3-upper")


def test_a_letter_and_its_mark_may_lie_in_two_runs() -> None:
    """VNI writes a mark as a second letter, and Word may part them."""
    old = _old("Nước Việt", "vni")

    assert read_old_letters([(old[:3], "VNI-Times"), (old[3:], "VNI-Times")])[0] == "Nước Việt"


def test_unicode_that_kept_an_old_font_is_left_alone() -> None:
    """Text pasted into an old document keeps the font's name."""
    for sentence in ("Chung tay xóa bỏ bạo lực", "Hà", "nhà máy"):
        assert read_old_letters([(sentence, ".VnTime")]) == (sentence, "")


def test_each_run_has_its_own_encoding() -> None:
    """Old and new letters in one sentence."""
    read, encoding = read_old_letters([("Phụ nữ ", "Arial"), (_old("Việt Nam", "tcvn3"), ".VnTime")])

    assert (read, encoding) == ("Phụ nữ Việt Nam", "tcvn3")


def test_plain_letters_say_nothing_of_an_encoding() -> None:
    """ASCII is the same everywhere."""
    assert read_old_letters([("Ha Noi 2026", ".VnTime")]) == ("Ha Noi 2026", "")


def test_signs_that_no_encoding_has_do_not_stop_the_reading() -> None:
    """A dash that does not break, a line break, letters on private characters."""
    old = _old("Việt", "tcvn3")

    assert read_old_letters([(f"{old}\u2011{old}\n{old}", ".VnTime")])[0] == "Việt\u2011Việt\nViệt"
    assert read_old_letters([("Vi\uf0d6t", ".VnTime")])[0] == "Việt"
