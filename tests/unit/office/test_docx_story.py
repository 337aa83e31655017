"""What Word shows, element by element."""

import pytest
from office_files import (
    STRICT,
    W,
    box,
    docx,
    labelled,
    level,
    numbering_xml,
    paragraph,
    paragraphs_of,
    row_texts,
    run,
    words,
)

from signboard.importers.docx import manuscript
from signboard.manuscript.model import Manuscript, Part, Table

BY = 'w:id="1" w:author="A"'


def _read(body: str, **parts: str) -> Manuscript:
    return manuscript(docx(body, W, None, **parts), "a.docx")


def _codes(read: Manuscript) -> list[str]:
    return [notice.code for notice in read.notices]


def _char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_runs_that_part_a_word_are_joined_exactly() -> None:
    """Word cuts anywhere."""
    assert words(_read(paragraph(run("xóa b") + run("ỏ bạo", "<w:b/>") + run(" lực")))) == ["xóa bỏ bạo lực"]


def test_breaks_tabs_and_special_hyphens() -> None:
    """Each as the character that it stands for."""
    pieces = (
        "<w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:cr/>"
        "<w:t>e</w:t>"
    )

    assert words(_read(paragraph(f"<w:r>{pieces}</w:r>"))) == ["a\nb\tc\u2011d\u00ad\ne"]


def test_a_symbol_keeps_its_private_character() -> None:
    """The cleaner knows bullets of Wingdings; a code that is none writes nothing."""
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="{}"/></w:r>'

    assert words(_read(paragraph(symbol.format("F0D8") + run(" a")))) == ["\uf0d8 a"]
    assert words(_read(paragraph(symbol.format("zz") + symbol.format("D800") + run("a")))) == ["a"]
    assert words(_read(paragraph('<w:r><w:symEx w:char="1F339"/></w:r>'))) == ["\U0001f339"]


def test_insertions_stay_and_deletions_go() -> None:
    """As if all changes were accepted, and it is told."""
    body = (
        run("Chung tay ")
        + f"<w:ins {BY}>{run('xóa bỏ ')}</w:ins><w:del {BY}><w:r><w:delText>lẫn </w:delText></w:r></w:del>"
        + f"<w:moveFrom {BY}>{run('đi ')}</w:moveFrom><w:moveTo {BY}>{run('bạo lực')}</w:moveTo>"
    )
    read = _read(paragraph(body))

    assert words(read) == ["Chung tay xóa bỏ bạo lực"]
    assert _codes(read) == ["tracked_changes"]


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    """And the joined one counts once in its list."""
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph(run("đầu "), f"{numbered}<w:rPr><w:del {BY}/></w:rPr>") + paragraph("cuối", numbered)
    read = _read(body + paragraph("sau", numbered), numbering=numbering_xml(level(0, "decimal", "%1.")))

    assert labelled(read) == ["1. đầu cuối", "2. sau"]
    assert _codes(read) == ["tracked_changes"]


def test_a_deleted_last_paragraph_end_loses_nothing() -> None:
    """Nothing follows that it could join."""
    assert words(_read(paragraph(run("còn"), f"<w:rPr><w:del {BY}/></w:rPr>"))) == ["còn"]


def test_deleted_rows_go() -> None:
    """A row that a change takes out of its table."""
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc></w:tr>"
    table = row.format("", paragraph("ở lại")) + row.format(f"<w:del {BY}/>", paragraph("đi"))

    assert words(_read(f"<w:tbl>{table}</w:tbl>")) == ["ở lại"]


def test_hidden_text_is_left_out_and_told() -> None:
    """By the run itself or by its style; so is what is struck out."""
    style = '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
    body = (
        run("thấy ")
        + run("ẩn", "<w:vanish/>")
        + run("ẩn", '<w:rStyle w:val="H"/>')
        + run("gạch", "<w:strike/>")
        + run("rõ", '<w:vanish w:val="0"/>')
    )
    read = _read(paragraph(body), styles=style)

    assert words(read) == ["thấy rõ"]
    assert _codes(read) == ["hidden_text", "struck_text"]


def test_what_is_struck_out_is_not_called_hidden() -> None:
    """By one line or two; a switch that is off strikes nothing."""
    body = run("rõ", '<w:strike w:val="0"/>') + run("một", "<w:strike/>") + run("hai", "<w:dstrike/>")
    read = _read(paragraph(body))

    assert words(read) == ["rõ"]
    assert _codes(read) == ["struck_text"]


def test_a_paragraph_that_is_all_hidden_takes_no_number() -> None:
    """Word counts only what it shows."""
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph(run("ẩn", "<w:vanish/>"), numbered) + paragraph("một", numbered)

    assert labelled(_read(body, numbering=numbering_xml(level(0, "decimal", "%1.")))) == ["1. một"]


def test_fields_show_their_result() -> None:
    """Instructions go, in nested fields too; a field that never ends hides nothing."""
    inner = (
        _char("begin")
        + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        + run("X")
        + _char("separate")
        + run("7")
        + _char("end")
    )
    field = _char("begin") + run("ẩn") + inner + _char("separate") + run("kết quả") + _char("end")

    assert words(_read(paragraph(field + run(" sau")))) == ["kết quả sau"]
    assert words(_read(paragraph(_char("begin") + run("còn")) + paragraph("lại"))) == ["còn", "lại"]


