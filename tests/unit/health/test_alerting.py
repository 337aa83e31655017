"""Rounds of alerts: one mail a trouble, one all-clear, patience with servers, reminders on their days."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from health_samples import HANOI, NOW_AT, PLAYER, VITALS, nobody, somebody, status

from signboard.errors import SignboardError
from signboard.health.alerting import BACKOFF, AlertRounds, Week, deliver
from signboard.health.couriers import Letter
from signboard.health.letters import Desk
from signboard.health.rules import USUAL
from signboard.health.standing import Standing, standing_of
from signboard.health.status import Surroundings
from signboard.playlog.trust import Trust
from signboard.settings import AlertSettings
from signboard.store.alerts import AlertBook
from signboard.testing import FakeClock


@dataclass
class PaperCourier:
    """Keeps letters, or fails so many times."""

    name: str = "mail"
    failures: int = 0
    letters: list[Letter] = field(default_factory=list)
    tries: int = 0

    def carry(self, letter: Letter) -> None:
        """Deliver it."""
        self.tries += 1
        if self.failures:
            self.failures -= 1
            raise SignboardError("It is gone.", code="mail_failed")
        self.letters.append(letter)


class Office:
    """A board, two ways out, and a clock that is moved by hand."""

    def __init__(self, book: AlertBook, *couriers: PaperCourier, settings: AlertSettings | None = None) -> None:
        self.book = book
        self.clock = FakeClock(NOW_AT)
        self.couriers = couriers or (PaperCourier(),)
        self.changes: dict[str, object] = {}
        self.is_running: Callable[[int], bool] = somebody
        self.rounds = AlertRounds(
            Desk("so-khcn", "Sở", HANOI),
            settings or AlertSettings(weekly_day=0),
            self.couriers,
            self._look,
            lambda _board: Week(3600, 60),
            self.clock,
        )

    def _look(self) -> tuple[Standing, ...]:
        now_at = self.clock.now()
        told = status(**{"now_at": now_at, "told_at": now_at, **self.changes})  # type: ignore[arg-type]  # as named
        return (standing_of("cong", told, USUAL, now_at, self.is_running),)

    def pass_time(self, minutes: float, every_s: float = 10) -> None:
        """Rounds for so long."""
        for _ in range(round(minutes * 60 / every_s)):
            self.rounds.go(self.book)
            self.clock.advance(every_s)

    @property
    def kinds(self) -> list[str]:
        """What was delivered, with `-` where it is over."""
        return [f"{'-' if one.facts['cleared_at'] else ''}{one.facts['kind']}" for one in self.couriers[0].letters]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[AlertBook]:
    """An empty book."""
    with AlertBook(tmp_path / "signboard.sqlite3") as opened:
        yield opened


def test_one_mail_and_one_all_clear(book: AlertBook) -> None:
    """Dark for an hour, then well: two letters in all."""
    office = Office(book)
    office.changes = {"dark_since_at": NOW_AT}
    office.pass_time(60)
    assert office.kinds == ["dark"]
    office.changes = {}
    office.pass_time(30)

    assert office.kinds == ["dark", "-dark"]


def test_the_end_is_when_it_went_away(book: AlertBook) -> None:
    """The minutes in which nobody was sure of it yet are no part of the trouble; none ends before it began."""
    office = Office(book)
    office.changes = {"dark_since_at": NOW_AT}
    office.pass_time(20)
    office.changes = {}
    office.pass_time(6)
    over_at = NOW_AT + timedelta(minutes=20)
    assert office.couriers[0].letters[-1].facts["cleared_at"] == over_at.isoformat()
    office.changes = {"dark_since_at": office.clock.now()}
    office.pass_time(10)
    office.changes = {}
    office.pass_time(1)
    office.clock.step(-3600)
    office.pass_time(6)

    newest = book.latest(1)[0]
    assert newest.cleared_at == newest.raised_at


def test_two_minutes_are_no_trouble(book: AlertBook) -> None:
    """A cable that is plugged in again at once."""
    office = Office(book)
    office.changes = {"dark_since_at": NOW_AT}
    office.pass_time(2)
    office.changes = {}
    office.pass_time(10)

    assert office.kinds == []


def test_a_cable_that_comes_and_goes_is_one_trouble(book: AlertBook) -> None:
    """Well for less than five minutes in between."""
    office = Office(book)
    for _ in range(6):
        office.changes = {"dark_since_at": office.clock.now() - timedelta(minutes=3)}
        office.pass_time(3)
        office.changes = {}
        office.pass_time(4)
    office.pass_time(6)

    assert office.kinds == ["dark", "-dark"]


def test_a_server_that_is_down_is_tried_ever_more_seldom(book: AlertBook) -> None:
    """After 1, 5, 15 and 60 minutes, and one letter arrives in the end."""
    courier = PaperCourier(failures=6)
    office = Office(book, courier)
    office.changes = {"dark_since_at": NOW_AT}
    office.pass_time(20)
    assert courier.tries == 3
    office.pass_time(6 * 60)

    assert courier.tries == 7
    assert office.kinds == ["dark"]
    assert BACKOFF[-1] == timedelta(hours=1)


def test_over_before_the_server_is_back_is_one_letter(book: AlertBook) -> None:
    """Nobody needs to hear of a beginning after the end."""
    office = Office(book, PaperCourier(failures=4))
    office.changes = {"dark_since_at": NOW_AT}
    office.pass_time(10)
    office.changes = {}
    office.pass_time(180)

    assert office.kinds == ["-dark"]


def test_who_has_the_message_gets_it_once(book: AlertBook) -> None:
    """Mail is down for a while; the web gets no second copy."""
    mail, web = PaperCourier("mail", failures=2), PaperCourier("web")
    office = Office(book, mail, web)
    office.changes = {"dark_since_at": NOW_AT}
    office.pass_time(30)

    assert (len(mail.letters), len(web.letters)) == (1, 1)


def test_a_restart_of_the_rounds_repeats_nothing(book: AlertBook) -> None:
    """What was told stands in the book."""
    first = Office(book)
    first.changes = {"dark_since_at": NOW_AT}
    first.pass_time(5)
    second = Office(book)
    second.changes = first.changes
    second.pass_time(5)

    assert (first.kinds, second.kinds) == (["dark"], [])


def test_a_player_that_stops_leaves_its_troubles_open(book: AlertBook) -> None:
    """Nobody knows whether the board shows what is due; no all-clear is made up."""
    office = Office(book)
    office.changes = {"dark_since_at": NOW_AT}
    office.pass_time(5)
    office.changes = {"stopped_at": NOW_AT}
    office.pass_time(30)

    assert office.kinds == ["dark"]


def test_a_player_that_died_is_told_after_two_minutes(book: AlertBook) -> None:
    """Where the rounds live on, as in a service of their own; a restart takes seconds."""
    office = Office(book)
    office.is_running = nobody
    office.pass_time(1)
    assert office.kinds == []
    office.changes = {"told_at": office.clock.now()}
    office.pass_time(4)

    assert office.kinds == ["silent"]


def test_content_that_ends_is_told_and_its_end_is_not(book: AlertBook) -> None:
    """Three days before; that the month is over is no relief."""
    office = Office(book)
    office.changes = {"around": Surroundings("a" * 64, NOW_AT + timedelta(days=2), 1 << 40)}
    office.pass_time(5)
    office.changes = {}
    office.pass_time(30)

    assert office.kinds == ["content_ends"]


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ((2026, 11, 10), "reminder-check/2026"),
        ((2026, 12, 16), "reminder-report/2026"),
        ((2026, 12, 20), "reminder-deadline/2026"),
        ((2026, 11, 16), "weekly/2026-W47"),
    ],
)
def test_reminders_come_on_their_days(book: AlertBook, day: tuple[int, int, int], kind: str) -> None:
    """From eight in the morning, once; the weekly word on Monday."""
    office = Office(book, settings=AlertSettings())
    office.clock.set(datetime(*day, 7, 50, tzinfo=HANOI))
    office.pass_time(9)
    assert office.kinds == []
    office.pass_time(60)

    assert office.kinds == [kind]


def test_a_reminder_is_late_rather_than_lost(book: AlertBook) -> None:
    """The computer was off on the day; after three more days it is too late."""
    for days, told in ((3, ["reminder-check/2026"]), (4, [])):
        office = Office(book, settings=AlertSettings(weekly_day=0))
        office.clock.set(datetime(2026, 11, 10, 9, tzinfo=HANOI) + timedelta(days=days))
        if not told:
            book.clear(book.latest()[0], NOW_AT)
        office.pass_time(1)
        assert office.kinds == told


def test_a_reminder_can_be_switched_off(book: AlertBook) -> None:
    """An empty day is never."""
    office = Office(book, settings=AlertSettings(remind_check="", weekly_day=0))
    office.clock.set(datetime(2026, 11, 10, 9, tzinfo=HANOI))
    office.pass_time(60)

    assert office.kinds == []


def test_a_wrong_clock_reminds_nobody(book: AlertBook) -> None:
    """2038 has its Mondays, too."""
    office = Office(book, settings=AlertSettings())
    office.changes = {"trust": Trust.UNTRUSTED}
    office.clock.set(datetime(2038, 12, 20, 9, tzinfo=HANOI))
    office.pass_time(10)

    assert office.kinds == ["clock"]


def test_with_nobody_to_tell_troubles_are_kept(book: AlertBook) -> None:
    """The book knows them; nothing waits to be taken by anybody."""
    office = Office(book)
    office.rounds._couriers = ()
    office.changes = {"dark_since_at": NOW_AT}
    office.pass_time(5)

    assert [one.kind for one in book.lasting("cong")] == ["dark"]


def test_a_courier_that_hangs_is_left_alone() -> None:
    """A server that answers a letter a byte at a time holds up nobody for long."""
    gate = Event()

    class Slow:
        """Takes its time."""

        name = "mail"

        def carry(self, letter: Letter) -> None:
            """Wait for the end of the test."""
            gate.wait(10 + len(letter.key))

    error = deliver(Slow(), Letter("k", "s", "b", NOW_AT), within_s=0.05)
    gate.set()
    assert error is not None
    assert error.code == "courier_slow"


def test_the_sample_plays() -> None:
    """Control: the board that these tests stand on is well."""
    assert (PLAYER.board_id, VITALS.dark_since_at) == ("cong", None)
