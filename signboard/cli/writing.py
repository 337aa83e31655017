"""Reading what people name (files, `-` for standard input) and writing what they ask for."""

import sys
from pathlib import Path

from signboard.app import read_file
from signboard.cli.envelope import talk
from signboard.errors import N_, InputError
from signboard.files import write_atomically

__all__ = ["read_input", "write_out"]


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        InputError: `file_missing` or `file_unreadable`.
    """
    return sys.stdin.buffer.read() if name == "-" else read_file(Path(name))


def write_out(raw: bytes, out: Path | None) -> None:
    """Put bytes into the file, replaced as a whole, or on standard output where none is named.

    Raises:
        InputError: `not_written`.
    """
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return
    try:
        write_atomically(out, raw)
    except OSError as error:
        raise InputError(
            N_("{path} cannot be written; see whether the folder is yours and the disk has room."),
            code="not_written",
            path=str(out),
        ) from error
    talk(N_("Written: {path}"), path=str(out))
