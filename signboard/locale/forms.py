"""Dates, times and numbers as people of each language write them: 15/11/2026 06:00:00 and 1.234,5 in Vietnamese."""

from datetime import date, datetime, tzinfo

from signboard.locale.language import language

__all__ = ["day_text", "instant_text", "number_text"]


def day_text(day: date) -> str:
    """15/11/2026 in Vietnamese, 2026-11-15 in English."""
    return day.strftime("%d/%m/%Y") if language() == "vi" else day.isoformat()


def instant_text(at: datetime, zone: tzinfo | None = None) -> str:
    """Day and time to the second, in `zone` where one is given."""
    local = at.astimezone(zone) if zone else at
    return f"{day_text(local.date())} {local:%H:%M:%S}"


def number_text(value: float, decimals: int = 0) -> str:
    """A number with grouped thousands: 1.234,5 in Vietnamese, 1,234.5 in English."""
    text = f"{value:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,")) if language() == "vi" else text
