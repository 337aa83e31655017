"""topic: what a heading or a sentence announces."""

import pytest

from signboard.manuscript.topic import (
    announces_slogans,
    heads_board,
    is_about_slogans,
    is_plan_label,
    label_and_slogan,
    quoted_themes,
    topic_of,
)


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("Chủ đề", "slogan"),
        ("10 KHẨU HIỆU TUYÊN TRUYỀN NĂM 2026", "slogan"),
        ("NỘI DUNG CHẠY CHỮ TRÊN BẢNG LED", "slogan"),
        ("KHAU HIEU THANG 11", "slogan"),
        ("MỤC ĐÍCH, YÊU CẦU", "plan"),
        ("Tổ chức thực hiện", "plan"),
        ("Thời gian: từ ngày 1/1", "plan"),
        ("Thời gian là vàng", ""),
        ("Thực hiện thông điệp 5K", ""),
        ("Luật pháp, chính sách", ""),
    ],
)
def test_a_heading_has_a_topic(words: str, topic: str) -> None:
    """Or says nothing of it."""
    assert topic_of(words) == topic


def test_a_label_of_a_plan_holds_its_answer() -> None:
    """Behind its colon."""
    assert is_plan_label("Địa điểm: trụ sở Sở")
    assert not is_plan_label("Địa điểm:")


def test_a_sentence_announces_slogans_by_its_end() -> None:
    """What it said before is another matter."""
    assert announces_slogans("đề nghị treo băng rôn các khẩu hiệu sau:")
    assert not announces_slogans("Căn cứ văn bản về khẩu hiệu; Sở ban hành kế hoạch như sau:")


@pytest.mark.parametrize(
    ("title", "about"), [("PHỤ LỤC 02 Các thông điệp", True), ("PHÂN CÔNG NHIỆM VỤ", False), ("PHỤ LỤC", None)]
)
def test_a_title_says_what_is_listed(title: str, about: object) -> None:
    """Or leaves it open."""
    assert is_about_slogans(title) is about


def test_a_label_is_told_from_its_slogan() -> None:
    """Unless what follows is no sentence."""
    assert label_and_slogan("Chủ đề năm 2026: “Chung tay”") == ("Chủ đề năm 2026", "“Chung tay”")
    assert label_and_slogan("Khẩu hiệu: do Văn phòng chọn") is None
    assert label_and_slogan("Xanh: Sạch, đẹp") is None


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("phát động với chủ đề: “Một hai ba bốn”.", ("“Một hai ba bốn”",)),
        ("các khẩu hiệu “Một hai ba”, “Bốn năm sáu” và", ("“Một hai ba”", "“Bốn năm sáu”")),
        ("Các thông điệp gồm: Một hai ba; Bốn năm sáu. Thời gian", ("Một hai ba", "Bốn năm sáu")),
        ("cuộc thi “Tìm hiểu pháp luật”", ()),
        ("chủ đề “một hai ba bốn”", ()),
    ],
)
def test_themes_are_taken_out_of_sentences(text: str, themes: tuple[str, ...]) -> None:
    """Only what the sentence calls one."""
    assert quoted_themes(text) == themes


def test_an_occasion_may_label_what_is_quoted_behind_it() -> None:
    """Not what a person says, and not what stands without quotes."""
    label = "Dịp Tết (từ ngày 01/02/2026 đến ngày 20/02/2026)"

    assert label_and_slogan(f"{label}: “Một hai ba”; “Bốn năm sáu”.") == (label, "“Một hai ba”; “Bốn năm sáu”.")
    assert label_and_slogan("Bà Mơ nói: “Tôi rất mong đến ngày đi bầu”") is None
    assert label_and_slogan("Dịp Tết: Một hai ba bốn") is None


def test_a_section_may_name_the_board() -> None:
    """`Tuyên truyền trên bảng điện tử`."""
    assert heads_board("TUYÊN TRUYỀN TRÊN BẢNG ĐIỆN TỬ")
    assert not heads_board("Tuyên truyền miệng")


@pytest.mark.parametrize("words", ["Vị trí treo", "Lưu ý", "Kích thước, màu sắc", "Hướng dẫn trình bày khẩu hiệu"])
def test_how_and_where_slogans_hang_is_aside(words: str) -> None:
    """Not a section of a plan: the list around it may be bare."""
    assert topic_of(words) == "aside"


def test_a_short_theme_without_quotes_names_a_list() -> None:
    """`Chủ đề: Cải cách hành chính` is no sentence; a longer one, or a quoted one, is."""
    assert label_and_slogan("Chủ đề: Cải cách hành chính") is None
    assert label_and_slogan("Chủ đề: Chung tay vì bình đẳng giới") is not None


def test_a_task_of_the_board_labels_the_sentence_that_it_quotes() -> None:
    """The other tasks of the order quote nothing."""
    label = "Chạy chữ trên bảng điện tử từ 20/12/2026 đến 23/12/2026 nội dung"

    assert label_and_slogan(f"{label}: “Tôn sư trọng đạo, nét đẹp ngàn đời”") == (
        label,
        "“Tôn sư trọng đạo, nét đẹp ngàn đời”",
    )
    assert label_and_slogan("Thăm hỏi gia đình chính sách: xong trước 20/12") is None
