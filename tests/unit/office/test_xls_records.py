"""office.xls_records: records, continuations, and strings that go on in them."""

import struct

from signboard.office.xls_records import BIFF8, Record, Text, read_text, records, shared_texts


def record(kind: int, body: bytes = b"") -> bytes:
    """A record as it is stored."""
    return struct.pack("<HH", kind, len(body)) + body


BEGIN, END = record(0x0809, struct.pack("<HH", BIFF8, 5)), record(0x000A)


def kinds(stream: bytes, place: int = 0) -> list[int]:
    """The numbers of the records."""
    return [one.kind for one in records(stream, place)]


def test_records_end_at_the_end() -> None:
    """Of their own sheet, without the charts within."""
    stream = BEGIN + record(1) + BEGIN + record(2) + END + record(3) + END + record(4)

    assert kinds(stream) == [1, 3]


def test_older_workbooks_have_none() -> None:
    """BIFF5 is read elsewhere; nor is anything read from the middle of nowhere."""
    assert kinds(record(0x0809, struct.pack("<HH", 0x0500, 5)) + record(1)) == []
    assert kinds(BEGIN + record(1) + END, 10_000) == []
    assert kinds(b"") == []


def test_continuations_belong_to_their_record() -> None:
    """What is cut short is what there is."""
    stream = BEGIN + record(1, b"ab") + record(0x003C, b"cd") + record(0x003C, b"e")

    assert [one for one in records(stream, 0) if one.kind == 1] == [Record(1, b"ab", (b"cd", b"e"))]


def shared(*pieces: bytes, count: int = 1) -> list[Text]:
    """The strings of an SST of these pieces."""
    return shared_texts(Record(0x00FC, struct.pack("<II", count, count) + pieces[0], tuple(pieces[1:])))


def test_strings_of_one_and_two_bytes() -> None:
    """With fonts that change, and with more behind that nobody needs."""
    narrow = struct.pack("<HB", 2, 0) + b"ab"
    rich = struct.pack("<HBHI", 2, 0x0D, 1, 3) + "đá".encode("utf-16-le") + struct.pack("<HH", 1, 7) + b"xyz"

    assert shared(narrow + rich, count=2) == [Text("ab"), Text("đá", ((1, 7),))]


def test_letters_that_go_on_say_anew_how_wide_they_are() -> None:
    """The first two in one byte each, the rest in two."""
    assert shared(struct.pack("<HB", 4, 0) + b"ab", b"\x01" + "đá".encode("utf-16-le")) == [Text("abđá")]
    assert shared(struct.pack("<HB", 4, 1) + "đá".encode("utf-16-le"), b"\x00" + b"ab") == [Text("đáab")]


def test_more_strings_than_bytes_are_not_waited_for() -> None:
    """A count costs nothing."""
    assert shared(struct.pack("<HB", 1, 0) + b"a", count=0xFFFFFFFF) == [Text("a")]


def test_a_string_within_a_record() -> None:
    """With a length of one byte or two."""
    assert read_text(Record(1, b"??" + struct.pack("<HB", 1, 0) + b"a"), 2) == "a"
    assert read_text(Record(1, struct.pack("<BB", 1, 1) + "đ".encode("utf-16-le")), 0, 1) == "đ"
    assert read_text(Record(1, b""), 0) == ""
