"""What a watched run tells its watchers: that the loop turns, and in one line how the board is."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from signboard.cli.playing import end_with_input
from signboard.cli.seats import Seat
from signboard.clock import Clock
from signboard.errors import N_, ConfigurationError, InputError, RefusedError, SignboardError, UsageError
from signboard.health.sentences import list_sentence
from signboard.locale import fill, lines
from signboard.service.notice import WATCHER, is_watched, notices_of, status, watch_s
from signboard.service.pulse import Pulse

__all__ = ["how_it_is", "leash", "patience", "pulse_for"]

_PERSON_S = 5.0
"""A start that only a person can cure is tried again this often, and does not keep the computer busy meanwhile."""


def pulse_for(clock: Clock, list_trouble: str = "") -> Callable[[list[Seat]], Pulse]:
    """Makes the companion that feeds the watchdog.

    Args:
        clock: of the loop.
        list_trouble: why the approved list does not play (see `health.status`); empty: it does.
    """

    def made(seats: list[Seat]) -> Pulse:
        instead = seats[0].streamer.bundle

        def says() -> str:
            told = how_it_is(seats)
            if list_trouble and seats[0].streamer.bundle == instead:
                told += " · " + list_sentence(list_trouble)
            return told

        def wire() -> int:
            return sum(seat.line.link.totals.calls for seat in seats)

        return Pulse(clock, notices_of(), watch_s(), says, wire)

    return made


def how_it_is(seats: Sequence[Seat]) -> str:
    """One line: each board by what it shows, or by what keeps it from that."""
    told = []
    for seat in seats:
        name = f"{seat.stage.settings.board.id}: " if len(seats) > 1 else ""
        told.append(name + _how(seat))
    return " · ".join(told)


def _how(seat: Seat) -> str:
    streamer = seat.streamer
    if streamer.last_error:
        return fill(N_("The board does not show what is due: {message}"), message=lines(streamer.last_error)[0])
    if streamer.shot is None:
        return fill(N_("Getting ready."))
    if streamer.shot.is_dark:
        return fill(N_("The board is dark, as it should be."))
    return fill(N_("On the board: {text}"), text=streamer.shot.text)


def leash(stop: threading.Event, environ: Mapping[str, str] = os.environ) -> None:
    """A child of our supervisor ends when its standard input does: so is it stopped, and so it ends with its parent."""
    if WATCHER in environ:
        end_with_input(stop)


@contextmanager
def patience(clock: Clock) -> Iterator[None]:
    """A watched start that fails for reasons of people says so and waits a moment before it ends."""
    try:
        yield
    except (UsageError, InputError, RefusedError, ConfigurationError) as error:
        _wait(clock, error)
        raise


def _wait(clock: Clock, error: SignboardError) -> None:
    if is_watched():
        notices = notices_of()
        notices.tell(status(lines(error)[0]))
        notices.close()
        clock.sleep(_PERSON_S)
