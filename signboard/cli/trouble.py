"""What `run` says about its line: that it plays once it does, each failure once, a lasting one ever more seldom."""

from collections.abc import Callable
from dataclasses import dataclass

from signboard.clock import Clock
from signboard.errors import N_
from signboard.locale import fill, lines
from signboard.player.streamer import Streamer

__all__ = ["Trouble"]

_AGAIN_S = (60.0, 600.0, 3600.0)
"""A failure is told at once, and again when so much time has passed since it was told last; the last one repeats."""
_FORGOTTEN_S = 60.0
"""After so long without it a failure is a new one."""


@dataclass(slots=True)
class _Told:
    """One kind of failure: when it began, was last seen and last told, and how often it was told."""

    began_s: float
    seen_s: float
    told_s: float
    times: int = 1

    def is_due(self, now_s: float) -> bool:
        return now_s - self.told_s >= _AGAIN_S[min(self.times, len(_AGAIN_S)) - 1]


class Trouble:
    """Watches a streamer; call `tell` after every tick.

    Args:
        streamer: what plays.
        clock: gives the seconds that really pass.
        url: the board's address.
        say: takes each sentence.
    """

    def __init__(self, streamer: Streamer, clock: Clock, url: str, say: Callable[[str], object]) -> None:
        self._streamer = streamer
        self._clock = clock
        self._url = url
        self._say = say
        self._told: dict[str, _Told] = {}
        self._has_played = False
        self._is_down = False

    def tell(self) -> None:
        """Say what changed since the last tick."""
        if self._streamer.last_error:
            self._tell_failure(self._streamer.last_error.code)
        elif self._streamer.shot is not None:
            self._tell_success()

    def _tell_failure(self, code: str) -> None:
        now_s = self._clock.monotonic_s()
        told = self._told.get(code)
        if told is None or now_s - told.seen_s > _FORGOTTEN_S:
            self._told[code] = _Told(now_s, now_s, now_s)
            self._tell_error("{message}")
            return
        told.seen_s = now_s
        if told.is_due(now_s):
            told.told_s, told.times = now_s, told.times + 1
            self._tell_error(N_("For {minutes} min: {message}"), minutes=round((now_s - told.began_s) / 60))

    def _tell_error(self, template: str, **fields: object) -> None:
        self._is_down = True
        if self._streamer.last_error:
            for sentence in lines(self._streamer.last_error):
                self._say(fill(template, message=sentence, **fields))

    def _tell_success(self) -> None:
        if not self._has_played:
            self._say(fill(N_("Playing on {url}; stop with Ctrl-C."), url=self._url))
        elif self._is_down:
            self._say(fill(N_("The board answers again.")))
        self._has_played, self._is_down = True, False
