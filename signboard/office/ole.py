"""Compound files (OLE): the small file system within .doc, .xls and within documents with a password.

Source: Microsoft's published [MS-CFB]. Chains are followed at most once round the file.
"""

import struct
from dataclasses import dataclass

from signboard.office.refusals import damaged

__all__ = ["START", "CompoundFile", "kind_of_compound"]

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_BYTES = 512
_HEADER_TABLE = 109
_LAST_SECTOR = 0xFFFFFFFA  # what is larger is a mark: end of chain, free …
_STREAM, _ROOT = 2, 5
_ENTRY_BYTES = 128
_MINI_BYTES = 64
_SHIFTS = (9, 12)
_MOST_ENTRIES = 10_000

_KINDS = (
    ("encryptedpackage", "encrypted"),
    ("worddocument", "doc"),
    ("workbook", "xls"),
    ("book", "xls"),
    ("powerpoint document", "ppt"),
)


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: int
    sector: int
    size: int


class CompoundFile:
    """The streams of a compound file by name, whatever their folder; capitals are taken as small letters.

    Args:
        raw: the whole file.
        file: its name, for sentences only.

    Raises:
        InputError: `damaged`.
    """

    def __init__(self, raw: bytes, file: str) -> None:
        self._raw, self._file = raw, file
        try:
            self._open()
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise damaged(file) from error

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        """All streams, in small letters."""
        return tuple(self._entries)

    def _open(self) -> None:
        raw = self._raw
        shift = struct.unpack_from("<H", raw, 0x1E)[0]
        if not raw.startswith(START) or shift not in _SHIFTS:
            raise damaged(self._file)
        self._sector_bytes = 1 << shift
        directory, cutoff, mini, more = (struct.unpack_from("<I", raw, place)[0] for place in (0x30, 0x38, 0x3C, 0x44))
        self._cutoff = cutoff
        self._fat = self._table(more)
        self._entries: dict[str, _Entry] = {}
        root = _Entry(_ROOT, _LAST_SECTOR + 1, 0)
        entries = self._chain(directory)
        for start in range(0, min(len(entries), _MOST_ENTRIES * _ENTRY_BYTES) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
            name, entry = _entry(entries[start : start + _ENTRY_BYTES])
            if entry.kind == _STREAM:
                self._entries.setdefault(name, entry)
            elif entry.kind == _ROOT:
                root = entry
        self._mini_stream = self._chain(root.sector)
        packed = self._chain(mini)
        self._mini_fat = struct.unpack(f"<{len(packed) // 4}I", packed[: len(packed) // 4 * 4])

    def _table(self, more: int) -> list[int]:
        """Which sector follows which, for the whole file."""
        places = list(struct.unpack_from(f"<{_HEADER_TABLE}I", self._raw, 0x4C))
        each = self._sector_bytes // 4
        for _ in range(len(self._raw) // self._sector_bytes):
            if more > _LAST_SECTOR:
                break
            *found, more = struct.unpack(f"<{each}I", self._sector(more))
            places += found
        table: list[int] = []
        for place in places:
            if place <= _LAST_SECTOR and len(table) * self._sector_bytes <= len(self._raw):
                table += struct.unpack(f"<{each}I", self._sector(place))
        return table

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._sector_bytes
        sector = self._raw[start : start + self._sector_bytes]
        if not sector:
            raise damaged(self._file)
        return sector.ljust(self._sector_bytes, b"\0")  # some programs cut the last one short

    def _chain(self, number: int, limit: int | None = None) -> bytes:
        most = len(self._raw) // self._sector_bytes + 1
        wanted = most if limit is None else min(most, -(-limit // self._sector_bytes))
        sectors: list[bytes] = []
        while number <= _LAST_SECTOR and len(sectors) < wanted:
            sectors.append(self._sector(number))
            number = self._fat[number] if number < len(self._fat) else _LAST_SECTOR + 1
        return b"".join(sectors)

    def read(self, name: str) -> bytes:
        """One stream; empty where there is none of this name.

        Raises:
            InputError: `damaged`: it is cut short.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            return b""
        if entry.size > len(self._raw):
            raise damaged(self._file)
        content = self._mini(entry) if entry.size < self._cutoff else self._chain(entry.sector, entry.size)
        if len(content) < entry.size:
            raise damaged(self._file)
        return content[: entry.size]

    def _mini(self, entry: _Entry) -> bytes:
        number, pieces = entry.sector, []
        for _ in range(-(-entry.size // _MINI_BYTES)):
            if number > _LAST_SECTOR:
                break
            pieces.append(self._mini_stream[number * _MINI_BYTES : (number + 1) * _MINI_BYTES])
            number = self._mini_fat[number] if number < len(self._mini_fat) else _LAST_SECTOR + 1
        return b"".join(pieces)


def _entry(packed: bytes) -> tuple[str, _Entry]:
    length = min(max(struct.unpack_from("<H", packed, 64)[0] - 2, 0), 64)
    sector, size = struct.unpack_from("<II", packed, 116)
    return packed[:length].decode("utf-16-le", "replace").lower(), _Entry(packed[66], sector, size)


def kind_of_compound(raw: bytes, file: str) -> str:
    """What a compound file is: `doc`, `xls`, `ppt`, `encrypted` (a .docx or .xlsx with a password), or `other`.

    Args:
        raw: the whole file.
        file: its name, for sentences only.

    Raises:
        InputError: `damaged`.
    """
    names = CompoundFile(raw, file).names
    return next((kind for stream, kind in _KINDS if stream in names), "other")
