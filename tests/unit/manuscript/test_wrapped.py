"""wrapped: lines broken in the middle of a sentence."""

import textwrap

import pytest
from manuscripts import entries

from signboard.manuscript.entry import DOUBTED
from signboard.manuscript.wrapped import join_wrapped

LONG = (
    "Chung tay xây dựng môi trường sống an toàn, thân thiện, lành mạnh cho mọi trẻ em.",
    "Gọi Tổng đài điện thoại quốc gia bảo vệ trẻ em số 111 để thông báo mọi hành vi xâm hại trẻ em.",
    "Toàn dân, toàn diện, chuyển đổi số vì một nước Việt Nam hùng cường",
)


def joined(lines: list[str]) -> list[str]:
    """The texts after joining."""
    return [entry.text for entry in join_wrapped(entries(lines))]


@pytest.mark.parametrize("width", [36, 40, 50, 60, 72])
def test_a_wrapped_list_is_whole_again(width: int) -> None:
    """Whatever the width, names with capitals and numbers at the beginning of a line too."""
    marked = [f"{number}. {one}" for number, one in enumerate(LONG, 1)]

    assert joined([line for one in marked for line in textwrap.wrap(one, width)]) == marked


@pytest.mark.parametrize(
    "lines",
    [
        ["Chung tay.", "vì trẻ em"],
        ["Các khẩu hiệu:", "chung tay vì trẻ em"],
        ["CHÀO MỪNG NGÀY 2/9", "chào mừng ngày lễ"],
        ["chung tay vì trẻ em", "hãy lên tiếng", "im lặng là đồng lõa"],
        ["**Chung tay", "vì trẻ em"],
        ["Chung tay", "- vì trẻ em"],
        ["Chung tay vì trẻ em", "Hãy lên tiếng"],
    ],
)
def test_what_may_be_two_slogans_stays_two(lines: list[str]) -> None:
    """End marks, colons, capitals, bold letters, list marks, lists in small letters."""
    assert len(joined(lines)) == len(lines)


def test_a_comma_goes_on() -> None:
    """In small letters."""
    assert joined(["Nam, nữ bình đẳng,", "xã hội văn minh", "Hãy lên tiếng"]) == [
        "Nam, nữ bình đẳng, xã hội văn minh",
        "Hãy lên tiếng",
    ]


def test_a_request_below_a_list_is_no_part_of_its_last_entry() -> None:
    """Chats go on in small letters."""
    lines = ("1. Một hai ba", "2. Bốn năm sáu", "chạy một tuần thôi em")

    assert [entry.text for entry in join_wrapped(entries(lines))] == list(lines)


def test_lines_of_one_length_in_small_letters_are_no_paragraph() -> None:
    """Where not one begins in a capital, nothing was broken."""
    lines = ("học tập tốt, lao động tốt", "đoàn kết tốt, kỷ luật tốt", "giữ gìn vệ sinh thật tốt")

    assert [entry.text for entry in join_wrapped(entries(lines))] == list(lines)


def test_a_line_that_ends_open_goes_on_in_capitals_too() -> None:
    """Doubtfully, for a person sees both lines; a line of another make does not go on."""
    found = join_wrapped(entries(["1. Bảo vệ biển, đảo thiêng liêng của", "Tổ quốc.", "2. Cần, kiệm, liêm, chính."]))

    assert [entry.words for entry in found] == ["Bảo vệ biển, đảo thiêng liêng của Tổ quốc.", "Cần, kiệm, liêm, chính."]
    assert DOUBTED in found[0].changes
    assert len(join_wrapped(entries(["1. Bảo vệ biển đảo của", "2. Tổ quốc."]))) == 2


def test_a_line_goes_on_behind_a_page_number() -> None:
    """In small letters; the number stays where it is."""
    found = join_wrapped(entries(["1. Xây dựng quê hương ngày càng", "2", "giàu đẹp, văn minh.", "2. Cần, kiệm."]))

    assert [entry.text for entry in found] == [
        "1. Xây dựng quê hương ngày càng giàu đẹp, văn minh.",
        "2",
        "2. Cần, kiệm.",
    ]
    assert DOUBTED in found[0].changes
