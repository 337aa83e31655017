"""own_paper: what signboard printed of a list is no list."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from pictures_tiny import TINY_PNG
from sheets import sheet

from signboard.campaign.slogan import Origin
from signboard.errors import InputError
from signboard.importers.kind import read
from signboard.manuscript.model import Manuscript, Paragraph
from signboard.manuscript.own_paper import check_foreign
from signboard.report.paper import Letterhead
from signboard.report.submission import Line, Part, Submission, submission

LINE = f"Mã đầy đủ của danh sách: {'0f' * 32}"


def document(*texts: str) -> Manuscript:
    """A document of these paragraphs."""
    return Manuscript("a.docx", "0" * 64, tuple(Paragraph(text, Origin("a.docx", 1, "paragraph")) for text in texts))


def test_the_paper_for_a_signature_is_refused() -> None:
    """By the code at its end, whatever it is called."""
    with pytest.raises(InputError) as caught:
        check_foreign(document("1. Chung tay vì trẻ em", LINE))

    assert (caught.value.code, caught.value.fields["file"]) == ("own_paper", "a.docx")


def test_a_report_is_refused() -> None:
    """By the columns of its approvals, in the letter's table and in the sheet of its annex."""
    table = sheet(["Số văn bản", "Ngày", "Người ký", "Mã nội dung", "Số câu", "Nhập lúc"], ["1/KH"])
    for one in (table, replace(table, is_sheet=False)):
        with pytest.raises(InputError, match="made of a list"):
            check_foreign(Manuscript("a.xlsx", "0" * 64, (one,)))


@pytest.mark.parametrize("text", ["Mã nội dung: 4SNP", "Mã đầy đủ của danh sách", "Người ký"])
def test_what_only_speaks_of_codes_is_read(text: str) -> None:
    """A plan may well name them."""
    check_foreign(document("Chung tay vì trẻ em", text))


def test_the_real_paper_comes_back() -> None:
    """As a clerk drops it onto the window: bytes of Word."""
    part = Part("a", "15/11", "06:00", (), (Line(1, "Chung tay vì trẻ em", "", TINY_PNG, 3, 1),))
    asked = Submission("ABCD", "0f" * 32, "b", "Lan", datetime(2026, 11, 1, tzinfo=UTC), (part,))
    raw = submission(Letterhead("SỞ A"), asked, ZoneInfo("Asia/Ho_Chi_Minh"))

    with pytest.raises(InputError) as caught:
        read(raw, "khau-hieu.docx")
    assert caught.value.code == "own_paper"
