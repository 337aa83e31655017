"""The loop of a board's process: tick, wait on the monotonic clock, tick again. The only user of APScheduler.

The picture is a function of the instant and is asked for at least once a second, so nothing here carries state that a
power cut, a missed job or a clock set by hand could break. APScheduler is given no say in content: it rings once at the
next change that lies further away than a tick, and it runs chores. It never gets triggers of seconds, because a clock
that jumps makes it list every missed run.
"""

import contextlib
import gc
import math
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from signboard.clock import Clock, StepWatch, SystemClock
from signboard.player.turns import Player

__all__ = ["Chore", "run_until"]

_LONGEST_WAIT_S = 1.0
_STOP_S = 0.25
_SHORTEST_CHORE_S = 60
_CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Chore:
    """Work beside the picture: checkpoints, backups. It may fail or hang without touching the picture.

    Raises:
        ValueError: more often than once a minute.
    """

    name: str
    every_s: int
    work: Callable[[], object]

    def __post_init__(self) -> None:
        if self.every_s < _SHORTEST_CHORE_S:
            raise ValueError(f"a chore every {self.every_s} s; once a minute is the most")


def run_until(
    streamer: Player,
    clock: Clock,
    stop: threading.Event,
    *,
    seconds: float | None = None,
    chores: Sequence[Chore] = (),
    watch: Callable[[], object] = lambda: None,
) -> float:
    """Play until somebody sets `stop` or the time is over, then stop the streamer in order.

    Args:
        streamer: what to tick, or several in turn.
        clock: the streamer's clock.
        stop: noticed within a quarter of a second.
        seconds: wire seconds to play; None: until stopped.
        chores: beside the picture.
        watch: called after every tick.

    Returns:
        The wire seconds that it played.

    Raises:
        BoardError: what trying again cannot cure.
        Exception: what a thread beside the loop did not catch. A process in which one is dead looks alive; it ends
            instead, and whoever watches starts it again.
    """
    began_s = clock.monotonic_s()
    end_s = math.inf if seconds is None else began_s + seconds
    alarm, steps = _Alarm(clock, chores), StepWatch(clock)
    gc.collect()
    gc.freeze()  # what was loaded stays: collecting it again and again costs stalls of 100 ms
    try:
        with _no_thread_dies_unseen() as fallen:
            while not stop.is_set() and not fallen:
                wait_s = min(streamer.tick(), _LONGEST_WAIT_S)
                watch()
                left_s = end_s - clock.monotonic_s()
                if left_s <= 0:
                    break
                if steps.look():
                    alarm.rebuild()
                alarm.wait(min(wait_s, left_s), streamer, stop)
    finally:
        gc.unfreeze()
        alarm.close()
        streamer.stop()
    if fallen:
        raise fallen[0]
    return clock.monotonic_s() - began_s


@contextlib.contextmanager
def _no_thread_dies_unseen() -> Iterator[list[BaseException]]:
    """What threads did not catch meanwhile, in its order."""
    fallen: list[BaseException] = []

    def note(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            fallen.append(args.exc_value)

    before, threading.excepthook = threading.excepthook, note
    try:
        yield fallen
    finally:
        threading.excepthook = before


class _Alarm:
    """Waiting that a coming change cuts short."""

    def __init__(self, clock: Clock, chores: Sequence[Chore]) -> None:
        self._clock = clock
        self._chores = tuple(chores)
        self._bell = threading.Event()
        self._begin()

    def _begin(self) -> None:
        self._rings_at: object = None
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            jobstores={"default": MemoryJobStore()},
            executors={"default": ThreadPoolExecutor(1), "chores": ThreadPoolExecutor(2)},
            job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1},
        )
        for chore in self._chores:
            self._scheduler.add_job(
                chore.work, "interval", seconds=chore.every_s, id=f"chore {chore.name}", executor="chores"
            )
        self._scheduler.start()

    def rebuild(self) -> None:
        """Somebody set the clock: a timer that reckoned by the old one sleeps for hours, or catches up run by run."""
        self.close()
        self._begin()

    def wait(self, seconds: float, streamer: Player, stop: threading.Event) -> None:
        """Wait so long, or until the bell rings or somebody stops the loop."""
        self._set(streamer)
        end_s = self._clock.monotonic_s() + seconds
        while (left_s := end_s - self._clock.monotonic_s()) > 0 and not stop.is_set():
            if self._bell.wait(min(left_s, _STOP_S)):
                break
        self._bell.clear()

    def _set(self, streamer: Player) -> None:
        """Ring at the end of what the board shows, set anew whenever that end is another one."""
        until_at = streamer.shot.until_at if streamer.shot else None
        if until_at is None or until_at == self._rings_at:
            return
        wait_s = self._clock.seconds_until(until_at)
        if wait_s > _LONGEST_WAIT_S:
            self._rings_at = until_at
            run_date = SystemClock().now() + timedelta(seconds=min(wait_s, 86_400))
            self._scheduler.add_job(self._bell.set, "date", run_date=run_date, id=_CHANGE, replace_existing=True)

    def close(self) -> None:
        """Ring no more; a chore that hangs is left alone."""
        with contextlib.suppress(JobLookupError):  # it has rung, or was never set
            self._scheduler.remove_job(_CHANGE)  # a date job that falls due during shutdown would raise in its thread
        self._scheduler.shutdown(wait=False)
