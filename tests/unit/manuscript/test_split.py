"""split: several slogans in one place."""

import pytest

from signboard.manuscript.split import breaks_to_lines, is_starred, quoted_parts, split_slogans


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2. Giảm thiểu rác thải và tái chế.  3. Trồng thêm một cây xanh.", 2),
        ("1. Một hai 2. Ba bốn 3. Năm sáu", 3),
        ("“Một hai ba; Bốn năm sáu; Bảy tám chín”", 3),
        ("“Một hai ba”, “Bốn năm sáu” và “Bảy tám chín”", 3),
        ("• Một hai ba • Bốn năm sáu", 2),
        ("- Một hai ba. - Bốn năm sáu", 2),
        ("A bê xê; Đê e ép", 2),
        ("Thanh niên đoàn kết; khát vọng", 1),
        ("Kỷ niệm 78 năm. 2 tháng 9", 1),
        ("Học tập, làm theo - tiên phong - tự tin", 1),
        ("Hưởng ứng “Giờ Trái đất” năm 2026", 1),
        ("Đọc 3. Viết", 1),
        ("", 1),
    ],
)
def test_a_line_is_parted_where_parts_can_stand_alone(text: str, count: int) -> None:
    """Numbers have to go on by one, parts to begin like sentences."""
    assert len(split_slogans(text)) == count


def test_parting_again_changes_nothing() -> None:
    """Every part is one slogan."""
    parts = split_slogans("1. Một hai; 2. “Ba bốn năm”; “Sáu bảy tám”")

    assert [split_slogans(part) for part in parts] == [(part,) for part in parts]


@pytest.mark.parametrize(
    ("text", "count"), [("“Một hai ba”.", 1), ("1. “Một hai ba”;", 1), ("Chủ đề “Một hai ba”", 0), ("“Một”", 0)]
)
def test_a_line_of_quotes_alone_is_known(text: str, count: int) -> None:
    """Words beside them make it a sentence about them."""
    assert len(quoted_parts(text)) == count


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Chung tay xóa bỏ\nbạo lực", ("Chung tay xóa bỏ bạo lực",)),
        ("NĂNG SUẤT CAO\nAN TOÀN LAO ĐỘNG", ("NĂNG SUẤT CAO AN TOÀN LAO ĐỘNG",)),
        ("1. Một hai\n2. Ba bốn\nnăm sáu", ("1. Một hai", "2. Ba bốn năm sáu")),
        ("Một hai ba.\nBốn năm sáu", ("Một hai ba.", "Bốn năm sáu")),
        ("một dòng", ("một dòng",)),
    ],
)
def test_a_soft_break_joins_or_parts_as_it_was_meant(text: str, lines: tuple[str, ...]) -> None:
    """A slogan on two lines is one; entries of a list are several."""
    assert breaks_to_lines(text) == lines


def test_stars_part_three_and_more() -> None:
    """Each long enough to stand alone."""
    text = "Diệt muỗi phòng bệnh * Ngủ màn cả ngày | Vệ sinh yêu nước"

    assert split_slogans(text) == ("Diệt muỗi phòng bệnh", "Ngủ màn cả ngày", "Vệ sinh yêu nước")
    assert is_starred(text)
    assert not is_starred("Diệt muỗi phòng bệnh * Ngủ màn cả ngày")


@pytest.mark.parametrize("sign", ['"', "“"])
def test_a_run_of_quotes_parts_nothing(sign: str) -> None:
    """Each is looked at once: otherwise a short line would keep a board's computer busy for hours."""
    assert quoted_parts(sign * 300_000 + "x") == ()


def test_two_strokes_part_slogans() -> None:
    """Those of an address do not, for no blanks stand around them."""
    assert split_slogans("Giữ vỉa hè thông thoáng // Không đổ rác ra đường") == (
        "Giữ vỉa hè thông thoáng",
        "Không đổ rác ra đường",
    )
    assert split_slogans("Xem thêm tại https://hatinh.gov.vn hôm nay") == (
        "Xem thêm tại https://hatinh.gov.vn hôm nay",
    )
