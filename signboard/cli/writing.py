"""Reading what people name (files, `-` for standard input) and writing what they ask for."""

import sys
from pathlib import Path

from signboard.app import read_file
from signboard.cli.envelope import talk
from signboard.errors import N_, InputError, UsageError
from signboard.files import write_atomically

__all__ = ["MOST_BYTES", "must_be_place_for", "must_end_in", "read_input", "write_out"]

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
        InputError: as `must_be_place_for`; `not_written`.
    """
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return
    must_be_place_for(out)
    try:
        write_atomically(out, raw)
    except OSError as error:
        raise InputError(
            N_("{path} cannot be written; see whether the folder is yours and the disk has room."),
            code="not_written",
            path=str(out),
        ) from error
    talk(N_("Written: {path}"), path=str(out))


def must_be_place_for(out: Path) -> None:
    """Ask before work is done whether a file can lie there.

    Raises:
        InputError: `is_folder`, a folder is named instead of a file; `folder_missing`, it is not made: its name is
            mistyped, or it lies on a disk that is not plugged in.
    """
    if not out.name or out.is_dir():
        raise InputError(N_("{path} is a folder; name a file in it, too."), code="is_folder", path=str(out.absolute()))
    if not out.absolute().parent.is_dir():
        raise InputError(
            N_("There is no folder {folder} to write {name} in; correct its name, or make it first."),
            code="folder_missing",
            folder=str(out.parent),
            name=out.name,
        )


def must_end_in(out: Path, suffix: str) -> None:
    """Word and Excel open a file by the end of its name.

    Raises:
        UsageError: `bad_suffix`.
    """
    if out.suffix.lower() != suffix:
        raise UsageError(
            N_("'{name}' would not be opened as what it is; let its name end in {suffix}."),
            code="bad_suffix",
            name=out.name,
            suffix=suffix,
        )
