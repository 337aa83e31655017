"""What people type, read into values."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import click
import pytest

from signboard.cli.kinds import Number, Pair, Size, Whole, full_day, parse_instant
from signboard.errors import InputError, UsageError

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SIX = datetime(2026, 11, 15, 6, tzinfo=HANOI)


@pytest.mark.parametrize("text", ["128x32", "128X32", " 128x32 ", "128*32"])
def test_sizes(text: str) -> None:
    """Width x height, as people write it."""
    assert Size().convert(text, None, None) == (128, 32)


@pytest.mark.parametrize("text", ["", "128", "0x32", "128x", "-1x2", "99999x1", "9999x9999"])
def test_no_sizes(text: str) -> None:
    """What is no size, or no board's size, is refused."""
    with pytest.raises(click.BadParameter):
        Size().convert(text, None, None)


@pytest.mark.parametrize(("text", "number"), [("1.5", 1.5), ("1,5", 1.5), ("12", 12.0)])
def test_numbers(text: str, number: float) -> None:
    """A decimal comma is taken like a point."""
    assert Number().convert(text, None, None) == number


@pytest.mark.parametrize("text", ["0", "-1", "inf", "nan", "x", "1e12"])
def test_no_numbers(text: str) -> None:
    """Nothing at or below the limit, and nothing endless."""
    with pytest.raises(click.BadParameter):
        Number().convert(text, None, None)


def test_whole_numbers() -> None:
    """Both ends of the range belong to it."""
    assert [Whole(1, 3).convert(text, None, None) for text in ("1", "3")] == [1, 3]


@pytest.mark.parametrize("text", ["0", "4", "1.0", "", "x", "-1"])
def test_no_whole_numbers(text: str) -> None:
    """Everything else is refused with the range."""
    with pytest.raises(click.BadParameter, match="from 1 to 3"):
        Whole(1, 3).convert(text, None, None)


def test_pairs() -> None:
    """Name and value are parted at the first equals sign; a pair stays one."""
    assert Pair().convert("a = b=c", None, None) == ("a", "b=c")
    assert Pair().convert(("a", "b"), None, None) == ("a", "b")


@pytest.mark.parametrize("text", ["a", "=b", ""])
def test_no_pairs(text: str) -> None:
    """Without a name or an equals sign it is no option."""
    with pytest.raises(click.BadParameter):
        Pair().convert(text, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-15T06:00",
        "2026-11-15 06:00:00",
        "15/11/2026 06:00",
        "15/11/2026 6:00:00",
        "2026-11-15T06:00:00+07:00",
        "2026-11-14T23:00:00Z",
        " 2026-11-15T06:00:00.000000 ",
        "15-11-2026 06:00",
        "15.11.2026 06h00",
        "ngày 15/11/2026 06:00",
    ],
)
def test_instants(text: str) -> None:
    """Both written forms are read in the configured zone; an offset counts instead of it."""
    assert parse_instant(text, HANOI) == SIX


def test_a_day_alone_is_its_midnight() -> None:
    """Without a time the day begins."""
    assert parse_instant("15/11/2026", HANOI) == datetime(2026, 11, 15, tzinfo=HANOI)


def test_the_end_of_a_day_is_the_next_midnight() -> None:
    """As hours of campaigns and ends of orders are written; a minute later there is no such time."""
    assert parse_instant("31/12/2026 24:00", HANOI) == datetime(2027, 1, 1, tzinfo=HANOI)
    with pytest.raises(InputError):
        parse_instant("31/12/2026 24:01", HANOI)


def test_fractions_of_a_second() -> None:
    """Instants are read to the microsecond."""
    assert parse_instant("2026-11-15T06:00:00.25", UTC).microsecond == 250_000


@pytest.mark.parametrize("text", ["", "now", "15/11 06:00", "15/11/2026 noon", "15/11/2026T", "06:00"])
def test_no_instants(text: str) -> None:
    """What is no day and time is refused with an example."""
    with pytest.raises(UsageError, match="write 15/11/2026 06:00"):
        parse_instant(text, HANOI)


@pytest.mark.parametrize(
    ("text", "code"),
    [("2026-13-01", "no_such_day"), ("29/2/2026 06:00", "no_such_day"), ("2026-11-15T25:00", "no_such_time")],
)
def test_days_and_times_that_do_not_exist(text: str, code: str) -> None:
    """What no calendar and no clock has is refused as such."""
    with pytest.raises(InputError) as refused:
        parse_instant(text, HANOI)

    assert refused.value.code == code


@pytest.mark.parametrize("text", ["99999x99999", "4097x16", "16x1025", "0x16"])
def test_sizes_beyond_any_board(text: str) -> None:
    """The answer names the limits."""
    with pytest.raises(click.BadParameter, match="4096"):
        Size().convert(text, None, None)


@pytest.mark.parametrize(
    ("text", "said"), [("1e9", "too large"), ("inf", "too large"), ("nan", "above 0"), ("0", "above 0")]
)
def test_numbers_out_of_range_say_which_end(text: str, said: str) -> None:
    """Too large is not called too small."""
    with pytest.raises(click.BadParameter, match=said):
        Number().convert(text, None, None)


def test_a_full_day_has_its_year() -> None:
    """One that comes back every year is refused."""
    assert full_day("15/11/2026") == date(2026, 11, 15)
    with pytest.raises(InputError) as caught:
        full_day("15/11")

    assert caught.value.code == "bad_day"
