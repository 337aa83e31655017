"""How long a file may be: a text's bytes before anything costs time, and one number of lines for files of all kinds."""

import re

from signboard.errors import N_, InputError
from signboard.manuscript.grid_sheets import asked_sheet
from signboard.manuscript.model import NOTHING_ASKED, Asked, Manuscript, Table

__all__ = ["LONGEST_LINE_BYTES", "MOST_LINES", "check_bounds", "check_lines", "too_many_lines"]

MOST_LINES = 2_500
"""Lines of a text, rows of a sheet, paragraphs of a document that hold anything: two thousand slogans, and room."""

LONGEST_LINE_BYTES = 100_000
"""Thirty pages without a line end."""
_LINE_END = re.compile(rb"[\r\n]")
_SPARE = 2
"""In UTF-16 a line end's byte is part of other letters, too: what is a little over is counted by the importer."""


def check_bounds(raw: bytes, file: str, most_lines: int) -> None:
    """Refuse a text that is no list before its letters are looked at.

    Args:
        raw: the whole content, in any encoding.
        file: its name, for sentences.
        most_lines: how many lines a file of its kind may have.

    Raises:
        InputError: `too_large`.
    """
    if max(raw.count(b"\n"), raw.count(b"\r")) > most_lines * _SPARE:
        raise InputError(
            N_("{file} has more than {lines} lines, too many for a list of slogans; split it."),
            code="too_large",
            file=file,
            lines=most_lines,
        )
    longest = max(map(len, _LINE_END.split(raw))) if len(raw) > LONGEST_LINE_BYTES else 0
    if longest > LONGEST_LINE_BYTES:
        raise InputError(
            N_(
                "A line of {file} has {bytes} bytes, too many for a slogan; press Enter behind each slogan, save, and "
                "load it again."
            ),
            code="too_large",
            file=file,
            bytes=longest,
        )


def check_lines(manuscript: Manuscript, asked: Asked = NOTHING_ASKED) -> None:
    """Refuse what is longer than any list before it is judged, whatever program wrote it.

    Args:
        manuscript: what an importer read.
        asked: `sheet`: then the rows of the other sheets do not count.

    Raises:
        InputError: `too_large`; `no_such_sheet`.
    """
    blocks = manuscript.blocks
    sheets = [one for one in blocks if isinstance(one, Table) and one.is_sheet]
    if sheets and asked.sheet:
        blocks = (asked_sheet(sheets, asked.sheet, manuscript.file),)
    count = sum(len(one.rows) if isinstance(one, Table) else 1 for one in blocks)
    if count > MOST_LINES:
        raise too_many_lines(manuscript.file, count)


def too_many_lines(file: str, count: int) -> InputError:
    """A file with so many lines that hold anything."""
    return InputError(
        N_(
            "{file} has {count} lines that hold something; a list of slogans has up to {most}. Copy the list into a "
            "new file of its own, or split it, and load that."
        ),
        code="too_large",
        file=file,
        count=count,
        most=MOST_LINES,
    )
