"""The request for approval."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import docx
from pictures_tiny import TINY_PNG as PNG

from signboard.report.paper import Letterhead
from signboard.report.submission import Line, Part, Submission, submission

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
LINE = Line(1, "Bình đẳng giới", "Công văn 1", PNG, 5.0, 629)
ASKED = Submission(
    "7F3K-92QD-XK4M", "ab" * 32, "Sở, 96×32 điểm", "Lan", datetime(2026, 11, 1, 3, tzinfo=UTC),
    (Part("Tháng hành động", "từ 15/11 đến hết 15/12", "06:00-22:00", ("Công văn 1",), (LINE,)),),
)  # fmt: skip


def _words(asked: Submission) -> str:
    document = docx.Document(BytesIO(submission(Letterhead(), asked, HANOI)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_code_digest_and_slogans_are_on_the_paper() -> None:
    """What is signed can be compared with what is loaded."""
    words = _words(ASKED)

    for piece in ("7F3K-92QD-XK4M", "ab" * 32, "Bình đẳng giới", "629", "5,0", "Lan", "từ 15/11 đến hết 15/12"):
        assert piece in words


def test_a_source_is_told_once_and_referred_to() -> None:
    """Its number stands beside the slogan."""
    words = _words(ASKED)

    assert words.count("Công văn 1") == 1
    assert "Bình đẳng giới\n[1]" in words


def test_what_was_left_out_is_named() -> None:
    """Nothing vanishes between the file and the signature."""
    assert "- Câu hỏng" in _words(replace(ASKED, left_out=("Câu hỏng",)))


def test_the_picture_is_in_the_file() -> None:
    """As the slogan will look."""
    document = docx.Document(BytesIO(submission(Letterhead(), ASKED, HANOI)))

    assert len(document.inline_shapes) == 1
