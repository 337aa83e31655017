"""What people type on the command line, read into values: sizes, instants, numbers, options, speeds."""

import re
from datetime import datetime, tzinfo

import click

from signboard.errors import N_, UsageError
from signboard.locale import fill

__all__ = ["CHOICE_OF_MOTION", "Number", "Pair", "Size", "Whole", "parse_instant"]

CHOICE_OF_MOTION = ("auto", "static", "pages", "scroll", "card")

_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:[T ](?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,6}))?)?)?"
    r"(?P<offset>Z|[+-]\d{2}:?\d{2})?"
)
_VIETNAMESE = re.compile(
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})"
    r"(?: +(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,6}))?)?)?(?P<offset>)"
)


class Size(click.ParamType[tuple[int, int]]):
    """`128x32` → (128, 32)."""

    name = "WxH"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Read it.

        Raises:
            click.BadParameter: it is no size of a board.
        """
        found = re.fullmatch(r"(\d{1,4})[xX*](\d{1,4})", str(value).strip())
        if not found or not 1 <= int(found[1]) <= 4096 or not 1 <= int(found[2]) <= 1024:  # noqa: PLR2004 - far beyond any board
            self.fail(
                fill(N_("'{value}' is no size; write width x height in pixels, such as 128x32."), value=value),
                param,
                ctx,
            )
        return int(found[1]), int(found[2])


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
            number = self.low
        if not self.low < number < 1e9:  # noqa: PLR2004 - thirty years of seconds; keeps infinity and nan out
            self.fail(fill(N_("'{value}' is no number above {low:g}."), value=value, low=self.low), param, ctx)
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


def parse_instant(text: str, zone: tzinfo) -> datetime:
    """`2026-11-15T06:00[:00[.123456]]` or `15/11/2026 06:00[:00]` in `zone`; a day alone is its midnight.

    An ISO text may end in an offset (`+07:00`, `Z`), which then counts instead of the zone.

    Raises:
        UsageError: `bad_instant`.
    """
    found = _ISO.fullmatch(text.strip()) or _VIETNAMESE.fullmatch(text.strip())
    if found:
        parts = found.groupdict()
        try:
            return _instant(parts, zone)
        except ValueError:
            pass
    raise UsageError(
        N_("'{text}' is no day and time; write 15/11/2026 06:00 or 2026-11-15T06:00."), code="bad_instant", text=text
    )


def _instant(parts: dict[str, str | None], zone: tzinfo) -> datetime:
    year, month, day, hour, minute, second = (
        int(parts[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    micros = int((parts["fraction"] or "0").ljust(6, "0"))
    offset = parts["offset"]
    if not offset:
        return datetime(year, month, day, hour, minute, second, micros, tzinfo=zone)
    written = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{micros:06}{offset}"
    return datetime.fromisoformat(written).astimezone(zone)
