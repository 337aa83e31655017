"""office.sheet_draft: filled cells made into tables."""

import pytest

from signboard.errors import InputError
from signboard.manuscript.model import Asked, Table
from signboard.office.sheet_draft import MOST_COLUMNS, MOST_ROWS, DraftCell, SheetDraft, column_name, finished
from signboard.text.encodings.family import encode


def draft(**cells: str) -> SheetDraft:
    """A sheet with texts at places such as A1."""
    made = SheetDraft("a")
    for place, text in cells.items():
        made.put(int(place[1:]), ord(place[0]) - ord("A"), DraftCell([(text, "")]))
    return made


def table(made: SheetDraft) -> Table:
    """The sheet."""
    ((only,), _) = finished([made], "a.xlsx", Asked())
    return only


def rows(made: SheetDraft) -> list[tuple[int, list[str | None]]]:
    """Number and words of each row."""
    return [(row.number, [cell.text if cell else None for cell in row.cells]) for row in table(made).rows]


def test_only_filled_rows_are_listed() -> None:
    """Blank cells are none; every row is as wide as the sheet."""
    assert rows(draft(A2="x", C9="y", B4="  \n")) == [(2, ["x", "", ""]), (9, ["", "", "y"])]


def test_merges_cover() -> None:
    """Also rows below that are listed, and never beyond the sheet."""
    made = draft(A1="x", C1="y", C2="z", C3="u")
    made.merges = [(1, 0, 2, 1), (3, 2, 1_048_576, 99)]

    assert rows(made) == [(1, ["x", None, "y"]), (2, [None, None, "z"]), (3, ["", "", "u"])]
    cell = table(made).rows[0].cells[0]
    assert cell is not None
    assert (cell.columns, cell.rows) == (2, 2)


def test_letters_are_tidied_of_controls_alone() -> None:
    """Every kind of line end is one; blanks stay."""
    assert rows(draft(A1=" a\r\nb\rc\x07\ufeff ")) == [(1, [" a\nb\nc "])]


def test_limits() -> None:
    """Too many rows are refused; cells far to the right are told."""
    made = SheetDraft("a")
    for row in range(MOST_ROWS + 1):
        made.put(row + 1, 0, DraftCell(value=1.0))
    with pytest.raises(InputError) as caught:
        finished([made], "a.xlsx", Asked())
    assert caught.value.code == "too_large"

    far = draft(A1="x")
    far.put(1, MOST_COLUMNS, DraftCell([("y", "")]))
    assert [notice.code for notice in finished([far], "a.xlsx", Asked())[1]] == ["far_cells"]


def test_notices_name_a_few_cells() -> None:
    """And say that there are more; those of hidden sheets nobody misses."""
    made = draft(A1="x")
    made.uncounted = [f"B{row}" for row in range(1, 9)]
    made.errors = ["C1"]
    hidden = draft(A1="x")
    hidden.is_hidden, hidden.errors = True, ["D1"]

    _, notices = finished([made, hidden], "a.xlsx", Asked())

    assert [(one.code, one.fields["cells"]) for one in notices] == [
        ("formula_without_value", "B1, B2, B3, B4, B5 …"),
        ("cell_error", "C1"),
    ]


def test_letters_that_could_be_two_things_are_told() -> None:
    """Old bytes, too few to say which encoding, stand as they are until a person names it."""
    old = encode("phụ nữ và", "tcvn3").decode("latin-1")

    (sheet,), notices = finished([draft(A1=old)], "a.xlsx", Asked())

    assert [(notice.code, notice.fields) for notice in notices] == [("encoding_unclear", {"count": 1})]
    assert [cell.text for cell in sheet.rows[0].cells if cell] == [old]
    (named,), told = finished([draft(A1=old)], "a.xlsx", Asked(encoding="tcvn3"))
    assert ([cell.text for cell in named.rows[0].cells if cell], told) == (["phụ nữ và"], ())


def test_column_names() -> None:
    """As spreadsheets count."""
    assert [column_name(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_name_is_printable() -> None:
    """Marks that turn the direction of writing are shown as their codes, as everywhere."""
    assert SheetDraft("A\u202e\u2066B").name == "A\\u202e\\u2066B"
