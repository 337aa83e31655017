"""Collects the paragraphs and tables of one document as its reader meets them, and numbers them as a person would."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from signboard.campaign.slogan import Origin
from signboard.manuscript.model import Cell, Paragraph, Part, Row, Table
from signboard.office.fonts import read_old_letters
from signboard.office.refusals import too_large

__all__ = ["MOST_CHARACTERS", "MOST_PARAGRAPHS", "PAGE_BREAK", "Draft", "Folio", "Run", "Spread"]

MOST_PARAGRAPHS = 20_000
"""Of a whole file, cells among them; a book of 400 pages has half of that, a list of slogans at most 2,000 lines."""
MOST_CHARACTERS = 2_000_000
"""Of a whole file; a book of 800 pages has this many, a list of slogans at most 300,000."""
MOST_COLUMNS = 100
"""Of a table; Word allows 63."""

PAGE_BREAK = "\f"
"""In a run's text; what stands before and behind it are two paragraphs of one number."""

_TURNS = {Part.HEADER: 0, Part.BODY: 1, Part.BOX: 1, Part.NOTE: 2, Part.FOOTER: 3}
_DROPPED = dict.fromkeys(code for code in range(0x20) if chr(code) not in "\n\t")
"""Controls that mean something to the program alone."""
_LONGEST_STYLE = 100
_NEAR_TWIPS = 30
_PLAIN_STYLES = ("normal", "standard", "default paragraph style", "default style")


@dataclass(frozen=True, slots=True)
class Run:
    r"""Letters of one look.

    Attributes:
        text: `\n` for a soft line break, `\t`, PAGE_BREAK.
        font: its name; empty where it does not matter.
        is_bold: bold.
    """

    text: str
    font: str = ""
    is_bold: bool = False


@dataclass(slots=True)
class Draft:
    """A paragraph on its way. See `signboard.manuscript.model.Paragraph` for what is not told here.

    Attributes:
        runs: its letters, hidden and deleted ones left out.
        style: its name as the file has it.
    """

    runs: list[Run] = field(default_factory=list)
    label: str = ""
    level: int | None = None
    style: str = ""
    is_centred: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """How far a cell reaches.

    Attributes:
        columns: how many it spans.
        goes_on: it belongs to the cell above.
        joins_left: it belongs to the cell on its left.
        right_twips: its right edge, in formats that tell no columns; None elsewhere.
    """

    columns: int = 1
    goes_on: bool = False
    joins_left: bool = False
    right_twips: int | None = None


@dataclass(slots=True)
class _OpenCell:
    spread: Spread
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class _OpenRow:
    number: int
    is_header: bool
    cells: list[_OpenCell] = field(default_factory=list)


@dataclass(slots=True)
class _OpenTable:
    number: int
    rows: list[_OpenRow] = field(default_factory=list)
    inner: list[Table] = field(default_factory=list)


@dataclass(slots=True)
class _Placed:
    """A cell in its place of the grid."""

    cell: _OpenCell
    columns: int
    first_row: int
    last_row: int = 0

    def cell_made(self) -> Cell:
        rows = max(self.last_row - self.first_row, 0) + 1
        return Cell(tuple(self.cell.paragraphs), columns=self.columns, rows=rows)


