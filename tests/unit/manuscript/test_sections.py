"""sections: which lines a person would choose."""

from manuscripts import entries

from signboard.manuscript.sections import choose


def chosen(*lines: str) -> list[str]:
    """The texts that were chosen."""
    return [text for choice in choose(entries(lines)) for text in choice.texts]


PLAN = (
    "^**KẾ HOẠCH",
    "^**Ngày Pháp luật",
    "**I. MỤC ĐÍCH",
    "1. Nâng cao ý thức",
    "**II. KHẨU HIỆU",
    "1. Một hai ba",
    "2. Bốn năm sáu",
    "**III. TỔ CHỨC THỰC HIỆN",
    "1. Văn phòng chủ trì",
)


def test_of_a_plan_only_its_slogans() -> None:
    """Tasks have numbers too."""
    assert chosen(*PLAN) == ["1. Một hai ba", "2. Bốn năm sáu"]


def test_without_a_list_the_theme_that_is_quoted() -> None:
    """Once, however often it is said."""
    theme = "phát động với chủ đề “Một hai ba bốn”."

    assert chosen("KẾ HOẠCH", "Triển khai", "1. Mục đích", f"Tháng này {theme}", f"Tháng ấy {theme}") == [
        "“Một hai ba bốn”"
    ]


def test_a_list_wins_over_a_theme_that_is_only_mentioned() -> None:
    """But not over one that has a line of its own."""
    letter = (
        "Kính gửi: Các phòng",
        "Hưởng ứng tháng hành động với chủ đề “Một hai ba bốn”, đề nghị treo các khẩu hiệu sau:",
        "- Năm sáu bảy",
    )

    assert chosen(*letter) == ["- Năm sáu bảy"]
    assert chosen(*letter[:1], "Chủ đề: “Một hai ba bốn”", "Khẩu hiệu:", "- Năm sáu bảy") == [
        "“Một hai ba bốn”",
        "- Năm sáu bảy",
    ]


def test_an_annex_of_tasks_gives_nothing() -> None:
    """Beside one that lists slogans."""
    lines = (
        *PLAN[:4],
        "Nơi nhận:",
        "- Lưu: VT.",
        "PHỤ LỤC 01",
        "**PHÂN CÔNG NHIỆM VỤ",
        "1. Treo cờ",
        "PHỤ LỤC 02",
        "**KHẨU HIỆU",
        "1. Một hai ba",
    )

    assert chosen(*lines) == ["1. Một hai ba"]


def test_a_bare_list_is_taken_whole() -> None:
    """Headings of groups apart."""
    assert chosen("Chung tay", "Nhóm 1:", "Hãy nói") == ["Chung tay", "Hãy nói"]


def test_every_line_has_its_choice() -> None:
    """In order, each with texts or a reason."""
    found = choose(entries(PLAN))

    assert [choice.entry.origin.line for choice in found] == list(range(1, 10))
    assert all(bool(choice.texts) != bool(choice.reason) for choice in found)


def test_a_plans_theme_beside_its_list_is_not_in_the_list() -> None:
    """It is where nothing else is."""
    plan = ("KẾ HOẠCH", "Triển khai", "I. Nội dung", "1. Chủ đề: “Cộng đồng chủ động”")

    assert chosen(*plan, "2. Các khẩu hiệu:", "+ Một hai ba", "+ Bốn năm sáu") == ["+ Một hai ba", "+ Bốn năm sáu"]
    assert chosen(*plan) == ["“Cộng đồng chủ động”"]


def test_a_theme_within_a_sentence_is_not_in_the_list_below() -> None:
    """News mention it before they come to the list."""
    news = 'Ngày Nước thế giới năm nay có chủ đề "Nước và bình đẳng giới" nhằm kêu gọi mọi người quan tâm tới nước.'

    assert chosen(news, "Các khẩu hiệu:", "- Một hai ba", "- Bốn năm sáu") == ["- Một hai ba", "- Bốn năm sáu"]


def test_a_section_on_how_slogans_hang_holds_none() -> None:
    """The sections beside it do, whatever they are called."""
    lines = (
        "**1. Trong hội trường",
        "+ Một hai ba",
        "**2. Ngoài sân",
        "+ Bốn năm sáu",
        "**3. Vị trí treo",
        "+ Cổng chính",
    )

    assert chosen("^**MẪU KHẨU HIỆU", *lines) == ["+ Một hai ba", "+ Bốn năm sáu"]


def test_a_number_behind_dashes_under_a_marked_heading_ends_the_list() -> None:
    """`2. …` stands above `* Khẩu hiệu:` and its dashes, though no heading began with `1.`."""
    lines = (
        "^**HƯỚNG DẪN",
        "1. Kỷ niệm ngày một",
        "* Khẩu hiệu:",
        "- Một hai ba",
        "2. Kỷ niệm ngày hai",
        "Bốn năm sáu",
    )

    assert chosen(*lines) == ["- Một hai ba"]


def test_a_theme_in_a_section_of_themes_is_listed() -> None:
    """A heading that announces themes and messages means both; beside a list elsewhere a theme is only mentioned."""
    theme = "1. Chủ đề: “Một hai ba bốn”"
    listed = ("2. Thông điệp", "a) Năm sáu bảy")
    plan = ("^**KẾ HOẠCH", "^**Tháng hành động", "**I. MỤC ĐÍCH", "- Nâng cao ý thức")

    assert chosen(*plan, "**II. CHỦ ĐỀ VÀ THÔNG ĐIỆP", theme, *listed) == ["“Một hai ba bốn”", "a) Năm sáu bảy"]
    assert chosen(*plan, "**II. NỘI DUNG", theme, *listed) == ["a) Năm sáu bảy"]


def test_other_slogans_have_slogans_above_them() -> None:
    """Even in a plan; a section of the plan in between ends that."""
    others = ("Một hai ba", "Các khẩu hiệu khác:", "Bốn năm sáu")

    assert chosen("^**KẾ HOẠCH", "^**Tuyên truyền tháng 11", *others) == ["Một hai ba", "Bốn năm sáu"]
    assert chosen("^**KẾ HOẠCH", "^**Tuyên truyền tháng 11", "**Mục đích:", *others) == ["Bốn năm sáu"]
