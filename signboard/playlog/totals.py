"""Totals over rows of the play log: how long each slogan stood, how surely, and where nothing is known."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing

__all__ = ["SloganTotal", "add_up", "gaps"]


@dataclass(frozen=True, slots=True)
class SloganTotal:
    """What the rows of one slogan add up to.

    Attributes:
        slogan, text: which one; the text is that of its last row.
        rows, exchanges: how many rows, and exchanges in them.
        shown: time by evidence; `failed` is the time in which it was due and could not be shown.
        first_at, last_at: from the first row's start to the last row's end; failed rows do not count.
    """

    slogan: str
    text: str
    rows: int = 0
    exchanges: int = 0
    shown: dict[Evidence, timedelta] = field(default_factory=dict)
    first_at: datetime | None = None
    last_at: datetime | None = None

    def at_least(self, evidence: Evidence) -> timedelta:
        """Time shown with this evidence or a better one."""
        return sum((time for level, time in self.shown.items() if level >= evidence), timedelta())


def add_up(showings: Iterable[Showing]) -> tuple[SloganTotal, ...]:
    """One total a slogan, in the order in which the slogans first appear; dark rows are left out."""
    totals: dict[str, SloganTotal] = {}
    for row in showings:
        if row.slogan is not None:
            totals[row.slogan] = _add(totals.get(row.slogan) or SloganTotal(row.slogan, row.text), row)
    return tuple(totals.values())


def _add(total: SloganTotal, row: Showing) -> SloganTotal:
    shown = dict(total.shown)
    shown[row.evidence] = shown.get(row.evidence, timedelta()) + (row.until_at - row.since_at)
    seen = () if row.evidence is Evidence.FAILED else (row.since_at, row.until_at)
    instants = [at for at in (total.first_at, total.last_at, *seen) if at is not None]
    return SloganTotal(
        total.slogan,
        row.text,
        total.rows + 1,
        total.exchanges + row.exchanges,
        shown,
        min(instants, default=None),
        max(instants, default=None),
    )


def gaps(
    showings: Iterable[Showing], since_at: datetime, until_at: datetime, *, tolerance: timedelta = timedelta(seconds=2)
) -> tuple[tuple[datetime, datetime], ...]:
    """The stretches of [since_at, until_at) longer than `tolerance` of which no row says what the board showed."""
    found, at = [], since_at
    known = sorted((row.since_at, row.until_at) for row in showings if row.evidence is not Evidence.FAILED)
    for row_since_at, row_until_at in [*known, (until_at, until_at)]:
        start_at = min(row_since_at, until_at)
        if start_at - at > tolerance:
            found.append((at, start_at))
        at = max(at, row_until_at)
    return tuple(found)