def test_wrappers_are_transparent() -> None:
    """Links, smart tags, simple fields, content controls in a line and around paragraphs, rows and cells."""
    line = (
        f"<w:hyperlink>{run('a')}</w:hyperlink><w:smartTag>{run('b')}</w:smartTag><w:fldSimple>{run('c')}</w:fldSimple>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('d')}</w:sdtContent></w:sdt>"
    )
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = control.format(f"<w:tc>{paragraph('f')}</w:tc>")
    table = f"<w:tbl>{control.format(f'<w:tr>{cell}</w:tr>')}</w:tbl>"

    assert words(_read(paragraph(line) + control.format(paragraph("e")) + table)) == ["abcd", "e", "f"]


def test_a_text_box_is_read_once_and_stands_behind_its_paragraph() -> None:
    """Word writes it twice, for new and for old programs."""
    read = _read(paragraph(run("trước") + box("hộp")) + paragraph("sau"))

    assert [(one.text, one.part) for one in paragraphs_of(read)] == [
        ("trước", Part.BODY),
        ("hộp", Part.BOX),
        ("sau", Part.BODY),
    ]


def test_an_old_text_box_alone_is_read() -> None:
    """Word 2007 wrote only this."""
    content = f"<w:txbxContent>{paragraph('hộp')}</w:txbxContent>"
    shape = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"

    assert words(_read(paragraph(shape))) == ["hộp"]


def test_a_box_on_every_page_belongs_to_the_page() -> None:
    """A logo's text in the header is no sentence of the text."""
    read = _read(paragraph("thân"), header1=paragraph(box("cơ quan")))

    assert [(one.text, one.part) for one in paragraphs_of(read)] == [("cơ quan", Part.HEADER), ("thân", Part.BODY)]


def test_ruby_and_formulas_keep_their_letters() -> None:
    """What stands above a letter goes; letters of a formula stay."""
    ruby = f"<w:r><w:ruby><w:rt>{run('trên')}</w:rt><w:rubyBase>{run('nền')}</w:rubyBase></w:ruby></w:r>"

    assert words(_read(paragraph(ruby + "<m:oMath><m:r><m:t> x²</m:t></m:r></m:oMath>"))) == ["nền x²"]


def test_spans_merges_and_repeated_heads() -> None:
    """A table of three columns with everything that Word can do to it."""

    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    begins, goes_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="3"/>'
    rows = [
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('TT')}{cell('Nhóm')}{cell('Nội dung')}</w:tr>",
        f"<w:tr>{cell('1')}{cell('A', begins)}{cell('x')}</w:tr>",
        f"<w:tr>{cell('2')}{cell('', goes_on)}{cell('y')}</w:tr>",
        f"<w:tr>{cell('Tổng', wide)}</w:tr>",
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("lùi")}</w:tr>',
    ]
    read = _read(f"<w:tbl>{''.join(rows)}</w:tbl>")

    assert row_texts(read) == [
        ["TT", "Nhóm", "Nội dung"],
        ["1", "A", "x"],
        ["2", None, "y"],
        ["Tổng", None, None],
        ["", "lùi"],
    ]
    table = read.blocks[0]
    assert isinstance(table, Table)
    assert [row.is_header for row in table.rows] == [True, False, False, False, False]


def test_ten_items_in_one_cell_are_ten_paragraphs() -> None:
    """Each with its number, and all from one row."""
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    cell = "".join(paragraph(f"câu {number}", numbered) for number in range(10))
    read = _read(
        f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>", numbering=numbering_xml(level(0, "decimal", "%1."))
    )
    found = paragraphs_of(read)

    assert [one.label for one in found] == [f"{number}." for number in range(1, 11)]
    assert {(one.origin.line, one.origin.kind, one.origin.part) for one in found} == {(1, "row", "1")}


@pytest.mark.parametrize("properties", ["<w:b/>", '<w:rStyle w:val="S"/>'])
def test_bold_by_the_run_or_by_its_style(properties: str) -> None:
    """Both are bold; the paragraph's own style is asked too."""
    style = '<w:style w:type="character" w:styleId="S"><w:name w:val="S"/><w:rPr><w:b/></w:rPr></w:style>'
    (one,) = paragraphs_of(_read(paragraph(run("đậm", properties)), styles=style))

    assert one.is_bold


def test_place_and_style_of_a_paragraph() -> None:
    """Centred by its style, left by its own word."""
    said = '<w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr>'
    style = f'<w:style w:type="paragraph" w:styleId="T">{said}</w:style>'
    body = paragraph("a", '<w:pStyle w:val="T"/>') + paragraph("b", '<w:pStyle w:val="T"/><w:jc w:val="left"/>')
    first, second = paragraphs_of(_read(body, styles=style))

    assert (first.style, first.is_centred, second.is_centred) == ("title", True, False)


def test_strict_documents_read_the_same() -> None:
    """Another namespace, the same words."""
    body = paragraph("Bình đẳng giới")

    assert (
        words(manuscript(docx(body, STRICT), "a.docx")) == words(manuscript(docx(body), "a.docx")) == ["Bình đẳng giới"]
    )
