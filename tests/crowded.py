"""A crowded month on paper, November 2026: campaigns that overlap, an urgent text, a dark morning, mourning."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.order import BLANK, MOURNING, OVERRIDE, Order
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.schedule.timetable import Timetable

__all__ = ["CAMPAIGNS", "HANOI", "ORDERS", "TIMETABLE", "day"]

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def day(number: int, hour: int = 0) -> datetime:
    """An instant of the month."""
    return datetime(2026, 11, number, hour, tzinfo=HANOI)


def _campaign(name: str, days: tuple[int, int], *hours: tuple[int, int], level: Level = Level.CAMPAIGN) -> Campaign:
    period = Period(DayOfYear(11, days[0]), DayOfYear(11, days[1]))
    windows = tuple(HourWindow(60 * start, 60 * end) for start, end in hours)
    return Campaign(name, name.title(), period, windows, (Slogan(f"{name} một"), Slogan(f"{name} hai")), level=level)


CAMPAIGNS = (
    _campaign("gender", (15, 30), (6, 22)),
    _campaign("aids", (10, 30), (6, 11), (14, 22)),
    _campaign("teachers", (18, 20), (7, 10), level=Level.CORRECTION),
    _campaign("office", (1, 30), (5, 23), level=Level.STANDBY),
    Campaign("mute", "Mute", Period(DayOfYear(11, 2), DayOfYear(11, 2)), (HourWindow(240, 360),), ()),
)
STORM = Campaign("storm", "Storm", Period(date(2026, 1, 1), date(2026, 1, 1)), (), (Slogan("Bão số 9"),))
ORDERS = (
    Order("o", OVERRIDE, day(12, 9), day(12, 18), (STORM,), document="Công điện 12"),
    Order("b", BLANK, day(25, 8), day(25, 12)),
    Order("m", MOURNING, day(27), day(29), document="Thông báo 7"),
)
_EVERY = (*CAMPAIGNS, STORM)
TIMETABLE = Timetable(CAMPAIGNS, {one.key: 7000 for campaign in _EVERY for one in campaign.slogans}, HANOI, ORDERS)
