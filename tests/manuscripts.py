"""Lines of a document for the tests of the judges: `**` bold, `^` centred, `|1.| ` an automatic label."""

from collections.abc import Sequence

from signboard.campaign.slogan import Origin
from signboard.manuscript.entry import Entry, entries_of
from signboard.manuscript.model import Manuscript, Paragraph

__all__ = ["entries", "manuscript", "paragraph"]


def paragraph(line: str, number: int = 1, kind: str = "paragraph", file: str = "a.docx") -> Paragraph:
    """A line as a paragraph."""
    centred, line = line.startswith("^"), line.removeprefix("^")
    bold, line = line.startswith("**"), line.removeprefix("**")
    label, _, line = line[1:].partition("| ") if line.startswith("|") else ("", "", line)
    origin = Origin(file, number, kind)
    return Paragraph(line, origin, label, 0 if label else None, is_bold=bold, is_centred=centred)


def entries(lines: Sequence[str]) -> list[Entry]:
    """The lines as the judges see them."""
    return [entry for number, line in enumerate(lines, 1) for entry in entries_of(paragraph(line, number))]


def manuscript(lines: Sequence[str], file: str = "a.docx") -> Manuscript:
    """A document of these lines."""
    return Manuscript(file, "0" * 64, tuple(paragraph(line, number, file=file) for number, line in enumerate(lines, 1)))
