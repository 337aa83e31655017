"""Web pages, also those that web systems save as .doc and .xls: paragraphs and tables, no scripts, no styles."""

import hashlib
import re
from html.parser import HTMLParser

from signboard.campaign.slogan import Origin
from signboard.importers.error_page import check_page
from signboard.manuscript.model import NOTHING_ASKED, Asked, Cell, Manuscript, Paragraph, Part, Row, Table
from signboard.office.notices import CUT_SHORT
from signboard.office.refusals import too_large
from signboard.text.lines import read_lines

__all__ = ["MOST_BYTES", "manuscript"]

MOST_BYTES = 2_000_000
_MOST_TAGS = 60_000
_MOST_LINES = 30_000
_MOST_BLOCKS = 3_000
"""A list of slogans has at most 2,000."""
_MOST_SPAN = 100
_MOST_PLACES = 200_000
"""Rows times columns, over all cells: five thousand cells of a hundred by a hundred are a small file."""
_SILENT = frozenset(("script", "style", "head", "title", "noscript", "template", "select", "nav", "button", "svg"))
_BLOCKS = frozenset(
    (
        *("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "section", "article"),
        *(
            "header",
            "footer",
            "aside",
            "center",
            "blockquote",
            "pre",
            "caption",
            "form",
            "body",
            "html",
            "table",
            "tr",
            "td",
            "th",
        ),
    )
)
_FURNITURE = frozenset(("footer", "aside"))
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def manuscript(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> Manuscript:
    """The words of a web page.

    Args:
        raw: the whole content.
        file: its name without folders.
        asked: `encoding`.

    Raises:
        InputError: `too_large`, `error_page`, and those of `read_lines`.
    """
    if len(raw) > MOST_BYTES or raw.count(b"<") > _MOST_TAGS or raw.count(b"\n") > _MOST_LINES:
        raise too_large(file)
    page = _Page(file)
    text = "\n".join(line.text for line in read_lines(raw, file, asked.encoding))
    page.feed(text)
    page.close()
    page.end_paragraph()
    check_page(file, page.title, page.blocks)
    if len(page.blocks) > _MOST_BLOCKS:
        raise too_large(file)
    told = (CUT_SHORT,) if _is_cut(text) else ()
    return Manuscript(file, hashlib.sha256(raw).hexdigest(), tuple(page.blocks), told)


def _is_cut(text: str) -> bool:
    """Does a page begin that never ends? Pieces of a page, as web systems export them, have neither."""
    return any(f"<{tag}" in text.lower() and f"</{tag}" not in text.lower() for tag in ("html", "body", "table"))


class _Page(HTMLParser):
    """What was read so far."""

    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self.file = file
        self.blocks: list[Paragraph | Table] = []
        self.silent = 0
        self.title = ""
        self.in_title = False
        self.words: list[str] = []
        self.bold = 0
        self.is_all_bold = True
        self.furniture = 0
        self.links = 0
        self.is_all_link = True
        self.centred = 0
        self.heading = ""
        self.lists: list[int] = []
        self.label = ""
        self.tables = 0
        self.paragraphs = 0
        self.rows: list[list[Cell | None]] | None = None
        self.cell: list[Paragraph] = []
        self.in_cell = False
        self.span = (1, 1)
        self.places = 0
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens blocks, lists, rows and cells."""
        self.in_title = tag == "title" and not self.title
        if tag in _SILENT:
            self.silent += 1
        if tag == "br":
            self.words.append("\n")
        if tag in ("b", "strong", "th"):
            self.bold += 1
        self.links += tag == "a" and any(name == "href" for name, _ in attrs)
        if tag in _BLOCKS:
            self.end_paragraph()
            self.furniture += tag in _FURNITURE
            self._open_block(tag, dict(attrs))

    def _open_block(self, tag: str, found: dict[str, str | None]) -> None:
        style = f"{found.get('style') or ''} {found.get('align') or ''}".lower().replace(" ", "")
        self.centred = int(tag == "center" or "text-align:center" in style or style.endswith("center"))
        if re.fullmatch(r"h[1-6]", tag):
            self.heading = f"heading {tag[1]}"
        elif tag in ("ul", "ol"):
            self.lists.append(0 if tag == "ol" else -1)
        elif tag == "li" and self.lists:
            self.lists[-1] += self.lists[-1] >= 0
            self.label = f"{self.lists[-1]}." if self.lists[-1] > 0 else "\u2022"
        else:
            self._open_table(tag, found)

    def _open_table(self, tag: str, found: dict[str, str | None]) -> None:
        if tag in ("tr", "td", "th") and self.depth == 1:
            self._end_cell()
        if tag == "table":
            self.depth += 1
            self.rows = [] if self.depth == 1 else self.rows
        elif tag == "tr" and self.depth == 1 and self.rows is not None:
            self.rows.append([])
        elif tag in ("td", "th") and self.depth == 1:
            self.cell, self.in_cell = [], True
            self.span = (_count(found.get("colspan")), _count(found.get("rowspan")))

    def handle_endtag(self, tag: str) -> None:
        """Closes them."""
        self.in_title = False
        if tag in _SILENT and self.silent:
            self.silent -= 1
        if tag in _BLOCKS:
            self.end_paragraph()
        self.links -= tag == "a" and self.links > 0
        self.furniture -= tag in _FURNITURE and self.furniture > 0
        if tag in ("b", "strong", "th") and self.bold:
            self.bold -= 1
        if re.fullmatch(r"h[1-6]", tag):
            self.heading = ""
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag in ("td", "th", "tr") and self.depth == 1:
            self._end_cell()
        elif tag == "table" and self.depth:
            self._end_table()

    def _end_cell(self) -> None:
        if self.rows is None or not self.in_cell:
            return
        if not self.rows:
            self.rows.append([])
        columns, rows = self.span
        self.places += columns * rows
        if self.places > _MOST_PLACES:
            raise too_large(self.file)
        self.rows[-1] += [Cell(tuple(self.cell), None, columns, rows), *[None] * (columns - 1)]
        self.cell, self.in_cell = [], False

    def _end_table(self) -> None:
        if self.depth == 1:
            self._end_cell()
        self.depth -= 1
        if self.depth or self.rows is None:
            return
        self.tables += 1
        name = str(self.tables)
        rows = tuple(
            Row(tuple(_placed(cell, Origin(self.file, number, "row", name)) for cell in cells), number)
            for number, cells in enumerate(_covered(self.rows), 1)
            if any(cell is not None and cell.paragraphs for cell in cells)
        )
        if rows:
            self.blocks.append(Table(name, rows))
        self.rows = None

    def handle_data(self, data: str) -> None:
        """Words."""
        self.title += _BLANKS.sub(" ", data) if self.in_title else ""
        if not self.silent:
            self.words.append(_BLANKS.sub(" ", data))
            self.is_all_bold = self.is_all_bold and (bool(self.bold) or not data.strip())
            self.is_all_link = self.is_all_link and (bool(self.links) or not data.strip())

    def end_paragraph(self) -> None:
        """What was collected is a paragraph of the page, or of the open cell."""
        text = "\n".join(line.strip() for line in "".join(self.words).strip().split("\n"))
        self.words = []
        if text.strip():
            self._add(text.strip("\n"))
            self.label = ""
        self.is_all_bold = self.is_all_link = True

    def _add(self, text: str) -> None:
        in_table = self.depth > 0 and self.rows is not None
        self.paragraphs += not in_table
        level = len(self.lists) - 1 if self.label else None
        paragraph = Paragraph(
            text,
            Origin(self.file, self.paragraphs, "paragraph"),
            self.label,
            level,
            self.heading,
            Part.FOOTER if self.furniture or self.is_all_link else Part.BODY,
            is_bold=self.is_all_bold,
            is_centred=bool(self.centred),
        )
        if in_table:
            self.cell.append(paragraph)
        else:
            self.blocks.append(paragraph)


def _count(written: str | None) -> int:
    return (
        min(int(written), _MOST_SPAN) if written and written.isdecimal() and written.isascii() and int(written) else 1
    )


def _covered(rows: list[list[Cell | None]]) -> list[list[Cell | None]]:
    """Rows with an empty place wherever a cell from above reaches down."""
    reaching: dict[int, int] = {}
    done: list[list[Cell | None]] = []
    for cells in rows:
        waiting = list(reversed(cells))
        line: list[Cell | None] = []
        while waiting or reaching.get(len(line), 0):
            column = len(line)
            if reaching.get(column, 0):
                reaching[column] -= 1
                line.append(None)
                continue
            cell = waiting.pop()
            line.append(cell)
            if cell is not None and cell.rows > 1:
                reaching.update(dict.fromkeys(range(column, column + cell.columns), cell.rows - 1))
        done.append(line)
    return done


def _placed(cell: Cell | None, origin: Origin) -> Cell | None:
    if cell is None:
        return None
    paragraphs = tuple(
        Paragraph(one.text, origin, one.label, one.level, one.style, one.part, one.is_bold, one.is_centred)
        for one in cell.paragraphs
    )
    return Cell(paragraphs, None, cell.columns, cell.rows)
