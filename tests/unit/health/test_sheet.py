"""The sheet to sign: whole in Word and in HTML, with room for a pen where nobody answered."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from docx import Document
from health_samples import HANOI, NOW_AT

from signboard.health.answers import question_of
from signboard.health.finding import BAD, GOOD, Finding
from signboard.health.readiness import people
from signboard.health.sheet import Board, Sheet, sheet_docx, sheet_html
from signboard.locale import speak
from signboard.report.paper import Letterhead

HEAD = Letterhead("Ủy ban nhân dân tỉnh", "Sở <Khoa học> & Công nghệ", "KHCN", "Bắc Ninh")
BOARD = Board((("Bảng", "cong"), ("Loại", "bx5, 128x32")), "tủ điện tầng 1", "Ông Bình")


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    """As an office reads it."""
    speak("vi")
    yield
    speak("en")


def sheet() -> Sheet:
    """One item that is ready, one that is not, and all questions unanswered."""
    findings = [
        Finding("disk", GOOD, "Ổ đĩa còn trống.", "cure that is not needed"),
        Finding("service", BAD, "Chưa có dịch vụ.", "Hãy cài.", "no_service"),
        *people({}, NOW_AT, HANOI),
    ]
    return Sheet(HEAD, BOARD, findings, NOW_AT, HANOI)


def words_of(raw: bytes) -> str:
    """All text of a Word file."""
    document = Document(BytesIO(raw))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("made", ["docx", "html"])
def test_everything_stands_on_it(made: str) -> None:
    """Board, results, cures, the authorities' list, whom to call, where to sign."""
    text = words_of(sheet_docx(sheet())) if made == "docx" else sheet_html(sheet())

    for words in (
        "bx5, 128x32",
        "Chưa có dịch vụ.",
        "Hãy cài.",
        "Wi-Fi và Bluetooth",
        "Ngắt điện bảng ngay tại: tủ điện tầng 1.",
        "Ông Bình",
        "NGƯỜI KIỂM TRA",
        "20/11/2026 09:14",
    ):
        assert words in text
    assert "cure that is not needed" not in text


def test_an_open_question_is_answered_with_a_pen() -> None:
    """A box for each answer, no command to type."""
    text = words_of(sheet_docx(sheet()))

    assert "☐ bảng không có\n☐ đã tắt\n☐ đang bật" in text
    assert "--answer" not in text
    assert len(question_of("radio").choices) == 4


def test_the_page_repeats_no_markup() -> None:
    """What people wrote stands there as words; nothing is fetched from anywhere."""
    page = sheet_html(sheet())

    assert "Sở &lt;Khoa học&gt; &amp; Công nghệ" in page
    assert "http" not in page
    assert "<script" not in page
