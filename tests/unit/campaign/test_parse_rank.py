"""Rank and share as a campaign file states them."""

import pytest

from signboard.campaign.level import Level
from signboard.campaign.parse_rank import parse_weekdays, read_count, read_level, read_weekdays
from signboard.campaign.reading import Reading
from signboard.errors import InputError


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("thứ hai", (1,)),
        ("Thứ Tư", (3,)),
        ("thứ 5", (4,)),
        ("T7", (6,)),
        ("Chủ nhật", (7,)),
        ("CN", (7,)),
        ("thu", (4,)),
        ("Friday", (5,)),
        ("T2-T6", (1, 2, 3, 4, 5)),
        ("thứ hai đến thứ tư", (1, 2, 3)),
        ("sat – mon", (6, 7, 1)),
    ],
)
def test_weekdays_as_people_write_them(written: str, days: tuple[int, ...]) -> None:
    """In both languages, short and long, one or a span, also over Sunday."""
    assert parse_weekdays(written) == days


@pytest.mark.parametrize("written", ["", "T8", "T2-", "T2-T3-T4", "hôm nay"])
def test_no_weekday(written: str) -> None:
    """What is none is told."""
    with pytest.raises(InputError) as caught:
        parse_weekdays(written)
    assert caught.value.code == "bad_weekday"


def test_what_is_not_stated() -> None:
    """A campaign as any other, on all days, of weight 1, with no least."""
    reading = Reading("a.toml")
    assert read_level({}, reading) is Level.CAMPAIGN
    assert read_weekdays({}, reading, "weekdays") == ()
    assert read_count({}, "weight", reading, "weight", 20) == 1
    assert read_count({}, "least_per_hour", reading, "least", 20) == 0
    reading.finish()
