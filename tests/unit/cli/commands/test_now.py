"""`now`: the same question at this moment."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from signboard.clock import SystemClock

Ask = Callable[..., Any]


def test_it_is_about_this_moment(ask: Ask) -> None:
    """The instant in the answer is the computer's own."""
    data = ask("now", "--json").data

    assert abs(datetime.fromisoformat(data["at"]) - SystemClock().now()) < timedelta(minutes=1)
    assert "art" not in data


def test_it_draws_for_people(ask: Ask) -> None:
    """The board stands below the sentence."""
    told = ask("now")

    assert told.code == 0
    assert "┌" in told.out
