"""How long a text file may be, asked of its bytes before anything costs time: a million blank lines are no list."""

import re

from signboard.errors import N_, InputError

__all__ = ["LONGEST_LINE_BYTES", "check_bounds"]

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
