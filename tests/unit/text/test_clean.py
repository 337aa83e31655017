"""clean: one line of a list to the slogan in it."""

import pytest

from signboard.text.clean import Cleaned, clean_line, tidy_line


@pytest.mark.parametrize(
    "raw",
    ["1. Abc", "1) Abc", "(1) Abc", "01- Abc", "01-Abc", "1.Abc", "12 \u2013 Abc", "1/ Abc", "1.2. Abc", "1 . Abc"],
)
def test_the_number_of_an_item_goes(raw: str) -> None:
    """Typed numbers in all the shapes that lists have."""
    assert clean_line(raw) == Cleaned("Abc", ("number_stripped",))


@pytest.mark.parametrize(
    "raw",
    [
        "111 là số điện thoại bảo vệ trẻ em",
        "111. Tổng đài",
        "8/3 ngày của mẹ",
        "25/11 là ngày quốc tế",
        "25/11: ngày quốc tế",
        "20-11 nhớ thầy cô",
        "30 - 4 thống nhất",
        "1.000 cây xanh",
        "4.0 là tương lai",
        "2.9.2023 vui",
        "5 không 3 sạch",
        "100% hộ dân",
        "-5 độ",
        "+84 là mã nước",
        "2024. Năm mới",
    ],
)
def test_a_number_of_the_text_stays(raw: str) -> None:
    """Dates, telephone numbers, decimals, counts, signs."""
    assert clean_line(raw) == Cleaned(raw, ())


@pytest.mark.parametrize("mark", ["-", "\u2013", "—", "•", "+", "*", "●", "▪", "➢", "\uf0b7", "\uf0a7", "\uf076"])
@pytest.mark.parametrize("blank", ["", " "])
def test_the_mark_of_an_item_goes(mark: str, blank: str) -> None:
    """Bullets, also Word's Wingdings."""
    assert clean_line(mark + blank + "Abc") == Cleaned("Abc", ("mark_stripped",))


def test_inner_words_and_marks_stay() -> None:
    """Dashes, plus signs, numbers, quotes and semicolons inside the sentence are its own."""
    raw = "A - b + c; 1. d “e” 25/11 * f…"
    assert clean_line(raw) == Cleaned(raw, ())


def test_every_change_is_named_once_in_order() -> None:
    """All that a line of a web copy can carry, at once."""
    raw = "\u00a0 1. - “Ðe\u0301\u0302n  2. b”;\t"
    assert clean_line(raw) == Cleaned(
        "Đến 2. b",
        ("nfc", "lookalike", "blanks", "number_stripped", "mark_stripped", "quotes_stripped", "end_stripped"),
    )


@pytest.mark.parametrize("raw", ["Abc;", "Abc ;", "Abc./.", "Abc;;"])
def test_the_end_of_an_item_goes(raw: str) -> None:
    """The list's semicolon and the `./.` of official papers."""
    assert clean_line(raw) == Cleaned("Abc", ("end_stripped",))


@pytest.mark.parametrize("raw", ["Abc.", "Abc!", "Abc…", "Abc..."])
def test_the_end_of_a_sentence_stays(raw: str) -> None:
    """Full stops, calls and dots are words of the author."""
    assert clean_line(raw) == Cleaned(raw, ())


@pytest.mark.parametrize("raw", ["", "   ", "---", "•", "1.", "- ;"])
def test_a_line_of_marks_alone_leaves_nothing(raw: str) -> None:
    """Then the importer leaves it out."""
    assert clean_line(raw).text == ""


def test_tidying_keeps_numbers_marks_and_quotes() -> None:
    """For texts that are no lines of a list."""
    assert tidy_line(" 1. “e\u0301\u0302m” ; ") == Cleaned("1. “ếm” ;", ("nfc", "blanks"))


def test_marks_repeated_by_the_hundred_go_in_one_pass() -> None:
    """A damaged file repeats them; the last may stand before nothing but an end."""
    assert clean_line("1. - 2) " * 500 + "Abc").text == "Abc"
    assert clean_line("- 1/ ./.").text == ""


@pytest.mark.parametrize("mark", ["\u200e", "\u202e", "\u2066"])
def test_marks_that_turn_the_writing_are_named_as_such(mark: str) -> None:
    """They could make a sentence read otherwise than it is written; other unseen characters count as blanks."""
    assert tidy_line(f"Nam, {mark}nữ") == Cleaned("Nam, nữ", ("direction",))
    assert tidy_line("Nam, \u200bnữ") == Cleaned("Nam, nữ", ("blanks",))
