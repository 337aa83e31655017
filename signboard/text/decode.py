"""Bytes of a text file to a string: UTF-8 with or without its mark, UTF-16 and UTF-32 with it; nothing guessed."""

import re

from signboard.errors import N_, InputError

__all__ = ["decode_text", "line_at", "split_lines"]

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF32_MARKS = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
"""The first begins as UTF-16's does, so these are looked for first."""

# First bytes of files that people take for text, with the programs that open them.
_KNOWN_STARTS = (
    (b"PK\x03\x04", "Word (.docx) / Excel (.xlsx)"),
    (b"\xd0\xcf\x11\xe0", "Word 97 (.doc) / Excel 97 (.xls)"),
    (b"%PDF", "PDF"),
    (b"{\\rtf", "Word (.rtf)"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)

# Control characters that no text editor writes: all but tab, line feed, vertical tab, form feed, carriage return, and
# the end-of-file sign of DOS.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_LINE_END = re.compile(r"\r\n|\n|\r")
_BINARY_CHARACTER = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


def decode_text(raw: bytes, file: str) -> str:
    """The text of a file, without its byte-order mark. Line ends stay as they are.

    Args:
        raw: the whole content.
        file: its name, for the sentence only.

    Raises:
        InputError: `empty`, `binary` (with line and offset of the first byte that no text has) or `not_utf8` (with
            line and offset, from 0, of the first bad byte).
    """
    for marks, name in ((_UTF32_MARKS, "utf-32"), (_UTF16_MARKS, "utf-16")):
        if raw.startswith(marks):
            return _not_blank(_decode_wide(raw, name, file), file)
    for start, kind in _KNOWN_STARTS:
        if raw.startswith(start):
            raise InputError(
                N_(
                    "{file} is no text but a file of another kind ({kind}): open it in its program, choose Save As, "
                    "file type Plain Text, encoding UTF-8, and load that file."
                ),
                code="binary",
                file=file,
                kind=kind,
            )
    bare = raw.removeprefix(_UTF8_MARK)
    binary = _BINARY.search(bare)
    if binary:
        offset = binary.start() + len(raw) - len(bare)
        raise InputError(
            N_(
                "{file} is no text: line {line}, byte {offset} is 0x{byte:02X}, which no text has; open it in Word or "
                "Notepad, choose Save As, file type Plain Text, encoding UTF-8, and load that file."
            ),
            code="binary",
            file=file,
            line=line_at(raw[:offset].decode("latin-1")),
            offset=offset,
            byte=raw[offset],
        )
    return _not_blank(_decode_utf8(raw, file), file)


def split_lines(text: str) -> list[str]:
    """Lines as editors number them: parted by CR LF, LF or CR only. A line end at the end opens no further line."""
    lines = _LINE_END.split(text)
    return lines[:-1] if lines[-1] == "" else lines


def line_at(before: str) -> int:
    """The line, from 1, in which a place stands, as editors number lines.

    Args:
        before: everything before the place.
    """
    return len(_LINE_END.findall(before)) + 1


def _decode_utf8(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise InputError(
            N_(
                "{file} is not UTF-8: line {line}, byte {offset} is 0x{byte:02X}; open it in Notepad or Word, choose "
                "Save As, encoding UTF-8, and load it again."
            ),
            code="not_utf8",
            file=file,
            line=line_at(raw[: error.start].decode("latin-1")),
            offset=error.start,
            byte=raw[error.start],
        ) from error


def _decode_wide(raw: bytes, name: str, file: str) -> str:
    try:
        text = raw.decode(name)
    except UnicodeDecodeError as error:
        raise InputError(
            N_(
                "{file} begins like a Unicode ({name}) text but breaks in line {line}, at byte {offset}; open it in "
                "Notepad or Word, choose Save As, encoding UTF-8, and load it again."
            ),
            code="not_utf8",
            file=file,
            name=name.upper(),
            line=line_at(raw[: error.start].decode(name, "ignore")),
            offset=error.start,
        ) from error
    found = _BINARY_CHARACTER.search(text)
    if found:
        raise InputError(
            N_(
                "{file} is no text: line {line}, character {number} of the file is {code_point}, which no text has; "
                "open it in Word or Notepad, choose Save As, file type Plain Text, encoding UTF-8, and load that file."
            ),
            code="binary",
            file=file,
            kind=name.upper(),
            line=line_at(text[: found.start()]),
            number=found.start() + 1,
            code_point=f"U+{ord(found[0]):04X}",
        )
    return text


def _not_blank(text: str, file: str) -> str:
    if not text.strip():
        raise InputError(
            N_("{file} is empty: it holds no slogan; write one slogan a line, save it, and load it again."),
            code="empty",
            file=file,
        )
    return text
