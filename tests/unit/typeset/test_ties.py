"""Ties: numbers with units, words with numbers, terms; nothing across punctuation."""

import pytest

from signboard.errors import InputError
from signboard.files import schedules_dir
from signboard.typeset.ties import Terms, parse_terms

TERMS = Terms(frozenset({"trẻ em gái", "bạo lực gia đình"}))


def parted(text: str, terms: Terms = TERMS) -> str:
    """The text with `|` at every blank where a break costs nothing extra."""
    syllables = text.split(" ")
    prices = terms.prices(syllables)
    return "".join(one + (" " if price else "|") for one, price in zip(syllables, prices, strict=True)).rstrip("|")


@pytest.mark.parametrize(
    "text",
    [
        "đạt|100 %",
        "hơn|5 triệu",
        "từ|18 tuổi",
        "ngày 25/11",
        "tháng 11",
        "năm 2026",
        "số 1900 1900",
        "Nghị quyết 176",
        "Điều 5",
        "gọi 111",
        "gọi 111,|hay",
        "77 năm",
        "10.000 đồng",
        "tốc độ|60 km/h.",
        "có|mặt",
        "15/11,|ngày",
        "100.|Năm",
    ],
)
def test_numbers_keep_their_words(text: str) -> None:
    """Units, dates, telephone numbers; what only stands beside a number stays free."""
    assert parted(text.replace("|", " ")) == text


@pytest.mark.parametrize(
    "text", ["các|trẻ em gái", "trẻ em,|gái", "“Trẻ em gái”|và", "TRẺ EM GÁI|là", "bạo lực gia đình|là", "bạo lực|gia"]
)
def test_terms_hold_together(text: str) -> None:
    """In capitals and quotes too; a comma within parts them."""
    assert parted(text.replace("|", " ")) == text


def test_the_shipped_terms_are_read() -> None:
    """All have two syllables or more, at most eight, in small letters."""
    file = schedules_dir() / "words" / "terms.toml"
    names = parse_terms(file.read_bytes(), file.name).names

    assert len(names) > 80
    assert all(2 <= len(name.split()) <= 8 and name == name.lower() for name in names)
    assert "bình đẳng giới" in names


@pytest.mark.parametrize("raw", [b"", b"x", b"terms = 1", b"[[terms]]\nnames = 5", b"[[terms]]\nnames = [5]", b"\xff"])
def test_a_wrong_list_is_refused(raw: bytes) -> None:
    """With one sentence."""
    with pytest.raises(InputError) as caught:
        parse_terms(raw, "terms.toml")

    assert caught.value.code == "bad_terms"
