"""Word files as people have them: whole files in, manuscripts out."""

import io

import docx as python_docx
import pytest
from office_files import OFFICE, compound, docx, labelled, level, numbering_xml, paragraph, paragraphs_of, words, zipped

from signboard.errors import InputError
from signboard.importers.docx import manuscript, read
from signboard.manuscript.model import Part
from signboard.text.encodings.family import encode

LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>'


def _code(raw: bytes, file: str = "a.docx") -> str:
    with pytest.raises(InputError) as refused:
        manuscript(raw, file)
    return refused.value.code


def test_a_file_of_another_library() -> None:
    """Headings, numbered and bulleted styles, a table."""
    document = python_docx.Document()
    document.add_heading("Danh mục khẩu hiệu", 1)
    for text in ("Bình đẳng giới", "Không bạo lực"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Gạch", style="List Bullet")
    document.add_table(1, 2).cell(0, 1).text = "ô"
    target = io.BytesIO()
    document.save(target)

    read_back = manuscript(target.getvalue(), "a.docx")
    assert labelled(read_back) == [
        "Danh mục khẩu hiệu",
        "1. Bình đẳng giới",
        "2. Không bạo lực",
        "\u2022 Gạch",
        "ô",
    ]
    assert [one.style for one in paragraphs_of(read_back)][:2] == ["heading 1", "list number"]


def test_headers_footers_and_notes_are_found_by_their_links() -> None:
    """What lies outside of the file is never followed, and separators of notes are no notes."""
    outside = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="x/header" Target="header1.xml"/>'
        '<Relationship Id="r2" Type="x/footnotes" Target="/word/footnotes.xml"/>'
        '<Relationship Id="r3" Type="x/footer" Target="http://example.org/footer.xml" TargetMode="External"/>'
        '<Relationship Id="r4" Type="x/styles" Target="missing.xml"/></Relationships>'
    )
    notes = f'<w:footnote w:type="separator">{paragraph("---")}</w:footnote><w:footnote>{paragraph("chú")}</w:footnote>'
    raw = docx(
        paragraph("thân"),
        more={"word/_rels/document.xml.rels": outside},
        header1=paragraph("đầu"),
        footnotes=notes,
    )

    assert [(one.text, one.part) for one in paragraphs_of(manuscript(raw, "a.docx"))] == [
        ("đầu", Part.HEADER),
        ("thân", Part.BODY),
        ("chú", Part.NOTE),
    ]


def test_the_main_part_may_have_any_name() -> None:
    """The package says which part it is; where it does not, Word's own name is tried."""
    links = docx(paragraph("x"))
    link = '<Relationship Type="a/officeDocument" Target="/doc/main.xml"/>'
    moved = zipped(
        {
            "_rels/.rels": f"<Relationships>{link}</Relationships>",
            "doc/main.xml": '<d xmlns:w="urn:w"><w:body><w:p><w:r><w:t>khác</w:t></w:r></w:p></w:body></d>',
        }
    )
    bare = zipped({"word/document.xml": "<d><body><p><r><t>trần</t></r></p></body></d>"})

    assert [words(manuscript(raw, "a.docx")) for raw in (links, moved, bare)] == [["x"], ["khác"], ["trần"]]


def test_parts_in_utf_16_are_read() -> None:
    """Some programs write them so."""
    body = '<?xml version="1.0" encoding="UTF-16"?><d><body><p><r><t>đẳng</t></r></p></body></d>'

    assert words(manuscript(zipped({"word/document.xml": body.encode("utf-16")}), "a.docx")) == ["đẳng"]


def test_fonts_come_from_the_theme_and_from_styles() -> None:
    """A whole document in an old font says so once."""
    old = "".join(bytes([one]).decode("cp1252") for one in encode("Chào mừng Đại hội", "tcvn3"))
    theme = '<w:minorFont><w:latin w:typeface=".VnTime"/></w:minorFont>'
    fonts = '<w:rPr><w:rFonts w:hAnsiTheme="minorHAnsi"/></w:rPr>'
    default = f"<w:docDefaults><w:rPrDefault>{fonts}</w:rPrDefault></w:docDefaults>"
    (one,) = paragraphs_of(manuscript(docx(paragraph(old), styles=default, theme1=theme), "a.docx"))

    assert (one.text, one.encoding) == ("Chào mừng Đại hội", "tcvn3")


def test_macros_are_told_and_not_run() -> None:
    """A .docm is read like any other."""
    found = manuscript(docx(paragraph("x"), more={"word/vbaProject.bin": b"x"}), "a.docm")

    assert [notice.code for notice in found.notices] == ["macros"]


def test_the_same_bytes_give_an_equal_manuscript() -> None:
    """With their SHA-256."""
    raw = docx(paragraph("x"))

    assert manuscript(raw, "a.docx") == manuscript(raw, "a.docx")
    assert len(manuscript(raw, "a.docx").digest) == 64


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (docx(paragraph("x"))[:200], "damaged"),
        (zipped({"word/other.xml": "<a/>"}), "damaged"),
        (zipped({"word/document.xml": "<a/>"}), "damaged"),
        (zipped({"word/document.xml": LAUGHS}), "unsafe_xml"),
        (zipped({"word/document.xml": b" " * 9_000_000}), "too_large"),
        (docx("<w:p/>" * 30_000), "too_large"),
        (docx("<w:tbl><w:tr><w:tc>" * 200 + "</w:tc></w:tr></w:tbl>" * 200), "too_large"),
        (compound({"EncryptedPackage": b"x"}), "damaged"),
    ],
    ids=["empty", "cut", "no main part", "no body", "laughs", "bomb", "long", "deep", "not a zip"],
)
def test_bad_files_end_in_a_sentence(raw: bytes, code: str) -> None:
    """Each with its own code; what is no zip at all is told apart by the kind of file."""
    assert _code(raw) == code


def test_the_mark_of_an_open_file_is_told() -> None:
    """Word lays it beside the file."""
    assert _code(docx(paragraph("x")), "~$list.docx") == "lock_file"


def test_slogans_come_out_with_their_place() -> None:
    """From bytes to judged items."""
    body = "".join(
        paragraph(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        for text in (
            "Bình đẳng giới là phát triển",
            "Chung tay xóa bỏ bạo lực với phụ nữ",
            "Không im lặng trước bạo lực",
        )
    )
    found = read(docx(body, numbering=numbering_xml(level(0, "decimal", "%1."))), "a.docx")

    assert [item.slogan.text for item in found.items] == [
        "Bình đẳng giới là phát triển",
        "Chung tay xóa bỏ bạo lực với phụ nữ",
        "Không im lặng trước bạo lực",
    ]
    assert [item.slogan.origin.line for item in found.items if item.slogan.origin] == [1, 2, 3]


def test_a_file_of_pandoc() -> None:
    """Lists in two levels, a soft break, a note, a table."""
    told = labelled(manuscript((OFFICE / "pandoc.docx").read_bytes(), "pandoc.docx"))

    assert told[3:8] == [
        "1. Bình đẳng giới là phát triển",
        "2. Chung tay xóa bỏ bạo lực\nvới phụ nữ",
        "a. Điểm a",
        "b. Điểm b",
        "3. Nam nữ cùng chia sẻ",
    ]
