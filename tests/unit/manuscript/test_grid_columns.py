"""grid_columns: which column holds the slogans, by name, by answer, or by what it holds."""

from datetime import date

import pytest
from sheets import ONE, THREE, TWO, sheet

from signboard.errors import InputError
from signboard.manuscript.grid_columns import asked_column, column_letter, guess_kinds, slogan_column, slogan_columns
from signboard.manuscript.grid_head import Head

NAMED = Head({0: "number", 1: "slogan"}, {0: "STT", 1: "Khẩu hiệu", 2: "Ý nghĩa"})


def test_the_named_column() -> None:
    """Whatever the others hold."""
    rows = sheet(["1", TWO, ONE], ["2", "Im lặng là đồng lõa", THREE]).rows

    assert slogan_column(rows, NAMED, "a.xlsx", may_ask=True) == 1


def test_a_heading_without_slogans_leaves_the_unnamed_columns() -> None:
    """Those with names of their own are none."""
    head = Head({0: "number", 1: "unit"}, {0: "TT", 1: "Đơn vị", 2: "?"})
    tasks = Head({0: "work", 1: "unit"}, {0: "Nội dung công việc", 1: "Đơn vị", 2: "?"})

    assert slogan_column(sheet([ONE, TWO, ""]).rows, head, "a.xlsx", may_ask=True) is None
    assert slogan_column(sheet([ONE, TWO, THREE]).rows, head, "a.xlsx", may_ask=True) == 2
    assert slogan_column(sheet([ONE, TWO, THREE]).rows, tasks, "a.xlsx", may_ask=True) is None


def test_repeated_words_count_once() -> None:
    """A group's name in every row is no list of slogans."""
    rows = sheet(*(["Nhóm khẩu hiệu chung", text] for text in (ONE, TWO, THREE))).rows

    assert slogan_column(rows, None, "a.xlsx", may_ask=True) == 1


def test_two_alike_are_asked_about_or_the_left_is_taken() -> None:
    """Tables of documents are not asked about."""
    rows = sheet([ONE, TWO]).rows

    assert slogan_column(rows, None, "a.docx", may_ask=False) == 0
    with pytest.raises(InputError, match="A, B"):
        slogan_column(rows, None, "a.xlsx", may_ask=True)


@pytest.mark.parametrize(("asked", "index"), [("Khẩu hiệu", 1), ("khau hieu", 1), ("b", 1), ("nghĩa", 2), ("C", 2)])
def test_a_column_by_heading_or_letter(asked: str, index: int) -> None:
    """A part of the heading will do."""
    assert asked_column(asked, NAMED, 3, "a.xlsx") == index


@pytest.mark.parametrize("asked", ["D", "ZZZ", "Thông điệp", "!"])
def test_a_column_that_is_not_there(asked: str) -> None:
    """Those that are there are named."""
    with pytest.raises(InputError, match=r"A \(STT\), B \(Khẩu hiệu\), C \(Ý nghĩa\)"):
        asked_column(asked, NAMED, 3, "a.xlsx")


def test_kinds_are_guessed_by_content() -> None:
    """Two columns of days, one of hours; numbers are neither."""
    day = date(2026, 11, 15)
    rows = sheet(["1", ONE, day, "15/12/2026", "6h-22h"], ["2", TWO, day, "", "6h-8h"]).rows

    assert guess_kinds(rows, 1) == {2: "first", 3: "last", 4: "hours"}
    assert guess_kinds(sheet([ONE, day]).rows, 0) == {1: "days"}


def test_letters_of_columns() -> None:
    """As spreadsheets count."""
    assert [column_letter(index) for index in (0, 25, 26, 255)] == ["A", "Z", "AA", "IV"]


def test_alike_columns_of_a_document_are_all_read() -> None:
    """Those of another language are not alike."""
    rows = sheet([ONE, TWO, "One two three four"], [TWO, THREE, "Two three four five"]).rows

    assert slogan_columns(rows, None, "a.docx", may_ask=False) == (0, 1)
    assert slogan_columns(sheet([""]).rows, None, "a.docx", may_ask=False) == ()
