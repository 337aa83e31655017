"""A calendar sheet in a terminal."""

from datetime import date

from crowded import TIMETABLE

from signboard.cli.month import make_sheet
from signboard.cli.month_text import bar, sheet_lines

SHEET = make_sheet(TIMETABLE, date(2026, 11, 10), date(2026, 11, 30))


def test_a_day_is_a_bar_of_half_hours() -> None:
    """The 18th: dark, standby, two that share, the correction, shared again, one alone, shared, standby."""
    assert bar(SHEET, SHEET.days[8]) == "." * 10 + "AA" + "&&" + "E" * 6 + "&&" + "D" * 6 + "&" * 16 + "AA" + ".."


def test_a_bar_may_be_finer() -> None:
    """A character every quarter of an hour."""
    assert len(bar(SHEET, SHEET.days[0], 15)) == 96


def test_every_day_has_a_line_and_nothing_is_wider_than_the_terminal() -> None:
    """Title, ruler, days, legend, notes."""
    lines = sheet_lines(SHEET, 90)
    assert lines[0] == "Calendar of the board, 10/11/2026 to 30/11/2026"
    assert sum(line[3:8].endswith("/11") for line in lines) == 21
    assert "Fr 27/11  ..........------------------------------------.." in lines
    assert max(map(len, lines)) <= 90
