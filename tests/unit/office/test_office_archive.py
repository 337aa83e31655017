"""Zipped files unpack only as far as anybody needs."""

import random

import pytest
from office_files import zipped

from signboard.errors import InputError
from signboard.office.archive import MOST_MEMBERS, MOST_PART_BYTES, Archive


def _read(raw: bytes, *names: str) -> None:
    archive = Archive(raw, "a.docx")
    for name in names:
        archive.read(name)


def _code(raw: bytes, *names: str) -> str:
    with pytest.raises(InputError) as refused:
        _read(raw, *names)
    return refused.value.code


def test_a_member_is_found_whatever_its_slashes_and_capitals() -> None:
    """Some programs write backslashes and other capitals."""
    archive = Archive(zipped({"word\\Document.xml": "x"}), "a.docx")

    assert archive.names == ("word/Document.xml",)
    assert archive.read("word/document.xml") == b"x"


def test_a_missing_member_is_empty() -> None:
    """What is not there reads as nothing, and has no tree."""
    archive = Archive(zipped({"a": "x"}), "a.docx")

    assert (archive.read("b"), archive.xml("b"), "b" in archive) == (b"", None, False)


def test_bytes_that_are_no_zip_are_damaged() -> None:
    """Neither rubbish nor a file cut short opens."""
    assert _code(b"PK\x03\x04 rubbish") == "damaged"
    assert _code(zipped({"a": "x" * 1000})[:-30]) == "damaged"


def test_a_member_whose_bytes_were_changed_is_damaged() -> None:
    """The sum over a member's bytes no longer fits."""
    raw = bytearray(zipped({"a": bytes(range(256)) * 9}))
    raw[60] ^= 0xFF

    assert _code(bytes(raw), "a") == "damaged"


def test_a_bomb_is_too_large_before_it_unpacks() -> None:
    """What packs to nearly nothing holds nothing."""
    assert _code(zipped({"a": b"\0" * 9_000_000})) == "too_large"


def test_a_part_may_be_only_so_large() -> None:
    """A part above the limit is refused when it is read, not when the file opens."""
    raw = zipped({"a": random.Random(1).randbytes(MOST_PART_BYTES + 1), "b": "x"})  # noqa: S311 - no secret

    assert Archive(raw, "a").read("b") == b"x"
    assert _code(raw, "a") == "too_large"


def test_a_thousand_pictures_are_fine_and_ten_thousand_members_are_not() -> None:
    """The number of members is bounded."""
    assert _code(zipped({f"m{number}": "" for number in range(MOST_MEMBERS + 1)})) == "too_large"
    assert len(Archive(zipped({f"m{number}": "" for number in range(1_000)}), "a").names) == 1_000


def test_all_parts_together_are_bounded() -> None:
    """Many parts that each pass do not add up to more than one large one."""
    part = b"<a>" + b"<b/>" * 400_000 + b"</a>"
    archive = Archive(zipped({f"m{number}": part for number in range(3)}), "a.docx")

    assert archive.xml("m0") is not None
    with pytest.raises(InputError) as refused:
        [archive.xml(name) for name in ("m1", "m2")]
    assert refused.value.code == "too_large"


def test_a_member_with_a_password_is_encrypted() -> None:
    """The flag of an encrypted member is believed."""
    raw = bytearray(zipped({"a": "x"}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1

    assert _code(bytes(raw), "a") == "encrypted"
