"""Runs a virtual board until it is stopped: registered under its name, recorded, drawn, its events handed out."""

import queue
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Protocol

from signboard.frame.frame import Frame
from signboard.simulator import directory
from signboard.simulator.event import Event
from signboard.simulator.orders import obey
from signboard.simulator.server import SimulatedBoard

__all__ = ["View", "serve"]

_LOOK_S = 0.1
_DRAW_S = 1 / 30


class View(Protocol):
    """Something that shows a board."""

    def note(self, event: Event) -> None:
        """Something happened."""

    def draw(self, frame: Frame) -> None:
        """The board shows this now."""


def serve(
    board: SimulatedBoard,
    *,
    seconds: float | None = None,
    stop: threading.Event | None = None,
    views: Sequence[View] = (),
    records: Sequence[Callable[[Event], object]] = (),
    registered: tuple[Path, str] | None = None,
) -> Generator[Event, None, None]:
    """Run the board and yield its events in order; the board stops when the iteration ends, however it ends.

    Args:
        board: not started yet.
        seconds: how long to run (None: until `stop` or an exception such as KeyboardInterrupt).
        stop: ends the run within a tenth of a second.
        views: drawn at most 30 times a second, when the picture has changed or something happened.
        records: called with every event.
        registered: home folder and name for `sim://NAME`.

    Raises:
        UsageError: the name is taken or no name at all.
    """
    clock = board.clock
    until_s = None if seconds is None else clock.monotonic_s() + seconds
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    board.listeners.append(events.put)
    desk = _Desk(views, records)
    look_s = _DRAW_S if views else _LOOK_S
    with ExitStack() as stack:
        stack.callback(board.listeners.remove, events.put)
        stack.callback(board.stop)
        if registered is not None:
            stack.enter_context(directory.register(*registered, board.url, lambda: board.device, partial(obey, board)))
        board.start()
        while (stop is None or not stop.is_set()) and (until_s is None or clock.monotonic_s() < until_s):
            event = _next(events, look_s)
            if event is not None:
                desk.take(event)
                yield event
            desk.draw(board, clock.monotonic_s())
    while (event := _next(events, 0.0)) is not None:
        desk.take(event)
        yield event


class _Desk:
    """Records and draws; draws no more often than the eye needs."""

    def __init__(self, views: Sequence[View], records: Sequence[Callable[[Event], object]]) -> None:
        self._views = views
        self._records = records
        self._drawn: Frame | None = None
        self._has_news = True
        self._next_s = float("-inf")

    def take(self, event: Event) -> None:
        for record in self._records:
            record(event)
        for view in self._views:
            view.note(event)
        self._has_news = True

    def draw(self, board: SimulatedBoard, now_s: float) -> None:
        if not self._views or now_s < self._next_s:
            return
        picture = board.seen()
        if picture != self._drawn or self._has_news:
            for view in self._views:
                view.draw(picture)
            self._drawn, self._has_news = picture, False
            self._next_s = now_s + _DRAW_S


def _next(events: "queue.SimpleQueue[Event]", timeout_s: float) -> Event | None:
    try:
        return events.get(timeout=timeout_s) if timeout_s else events.get_nowait()
    except queue.Empty:
        return None
