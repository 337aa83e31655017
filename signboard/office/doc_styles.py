"""Styles, fonts and single properties of a .doc. Source: [MS-DOC]; codes are those of its chapter on sprms."""

import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from signboard.office.doc_file import WordFile, sprms
from signboard.office.folio import Spread

__all__ = ["DocLook", "DocPlace", "DocStyles", "RowSaid"]

_MOST_STYLES = 4_095
_MOST_ANCESTORS = 20
_PARAGRAPH_STYLE, _CHARACTER_STYLE = 1, 2
_NO_STYLE = 0xFFF
_FONT_NAME_AT = 39
_HEADINGS = range(1, 10)
_TITLE, _LIST_PARAGRAPH = 62, 179
_BOLD, _HIDDEN, _STRUCK, _DELETED, _INSERTED = 0x0835, 0x083C, 0x0837, 0x0800, 0x0801
_STRUCK_TWICE = 0x2A53
_FONT_ASCII, _FONT_OTHER, _SYMBOL, _STYLE_OF_LETTERS = 0x4A4F, 0x4A51, 0x6A09, 0x4A30
_ALIGNED = (0x2461, 0x2403)
_STYLE, _LEVEL, _LIST, _IN_TABLE, _ROW_END, _DEPTH = 0x4600, 0x260A, 0x460B, 0x2416, 0x2417, 0x6649
_INNER_CELL, _INNER_ROW_END, _ELSEWHERE = 0x244B, 0x244C, 0x6646
_CELLS, _REPEATED_HEAD, _MERGE_DOWN = 0xD608, 0x3404, 0xD62B
_SAME, _OPPOSITE = 0x80, 0x81
_SWITCHES = (_BOLD, _HIDDEN, _STRUCK)


@dataclass(frozen=True, slots=True)
class DocLook:
    """How letters look; None: nothing said.

    Attributes:
        font: its name.
        symbol: the character that stands for `(`, in a font of symbols.
    """

    font: str | None = None
    is_bold: bool | None = None
    is_hidden: bool | None = None
    is_struck: bool | None = None
    is_deleted: bool = False
    is_inserted: bool = False
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class RowSaid:
    """What a row's end says."""

    spreads: tuple[Spread, ...] = ()
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class DocPlace:
    """How a paragraph stands."""

    style: int = 0
    is_centred: bool = False
    level: int = 0
    list_number: int = 0
    in_table: bool = False
    depth: int | None = None
    ends_row: bool = False
    ends_inner_cell: bool = False
    ends_inner_row: bool = False
    row: RowSaid = field(default_factory=RowSaid)

    @property
    def tables(self) -> int:
        """How many tables it stands in."""
        return int(self.in_table) if self.depth is None else self.depth


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    kind: int
    based_on: int
    paragraph: bytes
    letters: bytes


