"""The running text of a .docx part, walked element by element: what Word shows with all changes accepted.

python-docx is not used for this: its paragraphs lose tracked insertions, content controls and text boxes. Namespaces
are ignored, so transitional and strict files read the same.
"""

from collections.abc import Iterator

from signboard.manuscript.model import Part
from signboard.office.docx_numbering import Numbering
from signboard.office.docx_styles import Look, Styles, attribute_of, child, is_on, look_of, merged, number_of, toggled
from signboard.office.docx_styles import place_of as place_said
from signboard.office.folio import PAGE_BREAK, Draft, Folio, Run, Spread
from signboard.office.markup import Element, attribute, local
from signboard.office.notices import Seen

__all__ = ["Story"]

_THROUGH = frozenset(
    ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "sdt", "sdtContent", "dir", "bdo", "rubyBase")
)
"""Wrappers whose content is shown as if they were not there."""
_GONE = frozenset(("del", "moveFrom"))
_DRAWN = frozenset(("drawing", "pict", "object"))
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PAGE_PARTS = (Part.HEADER, Part.FOOTER)
_MOST_COLUMNS_BEFORE = 60


class Story:
    """The text of one part: the body, a header, a note, or a text box within them.

    Args:
        folio: takes the paragraphs.
        styles, numbering: of the document; numbers go on from part to part.
        seen: what was met.
        part: where its paragraphs stand.
    """

    def __init__(self, folio: Folio, styles: Styles, numbering: Numbering, seen: Seen, part: Part) -> None:
        self._folio = folio
        self._styles = styles
        self._numbering = numbering
        self._seen = seen
        self._part = part
        self._tables = 0
        self._carried: list[Run] = []  # of paragraphs whose mark was deleted: they go on in the next one
        self._fields: list[bool] = []  # open fields, the innermost last: are we in its instruction?
        self._open_fields: set[int] = set()

    def read(self, root: Element) -> None:
        """Everything in a part or a box."""
        self._open_fields = _never_ended(root)
        self._blocks(root)
        self._flush()

    def _blocks(self, parent: Element) -> None:
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name in _GONE:
                self._seen.tracked = True
            elif name == "AlternateContent":
                self._blocks(_choice(element))
            elif name in _THROUGH:
                self._blocks(element)

    def _flush(self) -> None:
        """Words whose paragraph's end was deleted and that nothing follows."""
        if self._carried:
            self._add(Draft(self._carried))
            self._carried = []

    def _add(self, draft: Draft) -> None:
        in_cell_of_box = self._part is Part.BOX and self._tables
        self._folio.add(draft, Part.BODY if in_cell_of_box else self._part)

    # Tables

    def _table(self, table: Element) -> None:
        self._flush()
        self._tables += 1
        self._folio.begin_table()
        for row in _within(table, "tr"):
            self._row(row)
        self._folio.end_table()
        self._tables -= 1

    def _row(self, row: Element) -> None:
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            self._seen.tracked = True
            return
        if is_on(child(properties, "hidden")):
            self._seen.hidden = True
            return
        self._folio.begin_row(is_header=bool(is_on(child(properties, "tblHeader"))))
        for _ in range(min(number_of(attribute_of(properties, "gridBefore"), 0), _MOST_COLUMNS_BEFORE)):
            self._folio.begin_cell()
        for cell in _within(row, "tc"):
            self._cell(cell)

    def _cell(self, cell: Element) -> None:
        properties = child(cell, "tcPr")
        merged_down = child(properties, "vMerge")
        goes_on = merged_down is not None and attribute(merged_down, "val", "continue") != "restart"
        self._folio.begin_cell(Spread(number_of(attribute_of(properties, "gridSpan"), 1), goes_on))
        if child(properties, "cellDel") is not None:
            self._seen.tracked = True
            return
        self._blocks(cell)
        self._flush()

    # Paragraphs

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        style = attribute_of(properties, "pStyle")
        paragraph_look = self._styles.look(style or self._styles.default_style)
        writer = _Letters(self, merged(self._styles.default_look, paragraph_look), paragraph_look)
        for one in element:
            writer.inline(one)
        mark = child(properties, "rPr")
        self._seen.tracked |= any(child(mark, name) is not None for name in ("ins", "del", "moveFrom", "moveTo"))
        runs = self._carried + writer.runs
        self._carried = []
        if any(child(mark, name) is not None for name in _GONE):
            self._carried = runs
            return
        label, level, centred = self._place(properties, style, is_there=bool(runs) or not writer.hid)
        self._add(Draft(runs, label, level, self._styles.name(style), centred))

    def _place(self, properties: Element | None, style: str, *, is_there: bool) -> tuple[str, int | None, bool]:
        direct, styled = place_said(properties), self._styles.place(style or self._styles.default_style)
        list_id = styled.list_id if direct.list_id is None else direct.list_id
        depth = direct.depth
        if depth is None and direct.list_id is None:
            depth = styled.depth
        centred = styled.is_centred if direct.is_centred is None else direct.is_centred
        label, level = self._numbering.label(list_id, depth, style) if is_there else ("", None)
        return label, level, bool(centred)

    # What runs need

    def box(self, drawn: Element) -> None:
        """The texts of a drawing's boxes."""
        for element in drawn:
            name = local(element)
            if name == "txbxContent":
                part = self._part if self._part in _PAGE_PARTS else Part.BOX
                Story(self._folio, self._styles, self._numbering, self._seen, part).read(element)
            elif name == "AlternateContent":
                self.box(_choice(element))
            else:
                self.box(element)

    def field(self, mark: Element) -> None:
        """The beginning, the middle or the end of a field, which may reach over paragraphs."""
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._fields.append(id(mark) not in self._open_fields)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def is_shown(self) -> bool:
        """Are we outside of every field's instruction?"""
        return not any(self._fields)

    def look(self, properties: Element | None, below: Look, paragraph: Look) -> Look:
        """How a run looks."""
        if properties is None:
            return below
        style = attribute_of(properties, "rStyle")
        if style:
            below = merged(self._styles.default_look, toggled(paragraph, self._styles.look(style)))
        return merged(below, look_of(properties, self._styles.fonts))

    @property
    def seen(self) -> Seen:
        """What was met."""
        return self._seen


