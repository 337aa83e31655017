"""columns: a table that was pasted as lines."""

import pytest
from manuscripts import entries

from signboard.manuscript.columns import is_column_head, with_bare_numbers, with_long_numbers


def test_numbers_without_a_point_count_when_they_go_on() -> None:
    """Three of them at least."""
    found = with_bare_numbers(entries(["1 Chung tay", "2 Đội mũ", "3 Hãy nói"]))

    assert [(entry.text, entry.marker.value, entry.changes) for entry in found] == [
        ("Chung tay", 1, ("number_stripped",)),
        ("Đội mũ", 2, ("number_stripped",)),
        ("Hãy nói", 3, ("number_stripped",)),
    ]


@pytest.mark.parametrize(
    "lines", [["1 Chung tay", "2 Đội mũ"], ["5 Không", "3 Sạch", "4 Luôn"], ["1 không", "2 có", "3 nói"]]
)
def test_numbers_of_a_sentence_stay(lines: list[str]) -> None:
    """Two, out of order, or before small letters."""
    assert [entry.text for entry in with_bare_numbers(entries(lines))] == lines


@pytest.mark.parametrize(
    ("text", "is_head"),
    [("STT Nội dung Ghi chú", True), ("TT | Khẩu hiệu", True), ("Nội dung", False), ("TT Chung tay", False)],
)
def test_a_row_of_column_names_is_known(text: str, is_head: bool) -> None:
    """The first that of the numbers."""
    assert is_column_head(text) is is_head


def test_numbers_from_a_hundred_on_count_where_they_go_on() -> None:
    """After 99 and each other; a number that stands alone is a word."""
    found = with_long_numbers(entries(["99. Một hai", "100. Ba bốn", "101) Năm sáu", "111. Bảy tám"]))

    assert [entry.words for entry in found] == ["Một hai", "Ba bốn", "Năm sáu", "111. Bảy tám"]
    assert found[1].changes == ("number_stripped",)
