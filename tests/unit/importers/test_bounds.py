"""importers.bounds: what is no list is refused by its bytes alone."""

import pytest

from signboard.campaign.slogan import Origin
from signboard.errors import InputError
from signboard.importers.bounds import LONGEST_LINE_BYTES, MOST_LINES, check_bounds, check_lines
from signboard.importers.kind import read
from signboard.manuscript.model import Asked, Cell, Manuscript, Paragraph, Row, Table


@pytest.mark.parametrize("raw", [b"\n" * 21, b"a\r" * 21, b"\r\n" * 21, b"\n\x00" * 21])
def test_too_many_lines_are_refused(raw: bytes) -> None:
    """Whatever ends them."""
    with pytest.raises(InputError, match="more than 10 lines") as caught:
        check_bounds(raw, "a.txt", 10)
    assert caught.value.code == "too_large"


def test_an_endless_line_is_refused() -> None:
    """Wherever it stands."""
    with pytest.raises(InputError, match=f"has {LONGEST_LINE_BYTES + 1} bytes") as caught:
        check_bounds(b"a\r\n" + b"b" * (LONGEST_LINE_BYTES + 1) + b"\n", "a.txt", 10)
    assert caught.value.code == "too_large"


@pytest.mark.parametrize("raw", [b"", b"\r\n" * 10, b"a" * LONGEST_LINE_BYTES, (b"b" * 60_000 + b"\n") * 2])
def test_a_list_passes(raw: bytes) -> None:
    """Up to the bound."""
    check_bounds(raw, "a.txt", 10)


def _rows(count: int) -> tuple[Row, ...]:
    cell = Cell((Paragraph("Giữ gìn vệ sinh chung", Origin("a", 1, "row")),))
    return tuple(Row((cell,), number) for number in range(1, count + 1))


def _check(*blocks: Table | Paragraph, sheet: str = "") -> None:
    check_lines(Manuscript("a", "0", blocks), Asked(sheet=sheet))


def test_rows_and_paragraphs_count_alike() -> None:
    """Over all tables of a file."""
    paragraphs = [Paragraph("a", Origin("a", 1))] * (MOST_LINES - 10)
    _check(*paragraphs, Table("1", _rows(10)))
    with pytest.raises(InputError, match=f"has {MOST_LINES + 1} lines"):
        _check(*paragraphs, Table("1", _rows(5)), Table("2", _rows(6)))


def test_a_long_sheet_beside_the_one_that_is_asked_for_does_not_count() -> None:
    """A list of households may stand beside the list of slogans."""
    book = (Table("Hộ dân", _rows(MOST_LINES), is_sheet=True), Table("Khẩu hiệu", _rows(9), is_sheet=True))
    _check(*book, sheet="Khẩu hiệu")
    with pytest.raises(InputError, match=f"has {MOST_LINES + 9} lines"):
        _check(*book)


@pytest.mark.parametrize(
    "line", ["Giữ gìn vệ sinh chung {}\n", "{};Giữ gìn vệ sinh chung\n", "<p>Giữ gìn vệ sinh {}</p>\n"]
)
def test_every_kind_of_file_has_the_same_bound(line: str) -> None:
    """Told with how many there are, and what to do."""
    with pytest.raises(InputError, match=rf"has {MOST_LINES + 1} lines .* Copy the list") as caught:
        read("".join(line.format(number) for number in range(MOST_LINES + 1)).encode(), "a.x")
    assert caught.value.code == "too_large"
