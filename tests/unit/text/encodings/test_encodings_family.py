"""encodings.family: every member both ways over the whole alphabet, by the names that people use."""

import subprocess
import unicodedata
from pathlib import Path

import pytest
from alphabet import LETTERS

from signboard.errors import InputError, UsageError
from signboard.text.encodings.family import ENCODINGS, decode, encode, encoding_named

WHOLE = sorted(set(ENCODINGS.names()) - {"cp1252", "tcvn3", "tcvn3-upper"})
ICONV = {"cp1258": "CP1258", "viscii": "VISCII", "tcvn5712-1": "TCVN5712-1"}


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_there_and_back(name: str, letter: str) -> None:
    """Alone, where no neighbour helps; TCVN3, which lacks capitals, has tests of its own."""
    assert decode(encode(letter, name), name) == letter


@pytest.mark.parametrize("name", ENCODINGS.names())
def test_a_member_is_called_by_its_name(name: str) -> None:
    """The table and the member agree, and ASCII words are themselves everywhere."""
    assert encoding_named(name).name == name
    assert decode(encode("CHUNG TAY 24/7", name), name) == "CHUNG TAY 24/7"


@pytest.mark.parametrize(
    ("said", "name"),
    [("ABC", "tcvn3"), ("TCVN", "tcvn3"), (".VnTimeH", "tcvn3-upper"), ("UTF8", "utf-8"), ("windows_1258", "cp1258")],
)
def test_other_names(said: str, name: str) -> None:
    """Case and underscores do not matter."""
    assert encoding_named(said).name == name


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    """A slip of the keyboard."""
    with pytest.raises(UsageError, match="no encoding 'visci'; the nearest is 'viscii'"):
        decode(b"", "visci")


def test_a_byte_that_is_no_letter_is_placed() -> None:
    """Offset, byte and encoding."""
    with pytest.raises(InputError, match=r"Line 2, byte 5 is 0xE9.*vni") as caught:
        decode(b"A\nCaf\xe9", "vni")
    assert caught.value.code == "not_in_encoding"


def test_half_a_character_at_the_end_is_told() -> None:
    """An odd number of bytes."""
    with pytest.raises(InputError) as caught:
        decode(b"a\x00b", "utf-16-le")
    assert caught.value.code == "not_in_encoding"


def test_a_character_without_a_code_is_named() -> None:
    """With its code point."""
    with pytest.raises(InputError, match=r"tcvn3 has no code for Ả \(U\+1EA2\)") as caught:
        encode("ĐẢNG", "tcvn3")
    assert caught.value.code == "no_code"


def test_decomposed_text_is_composed_on_both_ways() -> None:
    """Marks beside their letters, as macOS writes file names."""
    apart = unicodedata.normalize("NFD", "Tiếng Việt")
    assert decode(encode(apart, "utf-8"), "utf-8") == "Tiếng Việt"
    assert encode(apart, "viscii") == encode("Tiếng Việt", "viscii")


def iconv(raw: bytes, source: str, target: str) -> bytes:
    """What the C library makes of it."""
    return subprocess.run(["iconv", "-f", source, "-t", target], input=raw, capture_output=True, check=True).stdout


@pytest.mark.needs("iconv")
@pytest.mark.parametrize("name", ICONV)
def test_the_c_library_writes_the_same_bytes(name: str) -> None:
    """Letter by letter, all 134."""
    theirs = {letter: iconv(letter.encode(), "UTF-8", ICONV[name]) for letter in LETTERS}
    assert {letter: encode(letter, name) for letter in LETTERS} == theirs


@pytest.mark.needs("iconv")
@pytest.mark.parametrize("name", ICONV)
def test_the_c_library_reads_our_bytes(name: str) -> None:
    """And composes to the same letters."""
    read = iconv(encode(" ".join(LETTERS), name), ICONV[name], "UTF-8").decode()
    assert unicodedata.normalize("NFC", read) == " ".join(LETTERS)


@pytest.mark.needs("iconv")
def test_tcvn3_is_the_c_librarys_where_it_has_a_code() -> None:
    """74 letters, both ways; the 60 other capitals have none in TCVN3."""
    having = [letter for letter in LETTERS if not letter.isupper() or letter in "ĂÂĐÊÔƠƯ"]
    assert len(having) == 74
    for letter in having:
        assert iconv(letter.encode(), "UTF-8", "TCVN5712-1") == encode(letter, "tcvn3")
        read = iconv(encode(letter, "tcvn3"), "TCVN5712-1", "UTF-8").decode()
        assert unicodedata.normalize("NFC", read) == letter


PAGE = Path(__file__).parents[4] / "docs" / "encodings.md"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


@pytest.mark.parametrize(("heading", "name"), [("VNI-Windows", "vni"), ("VPS", "vps"), ("VIQR", "viqr")])
def test_the_page_shows_the_codes_row_by_row(heading: str, name: str) -> None:
    """docs/encodings.md, which cites the sources of each row, has our codes for all 134 letters."""
    section = PAGE.read_text(encoding="utf-8").partition(f"### {heading}\n")[2].partition("\n### ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")][1:]
    shown = {
        unicodedata.normalize("NFC", row[0] + tone): cell.removeprefix("`` ").removesuffix(" ``")
        for row in rows
        for tone, cell in zip(TONES, row[1:7], strict=False)
        if cell.strip()
    }
    ours = {letter: encode(letter, name) for letter in shown}
    assert shown == {letter: code.decode() if name == "viqr" else code.hex().upper() for letter, code in ours.items()}
    assert set(LETTERS) <= set(shown)
