"""A small campaign on a small BX-5E board, with pages that stand for long: months of it cost little."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.frame import art
from signboard.frame.message import Page, Pages
from signboard.playlog.showing import Showing
from signboard.protocols.bx5 import SPEC
from signboard.protocols.spec import BoardSpec
from signboard.rehearsal.course import Amount, course_of
from signboard.rehearsal.outcome import Outcome, outcome_of
from signboard.rehearsal.performance import Performance
from signboard.rehearsal.script import Script
from signboard.schedule.days import Span

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
BOARD = BoardSpec(16, 8)
SLOGANS = (Slogan("one"), Slogan("two"), Slogan("three"))
MONTH = Span(date(2026, 11, 15), date(2026, 12, 15))
START_AT = datetime(2026, 11, 14, 23, 50, tzinfo=HANOI)


def picture(*lit: int) -> Page:
    """A page of five minutes on which these columns of the first row are lit."""
    row = "".join("#" if x in lit else "." for x in range(16))
    return Page(art.parse("\n".join([row, *["." * 16] * 7])), 300_000)


MESSAGES: Mapping[str, Pages] = {
    SLOGANS[0].id: Pages((picture(0),)),
    SLOGANS[1].id: Pages((picture(1), picture(2, 3))),
    SLOGANS[2].id: Pages((picture(4), picture(5, 6), picture(7))),
}


def small_script(*hours: HourWindow, faster: int = 1) -> Script:
    """15/11-15/12, by default 07:00-11:00 and 17:00-20:00; pages stand for 300 s, or so many times shorter."""
    period = Period(DayOfYear(11, 15), DayOfYear(12, 15))
    windows = hours or (HourWindow(420, 660), HourWindow(1020, 1200))
    campaign = Campaign("month", "Month", period, windows, SLOGANS)
    messages = {
        key: Pages(tuple(replace(page, on_ms=page.on_ms // faster) for page in message.pages))
        for key, message in MESSAGES.items()
    }
    return Script(SPEC, BOARD, 57600, (campaign,), messages, HANOI)


class Book:
    """A store in memory: what a spool and a judge need of it."""

    def __init__(self) -> None:
        self.rows: list[Showing] = []
        self._open: tuple[str, Showing] | None = None

    def keep(
        self, finished: Sequence[Showing], still_open: Mapping[str, Showing | None], /, *, run: str = ""
    ) -> object:
        """Keep all of it; the row that another run left open ends."""
        if self._open and self._open[0] != run:
            self._add(replace(self._open[1], is_cut=True))
            self._open = None
        for row in finished:
            self._add(row)
        last = next(iter(still_open.values()))
        self._open = (run, last) if last else None
        return None

    def showings(self, board_id: str, since_at: datetime, until_at: datetime, /) -> Sequence[Showing]:
        """What it holds of this stretch."""
        del board_id
        rows = [*self.rows, *([replace(self._open[1], seq=len(self.rows) + 1)] if self._open else [])]
        return [row for row in rows if row.since_at < until_at and row.until_at >= since_at]

    def _add(self, row: Showing) -> None:
        self.rows.append(replace(row, seq=len(self.rows) + 1))


def faultless_day() -> Outcome:
    """What one day of the small campaign without any fault gives."""
    script = small_script()
    course = course_of(script, MONTH, 1, Amount.NONE, days=1)
    return outcome_of(script, course, [Performance(script, part, Book()).play() for part in course.parts])
