"""Bytes of a text file to lines, each with the encoding that it was read in and whether that is sure.

Unicode is taken as it is. Everything else is guessed from the whole file first, for one file is mostly of one make, and
then line by line, for lists are pasted together. What is not sure says so; nothing is converted without its name.
"""

import re
from dataclasses import dataclass

from signboard.errors import N_, InputError
from signboard.text.decode import decode_text, split_lines
from signboard.text.detect import AS_IT_STANDS, Guess, Reading, guess_bytes, guess_text, read_as, read_bytes_as
from signboard.text.encodings.family import decode, encoding_named

__all__ = ["Line", "read_lines"]

_LINE_END = re.compile(rb"\r\n|\n|\r")
_WORTH_SHOWING = 0.3
_CLEARLY_WORSE = 0.75
_MOST_READINGS = 3
_SHORTEST_UTF16 = 8
_READABLE = re.compile("[\t\r\n\x20-\x7e\u00a0-\u024f\u0300-\u036f\u1e00-\u1eff\u2010-\u2044\u20ab\ufeff]")
_NUL_SHARE = 0.25
_READABLE_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file.

    Attributes:
        text: NFC where it was converted, else as it stands.
        raw: as it stands; bytes that are no Unicode as Latin-1, which loses none.
        encoding: what it was converted from; empty where nothing was.
        sure: False: a person has to choose among the readings.
        readings: where it is not sure, the best first.
    """

    text: str
    raw: str
    encoding: str = AS_IT_STANDS
    sure: bool = True
    readings: tuple[Reading, ...] = ()


def read_lines(raw: bytes, file: str, encoding: str = "") -> tuple[Line, ...]:
    """The lines of a file, parted as editors part them.

    Args:
        raw: the whole content.
        file: its name, for sentences only.
        encoding: what a person says it is; nothing is guessed then.

    Raises:
        InputError: `empty`, `binary`, `not_utf8` as `decode_text` does, where no encoding makes words of it;
            `not_utf8` too where bytes that are no Unicode can be read in several ways: a person has to say which;
            `not_in_encoding` where the encoding that was named does not have a byte of it.
        UsageError: `unknown_member` for an encoding that is none.
    """
    if encoding:
        return _as_told(raw, file, encoding)
    try:
        return _mended(split_lines(decode_text(raw, file)))
    except InputError as error:
        lines = None if error.code == "empty" or "kind" in error.fields else _utf16(raw) or _old(raw)
        if lines is None:
            raise
        unclear = [number for number, line in enumerate(lines, 1) if not line.sure]
        if unclear:
            raise _unclear(lines[unclear[0] - 1], unclear, file) from error
        return lines


def _unclear(line: Line, numbers: list[int], file: str) -> InputError:
    readings = [reading for reading in line.readings if reading.encoding][:_MOST_READINGS]
    return InputError(
        N_(
            "{file} is not UTF-8, and it is not clear how line {line} is written ({readings}); open it in Notepad or "
            "Word, choose Save As, encoding UTF-8, or load it again with --encoding {best}."
        ),
        code="not_utf8",
        file=file,
        line=", ".join(map(str, numbers[:_MOST_READINGS])) + (" …" if len(numbers) > _MOST_READINGS else ""),
        readings=" · ".join(f"{reading.encoding}: {reading.text.strip()}" for reading in readings),
        best=readings[0].encoding if readings else "cp1258",
    )


def _as_told(raw: bytes, file: str, encoding: str) -> tuple[Line, ...]:
    name = encoding_named(encoding).name
    try:
        text = decode(raw, name)
    except InputError as error:
        raise InputError(
            N_(
                "{file} is not {encoding}: line {line}, byte {offset} is 0x{byte:02X}, which it does not have; name "
                "another one."
            ),
            code=error.code,
            file=file,
            **error.fields,
        ) from error
    if "\x00" in text:
        raise InputError(
            N_("{file} is not {encoding}: read as that it holds NUL characters, which no text has; name another one."),
            code="not_in_encoding",
            file=file,
            encoding=name,
        )
    changed = AS_IT_STANDS if name == "utf-8" else name
    return tuple(Line(line, line, changed) for line in split_lines(text))


def _utf16(raw: bytes) -> tuple[Line, ...] | None:
    """UTF-16 without its mark: every second byte of its ASCII letters is NUL."""
    if len(raw) < _SHORTEST_UTF16 or len(raw) % 2:
        return None
    high = raw[1::2].count(0) >= raw[::2].count(0)
    name = "utf-16-le" if high else "utf-16-be"
    if raw[int(high) :: 2].count(0) < len(raw) / 2 * _NUL_SHARE:
        return None
    try:
        text = decode(raw, name)
    except InputError:
        return None
    if "\x00" in text or len(_READABLE.findall(text)) < len(text) * _READABLE_SHARE:
        return None
    return tuple(Line(line, line, name) for line in split_lines(text))


def _old(raw: bytes) -> tuple[Line, ...] | None:
    """Lines of old bytes, among them lines that are UTF-8; None where no encoding makes words of them."""
    pieces = _LINE_END.split(raw)
    pieces = pieces if pieces[-1] else pieces[:-1]
    strangers = [piece for piece in pieces if _unicode(piece) is None]
    pooled = guess_bytes(b"\n".join(strangers))
    if b"\x00" in raw or pooled.best.score < _WORTH_SHOWING:
        return None
    texts = [_unicode(piece) for piece in pieces]
    standing = iter(_mended([text for text in texts if text is not None]))
    pairs = zip(pieces, texts, strict=True)
    return tuple(_old_line(piece, pooled) if text is None else next(standing) for piece, text in pairs)


def _unicode(piece: bytes) -> str | None:
    try:
        return decode_text(piece, "") if piece.strip() else ""
    except InputError:
        return None


def _old_line(piece: bytes, pooled: Guess) -> Line:
    raw = piece.decode("latin-1")
    if pooled.sure:
        usual = read_bytes_as(piece, pooled.best.encoding)
        if usual.score >= _CLEARLY_WORSE or usual.encoding == "cp1252":
            return Line(usual.text, raw, usual.encoding)
    own = guess_bytes(piece)
    best = own.best
    return Line(best.text, raw, best.encoding, own.sure, () if own.sure else (best, *_others(own, best)))


def _others(guess: Guess, chosen: Reading) -> tuple[Reading, ...]:
    return tuple(one for one in guess.readings if one is not chosen and one.score >= _WORTH_SHOWING)


def _mended(texts: list[str]) -> tuple[Line, ...]:
    """Unicode lines; those that hold old bytes as letters, references or VIQR are read again."""
    own = [guess_text(text) for text in texts]
    doubtful = [text for text, guess in zip(texts, own, strict=True) if text.isascii() or not _stands(guess)]
    pooled = [guess_text("\n".join(lines)) for lines in _parted(doubtful)]
    usual = {guess.best.encoding for guess in pooled if guess.sure} - {AS_IT_STANDS, "html"}
    return tuple(_mended_line(text, guess, usual) for text, guess in zip(texts, own, strict=True))


def _stands(guess: Guess) -> bool:
    return guess.best.encoding == AS_IT_STANDS and guess.best.score >= _CLEARLY_WORSE


def _parted(texts: list[str]) -> tuple[list[str], list[str]]:
    plain = [text for text in texts if text.isascii()]
    return plain, [text for text in texts if not text.isascii() and read_as(text, "cp1252")]


def _mended_line(text: str, own: Guess, usual: set[str]) -> Line:
    best = own.best
    if best.encoding != AS_IT_STANDS:
        return Line(best.text, text, best.encoding, sure=own.sure, readings=() if own.sure else own.readings)
    for encoding in sorted(usual):
        reading = None if text.isascii() != (encoding == "viqr") else read_as(text, encoding)
        if reading and reading.text != text and reading.score >= _CLEARLY_WORSE > best.score:
            return Line(reading.text, text, encoding)
    return Line(text, text)
