"""A rehearsal on one sheet: a strip for each day with its gaps and their causes, bars of passes for each slogan.

Told by shape as well as by colour, because offices print in black: what stood as due is solid, a gap is a frame with a
cross, at least so wide that it can be seen.
"""

import base64
import html
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from io import BytesIO

from PIL import Image, ImageDraw

from signboard import app
from signboard.cli.columns import wrapped
from signboard.cli.pictures import letters
from signboard.cli.rehearsing import CAUSES, UNEXPLAINED, days_of, passes_of, verdict_text
from signboard.errors import N_
from signboard.locale import _, fill, instant_text, language
from signboard.rehearsal.faults import Kind
from signboard.rehearsal.judge import SLOT_US, Gap
from signboard.rehearsal.outcome import Outcome

__all__ = ["picture", "sheet"]

_INK, _SHOWN, _GRID = "#141418", "#187042", "#dddddd"
_COLOURS: Mapping[Kind | None, str] = {
    Kind.MAINS: "#141418",
    Kind.WRONG_BOOT: "#6e5032",
    Kind.COMPUTER: "#1e5ac8",
    Kind.CRASH: "#0096aa",
    Kind.BOARD_POWER: "#7832a0",
    Kind.UNPLUG: "#c42828",
    Kind.LOOSE: "#e27814",
    Kind.STRANGER: "#5a8c14",
    Kind.NOISE: "#aa8c00",
    Kind.CLOCK: "#dc3ca0",
    None: "#ff0000",
}
_ROW_PX, _LEFT_PX, _HOUR_PX, _BAR_PX = 22, 72, 34, 24
_WIDTH_PX = _LEFT_PX + 24 * _HOUR_PX + 24
_BARS_LEFT_PX, _BARS_PX = 40, 300
_LETTERS, _SLOGAN_LETTERS = 100, 44
_SEEN_PX = 5
_HOUR = timedelta(hours=1)


def sheet(stage: app.Stage, outcome: Outcome, suffix: str) -> bytes:
    """The sheet as a PNG file, or as a web page that holds it (`.html`)."""
    png = picture(stage, outcome)
    if suffix == ".png":
        return png
    title, image = html.escape(_title(outcome)), base64.b64encode(png).decode()
    return (
        f'<!doctype html>\n<html lang="{language()}"><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><h1>{title}</h1><p>{html.escape(verdict_text(outcome))}</p>\n"
        f'<img alt="{title}" src="data:image/png;base64,{image}"></body></html>\n'
    ).encode()


