"""Splint: a copy of a damaged file that the database agrees to look into; the file itself stays as it was found.

Of a file that was deleted or emptied only the log of writes may be left; it is read over a file of one page. Two kinds
of damage make every row unreadable although most of them are there: a file that ends too early, and a first page that
is gone, which says where the tables begin. The copy is filled up with empty pages to the size that it claims, and gets
the first page of a new store, whose tables begin in the same places unless the file was brought up from an older
version. Whatever is wrongly read because of it fails its digest (see `salvage`).
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from signboard.store.connection import Connection, connect_file, open_up_to_date

__all__ = ["splinted"]

_PAGE_BYTES = 4096
_PAGES_AT, _CHANGES_AT, _FREE_AT, _VALID_FOR_AT = 28, 24, 32, 92  # https://sqlite.org/fileformat2.html, section 1.3
_MAGIC = b"SQLite format 3\x00"


@contextmanager
def splinted(bad: Path) -> Iterator[Connection]:
    """A connection to a readable copy of a damaged file; the copy is gone with the block.

    Raises:
        OSError: there is no room for the copy, or the folder cannot be written.
    """
    copy = bad.with_name(f"{bad.name}.reading")
    try:
        for end in ("", "-wal"):
            if bad.with_name(bad.name + end).is_file():
                shutil.copyfile(bad.with_name(bad.name + end), copy.with_name(copy.name + end))
        if not copy.is_file() or copy.stat().st_size == 0:
            _replace_first_page(copy)
        if not _answers(copy):
            _fill_up(copy)
        if not _answers(copy):
            _replace_first_page(copy)
        connection = connect_file(copy)
        try:
            yield connection
        finally:
            connection.close()
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            copy.with_name(copy.name + end).unlink(missing_ok=True)


def _answers(copy: Path) -> bool:
    """Does the database begin to read the rows? Where not, more of the file is mended."""
    connection = connect_file(copy)
    try:
        connection.execute("SELECT rowid FROM showings LIMIT 1").fetchall()
    except sqlite3.Error:
        return False
    finally:
        connection.close()
    return True


def _fill_up(copy: Path) -> None:
    """The file is as long as its header says, within reason, and of whole pages."""
    size = copy.stat().st_size
    with copy.open("r+b") as file:
        header = file.read(100)
        claimed = int.from_bytes(header[_PAGES_AT : _PAGES_AT + 4], "big") if header.startswith(_MAGIC) else 0
        pages = max(claimed if claimed * _PAGE_BYTES < 64 * max(size, 1 << 20) else 0, -(-size // _PAGE_BYTES))
        file.truncate(pages * _PAGE_BYTES)


def _replace_first_page(copy: Path) -> None:
    """Or begin the file, where there is none or nothing in it: what the log of writes beside it holds can be read then.

    SQLite deletes the log of writes beside an empty file.
    """
    copy.touch()
    model = copy.with_name(f"{copy.name}.model")
    try:
        open_up_to_date(model).close()
        first = bytearray(model.read_bytes()[:_PAGE_BYTES])
    finally:
        model.unlink(missing_ok=True)
    pages = max(1, copy.stat().st_size // _PAGE_BYTES)
    first[_PAGES_AT : _PAGES_AT + 4] = pages.to_bytes(4, "big")
    first[_FREE_AT : _FREE_AT + 8] = bytes(8)  # no free pages
    first[_VALID_FOR_AT : _VALID_FOR_AT + 4] = first[_CHANGES_AT : _CHANGES_AT + 4]
    with copy.open("r+b") as file:
        file.write(first)
