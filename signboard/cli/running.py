"""Running: the boards of one line play until they are stopped, with everything that works beside them.

What works beside the player is a companion: entered before the first tick, asked to watch after each one, left after
the last. Nothing in `watch` may wait: it costs the picture.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import TracebackType
from typing import Any, Protocol

import click

from signboard import __version__, app
from signboard.campaign.order import Order
from signboard.cli.answers import written
from signboard.cli.envelope import report, talk
from signboard.cli.order_words import order_text
from signboard.cli.ordering import Ordering
from signboard.cli.playing import link_use
from signboard.cli.seats import Records, Seat, seats_of
from signboard.cli.succession import Playing, Succession
from signboard.cli.withholding import Withholding
from signboard.cli.witness import FEW_ENTRIES
from signboard.errors import N_, SignboardError
from signboard.files import home_dir
from signboard.locale import fill, lines, number_text
from signboard.player.turns import Turns
from signboard.player.watchman import WithWatchman
from signboard.service.diary import Diary
from signboard.transports.opening import is_virtual

__all__ = ["Companion", "Run", "play"]

_EIGHT_BITS = N_("The port {url} has no {framing}; it is open as 8N1, and parity is made by hand.")


class Companion(Protocol):
    """Works beside the player."""

    def __enter__(self) -> object:
        """Begin, before the first tick."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> bool | None:
        """End, after the last tick and the board's orderly end."""

    def watch(self) -> object:
        """Look after a tick; never waits."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a line of boards.

    Attributes:
        stage: of the first board.
        url: the line's address.
        records: board time, and where what happens is written down.
        seconds: how long; None: until stopped.
        companions: makes what works beside the player, given the seats.
        diary: the journal of starts, where one is kept.
        stop: set by whoever wants it to end.
    """

    stage: app.Stage
    url: str
    records: Records
    seconds: float | None = None
    companions: tuple[Callable[[list[Seat]], Companion], ...] = ()
    diary: Diary | None = None
    stop: threading.Event = field(default_factory=threading.Event)


def play(run: Run) -> int:
    """Play, report, and give the exit code."""
    from signboard.player.loop import run_until  # noqa: PLC0415 - APScheduler, which help does without

    records = run.records if run.seconds is not None else replace(run.records, pictures=FEW_ENTRIES)
    seats = seats_of(run.stage, run.url, records)
    player = seats[0].streamer if len(seats) == 1 else Turns([seat.streamer for seat in seats])
    began_at = run.records.clock.now()
    succession, companions = _companions(run, seats)

    def watch() -> None:
        for companion in companions:
            companion.watch()

    with ExitStack() as stack:
        for companion in companions:
            stack.enter_context(companion)
        talk(N_("Opening {url}; stop with Ctrl-C."), url=run.url)
        for seat in seats:
            _tell_of_keeping(seat)
        elapsed_s = run_until(player, run.records.clock, run.stop, seconds=run.seconds, watch=watch)
    data = _figures(run, seats, succession.stage, began_at, elapsed_s)
    return _report(data, next((seat.streamer.last_error for seat in seats if seat.streamer.last_error), None))


def _companions(run: Run, seats: list[Seat]) -> tuple[Succession, tuple[Companion, ...]]:
    """All of them, in the order in which they watch."""
    withholding = Withholding([seat.screenplay for seat in seats], home_dir(), _say_withdrawn)
    streamers = [seat.streamer for seat in seats]
    clock, say = run.records.clock, lambda said: click.echo(said, err=True)
    playing = Playing(run.stage, streamers, clock, is_virtual(run.url), say, run.diary)
    succession = Succession(playing, withholding)
    more = [make(seats) for make in run.companions]
    if run.stage.content.source != "file":  # a campaign file that was named stands alone
        more.insert(0, _ordering(run, seats, withholding))
    teller = _Teller(run, seats, [one for one in (withholding, succession, *more) if isinstance(one, WithWatchman)])
    return succession, (teller, withholding, succession, *more)


