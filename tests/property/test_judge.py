"""judge, whatever a manuscript holds: every line is accounted for, or one of our own errors says why not."""

from collections.abc import Sequence

from hypothesis import event, given, settings
from hypothesis import strategies as st

from signboard.campaign.slogan import Origin
from signboard.errors import SignboardError
from signboard.manuscript.judge import judge
from signboard.manuscript.model import Cell, Manuscript, Paragraph, Part, Row, Table
from signboard.text.clean import clean_line, tidy_line

FILE = "tệp.docx"
WORDS = (
    "KẾ HOẠCH",
    "PHỤ LỤC 02",
    "Khẩu hiệu tuyên truyền:",
    "I. MỤC ĐÍCH",
    "1. Chủ đề",
    "II. KHẨU HIỆU",
    "Nơi nhận:",
    "- Lưu: VT",
    "KT. GIÁM ĐỐC",
    "Trần Văn A",
    "1. Chung tay vì trẻ em",
    "2) Hãy lên tiếng",
    "- Im lặng là đồng lõa;",
    "+ Vì một cộng đồng",
    "“Chung tay hành động”; “Hãy nói không”",
    "A bê xê; Đê e ép; Giê hát i",
    "Căn cứ Luật số 1",
    "Từ ngày 15/11/2026 đến ngày 15/12/2026",
    "Đợt 1 (15/11 - 30/11):",
    "chữ thường nối tiếp",
    "STT Nội dung",
    "1 Một hai",
    "2 Hai ba",
    "3 Ba bốn",
    "😀",
    "#nhan #dan",
    "(Kèm theo Công văn số 1)",
    "Nguồn: báo",
    "Tháng hành động với chủ đề “Một hai ba bốn”.",
)

lines = st.one_of(
    st.sampled_from(WORDS), st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=4).map("\n".join)
)
paragraphs = st.builds(
    Paragraph,
    lines,
    st.builds(Origin, st.just(FILE), st.integers(1, 500), st.sampled_from(["paragraph", "line", "box"])),
    st.sampled_from(["", "", "1.", "a)", "•", "II.", "-", "Câu 1:"]),
    st.one_of(st.none(), st.integers(0, 4)),
    st.sampled_from(["", "heading 1", "title", "list paragraph"]),
    st.sampled_from([Part.BODY, Part.BODY, *Part]),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "tcvn3"]),
)
cells = st.one_of(st.none(), st.builds(Cell, st.lists(paragraphs, max_size=3).map(tuple)))
rows = st.builds(
    Row, st.lists(cells, min_size=1, max_size=4).map(tuple), st.integers(1, 99), st.booleans(), st.booleans()
)
tables = st.builds(
    Table, st.sampled_from(["1", "Sheet"]), st.lists(rows, max_size=5).map(tuple), st.booleans(), st.booleans()
)
blocks = st.lists(st.one_of(paragraphs, paragraphs, paragraphs, tables), max_size=25)


@given(blocks)
@settings(max_examples=200, deadline=None)
def test_judging_ends_in_a_result_or_in_our_own_error(found: Sequence[Paragraph | Table]) -> None:
    """Total over anything an importer can hand over; items are clean, unique ids stand for unique texts."""
    manuscript = Manuscript(FILE, "0" * 64, tuple(found))
    try:
        result = judge(manuscript)
    except SignboardError as error:
        event(error.code)
        return
    assert result == judge(manuscript)
    for item in result.items:
        assert clean_line(item.slogan.text).text == item.slogan.text
        assert any(char.isalnum() for char in item.slogan.text)


@given(st.lists(lines, max_size=20))
@settings(max_examples=200, deadline=None)
def test_no_line_of_a_document_is_dropped(texts: list[str]) -> None:
    """Each is in an item or left out with a reason, word for word."""
    found = tuple(Paragraph(text, Origin(FILE, number, "paragraph")) for number, text in enumerate(texts, 1))
    try:
        result = judge(Manuscript(FILE, "0" * 64, found))
    except SignboardError:
        return
    kept: dict[int, str] = {}
    told = [(item.slogan.origin, item.raw) for item in result.items] + [
        (left.origin, left.raw) for left in result.left_out
    ]
    for origin, raw in told:
        if origin is not None:
            kept[origin.line] = kept.get(origin.line, "") + "\n" + raw
    everything = "".join(_letters(raw) for raw in kept.values())
    for paragraph in found:
        for word in tidy_line(paragraph.text).text.split():
            assert _letters(word) in everything


HEADS = (
    "STT",
    "Khẩu hiệu",
    "Nội dung",
    "Mặt trước",
    "Mặt sau",
    "Tiếng Việt",
    "English",
    "Ghi chú",
    "Đơn vị",
    "Nơi treo",
)
SAID = (
    *("", "1", "Chung tay vì bình đẳng giới", "Im lặng là đồng lõa của bạo lực", "Together for a better world"),
    *("Phòng Văn hóa", "Treo ở cổng chính của trường", "Gia đình hạnh phúc, xã hội văn minh", "nhanh lên", "Tổng cộng"),
)


@given(
    st.lists(st.sampled_from(HEADS), min_size=2, max_size=4, unique=True),
    st.lists(st.lists(st.sampled_from(SAID), min_size=4, max_size=4), min_size=1, max_size=5),
    st.booleans(),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_no_cell_of_a_table_vanishes(head: list[str], below: list[list[str]], is_headed: bool, is_sheet: bool) -> None:
    """Its words are in an item, in what is said of one, or left out with a reason."""
    texts = [*([head] if is_headed else []), *(row[: len(head)] for row in below)]
    table = Table("1", tuple(_row(row, number) for number, row in enumerate(texts, 1)), is_sheet)
    try:
        result = judge(Manuscript(FILE, "0" * 64, (table,)))
    except SignboardError as error:
        event(error.code)
        return
    told = [*(left.raw for left in result.left_out), *(item.raw for item in result.items)]
    told += [str(finding) for item in result.items for finding in item.findings]
    for text in (text for row in texts for text in row if any(map(str.isalpha, text))):
        assert any(text in one for one in told)


def _row(texts: Sequence[str], number: int) -> Row:
    origin = Origin(FILE, number, "row", "1")
    return Row(tuple(Cell((Paragraph(text, origin),) if text else ()) for text in texts), number)


def _letters(text: str) -> str:
    return "".join(char for char in tidy_line(text).text if char.isalnum())
