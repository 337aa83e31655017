"""The file system within old office files."""

import pytest
from office_files import OFFICE, compound

from signboard.errors import InputError
from signboard.office.ole import CompoundFile, kind_of_compound


@pytest.mark.parametrize(
    ("stream", "kind"),
    [
        ("WordDocument", "doc"),
        ("Workbook", "xls"),
        ("Book", "xls"),
        ("EncryptedPackage", "encrypted"),
        ("PowerPoint Document", "ppt"),
        ("Something", "other"),
    ],
)
def test_the_kind_of_a_file_by_its_streams(stream: str, kind: str) -> None:
    """One stream tells."""
    assert kind_of_compound(compound({stream: b"x"}), "a") == kind


def test_streams_come_back_whole() -> None:
    """Shorter than a sector, longer, and empty."""
    streams = {"A": b"short", "B": bytes(range(256)) * 20, "C": b""}
    file = CompoundFile(compound(streams), "a")

    assert {name: file.read(name) for name in streams} == streams
    assert file.read("D") == b""
    assert "b" in file


def test_a_file_of_libreoffice_has_small_streams_too() -> None:
    """Streams below 4,096 bytes lie packed in another one."""
    file = CompoundFile((OFFICE / "annex.doc").read_bytes(), "annex.doc")

    assert kind_of_compound((OFFICE / "annex.doc").read_bytes(), "annex.doc") == "doc"
    assert file.read("\x05SummaryInformation")[:2] == b"\xfe\xff"
    assert file.read("WordDocument")[:2] == b"\xec\xa5"


@pytest.mark.parametrize("length", [8, 100, 512, 1_000, 3_000])
def test_a_file_cut_short_is_damaged(length: int) -> None:
    """Wherever it ends."""
    raw = (OFFICE / "annex.doc").read_bytes()[:length]
    with pytest.raises(InputError) as refused:
        CompoundFile(raw, "a").read("WordDocument")
    assert refused.value.code == "damaged"


def test_a_chain_that_bites_its_tail_ends() -> None:
    """A sector that is followed by itself is read no more often than the file has sectors."""
    raw = bytearray(compound({"A": b"x" * 2_000}))
    raw[512 + 4 : 512 + 8] = (1).to_bytes(4, "little")

    assert len(CompoundFile(bytes(raw), "a").read("A")) == 2_000
