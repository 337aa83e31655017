"""Rows of the play log."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from signboard.player.ledger import Ledger, Station
from signboard.player.screenplay import Screenplay, Shot
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.playlog.trust import Trust

OPEN_AT = datetime(2026, 11, 15, 6, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
STATION = Station("site", "board", "digest")


def after(seconds: float) -> datetime:
    """So long after the opening."""
    return OPEN_AT + timedelta(seconds=seconds)


def brief(row: Showing) -> tuple[str, int, float, float, int, str]:
    """What tells rows apart: words, page, since and until in seconds, exchanges, evidence."""
    since_s, until_s = ((at - OPEN_AT).total_seconds() for at in (row.since_at, row.until_at))
    return (row.text, row.page, since_s, until_s, row.exchanges, row.evidence.name)


class Book:
    """A ledger and its rows."""

    def __init__(self, screenplay: Screenplay, station: Station = STATION) -> None:
        self.rows: list[Showing] = []
        self.ledger = Ledger(station, self.rows.append)
        self.shot: Callable[[float], Shot] = lambda seconds: screenplay.shot(after(seconds))

    def shown(self, seconds: float, evidence: Evidence = Evidence.ACKED) -> None:
        """What was due then was carried in a tenth of a second."""
        self.ledger.shown(self.shot(seconds), evidence, after(seconds), after(seconds + 0.1))

    def failed(self, seconds: float) -> None:
        """What was due then could not be carried."""
        self.ledger.failed(self.shot(seconds), after(seconds))

    def briefs(self) -> list[tuple[str, int, float, float, int, str]]:
        """All rows, the open one finished."""
        self.ledger.cut()
        return [brief(row) for row in self.rows]


@pytest.fixture
def book(screenplay: Screenplay) -> Book:
    """An empty ledger."""
    return Book(screenplay)


def test_a_row_reaches_from_its_acknowledgement_to_the_next_exchange(book: Book) -> None:
    """The next exchange that succeeds confirms it up to its own start."""
    book.shown(0)
    book.shown(8)
    assert book.briefs() == [("static", 0, 0.1, 8, 1, "ACKED"), ("pages", 0, 8.1, 8.1, 1, "ACKED")]


def test_a_refresh_belongs_to_its_row(book: Book) -> None:
    """The same pass again: one row, two exchanges, the weaker evidence."""
    book.shown(0)
    book.shown(5, Evidence.SENT)
    assert book.briefs() == [("static", 0, 0.1, 5.1, 2, "SENT")]


def test_pages_are_rows_and_scroll_steps_are_not(book: Book) -> None:
    """A page has a row of its own; a strip's pass is one row whose phase is the last one confirmed."""
    for seconds in (8, 11, 15, 15.5, 16):
        book.shown(seconds)
    assert [(text, page) for text, page, *_ in book.briefs()] == [("pages", 0), ("pages", 1), ("scroll", 0)]
    assert book.rows[-1].phase_px == 2


def test_a_strips_row_names_the_whole_strip(book: Book, screenplay: Screenplay) -> None:
    """Not the dark picture with which its pass begins."""
    book.shown(15)
    book.ledger.cut()
    assert book.rows[0].frame_digest != screenplay.dark.digest


def test_a_failure_ends_the_row_where_it_was_confirmed(book: Book) -> None:
    """Nobody knows what the board showed after the last answer."""
    book.shown(0)
    book.shown(5)
    book.failed(7)
    book.failed(7.5)
    book.shown(7.9)
    assert book.briefs() == [
        ("static", 0, 0.1, 5.1, 2, "ACKED"),
        ("static", 0, 5.1, 7.9, 0, "FAILED"),
        ("static", 0, 8.0, 8.0, 1, "ACKED"),
    ]


def test_an_exchange_that_was_asked_again_and_again_is_an_outage(book: Book) -> None:
    """From its beginning to its end nobody knows what the board showed; before the first row nothing was shown."""
    book.ledger.missed(book.shot(0), after(0), after(2))
    book.shown(2)
    book.ledger.missed(book.shot(4), after(4), after(7))
    book.shown(7)
    assert book.briefs() == [
        ("static", 0, 2.1, 4, 1, "ACKED"),
        ("static", 0, 4, 7, 0, "FAILED"),
        ("static", 0, 7.1, 7.1, 1, "ACKED"),
    ]


