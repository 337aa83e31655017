"""importers.csv_text: separators, encodings, quotes with line breaks, and lists that are no tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signboard.errors import InputError
from signboard.importers.csv_text import MOST_BYTES, manuscript, separator_of
from signboard.manuscript.model import Asked, Manuscript, Table
from signboard.text.encodings.family import encode

ONE = "Chung tay xóa bỏ bạo lực đối với phụ nữ và trẻ em"
TWO = "Vì sức khỏe, vì cộng đồng; không ma túy"
HEAD = ("STT", "Khẩu hiệu", "Từ ngày")


def table(raw: bytes, asked: Asked | None = None) -> Table:
    """The one table of a file."""
    (block,) = manuscript(raw, "a.csv", asked or Asked()).blocks
    assert isinstance(block, Table)
    return block


def texts(raw: bytes, asked: Asked | None = None) -> list[list[str]]:
    """Its cells."""
    return [[cell.text if cell else "" for cell in row.cells] for row in table(raw, asked).rows]


def lines(separator: str, *rows: tuple[str, ...]) -> str:
    """Rows as a program saves them, quoted where needed."""
    return "\r\n".join(
        separator.join(f'"{cell}"' if separator in cell or "\n" in cell else cell for cell in row) for row in rows
    )


ROWS = [HEAD, ("1", ONE, "15/11/2026"), ("2", TWO, "16/11/2026")]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_known(separator: str) -> None:
    """Though slogans hold commas and semicolons of their own."""
    assert texts(lines(separator, *ROWS).encode()) == [list(row) for row in ROWS]


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_is_read(name: str) -> None:
    """With a mark at the beginning or without."""
    assert texts(lines(";", *ROWS).encode(name)) == [list(row) for row in ROWS]


@pytest.mark.parametrize("encoding", ["cp1258", "tcvn3", "vni"])
def test_old_encodings_are_read(encoding: str) -> None:
    """As Excel saves them on old machines."""
    raw = encode("\n".join(";".join(row) for row in (HEAD, ("1", ONE, ""), ("2", ONE, ""))), encoding)

    assert texts(raw) == [list(HEAD), ["1", ONE, ""], ["2", ONE, ""]]
    cell = table(raw).rows[1].cells[1]
    assert cell is not None
    assert cell.paragraphs[0].encoding == encoding


def test_a_line_break_within_quotes_belongs_to_the_cell() -> None:
    """Rows are counted as spreadsheets count them, one for each record."""
    read = table('STT;Khẩu hiệu\n1;"Chung tay\nxóa bỏ"\n2;Hãy lên tiếng'.encode())

    assert [[cell.text if cell else "" for cell in row.cells] for row in read.rows][1] == ["1", "Chung tay\nxóa bỏ"]
    assert [row.number for row in read.rows] == [1, 2, 3]


def test_quotes_within_quotes() -> None:
    """Doubled, as every program writes them."""
    assert (
        texts('STT,Khẩu hiệu\n1,"""Hãy lên tiếng"", đừng im lặng"\n'.encode())[1][1] == '"Hãy lên tiếng", đừng im lặng'
    )


def test_excels_own_first_line_is_obeyed() -> None:
    """`sep=;` is no row."""
    read = table("sep=|\nSTT|Khẩu hiệu\n1|Chung tay, cùng nhau\n".encode())

    assert [[cell.text if cell else "" for cell in row.cells] for row in read.rows] == [
        ["STT", "Khẩu hiệu"],
        ["1", "Chung tay, cùng nhau"],
    ]
    assert [row.number for row in read.rows] == [2, 3]


@pytest.mark.parametrize(
    "list_of_slogans",
    [
        [ONE, TWO, "Hãy lên tiếng", "Bình đẳng, hạnh phúc", "Không im lặng"],
        ["Khẩu hiệu", "Chung tay, góp sức, đồng lòng", "Hãy lên tiếng"],
        [ONE],
    ],
)
def test_a_list_with_commas_stays_one_column(list_of_slogans: list[str]) -> None:
    """Nobody's sentence is cut."""
    assert texts("\n".join(list_of_slogans).encode()) == [[one] for one in list_of_slogans]


def test_a_named_encoding_is_used() -> None:
    """And nothing else is tried."""
    assert texts(encode("Khẩu hiệu\nTờ", "tcvn3"), Asked(encoding="tcvn3")) == [["Khẩu hiệu"], ["Tờ"]]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"a\x00b", "binary"),
        (b"a,b\n" * (MOST_BYTES // 4 + 1), "too_large"),
        (b"a,b\n" * 20_001, "too_large"),
    ],
)
def test_what_is_no_table_is_refused(raw: bytes, code: str) -> None:
    """With a word for each reason."""
    with pytest.raises(InputError) as caught:
        manuscript(raw, "a.csv")

    assert caught.value.code == code


def test_without_rows_nothing_parts() -> None:
    """An empty sample has no separator."""
    assert separator_of([]) == ""


@given(st.lists(st.text(max_size=12), max_size=6).map("\n".join) | st.binary(max_size=60))
def test_any_bytes_end_in_a_table_or_a_refusal(content: str | bytes) -> None:
    """Nothing else is raised."""
    raw = content.encode("utf-8", "replace") if isinstance(content, str) else content
    try:
        assert isinstance(manuscript(raw, "a.csv"), Manuscript)
    except InputError as refused:
        assert str(refused)  # noqa: PT017 - a result or our own refusal: either is right
