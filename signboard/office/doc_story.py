"""The running text of a .doc: what Word shows with all changes accepted."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from signboard.manuscript.model import Part
from signboard.office.doc_file import WordFile, subdocuments
from signboard.office.doc_lists import DocLists
from signboard.office.doc_styles import DocLook, DocPlace, DocStyles
from signboard.office.flat_tables import FlatTables
from signboard.office.folio import Draft, Folio, Run
from signboard.office.notices import Seen

__all__ = ["DocStory"]

_PARAGRAPH, _CELL, _PAGE = "\r", "\x07", "\x0c"
_BEGIN, _MIDDLE, _END = "\x13", "\x14", "\x15"
_CUTS = re.compile("[\r\x07\x0c\x13\x14\x15(]")
_SIGNS = str.maketrans({"\x0b": "\n", "\x0e": "\f", "\x1e": "\u2011", "\x1f": "\u00ad", "\x01": None, "\x02": None,
                        "\x03": None, "\x04": None, "\x05": None, "\x08": None})  # fmt: skip
_SEPARATORS = 6  # the first stories of the headers are lines between text and notes
_FOOTERS = (2, 3, 5)
_ANCHOR_BYTES, _BOX_BYTES, _BOX_SHAPE_AT = 26, 22, 14


@dataclass(slots=True)
class _Open:
    """A paragraph under way."""

    runs: list[Run] = field(default_factory=list)
    hid: bool = False


class DocStory:
    """Reads a file into a folio.

    Args:
        word: the file.
        folio: takes the paragraphs.
        seen: what was met.
    """

    def __init__(self, word: WordFile, folio: Folio, seen: Seen) -> None:
        self._word, self._folio, self._seen = word, folio, seen
        self._styles = DocStyles(word)
        self._lists = DocLists(word, self._styles)
        self._flat = FlatTables(folio)
        self._starts = [piece.first for piece in word.pieces]

    def read(self) -> None:
        """The headers, the text with its boxes, the notes, the footers."""
        parts = subdocuments(self._word.main)
        headers = [(place, bounds) for place, bounds in enumerate(self._stories("headers", 0, *parts["headers"]))]
        for place, bounds in headers[_SEPARATORS:]:
            self._story(*bounds, Part.FOOTER if place % 6 in _FOOTERS else Part.HEADER)
        boxes = self._boxes(*parts["boxes"])
        self._story(*parts["text"], Part.BODY, boxes)
        for left in boxes.values():
            for bounds in left:
                self._story(*bounds, Part.BOX)
        for name in ("footnotes", "endnotes"):
            self._story(*parts[name], Part.NOTE)

    def _stories(self, name: str, each: int, first: int, end: int) -> list[tuple[int, int]]:
        ends, _ = self._word.places(name, each)
        inside = [first + place for place in ends if first + place <= end]
        return list(pairwise(inside))

    def _boxes(self, first: int, end: int) -> dict[int, list[tuple[int, int]]]:
        """The texts of boxes by the letter of the main text that each is fixed to; -1 where that is not known."""
        places, anchors = self._word.places("anchors", _ANCHOR_BYTES)
        at = {anchor[:4]: place for place, anchor in zip(places, anchors, strict=False)}
        _, boxes = self._word.places("boxes", _BOX_BYTES)
        found: dict[int, list[tuple[int, int]]] = {}
        for bounds, box in zip(self._stories("boxes", _BOX_BYTES, first, end), boxes, strict=False):
            found.setdefault(at.get(box[_BOX_SHAPE_AT : _BOX_SHAPE_AT + 4], -1), []).append(bounds)
        return dict(sorted(found.items()))

    def _story(self, first: int, end: int, part: Part, boxes: dict[int, list[tuple[int, int]]] | None = None) -> None:
        reader = _Reader(self._word, self._styles, self._seen, _never_ended(self._text(first, end), first))
        for place, draft, mark, last in reader.paragraphs(self._letters(first, end)):
            due = [anchor for anchor in boxes or {} if 0 <= anchor <= last]
            for bounds in [one for anchor in due for one in (boxes or {}).pop(anchor)]:
                self._story(*bounds, Part.BOX)
            draft.style = self._styles.name(place.style)
            draft.is_centred = place.is_centred
            if place.list_number and (draft.runs or not reader.hid):
                draft.label, draft.level = self._lists.label(place.list_number, place.level)
            self._put(draft, place, mark, part)
        if part is Part.BODY:
            self._flat.close()

    def _put(self, draft: Draft, place: DocPlace, mark: str, part: Part) -> None:
        if place.ends_row or place.ends_inner_row:
            depth = 1 if place.ends_row else max(place.tables, 2)
            if part is Part.BODY:
                self._flat.end_row(depth, place.row.spreads, is_header=place.row.is_header)
        elif part is not Part.BODY:
            self._folio.add(draft, part)
        elif mark == _CELL or place.ends_inner_cell:
            self._flat.end_cell(draft, max(place.tables, 1))
        else:
            self._flat.paragraph(draft, place.tables)

    def _letters(self, first: int, end: int) -> Iterator[tuple[int, str, int, int]]:
        """Letters that lie together: the number of the first, the letters, their offset, bytes of each."""
        for index in range(max(bisect_right(self._starts, first) - 1, 0), len(self._word.pieces)):
            piece = self._word.pieces[index]
            if piece.first >= end:
                return
            skipped = max(first - piece.first, 0)
            text = piece.text[skipped : end - piece.first]
            yield piece.first + skipped, text, piece.offset + skipped * piece.width, piece.width

    def _text(self, first: int, end: int) -> str:
        return "".join(text for _, text, _, _ in self._letters(first, end))


class _Reader:
    """Cuts the letters of one story into paragraphs."""

    def __init__(self, word: WordFile, styles: DocStyles, seen: Seen, open_fields: set[int]) -> None:
        self._word, self._styles, self._seen = word, styles, seen
        self._open_fields = open_fields
        self._fields: list[bool] = []
        self._runs: list[Run] = []
        self.hid = False

    def paragraphs(self, stretches: Iterator[tuple[int, str, int, int]]) -> Iterator[tuple[DocPlace, Draft, str, int]]:
        """Every paragraph: how it stands, its letters, the mark at its end, the number of that mark."""
        place, last = DocPlace(), 0
        for number, text, offset, width in stretches:
            start = 0
            while start < len(text):
                here = offset + start * width
                said, until = self._word.paragraphs.at(here)
                end = min(len(text), start + max((until - here) // width, 1))
                place = self._styles.place(said)
                style = self._styles.style_look(place.style)
                for mark, last in self._stretch(text, (start, end), (number, offset, width), style, until):
                    yield place, self._draft(), mark, last
                start = end
        if self._runs:
            yield place, self._draft(), _PARAGRAPH, last

    def _draft(self) -> Draft:
        runs, self._runs = self._runs, []
        return Draft([Run(_whole(run.text), run.font, run.is_bold) for run in runs])

    def _stretch(
        self, text: str, bounds: tuple[int, int], where: tuple[int, int, int], style: DocLook, until: int
    ) -> Iterator[tuple[str, int]]:
        """Letters of one paragraph, run by run; yields its end, if that is here."""
        number, offset, width = where
        start, end = bounds
        while start < end:
            here = offset + start * width
            said, run_until = self._word.letters.at(here)
            stop = min(end, start + max((run_until - here) // width, 1))
            look = self._styles.look(style, said)
            self._seen.tracked |= look.is_deleted or look.is_inserted
            for mark, place in self._run(text[start:stop], number + start, look):
                is_end = offset + (place - number + 1) * width >= until
                if mark != _PAGE or is_end:
                    if not look.is_deleted or mark == _CELL:
                        yield mark, place
                else:
                    self._write("\f", look)
            start = stop

    def _run(self, text: str, number: int, look: DocLook) -> Iterator[tuple[str, int]]:
        start = 0
        for cut in _CUTS.finditer(text):
            self._write(text[start : cut.start()], look)
            start = cut.end()
            sign = cut[0]
            if sign == "(":
                self._write(look.symbol or sign, look)
            elif sign in {_PARAGRAPH, _CELL, _PAGE}:
                yield sign, number + cut.start()
            else:
                self._field(sign, number + cut.start())
        self._write(text[start:], look)

    def _field(self, sign: str, number: int) -> None:
        if sign == _BEGIN:
            self._fields.append(number not in self._open_fields)
        elif self._fields:
            self._fields[-1] = False
            if sign == _END:
                self._fields.pop()

    def _write(self, text: str, look: DocLook) -> None:
        text = text.translate(_SIGNS)
        if not text or look.is_deleted or any(self._fields):
            return
        if look.is_hidden:
            self.hid = True
            self._seen.hidden |= bool(text.strip())
            return
        if look.is_struck:
            self.hid = True
            self._seen.struck |= bool(text.strip())
            return
        self._runs.append(Run(text, look.font or "", bool(look.is_bold)))


def _whole(text: str) -> str:
    """Halves of a character beyond the first 65,536 joined; halves alone become U+FFFD."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _never_ended(text: str, first: int) -> set[int]:
    """Beginnings of fields without an end: what follows such a one is text, not instruction."""
    begun: list[int] = []
    for sign in re.finditer("[\x13\x15]", text):
        if sign[0] == _BEGIN:
            begun.append(first + sign.start())
        elif begun:
            begun.pop()
    return set(begun)
