"""Paper: an official letter in Word, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I.

A4; margins top and bottom 20 mm, left 30 mm, right 20 mm; Times New Roman; page numbers in the middle of the top margin
from page 2 on; the state's name 12 pt and its motto 13 pt, bold; agency 12 pt; number 13 pt; place and date 13 pt in
italics; kind of letter and subject 14 pt, bold; text 14 pt, justified, first line 12.7 mm, 6 pt between paragraphs.
Python-docx writes it; widths are set twice, on cells and on columns, because LibreOffice reads those and Word these.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from signboard.errors import N_, InputError

__all__ = ["FONT", "Letterhead", "Paper", "written_day"]

FONT = "Times New Roman"
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
TEXT_MM = 160.0
"""Width of the text: 210 less the margins of 30 and 20."""
_LEFT_MM, _RIGHT_MM = 67.0, 93.0
_MOTTO_MM = 60.0
"""About as long as the motto at 13 pt; the rule below it has its length."""
_AGENCY_RULE_MM = 25.0
_CELL_PT = 12
_STYLES = ("Normal", "Body Text", "Heading 1", "Table Grid")


def written_day(day: date | None, place: str = "") -> str:
    """Place and date as letters have them: days below 10 and months 1 and 2 with a zero; blanks where unknown."""
    if day is None:
        written = "ngày      tháng      năm"
    else:
        month = f"{day.month:02}" if day.month in (1, 2) else str(day.month)  # as the decree says
        written = f"ngày {day.day:02} tháng {month} năm {day.year}"
    return f"{place}, {written}" if place else written


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands above and below every letter of an office; what is empty is left as a blank to fill in by hand.

    Attributes:
        superior: the agency above, as written.
        agency: the agency itself.
        symbol: its letters in document numbers, such as `VP`.
        place: where letters are dated.
        signer_title, signer: who signs.
        recipients: lines of "Nơi nhận".
        basis: documents that the letter refers to.
    """

    superior: str = ""
    agency: str = ""
    symbol: str = ""
    place: str = ""
    signer_title: str = ""
    signer: str = ""
    recipients: tuple[str, ...] = ()
    basis: tuple[str, ...] = field(default=())


