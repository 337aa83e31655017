"""parse: a campaign file to a Campaign, or all of its problems at once."""

from datetime import date
from pathlib import Path

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.parse import MOST_SLOGANS, parse_campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.errors import InputError, ProblemsError
from signboard.files import schedules_dir

WHOLE = """
id = "binh-dang-gioi"
title = "Tháng hành động"
first_day = "15/11"
last_day = "15/12"
hours = ["13:30-22:00", "06:00-11:30"]
priority = 2
sources = ["Kế hoạch 87"]
[[slogans]]
text = "Đầu tư cho bình đẳng giới"
source = "Phụ lục II"
[[slogans]]
text = "Tháng hành động năm 2024"
"""


def problems_of(text: str) -> list[tuple[str, str]]:
    """Codes and places of all problems in a campaign file."""
    with pytest.raises(ProblemsError) as caught:
        parse_campaign(text.encode(), "a.toml")
    return [(problem.code, str(problem.fields["place"])) for problem in caught.value.problems]


def test_a_whole_campaign_is_read() -> None:
    """Every field; hours in order; a slogan that names a year plays only then."""
    assert parse_campaign(WHOLE.encode(), "a.toml") == Campaign(
        "binh-dang-gioi",
        "Tháng hành động",
        Period(DayOfYear(11, 15), DayOfYear(12, 15)),
        (HourWindow(360, 690), HourWindow(810, 1320)),
        (
            Slogan("Đầu tư cho bình đẳng giới", "Phụ lục II"),
            Slogan("Tháng hành động năm 2024", years=(2024,)),
        ),
        2,
        ("Kế hoạch 87",),
    )


def test_dates_of_one_year_are_read_in_both_spellings() -> None:
    """As people write them and as TOML has them."""
    text = WHOLE.replace('"15/11"', '"15/11/2026"').replace('"15/12"', "2026-12-15")
    assert parse_campaign(text.encode(), "a.toml").period == Period(date(2026, 11, 15), date(2026, 12, 15))


def test_one_text_of_hours_needs_no_brackets() -> None:
    """The commonest case reads as it is spoken."""
    text = WHOLE.replace('["13:30-22:00", "06:00-11:30"]', '"06:00-22:00"')
    assert parse_campaign(text.encode(), "a.toml").windows == (HourWindow(360, 1320),)


def test_years_that_are_written_win_over_those_that_are_named() -> None:
    """Also no years at all."""
    assert parse_campaign((WHOLE + "years = [2026, 2025]\n").encode(), "a.toml").slogans[1].years == (2025, 2026)
    assert parse_campaign((WHOLE + "years = []\n").encode(), "a.toml").slogans[1].years == ()


def test_numbers_and_quotes_of_a_text_are_meant() -> None:
    """Only letters and blanks are tidied in a campaign file."""
    text = WHOLE.replace("Đầu tư cho bình đẳng giới", "1. “Đa\u0300n  ông”;")
    assert parse_campaign(text.encode(), "a.toml").slogans[0].text == "1. “Đàn ông”;"


def test_all_problems_come_at_once_with_their_places() -> None:
    """Days, hours, keys and slogans of one bad file."""
    text = """
    id = "Bình đẳng"
    titel = "x"
    first_day = "31/11/2026"
    last_day = "mai"
    hours = ["06:00-25:00", 3]
    priority = true
    sources = ["", 1]
    slogans = [{ txt = "x" }, { text = "A", years = [1800, "x"] }, { text = " A" }, 7]
    """
    assert problems_of(text) == [
        ("unknown_key", "campaign"),
        ("bad_id", "id"),
        ("missing_key", "title"),
        ("no_such_day", "first_day"),
        ("bad_day", "last_day"),
        ("bad_hours", "hours #1"),
        ("wrong_kind", "hours #2"),
        ("unknown_key", "slogans #1"),
        ("missing_key", "slogans #1, text"),
        ("bad_year", "slogans #2, years"),
        ("wrong_kind", "slogans #2, years"),
        ("duplicate", "slogans #3"),
        ("wrong_kind", "slogans #4"),
        ("wrong_kind", "priority"),
        ("empty_text", "sources #1"),
        ("wrong_kind", "sources #2"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"15/12"', '"14/12/2026"', ("mixed_days", "last_day")),
        ('first_day = "15/11"', 'first_day = 2026-12-16\nlast_day = "15/12/2026"\n#', ("end_before_start", "last_day")),
        ('["13:30-22:00", "06:00-11:30"]', "[]", ("empty_text", "hours")),
        ('["13:30-22:00", "06:00-11:30"]', '["06:00-12:00", "11:00-13:00"]', ("hours_overlap", "hours")),
        ('["13:30-22:00", "06:00-11:30"]', '["22:00-06:00", "05:00-07:00"]', ("hours_overlap", "hours")),
        ('title = "Tháng hành động"', 'title = ""', ("empty_text", "title")),
    ],
)
def test_each_rule_of_days_and_hours(old: str, new: str, problem: tuple[str, str]) -> None:
    """One change to a whole file, one problem."""
    text = WHOLE.replace(old, new)
    if "\n#" in new:
        text = text.replace('last_day = "15/12"\nhours', "hours")
    assert problems_of(text) == [problem]


