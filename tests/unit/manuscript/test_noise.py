"""noise: what stands around a document's own words."""

from manuscripts import entries

from signboard.manuscript.noise import noise_of


def reasons(*lines: str) -> list[str]:
    """The reason of each line."""
    return noise_of(entries(lines))


def test_a_letterhead_owns_the_offices_in_it() -> None:
    """Above, between and below its sure lines."""
    assert reasons(
        "UBND TỈNH BẮC NINH", "SỞ NỘI VỤ", "Số: 12/SNV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "VĂN PHÒNG", "Chung tay"
    ) == [
        *["letterhead"] * 5,
        "",
    ]


def test_two_columns_parted_by_a_tab_are_one_letterhead() -> None:
    """As old templates have it."""
    assert reasons("SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "GIÁM ĐỐC\tTRƯỞNG PHÒNG") == [
        "letterhead",
        "signature",
    ]


def test_recipients_own_their_dashes() -> None:
    """Until the signature, which owns its names."""
    lines = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Triệu Ngọc Trung", "Ánh Hồng")

    assert reasons(*lines) == ["recipients"] * 3 + ["signature"] * 4


def test_slogans_are_left_alone() -> None:
    """Also those that begin like an office."""
    assert reasons("1. ĐOÀN KẾT LÀ SỨC MẠNH", "- Công an nhân dân vì nước quên thân", "“Chung tay”") == ["", "", ""]


def test_marks_alone_hold_nothing() -> None:
    """Lines that part."""
    assert reasons("-----", "***") == ["nothing_left", "nothing_left"]


def test_links_to_other_pages_go_on_to_the_end() -> None:
    """What a web page puts under its text."""
    assert reasons("Một hai ba", "Tin liên quan", "Bắc Ninh đẩy mạnh cải cách hành chính") == ["", "web", "web"]


def test_a_numbered_entry_may_end_as_a_chat_does() -> None:
    """Where it speaks to nobody; without a number it is a word to a colleague."""
    assert reasons("1. Một hai ba", "2. Gọi 111 khi cần nhé") == ["", ""]
    assert reasons("Gọi 111 khi cần nhé", "2. Chạy giúp em nhé", "3. File đây nhé") == ["web"] * 3


def test_an_entry_between_entries_is_one() -> None:
    """Though its first words are those of papers."""
    assert reasons("1. Một hai ba", "2. Căn cứ vào sức dân mà làm", "3. Bốn năm sáu") == ["", "", ""]
    assert reasons("1. Căn cứ Luật số 1", "2. Căn cứ Luật số 2") == ["preamble", "preamble"]


def test_a_remark_alone_owns_the_list_below_it() -> None:
    """Until its marks end; one that goes on in its line owns nothing."""
    assert reasons("Lưu ý:", "- Chữ vàng trên nền đỏ", "- Theo thực tế", "Một hai ba") == ["note"] * 3 + [""]
    assert reasons("Lưu ý: chữ vàng", "- Một hai ba") == ["note", ""]


def test_below_two_dashes_stands_the_sender() -> None:
    """As mail programs part it; a blank line ends it."""
    assert reasons("Chung tay vì trẻ em", "--", "Đỗ Quân", "Phó Bí thư Thị đoàn | 0388") == [
        "",
        "nothing_left",
        *["signature"] * 2,
    ]
