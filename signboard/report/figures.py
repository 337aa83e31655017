"""Figures and dates as Vietnamese letters write them, whatever language the program speaks: 1.234; 99,6; 09/10/2026."""

from datetime import date, datetime, timedelta, tzinfo

__all__ = ["count", "day", "decimal", "duration", "hours", "moment"]


def count(number: int) -> str:
    """A whole number with points between thousands."""
    return f"{number:,}".replace(",", ".")


def decimal(number: float, places: int = 1) -> str:
    """A number with a comma; cut, never rounded up, so that no figure is better than what it stands for."""
    scale = 10**places
    whole, rest = divmod(int(number * scale + 1e-9), scale)
    return f"{count(whole)},{rest:0{places}}" if places else count(whole)


def duration(length: timedelta) -> str:
    """A length in hours, minutes and seconds, whole seconds, cut."""
    seconds = int(length.total_seconds())
    parts = [(seconds // 3600, "giờ"), (seconds // 60 % 60, "phút"), (seconds % 60, "giây")]
    said = [f"{count(number)} {unit}" for number, unit in parts if number]
    return " ".join(said) or "0 giây"


def hours(length: timedelta) -> str:
    """A length in hours with two places, cut."""
    return decimal(length.total_seconds() / 3600, 2)


def day(at: date) -> str:
    """15/11/2026."""
    return f"{at:%d/%m/%Y}"


def moment(at: datetime, zone: tzinfo) -> str:
    """06:00:00 ngày 15/11/2026, in the civil time of the board."""
    civil = at.astimezone(zone)
    return f"{civil:%H:%M:%S} ngày {civil:%d/%m/%Y}"
