"""Figures and dates as Vietnamese letters write them, whatever language the program speaks: 1.234; 99,6; 09/10/2026."""

from datetime import date, datetime, timedelta, tzinfo

__all__ = ["count", "day", "decimal", "duration", "hours", "moment", "share"]

_HOUR = timedelta(hours=1)


def count(number: int) -> str:
    """A whole number with points between thousands."""
    return f"{number:,}".replace(",", ".")


def decimal(number: float, places: int = 1) -> str:
    """A number with a comma; cut, never rounded up, so that no figure is better than what it stands for."""
    scale = 10**places
    whole, rest = divmod(int(number * scale + 1e-9), scale)
    return f"{count(whole)},{rest:0{places}}" if places else count(whole)


def duration(length: timedelta) -> str:
    """A length in hours, minutes and seconds, whole seconds, cut; what is shorter than a second is told, too."""
    seconds = int(length.total_seconds())
    parts = [(seconds // 3600, "giờ"), (seconds // 60 % 60, "phút"), (seconds % 60, "giây")]
    said = [f"{count(number)} {unit}" for number, unit in parts if number]
    return " ".join(said) or ("dưới 1 giây" if length else "0 giây")


def hours(length: timedelta) -> str:
    """A length in hours with two places, cut; below an hour in minutes and seconds, which two places would lose."""
    return f"{decimal(length / _HOUR, 2)} giờ" if length >= _HOUR else duration(length)


def share(part: timedelta, whole: timedelta) -> str:
    """A part in per cent with one place, cut: 99,99 % is never told as 100, and what there was never as nothing."""
    percent = decimal(100 * part / whole) if whole else "0,0"
    return "chưa tới 0,1 %" if part and percent == "0,0" else f"bằng {percent} %"


def day(at: date) -> str:
    """15/11/2026."""
    return f"{at:%d/%m/%Y}"


def moment(at: datetime, zone: tzinfo) -> str:
    """06:00:00 ngày 15/11/2026, in the civil time of the board."""
    civil = at.astimezone(zone)
    return f"{civil:%H:%M:%S} ngày {civil:%d/%m/%Y}"
