"""grid_head: which column is what, by the words above it."""

import pytest
from sheets import ONE, TWO, sheet, wide

from signboard.manuscript.grid_head import find_head, head_at, head_that_names, is_side, rank_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("STT", "number"), ("Số TT", "number"), ("TT", "number"), ("Nội dung", "slogan"), ("KHẨU HIỆU", "slogan"),
        ("Thông điệp truyền thông", "slogan"), ("Nội dung tuyên truyền", "slogan"), ("Nội dung chạy bảng", "slogan"),
        ("Nhóm khẩu hiệu", "group"), ("Chủ đề", "group"), ("Từ ngày", "first"), ("Ngày bắt đầu", "first"),
        ("Đến ngày", "last"), ("Đến hết ngày", "last"), ("Kết thúc", "last"), ("KT", "last"), ("Thời gian", "days"),
        ("Thời gian hiển thị", "days"), ("Ngày", "days"), ("Ngày chạy", "days"), ("Giờ", "hours"),
        ("Khung giờ", "hours"), ("BĐ", "first"),
        ("Giờ bắt đầu", "hour_first"), ("Giờ kết thúc", "hour_last"), ("Lặp", "repeats"), ("Số lượt", "repeats"),
        ("Ưu tiên", "priority"), ("Mức độ ưu tiên", "priority"), ("Ghi chú", "notes"), ("Đơn vị thực hiện", "unit"),
        ("Nơi treo", "unit"), ("Căn cứ", "source"), ("Nội dung công việc", "work"), ("Nhiệm vụ", "work"),
        ("Message", "slogan"),
        ("Câu chạy chữ", "slogan"), ("Dòng chữ chạy", "slogan"), ("Nội dung chi", "work"), ("Đơn giá", "work"),
        ("Ngày tạo", "stamp"), ("Ngày duyệt", "stamp"), ("Ngày ban hành", "stamp"), ("Ngày sinh", "stamp"),
        ("Ngày đăng ký", "stamp"), ("Ngày gửi", "stamp"), ("Ngày nhập liệu", "stamp"), ("Dấu thời gian", "stamp"),
        ("TG BẮT ĐẦU", "first"), ("TG KẾT THÚC", "last"), ("Bắt đầu chạy", "first"), ("Dừng chạy", "last"),
        ("Thời điểm lên", "first"), ("Thời điểm gỡ", "last"), ("Số ngày", "length"), ("Ngày đăng", "days"),
        ("Ngày trình chiếu", "days"), ("Ngày tháng", "days"), ("Ngày trình ký", "stamp"),
        ("Chạy từ", "first"), ("Chạy đến", "last"), ("Áp dụng từ", "first"), ("Áp dụng đến", "last"),
        ("Hiển thị từ", "first"), ("Hiển thị đến", "last"), ("Từ ngày tháng", "first"), ("Đến ngày tháng", "last"),
        ("Hết ngày", "last"), ("Ngày ngừng", "last"), ("Có hiệu lực từ ngày", "first"), ("Thời gian chạy đến", "last"),
        ("Tháng 10", "month"), ("Th11", "month"), ("T12/2026", "month"),
        ("From", "first"), ("End date", "last"), ("Notes", "notes"),
    ],
)  # fmt: skip
def test_every_name_has_its_kind(name: str, kind: str) -> None:
    """Beside a number column, so that the row is a heading."""
    other = "Khẩu hiệu" if kind == "number" else "STT"
    found = find_head(sheet([name, other]).rows)

    assert found is not None
    assert found[1].kinds[0] == kind


@pytest.mark.parametrize(
    "row",
    [
        ["1", ONE],
        [ONE, TWO],
        ["Khẩu hiệu"],
        ["STT", 5.0],
        ["Từ ngày 15/11", "Đến ngày 15/12"],
        ["", ""],
        ["x" * 80, "STT"],
    ],
)
def test_other_rows_are_no_heading(row: list[str | float]) -> None:
    """Slogans, numbers, days, one name with nothing below it."""
    assert find_head(sheet(row).rows) is None


def test_a_name_alone_heads_the_sentences_below_it() -> None:
    """And a title across all columns heads nothing."""
    assert find_head(sheet(["Khẩu hiệu"], [ONE]).rows) is not None
    assert find_head(sheet([wide("Khẩu hiệu", 2), None], ["1", ONE]).rows) is None


def test_two_rows_are_joined() -> None:
    """The lower names win; both are told."""
    found = find_head(
        sheet([wide("Giờ", 2), None, wide("Nội dung", 1, 2)], ["Từ", "Đến", None], ["6h", "22h", ONE]).rows
    )

    assert found is not None
    assert (found[1].depth, dict(found[1].kinds)) == (2, {0: "hour_first", 1: "hour_last", 2: "slogan"})
    assert found[1].names[1] == "Giờ Đến"


def test_the_lower_half_is_found_in_text_without_merged_cells() -> None:
    """`Thời gian;` over `Từ ngày;Đến ngày`, as spreadsheets save a merged heading as .csv."""
    found = find_head(sheet(["STT", "Khẩu hiệu", "Thời gian", ""], ["", "", "Từ ngày", "Đến ngày"]).rows)

    assert found is not None
    assert (found[1].depth, found[1].columns("first", "last")) == (2, (2, 3))


def test_unknown_names_beside_a_number_and_the_slogans_are_a_heading() -> None:
    """However many there are."""
    found = find_head(sheet(["STT", "Khẩu hiệu", "Mốc A", "Mốc B", "Mốc C"], ["1", ONE, "a", "b", "c"]).rows)

    assert found is not None
    assert found[1].columns("slogan") == (1,)


def test_the_next_heading_is_no_lower_half() -> None:
    """Names under names that fill one cell each begin another table."""
    head = head_at(sheet(["STT", "Khẩu hiệu"], ["STT", "Khẩu hiệu"]).rows, 0)

    assert head is not None
    assert head.depth == 1


def test_ranks_of_names() -> None:
    """The slogan itself before the message, the message before the content; corrected before all, old behind."""
    ranked = ["Khẩu hiệu mới", "Khẩu hiệu", "Thông điệp", "Nội dung", "Khẩu hiệu cũ"]

    assert sorted(ranked, key=rank_of, reverse=True) == ranked


def test_days_beside_last_days_are_first_ones() -> None:
    """`Ngày lên bảng`, `Ngày gỡ`; alone they are both."""
    found = find_head(sheet(["Nội dung", "Ngày lên bảng", "Ngày gỡ"]).rows)

    assert found
    assert dict(found[1].kinds) == {0: "slogan", 1: "first", 2: "last"}


@pytest.mark.parametrize(
    ("name", "expected"), [("Mặt trước", True), ("Bên trái", True), ("Khẩu hiệu", False), ("Mặt trận Tổ quốc", True)]
)
def test_names_of_sides(name: str, expected: bool) -> None:
    """Only asked of columns that hold slogans."""
    assert is_side(name) is expected


def test_a_column_that_is_asked_for_finds_its_heading() -> None:
    """Names that say nothing of slogans too; none where no row has such a cell."""
    rows = sheet(["Việc", "Câu đề xuất"], ["họp", ONE]).rows
    found = head_that_names(rows, "cau de xuat")

    assert found is not None
    assert (found[0], found[1].names) == (0, {0: "Việc", 1: "Câu đề xuất"})
    assert found[1].has_name("Câu Đề Xuất")
    assert head_that_names(rows, "Ghi chú") is None
