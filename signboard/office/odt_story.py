"""The running text of an .odt, walked element by element: what Writer shows with all changes accepted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from signboard.manuscript.model import Part
from signboard.office.folio import Draft, Folio, Run, Spread
from signboard.office.markup import Element, attribute, local
from signboard.office.notices import Seen
from signboard.office.numbering import Level, ListCounter
from signboard.office.odt_styles import OdtLook, OdtStyles, number_in, over

__all__ = ["OdtStory"]

_THROUGH = frozenset(
    ("section", "index-body", "index-title", "table-of-content", "alphabetical-index", "illustration-index",
     "table-index", "user-index", "object-index", "bibliography", "numbered-paragraph", "text-box", "frame", "a",
     "custom-shape", "rect", "g", "page-sequence", "form", "soft-page-break")
)  # fmt: skip
_DRAWN = frozenset(
    ("frame", "custom-shape", "rect", "ellipse", "g", "text-box", "line", "polygon", "path", "connector")
)
_NOT_SHOWN = frozenset(
    ("annotation", "annotation-end", "tracked-changes", "note", "ruby-text", "sequence-decls", "variable-decls",
     "user-field-decls", "forms", "number", "title", "desc", "binary-data", "object", "script", "dde-connection-decls")
)  # fmt: skip
_BLANKS = re.compile("[ \t\n\r]+")
_MOST_REPEATED = 100
_MOST_BLANKS = 100


@dataclass(slots=True)
class _List:
    """Where we stand in lists: the list's key, its levels, how deep."""

    key: object
    levels: Mapping[int, Level]
    depth: int
    start: int | None = None
    is_due: bool = True


@dataclass(slots=True)
class _Numbers:
    """Lists of the document so far."""

    counter: ListCounter = field(default_factory=ListCounter)
    by_id: dict[str, object] = field(default_factory=dict)
    by_style: dict[str, object] = field(default_factory=dict)


class OdtStory:
    """The text of one part.

    Args:
        folio: takes the paragraphs.
        styles: of the document.
        seen: what was met.
        part: where its paragraphs stand.
        notes: takes the notes, which stand behind everything.
    """

    def __init__(self, folio: Folio, styles: OdtStyles, seen: Seen, part: Part, notes: list[Element]) -> None:
        self._folio = folio
        self._styles = styles
        self._seen = seen
        self._part = part
        self._notes = notes
        self._tables = 0
        self._is_box = False
        self._numbers = _Numbers()
        self._base = styles.defaults.get("paragraph", OdtLook())

    def read(self, parent: Element, place: _List | None = None) -> None:
        """Everything within an element."""
        for element in parent:
            name = local(element)
            if name in {"p", "h"}:
                self._paragraph(element, place)
            elif name == "list":
                self._list(element, place)
            elif name == "table":
                self._table(element)
            elif name == "tracked-changes":
                self._seen.tracked |= len(element) > 0
            elif name in _DRAWN and not self._is_box:
                self._box(_alone(element))
            elif name in _THROUGH and not self._is_hidden(element):
                self.read(element, place)

    def _box(self, drawn: Element) -> None:
        """A box on every page belongs to the page, not to the text."""
        part = self._part if self._part in {Part.HEADER, Part.FOOTER} else Part.BOX
        story = OdtStory(self._folio, self._styles, self._seen, part, self._notes)
        story._is_box = True
        story.read(drawn)

    def _is_hidden(self, section: Element) -> bool:
        hidden = local(section) == "section" and attribute(section, "display") in {"none", "condition"}
        self._seen.hidden |= hidden
        return hidden

    # Lists

    def _list(self, element: Element, outer: _List | None) -> None:
        style = attribute(element, "style-name")
        key = outer.key if outer else self._key(element, style)
        levels = self._styles.lists.get(style) or (outer.levels if outer else {})
        identity = attribute(element, "id")
        if identity:
            self._numbers.by_id[identity] = key
        self._numbers.by_style[style] = key
        for item in element:
            if local(item) in {"list-item", "list-header"}:
                start = number_in(item, "start-value", -1)
                place = _List(key, levels, outer.depth + 1 if outer else 0, None if start < 0 else start)
                place.is_due = local(item) == "list-item"
                self.read(item, place)

    def _key(self, element: Element, style: str) -> object:
        """A list goes on where it says so, and starts anew elsewhere."""
        continued = attribute(element, "continue-list")
        if continued in self._numbers.by_id:
            return self._numbers.by_id[continued]
        if attribute(element, "continue-numbering") == "true" and style in self._numbers.by_style:
            return self._numbers.by_style[style]
        return object()

    def _label(self, element: Element, place: _List | None) -> tuple[str, int | None]:
        if place is None:
            if local(element) != "h" or attribute(element, "is-list-header") == "true":
                return "", None
            depth = max(number_in(element, "outline-level", 1), 1) - 1
            if not self._styles.outline.get(depth, Level()).pattern:
                return "", None
            return self._numbers.counter.label("outline", self._styles.outline, depth), depth
        if not place.is_due:
            return "", None
        place.is_due = False
        return self._numbers.counter.label(place.key, place.levels, place.depth, place.start), place.depth

    # Tables

    def _table(self, table: Element) -> None:
        self._tables += 1
        self._folio.begin_table()
        self._rows(table, is_header=False)
        self._folio.end_table()
        self._tables -= 1

    def _rows(self, parent: Element, *, is_header: bool) -> None:
        for element in parent:
            name = local(element)
            if name in {"table-header-rows", "table-rows", "table-row-group"}:
                self._rows(element, is_header=is_header or name == "table-header-rows")
            elif name == "table-row":
                for _ in range(min(number_in(element, "number-rows-repeated", 1), _MOST_REPEATED)):
                    self._folio.begin_row(is_header=is_header)
                    self._cells(element)

    def _cells(self, row: Element) -> None:
        covered = 0  # columns that a cell of this row still reaches over
        for cell in row:
            name = local(cell)
            if name not in {"table-cell", "covered-table-cell"}:
                continue
            for _ in range(min(number_in(cell, "number-columns-repeated", 1), _MOST_REPEATED)):
                if name == "covered-table-cell" and covered:
                    covered -= 1
                    continue
                columns = number_in(cell, "number-columns-spanned", 1)
                covered = columns - 1
                self._folio.begin_cell(Spread(columns, name == "covered-table-cell"))
                self.read(cell)

    # Paragraphs

    def _paragraph(self, element: Element, place: _List | None) -> None:
        style = attribute(element, "style-name")
        look = over(self._base, self._styles.look("paragraph", style))
        letters = _Letters(self._styles, self._seen)
        letters.write(element, look)
        label, level = ("", None) if letters.hid and not letters.runs else self._label(element, place)
        draft = Draft(letters.runs, label, level, self._styles.name(style), bool(look.is_centred))
        for drawn in letters.drawn:
            self._box(drawn)
        self._folio.add(draft, Part.BODY if self._part is Part.BOX and self._tables else self._part)
        self._notes += letters.notes