class _Letters:
    """Collects the runs of one paragraph."""

    def __init__(self, story: Story, below: Look, paragraph: Look) -> None:
        self._story = story
        self._below = below
        self._paragraph = paragraph
        self.runs: list[Run] = []
        self.hid = False

    def inline(self, element: Element) -> None:
        name = local(element)
        if name == "r":
            self._run(element)
        elif name in _GONE:
            self._story.seen.tracked = True
        elif name in _THROUGH:
            self._story.seen.tracked |= name in {"ins", "moveTo"}
            self._all(element)
        elif name == "AlternateContent":
            self._all(_choice(element))
        elif name in {"oMath", "oMathPara"}:
            self._write("".join(one.text or "" for one in element.iter() if local(one) == "t"), self._below)

    def _all(self, parent: Element) -> None:
        for element in parent:
            self.inline(element)

    def _run(self, run: Element) -> None:
        look = self._story.look(child(run, "rPr"), self._below, self._paragraph)
        for element in run:
            self._piece(element, look)

    def _piece(self, element: Element, look: Look) -> None:
        name = local(element)
        text = _text(element, name)
        if text:
            self._write(text, look)
        elif name == "fldChar":
            self._story.field(element)
        elif name in _DRAWN:
            self._story.box(element)
        elif name == "AlternateContent":
            for one in _choice(element):
                self._piece(one, look)
        elif name == "ruby":
            for base in element:
                self.inline(base)

    def _write(self, text: str, look: Look) -> None:
        if not self._story.is_shown():
            return
        if look.is_hidden or look.is_struck:
            self.hid = True
            self._story.seen.hidden |= bool(look.is_hidden and text.strip())
            self._story.seen.struck |= bool(look.is_struck and text.strip())
            return
        self.runs.append(Run(text, look.font or "", bool(look.is_bold)))


def _text(element: Element, name: str) -> str:
    """What a piece of a run writes."""
    if name == "t":
        return element.text or ""
    if name == "br":
        return PAGE_BREAK if attribute(element, "type") in {"page", "column"} else "\n"
    if name in {"sym", "symEx"}:
        return _symbol(attribute(element, "char"))
    return _SIGNS.get(name, "")


def _within(parent: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those within content controls too."""
    for element in parent:
        if local(element) == wanted:
            yield element
        elif local(element) in _THROUGH:
            yield from _within(element, wanted)
        elif local(element) == "AlternateContent":
            yield from _within(_choice(element), wanted)


def _choice(alternatives: Element) -> Element:
    """The first choice; Word's fallback for old programs says the same once more."""
    choices = [one for one in alternatives if local(one) == "Choice"]
    return (choices or list(alternatives) or [alternatives])[0] if len(alternatives) else alternatives


def _symbol(code: str) -> str:
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return chr(point) if 0x20 <= point <= 0x10FFFD and not 0xD800 <= point <= 0xDFFF else ""  # noqa: PLR2004 - limits of Unicode


def _never_ended(root: Element) -> set[int]:
    """Beginnings of fields without an end: what follows such a one is text, not instruction."""
    begun: list[int] = []
    for element in root.iter():
        if local(element) == "fldChar":
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                begun.append(id(element))
            elif kind == "end" and begun:
                begun.pop()
    return set(begun)