class DocStyles:
    """The styles and fonts of a file.

    Args:
        word: the file.
    """

    def __init__(self, word: WordFile) -> None:
        self._extra = word.extra
        self.fonts = tuple(_fonts(word.part("fonts")))
        sheet = word.part("stsh")
        default = struct.unpack_from("<3H", sheet, 14) if len(sheet) >= 20 else (0, 0, 0)  # noqa: PLR2004 - its bytes
        self._default = DocLook(self._font(default[2]) or self._font(default[0]))
        self._styles = dict(_styles(sheet))
        self._looks: dict[int, DocLook] = {}
        self._read_looks: dict[tuple[DocLook, bytes], DocLook] = {}
        self._read_places: dict[bytes, DocPlace] = {}

    def _font(self, number: int) -> str:
        return self.fonts[number] if number < len(self.fonts) else ""

    def name(self, style: int) -> str:
        """What people call a style."""
        known = self._styles.get(style)
        return known.name if known else ""

    def style_look(self, style: int) -> DocLook:
        """How the letters of a style look."""
        if style not in self._looks:
            look = self._default if self._kind(style) != _CHARACTER_STYLE else DocLook()
            for one in self._line(style):
                look = self._changed(look, one.letters, look)
            self._looks[style] = look
        return self._looks[style]

    def _kind(self, style: int) -> int:
        known = self._styles.get(style)
        return known.kind if known else 0

    def _line(self, style: int) -> list[_Style]:
        line: list[_Style] = []
        while style in self._styles and len(line) < _MOST_ANCESTORS:
            line.append(self._styles[style])
            style = line[-1].based_on
        return line[::-1]

    def look(self, style: DocLook, said: bytes) -> DocLook:
        """How letters look in a paragraph of a style.

        Args:
            style: how the style's letters look.
            said: what is said about these letters.
        """
        key = (style, said)
        if key not in self._read_looks:
            self._read_looks[key] = self._changed(style, said, style)
        return self._read_looks[key]

    def _changed(self, look: DocLook, said: bytes, style: DocLook) -> DocLook:
        for code, operand in sprms(said):
            value = int.from_bytes(operand[:2], "little")
            if code in _SWITCHES:
                look = _with_switch(look, code, value, style)
            elif code == _STRUCK_TWICE and value & 1:
                look = replace(look, is_struck=True)
            elif code == _DELETED:
                look = replace(look, is_deleted=bool(value))
            elif code == _INSERTED:
                look = replace(look, is_inserted=bool(value))
            elif code == _FONT_OTHER or (code == _FONT_ASCII and look.font == style.font):
                look = replace(look, font=self._font(value))
            elif code == _SYMBOL:
                look = replace(look, font=self._font(value), symbol=_symbol(operand))
            elif code == _STYLE_OF_LETTERS and self._kind(value) == _CHARACTER_STYLE:
                own = self.style_look(value)
                look = replace(
                    look,
                    font=look.font if own.font is None else own.font,
                    is_bold=look.is_bold if own.is_bold is None else own.is_bold,
                    is_hidden=look.is_hidden if own.is_hidden is None else own.is_hidden,
                    is_struck=look.is_struck if own.is_struck is None else own.is_struck,
                )
        return look

    def place(self, said: bytes) -> DocPlace:
        """How a paragraph stands, by its style and by what is said about it (its style's number first)."""
        if said not in self._read_places:
            number = int.from_bytes(said[:2], "little")
            place = DocPlace()
            for style in self._line(number):
                place = self._placed(place, style.paragraph)
            self._read_places[said] = self._placed(replace(place, style=number), said[2:])
        return self._read_places[said]

    def _placed(self, place: DocPlace, said: bytes, *, is_elsewhere: bool = False) -> DocPlace:
        for code, operand in sprms(said):
            value = int.from_bytes(operand[:4], "little")
            if code in _PLACES:
                name, read = _PLACES[code]
                place = replace(place, **{name: read(value)})  # type: ignore[arg-type]  # the table pairs them rightly
            elif code == _CELLS:
                place = replace(place, row=replace(place.row, spreads=tuple(_cells(operand))))
            elif code == _MERGE_DOWN:
                place = replace(place, row=replace(place.row, spreads=tuple(_merged_down(place.row.spreads, operand))))
            elif code == _REPEATED_HEAD:
                place = replace(place, row=replace(place.row, is_header=bool(value)))
            elif code == _ELSEWHERE and not is_elsewhere:
                size = int.from_bytes(self._extra[value : value + 2], "little")
                place = self._placed(place, self._extra[value + 2 : value + 2 + size], is_elsewhere=True)
        return place


_PLACES: dict[int, tuple[str, Callable[[int], object]]] = {
    **dict.fromkeys(_ALIGNED, ("is_centred", lambda value: value == 1)),
    _STYLE: ("style", int),
    _LEVEL: ("level", lambda value: min(value, 8)),
    _LIST: ("list_number", lambda value: value if value < 0x7FF else 0),  # noqa: PLR2004 - larger ones are old lists
    _IN_TABLE: ("in_table", bool),
    _ROW_END: ("ends_row", bool),
    _DEPTH: ("depth", lambda value: min(value, 100)),
    _INNER_CELL: ("ends_inner_cell", bool),
    _INNER_ROW_END: ("ends_inner_row", bool),
}


