"""The rehearsal's log: committed rows last, others may be lost, and a missing one is found."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from rehearsed import Book

from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.playlog.trust import Trust
from signboard.rehearsal.clock import RehearsalClock
from signboard.rehearsal.spool import Spool

AT = datetime(2026, 11, 15, tzinfo=UTC)


def row(number: int) -> Showing:
    """The row of the second of this number."""
    since_at = AT + timedelta(seconds=number)
    return Showing(
        0, "s", "b", "x", "c", "one", "One", 0, 0, "static", since_at, since_at, "d", 1, Evidence.ACKED, "playing"
    )


def spool() -> tuple[Spool, Book, list[Showing]]:
    """An empty one, its book, and the rows that it told of."""
    book, told = Book(), list[Showing]()
    return Spool(book, RehearsalClock(AT), told.append), book, told


def test_rows_are_committed_once_a_minute() -> None:
    """Not each by itself."""
    one, book, _told = spool()
    one(row(1))
    one.clock.sleep(59)
    one(row(2))
    assert one.acknowledged == 0
    one.clock.sleep(1)
    one(row(3))
    assert one.acknowledged == 3
    one.cut()
    assert [found.seq for found in book.rows] == [1, 2, 3]


def test_many_committed_rows_go_to_the_book_together() -> None:
    """Neither one by one nor all of a month at once."""
    one, book, _told = spool()
    for number in range(501):
        one.clock.sleep(60)
        one(row(number))
    assert len(book.rows) == 500
    one.end()
    assert (len(book.rows), one.missing()) == (501, 0)


def test_a_cut_loses_what_was_not_committed() -> None:
    """And nothing else; the rows after it go on."""
    one, book, _told = spool()
    one(row(1))
    one.commit()
    one(row(2))
    one.cut()
    one(row(3))
    one.end()
    assert [found.since_at for found in book.rows] == [row(1).since_at, row(3).since_at]
    assert (one.acknowledged, one.lost, one.missing()) == (2, 1, 0)


def test_an_open_row_ends_where_it_was_committed() -> None:
    """It is acknowledged with the commit, and found with the mark of a cut."""
    one, book, told = spool()
    one.beat(row(1))
    one.commit()
    one.cut()
    one(row(2))
    one.end()
    assert [found.is_cut for found in book.rows] == [True, False]
    assert told == [replace(row(1), is_cut=True), row(2)]
    assert (one.acknowledged, one.missing()) == (2, 0)


def test_a_log_that_loses_a_row_is_caught() -> None:
    """Control: a book that drops one row, and one that changes one."""
    one, book, _told = spool()
    for number in range(5):
        one(row(number))
    one.end()
    kept = list(book.rows)
    book.rows.pop()
    assert one.missing() > 0
    book.rows = [replace(kept[0], text="Other"), *kept[1:]]
    assert one.missing() > 0


def test_rows_of_before_do_not_count() -> None:
    """A book that holds rows already."""
    first, book, _told = spool()
    first(row(0))
    first.end()
    later = Spool(book, RehearsalClock(AT), lambda _row: None, before=1)
    later(row(1))
    later.end()
    assert later.missing() == 0


def test_the_newest_instant_known_is_that_of_the_surest_committed_row() -> None:
    """What waits may be lost, and a doubtful clock tells nothing."""
    one, _book, _told = spool()
    one(row(1))
    one(replace(row(500), trust=Trust.PLAUSIBLE))
    one.commit()
    one(row(9))
    assert one.floor_at == row(1).until_at
