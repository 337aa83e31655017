"""marker: what a list puts in front of an entry."""

import pytest

from signboard.manuscript.marker import NO_MARKER, marker_of, without_marker
from signboard.text.clean import clean_line


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("1. Chung tay", "number", 1),
        ("1.Hưởng ứng", "number", 1),
        ("02- Hưởng ứng", "number", 2),
        ("(3) Chung tay", "number", 3),
        ("4/ Chung tay", "number", 4),
        ("Câu 5: Chung tay", "number", 5),
        ("6\ufe0f\u20e3 Chung tay", "number", 6),
        ("IV. TỔ CHỨC", "roman", 4),
        ("Điều 1. Ban hành", "part", 1),
        ("B. Khẩu hiệu chung", "upper", 2),
        ("c) Chung tay", "letter", 3),
        ("2.1. Chung tay", "multi", 1),
        ("- Chung tay", "dash", 0),
        ("+ Chung tay", "plus", 0),
        ("\uf0b7 Chung tay", "bullet", 0),
        ("\U0001f449 Chung tay", "bullet", 0),
        ("v Chung tay", "bullet", 0),
    ],
)
def test_a_mark_is_known_with_its_number(text: str, style: str, value: int) -> None:
    """Typed by hand, in every way that clerks type it."""
    found = marker_of(text)

    assert (found.style, found.value) == (style, value)
    assert found.counts == bool(value)


@pytest.mark.parametrize(
    "text", ["111 là số", "8/3 là ngày", "30-4 lịch sử", "5 không, 3 sạch", "I love Vietnam", "Vì dân", ""]
)
def test_what_belongs_to_the_sentence_is_no_mark(text: str) -> None:
    """Days, counts and words."""
    assert marker_of(text) == NO_MARKER


@pytest.mark.parametrize(
    ("label", "style"), [("1.", "number"), ("II.", "roman"), ("a)", "letter"), ("\uf0a7", "bullet"), ("-", "dash")]
)
def test_an_automatic_label_takes_no_letters_of_the_text(label: str, style: str) -> None:
    """It stands beside it."""
    found = marker_of("Chung tay", label)

    assert (found.style, found.length) == (style, 0)


@pytest.mark.parametrize(
    ("text", "left", "change"),
    [
        ("Câu 5: Chung tay", "Chung tay", ("number_stripped",)),
        ("a) Chung tay", "Chung tay", ("number_stripped",)),
        ("\U0001f449 Chung tay", "Chung tay", ("mark_stripped",)),
        ("1. Chung tay", "1. Chung tay", ()),
        ("I. MỤC ĐÍCH", "I. MỤC ĐÍCH", ()),
    ],
)
def test_only_what_cleaning_leaves_is_taken_off_here(text: str, left: str, change: tuple[str, ...]) -> None:
    """And named as a change."""
    assert without_marker(text, marker_of(text)) == (left, change)
    assert clean_line(left).text in text


def test_a_day_is_no_number_of_a_slogan() -> None:
    """`Khẩu hiệu 20/11` names the feast; `Câu 2/ …` counts."""
    assert marker_of("KHẨU HIỆU 20/11").style == ""
    assert marker_of("Khẩu hiệu 2.10 Một").style == ""
    assert [marker_of(line).value for line in ("Câu 2/ Một", "Câu 2: 111 là số", "Khẩu hiệu 3 - Một")] == [2, 2, 3]
