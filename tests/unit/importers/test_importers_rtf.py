"""Rich text files as people have them."""

import pytest
from office_files import OFFICE, labelled, words

from signboard.errors import InputError
from signboard.importers.rtf import MOST_BYTES, manuscript, read


def test_a_file_of_pandoc() -> None:
    """It types its numbers, with a tab behind them."""
    told = labelled(manuscript((OFFICE / "pandoc.rtf").read_bytes(), "pandoc.rtf"))

    assert told[3:5] == ["1.\tBình đẳng giới là phát triển", "2.\tChung tay xóa bỏ bạo lực\nvới phụ nữ"]


def test_blanks_before_the_file_do_no_harm() -> None:
    """A mail program left a line end."""
    assert words(manuscript(b"\r\n{\\rtf1 a\\par}", "a.rtf")) == ["a"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [(b"", "empty"), (b"hello", "damaged"), (b"{\\rtf1 " + b" " * MOST_BYTES, "too_large")],
    ids=["empty", "text", "huge"],
)
def test_bad_files_end_in_a_sentence(raw: bytes, code: str) -> None:
    """Each with its own code."""
    with pytest.raises(InputError) as refused:
        manuscript(raw, "a.rtf")
    assert refused.value.code == code


def test_slogans_come_out() -> None:
    """From bytes to judged items."""
    lines = (b"1. Chung tay vi binh dang gioi", b"2. Khong im lang truoc bao luc")

    assert len(read(b"{\\rtf1 " + b"\\par ".join(lines) + b"\\par}", "a.rtf").items) == 2
