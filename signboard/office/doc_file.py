"""The binary Word file (.doc): its streams, its letters by position, and what was said about them there.

Source: Microsoft's published [MS-DOC]; names of fields are those of that document. Only Word 97 and later are read.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from signboard.office.ole import CompoundFile
from signboard.office.refusals import damaged, encrypted, too_large, unreadable

__all__ = ["MOST_LETTERS", "Piece", "Said", "WordFile", "sprms", "subdocuments"]

MOST_LETTERS = 4_000_000
"""Of all texts together; the Bible has this many."""
_MOST_PAGES = 20_000
"""Pages of properties; each speaks of some thirty paragraphs."""
_WORD_97 = 0xC1
_IS_WORD = 0xA5EC
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_PAGE = 512
_COMPRESSED = 0x40000000
_FIRST_PAIR = 0x9A
_PAIRS = {"stsh": 1, "footnotes": 3, "headers": 11, "chpx": 12, "papx": 13, "fonts": 15, "anchors": 40,
          "endnotes": 47, "boxes": 56, "clx": 33, "lists": 73, "overrides": 74}  # fmt: skip
_SUBDOCUMENTS = ("text", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes")
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_TABLE_DEFINITION, _TABS = 0xD608, 0xC615


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that lie together in the file.

    Attributes:
        first: number of its first letter in the document.
        text: its letters; one for each place, halves of pairs included.
        offset: where they begin in the main stream, bytes.
        width: bytes of a letter.
    """

    first: int
    text: str
    offset: int
    width: int


@dataclass(slots=True)
class Said:
    """Properties by place in the main stream: from each start to the next.

    Attributes:
        starts: bytes, ascending.
        ends: where each ends.
        what: the properties, as sprms; those of paragraphs behind the number of their style.
    """

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    what: list[bytes] = field(default_factory=list)

    def at(self, offset: int) -> tuple[bytes, int]:
        """What is said about one place, and up to where."""
        index = bisect_right(self.starts, offset) - 1
        if index >= 0 and offset < self.ends[index]:
            return self.what[index], self.ends[index]
        following = self.starts[index + 1] if index + 1 < len(self.starts) else 1 << 40
        return b"", following


class WordFile:
    """A .doc, opened.

    Args:
        raw: the whole file.
        file: its name, for sentences only.

    Raises:
        InputError: `damaged`, `encrypted`, `too_large`, `unreadable`.
    """

    def __init__(self, raw: bytes, file: str) -> None:
        compound = CompoundFile(raw, file)
        if "encryptedpackage" in compound:
            raise encrypted(file)
        self.names = compound.names
        self.main = compound.read("WordDocument")
        if len(self.main) < _FIRST_PAIR + 8 * 75 or _u16(self.main, 0) != _IS_WORD or _u16(self.main, 2) < _WORD_97:
            raise unreadable(file)
        flags = _u16(self.main, 0x0A)
        if flags & _ENCRYPTED:
            raise encrypted(file)
        self.table = compound.read("1Table" if flags & _TABLE_1 else "0Table")
        self.extra = compound.read("Data")
        self.pieces = tuple(self._pieces(file))
        if not self.pieces:
            raise damaged(file)
        self.letters = self._said("chpx", file, is_paragraph=False)
        self.paragraphs = self._said("papx", file, is_paragraph=True)

    def part(self, name: str) -> bytes:
        """One of the tables that the file's beginning points to; empty where it has none."""
        offset, size = struct.unpack_from("<II", self.main, _FIRST_PAIR + 8 * _PAIRS[name])
        return self.table[offset : offset + size]

    def after(self, name: str) -> bytes:
        """What stands behind such a table."""
        offset, size = struct.unpack_from("<II", self.main, _FIRST_PAIR + 8 * _PAIRS[name])
        return self.table[offset + size :]

    def places(self, name: str, each: int) -> tuple[list[int], list[bytes]]:
        """A table of places, in letters, with a record of `each` bytes for all but the last."""
        packed = self.part(name)
        count = max((len(packed) - 4) // (4 + each), 0)
        ends = struct.unpack_from(f"<{count + 1}I", packed) if count else ()
        start = 4 * (count + 1)
        return list(ends), [packed[start + each * index : start + each * (index + 1)] for index in range(count)]

    def _pieces(self, file: str) -> Iterator[Piece]:
        packed, position = self.part("clx"), 0
        while position + 3 <= len(packed) and packed[position] == 1:
            position += 3 + _u16(packed, position + 1)
        if position + 5 > len(packed) or packed[position] != 2:  # noqa: PLR2004 - the mark of the piece table
            raise damaged(file)
        packed = packed[position + 5 :]
        count = (len(packed) - 4) // 12
        ends = struct.unpack_from(f"<{count + 1}I", packed)
        if ends[-1] > MOST_LETTERS or count > MOST_LETTERS // 4:
            raise too_large(file)
        if any(first > second for first, second in pairwise(ends)):
            raise damaged(file)
        for index in range(count):
            where = _u32(packed, 4 * (count + 1) + 8 * index + 2)
            yield self._piece(ends[index], ends[index + 1] - ends[index], where)

    def _piece(self, first: int, length: int, where: int) -> Piece:
        if where & _COMPRESSED:
            offset = (where & ~_COMPRESSED) // 2
            text = "".join(map(_WESTERN.__getitem__, self.main[offset : offset + length]))
            return Piece(first, text, offset, 1)
        raw = self.main[where : where + 2 * length]
        units = struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])
        return Piece(first, "".join(map(chr, units)), where, 2)

    def _said(self, name: str, file: str, *, is_paragraph: bool) -> Said:
        said = Said()
        if len(self.part(name)) > 8 * _MOST_PAGES:
            raise too_large(file)
        for _, record in zip(*self.places(name, 4), strict=False):
            page = self.main[(_u32(record, 0) & 0x3FFFFF) * _PAGE :][:_PAGE]
            if len(page) == _PAGE:
                _read_page(page, said, is_paragraph=is_paragraph)
        return said


