"""decode: bytes of a text file to a string, or one sentence that says what to do."""

import pytest

from signboard.errors import InputError
from signboard.text.decode import decode_text, split_lines

SENTENCE = "Hưởng ứng Tháng hành động"


@pytest.mark.parametrize(
    "raw",
    [
        SENTENCE.encode("utf-8"),
        SENTENCE.encode("utf-8-sig"),
        b"\xff\xfe" + SENTENCE.encode("utf-16-le"),
        b"\xfe\xff" + SENTENCE.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16 little", "utf-16 big"],
)
def test_the_mark_vanishes_and_the_text_stays(raw: bytes) -> None:
    """Notepad's four ways of saving Unicode give the same text."""
    assert decode_text(raw, "a.txt") == SENTENCE


def test_line_ends_are_kept() -> None:
    """Decoding changes nothing but the mark."""
    assert decode_text(b"a\r\nb\rc\n", "a.txt") == "a\r\nb\rc\n"


@pytest.mark.parametrize("raw", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", b"\xff\xfe"])
def test_nothing_to_read_is_empty(raw: bytes) -> None:
    """No byte, only a mark, or only blanks."""
    with pytest.raises(InputError, match=r"danh sách\.txt is empty.*one slogan a line") as caught:
        decode_text(raw, "danh sách.txt")
    assert caught.value.code == "empty"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"PK\x03\x04\x14\x00", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "doc"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi", "rtf"),
    ],
)
def test_a_file_of_an_office_program_is_named(raw: bytes, kind: str) -> None:
    """The sentence says which program opens it and how to save it."""
    with pytest.raises(InputError, match=rf"{kind}.*Save As.*UTF-8") as caught:
        decode_text(raw, "a.txt")
    assert caught.value.code == "binary"


@pytest.mark.parametrize(
    ("raw", "line", "offset"), [(b"ab\x00c", 1, 2), (b"\xef\xbb\xbfa\x07", 1, 4), (b"a\r\nb\rc\x00", 3, 6)]
)
def test_bytes_that_no_text_has_are_placed(raw: bytes, line: int, offset: int) -> None:
    """The offset counts from the start of the file, mark included; lines as editors count them."""
    with pytest.raises(InputError, match=rf"is no text: line {line}, byte {offset} ") as caught:
        decode_text(raw, "a.txt")
    assert caught.value.code == "binary"


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
def test_the_first_byte_that_is_not_utf8_is_placed(line_end: bytes) -> None:
    """TCVN3's ứ on the third line: line and offset are named, with the way out."""
    raw = b"a" + line_end + b"b" + line_end + b"H\xadng"
    with pytest.raises(InputError, match=r"line 3, byte \d+ is 0xAD.*Notepad.*UTF-8") as caught:
        decode_text(raw, "a.txt")
    assert caught.value.code == "not_utf8"
    assert caught.value.fields["offset"] == raw.index(b"\xad")


def test_half_a_utf16_text_is_told() -> None:
    """An odd number of bytes after the mark; line and byte are named."""
    with pytest.raises(InputError, match=r"UTF-16.*line 2, at byte 6") as caught:
        decode_text(b"\xff\xfeH\x00\n\x00\x01", "a.txt")
    assert caught.value.code == "not_utf8"


def test_lines_are_counted_as_editors_count() -> None:
    """Three kinds of line ends; separators that editors do not number open no line."""
    assert split_lines("a\r\nb\n\rc\u2028d\x0be\n") == ["a", "b", "", "c\u2028d\x0be"]


@pytest.mark.parametrize("name", ["utf-32-le", "utf-32-be"])
def test_utf_32_with_its_mark_is_read(name: str) -> None:
    """Its mark begins as UTF-16's does; it was taken for that once, with a NUL after every letter."""
    assert decode_text("\ufeffBình đẳng giới".encode(name), "a.txt") == "Bình đẳng giới"


@pytest.mark.parametrize("name", ["utf-16", "utf-32"])
def test_a_nul_inside_a_wide_text_is_refused(name: str) -> None:
    """Never a blank; the sentence tells where it stands."""
    with pytest.raises(InputError, match="line 2, character 8 of the file is U\\+0000") as caught:
        decode_text("Có\nBình\x00đẳng giới".encode(name), "a.txt")
    assert (caught.value.code, caught.value.fields["number"]) == ("binary", 8)
