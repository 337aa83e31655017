"""The records of an Excel 97 workbook, and the strings in them. Source: Microsoft's published [MS-XLS], 2.1.4, 2.5."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["BIFF8", "Record", "Text", "read_text", "records", "shared_texts"]

BIFF8 = 0x0600
_BOF, _EOF, _CONTINUE = 0x0809, 0x000A, 0x003C
_IS_WIDE, _HAS_MORE, _HAS_RUNS = 0x01, 0x04, 0x08


@dataclass(frozen=True, slots=True)
class Record:
    """A record.

    Attributes:
        kind: its number.
        body: its first piece.
        more: the pieces that continue it.
    """

    kind: int
    body: bytes
    more: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A string.

    Attributes:
        letters: all of it.
        runs: (first letter, number of the font) where the font changes.
    """

    letters: str
    runs: tuple[tuple[int, int], ...] = ()


def records(stream: bytes, place: int) -> Iterator[Record]:
    """From a BOF to its EOF, without the charts within; none where that BOF is not BIFF8's.

    Args:
        stream: `Workbook` of the compound file; where it breaks off the reading ends.
        place: of the BOF.
    """
    depth = 0
    for record in _whole(stream, place):
        if record.kind == _BOF:
            depth += 1
            if int.from_bytes(record.body[:2], "little") != BIFF8:
                return
        elif record.kind == _EOF:
            depth -= 1
        elif depth == 1:
            yield record
        if depth < 1:
            return


def _whole(stream: bytes, place: int) -> Iterator[Record]:
    """Records with their continuations."""
    kept: Record | None = None
    more: list[bytes] = []
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        body = stream[place + 4 : place + 4 + length]
        place += 4 + length
        if kind == _CONTINUE and kept is not None:
            more.append(body)
            continue
        if kept is not None:
            yield Record(kept.kind, kept.body, tuple(more))
        kept, more = Record(kind, body), []
    if kept is not None:
        yield Record(kept.kind, kept.body, tuple(more))


@dataclass(slots=True)
class _Pieces:
    """Bytes of a record and of those that continue it; letters that go on in the next say anew how wide they are."""

    pieces: tuple[bytes, ...]
    index: int = 0
    place: int = 0

    @property
    def is_at_end(self) -> bool:
        return self.index >= len(self.pieces)

    def take(self, count: int) -> bytes:
        """Bytes, wherever the pieces part."""
        taken = b""
        while len(taken) < count and not self.is_at_end:
            part = self.pieces[self.index][self.place : self.place + count - len(taken)]
            taken += part
            self._step(len(part))
        return taken.ljust(count, b"\0")

    def letters(self, count: int, *, is_wide: bool) -> str:
        """Letters of one or two bytes each."""
        text = ""
        while len(text) < count and not self.is_at_end:
            width = 2 if is_wide else 1
            part = self.pieces[self.index][self.place : self.place + (count - len(text)) * width]
            index = self.index
            self._step(len(part))
            text += part[: len(part) // width * width].decode("utf-16-le" if is_wide else "latin-1", "replace")
            if self.index > index and len(text) < count and not self.is_at_end:
                is_wide = bool(self.take(1)[0] & _IS_WIDE)
            elif not part:
                break
        return text

    def number(self, count: int) -> int:
        return int.from_bytes(self.take(count), "little")

    def _step(self, count: int) -> None:
        self.place += count
        while not self.is_at_end and self.place >= len(self.pieces[self.index]):
            self.index, self.place = self.index + 1, 0


def shared_texts(record: Record) -> list[Text]:
    """The strings of an SST, which cells name by their number."""
    pieces = _Pieces((record.body, *record.more))
    pieces.take(4)
    count = pieces.number(4)
    texts: list[Text] = []
    while len(texts) < count and not pieces.is_at_end:
        texts.append(_rich(pieces))
    return texts


def _rich(pieces: _Pieces) -> Text:
    length, flags = pieces.number(2), pieces.number(1)
    runs = pieces.number(2) if flags & _HAS_RUNS else 0
    more = pieces.number(4) if flags & _HAS_MORE else 0
    letters = pieces.letters(length, is_wide=bool(flags & _IS_WIDE))
    fonts = tuple((pieces.number(2), pieces.number(2)) for _ in range(runs) if not pieces.is_at_end)
    if more and not pieces.is_at_end:
        pieces.take(min(more, sum(map(len, pieces.pieces))))
    return Text(letters, fonts)


def read_text(record: Record, place: int, length_bytes: int = 2) -> str:
    """A string within a record: its length, how wide its letters are, its letters.

    Args:
        record: that holds it.
        place: of its length in the first piece.
        length_bytes: how many the length has.
    """
    pieces = _Pieces((record.body[place:], *record.more))
    length, flags = pieces.number(length_bytes), pieces.number(1)
    return pieces.letters(length, is_wide=bool(flags & _IS_WIDE))
