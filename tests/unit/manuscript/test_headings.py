"""headings: titles of a paper, headings of its sections."""

import pytest
from manuscripts import entries

from signboard.manuscript.headings import heading_of, heading_places, is_annex, is_day_heading, title_places


def test_titles_stand_on_top() -> None:
    """Kind of paper and subject; the list below is none."""
    lines = ["^**KẾ HOẠCH", "^**Triển khai Ngày Pháp luật", "I. MỤC ĐÍCH", "1. Một"]

    assert title_places(entries(lines), [""] * 4) == [0, 1]


def test_what_stands_above_an_annex_note_is_title() -> None:
    """Whatever it says."""
    lines = ["PHỤ LỤC 02", "Tháng hành động năm 2026", "(Kèm theo Công văn số 1)", "Chung tay"]

    assert title_places(entries(lines), ["", "", "note", ""]) == [0, 1]


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("1. Chủ đề", "slogan"),
        ("II. KHẨU HIỆU", "slogan"),
        ("3. Kinh phí", "plan"),
        ("Các khẩu hiệu sau:", "slogan"),
        ("Điều 2. Thi hành", "plan"),
    ],
)
def test_a_heading_says_its_topic(line: str, topic: str) -> None:
    """By its words."""
    found = heading_of(entries([line])[0], entries(["- Một hai ba"]), distinct=True)

    assert found is not None
    assert found.topic == topic


@pytest.mark.parametrize("line", ["1. Chung tay vì trẻ em", "“Chủ đề của năm”", "Xanh: sạch, đẹp", "Vì cuộc sống"])
def test_a_slogan_is_no_heading(line: str) -> None:
    """Whatever stands below."""
    assert heading_of(entries([line])[0], entries(["- Một hai ba"]), distinct=True) is None


def test_numbered_lines_that_own_dashes_are_groups() -> None:
    """Each with its own."""
    lines = ["1. Trẻ em", "- Một hai", "- Ba bốn", "2. Môi trường", "- Năm sáu"]

    assert sorted(heading_places(entries(lines), [""] * 5)) == [0, 3]


def test_a_heading_may_give_days() -> None:
    """And hardly say another word."""
    day, slogan = entries(
        ["Đợt 1 (từ 15/11/2026 đến 30/11/2026)", "Hưởng ứng Tháng hành động từ ngày 15/11 đến ngày 15/12"]
    )

    assert is_day_heading(day)
    assert not is_day_heading(slogan)


@pytest.mark.parametrize(
    ("line", "is_days"),
    [
        ("(Tuyên truyền từ ngày 15/11/2026 đến hết ngày 15/12/2026)", True),
        ("Tuyên truyền từ ngày 15/11/2026 đến hết ngày 15/12/2026", True),
        ("[Áp dụng cho bảng cổng chính, 15/11 - 15/12]", True),
        ("(Kỷ niệm 96 năm 3/2/1930 - 3/2/2026)", False),
        ("Tuyên truyền pháp luật từ cơ sở", False),
        ("Tuyên truyền sâu rộng về Tháng hành động từ 15/11 đến 15/12 tới toàn dân trong tỉnh ta", False),
    ],
)
def test_a_note_on_days_begins_with_any_word(line: str, is_days: bool) -> None:
    """In brackets below a title, or with the verb of the plan."""
    assert is_day_heading(entries([line])[0]) is is_days


def test_an_annex_begins_a_part() -> None:
    """Alone on its line."""
    annex, other = entries(["PHỤ LỤC II", "Phụ lục này có hiệu lực"])

    assert is_annex(annex)
    assert not is_annex(other)


def test_a_slogan_behind_its_days_is_no_heading() -> None:
    """Unless a list of its own stands under it; a schedule's title is one, and its day counts."""
    days = entries(["Từ 20/12 đến 25/12/2026: Vì dân phục vụ", "- Một hai ba", "Vì dân phục vụ"])

    assert heading_of(days[0], days[2:], distinct=False) is None
    assert heading_of(days[0], days[1:], distinct=False) is not None
    (title,) = entries(["Lịch chạy chữ ngày 20/12/2026"])
    assert heading_of(title, [], distinct=False) is not None
