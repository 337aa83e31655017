"""grid_sheets: which sheet is meant."""

import pytest
from sheets import ONE, sheet

from signboard.errors import InputError
from signboard.manuscript.grid_sheets import are_parts, asked_sheet, current_sheets, sheet_notices, which_sheet
from signboard.manuscript.model import Table


def named(*names: str) -> list[str]:
    """The sheets that are left of these."""
    return [one.name for one in current_sheets([sheet([ONE], name=name) for name in names])]


@pytest.mark.parametrize(
    ("names", "left"),
    [
        (("2023", "2024"), ["2024"]),
        (("Năm 2023", "Năm 2024", "cũ"), ["Năm 2024"]),
        (("Khẩu hiệu", "KH cũ", "Bản nháp"), ["Khẩu hiệu"]),
        (("Khẩu hiệu", "2023"), ["Khẩu hiệu"]),
        (("cũ", "lưu"), ["cũ", "lưu"]),
        (("Nhóm 1", "Nhóm 2"), ["Nhóm 1", "Nhóm 2"]),
        ((), []),
    ],
)
def test_old_years_and_drafts_are_put_aside(names: tuple[str, ...], left: list[str]) -> None:
    """Unless nothing would be left."""
    assert named(*names) == left


def test_this_years_sheet_is_not_old() -> None:
    """Beside one without a year both stay, and a person is asked."""
    both = [sheet([ONE], name=name) for name in ("Khẩu hiệu", "2026")]

    assert [one.name for one in current_sheets(both, 2026)] == ["Khẩu hiệu", "2026"]
    assert [one.name for one in current_sheets(both, 2027)] == ["Khẩu hiệu"]


def test_a_name_is_exact_before_it_is_near() -> None:
    """Then without accents, then a number."""
    sheets = [sheet([ONE], name=name) for name in ("Khau hieu", "Khẩu hiệu", "1")]

    assert [asked_sheet(sheets, asked, "a").name for asked in ("Khẩu hiệu", "KHAU HIEU", "1", "2")] == [
        "Khẩu hiệu", "Khau hieu", "1", "Khẩu hiệu",
    ]  # fmt: skip
    with pytest.raises(InputError, match="Khau hieu, Khẩu hiệu, 1"):
        asked_sheet(sheets, "4", "a")


def test_questions_and_notices_name_the_sheets() -> None:
    """Hidden and passed ones apart."""
    sheets = [sheet([ONE], name="A", is_hidden=True), sheet([ONE], name="B")]

    assert which_sheet(sheets, "a.xlsx").fields["sheets"] == "A, B"
    assert [(one.code, one.fields["sheets"]) for one in sheet_notices(sheets)] == [
        ("hidden_sheet", "A"),
        ("sheet_left_out", "B"),
    ]
    assert sheet_notices([]) == ()


def test_sheets_called_after_times_are_parts() -> None:
    """Months, quarters, rounds; not variants."""
    assert are_parts([Table("Tháng 11", ()), Table("T12", ()), Table("Quý IV", ())])
    assert not are_parts([Table("Tháng 11", ()), Table("Phương án 2", ())])
