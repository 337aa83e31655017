"""Time beside the playing."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import pytest

from signboard.app import Wishes, stage_for
from signboard.cli.main import cli
from signboard.cli.seats import Records, Seat, seats_of
from signboard.cli.timing import TimeDesk, timekeeper_for, timekeeper_here, word_in
from signboard.player import time_sources
from signboard.player.time_sources import NOBODY, Confirmation
from signboard.player.timekeeper import BUILT_AT
from signboard.playlog.trust import Trust
from signboard.store.audit import Event
from signboard.store.clock_floor import CLOCK_WORD, ClockBook
from signboard.store.database import Store
from signboard.testing import FakeClock

AT = datetime(2026, 11, 15, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> list[Confirmation]:
    """What the system's source says: the last of these."""
    answers = [NOBODY]
    monkeypatch.setattr(time_sources.SystemSource, "__call__", lambda _self: answers[-1])
    return answers


@pytest.fixture
def seats(tmp_path: Path) -> list[Seat]:
    """One board, nothing opened."""
    config = tmp_path / "s.toml"
    config.write_text("", encoding="utf-8")
    with click.Context(cli).scope():
        return seats_of(stage_for(Wishes(), config), "sim://nobody", Records(FakeClock(AT)))


def _events(path: Path) -> list[str]:
    with Store(path) as store:
        return [event.event for event in store.events()]


def test_streamers_ask_the_timekeeper(seats: list[Seat], tmp_path: Path) -> None:
    """And their light follows the plan of the settings."""
    clock = FakeClock(BUILT_AT - timedelta(days=1))
    TimeDesk(clock, seats, ClockBook(tmp_path / "store.sqlite3"))
    streamer = seats[0].streamer
    assert streamer.trust() is Trust.UNTRUSTED
    assert streamer.light is not None
    assert streamer.light(AT, ()).percent == 100


def test_what_happens_to_the_clock_is_written_down(
    seats: list[Seat], said: list[Confirmation], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Set by hand, then confirmed; on stderr, too."""
    path, clock = tmp_path / "store.sqlite3", FakeClock(AT)
    with TimeDesk(clock, seats, ClockBook(path)) as desk:
        clock.step(3600)
        desk.keeper.look()
        said.append(Confirmation(is_right=True))
        clock.advance(1)
        desk.keeper.look()
        desk.watch()
    assert _events(path) == ["clock_set", "clock_trust"]
    told = capsys.readouterr().err
    assert "from 2026-11-15 09:00:00 to 2026-11-15 10:00:00" in told
    assert "confirmed" in told


def test_a_lowered_floor_leaves_the_wrong_rows_out(seats: list[Seat], said: list[Confirmation], tmp_path: Path) -> None:
    """A confirmed time before it is written down as such."""
    book, clock = ClockBook(tmp_path / "store.sqlite3"), FakeClock(AT)
    with TimeDesk(clock, seats, book) as desk:
        desk.keeper.hear(AT + timedelta(days=4000))
        said.append(Confirmation(is_right=True))
        clock.advance(1)
        desk.keeper.look()
    assert _events(tmp_path / "store.sqlite3") == ["clock_trust", "clock_lowered"]


def test_a_word_given_meanwhile_is_taken_up(seats: list[Seat], tmp_path: Path) -> None:
    """Within seconds, by the thread that asks the store."""
    book, clock = ClockBook(tmp_path / "store.sqlite3"), FakeClock(AT)
    with TimeDesk(clock, seats, book) as desk:
        boot = time_sources.boot_id()
        details: dict[str, str | int | None] = {"boot": boot, "steady_ms": round(clock.monotonic_s() * 1000)}
        book.add(Event("site", "board", AT, "An", CLOCK_WORD, details))
        for _ in range(600):
            desk.watch()
            if desk.keeper.look() is Trust.TRUSTED:
                break
            time.sleep(0.1)
        assert desk.keeper.trust is Trust.TRUSTED


def test_a_store_that_cannot_be_used_keeps_nobody_from_playing(tmp_path: Path) -> None:
    """The floor is then the program's own day."""
    path = tmp_path / "store.sqlite3"
    path.write_bytes(b"no database" * 1000)
    keeper = timekeeper_for(FakeClock(AT), ClockBook(path))
    assert (keeper.floor_at, keeper.trust) == (BUILT_AT, Trust.PLAUSIBLE)


def test_the_word_of_the_store_is_a_word(tmp_path: Path) -> None:
    """With the steady time in seconds."""
    book = ClockBook(tmp_path / "store.sqlite3")
    assert word_in(book) is None
    book.add(Event("site", "board", AT, "An", CLOCK_WORD, {"boot": "b", "steady_ms": 1500}))
    word = word_in(book)
    assert word
    assert (word.said_at, word.said_s, word.boot, word.actor) == (AT, 1.5, "b", "An")


def test_whoever_only_asks_makes_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is none the program's own day is the floor."""
    monkeypatch.setenv("SIGNBOARD_HOME", str(tmp_path))
    keeper = timekeeper_here(FakeClock(BUILT_AT - timedelta(days=400)))
    assert keeper.floor_at <= BUILT_AT
    assert list(tmp_path.iterdir()) == []
