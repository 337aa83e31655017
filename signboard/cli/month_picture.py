"""A calendar sheet as a PNG: a month as on a wall, a bar a day, in the fonts that ship."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from signboard.cli.columns import wrapped
from signboard.cli.month import Sheet, weekday_name
from signboard.cli.month_page import colour_of, colours_of
from signboard.cli.pictures import letters
from signboard.errors import N_
from signboard.locale import _
from signboard.schedule.almanac import DAY_MIN, DayPlan

__all__ = ["sheet_png"]

_CELL = (160, 84)
_EDGE = 24
_LINE = 22
_HEAD = 70
_LETTERS = 130
_INK, _PALE, _GRID, _PAPER = "#1c1a18", "#e8e8e8", "#999999", "#ffffff"
_BAR = (8, 30, 144, 22)
"""Left, top, width and height within a day."""


def sheet_png(sheet: Sheet) -> bytes:
    """The picture."""
    small, large = letters(16), letters(24)
    first = sheet.days[0].day.weekday()
    weeks = -(-(first + len(sheet.days)) // 7)
    words = _words(sheet)
    size = (2 * _EDGE + 7 * _CELL[0], _HEAD + weeks * _CELL[1] + _EDGE + len(words) * _LINE + _EDGE)
    image = Image.new("RGB", size, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.fontmode = "1"  # the fonts are pixels, so their edges are kept
    draw.text((_EDGE, 12), sheet.title, _INK, large)
    for number, plan in enumerate(sheet.days[:7]):
        column = (first + number) % 7
        draw.text((_EDGE + column * _CELL[0] + 8, _HEAD - 22), weekday_name(plan.day), _INK, small)
    for number, plan in enumerate(sheet.days):
        row, column = divmod(first + number, 7)
        _draw_day(draw, sheet, plan, (_EDGE + column * _CELL[0], _HEAD + row * _CELL[1]), small)
    top = _HEAD + weeks * _CELL[1] + _EDGE
    for mark, text in words:
        if mark:
            draw.rectangle((_EDGE, top, _EDGE + 18, top + 17), fill=colour_of(mark))
            draw.text((_EDGE + 5, top + 1), mark, _PAPER, small)
        draw.text((_EDGE + 28, top + 1), text, _INK, small)
        top += _LINE
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _words(sheet: Sheet) -> list[tuple[str, str]]:
    """The lines below the days: a letter where a line begins an entry of the legend."""
    found = []
    for mark, text in sheet.legend:
        lines = wrapped("", text, _LETTERS)
        found += [(mark, lines[0]), *(("", line) for line in lines[1:])]
    if sheet.notes:
        found.append(("", _(N_("Overlaps and dark hours:"))))
        found += [("", line) for note in sheet.notes for line in wrapped("  ", note, _LETTERS)]
    return found


def _draw_day(
    draw: ImageDraw.ImageDraw, sheet: Sheet, plan: DayPlan, corner: tuple[int, int], font: ImageFont.FreeTypeFont
) -> None:
    left, top = corner
    draw.rectangle((left, top, left + _CELL[0], top + _CELL[1]), outline=_GRID)
    draw.text((left + 8, top + 8), f"{plan.day:%d/%m}", _INK, font)
    bar_left, bar_top, width, height = left + _BAR[0], top + _BAR[1], _BAR[2], _BAR[3]
    draw.rectangle((bar_left, bar_top, bar_left + width - 1, bar_top + height - 1), fill=_PALE)
    for stretch in plan.stretches:
        start, end = (bar_left + minute * width // DAY_MIN for minute in sheet.minutes(plan.day, stretch))
        colours = colours_of(sheet, stretch)
        for n, colour in enumerate(colours):
            upper, lower = (bar_top + height * part // len(colours) for part in (n, n + 1))
            draw.rectangle((start, upper, max(start, end - 1), lower - 1), fill=colour)
        mark = sheet.mark(stretch)
        room = draw.textlength(mark, font)
        if end - start > room + 2:
            draw.text(((start + end - room) // 2, bar_top + 3), mark, _PAPER, font)
    draw.text((left + 8, top + 58), sheet.lit_hours(plan), _INK, font)
