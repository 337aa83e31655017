"""Reading what people name (files, `-` for standard input) and writing what they ask for."""

import sys
from pathlib import Path

from signboard.app import read_file
from signboard.cli.envelope import talk
from signboard.errors import N_, InputError
from signboard.files import write_atomically

__all__ = ["MOST_BYTES", "read_input", "write_out"]

MOST_BYTES = 4 << 20
"""A month on a 57,600 baud line is more, but nobody looks at it as one picture."""


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        InputError: `file_missing`, `file_unreadable` or `file_too_large`.
    """
    raw = sys.stdin.buffer.read(MOST_BYTES + 1) if name == "-" else read_file(Path(name), MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise InputError(
            N_("{path} is larger than {most} MiB, the most that is read here; cut it into parts."),
            code="file_too_large",
            path=name,
            most=MOST_BYTES >> 20,
        )
    return raw


def write_out(raw: bytes, out: Path | None) -> None:
    """Put bytes into the file, replaced as a whole, or on standard output where none is named.

    Raises:
        InputError: `folder_missing` (a mistyped folder is not made) or `not_written`.
    """
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return
    if not out.absolute().parent.is_dir():
        raise InputError(
            N_("There is no folder {folder} to write {name} in; correct its name, or make it first."),
            code="folder_missing",
            folder=str(out.parent),
            name=out.name,
        )
    try:
        write_atomically(out, raw)
    except OSError as error:
        raise InputError(
            N_("{path} cannot be written; see whether the folder is yours and the disk has room."),
            code="not_written",
            path=str(out),
        ) from error
    talk(N_("Written: {path}"), path=str(out))
