"""lines: a file's lines, each with what it was read as."""

import pytest

from signboard.errors import InputError, UsageError
from signboard.text.encodings.family import encode
from signboard.text.lines import read_lines

TEXTS = ["Chung tay xóa bỏ bạo lực đối với phụ nữ và trẻ em gái", "Xin chào", "Ngon", "Đảng ta"]
OLD = ["tcvn3", "vni", "viscii", "vps", "cp1258"]


def told(raw: bytes, encoding: str = "") -> list[tuple[str, str, bool]]:
    """Text, encoding and sureness of every line."""
    return [(line.text, line.encoding, line.sure) for line in read_lines(raw, "a.txt", encoding)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_taken_as_it_is(encoding: str) -> None:
    """Nothing was converted, so nothing is named."""
    assert told("\r\n".join(TEXTS).encode(encoding)) == [(text, "", True) for text in TEXTS]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark(encoding: str) -> None:
    """Told by its NULs."""
    assert told("\r\n".join(TEXTS).encode(encoding)) == [(text, encoding, True) for text in TEXTS]


@pytest.mark.parametrize("encoding", OLD)
def test_old_bytes_are_read_and_named(encoding: str) -> None:
    """Short lines are what their long neighbours are; plain ASCII is nothing special."""
    expected = [(text, "" if text.isascii() else encoding, True) for text in TEXTS]
    assert told(encode("\n".join(TEXTS), encoding)) == expected


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_old_bytes_as_letters_are_read_and_named(encoding: str) -> None:
    """A UTF-8 file that holds what an old one showed."""
    seen = encode("\n".join(TEXTS), encoding).decode("cp1252")
    assert told(seen.encode()) == [(text, "" if text.isascii() else encoding, True) for text in TEXTS]


@pytest.mark.parametrize("encoding", ["viqr", "html"])
def test_ascii_spellings_are_read_and_named(encoding: str) -> None:
    """VIQR by its signs, HTML by its references."""
    assert told(encode("\n".join(TEXTS), encoding)) == [
        (text, "" if text.isascii() else encoding, True) for text in TEXTS
    ]


def test_lists_are_pasted_together() -> None:
    """One line each of UTF-8, TCVN3 and VNI."""
    raw = b"\n".join([TEXTS[0].encode(), encode(TEXTS[0], "tcvn3"), encode(TEXTS[0], "vni")])
    assert told(raw) == [(TEXTS[0], "", True), (TEXTS[0], "tcvn3", True), (TEXTS[0], "vni", True)]


def test_what_is_not_sure_says_so() -> None:
    """Bytes that may be several things are refused with their readings: a person chooses."""
    with pytest.raises(InputError, match=r"how line 2 is written \(tcvn3: Hưng.*--encoding tcvn3") as caught:
        read_lines("Đảng ta\n".encode() + b"H\xadng", "a.txt")
    assert caught.value.code == "not_utf8"


def test_unclear_letters_inside_unicode_stop_their_line_alone() -> None:
    """A pasted word of old letters has readings; the lines around it stand."""
    clear, unclear = read_lines("Đảng ta\nPhô n÷ vµ\n".encode(), "a.txt")
    assert (clear.text, clear.sure) == ("Đảng ta", True)
    assert (unclear.raw, unclear.sure, unclear.readings[0].text) == ("Phô n÷ vµ", False, "Phụ nữ và")


def test_a_person_knows() -> None:
    """What is told is not guessed: capitals of .VnTimeH."""
    assert told(encode("Đảng ta", "tcvn3"), ".VnTimeH") == [("ĐẢNG TA", "tcvn3-upper", True)]
    assert told("Đảng ta".encode(), "utf-8") == [("Đảng ta", "", True)]


def test_a_person_may_be_wrong() -> None:
    """The first byte that cannot be is named, with the file."""
    with pytest.raises(InputError, match=r"a\.txt is not vni: line 2, byte 6 is 0xE9") as caught:
        read_lines(b"ab\nCaf\xe9", "a.txt", "vni")
    assert caught.value.code == "not_in_encoding"
    with pytest.raises(UsageError):
        read_lines(b"a", "a.txt", "klingon")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b"a\x00b", "binary"),
        (b"PK\x03\x04\xe9", "binary"),
        (b"xq\xff\xe7z kk\xd7w", "not_utf8"),
        (b"a\x00" * 2 + b"\xff\xff" * 9, "binary"),
    ],
)
def test_what_makes_no_words_is_refused(raw: bytes, code: str) -> None:
    """As before there was any guessing."""
    with pytest.raises(InputError) as caught:
        read_lines(raw, "a.txt")
    assert caught.value.code == code


def test_capitals_on_control_codes_are_no_binary_file() -> None:
    """VISCII and VPS put some there."""
    text = "ĐẢNG CỘNG SẢN VIỆT NAM MUÔN NĂM, NGƯỜI CẦM LÁI VĨ ĐẠI, ẪN"
    assert told(encode(text, "viscii")) == [(text, "viscii", True)]


def test_a_nul_becomes_no_blank() -> None:
    """Not in marked UTF-16, not in unmarked, not where somebody named the encoding."""
    text = "Bình đẳng\x00giới, nam nữ bình quyền\n"
    for raw, encoding in ((text.encode("utf-16"), ""), (text.encode("utf-16-le"), ""), (text.encode(), "utf-8")):
        with pytest.raises(InputError):
            read_lines(raw, "a.txt", encoding)


def test_references_and_viqr_among_old_bytes_are_read() -> None:
    """A list pasted together of many: each line by itself."""
    lines = [
        encode("Chung tay xóa bỏ bạo lực đối với phụ nữ và trẻ em gái", "vni"),
        b"Kh&ocirc;ng h&uacute;t thu&#7889;c l&aacute;",
        b"DDa~ uo^'ng ru+o+.u bia thi` kho^ng la'i xe",
        "Đảng ta".encode(),
    ]

    assert told(b"\n".join(lines)) == [
        ("Chung tay xóa bỏ bạo lực đối với phụ nữ và trẻ em gái", "vni", True),
        ("Không hút thuốc lá", "html", True),
        ("Đã uống rượu bia thì không lái xe", "viqr", True),
        ("Đảng ta", "", True),
    ]