class Folio:
    """What was read so far.

    Args:
        file: the name of the file, for origins and sentences.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self._blocks: list[Paragraph | Table] = []
        self._boxes: list[Paragraph] = []
        self._tables: list[_OpenTable] = []
        self._counts: dict[Part, int] = {}
        self._tables_seen = 0
        self._paragraphs = 0
        self._characters = 0

    @property
    def depth(self) -> int:
        """Tables that are open."""
        return len(self._tables)

    def add(self, draft: Draft, part: Part = Part.BODY) -> None:
        """The next paragraph, of the innermost open cell or of the document.

        Raises:
            InputError: `too_large`.
        """
        self._weigh(draft)
        if part is Part.BOX:
            self._add_box(draft)
        elif self._tables and part is not Part.NOTE:
            self._add_to_cell(draft, part)
        else:
            self._add_outside(draft, part)

    def begin_table(self) -> None:
        """A table begins, within the open cell if there is one."""
        self._tables_seen += 1
        self._tables.append(_OpenTable(self._tables_seen))

    def begin_row(self, *, is_header: bool = False) -> None:
        """A row of the innermost table begins."""
        rows = self._tables[-1].rows
        rows.append(_OpenRow(len(rows) + 1, is_header))
        self._count_one()

    def begin_cell(self, spread: Spread = Spread()) -> None:
        """A cell of the innermost row begins."""
        self._tables[-1].rows[-1].cells.append(_OpenCell(spread))
        self._count_one()

    def spread_row(self, spreads: Sequence[Spread], *, is_header: bool) -> None:
        """Say afterwards how far the cells of the last row reach, for formats that tell it at the row's end."""
        row = self._tables[-1].rows[-1]
        row.is_header = is_header
        kept: list[_OpenCell] = []
        for index, cell in enumerate(row.cells):
            spread = spreads[index] if index < len(spreads) else Spread(joins_left=bool(spreads))
            if spread.joins_left and kept:
                kept[-1].paragraphs += cell.paragraphs
                if spread.right_twips is not None:
                    kept[-1].spread = replace(kept[-1].spread, right_twips=spread.right_twips)
            else:
                kept.append(cell)
                cell.spread = spread
        row.cells = kept

    def end_table(self) -> None:
        """The innermost table ends; a table within a table stands behind it as a table of its own."""
        done = self._tables.pop()
        tables = [_finished(done), *done.inner]
        if self._tables:
            self._tables[-1].inner += tables
        else:
            self._blocks += (table for table in tables if table.rows)
            self._flush_boxes()

    def end(self) -> tuple[Paragraph | Table, ...]:
        """All blocks in reading order: headers, the body with its boxes, notes, footers. Open tables are closed."""
        while self._tables:
            self.end_table()
        self._flush_boxes()
        return tuple(sorted(self._blocks, key=_turn))

    def _weigh(self, draft: Draft) -> None:
        self._characters += sum(len(run.text) for run in draft.runs)
        if self._characters > MOST_CHARACTERS:
            raise too_large(self.file)
        self._count_one()

    def _count_one(self) -> None:
        self._paragraphs += 1
        if self._paragraphs > MOST_PARAGRAPHS:
            raise too_large(self.file)

    def _add_box(self, draft: Draft) -> None:
        """Boxes have many empty paragraphs that nobody sees; those are not counted."""
        if any(run.text.strip() for run in draft.runs):
            number = self._number(Part.BOX)
            self._boxes += (self._paragraph(page, Part.BOX, number, "box") for page in _pages(draft))

    def _add_outside(self, draft: Draft, part: Part) -> None:
        """Body paragraphs count and stand even when they are empty; those of other parts stand only with words."""
        place, number = "" if part is Part.BODY else part.value, self._number(part)
        for page in _pages(draft):
            paragraph = self._paragraph(page, part, number, "paragraph", place)
            if part is Part.BODY or paragraph.text.strip():
                self._blocks.append(paragraph)
        self._flush_boxes()

    def _add_to_cell(self, draft: Draft, part: Part) -> None:
        table = self._tables[-1]
        if not table.rows:
            self.begin_row()
        row = table.rows[-1]
        if not row.cells:
            self.begin_cell()
        for page in _pages(draft):
            paragraph = self._paragraph(page, part, row.number, "row", str(table.number))
            if paragraph.text.strip():
                row.cells[-1].paragraphs.append(paragraph)

    def _number(self, part: Part) -> int:
        self._counts[part] = self._counts.get(part, 0) + 1
        return self._counts[part]

    def _paragraph(self, draft: Draft, part: Part, line: int, kind: str, place: str = "") -> Paragraph:
        text, encoding = read_old_letters((run.text, run.font) for run in draft.runs)
        written = [run for run in draft.runs if run.text.strip()]
        style = draft.style[:_LONGEST_STYLE].strip().lower()
        return Paragraph(
            text.translate(_DROPPED),
            Origin(self.file, line, kind, place),
            draft.label,
            draft.level,
            "" if style in _PLAIN_STYLES else style,
            part,
            is_bold=bool(written) and all(run.is_bold for run in written),
            is_centred=draft.is_centred,
            encoding=encoding,
        )

    def _flush_boxes(self) -> None:
        self._blocks += self._boxes
        self._boxes = []


def _pages(draft: Draft) -> list[Draft]:
    """What stands on each page, where a page break parts a paragraph; the number of a list belongs to the first."""
    if not any(PAGE_BREAK in run.text for run in draft.runs):
        return [draft]
    pages: list[list[Run]] = [[]]
    for run in draft.runs:
        first, *others = run.text.split(PAGE_BREAK)
        pages[-1].append(replace(run, text=first))
        pages += ([replace(run, text=other)] for other in others)
    written = [page for page in pages if any(run.text.translate(_DROPPED).strip() for run in page)] or [[]]
    goes_on = Draft(style=draft.style, is_centred=draft.is_centred)
    return [replace(goes_on if index else draft, runs=page) for index, page in enumerate(written)]


def _turn(block: Paragraph | Table) -> int:
    if isinstance(block, Paragraph):
        return _TURNS[block.part]
    return _TURNS[next(one.part for row in block.rows for cell in row.cells if cell for one in cell.paragraphs)]


def _finished(table: _OpenTable) -> Table:
    edges = _edges(table)
    above: dict[int, _Placed] = {}  # what stands in each grid column of the row above
    grid: list[tuple[_OpenRow, list[_Placed | None]]] = []
    for row in table.rows:
        columns: list[_Placed | None] = []
        for cell in row.cells[:MOST_COLUMNS]:
            begun = len(columns)
            width = _columns(cell.spread, edges, begun)
            owner = above.get(begun) if cell.spread.goes_on else None
            placed = owner or _Placed(cell, width, row.number)
            if owner:
                owner.cell.paragraphs += cell.paragraphs
                owner.last_row = row.number
            above.update(dict.fromkeys(range(begun, begun + width), placed))
            columns += [None if owner else placed] + [None] * (width - 1)
        grid.append((row, columns[:MOST_COLUMNS]))
    rows = (
        Row(tuple(one.cell_made() if one else None for one in columns), row.number, is_header=row.is_header)
        for row, columns in grid
    )
    return Table(str(table.number), tuple(row for row in rows if any(cell and cell.paragraphs for cell in row.cells)))


def _edges(table: _OpenTable) -> list[int]:
    """Right edges of all cells, those that are nearly the same as one; empty where the format tells columns."""
    rights = sorted({cell.spread.right_twips for row in table.rows for cell in row.cells} - {None}, key=int)  # type: ignore[arg-type]  # None is taken out
    edges: list[int] = []
    for right in rights:
        if right is not None and (not edges or right - edges[-1] > _NEAR_TWIPS):
            edges.append(right)
    return edges


def _columns(spread: Spread, edges: list[int], begun: int) -> int:
    """How many grid columns a cell takes that begins at one."""
    if spread.right_twips is None:
        return min(max(spread.columns, 1), MOST_COLUMNS)
    reached = sum(edge <= spread.right_twips + _NEAR_TWIPS // 2 for edge in edges)
    return min(max(reached - begun, 1), MOST_COLUMNS)
