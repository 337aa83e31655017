"""What people type on the command line, read into values: sizes, instants, numbers, options, speeds."""

import math
import re
from datetime import date, datetime, time, tzinfo

import click

from signboard.campaign.days import parse_day
from signboard.errors import N_, InputError, UsageError
from signboard.locale import fill
from signboard.schedule.days import shift

__all__ = ["CHOICE_OF_MOTION", "Number", "Pair", "Size", "Whole", "full_day", "parse_instant"]

CHOICE_OF_MOTION = ("auto", "static", "pages", "wipe", "fade", "scroll", "card")

_INSTANT = re.compile(
    r"(?P<day>\S+?|ngày\s+\S+?)"
    r"(?:(?:T|,?\s+)(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,6}))?)?"
    r"(?P<offset>Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_SHORT_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")

WIDEST_PX, HIGHEST_PX = 4096, 1024
"""Far beyond any board."""
_ENDLESS = 1e9
"""Thirty years of seconds; keeps infinity and nan out."""


class Size(click.ParamType[tuple[int, int]]):
    """`128x32` → (128, 32)."""

    name = "WxH"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Read it.

        Raises:
            click.BadParameter: it is no size of a board.
        """
        found = re.fullmatch(r"(\d{1,9})\s*[xX*×]\s*(\d{1,9})", str(value).strip())
        if not found:
            self.fail(
                fill(N_("'{value}' is no size; write width x height in pixels, such as 128x32."), value=value),
                param,
                ctx,
            )
        width_px, height_px = int(found[1]), int(found[2])
        if not 1 <= width_px <= WIDEST_PX or not 1 <= height_px <= HIGHEST_PX:
            told = fill(
                N_("'{value}' is no size of a board: the width is 1 to {width} pixels, the height 1 to {height}."),
                value=value,
                width=WIDEST_PX,
                height=HIGHEST_PX,
            )
            self.fail(told, param, ctx)
        return width_px, height_px


class Number(click.ParamType[float]):
    """A decimal number above `low`; a decimal comma is taken too."""

    name = "N"

    def __init__(self, low: float = 0.0) -> None:
        self.low = low

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read it.

        Raises:
            click.BadParameter: it is no number, or not above the limit.
        """
        try:
            number = float(str(value).replace(",", "."))
        except ValueError:
            number = math.nan
        if not self.low < number:  # so that nan, which is above nothing, is refused too
            self.fail(fill(N_("'{value}' is no number above {low:g}."), value=value, low=self.low), param, ctx)
        if number >= _ENDLESS:
            self.fail(
                fill(N_("'{value}' is too large; give a number below {high}."), value=value, high=int(_ENDLESS)),
                param,
                ctx,
            )
        return number


class Whole(click.ParamType[int]):
    """A whole number from `low` to `high`."""

    name = "N"

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read it.

        Raises:
            click.BadParameter: it is no whole number in the range.
        """
        text = str(value).strip()
        if not re.fullmatch(r"\d{1,9}", text) or not self.low <= int(text) <= self.high:
            self.fail(
                fill(
                    N_("'{value}' is no whole number from {low} to {high}."), value=value, low=self.low, high=self.high
                ),
                param,
                ctx,
            )
        return int(text)


class Pair(click.ParamType[tuple[str, str]]):
    """`name=value` → (name, value)."""

    name = "K=V"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Read it.

        Raises:
            click.BadParameter: there is no `=`.
        """
        if isinstance(value, tuple):
            return value
        key, mark, text = str(value).partition("=")
        if not mark or not key.strip():
            self.fail(fill(N_("'{value}' is no option; write name=value."), value=value), param, ctx)
        return key.strip(), text.strip()


def full_day(typed: str) -> date:
    """A day with its year, as `parse_day` takes it.

    Raises:
        InputError: `bad_day`, it comes back every year; else as `parse_day`.
    """
    day = parse_day(typed)
    if not isinstance(day, date):
        raise InputError(N_("'{day}' is no full date; write the year, too, as 15/11/2026."), code="bad_day", day=typed)
    return day


def parse_instant(text: str, zone: tzinfo) -> datetime:
    """A day as campaigns take it (`15/11/2026`, `15-11-2026`, `2026-11-15`), alone (its midnight) or with a time.

    The time is `06:00`, `06:00:00` or `06:00:00.5`, after a blank or `T`; an offset behind it (`+07:00`, `Z`) counts
    instead of the zone. `24:00` is the next midnight.

    Raises:
        UsageError: `bad_instant`, no day and time at all.
        InputError: `no_such_day` or `no_such_time`, one that no calendar and no clock has.
    """
    found = _INSTANT.fullmatch(text.strip())
    day = _day(found["day"]) if found else None
    if found is None or day is None:
        raise UsageError(
            N_("'{text}' is no day and time; write 15/11/2026 06:00 or 2026-11-15T06:00."),
            code="bad_instant",
            text=text,
        )
    try:
        return _instant(day, found.groupdict(), zone)
    except ValueError as error:
        raise InputError(
            N_("There is no time {time}; a day runs from 00:00:00 to 23:59:59."),
            code="no_such_time",
            time=text.strip()[len(found["day"]) :].strip(" ,Tt"),
        ) from error


def _day(text: str) -> date | None:
    """The day, None where it is none or lacks its year.

    Raises:
        InputError: `no_such_day`.
    """
    short = _SHORT_ISO.fullmatch(text)
    try:
        day = parse_day(f"{short[1]}-{short[2]:0>2}-{short[3]:0>2}" if short else text)
    except InputError as error:
        if error.code == "no_such_day":
            raise
        return None
    return day if isinstance(day, date) else None


def _instant(day: date, parts: dict[str, str | None], zone: tzinfo) -> datetime:
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    micros = int((parts["fraction"] or "0").ljust(6, "0"))
    offset = parts["offset"]
    if (hour, minute, second, micros) == (24, 0, 0, 0) and not offset:
        return datetime.combine(shift(day, 1), time(), zone)
    if not offset:
        return datetime.combine(day, time(hour, minute, second, micros), zone)
    written = f"{day.isoformat()}T{hour:02}:{minute:02}:{second:02}.{micros:06}{offset.upper()}"
    return datetime.fromisoformat(written).astimezone(zone)
