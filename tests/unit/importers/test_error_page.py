"""error_page: what a server sends instead of a document."""

import pytest

from signboard.errors import InputError
from signboard.importers.html import manuscript


def page(title: str, body: str) -> bytes:
    """A page under a title."""
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("404", "<p>Trang bạn tìm không tồn tại.</p>"),
        ("404 Not Found", "<h1>Not Found</h1>"),
        ("", "<h1>Không tìm thấy trang</h1><p>Quay lại</p>"),
        ("HTTP Error 503", "<p>x</p>"),
        ("Đăng nhập - Hệ thống quản lý văn bản", "<p>Tên đăng nhập</p><p>Mật khẩu</p>"),
        ("Trang này không tồn tại", "<p>x</p>"),
    ],
)
def test_a_page_that_says_no_is_refused(title: str, body: str) -> None:
    """Under the name of a document, with what it says."""
    with pytest.raises(InputError) as caught:
        manuscript(page(title, body), "phu-luc.docx")

    assert caught.value.code == "error_page"
    assert str(caught.value.fields["said"])


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Khẩu hiệu", "<p>Chung tay vì trẻ em</p>"),
        ("", "<p>Không để ai bị bỏ lại phía sau</p>"),
        ("404/KH-SNV", "<p>Chung tay vì trẻ em</p>"),
        ("", "<p>500 ngày đêm thi đua</p>".replace("500", "Thi đua 500")),
        ("Đăng nhập", "<p>Chung tay vì trẻ em</p>" * 20),
    ],
)
def test_a_list_is_read(title: str, body: str) -> None:
    """Also where a number of a paper is like a server's, and where much follows."""
    assert manuscript(page(title, body), "a.doc").blocks


def test_the_title_is_no_word_of_the_page() -> None:
    """It is looked at, and never a slogan; of several the first counts."""
    raw = page("Khẩu hiệu", "<svg><title>404</title></svg><p>Chung tay vì trẻ em</p>")
    (block,) = manuscript(raw, "a.doc").blocks

    assert getattr(block, "text", "") == "Chung tay vì trẻ em"
