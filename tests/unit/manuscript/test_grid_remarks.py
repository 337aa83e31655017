"""grid_remarks: what stands beside a slogan is told, and what is a mark for a month."""

from sheets import sheet

from signboard.manuscript.grid_head import Head
from signboard.manuscript.grid_remarks import marked_months, remarks_of, shown
from signboard.manuscript.result import Verdict


def test_notes_are_for_a_look_and_what_is_not_applied_is_told() -> None:
    """In the order of the columns."""
    head = Head({0: "notes", 1: "repeats"}, {0: "Ghi chú", 1: "Số lần"})
    found = list(remarks_of(head, sheet(["cổng chính", 3.0]).rows[0].cells))

    assert [(one.code, one.verdict) for one in found] == [("note", Verdict.LOOK), ("not_applied", Verdict.OK)]
    assert found[1].fields == {"column": "Số lần", "note": "3"}


def test_a_column_without_a_name_is_told_by_its_letter() -> None:
    """As spreadsheets call it."""
    (found,) = remarks_of(Head({}, {}, guessed=(1,)), sheet(["", "20/11/2026"]).rows[0].cells)

    assert (found.code, found.fields) == ("days_guessed", {"columns": "B"})


def test_a_dash_marks_no_month() -> None:
    """Neither do a nought and `không`."""
    head = Head(dict.fromkeys(range(4), "month"), {index: f"Tháng {index + 1}" for index in range(4)})
    marks = marked_months(head, sheet(["x", "-", "Không", 1.0]).rows[0].cells)

    assert [marked for _, marked in marks] == [True, False, False, True]


def test_nothing_is_shown_of_no_cell() -> None:
    """Covered cells have none."""
    assert shown(None) == ""


def test_a_slogan_that_is_rejected_beside_it_stops() -> None:
    """`Bỏ` is no remark like others; one that only begins so is."""
    head = Head({0: "notes"}, {0: "Ý kiến lãnh đạo"})
    found = [list(remarks_of(head, sheet([note]).rows[0].cells)) for note in ("Bỏ", "Bỏ dấu chấm cuối câu")]

    assert [[(one.code, one.verdict) for one in each] for each in found] == [
        [("rejected", Verdict.STOP)],
        [("note", Verdict.LOOK)],
    ]
