"""judge: the default choice of lines is the one a person would make."""

from dataclasses import replace
from datetime import date

import pytest
from sheets import sheet

from signboard.campaign.period import Period
from signboard.campaign.slogan import Origin
from signboard.errors import InputError
from signboard.manuscript.judge import judge
from signboard.manuscript.model import Asked, Manuscript, Paragraph
from signboard.manuscript.result import Verdict


def manuscript(*lines: str) -> Manuscript:
    """A document of plain paragraphs."""
    return Manuscript(
        "a.docx",
        "0" * 64,
        tuple(Paragraph(line, Origin("a.docx", number, "paragraph")) for number, line in enumerate(lines, 1)),
    )


def texts(*lines: str) -> list[str]:
    """The slogans in a document of these paragraphs."""
    return [item.slogan.text for item in judge(manuscript(*lines)).items]


def test_a_bare_list_is_read_whole() -> None:
    """Every line of it, cleaned."""
    assert texts("1. Chung tay vì trẻ em", "2. Hãy lên tiếng khi bị bạo lực") == [
        "Chung tay vì trẻ em",
        "Hãy lên tiếng khi bị bạo lực",
    ]


def test_a_line_of_days_below_the_title_is_proposed() -> None:
    """As the product's own example words it: no slogan, and its days hold for the file."""
    lines = ("KHẨU HIỆU", "(Tuyên truyền từ ngày 15/11/2026 đến hết ngày 15/12/2026)", "1. Chung tay vì trẻ em")
    found = judge(manuscript(*lines))

    assert [item.slogan.text for item in found.items] == ["Chung tay vì trẻ em"]
    assert lines[1] in [left.raw for left in found.left_out]
    assert found.period == Period(date(2026, 11, 15), date(2026, 12, 15))


def test_of_a_documents_tables_those_are_read_that_have_the_column() -> None:
    """Lines of the others are shown as another column's; only where none has it is the name refused."""
    tables = (
        sheet(["TT", "Khẩu hiệu"], ["1", "Cơ quan sạch, đẹp"]),
        sheet(["TT", "Câu đề xuất"], ["1", "Chung tay vì trẻ em"]),
    )
    whole = Manuscript("a.docx", "0" * 64, tuple(replace(table, is_sheet=False) for table in tables))
    read = judge(whole, Asked(column="Câu đề xuất"))

    assert [item.slogan.text for item in read.items] == ["Chung tay vì trẻ em"]
    assert ("Cơ quan sạch, đẹp", "other_column") in [(left.raw, left.reason) for left in read.left_out]
    with pytest.raises(InputError, match="has no column"):
        judge(whole, Asked(column="Ghi chú"))


def test_lines_that_were_joined_doubtfully_are_for_a_look() -> None:
    """The change is told once, as a joint."""
    (item, _other) = judge(
        manuscript("1. Bảo vệ biển, đảo thiêng liêng của", "Tổ quốc.", "2. Cần, kiệm, liêm, chính.")
    ).items

    assert item.verdict is Verdict.LOOK
    assert "joined_lines" in item.changes
    assert "joined_doubtfully" not in item.changes