def _ordering(run: Run, seats: list[Seat], withholding: Withholding) -> Ordering:
    zone = run.stage.settings.zone

    def tell(news: Order | SignboardError) -> None:
        if isinstance(news, Order):
            talk(N_("Ordered: {order}."), order=order_text(news, zone))
        else:
            click.echo("\n".join(lines(news)), err=True)

    stages = [seat.stage for seat in seats]
    return Ordering(withholding, stages, run.records.clock, tell, is_virtual=is_virtual(run.url))


class _Teller:
    """Says what changed on the line and in the log."""

    def __init__(self, run: Run, seats: list[Seat], watching: Sequence[WithWatchman[Any]]) -> None:
        self._run = run
        self._seats = seats
        self._watching = watching
        self._told_faults: set[str] = set()
        self._has_told_framing = False

    def __enter__(self) -> None:
        """Nothing to begin."""

    def __exit__(self, *_: object) -> None:
        """Nothing to end."""

    def watch(self) -> None:
        """Say it."""
        for seat in self._seats:
            seat.trouble.tell()
            if not self._has_told_framing and seat.line.link.makes_parity:
                self._has_told_framing = True
                talk(_EIGHT_BITS, url=self._run.url, framing=seat.stage.spec.capabilities.framing)
        self._run.records.tell()
        faults = {sentence for one in self._watching if one.fault for sentence in lines(one.fault)}
        for sentence in faults - self._told_faults:
            click.echo(sentence, err=True)
        self._told_faults |= faults


def _figures(run: Run, seats: list[Seat], stage: app.Stage, began_at: datetime, elapsed_s: float) -> dict[str, object]:
    """What the run has done; `stage` is what played last."""
    figures = [seat.figures() for seat in seats]
    baud = run.stage.settings.board.baud
    data: dict[str, object] = {
        "url": run.url,
        "source": stage.content.source,
        "bundle": stage.content.bundle,
        "at": written(began_at, run.stage),
        **{name: sum(int(str(one[name])) for one in figures) for name in ("sent", "acked", "failed", "alarms")},
        "slogans": figures[0]["slogans"],
        "pictures": figures[0]["pictures"],
        "link_use": round(sum(link_use(seat.line.link, baud, elapsed_s) for seat in seats), 4),
        "seconds": round(elapsed_s, 3),
        "versions": {"signboard": __version__},
        "shown": figures[0]["shown"],
    }
    if len(seats) > 1:
        data["boards"] = [{"id": seat.stage.settings.board.id, **one} for seat, one in zip(seats, figures, strict=True)]
    return data


def _tell_of_keeping(seat: Seat) -> None:
    """What a board shows when this computer is off, where it keeps anything."""
    able, keeper = seat.line.board.capabilities, seat.line.board.keeper
    if keeper and able.keeps == "pages":
        talk(
            N_(
                "This board keeps the slogans in its own memory. If this computer fails it goes on showing them, day "
                "and night, until the last day of what it keeps."
            )
        )
    elif keeper:
        talk(
            N_(
                "This board keeps the first picture of the day. If this computer fails and the board was without "
                "power, it shows that picture until somebody clears it: no last day can be given to this kind of board."
            )
        )


def _say_withdrawn(text: str) -> None:
    talk(N_("Withdrawn, so it leaves the board now: {text}"), text=text)


def _report(data: dict[str, object], error: SignboardError | None) -> int:
    """The figures, and the reason where the board never confirmed anything; gives the exit code."""
    never = error if data["acked"] == 0 and data["failed"] else None
    text = fill(
        N_("{sent} pictures sent, {acked} confirmed by the board, {failed} failed; the line was busy for {share} %."),
        share=number_text(100 * float(str(data["link_use"])), 1),
        **{name: data[name] for name in ("sent", "acked", "failed")},
    )
    errors = [(never.code, "\n".join(lines(never)))] if never else []
    report(data, text, ok=never is None, errors=errors)
    return never.exit_code if never else 0
