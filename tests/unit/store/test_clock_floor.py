"""What the store knows of the clock."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.playlog.trust import Trust
from signboard.store.audit import Event
from signboard.store.clock_floor import CLOCK_LOWERED, CLOCK_TRUST, CLOCK_WORD, ClockBook
from signboard.store.connection import connect_file
from signboard.store.database import Store

AT = datetime(2026, 11, 15, 2, tzinfo=UTC)
ROW = Showing(0, "site", "board", "b", "c", "s", "t", 0, 0, "static", AT, AT, "d", 1, Evidence.ACKED, "playing")


def keep(path: Path, *rows: Showing) -> None:
    """Write rows."""
    with Store(path) as store:
        for row in rows:
            store.add_showing(row)


def row(until_at: datetime, trust: Trust = Trust.TRUSTED, board_id: str = "board") -> Showing:
    """A row that ends then."""
    return replace(ROW, since_at=until_at - timedelta(seconds=5), until_at=until_at, trust=trust, board_id=board_id)


def event(name: str, **details: str | int | None) -> Event:
    """Something that happened to the clock."""
    return Event("site", "board", AT, "Nguyễn Văn An", name, details)


def test_nothing_is_made_for_the_question(tmp_path: Path) -> None:
    """Whoever writes rows makes the file, and nobody else in its place."""
    book = ClockBook(tmp_path / "log.db")
    assert (book.newest_trusted_at(), book.last_word()) == (None, None)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_store_knows_no_instant(tmp_path: Path) -> None:
    """Nor any word."""
    book = ClockBook(tmp_path / "store.sqlite3")
    assert (book.newest_trusted_at(), book.last_word()) == (None, None)


def test_the_newest_row_of_any_board_counts(tmp_path: Path) -> None:
    """Whatever the order of writing."""
    path = tmp_path / "store.sqlite3"
    keep(path, row(AT + timedelta(hours=2), board_id="two"), row(AT + timedelta(hours=1)))
    assert ClockBook(path).newest_trusted_at() == AT + timedelta(hours=2)


def test_rows_of_a_doubtful_time_count_nothing(tmp_path: Path) -> None:
    """Ten minutes of 2038 raise no floor."""
    path = tmp_path / "store.sqlite3"
    late = datetime(2038, 1, 19, tzinfo=UTC)
    keep(path, row(AT), row(late, Trust.PLAUSIBLE), row(late, Trust.UNTRUSTED))
    assert ClockBook(path).newest_trusted_at() == AT


def test_a_confirmed_time_lowers_it_for_good(tmp_path: Path) -> None:
    """Rows that were written until then count no more, later ones do."""
    path = tmp_path / "store.sqlite3"
    book = ClockBook(path)
    keep(path, row(AT + timedelta(days=4000)), row(AT + timedelta(days=4000), board_id="hai ba"))
    book.lower(event(CLOCK_LOWERED, before_at="2037"))
    assert book.newest_trusted_at() is None
    keep(path, row(AT + timedelta(hours=1)))
    assert book.newest_trusted_at() == AT + timedelta(hours=1)


def test_the_last_word_is_the_one_that_counts(tmp_path: Path) -> None:
    """With the run of the computer on which it was said."""
    book = ClockBook(tmp_path / "store.sqlite3")
    book.add(event(CLOCK_WORD, boot="one", steady_ms=5000))
    book.add(event(CLOCK_WORD, boot="two", steady_ms=7000))
    book.add(event(CLOCK_TRUST))
    assert book.last_word() == (AT, "Nguyễn Văn An", "two", 7000)


def test_events_of_the_clock_are_in_the_chain(tmp_path: Path) -> None:
    """Among all others, whole."""
    path = tmp_path / "store.sqlite3"
    book = ClockBook(path)
    book.lower(event(CLOCK_LOWERED))
    book.add(event(CLOCK_WORD, boot="one", steady_ms=1))
    with Store(path) as store:
        assert [one.event for one in store.events()] == [CLOCK_LOWERED, CLOCK_WORD]
        assert store.first_broken_event() is None


def test_an_unreadable_floor_is_none(tmp_path: Path) -> None:
    """A flipped bit in the newest row keeps no board dark."""
    path = tmp_path / "store.sqlite3"
    keep(path, row(AT))
    raw = connect_file(path)
    raw.execute("UPDATE showings SET until_at = '2026-11-15T02:00:00.000000['")
    raw.close()

    assert ClockBook(path).newest_trusted_at() is None