def _read_page(page: bytes, said: Said, *, is_paragraph: bool) -> None:
    count, each = page[-1], 13 if is_paragraph else 1
    if 4 * (count + 1) + each * count >= _PAGE:
        return
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        place = 2 * page[4 * (count + 1) + each * index]
        what = b""
        if place:
            size = page[place]
            if is_paragraph:
                start, size = (
                    (place + 2, 2 * page[min(place + 1, _PAGE - 1)]) if not size else (place + 1, 2 * size - 1)
                )
            else:
                start = place + 1
            what = page[start : min(start + size, _PAGE - 1)]
        if bounds[index] < bounds[index + 1] and (not said.starts or bounds[index] >= said.ends[-1]):
            said.starts.append(bounds[index])
            said.ends.append(bounds[index + 1])
            said.what.append(what)


def subdocuments(main: bytes) -> dict[str, tuple[int, int]]:
    """Where the text, the notes, the headers and the boxes begin and end, in letters.

    Args:
        main: the main stream.
    """
    lengths = struct.unpack_from("<8I", main, 0x4C)
    found: dict[str, tuple[int, int]] = {}
    start = 0
    for name, length in zip(_SUBDOCUMENTS, lengths, strict=True):
        found[name] = (start, start + length)
        start += length
    return found


def sprms(packed: bytes) -> Iterator[tuple[int, bytes]]:
    """Single properties: what each is about, and its operand. Stops where it makes no sense any more."""
    position = 0
    while position + 2 < len(packed):
        code = _u16(packed, position)
        position += 2
        size = _SIZES.get(code >> 13)
        if size is None:  # a length of its own
            if code == _TABLE_DEFINITION:
                size = _u16(packed, position) - 1 if position + 2 <= len(packed) else 0
                position += 2
            else:
                size = packed[position]
                position += 1
                if code == _TABS and size == 0xFF:  # noqa: PLR2004 - its length has to be counted
                    return
        if size < 0:
            return
        yield code, packed[position : position + size]
        position += size


def _western(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_WESTERN = [_western(byte) for byte in range(0x100)]


def _u16(packed: bytes, offset: int) -> int:
    return int(struct.unpack_from("<H", packed, offset)[0])


def _u32(packed: bytes, offset: int) -> int:
    return int(struct.unpack_from("<I", packed, offset)[0])
