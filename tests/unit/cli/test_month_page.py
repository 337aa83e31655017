"""A calendar sheet as a web page."""

import re
from datetime import date

from crowded import TIMETABLE

from signboard.cli.month import make_sheet
from signboard.cli.month_page import COLOURS, DARK_COLOUR, colours_of, sheet_page

SHEET = make_sheet(TIMETABLE, date(2026, 11, 1), date(2026, 11, 30))
PAGE = sheet_page(SHEET).decode()


def test_a_month_as_on_a_wall() -> None:
    """Seven columns from Monday; November 2026 begins on a Sunday, so six weeks."""
    assert PAGE.count("<tr>") == 7
    assert re.findall(r"<th>(\w+)</th>", PAGE) == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    assert PAGE.count('<td class="other">') == 6 + 6
    assert PAGE.count("<b>") == 30


def test_bars_stand_where_their_hours_are() -> None:
    """05:00-23:00 of the first."""
    first = PAGE.split("<b>01/11</b>")[1].split("</td>")[0]
    assert "left: 20.833%; width: 75.000%" in first
    assert 'title="05:00-23:00">A<' in first


def test_nothing_of_the_page_comes_from_outside() -> None:
    """It opens without any network, and names are escaped."""
    assert "http" not in PAGE
    assert "<script" not in PAGE


def test_those_who_share_are_striped_and_the_dark_is_grey() -> None:
    """A colour for each campaign."""
    shared = SHEET.days[14].overlaps[0]
    dark = SHEET.days[26].stretches[0]
    assert len(set(colours_of(SHEET, shared))) == 2
    assert set(colours_of(SHEET, shared)) < set(COLOURS)
    assert colours_of(SHEET, dark) == [DARK_COLOUR]
    assert "linear-gradient" in PAGE
