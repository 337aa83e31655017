"""One document saved in four formats is one document."""

import pytest
from office_files import OFFICE, labelled, paragraphs_of

from signboard.importers.family import IMPORTERS
from signboard.manuscript.model import Manuscript, Paragraph, Table

FORMATS = ("docx", "odt", "rtf", "doc")

ANNEX = """
Đầu trang | DANH SÁCH KHẨU HIỆU | Kèm theo Công văn số 12/SVHTT | I. Khẩu hiệu chính | 1. Chung tay xóa bỏ bạo lực
| 2. Vì hạnh phúc gia đình và xã hội | a) Điểm a | b) Điểm b | II. Khẩu hiệu bổ sung | 1. Hành động/vì cộng đồng>nhé
| - Gạch đầu dòng | Chung tay xóa bỏ bạo lực đối với phụ nữ | Thấy | Chào mừng Đại hội | CHÀO MỪNG ĐẠI HỘI ĐẢNG
| Nước Việt Nam là một | Ngày 8/3 “Quốc tế” – 100% … ½ € đồng\u2011lòng | Có ghi chú ở chân | Hộp | Chữ trong hộp
| liên kết | \uf0d8 Mũi tên | TT | Nhóm khẩu hiệu | Nội dung | 1 | Chung tay | - Bình đẳng giới là phát triển
| - Không bạo lực với phụ nữ | - Nam nữ cùng chia sẻ | 2 | Lên tiếng vì trẻ em gái | Tổng cộng: 4 khẩu hiệu | 3
| Ngoài | sau | Cuối | bảng trong | ô hai | Nơi nhận: như trên | Trang một | Hết. | Chú thích cuối trang | Chân trang
"""


def _read(kind: str) -> Manuscript:
    found = IMPORTERS.load(kind)((OFFICE / f"annex.{kind}").read_bytes(), f"annex.{kind}")
    assert isinstance(found, Manuscript)
    return found


def _shape(found: Manuscript) -> list[object]:
    """All that the four formats have in common: words, numbers, places, looks, cells."""
    return [_paragraph(block) if isinstance(block, Paragraph) else _table(block) for block in found.blocks]


def _paragraph(one: Paragraph) -> tuple[object, ...]:
    place = (one.origin.line, one.origin.kind, one.origin.part)
    return (one.text, one.label, one.level, one.style, one.part, one.is_bold, one.is_centred, one.encoding, place)


def _table(table: Table) -> list[object]:
    return [
        (
            row.number,
            [cell and (cell.columns, cell.rows, [_paragraph(one) for one in cell.paragraphs]) for cell in row.cells],
        )
        for row in table.rows
    ]


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_tells_the_whole_document(kind: str) -> None:
    """Each line with its number, in the order in which a person reads them."""
    expected = [line.strip() for line in ANNEX.replace("\n", " ").split(" | ")]

    assert labelled(_read(kind)) == [line.replace("g/v", "g\nv").replace(">", "\t").strip() for line in expected]


@pytest.mark.parametrize("kind", FORMATS[1:])
def test_every_format_tells_the_same_shape(kind: str) -> None:
    """Looks, places and cells too."""
    assert _shape(_read(kind)) == _shape(_read("docx"))


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_tells_of_changes_and_hidden_text(kind: str) -> None:
    """The same notices."""
    assert [notice.code for notice in _read(kind).notices] == ["tracked_changes", "hidden_text"]


@pytest.mark.parametrize("kind", FORMATS)
def test_words_of_a_document_of_pandoc(kind: str) -> None:
    """Written by another program; the binary one by LibreOffice, which gives no numbers for these lists."""
    found = IMPORTERS.load(kind)((OFFICE / f"pandoc.{kind}").read_bytes(), f"pandoc.{kind}")
    assert isinstance(found, Manuscript)
    texts = [one.text.split("\t")[-1].strip() for one in paragraphs_of(found) if one.part.value == "body"]

    assert [text for text in texts if text] == [
        "Danh mục khẩu hiệu",
        "Kèm theo Kế hoạch số 12",
        "I. Khẩu hiệu chính",
        "Bình đẳng giới là phát triển",
        "Chung tay xóa bỏ bạo lực\nvới phụ nữ",
        "Điểm a",
        "Điểm b",
        "Nam nữ cùng chia sẻ",
        "Gạch đầu dòng",
        "Không bạo lực",
        "TT",
        "Nội dung",
        "1",
        "Lên tiếng vì trẻ em gái",
        "2",
        "Hành động vì cộng đồng",
        "Nơi nhận",
    ]