def picture(stage: app.Stage, outcome: Outcome) -> bytes:
    """The sheet as a PNG file."""
    said = [_title(outcome), *wrapped("", verdict_text(outcome), _LETTERS)]
    days = [one.day for one in days_of(outcome)]
    passes = passes_of(stage, outcome)
    kinds = [kind for kind in _COLOURS if any(_kind(gap) is kind for gap in outcome.gaps)]
    days_px = len(said) * _ROW_PX + 32
    legend_px = days_px + len(days) * _ROW_PX + 10
    bars_px = legend_px + -(-len(kinds) // 2) * _ROW_PX + 14
    paper = _Paper((_WIDTH_PX, bars_px + _BAR_PX * (len(passes) + 1) + 12))
    for number, line in enumerate(said):
        paper.write((8, 8 + number * _ROW_PX), line)
    paper.draw_days(days, days_px)
    for slot in outcome.lit_us:
        paper.draw_lit(outcome.course.start_at + timedelta(microseconds=slot * SLOT_US))
    for gap in outcome.gaps:
        paper.draw_gap(gap, outcome.course.start_at)
    for number, kind in enumerate(kinds):
        left, top = 8 + number % 2 * (_WIDTH_PX // 2), legend_px + number // 2 * _ROW_PX
        paper.cross((left, top + 3, left + 24, top + _ROW_PX - 5), _COLOURS[kind])
        paper.write((left + 34, top + 2), _(CAUSES[kind]) if kind else _(UNEXPLAINED))
    paper.draw_bars(passes, bars_px)
    return paper.png()


def _title(outcome: Outcome) -> str:
    course = outcome.course
    return fill(
        N_("Rehearsal from {since} to {until}, {count} mishaps"),
        since=instant_text(course.start_at, course.start_at.tzinfo),
        until=instant_text(course.until_at, course.until_at.tzinfo),
        count=len(course.faults),
    )


def _kind(gap: Gap) -> Kind | None:
    return gap.cause.kind if gap.cause else None


class _Paper:
    """The picture in the making."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._image = Image.new("RGB", size, "white")
        self._pen = ImageDraw.Draw(self._image)
        self._pen.fontmode = "1"  # the font is pixels, so its edges are kept
        self._font = letters(16)
        self._tops: dict[date, int] = {}

    def png(self) -> bytes:
        """The file."""
        out = BytesIO()
        self._image.save(out, "PNG", optimize=True)
        return out.getvalue()

    def write(self, at: tuple[float, float], text: str) -> None:
        """A line of text."""
        self._pen.text(at, text, _INK, self._font)

    def draw_days(self, days: Sequence[date], top: int) -> None:
        """The grid: a row for each day, a line every three hours."""
        self._tops = {day: top + number * _ROW_PX for number, day in enumerate(days)}
        for hour in range(0, 25, 3):
            left = _LEFT_PX + hour * _HOUR_PX
            self.write((left - 8, top - 20), f"{hour:02}")
            self._pen.line((left, top, left, top + len(days) * _ROW_PX), fill=_GRID)
        for day, row in self._tops.items():
            self.write((8, row + 3), f"{day:%d/%m}")

    def draw_lit(self, at: datetime) -> None:
        """Ten minutes in which something was due."""
        left, top = self._left(at), self._tops[at.date()]
        self._pen.rectangle((left, top + 3, left + _HOUR_PX / 6, top + _ROW_PX - 5), fill=_SHOWN)

    def draw_gap(self, gap: Gap, start_at: datetime) -> None:
        """A gap, day by day."""
        at, until_at = (start_at + timedelta(microseconds=us) for us in (gap.since_us, gap.until_us))
        while at < until_at:
            midnight = at.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
            end_at = min(midnight, until_at)
            left, top = self._left(at), self._tops[at.date()]
            right = left + max(_SEEN_PX, (end_at - at) / _HOUR * _HOUR_PX)
            self.cross((left, top + 1, right, top + _ROW_PX - 3), _COLOURS[_kind(gap)])
            at = end_at

    def cross(self, box: tuple[float, float, float, float], colour: str) -> None:
        """A frame with a cross."""
        left, top, right, low = box
        self._pen.rectangle(box, fill="white", outline=colour)
        self._pen.line((left, low, right, top), fill=colour)
        self._pen.line((left, top, right, low), fill=colour)

    def draw_bars(self, passes: Sequence[Mapping[str, object]], top: int) -> None:
        """A bar for each slogan: whole passes, and how many were due."""
        most = max((int(str(one["due"])) for one in passes), default=1) or 1
        self.write((8, top), _(N_("Whole passes of each slogan")))
        for number, one in enumerate(passes, 1):
            row = top + number * _BAR_PX
            due, whole = int(str(one["due"])), int(str(one["whole"]))
            self.write((8, row + 3), str(number))
            right = _BARS_LEFT_PX + _BARS_PX * whole / most
            self._pen.rectangle((_BARS_LEFT_PX, row + 3, right, row + _BAR_PX - 5), fill=_SHOWN)
            end = _BARS_LEFT_PX + _BARS_PX * due / most
            self._pen.rectangle((_BARS_LEFT_PX, row + 3, end, row + _BAR_PX - 5), outline=_INK)
            text = wrapped("", str(one["text"]), _SLOGAN_LETTERS)
            cut = text[0] + ("…" if len(text) > 1 else "")
            self.write((_BARS_LEFT_PX + _BARS_PX + 10, row + 3), f"{whole}/{due}  {cut}")

    def _left(self, at: datetime) -> float:
        midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
        return _LEFT_PX + (at - midnight) / _HOUR * _HOUR_PX
