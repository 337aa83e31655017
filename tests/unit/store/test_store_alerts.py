"""The book of alerts: one row a trouble, told when it begins and when it ends, never to two senders at once."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from signboard.store.alerts import Alert, AlertBook

AT = datetime(2026, 11, 20, 2, 14, tzinfo=UTC)
LEASE = timedelta(minutes=5)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[AlertBook]:
    """An empty book."""
    with AlertBook(tmp_path / "signboard.sqlite3") as opened:
        yield opened


def raised(book: AlertBook, kind: str = "dark") -> Alert:
    """A new trouble of the board `cong`."""
    assert book.raise_alert("so-khcn", "cong", kind, AT, {"reason": "no_answer"})
    return book.lasting("cong")[-1]


def test_a_trouble_is_kept_once(book: AlertBook) -> None:
    """While it lasts the same kind is no news; another board's is, and so is the next one after its end."""
    first = raised(book)

    assert not book.raise_alert("so-khcn", "cong", "dark", AT, {})
    assert book.raise_alert("so-khcn", "sau", "dark", AT, {})
    book.clear(first, AT + LEASE)
    assert book.lasting("cong") == ()
    assert book.raise_alert("so-khcn", "cong", "dark", AT, {})
    assert [one.board_id for one in book.latest()] == ["cong", "sau", "cong"]


def test_what_is_taken_is_nobody_else_s(book: AlertBook) -> None:
    """Until the lease ends, as after a sender that died; one that lies absurdly far ahead was set by a wrong clock."""
    raised(book)

    assert [one.kind for one in book.take_due(AT, LEASE)] == ["dark"]
    assert book.take_due(AT, LEASE) == ()
    assert len(book.take_due(AT + LEASE, LEASE)) == 1
    assert len(book.take_due(AT - timedelta(days=400), LEASE)) == 1


def test_told_is_told(book: AlertBook) -> None:
    """Its beginning once, then nothing until it ends, its end once, then nothing."""
    alert = raised(book)
    book.told(alert, AT)
    assert book.take_due(AT, LEASE) == ()

    book.clear(book.lasting("cong")[0], AT + LEASE)
    [over] = book.take_due(AT + LEASE, LEASE)
    assert (over.sent_at, over.cleared_at, over.clear_sent_at) == (AT, AT + LEASE, None)
    book.told(over, AT + LEASE)
    assert book.take_due(AT + LEASE, LEASE) == ()
    assert book.latest()[0].clear_sent_at == AT + LEASE


def test_over_before_anybody_was_told_is_one_message(book: AlertBook) -> None:
    """Beginning and end together."""
    book.clear(raised(book), AT + LEASE)
    [both] = book.take_due(AT + LEASE, LEASE)
    book.told(both, AT + LEASE)

    assert book.take_due(AT + 2 * LEASE, LEASE) == ()
    assert (book.latest()[0].sent_at, book.latest()[0].clear_sent_at) == (AT + LEASE, AT + LEASE)


def test_an_end_that_is_told_to_nobody(book: AlertBook) -> None:
    """Silently over: nothing waits, not even its beginning."""
    book.clear(raised(book), AT + LEASE, silently=True)

    assert book.take_due(AT + LEASE, LEASE) == ()


def test_failures_count_and_remember_who_knows(book: AlertBook) -> None:
    """The channels that have the message, until the next message is another one."""
    book.failed(raised(book), ["web", "mail"], AT + timedelta(minutes=1))
    assert book.take_due(AT, LEASE) == ()
    [again] = book.take_due(AT + timedelta(minutes=1), LEASE)
    assert (again.tries, again.carried, again.details["reason"]) == (1, frozenset({"mail", "web"}), "no_answer")

    book.clear(again, AT + LEASE)
    assert book.take_due(AT + LEASE, LEASE)[0].carried == frozenset()
    assert book.latest()[0].tries == 0


def test_notices_are_kept_once_for_ever(book: AlertBook) -> None:
    """They have no end that is told."""
    assert book.note("so-khcn", "cong", "weekly/2026-W47", AT, {"shown_s": 3})
    assert not book.note("so-khcn", "cong", "weekly/2026-W47", AT + LEASE, {})
    assert book.knows("cong", "weekly/2026-W47")
    assert not book.knows("sau", "weekly/2026-W47")

    [notice] = book.take_due(AT, LEASE)
    assert notice.is_notice
    book.told(notice, AT)
    assert (book.take_due(AT + LEASE, LEASE), book.lasting("cong")) == ((), ())


def test_two_books_share_one_queue(book: AlertBook, tmp_path: Path) -> None:
    """A second sender finds what the first took in use."""
    raised(book)
    with AlertBook(tmp_path / "signboard.sqlite3") as other:
        assert len(other.take_due(AT, LEASE)) == 1
        assert book.take_due(AT, LEASE) == ()
