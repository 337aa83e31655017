"""Laws of importing and of campaign files: any bytes end in a result or in our error; nothing is lost on the way."""

import unicodedata
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.days import parse_day, parse_hours, write_day, write_hours
from signboard.campaign.parse import parse_campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Origin, Slogan
from signboard.errors import InputError, SignboardError
from signboard.importers import text
from signboard.manuscript.result import ImportResult

LINES = st.sampled_from(
    [
        "# Nguồn: A",
        "1. Chung tay",
        "- “Một”;",
        "---",
        "Từ 15/11 đến 31/11",
        "Giờ: 06:00-22:00",
        "Danh sách:",
        "",
        "🌹 a",
    ]
) | st.text(max_size=20)
FILES = st.binary(max_size=60) | st.lists(LINES, max_size=8).map(
    lambda lines: "\n".join(lines).encode(errors="replace")
)
TOMLS = st.binary(max_size=60) | st.lists(
    st.sampled_from(
        [
            'id = "a"',
            'title = "A"',
            'first_day = "15/11"',
            "first_day = 2026-11-15T00:00:00",
            'last_day = "30/2"',
            "last_day = 2026-12-15",
            'hours = ["06:00-22:00", "21:00-23:00"]',
            "hours = [[]]",
            "priority = 1.5",
            "[[slogans]]",
            'text = "B"',
            "years = [{}]",
            "[slogans]",
        ]
    ),
    max_size=12,
).map(lambda lines: "\n".join(lines).encode())


def outcome(raw: bytes) -> ImportResult | None:
    """The result; None for our error."""
    try:
        return text.read(raw, "a.txt")
    except InputError:
        return None


@given(FILES)
def test_any_file_ends_in_a_result_or_our_error(raw: bytes) -> None:
    """And every item of a result is clean, named and placed."""
    result = outcome(raw)
    for item in result.items if result else ():
        assert item.slogan.text
        assert unicodedata.is_normalized("NFC", item.slogan.text)
        assert item.slogan.origin


@given(FILES)
def test_reading_is_deterministic(raw: bytes) -> None:
    """Equal bytes, equal results."""
    assert outcome(raw) == outcome(raw)


@given(TOMLS)
def test_any_campaign_file_ends_in_a_campaign_or_our_error(raw: bytes) -> None:
    """Whatever stands in it."""
    try:
        campaign = parse_campaign(raw, "a.toml")
    except InputError:
        return
    assert campaign.slogans
    assert campaign.windows


DATES = st.dates(date(2000, 1, 1), date(2099, 12, 31))
DAYS = DATES | DATES.map(lambda day: DayOfYear(day.month, day.day))
WINDOWS = st.integers(0, 1439).flatmap(
    lambda start: st.integers(start + 1, max(1440, start + 1439)).map(lambda end: HourWindow(start, end))
)
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=10)
SLOGANS = st.builds(
    Slogan,
    NAMES,
    NAMES,
    st.none() | st.builds(Origin, NAMES, st.integers(1, 9)),
    st.tuples() | st.tuples(st.just(2024)),
)
CAMPAIGNS = st.builds(
    Campaign,
    NAMES,
    NAMES,
    st.builds(Period, DAYS, DAYS),
    st.lists(WINDOWS, max_size=2).map(tuple),
    st.lists(SLOGANS, max_size=3).map(tuple),
    st.integers(),
    st.lists(NAMES, max_size=2).map(tuple),
)
BUNDLES = st.builds(
    Bundle, NAMES, NAMES, st.lists(CAMPAIGNS, max_size=2, unique_by=lambda campaign: campaign.id).map(tuple), NAMES
)


@given(DAYS)
def test_every_day_reads_back(day: date | DayOfYear) -> None:
    """Writing is the inverse of reading."""
    assert parse_day(write_day(day)) == day


@given(WINDOWS)
def test_all_hours_read_back(window: HourWindow) -> None:
    """Over midnight too."""
    assert parse_hours(write_hours(window)) == window


@given(BUNDLES)
def test_every_bundle_survives_its_json(bundle: Bundle) -> None:
    """With its digest."""
    again = Bundle.from_json(bundle.to_json())
    assert (again, again.digest) == (bundle, bundle.digest)


@given(BUNDLES, st.data())
def test_no_changed_byte_of_a_bundle_passes_as_the_same(bundle: Bundle, data: st.DataObject) -> None:
    """It is refused, or it is another bundle with another digest."""
    raw = bytearray(bundle.to_json())
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    try:
        other = Bundle.from_json(bytes(raw))
    except SignboardError:
        return
    assert other.digest != bundle.digest