class Paper:
    """A letter in the making.

    Args:
        title: of the file, for the list of documents.
        made_at: aware instant that the file bears.
        template: an office's own .docx, whose page and styles stay; None: those of the decree.

    Raises:
        InputError: `bad_template`.
    """

    def __init__(self, title: str, made_at: datetime, template: bytes | None = None) -> None:
        self._document = Document() if template is None else _opened(template)
        core = self._document.core_properties
        core.title, core.author, core.language = title, "", "vi-VN"
        core.created = core.modified = made_at.replace(tzinfo=None)
        if template is None:
            self._style()
            self._page()

    def letterhead(self, head: Letterhead, kind: str, day: date | None) -> None:
        """State and motto, agency, number, place and date.

        Args:
            head: of the office.
            kind: abbreviation of the kind of letter, such as `BC`.
            day: None leaves a blank.
        """
        table = self._document.add_table(rows=2, cols=2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        _set_widths(table, (_LEFT_MM, _RIGHT_MM))
        left, right = table.rows[0].cells
        if head.superior:
            _line(left.paragraphs[0], head.superior.upper(), 12)
        agency = left.add_paragraph() if head.superior else left.paragraphs[0]
        _line(agency, (head.agency or "…").upper(), 12, bold=True)
        _rule(left, _LEFT_MM, _AGENCY_RULE_MM)
        _line(right.paragraphs[0], STATE, 12, bold=True)
        _line(right.add_paragraph(), MOTTO, 13, bold=True)
        _rule(right, _RIGHT_MM, _MOTTO_MM)
        number, dated = table.rows[1].cells
        symbol = f"{kind}-{head.symbol}" if head.symbol else f"{kind}-…"
        _line(number.paragraphs[0], f"Số:        /{symbol}", 13)
        _line(dated.paragraphs[0], written_day(day, head.place or "…"), 13, italic=True)

    def title(self, kind: str, subject: str) -> None:
        """The kind of letter in capitals and its subject, with the short rule below."""
        first = self._document.add_paragraph()
        first.paragraph_format.space_before = Pt(12)
        _line(first, kind.upper(), 14, bold=True)
        _line(self._document.add_paragraph(), subject, 14, bold=True)
        rule = self._document.add_paragraph()
        _border(rule, (TEXT_MM - 45) / 2)
        rule.paragraph_format.space_after = Pt(8)

    def heading(self, text: str) -> None:
        """A numbered heading inside the letter, kept with what follows; Word lists it as one."""
        paragraph = self._document.add_paragraph(style="Heading 1")
        paragraph.add_run(text)

    def text(self, text: str, *, italic: bool = False) -> None:
        """A paragraph."""
        self._document.add_paragraph(style="Body Text").add_run(text).italic = italic

    def blank(self, text: str, *, size_pt: int = 14) -> None:
        """A line that is not stretched and not drawn in: to be filled in by hand, or a long code."""
        paragraph = self._document.add_paragraph()
        paragraph.add_run(text).font.size = Pt(size_pt)
        paragraph.paragraph_format.space_after = Pt(6)

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str | bytes]], widths_mm: Sequence[float]) -> None:
        """A table whose head comes back on every page.

        Args:
            head: of the columns.
            rows: cells; bytes are a picture (PNG), as wide as the column.
            widths_mm: of the columns, `TEXT_MM` in all.
        """
        table = self._document.add_table(rows=1, cols=len(head))
        table.style = "Table Grid"
        table.autofit = False
        for cell, words in zip(table.rows[0].cells, head, strict=True):
            _line(cell.paragraphs[0], words, _CELL_PT, bold=True)
        _repeat(table)
        for row in rows:
            cells = table.add_row().cells
            for cell, content, width_mm in zip(cells, row, widths_mm, strict=True):
                _fill(cell, content, width_mm)
        _set_widths(table, widths_mm)
        for row_ in table.rows:
            _keep_whole(row_)
        self._document.add_paragraph().paragraph_format.space_after = Pt(0)

    def picture(self, png: bytes, width_mm: float = TEXT_MM, caption: str = "") -> None:
        """A picture in the middle, its caption in italics below."""
        paragraph = self._document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = bool(caption)
        paragraph.add_run().add_picture(BytesIO(png), width=Mm(width_mm))
        if caption:
            _line(self._document.add_paragraph(), caption, 12, italic=True)

    def new_page(self) -> None:
        """What follows begins on a new page."""
        self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def signatures(self, *roles: tuple[str, str]) -> None:
        """Places to sign side by side: (role in capitals, name below the blank)."""
        table = self._document.add_table(rows=1, cols=len(roles))
        table.autofit = False
        _set_widths(table, [TEXT_MM / len(roles)] * len(roles))
        for cell, (role, name) in zip(table.rows[0].cells, roles, strict=True):
            _line(cell.paragraphs[0], role.upper(), 13, bold=True)
            _line(cell.add_paragraph(), "(ký, ghi rõ họ tên)", 12, italic=True)
            for _blank in range(4):
                cell.add_paragraph()
            _line(cell.add_paragraph(), name, 13, bold=True)
        _keep_whole(table.rows[0])

    def ending(self, head: Letterhead) -> None:
        """Recipients on the left, the signature on the right."""
        table = self._document.add_table(rows=1, cols=2)
        table.autofit = False
        _set_widths(table, (TEXT_MM / 2, TEXT_MM / 2))
        left, right = table.rows[0].cells
        first = left.paragraphs[0]
        run = first.add_run("Nơi nhận:")
        run.bold = run.italic = True
        run.font.size = Pt(12)
        for line in head.recipients or ("- Như trên;", "- Lưu: VT."):
            paragraph = left.add_paragraph()
            paragraph.add_run(line).font.size = Pt(11)
            paragraph.paragraph_format.space_after = Pt(0)
        _line(right.paragraphs[0], (head.signer_title or "THỦ TRƯỞNG CƠ QUAN").upper(), 14, bold=True)
        for _blank in range(4):
            right.add_paragraph()
        _line(right.add_paragraph(), head.signer, 14, bold=True)
        _keep_whole(table.rows[0])

    def to_bytes(self) -> bytes:
        """The .docx."""
        out = BytesIO()
        self._document.save(out)
        return out.getvalue()

    def _style(self) -> None:
        for name, size_pt, bold in (("Normal", 14, False), ("Body Text", 14, False), ("Heading 1", 14, True)):
            style = self._document.styles[name]
            style.font.name, style.font.size, style.font.bold = FONT, Pt(size_pt), bold
            style.font.color.rgb = None
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                fonts.set(qn(kind), FONT)
            for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
                fonts.attrib.pop(qn(theme), None)
        heading = self._document.styles["Heading 1"]
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(8), Pt(6)
        for colour in heading.element.get_or_add_rPr().findall(qn("w:color")):
            heading.element.get_or_add_rPr().remove(colour)
        body = self._document.styles["Body Text"].paragraph_format
        body.alignment, body.first_line_indent = WD_ALIGN_PARAGRAPH.JUSTIFY, Mm(12.7)
        body.space_before, body.space_after, body.line_spacing = Pt(0), Pt(6), 1.15
        normal = self._document.styles["Normal"].paragraph_format
        normal.space_after, normal.line_spacing = Pt(0), 1.0

    def _page(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(20)
        section.header_distance = Mm(10)
        section.different_first_page_header_footer = True
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run()
        run.font.size = Pt(13)
        for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
            _xml(run).append(_field(kind, words))


def _xml(part: Paragraph | Run | _Row) -> BaseOxmlElement:
    """The element behind a part, for what python-docx has no name for."""
    return part._element  # noqa: SLF001 - there is no public way to it


def _opened(template: bytes) -> DocumentObject:
    """An office's own letter paper; it must have the styles that a letter is written in."""
    try:
        document = Document(BytesIO(template))
        missing = [name for name in _STYLES if name not in document.styles]
    except (KeyError, ValueError, OSError, BadZipFile, PackageNotFoundError, SyntaxError, AttributeError) as error:
        raise InputError(
            N_("The template is damaged or no Word file (.docx); save it again in Word, or leave --template away."),
            code="bad_template",
        ) from error
    if missing:
        raise InputError(
            N_("The template lacks the styles {missing}; make it from an ordinary Word document, or leave it away."),
            code="bad_template",
            missing=", ".join(missing),
        )
    return document


def _field(kind: str, words: str) -> BaseOxmlElement:
    if words:
        instruction = OxmlElement("w:instrText")
        instruction.set(qn("xml:space"), "preserve")
        instruction.text = words
        return instruction
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def _line(paragraph: Paragraph, text: str, size_pt: int, *, bold: bool = False, italic: bool = False) -> None:
    """A centred line."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size_pt), bold, italic


def _fill(cell: _Cell, content: str | bytes, width_mm: float) -> None:
    if isinstance(content, bytes):
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        cell.paragraphs[0].add_run().add_picture(BytesIO(content), width=Mm(width_mm - 4))
        return
    for number, words in enumerate(content.split("\n")):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.add_run(words).font.size = Pt(_CELL_PT)


def _set_widths(table: Table, widths_mm: Sequence[float]) -> None:
    for column, width_mm in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width_mm)
        for cell in column.cells:
            cell.width = Mm(width_mm)


def _rule(cell: _Cell, cell_mm: float, length_mm: float) -> None:
    """A rule in the middle of a cell, below what stands there."""
    paragraph = cell.add_paragraph()
    _border(paragraph, max(0.0, (cell_mm - 4 - length_mm) / 2))


def _border(paragraph: Paragraph, indent_mm: float) -> None:
    """A thin paragraph whose upper edge is a rule, drawn in from both sides."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(indent_mm)
    paragraph.paragraph_format.line_spacing = Pt(6)
    edges = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    edges.append(top)
    _properties(paragraph, "pPr").append(edges)


def _repeat(table: Table) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    _properties(table.rows[0], "trPr").append(mark)


def _keep_whole(row: _Row) -> None:
    """A row is not broken over two pages."""
    _properties(row, "trPr").append(OxmlElement("w:cantSplit"))


def _properties(part: Paragraph | _Row, name: str) -> BaseOxmlElement:
    """The properties of a part, made where there are none."""
    found: BaseOxmlElement = getattr(_xml(part), f"get_or_add_{name}")()
    return found
