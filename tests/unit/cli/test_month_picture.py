"""A calendar sheet as a picture."""

from datetime import date
from io import BytesIO

from crowded import TIMETABLE
from PIL import Image

from signboard.cli.month import make_sheet
from signboard.cli.month_page import COLOURS
from signboard.cli.month_picture import sheet_png

SHEET = make_sheet(TIMETABLE, date(2026, 11, 1), date(2026, 11, 30))


def _pixel(picture: Image.Image, column: int, row: int, minute: int) -> str:
    """The colour of the bar of a day, by its place on the wall, at a minute of the day."""
    left, top = 24 + column * 160 + 8, 70 + row * 84 + 30
    red, green, blue = picture.getpixel((left + minute * 144 // 1440, top + 2))  # type: ignore[misc] # an RGB picture
    return f"#{red:02x}{green:02x}{blue:02x}"


def test_bars_have_the_colours_of_their_campaigns() -> None:
    """Sunday the first: dark at four, standby at noon; Thursday the 12th: the urgent text at noon."""
    picture = Image.open(BytesIO(sheet_png(SHEET)))
    standby, storm = (COLOURS["ABCDEF".index(SHEET.marks[name])] for name in ("office", "storm"))
    assert _pixel(picture, 6, 0, 240) == "#e8e8e8"
    assert _pixel(picture, 6, 0, 720) == standby
    assert _pixel(picture, 3, 2, 720) == storm


def test_a_longer_list_makes_a_higher_picture() -> None:
    """Nothing is cut."""
    short = make_sheet(TIMETABLE, date(2026, 11, 1), date(2026, 11, 7))
    sizes = [Image.open(BytesIO(sheet_png(sheet))).size for sheet in (short, SHEET)]
    assert sizes[0][0] == sizes[1][0]
    assert sizes[0][1] < sizes[1][1]
