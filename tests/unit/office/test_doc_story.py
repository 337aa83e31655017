"""What Word shows of a binary file."""

from office_files import OFFICE, labelled, paragraphs_of, row_texts

from signboard.importers.doc import manuscript
from signboard.manuscript.model import Part

READ = manuscript((OFFICE / "annex.doc").read_bytes(), "annex.doc")


def test_lists_changes_hidden_text_and_old_fonts() -> None:
    """Numbers apart, changes accepted, hidden letters gone, old letters read."""
    told = labelled(READ)

    assert "1. Chung tay xóa bỏ bạo lực" in told
    assert "a) Điểm a" in told
    assert "Chung tay xóa bỏ bạo lực đối với phụ nữ" in told
    assert "Thấy" in told
    assert {"Chào mừng Đại hội", "CHÀO MỪNG ĐẠI HỘI ĐẢNG", "Nước Việt Nam là một"} <= set(told)
    assert [notice.code for notice in READ.notices] == ["tracked_changes", "hidden_text"]


def test_parts_are_told_apart() -> None:
    """Headers first, the box behind its paragraph, notes and footers at the end."""
    others = [(one.text, one.part) for one in paragraphs_of(READ) if one.part is not Part.BODY]

    assert others == [
        ("Đầu trang", Part.HEADER),
        ("Chữ trong hộp", Part.BOX),
        ("Chú thích cuối trang", Part.NOTE),
        ("Chân trang", Part.FOOTER),
    ]


def test_tables_keep_their_cells() -> None:
    """Merged downwards, across, and a table within a table."""
    assert row_texts(READ)[0] == ["TT", "Nhóm khẩu hiệu", "Nội dung"]
    assert row_texts(READ)[2] == ["2", None, "Lên tiếng vì trẻ em gái"]
    assert row_texts(READ)[3] == ["Tổng cộng: 4 khẩu hiệu", None, None]
    assert row_texts(READ, 1) == [["bảng trong", "ô hai"]]


def test_looks_and_styles() -> None:
    """The title is bold and centred, the group's line a heading."""
    title = next(one for one in paragraphs_of(READ) if one.text.startswith("DANH SÁCH"))
    group = next(one for one in paragraphs_of(READ) if one.text == "Khẩu hiệu chính")

    assert (title.style, title.is_bold, title.is_centred) == ("title", True, True)
    assert (group.style, group.label, group.level) == ("heading 1", "I.", 0)