class _Letters:
    """Collects the runs of one paragraph, blanks folded as OpenDocument wants it."""

    def __init__(self, styles: OdtStyles, seen: Seen) -> None:
        self._styles = styles
        self._seen = seen
        self._after_blank = True
        self.runs: list[Run] = []
        self.drawn: list[Element] = []
        self.notes: list[Element] = []
        self.hid = False

    def write(self, element: Element, look: OdtLook) -> None:
        self._text(element.text, look)
        for child in element:
            self._child(child, look)
            self._text(child.tail, look)

    def _child(self, child: Element, look: OdtLook) -> None:
        name = local(child)
        if name == "s":
            self._put(" " * min(number_in(child, "c", 1), _MOST_BLANKS), look)
        elif name == "tab":
            self._put("\t", look)
        elif name == "line-break":
            self._put("\n", look)
        elif name == "note":
            self.notes += [body for body in child if local(body) == "note-body"]
        elif name in _DRAWN:
            self.drawn.append(_alone(child))
        elif name in {"hidden-text", "hidden-paragraph"}:
            self._seen.hidden = True
            self.hid = True
        elif name not in _NOT_SHOWN:
            style = attribute(child, "style-name") if name in {"span", "a"} else ""
            self.write(child, over(look, self._styles.look("text", style)) if style else look)

    def _text(self, text: str | None, look: OdtLook) -> None:
        folded = _BLANKS.sub(" ", text) if text else ""
        if self._after_blank:
            folded = folded.lstrip(" ")
        if folded:
            self._put(folded, look)
            self._after_blank = folded.endswith(" ")

    def _put(self, text: str, look: OdtLook) -> None:
        self._after_blank = False
        if look.is_hidden:
            self.hid = True
            self._seen.hidden |= bool(text.strip())
        elif look.is_struck:
            self.hid = True
            self._seen.struck |= bool(text.strip())
        else:
            self.runs.append(Run(text, look.font or "", bool(look.is_bold)))


def _alone(element: Element) -> Element:
    """A drawing as the only child of something, so that reading its parent reads it."""
    parent = Element("drawn")
    parent.append(element)
    return parent
