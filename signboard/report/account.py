"""Account: the rows of the play log against what was planned, for a span of days. Pure.

A second counts as shown where a row that did not fail covers it, and nothing else does: what no row covers is a gap
with its length and its cause, and nothing is rounded away. Between two pictures nobody knows for as long as the wire
takes what stands on the board; such gaps of 2 s and less are added up, the others are listed.

Which passes count as whole: see `passes`. Rows that overlap (a clock that was set back) are counted once: the one whose
clock was believed more; of two that were believed alike the one with the weaker evidence.
"""

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.playlog.trust import Trust
from signboard.report.passes import Lit, SloganAccount, Wholes, slogans_of

__all__ = ["CHANGING", "Account", "Cause", "DayAccount", "Gap", "Planned", "Terms", "account", "minus"]

SHORT = timedelta(seconds=2)
"""A gap as short as this is the wire's: two pictures that follow each other."""

CHANGING = "changing"
LINE, CLOCK, OFF, BROKEN_OFF, NO_CONTENT, DARK = "line", "clock", "off", "broken_off", "no_content", "dark"

Cause = str
"""`line`: the board could not be reached · `broken_off`: program or computer stopped without an end · `off`: it did not
run · `clock`: nobody knew what day it was · `no_content`: nothing approved could play · `dark`: the log says dark ·
`changing`: between two pictures · those of `signboard.store.gaps`: rows are lost."""

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Planned:
    """A stretch [since_at, until_at) in which something was to be shown."""

    since_at: datetime
    until_at: datetime


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """A planned stretch of which no row says that it was shown."""

    since_at: datetime
    until_at: datetime
    cause: Cause

    @property
    def length(self) -> timedelta:
        """How long."""
        return self.until_at - self.since_at


@dataclass(frozen=True, slots=True)
class Terms:
    """What the rows themselves do not tell.

    Attributes:
        lost: where rows are known to be missing, and why.
        change: how long a picture of this board is under way at most, so that a pass lacks it at a change of picture.
    """

    lost: Sequence[Gap] = ()
    change: timedelta = timedelta(seconds=0.6)


@dataclass(slots=True)
class DayAccount:
    """One day.

    Attributes:
        planned, shown: time; `shown` is the part of the planned time that rows cover.
        gaps: its listed gaps; one over midnight belongs to the day on which it began.
        passes: whole ones of all slogans.
    """

    day: date
    planned: timedelta = timedelta()
    shown: timedelta = timedelta()
    gaps: list[Gap] = field(default_factory=list)
    passes: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """Everything for the report.

    Attributes:
        since_at, until_at: the span.
        planned, shown: time; `shown` never counts a second that no row covers.
        changing: planned time between two pictures, in gaps of 2 s and less.
        beyond: time lit outside what was planned, such as under an order of an older plan.
        evidence: shown time by evidence.
        unsure: shown time whose instants were read from a clock that was not trusted.
        stored: shown time in which the board turned the pages by itself, so that no pass is claimed.
        gaps: those above 2 s, in order.
        days, slogans: in order.
    """

    since_at: datetime
    until_at: datetime
    planned: timedelta
    shown: timedelta
    changing: timedelta
    beyond: timedelta
    evidence: dict[Evidence, timedelta]
    unsure: timedelta
    stored: timedelta
    gaps: tuple[Gap, ...]
    days: tuple[DayAccount, ...]
    slogans: tuple[SloganAccount, ...]


