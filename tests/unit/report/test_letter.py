"""The letter to the superior agency."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import docx
import pytest

from signboard.errors import InputError
from signboard.files import fonts_dir
from signboard.playlog.evidence import Evidence
from signboard.report.evidence import Report
from signboard.report.letter import report_letter
from signboard.report.paper import Letterhead

FONT = fonts_dir() / "signboard" / "signboard-16.ttf"


def _words(told: Report, to: str = "") -> str:
    document = docx.Document(BytesIO(report_letter(Letterhead(agency="Sở Nội vụ"), told, FONT, to=to)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_figures_are_told_and_cut(told: Report) -> None:
    """40 seconds of an hour are 1.1 %, and stand as seconds wherever they stand."""
    words = _words(told)

    assert "1 ngày, 1,00 giờ" in words
    assert "40 giây, bằng 1,1 % thời gian theo kế hoạch" in words
    assert "\n40 giây\nxác nhận: 40 giây" in words
    assert "- 40 giây: đã gửi và được bảng xác nhận" in words
    assert "0,0" not in words.replace("1,00 giờ", "")
    assert "Còn lại 59 phút 20 giây" in words


def test_gaps_stand_with_their_cause(told: Report) -> None:
    """Nothing is left away."""
    assert "máy tính tắt hoặc chương trình không chạy" in _words(told)


@pytest.mark.parametrize(
    "piece", ["87/KH", "7F3K-92QD-XK4M", "thu hồi", "được bảng xác nhận", "ef" * 32, "nhật ký chạy đã bị sửa", "9.9"]
)
def test_papers_acts_evidence_and_doubts_are_told(told: Report, piece: str) -> None:
    """Each in its place."""
    assert piece in _words(told)


def test_what_nobody_can_notice_is_told_with_its_length(told: Report) -> None:
    """A board that answers may be dark between two answers; one that does not may be dark at any time."""
    silent = replace(told, account=replace(told.account, evidence={Evidence.SENT: timedelta(seconds=40)}))
    answering, sent = _words(replace(told, change_s=0.51, blind_s=1.51)), _words(silent)

    assert "có thể nhiều hơn thực tế tới 1,6 giây" in answering
    assert "vì bảng không trả lời" not in answering
    assert "vì bảng không trả lời" in sent
    assert "không biết: mỗi lần như vậy" not in sent
    assert "không thiếu quá 0,6 giây ở mỗi lần chuyển hình" in answering
    assert "không nhiều hơn" not in answering + sent


def test_a_list_that_cannot_be_read_has_no_number_of_slogans(told: Report) -> None:
    """0 would be a figure."""
    paper, code, _count = told.approvals[0]

    assert "\n-\n" in _words(replace(told, approvals=[(paper, code, 0)]))


def test_it_is_addressed(told: Report) -> None:
    """To the agency of the settings, or to a blank."""
    assert "Kính gửi: UBND tỉnh" in _words(told, "UBND tỉnh")
    assert "Kính gửi: …" in _words(told)


def test_charts_pictures_and_photographs_are_inside(told: Report) -> None:
    """Two charts, one slogan, one photograph."""
    document = docx.Document(BytesIO(report_letter(Letterhead(), told, FONT)))

    assert len(document.inline_shapes) == 4


def test_a_span_with_nothing_still_makes_a_letter(told: Report) -> None:
    """No approvals, no acts, no pictures."""
    bare = replace(told, approvals=[], acts=[], pictures=[], photos=[])

    assert "Không có danh sách nào được duyệt" in _words(bare)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 cut", b"no Word file"])
def test_a_damaged_template_is_refused(told: Report, raw: bytes) -> None:
    """With one sentence, exit code 3."""
    with pytest.raises(InputError) as caught:
        report_letter(Letterhead(), told, FONT, template=raw)

    assert (caught.value.code, caught.value.exit_code) == ("bad_template", 3)


def test_an_offices_own_paper_keeps_its_page(told: Report) -> None:
    """Its margins stay."""
    own = docx.Document()
    own.sections[0].left_margin = docx.shared.Mm(40)
    out = BytesIO()
    own.save(out)
    letter = docx.Document(BytesIO(report_letter(Letterhead(), told, FONT, template=out.getvalue())))
    margin = letter.sections[0].left_margin

    assert margin is not None
    assert round(margin.mm) == 40


def test_the_font_is_there() -> None:
    """The charts need its Vietnamese letters."""
    assert Path(FONT).is_file()
