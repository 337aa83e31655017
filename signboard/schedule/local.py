"""Civil time of one place ↔ instants, total: nothing here raises, whatever the year.

Rules for what clocks do:

* a local time that happens twice (clocks go back) means its first occurrence;
* a local time that is skipped (clocks go forward) means the instant of the skip, so a later local time is never an
  earlier instant;
* what would lie before year 1 or after year 9999 is clamped to the first or last instant that Python knows.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

__all__ = ["FIRST_AT", "LAST_AT", "instant", "local", "utc"]

FIRST_AT = datetime.min.replace(tzinfo=UTC)
LAST_AT = datetime.max.replace(tzinfo=UTC)

_MIDDLE_YEAR = 5000
_TICK = timedelta(microseconds=1)


def utc(at: datetime) -> datetime:
    """The same instant in UTC, clamped to years 1 to 9999."""
    if at.tzinfo is UTC:
        return at
    try:
        return at.astimezone(UTC)
    except OverflowError:
        return FIRST_AT if at.year < _MIDDLE_YEAR else LAST_AT


def local(at: datetime, zone: tzinfo) -> datetime:
    """The naive civil time of an instant, clamped to years 1 to 9999."""
    try:
        return at.astimezone(zone).replace(tzinfo=None)
    except OverflowError:
        return datetime.min if at.year < _MIDDLE_YEAR else datetime.max  # noqa: DTZ901 - naive on purpose: civil time


def instant(day: date, minute: int, zone: tzinfo) -> datetime:
    """The UTC instant `minute` minutes of civil time after local midnight of `day` (1440 is the next midnight)."""
    try:
        civil = datetime.combine(day, time()) + timedelta(minutes=minute)
        return _resolve(civil, zone)
    except OverflowError:
        return FIRST_AT if day.year < _MIDDLE_YEAR else LAST_AT


def _resolve(civil: datetime, zone: tzinfo) -> datetime:
    first, second = (civil.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    before, after = first.utcoffset() or timedelta(), second.utcoffset() or timedelta()
    if before >= after:
        return first.astimezone(UTC)
    return _skip((civil - after).replace(tzinfo=UTC), (civil - before).replace(tzinfo=UTC), zone)


def _skip(early_at: datetime, late_at: datetime, zone: tzinfo) -> datetime:
    """The instant in (early_at, late_at] at which the zone's offset changes, by bisection."""
    old = early_at.astimezone(zone).utcoffset()
    while late_at - early_at > _TICK:
        middle_at = early_at + (late_at - early_at) // 2
        if middle_at.astimezone(zone).utcoffset() == old:
            early_at = middle_at
        else:
            late_at = middle_at
    return late_at