def account(
    rows: Iterable[Showing],
    planned: Sequence[Planned],
    since_at: datetime,
    until_at: datetime,
    zone: tzinfo,
    terms: Terms | None = None,
) -> Account:
    """Add up the rows of one board.

    Args:
        rows: in any order; parts outside the span do not count.
        planned: what was to be lit, in any order.
        since_at: beginning of the span, an aware instant.
        until_at: its end.
        zone: whose days count.
        terms: what else is known.
    """
    terms = terms or Terms()
    known = sorted(rows, key=lambda row: (row.since_at, row.seq))
    lit = _without_overlap(_clipped(known, since_at, until_at))
    plan = _joined([(max(one.since_at, since_at), min(one.until_at, until_at)) for one in planned])
    spans = [(one.since_at, one.until_at) for one in lit]
    pieces = minus(plan, spans)
    gaps = tuple(_gaps(pieces, known, terms.lost))
    inside = _common(spans, plan)
    slogans = slogans_of(lit, zone, Wholes(known, terms.change))
    days = _days(plan, inside, gaps, zone)
    for slogan in slogans:
        for day in days.keys() & slogan.by_day.keys():
            days[day].passes += slogan.by_day[day][0]
    shown = _length(inside)
    return Account(
        since_at,
        until_at,
        _length(plan),
        shown,
        _length((start, end) for start, end in pieces if end - start <= SHORT),
        _length(spans) - shown,
        _by_evidence(lit),
        _length(span for span, one in zip(spans, lit, strict=True) if one.row.trust < Trust.TRUSTED),
        _length(span for span, one in zip(spans, lit, strict=True) if one.row.motion == "stored"),
        gaps,
        tuple(days[day] for day in sorted(days)),
        tuple(slogans),
    )


def _by_evidence(lit: Iterable[Lit]) -> dict[Evidence, timedelta]:
    found: dict[Evidence, timedelta] = defaultdict(timedelta)
    for one in lit:
        found[one.row.evidence] += one.until_at - one.since_at
    return dict(found)


def _is_lit(row: Showing) -> bool:
    """Does the row say that a slogan, or a round that the board keeps, stood there?"""
    return row.evidence is not Evidence.FAILED and bool(row.slogan or (row.motion == "stored" and row.text))


def _clipped(rows: Iterable[Showing], since_at: datetime, until_at: datetime) -> list[Lit]:
    found = [Lit(max(row.since_at, since_at), min(row.until_at, until_at), row) for row in rows if _is_lit(row)]
    return [one for one in found if one.since_at < one.until_at]


def _without_overlap(lit: Sequence[Lit]) -> list[Lit]:
    """Each instant in one row at most: of two, the surer clock, then the weaker evidence, then the earlier row."""
    found: list[Lit] = []
    cluster: list[Lit] = []
    end_at: datetime | None = None
    for one in lit:
        if end_at is not None and one.since_at >= end_at:
            found += _resolved(cluster)
            cluster, end_at = [], None
        cluster.append(one)
        end_at = max(end_at or one.until_at, one.until_at)
    return found + _resolved(cluster)


