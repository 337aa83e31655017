"""One line of a document as the judges see it: its words, its mark, where it stands; and a table as one of them."""

from dataclasses import dataclass, replace

from signboard.campaign.slogan import Origin
from signboard.manuscript.marker import Marker, marker_of
from signboard.manuscript.model import Paragraph, Table
from signboard.manuscript.split import breaks_to_lines
from signboard.text.clean import tidy_line

__all__ = ["DOUBTED", "Entry", "entries_of", "entry_of", "joined"]

DOUBTED = "joined_doubtfully"
"""Among the changes of an entry: its lines were joined, and only a person knows whether rightly."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line.

    Attributes:
        raw: as the file has it; lines that were joined are parted by line feeds.
        text: tidied, on one line.
        marker: what a list puts in front of it.
        words: the text without the mark.
        paragraph: where it comes from; that of its first line.
        table: set where the entry stands for a whole table.
        changes: what was done to it so far.
        is_after_gap: does a blank line stand before it?
        is_kept: it reads as part of a letter, but stands within a list (see `signboard.manuscript.courtesy`).
    """

    raw: str
    text: str
    marker: Marker
    words: str
    paragraph: Paragraph
    table: Table | None = None
    changes: tuple[str, ...] = ()
    is_after_gap: bool = False
    is_kept: bool = False

    @property
    def origin(self) -> Origin:
        """Where it stands."""
        return self.paragraph.origin

    @property
    def is_labelled(self) -> bool:
        """Did an automatic list number it?"""
        return bool(self.paragraph.label.strip())

    @property
    def is_set_apart(self) -> bool:
        """Is it set as headings are: by style, bold, centred or in capitals?"""
        return self.is_laid_apart or self.text.isupper()

    @property
    def is_laid_apart(self) -> bool:
        """Likewise, capitals not counted."""
        style = self.paragraph.style.startswith(("heading", "title", "subtitle"))
        return style or self.paragraph.is_bold or self.paragraph.is_centred


def entry_of(paragraph: Paragraph, raw: str = "", table: Table | None = None, *, gap: bool = False) -> Entry:
    """A paragraph, or a line of it, as an entry."""
    raw = raw or paragraph.text
    text = tidy_line(raw).text
    marker = marker_of(text, paragraph.label)
    return Entry(raw, text, marker, text[marker.length :].strip(), paragraph, table, is_after_gap=gap)


def entries_of(paragraph: Paragraph, *, gap: bool = False) -> list[Entry]:
    """The lines of a paragraph; none where it has no words. Only the first has the automatic list's mark."""
    if not tidy_line(paragraph.text).text:
        return []
    lines = breaks_to_lines(paragraph.text, labelled=bool(paragraph.label.strip()))
    bare = replace(paragraph, label="", level=None) if len(lines) > 1 and paragraph.label else paragraph
    first, *others = lines
    return [entry_of(paragraph, first, gap=gap), *(entry_of(bare, line) for line in others)]


def joined(first: Entry, second: Entry) -> Entry:
    """Two lines that are one sentence; named as a change."""
    return replace(
        first,
        raw=f"{first.raw}\n{second.raw}",
        text=f"{first.text} {second.text}",
        words=f"{first.words} {second.words}".strip(),
        changes=tuple(dict.fromkeys((*first.changes, "joined_lines"))),
    )
