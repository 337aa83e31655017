"""The round of alerts: look at the documents, keep what begins and ends, remind, and tell what has to be told.

It works in a process of its own (or in a service of its own) and touches neither the board nor its line. A trouble is
told once when it begins and once when it is over; a server that does not answer is tried again ever more seldom, and a
trouble that is over before anybody could be told makes one message, not two.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from signboard.campaign.days import parse_day
from signboard.clock import Clock
from signboard.errors import N_, SignboardError
from signboard.health.couriers import Courier, Letter
from signboard.health.letters import Desk, letter_of
from signboard.health.standing import Standing, State
from signboard.playlog.trust import Trust
from signboard.schedule.days import day_in
from signboard.settings import AlertSettings
from signboard.store.alerts import Alert, AlertBook

__all__ = ["BACKOFF", "AlertRounds", "Week", "deliver"]

BACKOFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
"""Pauses between tries; the last one repeats."""
LEASE = timedelta(minutes=5)
WELL_S = 300.0
"""A trouble is over when it has been away for so long: a cable that comes and goes is one trouble.

What is told and kept as its end is when it went away, not when that was sure."""
DELIVERY_S = 60.0
_DAYS_LATE = 3
"""A reminder whose day the computer slept through is still sent so many days later."""
_SILENT_ENDS = {"content_ends"}
"""Troubles whose end is no relief, so nobody is told."""


@dataclass(frozen=True, slots=True)
class Week:
    """What the play log says of the past seven days.

    Attributes:
        shown_s: seconds in which slogans were shown.
        lost_s: seconds in which one was due and could not be shown.
    """

    shown_s: int
    lost_s: int


class AlertRounds:
    """One office's alerts; call `go` every few seconds.

    Args:
        desk: who writes.
        settings: the table [alerts].
        couriers: the ways out; with none everything is kept and nothing is told.
        look: how the boards stand now.
        week: what the play log says of a board's past week; None: it cannot be read now.
        clock: the computer's.
    """

    def __init__(
        self,
        desk: Desk,
        settings: AlertSettings,
        couriers: Sequence[Courier],
        look: Callable[[], Sequence[Standing]],
        week: Callable[[str], Week | None],
        clock: Clock,
    ) -> None:
        self._desk = desk
        self._settings = settings
        self._couriers = tuple(couriers)
        self._look = look
        self._week = week
        self._clock = clock
        self._well_since_s: dict[tuple[str, str], float] = {}

    def go(self, book: AlertBook) -> tuple[SignboardError, ...]:
        """One round; gives why something could not be told.

        Raises:
            SignboardError: the store cannot be used.
        """
        boards = self._look()
        for one in boards:
            self._keep(book, one)
        if boards and any(map(_knows_the_day, boards)):
            self._remind(book, boards)
        return self._tell(book)

    def _keep(self, book: AlertBook, standing: Standing) -> None:
        """What begins is kept at once, what is over after a while; a board that nobody plays on tells nothing."""
        now_at, board = self._clock.now(), standing.board_id
        lasting = book.lasting(board)
        troubles = {one.kind: one for one in standing.troubles}
        for kind, trouble in troubles.items():
            self._well_since_s.pop((board, kind), None)
            if kind == "silent" and not _is_long_silent(standing, now_at):
                continue
            book.raise_alert(self._desk.site_id, board, kind, trouble.since_at or now_at, trouble.figures)
        if not standing.is_alive or standing.state is State.STARTING:
            return
        for alert in lasting:
            if alert.kind not in troubles and (well_s := self._well_s(board, alert.kind)) >= WELL_S:
                del self._well_since_s[board, alert.kind]
                over_at = max(alert.raised_at, now_at - timedelta(seconds=well_s))
                book.clear(alert, over_at, silently=alert.kind in _SILENT_ENDS)

    def _well_s(self, board: str, kind: str) -> float:
        """For how long it has been away, whatever the computer's clock did meanwhile."""
        now_s = self._clock.monotonic_s()
        return now_s - self._well_since_s.setdefault((board, kind), now_s)

    def _remind(self, book: AlertBook, boards: Sequence[Standing]) -> None:
        now_at, settings = self._clock.now(), self._settings
        local = now_at.astimezone(self._desk.zone)
        if local.hour < settings.hour:
            return
        year, week, weekday = local.isocalendar()
        for one in boards:
            kind = f"weekly/{year}-W{week:02}"
            if weekday == settings.weekly_day and not book.knows(one.board_id, kind):
                book.note(self._desk.site_id, one.board_id, kind, now_at, self._week_of(book, one))
        due = _on(settings.report_due, local.date())
        for name in ("check", "report", "deadline"):
            day = _on(getattr(settings, f"remind_{name}"), local.date())
            if day is not None and timedelta() <= local.date() - day <= timedelta(days=_DAYS_LATE):
                details = {"due": due.isoformat() if due else None}
                first = boards[0].board_id
                book.note(self._desk.site_id, first, f"reminder-{name}/{day.year}", now_at, details)

    def _week_of(self, book: AlertBook, standing: Standing) -> dict[str, str | int | None]:
        week = self._week(standing.board_id)
        figures: dict[str, str | int | None] = {"lasting": len(book.lasting(standing.board_id))}
        return figures if week is None else figures | {"shown_s": week.shown_s, "lost_s": week.lost_s}

    def _tell(self, book: AlertBook) -> tuple[SignboardError, ...]:
        if not self._couriers:
            return ()
        troubles: list[SignboardError] = []
        for alert in book.take_due(self._clock.now(), LEASE):
            troubles += self._tell_one(book, alert)
        return tuple(troubles)

    def _tell_one(self, book: AlertBook, alert: Alert) -> list[SignboardError]:
        letter = letter_of(alert, self._desk, self._clock.now())
        carried, troubles = set(alert.carried), []
        for courier in self._couriers:
            if courier.name in carried:
                continue
            trouble = deliver(courier, letter)
            if trouble is None:
                carried.add(courier.name)
            else:
                troubles.append(trouble)
        now_at = self._clock.now()
        if troubles:
            book.failed(alert, sorted(carried), now_at + BACKOFF[min(alert.tries, len(BACKOFF) - 1)])
        else:
            book.told(alert, now_at)
        return troubles


def deliver(courier: Courier, letter: Letter, within_s: float = DELIVERY_S) -> SignboardError | None:
    """Why the letter could not be delivered; None: it is.

    A server that answers a letter a byte at a time is left alone after a minute; whether it takes the letter in the
    end nobody knows, so it is tried again under the same key.
    """
    troubles: list[SignboardError] = []
    done = threading.Event()

    def carry() -> None:
        try:
            courier.carry(letter)
        except SignboardError as error:
            troubles.append(error)
        done.set()

    threading.Thread(target=carry, name=f"courier {courier.name}", daemon=True).start()
    if not done.wait(within_s):
        return SignboardError(
            N_("The server for alerts by {way} was too slow; it is tried again by itself."),
            code="courier_slow",
            way=courier.name,
        )
    return troubles[0] if troubles else None


def _knows_the_day(standing: Standing) -> bool:
    """Nobody is reminded by a clock that cannot be believed."""
    vitals = standing.status.vitals if standing.status else None
    return vitals is not None and vitals.trust is not Trust.UNTRUSTED


def _is_long_silent(standing: Standing, now_at: datetime) -> bool:
    """A restart takes seconds; only what lasts is told."""
    return standing.since_at is None or abs(now_at - standing.since_at) > timedelta(minutes=2)


def _on(text: str, today: date) -> date | None:
    """The day of this year; None: never."""
    day = parse_day(text) if text else None
    return day_in(day, today.year) if day else None
