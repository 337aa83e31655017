"""Putting content into a board's memory."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest

from signboard.errors import BoardError, SignboardError
from signboard.frame.frame import Frame
from signboard.frame.message import Page
from signboard.player.keeper import Keeper
from signboard.player.parking import Parked
from signboard.playlog.evidence import Evidence
from signboard.protocols.bx5flash import Bx5FlashDriver
from signboard.protocols.bx5flash_panel import Bx5FlashPanel
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec
from signboard.testing import FakeClock

BOARD = BoardSpec(32, 16, options={"writes_per_day": "2"})


def content(number: int) -> Parked:
    """Content unlike the others."""
    return Parked((Page(Frame.blank(32, 16).flipped([(number, 0)]), 5000),), date(2026, 12, 15))


@dataclass
class Book:
    """A book in memory."""

    notes: list[tuple[datetime, str]] = field(default_factory=list)
    acked: str = ""
    is_broken: bool = False

    def past_at(self, since_at: datetime) -> tuple[datetime, ...]:
        """What was noted after this instant."""
        self._open()
        return tuple(at for at, _digest in self.notes if at > since_at)

    def kept(self) -> str:
        """The digest that was confirmed last."""
        self._open()
        return self.acked

    def note(self, at: datetime, digest: str) -> None:
        """A write is coming."""
        self._open()
        self.notes.append((at, digest))
        self.acked = ""

    def confirm(self, digest: str) -> None:
        """It came."""
        self._open()
        self.acked = digest

    def _open(self) -> None:
        if self.is_broken:
            raise SignboardError("The book on paper is broken.", code="store_failed")


@dataclass
class Desk:
    """A keeper with everything around it; `restart` is a new process with the same card and book."""

    book: Book | None = field(default_factory=Book)
    clock: FakeClock = field(default_factory=lambda: FakeClock(datetime(2026, 11, 15, tzinfo=UTC)))
    panel: Bx5FlashPanel = field(default_factory=lambda: Bx5FlashPanel(BOARD))

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """A new process."""
        self.keeper = Keeper(Bx5FlashDriver(BOARD), self.clock, self.book)

    def keep(self, number: int) -> Evidence:
        """Put content on the card."""
        return carry(self.keeper.keep(content(number)), self.panel).evidence


def test_content_is_written_once() -> None:
    """Shown again, it only switches the light on."""
    desk = Desk()
    assert [desk.keep(1), desk.keep(1)] == [Evidence.ACKED] * 2
    assert desk.panel.writes == 1
    assert desk.panel.picture(0) == content(1).pages[0].frame


def test_a_write_is_noted_before_it_is_sent() -> None:
    """A power cut in between cannot hide it; only an acknowledgement confirms it."""
    desk = Desk()
    next(desk.keeper.keep(content(1)))
    assert desk.book
    assert ([digest for _at, digest in desk.book.notes], desk.book.acked) == ([content(1).digest], "")


def test_the_guard_refuses_beyond_the_limit() -> None:
    """Two a day here; a day after the first there is room again."""
    desk = Desk()
    desk.keep(1)
    desk.clock.advance(3600)
    desk.keep(2)
    refusal = desk.keeper.refusal(content(3))
    assert refusal
    assert refusal.code == "worn"
    desk.clock.advance((desk.keeper.next_at() - desk.clock.now()).total_seconds())
    assert desk.keeper.refusal(content(3)) is None
    assert desk.keep(3) is Evidence.ACKED


def test_without_leave_nothing_is_written() -> None:
    """Whoever does not ask first gets an error, not a worn card."""
    desk = Desk()
    desk.keep(1)
    desk.keep(2)
    with pytest.raises(BoardError, match="spared"):
        desk.keep(3)
    assert desk.panel.writes == 2


def test_writes_of_earlier_processes_count() -> None:
    """A service that restarts again and again does not wear the card."""
    desk = Desk()
    for number in (1, 2):
        desk.restart()
        desk.keep(number)
    desk.restart()
    assert desk.keeper.refusal(content(3))


def test_a_restart_writes_again_to_be_sure() -> None:
    """Nobody knows what happened to the card meanwhile."""
    desk = Desk()
    desk.keep(1)
    desk.restart()
    assert desk.keep(1) is Evidence.ACKED
    assert desk.panel.writes == 2


def test_without_a_write_left_the_record_is_believed() -> None:
    """What was acknowledged last may be shown, and no more than sent is claimed."""
    desk = Desk()
    desk.keep(1)
    desk.restart()
    desk.keep(1)
    desk.restart()
    assert desk.keeper.refusal(content(1)) is None
    assert desk.keep(1) is Evidence.SENT
    assert desk.panel.writes == 2


@pytest.mark.parametrize("book", [None, Book(is_broken=True)])
def test_without_a_book_the_keeper_counts_for_itself(book: Book | None) -> None:
    """A full disk neither darkens the board nor wears it."""
    desk = Desk(book)
    assert desk.keep(1) is Evidence.ACKED
    desk.keep(2)
    assert desk.keeper.refusal(content(3))


def test_writes_that_break_off_are_tried_ever_more_seldom() -> None:
    """Each try is a write; a good one makes the pauses short again."""
    desk, pauses = Desk(), []
    for _ in range(3):
        exchange = desk.keeper.keep(content(1))
        next(exchange)
        exchange.close()
        pauses.append(desk.keeper.pause_s)
        desk.clock.advance(timedelta(days=2).total_seconds())
    desk.keep(1)
    assert [*pauses, desk.keeper.pause_s] == [60.0, 300.0, 1800.0, 0.0]


def test_the_pause_refuses_a_write_and_says_until_when() -> None:
    """A minute after the first that broke off, and no longer."""
    desk = Desk()
    exchange = desk.keeper.keep(content(1))
    next(exchange)
    exchange.close()
    began_at = desk.clock.now()
    refusal = desk.keeper.refusal(content(1))
    assert refusal
    assert (refusal.code, desk.keeper.next_at()) == ("memory_rests", began_at + timedelta(minutes=1))
    desk.clock.advance(61)
    assert desk.keeper.refusal(content(1)) is None
    assert desk.keeper.next_at() == desk.clock.now()
