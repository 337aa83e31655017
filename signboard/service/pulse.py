"""Pulse: progress of the loop, told to the watchers; and the last resort where there is none.

Only a turn of the loop feeds the watchdog, never a thread that is merely alive. A dead board does not stop it: starting
anew plugs no cable in. Nor does a slow one: while an exchange with it lives, the loop waits within bounds and has not
hung, so that counts as a turn, for ten minutes at most. A loop that stands still feeds no more, the status says so, and
when the limit is over this process ends by itself, with the stacks of all threads on stderr, so that whoever watches
starts it again; that serves where nobody watches from outside, too.
"""

import faulthandler
import os
import sys
from collections.abc import Callable

from signboard.clock import Clock
from signboard.errors import N_
from signboard.locale import fill
from signboard.player.beside import Beside
from signboard.service.notice import PROGRESS, READY, STOPPING, Notices, status

__all__ = ["STALLED", "Pulse"]

STALLED = 70
"""Exit code of a process whose loop stood still (EX_SOFTWARE of sysexits.h)."""

_TURNS_A_LIMIT = 4  # told so often within the limit: three notices may be lost
_LONGEST_PAUSE_S = 5.0
_LOOKS_A_LIMIT = 20
_LONGEST_WIRE_S = 600.0
"""No exchange takes longer; whoever is still on the wire then turns in circles there."""


class Pulse(Beside):
    """Feeds the watchers; use it as a context manager around the loop.

    Args:
        clock: of the loop.
        notices: to whom progress is told.
        limit_s: a loop that has not turned for so long ends the process.
        says: one line on how the board is; asked after a turn.
        wire: a number that grows while an exchange with a board lives.
        end: ends the process at once.
    """

    def __init__(
        self,
        clock: Clock,
        notices: Notices,
        limit_s: float,
        says: Callable[[], str],
        wire: Callable[[], int] = lambda: 0,
        end: Callable[[int], object] = os._exit,
    ) -> None:
        super().__init__("last resort", None)
        self._clock = clock
        self._notices = notices
        self._limit_s = limit_s
        self._pause_s = min(_LONGEST_PAUSE_S, limit_s / _TURNS_A_LIMIT)
        self._says = says
        self._wire = wire
        self._end = end
        self._turns = 0
        self._seen = (0, 0)
        self._stood_s = self._wire_s = 0.0
        self._told_s: float | None = None
        self._said = ""

    def watch(self) -> None:
        """The loop has turned."""
        now_s = self._clock.monotonic_s()
        self._turns += 1
        sentence = self._says()
        if self._told_s is None:
            self._notices.tell(READY, PROGRESS, status(sentence))
        elif now_s - self._told_s >= self._pause_s or sentence != self._said:
            self._notices.tell(PROGRESS, status(sentence))
        else:
            return
        self._told_s, self._said = now_s, sentence

    def look(self, passed_s: float) -> None:
        """What the last resort does every now and then.

        Args:
            passed_s: since the look before. What is too much counts little: then the whole process stood still (a
                computer that slept, a stopped process), and the loop has yet to get its chance.
        """
        (turns, calls), self._seen = self._seen, (self._turns, self._wire())
        if self._seen[0] != turns:
            self._stood_s = self._wire_s = 0.0
            return
        passed_s = min(passed_s, 2 * self._limit_s / _LOOKS_A_LIMIT)
        if self._seen[1] != calls and self._wire_s < _LONGEST_WIRE_S:
            self._stood_s, self._wire_s = 0.0, self._wire_s + passed_s
            self._notices.tell(PROGRESS)
            return
        before_s = self._stood_s
        self._stood_s += passed_s
        if self._stood_s >= self._limit_s:
            faulthandler.dump_traceback(sys.__stderr__ or 2)
            self._end(STALLED)
        elif before_s < self._limit_s / 2 <= self._stood_s:
            template = N_("Stalled: the loop has not turned for {seconds} seconds; it will be started again.")
            self._notices.tell(status(fill(template, seconds=round(self._stood_s))))

    def _finish(self) -> None:
        super()._finish()
        self._notices.tell(STOPPING)
        self._notices.close()

    def _work(self) -> None:
        looked_s = self._clock.monotonic_s()
        while not self._stop.wait(self._limit_s / _LOOKS_A_LIMIT):
            now_s = self._clock.monotonic_s()
            self.look(now_s - looked_s)
            looked_s = now_s
