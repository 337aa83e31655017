"""Plays a course: part after part into one log, or side by side in processes of their own."""

import multiprocessing
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from multiprocessing.connection import wait
from pathlib import Path

from signboard.errors import NakError, SignboardError
from signboard.rehearsal.clock import US
from signboard.rehearsal.course import Course
from signboard.rehearsal.performance import Part, Performance, Played
from signboard.rehearsal.script import Script
from signboard.store.connection import Connection, Rows, Value, connect_file
from signboard.store.database import Store
from signboard.unswept import unswept

__all__ = ["connect_hastily", "play_apart", "play_into"]

_TELL_US = 3600 * US
_HASTY = {"PRAGMA synchronous = FULL": "PRAGMA synchronous = OFF"}

Watch = Callable[[float], object]


class _Hasty:
    """A connection that does not wait for the disk: what a power cut loses is rehearsed in memory."""

    def __init__(self, inner: Connection) -> None:
        self._inner = inner

    def execute(self, sql: str, parameters: Sequence[Value] = (), /) -> Rows:
        """Run one statement."""
        return self._inner.execute(_HASTY.get(sql, sql), parameters)

    def close(self) -> None:
        """Let the file go."""
        self._inner.close()


def connect_hastily(path: Path) -> Connection:
    """A connection to a log that need not outlive this computer."""
    return _Hasty(connect_file(path))


def play_into(script: Script, course: Course, log: Path, watch: Watch = lambda _share: None) -> list[Played]:
    """Play one part after the other into this store file.

    Args:
        script: what is rehearsed.
        course: all of it.
        log: made where it is missing.
        watch: told from time to time which share of the whole is done.

    Raises:
        BoardError: what trying again cannot cure.
        ConfigurationError: the file cannot be used.
    """
    whole_us = course.parts[-1].until_us
    played: list[Played] = []
    with unswept(), Store(log, connect_hastily) as store:
        for part in course.parts:
            tell = _Teller(part.since_us, lambda us: watch(us / whole_us))
            one = Performance(script, part, store, tell)
            one.spool.before = sum(before.rows for before in played)
            played.append(one.play())
    return played


def play_apart(make: Callable[[], Script], course: Course, watch: Watch = lambda _share: None) -> list[Played]:
    """Play all parts at once, each in a process of its own and into a log that is thrown away.

    Args:
        make: makes what is rehearsed; called in each process, so it has to be found by its name there.
        course: all of it.
        watch: told from time to time which share of the whole is done.

    Raises:
        SignboardError: as `play_into`.
    """
    if len(course.parts) == 1:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            return play_into(make(), course, Path(folder) / "signboard.sqlite3", watch)
    context = multiprocessing.get_context("spawn")
    pipes = [context.Pipe(duplex=False) for _part in course.parts]
    workers = [
        context.Process(target=_work, args=(make, part, far), daemon=True)
        for part, (_near, far) in zip(course.parts, pipes, strict=True)
    ]
    for worker, (_near, far) in zip(workers, pipes, strict=True):
        worker.start()
        far.close()
    try:
        return _gather([near for near, _far in pipes], course, watch)
    finally:
        for worker, (near, _far) in zip(workers, pipes, strict=True):
            worker.terminate()
            worker.join()
            worker.close()
            near.close()


def _gather(pipes: list[Pipe], course: Course, watch: Watch) -> list[Played]:
    done_us = [0] * len(pipes)
    whole_us = course.parts[-1].until_us
    played: dict[int, Played] = {}
    while len(played) < len(pipes):
        waiting = [pipe for number, pipe in enumerate(pipes) if number not in played]
        for ready in wait(waiting):
            number = next(i for i, pipe in enumerate(pipes) if pipe is ready)
            told = pipes[number].recv()
            if isinstance(told, Played):
                played[number] = told
            elif isinstance(told, int):
                done_us[number] = told
                watch(sum(done_us) / whole_us)
            else:
                raise _error(*told)
    return [played[number] for number in sorted(played)]


def _work(make: Callable[[], Script], part: Part, pipe: Pipe) -> None:
    """In the other process."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, pipe:
        try:
            with unswept(), Store(Path(folder) / "signboard.sqlite3", connect_hastily) as store:
                tell = _Teller(part.since_us, lambda us: pipe.send(us - part.since_us))
                pipe.send(Performance(make(), part, store, tell).play())
        except SignboardError as error:
            pipe.send((type(error), error.template, error.code, error.fields))


def _error(kind: type[SignboardError], template: str, code: str, given: Mapping[str, object]) -> SignboardError:
    """An error of the other process: errors with named fields cannot be sent whole."""
    if issubclass(kind, NakError):  # only what cannot be cured comes out
        return kind(template, code=code, retryable=False, **given)  # type: ignore[arg-type] # `nak` is one of its fields
    return kind(template, code=code, **given)


@dataclass(slots=True)
class _Teller:
    """Tells how far it is, once an hour of true time."""

    told_us: int
    tell: Callable[[int], object]

    def __call__(self, now_us: int) -> None:
        """It is so late."""
        if now_us - self.told_us >= _TELL_US:
            self.told_us = now_us
            self.tell(now_us)