def test_an_outage_is_one_row_for_each_thing_due(book: Book) -> None:
    """However often it was tried."""
    for seconds in (0, 0.25, 0.75, 7.9, 8.5, 9):
        book.failed(seconds)
    assert book.briefs() == [("static", 0, 0, 8.5, 0, "FAILED"), ("pages", 0, 8.5, 9, 0, "FAILED")]


def test_a_dark_board_is_a_row_too(book: Book) -> None:
    """With the rule that kept it dark, and no slogan."""
    book.shown(-60)
    book.shown(-55)
    book.ledger.cut()
    assert [(row.slogan, row.reason, row.motion) for row in book.rows] == [(None, "outside_hours", "static")]


def test_a_dark_row_of_no_length_is_left_out(book: Book) -> None:
    """Nothing was confirmed and nobody's words are concerned."""
    book.shown(-60)
    assert book.briefs() == []


def test_no_row_stays_open_for_long(book: Book) -> None:
    """A power cut loses at most ten minutes of a dark stretch."""
    for minute in range(25):
        book.shown(-3600 + minute * 60)
    assert len(book.briefs()) == 3


def test_a_cut_row_claims_nothing_more(book: Book) -> None:
    """After somebody set the clock the same pass is another row."""
    book.shown(0)
    book.ledger.cut()
    book.shown(5)
    assert book.briefs() == [("static", 0, 0.1, 0.1, 1, "ACKED"), ("static", 0, 5.1, 5.1, 1, "ACKED")]


def test_a_virtual_board_claims_simulated_at_most(screenplay: Screenplay) -> None:
    """Whatever its answers say; failures stay failures."""
    book = Book(screenplay, Station("site", "board", "digest", is_virtual=True))
    book.shown(0)
    book.failed(8)
    assert [evidence for *_, evidence in book.briefs()] == ["SIMULATED", "FAILED"]


def test_rows_carry_board_and_bundle(book: Book) -> None:
    """What many boards' rows need to be told apart."""
    book.shown(0)
    book.ledger.cut()
    (row,) = book.rows
    assert (row.site_id, row.board_id, row.bundle, row.campaign, row.reason) == (
        "site",
        "board",
        "digest",
        "month",
        "playing",
    )


def test_rows_after_a_move_are_the_new_bundles(book: Book) -> None:
    """The open row stays what it was; the same pass goes on in a row of its own."""
    book.shown(0)
    book.ledger.move_to(Station("site", "board", "another"))
    book.shown(5)
    book.ledger.cut()
    assert [(row.bundle, row.text) for row in book.rows] == [("digest", "static"), ("another", "static")]


class Diary:
    """A sink that is told of open rows, too."""

    def __init__(self) -> None:
        self.finished: list[Showing] = []
        self.told: list[Showing] = []

    def __call__(self, row: Showing, /) -> None:
        """A finished row."""
        self.finished.append(row)

    def beat(self, row: Showing, /) -> None:
        """The open row."""
        self.told.append(row)


def test_a_journal_knows_the_open_row_at_every_confirmation(screenplay: Screenplay) -> None:
    """Each time as far as it was confirmed then, never further; the finished row is the last one told."""
    diary = Diary()
    ledger = Ledger(STATION, diary)
    for seconds in (0, 3, 5):
        ledger.shown(screenplay.shot(after(seconds)), Evidence.ACKED, after(seconds), after(seconds + 0.1))
    ledger.failed(screenplay.shot(after(7)), after(7))
    ends = [(row.until_at - OPEN_AT).total_seconds() for row in diary.told if row.evidence is Evidence.ACKED]
    assert ends == [0.1, 3, 3.1, 5, 5.1]
    assert diary.finished == [diary.told[4]]


def test_a_journal_hears_nothing_of_a_dark_stretch_without_length(screenplay: Screenplay) -> None:
    """It will be no row, so nothing of it is written down."""
    diary = Diary()
    ledger = Ledger(STATION, diary)
    ledger.shown(screenplay.shot(after(-60)), Evidence.ACKED, after(-60), after(-60))
    ledger.cut()
    assert (diary.told, diary.finished) == ([], [])


def test_a_row_bears_the_least_trust_of_its_time(book: Book) -> None:
    """Trust that is lost marks the open row, trust that is won only those to come."""
    book.ledger.believe(Trust.PLAUSIBLE)
    book.shown(0)
    book.ledger.believe(Trust.TRUSTED)
    book.shown(5)
    book.shown(8)
    book.ledger.believe(Trust.UNTRUSTED)
    book.ledger.cut()
    assert [row.trust for row in book.rows] == [Trust.PLAUSIBLE, Trust.UNTRUSTED]