def _with_switch(look: DocLook, code: int, value: int, style: DocLook) -> DocLook:
    if code == _BOLD:
        return replace(look, is_bold=_switched(value, style.is_bold))
    if code == _HIDDEN:
        return replace(look, is_hidden=_switched(value, style.is_hidden))
    return replace(look, is_struck=_switched(value, style.is_struck))


def _switched(value: int, style: bool | None) -> bool:
    if value in {_SAME, _OPPOSITE}:
        return bool(style) != (value == _OPPOSITE)
    return bool(value)


def _symbol(operand: bytes) -> str:
    code = int.from_bytes(operand[2:4], "little")
    return chr(code) if code >= ord(" ") else ""


def _cells(operand: bytes) -> Iterable[Spread]:
    """Right edges, and merges, of the cells of a row."""
    count = operand[0] if operand else 0
    if len(operand) < 1 + 2 * (count + 1):
        return
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    for index in range(count):
        start = 1 + 2 * (count + 1) + 20 * index
        flags = int.from_bytes(operand[start : start + 2], "little")
        yield Spread(goes_on=flags >> 5 & 3 == 1, joins_left=flags & 3 == 1, right_twips=edges[index + 1])


def _merged_down(spreads: tuple[Spread, ...], operand: bytes) -> Iterable[Spread]:
    for index, spread in enumerate(spreads):
        is_meant = len(operand) > 1 and operand[0] == index
        yield replace(spread, goes_on=operand[1] == 1) if is_meant else spread


def _fonts(packed: bytes) -> Iterable[str]:
    position = 4
    while position < len(packed):
        size = packed[position] + 1
        name = packed[position + 1 + _FONT_NAME_AT : position + size]
        yield name[: len(name) // 2 * 2].decode("utf-16-le", "replace").partition("\0")[0]
        position += size


def _styles(sheet: bytes) -> Iterable[tuple[int, _Style]]:
    if len(sheet) < 6:  # noqa: PLR2004 - its lengths
        return
    head, count, base = struct.unpack_from("<3H", sheet)
    position = 2 + head
    for number in range(min(count, _MOST_STYLES)):
        if position + 2 > len(sheet):
            return
        size = struct.unpack_from("<H", sheet, position)[0]
        packed = sheet[position + 2 : position + 2 + size]
        if len(packed) > base + 2:
            yield number, _style(packed, base)
        position += 2 + size


def _style(packed: bytes, base: int) -> _Style:
    built_in, kind, parts = struct.unpack_from("<3H", packed)
    built_in, based_on, kind = built_in & 0xFFF, kind >> 4, kind & 0xF
    length = struct.unpack_from("<H", packed, base)[0]
    end = base + 2 + 2 * length + 2
    name = packed[base + 2 : end - 2].decode("utf-16-le", "replace")
    said: list[bytes] = []
    for _ in range(parts & 0xF):
        end += end & 1
        if end + 2 > len(packed):
            break
        size = struct.unpack_from("<H", packed, end)[0]
        said.append(packed[end + 2 : end + 2 + size])
        end += 2 + size
    if kind == _PARAGRAPH_STYLE:
        paragraph, letters = (said[0][2:] if said else b""), (said[1] if len(said) > 1 else b"")
    else:
        paragraph, letters = b"", (said[0] if said else b"")
    based_on = based_on if based_on != _NO_STYLE else -1
    return _Style(_known_name(built_in) or name, kind, based_on, paragraph, letters)


def _known_name(built_in: int) -> str:
    if built_in in _HEADINGS:
        return f"heading {built_in}"
    return {_TITLE: "title", _LIST_PARAGRAPH: "list paragraph"}.get(built_in, "")
