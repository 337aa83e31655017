"""siblings: lines that only stand beside a list."""

from manuscripts import entries

from signboard.manuscript.sections import choose
from signboard.manuscript.siblings import without_strays

LIST = ("1. Một hai ba bốn", "2. Hai ba bốn năm", "3. Ba bốn năm sáu")


def chosen(*lines: str) -> list[str]:
    """The texts that stay."""
    return [text for choice in without_strays(choose(entries(lines))) for text in choice.texts]


def test_a_line_without_the_mark_behind_a_list_that_has_it() -> None:
    """Whatever it says."""
    assert chosen(*LIST, "Mấy câu này chạy luân phiên cả ngày") == list(LIST)


def test_a_festive_line_ends_a_list() -> None:
    """It is the last slogan."""
    assert chosen(*LIST, "Nhiệt liệt hưởng ứng Tháng hành động")[-1] == "Nhiệt liệt hưởng ứng Tháng hành động"


def test_a_list_that_forgets_marks_says_nothing() -> None:
    """Neither within nor behind."""
    lines = (LIST[0], "Không có số ở đây", *LIST[1:], "Không có số ở cuối")

    assert chosen(*lines) == list(lines)


def test_a_slogan_that_leads_a_list_stays() -> None:
    """Names do not."""
    lead = "Bây giờ, hoặc không bao giờ"

    assert chosen(lead, *LIST) == [lead, *LIST]
    assert chosen("Chị Hằng phường", *LIST) == list(LIST)


def test_half_a_list_without_marks_stays() -> None:
    """Too many to be strays."""
    lines = (*LIST, "Bốn năm sáu bảy", "Năm sáu bảy tám", "Sáu bảy tám chín")

    assert chosen(*lines) == list(lines)


def test_lines_in_the_middle_and_one_that_is_not() -> None:
    """Bold and centred, and the sender plain below."""
    lines = ("^**MỘT HAI BA", "^**BỐN NĂM SÁU", "^**BẢY TÁM CHÍN")

    assert chosen(*lines, "Bộ phận truyền thông") == ["MỘT HAI BA", "BỐN NĂM SÁU", "BẢY TÁM CHÍN"]


def test_romans_that_count_slogans_are_marks() -> None:
    """Not part of the slogans, where they count up."""
    assert chosen("I. Một hai ba", "II. Bốn năm sáu") == ["Một hai ba", "Bốn năm sáu"]


def test_what_stands_above_the_title_is_the_pages() -> None:
    """The way through a site, an office."""
    assert chosen("Tin trong ngày của phường", "KHẨU HIỆU TUYÊN TRUYỀN", *LIST) == list(LIST)


def test_behind_a_farewell_stand_the_senders() -> None:
    """In a list without marks, too."""
    lines = ("Khẩu hiệu:", "Một hai ba bốn", "Hai ba bốn năm", "Trân trọng cảm ơn.", "Phòng hành chính của trường")

    assert chosen(*lines) == ["Một hai ba bốn", "Hai ba bốn năm"]


def test_farewells_count_from_the_whole_page() -> None:
    """Also where days stand between the list and them."""
    lines = (*LIST, "Chạy từ 10/10/2026 đến 21/10/2026.", "Chị cảm ơn nhiều!", "Chị Hòa - HPN")

    assert chosen(*lines) == list(LIST)


def test_what_stands_above_an_announcement_has_no_marks() -> None:
    """Where the entries below it have; else nobody can tell."""
    above = ("CẢNH BÁO LỪA ĐẢO TRÊN MẠNG", "Mọi người ghi nhớ 3 khẩu hiệu:")

    assert chosen(*above, *LIST) == list(LIST)
    assert chosen(above[0], "Thông điệp:", "Bốn năm sáu bảy", "Năm sáu bảy tám")[0] == above[0]


def test_the_full_stop_of_a_list_of_semicolons_is_the_lists() -> None:
    """Where the entries end with full stops it is theirs."""
    assert chosen("- Một hai ba;", "- Hai ba bốn;", "- Ba bốn năm.")[-1] == "- Ba bốn năm;"
    assert chosen("- Một hai ba.", "- Hai ba bốn.", "- Ba bốn năm.")[-1] == "- Ba bốn năm."


def test_a_headline_between_pictures_is_no_entry() -> None:
    """In front alone a picture marks an entry."""
    lines = ("📢 BẢO HIỂM Y TẾ LÀ ĐIỂM TỰA 📢", "Các thông điệp:", "🔹 Một hai ba", "🔹 Bốn năm sáu")

    assert chosen(*lines) == ["🔹 Một hai ba", "🔹 Bốn năm sáu"]