def _resolved(cluster: Sequence[Lit]) -> list[Lit]:
    """Rows that overlap one another, in the order in which they begin, cut."""
    if not cluster[1:]:  # one row overlaps nothing
        return list(cluster)
    found, here, begun = list[Lit](), list[Lit](), 0
    marks = sorted({at for one in cluster for at in (one.since_at, one.until_at)})
    for start, end in itertools.pairwise(marks):
        here = [one for one in here if start < one.until_at]
        while begun < len(cluster) and cluster[begun].since_at <= start:
            here.append(cluster[begun])
            begun += 1
        row = min(here, key=lambda one: (-one.row.trust, one.row.evidence, one.row.seq)).row
        if found and found[-1].row is row and found[-1].until_at == start:
            found[-1].until_at = end
        else:
            found.append(Lit(start, end, row))
    return found


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def minus(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """What of these spans none of the others covers; both in order, the others without overlap."""
    found: list[Span] = []
    first = 0
    for start, end in spans:
        while first < len(others) and others[first][1] <= start:
            first += 1
        at, place = start, first
        while place < len(others) and others[place][0] < end:
            if others[place][0] > at:
                found.append((at, others[place][0]))
            at = max(at, others[place][1])
            place += 1
        if at < end:
            found.append((at, end))
    return found


def _common(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """Where both lie; both in order, without overlap."""
    found: list[Span] = []
    place = 0
    for start, end in spans:
        while place < len(others) and others[place][1] <= start:
            place += 1
        here = place
        while here < len(others) and others[here][0] < end:
            found.append((max(start, others[here][0]), min(end, others[here][1])))
            here += 1
    return found


def _length(spans: Iterable[Span]) -> timedelta:
    return sum((end - start for start, end in spans), timedelta())


def _gaps(pieces: Iterable[Span], rows: Sequence[Showing], lost: Sequence[Gap]) -> list[Gap]:
    """The long ones of these, with their causes."""
    silence = _Silence(rows)
    unlit = sorted([*lost, *(Gap(row.since_at, row.until_at, _cause_of(row)) for row in rows if not _is_lit(row))])
    return [gap for piece in pieces if piece[1] - piece[0] > SHORT for gap in _caused(piece, unlit, silence)]


def _caused(piece: Span, unlit: Sequence[Gap], silence: "_Silence") -> list[Gap]:
    """A gap, cut where its cause changes."""
    at, end = piece
    told = [gap for gap in unlit if gap.since_at < end and gap.until_at > at]
    spans = [(max(gap.since_at, at), min(gap.until_at, end), gap.cause) for gap in told]
    found: list[Gap] = []
    for since, until, cause in spans:
        if since > at:
            found.append(Gap(at, since, silence.cause(at)))
        if until > at:
            found.append(Gap(max(at, since), until, cause))
            at = until
    if at < end:
        found.append(Gap(at, end, silence.cause(at)))
    return _merged(found)


def _merged(gaps: Sequence[Gap]) -> list[Gap]:
    """Neighbours of one cause are one gap; a sliver belongs to its neighbour, to the one before it first."""
    found: list[Gap] = []
    for gap in gaps:
        last = found[-1] if found else gap
        if last.until_at == gap.since_at and (last.cause == gap.cause or min(last.length, gap.length) <= SHORT):
            longer = max(last, gap, key=lambda one: one.length > SHORT)
            found[-1] = Gap(last.since_at, gap.until_at, longer.cause)
        else:
            found.append(gap)
    return found


def _cause_of(row: Showing) -> Cause:
    if row.evidence is Evidence.FAILED:
        return LINE
    if row.reason == "clock_untrusted":
        return CLOCK
    return NO_CONTENT if row.reason in {"no_content", "before_first_day", "after_last_day"} else DARK


class _Silence:
    """Why no row speaks of an instant: was the program broken off just before, or had it not run?"""

    def __init__(self, rows: Iterable[Showing]) -> None:
        ends = sorted((row.until_at, row.is_cut) for row in rows)
        self._ends = [at for at, _is_cut in ends]
        self._is_cut = [is_cut for _at, is_cut in ends]

    def cause(self, at: datetime) -> Cause:
        """`broken_off` or `off`."""
        place = bisect_right(self._ends, at)
        return BROKEN_OFF if place and self._is_cut[place - 1] else OFF


def _days(plan: Sequence[Span], inside: Sequence[Span], gaps: Sequence[Gap], zone: tzinfo) -> dict[date, DayAccount]:
    days: dict[date, DayAccount] = {}
    for spans, name in ((plan, "planned"), (inside, "shown")):
        for start, end in spans:
            for day, length in _by_day(start, end, zone):
                found = days.setdefault(day, DayAccount(day))
                setattr(found, name, getattr(found, name) + length)
    for gap in gaps:
        day = gap.since_at.astimezone(zone).date()
        days.setdefault(day, DayAccount(day)).gaps.append(gap)
    return days


def _by_day(start: datetime, end: datetime, zone: tzinfo) -> list[tuple[date, timedelta]]:
    found = []
    while start < end:
        day = start.astimezone(zone).date()
        midnight = datetime.combine(day + timedelta(days=1), datetime.min.time(), zone).astimezone(start.tzinfo)
        cut = min(end, midnight)
        found.append((day, cut - start))
        start = cut
    return found
