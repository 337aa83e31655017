"""The binary Word file, opened."""

import struct
from itertools import pairwise

import pytest
from office_files import OFFICE, compound

from signboard.errors import InputError
from signboard.office.doc_file import Said, WordFile, sprms, subdocuments
from signboard.office.ole import CompoundFile

RAW = (OFFICE / "annex.doc").read_bytes()
WORD = WordFile(RAW, "annex.doc")


def _changed(stream: str, offset: int, content: bytes) -> bytes:
    """The file with some bytes of a stream changed."""
    file = CompoundFile(RAW, "a")
    streams = {name: file.read(name) for name in ("WordDocument", "1Table", "Data") if name in file}
    old = streams[stream]
    streams[stream] = old[:offset] + content + old[offset + len(content) :]
    return compound(streams)


def _code(raw: bytes) -> str:
    with pytest.raises(InputError) as refused:
        WordFile(raw, "a.doc")
    return refused.value.code


def test_letters_lie_in_pieces() -> None:
    """All of them, in order, without gaps."""
    text = "".join(piece.text for piece in WORD.pieces)

    assert text.startswith("DANH SÁCH KHẨU HIỆU\r")
    assert [piece.first for piece in WORD.pieces] == [
        sum(len(before.text) for before in WORD.pieces[:index]) for index in range(len(WORD.pieces))
    ]


def test_subdocuments_follow_each_other() -> None:
    """The text, the notes, the headers, the boxes."""
    parts = subdocuments(WORD.main)
    bounds = list(parts.values())

    assert bounds[0][0] == 0
    assert all(before[1] == after[0] for before, after in pairwise(bounds))
    assert all(parts[name][1] > parts[name][0] for name in ("text", "footnotes", "headers", "boxes"))


def test_the_changed_copy_is_still_the_file() -> None:
    """The control of the tests below: nothing changed, nothing refused."""
    assert WordFile(_changed("WordDocument", 0, b""), "a").pieces == WORD.pieces


def test_a_password_is_told() -> None:
    """By a flag in the file, or by the package around it."""
    flags = struct.unpack_from("<H", WORD.main, 0x0A)[0]

    assert _code(_changed("WordDocument", 0x0A, struct.pack("<H", flags | 0x0100))) == "encrypted"
    assert _code(compound({"EncryptedPackage": b"x"})) == "encrypted"


def test_what_word_95_wrote_is_not_read() -> None:
    """Another structure, another mark, too short, or no document at all."""
    assert _code(_changed("WordDocument", 2, b"\x65\x00")) == "unreadable"
    assert _code(_changed("WordDocument", 0, b"\x00\x00")) == "unreadable"
    assert _code(compound({"WordDocument": b"\xec\xa5\xc1\x00"})) == "unreadable"
    assert _code(compound({"Workbook": b"x"})) == "unreadable"


def test_pieces_out_of_order_are_damaged() -> None:
    """Else a small file could say one text a million times."""
    offset = struct.unpack_from("<I", WORD.main, 0x9A + 8 * 33)[0]

    assert _code(_changed("1Table", offset + 5, struct.pack("<I", 0x7FFF))) == "damaged"
    assert _code(_changed("1Table", offset, b"\x09")) == "damaged"


def test_single_properties() -> None:
    """Codes with operands of one, two, four and any number of bytes; nonsense ends it."""
    packed = (
        b"\x35\x08\x01" + b"\x4f\x4a\x02\x00" + b"\x09\x6a\x01\x02\x03\x04" + b"\x3e\xc6\x02ab" + b"\x08\xd6\x03\x00cd"
    )

    assert list(sprms(packed)) == [
        (0x0835, b"\x01"),
        (0x4A4F, b"\x02\x00"),
        (0x6A09, b"\x01\x02\x03\x04"),
        (0xC63E, b"ab"),
        (0xD608, b"cd"),
    ]
    assert list(sprms(b"\x08\xd6\x00\x00ab")) == []
    assert list(sprms(b"\x15\xc6\xffabcd")) == []


def test_what_is_said_about_a_place() -> None:
    """From its start to its end, and nothing in the gaps."""
    said = Said([10, 30], [20, 40], [b"a", b"b"])

    assert [said.at(place) for place in (5, 10, 19, 20, 39)] == [
        (b"", 10),
        (b"a", 20),
        (b"a", 20),
        (b"", 30),
        (b"b", 40),
    ]