def test_a_yearly_campaign_may_cross_new_year() -> None:
    """20/12 to 10/1 is no end before its start."""
    text = WHOLE.replace('"15/11"', '"20/12"').replace('"15/12"', '"10/1"')
    assert parse_campaign(text.encode(), "a.toml").period == Period(DayOfYear(12, 20), DayOfYear(1, 10))


def test_a_campaign_without_slogans_is_refused() -> None:
    """There would be nothing to show."""
    text = WHOLE.partition("[[slogans]]")[0]
    assert problems_of(text + "slogans = []") == [("no_slogans", "slogans")]
    assert problems_of(text) == [("missing_key", "slogans")]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b"\x00\x01", "binary"),
        (b'id = "\xff"', "not_utf8"),
        (b"id = ", "bad_toml"),
        (b"id = 1\nid = 2", "bad_toml"),
        (b"a = " + b"[" * 5000, "bad_toml"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(raw: bytes, code: str) -> None:
    """With what to do about it."""
    with pytest.raises(InputError, match=r"a\.toml") as caught:
        parse_campaign(raw, "a.toml")
    assert caught.value.code == code


@pytest.mark.installed
def test_the_shipped_campaign_is_whole() -> None:
    """Action Month: every year 15/11 to 15/12, 06:00-22:00, the theme and nine slogans, each with its document."""
    path = schedules_dir() / "binh-dang-gioi.toml"
    campaign = parse_campaign(path.read_bytes(), path.name)
    assert campaign.period == Period(DayOfYear(11, 15), DayOfYear(12, 15))
    assert campaign.windows == (HourWindow(360, 1320),)
    assert len(campaign.slogans) == 10
    assert all(slogan.source in campaign.sources for slogan in campaign.slogans)
    assert [slogan.years for slogan in campaign.slogans if "2024" in slogan.text] == [(2024,)]
    assert [slogan.years for slogan in campaign.slogans if "2024" not in slogan.text] == [()] * 9
    assert campaign.slogans[0].text.startswith("Đảm bảo an sinh xã hội")


@pytest.mark.installed
@pytest.mark.parametrize("path", sorted(schedules_dir().glob("*.toml")), ids=lambda path: path.name)
def test_every_shipped_campaign_can_be_read(path: Path) -> None:
    """Its id is its file's name, and every slogan cites a document."""
    campaign = parse_campaign(path.read_bytes(), path.name)
    assert campaign.id == path.stem
    assert all(slogan.source for slogan in campaign.slogans)


def test_escapes_and_endless_texts_are_told() -> None:
    """Neither a control character nor a text without end gets into a campaign; all of it at once."""
    raw = """id = "a"
title = "A\\u001b[31m"
first_day = "15/11"
last_day = "15/12"
hours = ["06:00-22:00"]
[[slogans]]
text = "Bình\\u0000đẳng"
[[slogans]]
text = "%s"
""" % ("x" * 1001)
    with pytest.raises(ProblemsError) as caught:
        parse_campaign(raw.encode(), "a.toml")
    assert [problem.code for problem in caught.value.problems] == [
        "control_character",
        "control_character",
        "too_long_line",
    ]
    assert "\\x1b" in str(caught.value)


RANKED = WHOLE.replace(
    "priority = 2",
    'priority = 2\nlevel = "Thường trực"\nweight = 3\nweekdays = ["T2-T4", "CN"]\nfestive = true',
).replace(
    'source = "Phụ lục II"',
    'weight = 2\nleast_per_hour = 6\nweekdays = "sat"\nhours = "07:00-09:00"\nfirst_day = "20/11"\nlast_day = "25/11"',
)


def test_rank_and_share_are_read() -> None:
    """Level and weekdays in either language; a slogan has days, hours, weekdays, weight and a least of its own."""
    campaign = parse_campaign(RANKED.encode(), "a.toml")
    assert (campaign.level, campaign.priority, campaign.weight) == (Level.STANDING, 2, 3)
    assert (campaign.weekdays, campaign.festive) == ((1, 2, 3, 7), True)
    assert campaign.slogans[0] == Slogan(
        "Đầu tư cho bình đẳng giới",
        period=Period(DayOfYear(11, 20), DayOfYear(11, 25)),
        windows=(HourWindow(420, 540),),
        weight=2,
        least_per_hour=6,
        weekdays=(6,),
    )
    assert campaign.slogans[1] == Slogan("Tháng hành động năm 2024", years=(2024,))


def test_wrong_ranks_are_all_told_at_once() -> None:
    """With their places, those of a slogan's own days and hours too."""
    text = RANKED.replace("Thường trực", "rất cao").replace("weight = 3", "weight = 0").replace("T2-T4", "thứ chín")
    text = text.replace("festive = true", "festive = 1").replace("weight = 2", "weight = 21")
    text = text.replace("least_per_hour = 6", 'least_per_hour = "6"').replace('"sat"', "[]")
    text = text.replace("07:00-09:00", "7").replace('last_day = "25/11"', 'last_day = "25/11/2026"')
    assert problems_of(text) == [
        ("mixed_days", "slogans #1, last_day"),
        ("bad_hours", "slogans #1, hours #1"),
        ("empty_text", "slogans #1, weekdays"),
        ("bad_number", "slogans #1, weight"),
        ("wrong_kind", "slogans #1, least_per_hour"),
        ("wrong_kind", "festive"),
        ("bad_level", "level"),
        ("bad_weekday", "weekdays #1"),
        ("bad_number", "weight"),
    ]


def test_a_lunar_campaign_becomes_its_next_dates() -> None:
    """From the day on which it is read."""
    text = WHOLE.replace('"15/11"', '"23/12"').replace('"15/12"', '"10/01"')
    lunar = parse_campaign(f"lunar = true\n{text}".encode(), "a.toml", today_day=date(2025, 11, 22))

    assert lunar.period == Period(date(2026, 2, 10), date(2026, 2, 26))


def test_lunar_days_have_no_year() -> None:
    """A date is a date of the common calendar."""
    text = "lunar = true" + WHOLE.replace('"15/11"', '"15/11/2026"').replace('"15/12"', '"15/12/2026"')

    assert problems_of(text) == [("lunar_days", "lunar")]


def test_a_lunar_day_that_there_is_not_is_told_with_all_else() -> None:
    """Months of the lunar calendar have 29 or 30 days; a title is missing, too."""
    text = WHOLE.replace('"15/11"', '"31/12"').replace('title = "Tháng hành động"', "")
    with pytest.raises(ProblemsError) as caught:
        parse_campaign(f"lunar = true\n{text}".encode(), "a.toml", today_day=date(2025, 11, 22))

    assert [problem.code for problem in caught.value.problems] == ["missing_key", "no_lunar_day"]


def test_what_belongs_there_is_said_in_words() -> None:
    """A number and a yes or no are named, not shown as code."""
    with pytest.raises(ProblemsError) as caught:
        parse_campaign(b"priority = 'a'\nfestive = 1\n", "a.toml")
    told = {one.fields["place"]: one.fields.get("allowed") for one in caught.value.problems}

    assert (told["priority"], told["festive"]) == ("a whole number such as 3", "true or false")


def test_more_slogans_than_any_board_shows_are_one_problem() -> None:
    """None of them is looked at."""
    text = WHOLE.partition("[[slogans]]")[0] + '[[slogans]]\ntext = ""\n' * (MOST_SLOGANS + 1)
    assert problems_of(text) == [("too_large", "slogans")]
