"""Charts of the report as PNG: a strip for each day with what was planned, shown and missing; bars for the slogans.

Told by shape as well as by colour, because offices print in black: shown is solid, missing is a frame with a cross.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from signboard.report.account import Account, minus
from signboard.report.figures import count

__all__ = ["bars", "day_strips"]

Span = tuple[datetime, datetime]

_INK, _GREY, _SHOWN, _MISSING = (0, 0, 0), (205, 205, 205), (20, 110, 60), (190, 0, 0)
_ROW_PX, _LEFT_PX, _TOP_PX, _HOUR_PX = 22, 104, 28, 20
_DAY_H = 24
_BAR_PX, _BARS_LEFT_PX, _BARS_PX = 24, 70, 440
_MOST_ROWS = 31
"""A month; more rows, as wide as the text, would be higher than a page of paper."""


def day_strips(account: Account, planned: Sequence[Span], zone: tzinfo, font: Path) -> list[bytes]:
    """A row for each day, 24 hours wide: grey is planned, green was shown, a red frame with a cross is a gap.

    A picture for each 31 days.

    Args:
        account: of the span; only days with something planned are drawn.
        planned: stretches that were to be lit.
        zone: whose days.
        font: a TrueType file with Vietnamese letters.
    """
    days = [one.day for one in account.days if one.planned]
    gaps = [(gap.since_at, gap.until_at) for gap in account.gaps]
    grey, shown, missing = (_by_day(spans, zone) for spans in (planned, minus(sorted(planned), gaps), gaps))
    drawn = [(datetime.combine(day, time(), zone), grey[day], shown[day], missing[day]) for day in days]
    letters = ImageFont.truetype(str(font), 16)
    return [_strip(drawn[first : first + _MOST_ROWS], letters) for first in range(0, len(drawn), _MOST_ROWS)]


def _strip(
    days: Sequence[tuple[datetime, Sequence[Span], Sequence[Span], Sequence[Span]]], letters: ImageFont.FreeTypeFont
) -> bytes:
    """Days by their midnights, with what was planned, shown and missing."""
    image = Image.new("RGB", (_LEFT_PX + _DAY_H * _HOUR_PX + 12, _TOP_PX + _ROW_PX * len(days) + 34), "white")
    pen = ImageDraw.Draw(image)
    for hour in range(0, _DAY_H + 1, 3):
        left = _LEFT_PX + hour * _HOUR_PX
        pen.text((left - 8, 4), f"{hour:02}", fill=_INK, font=letters)
        pen.line((left, _TOP_PX, left, _TOP_PX + _ROW_PX * len(days)), fill=(230, 230, 230))
    for number, (midnight, planned, shown, missing) in enumerate(days):
        row = _Row(pen, midnight, _TOP_PX + number * _ROW_PX)
        pen.text((4, row.top + 2), f"{midnight:%d/%m/%Y}", fill=_INK, font=letters)
        for start, end in planned:
            row.box(start, end, _GREY)
        for start, end in shown:  # gaps between two pictures are too short to be drawn and stand in the tables
            row.box(start, end, _SHOWN)
        for start, end in missing:
            row.cross(start, end)
    legend = "Xanh: đã chạy. Xám: theo kế hoạch. Khung gạch chéo: không chạy."
    pen.text((4, _TOP_PX + _ROW_PX * len(days) + 10), legend, fill=_INK, font=letters)
    return _png(image)


def _by_day(spans: Iterable[Span], zone: tzinfo) -> dict[date, list[Span]]:
    """The stretches that touch each day."""
    found: dict[date, list[Span]] = defaultdict(list)
    for start, end in spans:
        day, last = (at.astimezone(zone).date() for at in (start, end))
        while day <= last:
            found[day].append((start, end))
            day += timedelta(days=1)
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    """One day of the strip: where it is drawn, and the midnight that it begins with."""

    pen: ImageDraw.ImageDraw
    midnight: datetime
    top: int

    def box(self, start: datetime, end: datetime, colour: tuple[int, int, int]) -> None:
        """A stretch."""
        edges = self._edges(start, end)
        if edges:
            self.pen.rectangle((edges[0], self.top + 3, max(edges[0], edges[1] - 1), self._lower), fill=colour)

    def cross(self, start: datetime, end: datetime) -> None:
        """A stretch of nothing."""
        edges = self._edges(start, end)
        if not edges:
            return
        left, right, upper = edges[0], max(edges[1], edges[0] + 2), self.top + 3
        self.pen.rectangle((left, upper, right, self._lower), fill="white", outline=_MISSING)
        self.pen.line((left, self._lower, right, upper), fill=_MISSING)
        self.pen.line((left, upper, right, self._lower), fill=_MISSING)

    @property
    def _lower(self) -> int:
        return self.top + _ROW_PX - 5

    def _edges(self, start: datetime, end: datetime) -> tuple[float, float] | None:
        """Where the stretch begins and ends; None where it does not touch the day."""
        hours = [max(0.0, min(_DAY_H, (at - self.midnight) / timedelta(hours=1))) for at in (start, end)]
        left, right = (_LEFT_PX + hour * _HOUR_PX for hour in hours)
        return (left, right) if left < right else None


def bars(passes: Sequence[tuple[int, int]], font: Path) -> list[bytes]:
    """A bar for each slogan: its number in the list and its whole passes; a picture for each 31 slogans, to one scale.

    Args:
        passes: (number, passes), at least one.
        font: a TrueType file.
    """
    most = max([number for _place, number in passes] + [1])
    letters = ImageFont.truetype(str(font), 16)
    parts = [passes[first : first + _MOST_ROWS] for first in range(0, len(passes), _MOST_ROWS)]
    return [_bars(part, most, letters) for part in parts]


def _bars(passes: Sequence[tuple[int, int]], most: int, letters: ImageFont.FreeTypeFont) -> bytes:
    image = Image.new("RGB", (_BARS_LEFT_PX + _BARS_PX + 80, _BAR_PX * len(passes) + 8), "white")
    pen = ImageDraw.Draw(image)
    for row, (place, number) in enumerate(passes):
        top = 4 + row * _BAR_PX
        length = round(_BARS_PX * number / most)
        pen.text((6, top + 3), f"Câu {place}", fill=_INK, font=letters)
        pen.rectangle((_BARS_LEFT_PX, top + 3, _BARS_LEFT_PX + length, top + _BAR_PX - 5), fill=_SHOWN)
        pen.text((_BARS_LEFT_PX + length + 8, top + 3), count(number), fill=_INK, font=letters)
    return _png(image)


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
