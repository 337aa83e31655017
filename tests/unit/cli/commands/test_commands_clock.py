"""`clock`: how far the computer's date is believed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from signboard.app import store_path
from signboard.player import time_sources
from signboard.player.time_sources import NOBODY
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.store.database import Store

Ask = Callable[..., Any]


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody keeps this computer's clock."""
    monkeypatch.setattr(time_sources, "kernel_source", lambda: NOBODY)
    monkeypatch.setattr(time_sources.SystemSource, "__call__", lambda _self: NOBODY)


def _row(until_at: datetime) -> Showing:
    return Showing(
        0, "site", "board", "b", None, None, "", 0, 0, "static", until_at, until_at, "d", 1, Evidence.ACKED, "playing"
    )


def test_a_clock_that_nobody_confirms_is_believed_and_said_so(ask: Ask) -> None:
    """Plausible."""
    told = ask("clock", "--json")
    assert (told.code, told.data["trust"], told.data["word"]) == (0, "plausible", None)


def test_a_clock_before_the_newest_trusted_row_is_not_believed(ask: Ask) -> None:
    """That instant has passed; the sentence says what to do."""
    later_at = datetime.now(UTC) + timedelta(days=2)
    with Store(store_path()) as store:
        store.add_showing(replace(_row(later_at), since_at=later_at - timedelta(seconds=1)))
    assert ask("clock", "--json").data["trust"] == "untrusted"
    assert "signboard clock --trust" in ask("clock").out


def test_a_persons_word_is_kept_in_the_audit_chain(ask: Ask) -> None:
    """By name; it counts from then on, for every process."""
    told = ask("clock", "--trust", "--as", "Nguyễn Văn An", "--json")
    assert (told.data["trust"], told.data["word"]["actor"]) == ("trusted", "Nguyễn Văn An")
    assert ask("clock", "--json").data["trust"] == "trusted"
    with Store(store_path()) as store:
        assert [(event.event, event.actor) for event in store.events()] == [("clock_word", "Nguyễn Văn An")]
        assert store.first_broken_event() is None
