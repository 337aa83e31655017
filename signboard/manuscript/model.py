"""Manuscript: the words of a file in reading order, as every importer of a format hands them to the judges.

A document is paragraphs and tables in turn; a workbook is one table a sheet. Nothing is judged or cleaned here:
text stands as the file has it, old encodings excepted, which only the format knows by the font of each run.
"""

import enum
from dataclasses import dataclass
from datetime import date, datetime, time

from signboard.campaign.slogan import Origin
from signboard.manuscript.result import Finding

__all__ = ["NOTHING_ASKED", "Asked", "Cell", "Manuscript", "Paragraph", "Part", "Row", "Table"]


class Part(enum.Enum):
    """Where in a document a paragraph stands."""

    BODY = "body"
    BOX = "box"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    r"""One paragraph of a document, or of a cell.

    Attributes:
        text: as the file has it, numbers of automatic lists excepted; soft line breaks as `\n`, tabs as `\t`.
        origin: where it stands.
        label: what an automatic list puts in front (`1.`, `a)`, a bullet), as the office program shows it; else empty.
        level: depth in an automatic list, from 0; None outside of lists.
        style: the style's name in English small letters (`heading 1`, `title`, `list paragraph`); empty where plain.
        part: where in the document.
        is_bold, is_centred: of all its letters, of the paragraph.
        encoding: which old encoding its letters were in, by font or by content; empty for Unicode.
    """

    text: str
    origin: Origin
    label: str = ""
    level: int | None = None
    style: str = ""
    part: Part = Part.BODY
    is_bold: bool = False
    is_centred: bool = False
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    r"""One cell.

    Attributes:
        paragraphs: its text; a sheet's cell has one with `\n` at each Alt+Enter, an empty cell none.
        value: what a sheet's cell holds where that is no text: a day, a time, a number.
        columns, rows: how many it spans; the cells that it covers are not listed again, but see `Row.cells`.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    value: date | datetime | time | float | None = None
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """All of its text, a line for each paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        cells: left to right, one for each grid column; None where a merged cell from the left or above covers it.
        number: as the program that made it counts, from 1.
        is_hidden: by hand or by a filter.
        is_header: said by the file to be repeated on each page.
    """

    cells: tuple[Cell | None, ...]
    number: int
    is_hidden: bool = False
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a document, or a sheet.

    Attributes:
        name: of the sheet; for a table of a document its number from 1.
        rows: those that hold anything.
        is_sheet: a sheet of a workbook, not a table in a document.
        is_hidden: a hidden sheet.
    """

    name: str
    rows: tuple[Row, ...]
    is_sheet: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file's words.

    Attributes:
        file: its name without folders.
        digest: SHA-256 of its bytes.
        blocks: in reading order.
        notices: about the file as a whole, such as traces of changes that were resolved.
    """

    file: str
    digest: str
    blocks: tuple[Paragraph | Table, ...]
    notices: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person says about a file where it does not speak for itself; empty: see for yourself.

    Attributes:
        encoding: how letters are written (see `signboard.text.encodings.family`).
        sheet: name or number (from 1) of the sheet that holds the slogans.
        column: heading or letter of the column that holds the slogans.
        today: the day on the wall, which years that are not written are near to; None: leave them open.
    """

    encoding: str = ""
    sheet: str = ""
    column: str = ""
    today: date | None = None


NOTHING_ASKED = Asked()
