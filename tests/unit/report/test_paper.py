"""Letters in the form of the decree, read back from the file that Word opens."""

from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from docx.document import Document
from pictures_tiny import TINY_PNG as PNG

from signboard.report.paper import Letterhead, Paper, written_day

HEAD = Letterhead(
    "UBND tỉnh Bắc Ninh", "Sở Nội vụ", "SNV", "Bắc Ninh", "Giám đốc", "Nguyễn Văn A", ("- Như trên;", "- Lưu: VT.")
)


@pytest.fixture
def letter() -> Document:
    """A whole letter, opened again."""
    paper = Paper("Thử", datetime(2026, 12, 16, tzinfo=UTC))
    paper.letterhead(HEAD, "BC", date(2026, 12, 16))
    paper.title("Báo cáo", "Kết quả")
    paper.heading("1. Chung")
    paper.text("Một đoạn.")
    paper.blank("Số: …")
    paper.table(("TT", "Hình"), [("1", PNG)], (20, 140))
    paper.picture(PNG, caption="Hình 1")
    paper.signatures(("Người trình", "Lan"))
    paper.ending(HEAD)
    return docx.Document(BytesIO(paper.to_bytes()))


def test_page_and_margins_are_the_decrees(letter: Document) -> None:
    """A4; 20-25 mm above and below, 30-35 left, 15-20 right (Phụ lục I)."""
    section = letter.sections[0]
    found = [section.page_width, section.page_height, section.top_margin, section.bottom_margin]
    found += [section.left_margin, section.right_margin]

    assert [round(length.mm) for length in found if length is not None] == [210, 297, 20, 20, 30, 20]


def test_pages_are_numbered_above_from_the_second_on(letter: Document) -> None:
    """In the middle of the top margin, not on page 1."""
    section = letter.sections[0]

    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    assert not section.first_page_header.paragraphs[0].text


@pytest.mark.parametrize(("name", "size_pt"), [("Normal", 14), ("Body Text", 14), ("Heading 1", 14)])
def test_letters_are_times_new_roman(letter: Document, name: str, size_pt: int) -> None:
    """Also for signs that Word takes for East Asian ones."""
    style = letter.styles[name]
    xml = style.element.xml

    assert f'w:val="{2 * size_pt}"' in xml
    assert xml.count('"Times New Roman"') == 4
    assert "Theme=" not in xml.split("rFonts")[1].split("/>")[0]


def test_the_head_names_state_agency_number_and_day(letter: Document) -> None:
    """In two columns."""
    words = "\n".join(cell.text for row in letter.tables[0].rows for cell in row.cells)

    for piece in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "SỞ NỘI VỤ", "/BC-SNV"):
        assert piece in words
    assert "Bắc Ninh, ngày 16 tháng 12 năm 2026" in words


def test_tables_repeat_their_head_and_keep_rows_whole(letter: Document) -> None:
    """A table over two pages stays readable."""
    xml = letter.tables[1].rows[0]._tr.xml

    assert "w:tblHeader" in xml
    assert "w:cantSplit" in xml


def test_recipients_stand_at_the_end(letter: Document) -> None:
    """Nơi nhận, then its lines."""
    assert "Nơi nhận:\n- Như trên;\n- Lưu: VT." in letter.tables[-1].rows[0].cells[0].text


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 12, 6), "ngày 06 tháng 12 năm 2026"),
        (date(2026, 2, 16), "ngày 16 tháng 02 năm 2026"),
        (date(2026, 3, 1), "ngày 01 tháng 3 năm 2026"),
    ],
)
def test_days_and_the_first_two_months_have_a_zero(day: date, written: str) -> None:
    """So that nobody adds a figure in front."""
    assert written_day(day) == written


def test_an_unknown_day_is_a_blank() -> None:
    """To be filled in by hand."""
    assert written_day(None, "Hà Nội").startswith("Hà Nội, ngày  ")
