"""Automatic lists of a .doc. Source: [MS-DOC], PlfLst and PlfLfo."""

import struct
from dataclasses import dataclass, field, replace

from signboard.office.doc_file import WordFile
from signboard.office.doc_styles import DocLook, DocStyles
from signboard.office.numbering import DEEPEST, Level, ListCounter, bullet

__all__ = ["DocLists"]

_LIST_BYTES, _OVERRIDE_BYTES, _LEVEL_BYTES = 28, 16, 28
_MOST_LISTS = 5_000
_BULLET = 23
_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero",
    23: "bullet", 0xFF: "none",
}  # fmt: skip


@dataclass(slots=True)
class _Override:
    list_id: int
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class DocLists:
    """Counts a document's automatic lists.

    Args:
        word: the file.
        styles: its fonts.
    """

    def __init__(self, word: WordFile, styles: DocStyles) -> None:
        self._lists: dict[int, dict[int, Level]] = {}
        self._overrides: list[_Override] = []
        self._started: set[tuple[int, int]] = set()
        self._counter = ListCounter()
        self._styles = styles
        try:
            self._read_lists(word.part("lists"), word.after("lists"))
            self._read_overrides(word.part("overrides"))
        except (struct.error, IndexError):
            return  # what was read so far holds

    def label(self, number: int, depth: int) -> tuple[str, int | None]:
        """The next number of a list.

        Args:
            number: of the list as paragraphs name it, from 1; 0 for none.
            depth: of the paragraph, from 0.

        Returns:
            What is shown, and the depth; ("", None) outside of lists.
        """
        if not 1 <= number <= len(self._overrides):
            return "", None
        own = self._overrides[number - 1]
        levels = {**self._lists.get(own.list_id, {}), **own.levels}
        start = own.starts.get(depth) if (number, depth) not in self._started else None
        self._started.add((number, depth))
        return self._counter.label(own.list_id, levels, depth, start), depth

    def _read_lists(self, packed: bytes, levels: bytes) -> None:
        position = 0
        for index in range(min(struct.unpack_from("<H", packed)[0], _MOST_LISTS)):
            start = 2 + _LIST_BYTES * index
            list_id = struct.unpack_from("<i", packed, start)[0]
            own = self._lists.setdefault(list_id, {})
            for depth in range(1 if packed[start + 26] & 1 else DEEPEST):
                own[depth], position = self._level(levels, position)

    def _read_overrides(self, packed: bytes) -> None:
        count = min(struct.unpack_from("<I", packed)[0], _MOST_LISTS)
        position = 4 + _OVERRIDE_BYTES * count
        for index in range(count):
            list_id, changed = struct.unpack_from("<i8xB", packed, 4 + _OVERRIDE_BYTES * index)
            own = _Override(list_id)
            self._overrides.append(own)
            position += 4
            for _ in range(changed):
                position = self._read_change(packed, position, own)

    def _read_change(self, packed: bytes, position: int, own: _Override) -> int:
        start, flags = struct.unpack_from("<iI", packed, position)
        depth = flags & 0xF
        position += 8
        if flags & 0x20:
            own.levels[depth], position = self._level(packed, position)
            start = own.levels[depth].start
        if flags & 0x10:
            own.starts[depth] = start
        return position

    def _level(self, packed: bytes, position: int) -> tuple[Level, int]:
        """One level, and where the next begins."""
        start, form, flags = struct.unpack_from("<iBB", packed, position)
        letters, paragraph, restart = packed[position + 24], packed[position + 25], packed[position + 26]
        position += _LEVEL_BYTES + paragraph + letters
        look = self._styles.look(DocLook(), packed[position - letters : position])
        length = struct.unpack_from("<H", packed, position)[0]
        raw = packed[position + 2 : position + 2 + 2 * length]
        text = "".join(map(chr, struct.unpack(f"<{length}H", raw)))
        text = bullet(text, look.font or "") if form == _BULLET else _pattern(text)
        level = Level(_FORMATS.get(form, "decimal"), text, start, is_legal=bool(flags & 4))
        if flags & 8:
            level = replace(level, restart=restart)
        return level, position + 2 + 2 * length


def _pattern(text: str) -> str:
    """Numbers of levels stand in it as characters 0 to 8."""
    return "".join(f"%{ord(one) + 1}" if ord(one) < DEEPEST else one for one in text)
