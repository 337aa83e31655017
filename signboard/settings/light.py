"""The table [light] of signboard.toml: how bright the board is, apart from its content, and when it is off."""

from datetime import datetime, tzinfo
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from signboard.campaign.days import parse_hours
from signboard.campaign.order import Order
from signboard.errors import N_, SignboardError
from signboard.schedule.light import HANOI, LightPlan, Place, day_plan
from signboard.schedule.special import built_in_orders
from signboard.settings.tables import Table

__all__ = ["LightSettings"]

BY_SUN = "sun"
_HALF_HOUR_MIN, _DAY_MIN = 30, 1440


def _hours_or_sun(text: str) -> str:
    return text if text == BY_SUN else _half_hours(text)


def _half_hours(text: str) -> str:
    """Hours whose ends are full or half hours; nothing is fine, too."""
    try:
        marks = parse_hours(text) if text else None
    except SignboardError as error:
        raise ValueError(text) from error
    if marks and (marks.start_min % _HALF_HOUR_MIN or marks.end_min % _HALF_HOUR_MIN):
        raise ValueError(text)
    return text


def _off_hours(text: str) -> str:
    marks = parse_hours(text) if _half_hours(text) else None
    if marks and marks.end_min - marks.start_min >= _DAY_MIN:
        raise ValueError(text)  # a board that is always off is none
    return text


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.replace(",", " ").split()))


def _percents(text: str) -> str:
    if text:
        try:
            LightPlan(_numbers(text))
        except SignboardError as error:
            raise ValueError(text) from error
    return text


def _alone(text: str, found: ValidationInfo) -> str:
    """Hours off beside the 48 numbers would say nothing: 0 among them is off."""
    if text and found.data.get("off_hours"):
        raise PydanticCustomError("beside_off_hours", "half_hours beside off_hours")
    return text


class LightSettings(Table):
    """How bright the board is, apart from its content, and when it is off."""

    day: int = Field(
        default=100, ge=1, le=100, title="percent of light by day", description=N_("a whole number from 1 to 100")
    )
    night: int = Field(
        default=50, ge=1, le=100, title="percent of light by night", description=N_("a whole number from 1 to 100")
    )
    night_hours: Annotated[str, AfterValidator(_hours_or_sun)] = Field(
        default="18:00-06:00",
        title="when it is night here; sun: from sunset to sunrise; empty: never",
        description=N_("sun, or hours that begin and end at a full or half hour, such as 18:00-06:00"),
    )
    off_hours: Annotated[str, AfterValidator(_off_hours)] = Field(
        default="",
        title="when the board is off, whatever is to be shown; empty: never",
        description=N_(
            "hours that begin and end at a full or half hour and leave some of the day, such as 22:00-06:00"
        ),
    )
    half_hours: Annotated[str, AfterValidator(_percents), AfterValidator(_alone)] = Field(
        default="",
        title="48 percentages, one for each half-hour from midnight, 0 is off; they stand instead of day, night and "
        "night_hours",
        description=N_(
            "48 whole numbers from 0 to 100 in one text, not all of them 0, "
            "such as 0 0 0 … 100 100 100; no off_hours beside it"
        ),
    )
    latitude: float = Field(
        default=HANOI.latitude,
        ge=-90,
        le=90,
        title="degrees north of the equator, for the sun",
        description=N_("a number from -90 to 90"),
    )
    longitude: float = Field(
        default=HANOI.longitude,
        ge=-180,
        le=180,
        title="degrees east of Greenwich, for the sun",
        description=N_("a number from -180 to 180"),
    )
    earth_hour: bool = Field(
        default=True,
        title="the board is dark on the last Saturday of March from 20:30 to 21:30",
        description=N_("true or false"),
    )

    @property
    def plan(self) -> LightPlan:
        """What the schedule needs of it."""
        place = Place(self.latitude, self.longitude)
        if self.half_hours:
            return LightPlan(_numbers(self.half_hours), None, place)
        follows_sun = self.night_hours == BY_SUN
        nights = () if follows_sun or not self.night_hours else (parse_hours(self.night_hours),)
        offs = (parse_hours(self.off_hours),) if self.off_hours else ()
        return day_plan(self.day, self.night, nights, offs, place, by_sun=follows_sun)

    def built_in_orders(self, now_at: datetime, zone: tzinfo) -> tuple[Order, ...]:
        """What holds without anybody giving an order: Earth hour, the hours off."""
        return built_in_orders(now_at, zone, has_earth_hour=self.earth_hour, plan=self.plan)
