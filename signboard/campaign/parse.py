"""A campaign file (TOML, UTF-8) to a Campaign; every problem of the file at once, each with its place.

    id = "binh-dang-gioi"        # lower-case word
    title = "…"
    first_day = "15/11"          # every year; or "15/11/2026", or 2026-11-15
    last_day = "15/12"           # included
    hours = ["06:00-22:00"]
    level = "chiến dịch"         # optional: khẩn, đính chính, chiến dịch, thường trực, dự phòng (or the English words)
    priority = 0                 # optional: rank within the level
    weight = 1                   # optional: share of the passes beside campaigns of the same rank
    weekdays = ["T2-T6"]         # optional
    festive = false              # optional: rests in times of mourning
    lunar = false                # optional: both days are of the lunar calendar and come every lunar year
    sources = ["…"]              # optional
    [[slogans]]
    text = "…"
    source = "…"                 # optional
    years = [2024]               # optional; else the years that the text names, [] for every year
    first_day = "20/11"          # optional, with last_day: its own days within those of the campaign
    hours = ["07:00-09:00"]      # optional: its own hours
    weekdays = ["CN"]            # optional: its own days of the week
    weight = 2                   # optional: passes a round
    least_per_hour = 6           # optional: whole passes in every hour
    colour = "đỏ"                # optional, as are emphasis, icon, qr: see `signboard.campaign.parse_look`

Slogan texts are tidied (letters, blanks), never stripped: numbers and quotes in a campaign file are meant.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from signboard.campaign.campaign import Campaign
from signboard.campaign.days import parse_day, parse_hours, write_day, write_hours
from signboard.campaign.look import PLAIN, Look
from signboard.campaign.lunar import next_period
from signboard.campaign.parse_look import FILE_KEYS, KEYS, IconReader, parse_look
from signboard.campaign.parse_rank import MOST_PER_HOUR, MOST_WEIGHT, read_count, read_level, read_weekdays
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.reading import Reading
from signboard.campaign.slogan import MOST_CHARACTERS, Slogan
from signboard.campaign.toml_file import read_toml
from signboard.errors import N_
from signboard.text.clean import tidy_line
from signboard.text.decode import decode_text
from signboard.text.years import named_years

__all__ = ["MOST_SLOGANS", "parse_campaign"]

_RANK_KEYS = ("level", "priority", "weight", "weekdays", "festive", "lunar")
_CAMPAIGN_KEYS = ("id", "title", "first_day", "last_day", "hours", "sources", "slogans", *_RANK_KEYS, *FILE_KEYS)
_OWN_KEYS = ("first_day", "last_day", "hours", "weekdays", "weight", "least_per_hour")
_SLOGAN_KEYS = ("text", "source", "years", *_OWN_KEYS, *KEYS)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY_MIN = 1440
MOST_SLOGANS = 2_000
"""Of one campaign file; a board shows some dozens a day."""
_YEARS = range(2000, 2100)


def parse_campaign(
    raw: bytes, file: str, icons: IconReader | None = None, *, today_day: date | None = None
) -> Campaign:
    """The campaign in a file.

    Args:
        raw: the whole content.
        file: its name, for the sentences only.
        icons: finds the pictures that the file names; None where none can be read.
        today_day: date at the board's place; a lunar campaign becomes its next occurrence from then on.

    Raises:
        InputError: `empty`, `binary`, `not_utf8`, `too_large`, `bad_toml`: nothing can be read.
        ProblemsError: `unknown_key`, `missing_key`, `wrong_kind`, `empty_text`, `bad_id`, `bad_day`, `no_such_day`,
            `mixed_days`, `end_before_start`, `bad_hours`, `hours_overlap`, `bad_year`, `no_slogans`, `duplicate`,
            `control_character`, `too_long_line`, `bad_level`, `bad_weekday`, `bad_number`, `lunar_days`,
            `too_large`, `no_lunar_year`, `no_lunar_day`, and those of `parse_look`.
    """
    table = read_toml(decode_text(raw, file), file)
    reading = Reading(file)
    reading.check_keys(table, _CAMPAIGN_KEYS, "campaign")
    campaign_id = _campaign_id(table, reading)
    title = " ".join(reading.text(table, "title", "title").split())
    period = _period_from(table, reading, today_day)
    windows = _windows(table, reading)
    base = parse_look({key: table[key] for key in FILE_KEYS if key in table}, "", reading, place="", icons=icons)
    slogans = _slogans(table, reading, base, icons)
    priority = reading.value(table, "priority", int, "priority") if "priority" in table else 0
    festive = reading.value(table, "festive", bool, "festive") if "festive" in table else False
    level, weekdays = read_level(table, reading), read_weekdays(table, reading, "weekdays")
    weight = read_count(table, "weight", reading, "weight", MOST_WEIGHT)
    sources = _sources(table, reading)
    reading.finish()
    if period is None or priority is None or festive is None:
        raise AssertionError("a value is missing although no problem was told")
    return Campaign(campaign_id, title, period, windows, slogans, priority, sources, level, weight, weekdays, festive)


def _period_from(table: Mapping[str, object], reading: Reading, today_day: date | None) -> Period | None:
    period = _period(table, reading)
    is_lunar = "lunar" in table and reading.value(table, "lunar", bool, "lunar")
    return _lunar(period, today_day, reading) if period and is_lunar else period


def _lunar(period: Period, today_day: date | None, reading: Reading) -> Period | None:
    """The next occurrence of days of the lunar calendar, as dates."""
    first, last = period.first_day, period.last_day
    if not isinstance(first, DayOfYear) or not isinstance(last, DayOfYear) or today_day is None:
        reading.tell(
            N_("{file}, {place}: days of the lunar calendar are written without a year, as 10/3; leave the year away."),
            code="lunar_days",
            place="lunar",
        )
        return None
    return reading.attempt("lunar", lambda _: next_period(first, last, today_day), "")


def _campaign_id(table: Mapping[str, object], reading: Reading) -> str:
    found = reading.text(table, "id", "id")
    if found and not _ID.fullmatch(found):
        reading.tell(
            N_("{file}, {place}: '{id}' is no short name; use a-z, 0-9 and single hyphens, as in binh-dang-gioi."),
            code="bad_id",
            place="id",
            id=found,
        )
    return found


def _at(place: str, key: str) -> str:
    return f"{place}, {key}" if place else key


def _day(table: Mapping[str, object], key: str, reading: Reading, place: str) -> date | DayOfYear | None:
    found = table.get(key)
    if isinstance(found, date) and not isinstance(found, datetime):
        return found
    written = reading.text(table, key, _at(place, key))
    return reading.attempt(_at(place, key), parse_day, written) if written else None


def _period(table: Mapping[str, object], reading: Reading, place: str = "") -> Period | None:
    first, last = _day(table, "first_day", reading, place), _day(table, "last_day", reading, place)
    if first is None or last is None:
        return None
    words = {"place": _at(place, "last_day"), "first": write_day(first), "last": write_day(last)}
    if isinstance(first, DayOfYear) != isinstance(last, DayOfYear):
        reading.tell(
            N_("{file}, {place}: {first} and {last} do not fit together; write the year on both or on none."),
            code="mixed_days",
            **words,
        )
    elif isinstance(first, date) and isinstance(last, date) and last < first:
        reading.tell(
            N_("{file}, {place}: the end {last} lies before the start {first}; correct one of them."),
            code="end_before_start",
            **words,
        )
    return Period(first, last)


def _windows(table: Mapping[str, object], reading: Reading, place: str = "") -> tuple[HourWindow, ...]:
    place = _at(place, "hours")
    written = [table["hours"]] if isinstance(table.get("hours"), str) else reading.value(table, "hours", list, place)
    if written is None:
        return ()
    windows: list[HourWindow] = []
    for number, item in enumerate(written, 1):
        here = f"{place} #{number}"
        text = reading.text({here: item}, here, here)
        window = reading.attempt(here, parse_hours, text) if text else None
        windows += [window] if window else []
    windows.sort()
    if not written:
        reading.tell(N_("{file}, {place}: it is empty; write it."), code="empty_text", place=place)
    _tell_overlaps(windows, reading, place)
    return tuple(windows)


def _tell_overlaps(windows: list[HourWindow], reading: Reading, place: str) -> None:
    """Also the overlap of last night's last hours with this morning's first."""
    around = [*windows, HourWindow(windows[0].start_min + _DAY_MIN, windows[0].end_min + _DAY_MIN)] if windows else []
    for earlier, later in pairwise(around):
        if later.start_min < earlier.end_min:
            reading.tell(
                N_("{file}, {place}: {earlier} and {later} overlap; join them or part them."),
                code="hours_overlap",
                place=place,
                earlier=write_hours(earlier),
                later=write_hours(
                    HourWindow(later.start_min % _DAY_MIN, later.end_min - later.start_min // _DAY_MIN * _DAY_MIN)
                ),
            )


def _sources(table: Mapping[str, object], reading: Reading) -> tuple[str, ...]:
    written = reading.value(table, "sources", list, "sources") if "sources" in table else []
    places = [(f"sources #{number}", item) for number, item in enumerate(written or (), 1)]
    return tuple(reading.text({place: item}, place, place) for place, item in places)


def _slogans(
    table: Mapping[str, object], reading: Reading, base: Look = PLAIN, icons: IconReader | None = None
) -> tuple[Slogan, ...]:
    written = reading.value(table, "slogans", list, "slogans")
    if written is not None and not written:
        reading.tell(N_("{file}, {place}: there is no slogan; write one."), code="no_slogans", place="slogans")
    if written is not None and len(written) > MOST_SLOGANS:
        reading.tell(
            N_("{file}, {place}: there are {count} slogans; a campaign has up to {most}; split it."),
            code="too_large",
            place="slogans",
            count=len(written),
            most=MOST_SLOGANS,
        )
        return ()
    slogans: list[Slogan] = []
    places: dict[str, str] = {}
    for number, item in enumerate(written or (), 1):
        place = f"slogans #{number}"
        entry = reading.value({place: item}, place, dict, place)
        slogan = _slogan(entry, place, reading) if entry is not None else None
        if slogan is not None and entry is not None:
            look = parse_look(entry, slogan.text, reading, place=place, base=base, icons=icons)
            slogan = replace(slogan, look=look)
        if slogan is None:
            continue
        if slogan.id in places:
            reading.tell(
                N_("{file}, {place}: the same text stands at {first}; delete one of them."),
                code="duplicate",
                place=place,
                first=places[slogan.id],
            )
        places.setdefault(slogan.id, place)
        slogans.append(slogan)
    return tuple(slogans)


def _slogan(entry: Mapping[str, object], place: str, reading: Reading) -> Slogan | None:
    reading.check_keys(entry, _SLOGAN_KEYS, place)
    written = reading.text(entry, "text", f"{place}, text")
    if len(written) > MOST_CHARACTERS:
        reading.tell(
            N_("{file}, {place}: it has {length} characters; a slogan has up to {most}; split it."),
            code="too_long_line",
            place=f"{place}, text",
            length=len(written),
            most=MOST_CHARACTERS,
        )
        return None
    text = tidy_line(written).text
    source = reading.text(entry, "source", f"{place}, source") if "source" in entry else ""
    years = _years(entry, f"{place}, years", reading) if "years" in entry else named_years(text).playing
    period = _period(entry, reading, place) if "first_day" in entry or "last_day" in entry else None
    windows = _windows(entry, reading, place) if "hours" in entry else ()
    weekdays = read_weekdays(entry, reading, f"{place}, weekdays")
    weight = read_count(entry, "weight", reading, f"{place}, weight", MOST_WEIGHT)
    least = read_count(entry, "least_per_hour", reading, f"{place}, least_per_hour", MOST_PER_HOUR)
    if not text:
        return None
    return Slogan(text, source, None, years, period, windows, PLAIN, weight, least, weekdays)


def _years(entry: Mapping[str, object], place: str, reading: Reading) -> tuple[int, ...]:
    years: list[int] = []
    for item in reading.value(entry, "years", list, place) or ():
        year = reading.value({place: item}, place, int, place)
        if year is not None and year not in _YEARS:
            reading.tell(
                N_("{file}, {place}: {year} is no year between 2000 and 2099; correct it."),
                code="bad_year",
                place=place,
                year=year,
            )
        elif year is not None:
            years.append(year)
    return tuple(sorted(set(years)))
