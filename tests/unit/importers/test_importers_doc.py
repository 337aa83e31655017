"""Binary Word files as people have them."""

import struct

import pytest
from office_files import OFFICE, compound, words

from signboard.errors import InputError
from signboard.importers.doc import MOST_BYTES, manuscript, read
from signboard.office.ole import CompoundFile

RAW = (OFFICE / "annex.doc").read_bytes()
STREAMS = {name: CompoundFile(RAW, "a").read(name) for name in ("WordDocument", "1Table")}


def _with(offset: int, content: bytes, more: dict[str, bytes] | None = None) -> bytes:
    main = STREAMS["WordDocument"]
    changed = {**STREAMS, "WordDocument": main[:offset] + content + main[offset + len(content) :]}
    return compound(changed | (more or {}))


def test_macros_are_told_and_not_run() -> None:
    """The project's stream is enough."""
    found = manuscript(_with(0, b"", {"_VBA_PROJECT": b"x"}), "a.doc")

    assert "macros" in [notice.code for notice in found.notices]
    assert words(found) == words(manuscript(RAW, "annex.doc"))


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (RAW[:5_000], "damaged"),
        (_with(0x0A, struct.pack("<H", 0x0300)), "encrypted"),
        (_with(2, b"\x01\x00"), "unreadable"),
        (compound({"Workbook": b"x"}), "unreadable"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * MOST_BYTES, "too_large"),
    ],
    ids=["empty", "cut", "password", "Word 2", "a workbook", "huge"],
)
def test_bad_files_end_in_a_sentence(raw: bytes, code: str) -> None:
    """Each with its own code."""
    with pytest.raises(InputError) as refused:
        manuscript(raw, "a.doc")
    assert refused.value.code == code


def test_slogans_come_out() -> None:
    """From bytes to judged items."""
    found = [item.slogan.text for item in read(RAW, "annex.doc").items]

    assert "Bình đẳng giới là phát triển" in found
