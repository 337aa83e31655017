"""The wear guard: how often a board's flash may be written. A value: it is given instants and asks no clock.

A chip rated for 100 000 writes lasts 11 years at 24 writes a day and 70 days at one write a minute.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from signboard.errors import N_, BoardError, ConfigurationError, RefusedError

__all__ = ["MOST_WRITES_PER_DAY", "WearGuard", "worn"]

MOST_WRITES_PER_DAY = 24
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WearGuard:
    """The writes of the last day, and how many a day may have.

    Attributes:
        past_at: aware instants of earlier writes, in any order; those older than a day do not count.
        per_day: writes that any 24 hours may have.

    Raises:
        ConfigurationError: `too_many_writes`, for more than 24 a day.
    """

    past_at: tuple[datetime, ...] = ()
    per_day: int = MOST_WRITES_PER_DAY

    def __post_init__(self) -> None:
        if not 1 <= self.per_day <= MOST_WRITES_PER_DAY:
            raise ConfigurationError(
                N_(
                    "{asked} writes a day would wear out the board's memory; at most {most} are allowed. Show the "
                    "slogans in turn as pages of one program instead."
                ),
                code="too_many_writes",
                asked=self.per_day,
                most=MOST_WRITES_PER_DAY,
            )

    def left(self, now_at: datetime) -> int:
        """How many writes are allowed now. A write that lies in the future (a clock was set back) counts."""
        return max(0, self.per_day - len(self._recent(now_at)))

    def next_at(self, now_at: datetime) -> datetime:
        """From when on a write is allowed; `now_at` where one is allowed now."""
        recent = sorted(self._recent(now_at))
        return now_at if len(recent) < self.per_day else recent[-self.per_day] + _DAY

    def check(self, now_at: datetime) -> None:
        """Nothing where a write is allowed now.

        Raises:
            RefusedError: `worn`, with the figures.
        """
        if not self.left(now_at):
            raise RefusedError(
                N_(
                    "The board's memory was written {count} times within a day and is spared until {until}; what "
                    "it holds goes on showing."
                ),
                code="worn",
                count=len(self._recent(now_at)),
                until=self.next_at(now_at).isoformat(timespec="minutes"),
            )

    def written(self, now_at: datetime) -> "WearGuard":
        """The guard after a write at `now_at`; forgets what no longer counts. Note the write before it is sent."""
        return WearGuard((*self._recent(now_at), now_at), self.per_day)

    def _recent(self, now_at: datetime) -> tuple[datetime, ...]:
        return tuple(at for at in self.past_at if now_at - at < _DAY)


def worn() -> BoardError:
    """What a driver says when it was allowed no more writes."""
    return BoardError(
        N_("The board's memory was written as often as a day allows and is spared now; what it holds goes on showing."),
        code="worn",
    )
