"""What a rehearsal came to, in words and as JSON."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from signboard import app
from signboard.cli.answers import slogan_text, written
from signboard.cli.table import table
from signboard.errors import N_
from signboard.locale import _, fill, instant_text, number_text
from signboard.rehearsal.clock import US
from signboard.rehearsal.faults import Kind
from signboard.rehearsal.judge import SLOT_US, Gap
from signboard.rehearsal.outcome import Outcome

__all__ = ["CAUSES", "UNEXPLAINED", "Day", "cause_text", "days_of", "described", "passes_of", "told", "verdict_text"]

CAUSES: Mapping[Kind, str] = {
    Kind.UNPLUG: N_("the adapter was pulled out"),
    Kind.LOOSE: N_("the cable came off"),
    Kind.BOARD_POWER: N_("the board lost its power"),
    Kind.MAINS: N_("power cut"),
    Kind.COMPUTER: N_("the computer was off"),
    Kind.CRASH: N_("the program crashed"),
    Kind.STRANGER: N_("another board was plugged in"),
    Kind.NOISE: N_("noise on the line"),
    Kind.CLOCK: N_("somebody set the clock"),
    Kind.WRONG_BOOT: N_("power cut, then a wrong date"),
}
UNEXPLAINED = N_("nobody knows why")
_SHORT_S = 60
_HOURS = 24
_DARK, _LIT, _BROKEN = "·", "█", "▒"


@dataclass(slots=True)
class Day:
    """One day of the calendar.

    Attributes:
        due_s, missing_s: how long something was due, and how long of that it did not stand there.
        hours: by hour, how long something was due, and how long of that it did not stand there; in seconds.
    """

    day: date
    due_s: float
    missing_s: float
    hours: list[tuple[float, float]]


def days_of(outcome: Outcome) -> list[Day]:
    """Every local day that the rehearsal touched."""
    start_at = outcome.course.start_at
    due: Counter[tuple[date, int]] = Counter()
    missing: Counter[tuple[date, int]] = Counter()
    for slot, length_us in outcome.lit_us.items():
        at = start_at + timedelta(microseconds=slot * SLOT_US)
        due[at.date(), at.hour] += length_us
    for gap in outcome.gaps:
        for at, length_us in _by_hour(start_at, gap):
            missing[at.date(), at.hour] += length_us
    days = sorted({day for day, _hour in due} | {start_at.date(), (outcome.course.until_at).date()})
    return [_day(day, due, missing) for day in days]


def _day(day: date, due: Counter[tuple[date, int]], missing: Counter[tuple[date, int]]) -> Day:
    hours = [(due[day, hour] / US, min(due[day, hour], missing[day, hour]) / US) for hour in range(_HOURS)]
    return Day(day, sum(one for one, _ in hours), sum(one for _, one in hours), hours)


def _by_hour(start_at: datetime, gap: Gap) -> Iterator[tuple[datetime, int]]:
    at_us = gap.since_us
    while at_us < gap.until_us:
        at = start_at + timedelta(microseconds=at_us)
        whole = at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        end_us = min(gap.until_us, at_us + max(1, (whole - at) // timedelta(microseconds=1)))
        yield at, end_us - at_us
        at_us = end_us


def cause_text(gap: Gap) -> str:
    """Why there was a gap, in words."""
    return _(CAUSES[gap.cause.kind]) if gap.cause else _(UNEXPLAINED)


def passes_of(stage: app.Stage, outcome: Outcome) -> list[dict[str, object]]:
    """By slogan, in the order of the list: passes that were due, and those that stood whole."""
    order = [slogan.id for campaign in stage.content.campaigns for slogan in campaign.slogans]
    known = sorted(outcome.tallies.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order))
    return [
        {
            "slogan": slogan,
            "text": slogan_text(stage, slogan),
            "due": tally.passes,
            "whole": tally.whole,
            "due_s": round(tally.due_us / US, 3),
            "shown_s": round(tally.shown_us / US, 3),
            "told_s": round(tally.told_us / US, 3),
        }
        for slogan, tally in known
    ]


def described(stage: app.Stage, outcome: Outcome, seed: int) -> dict[str, object]:
    """The JSON."""
    course, wire = outcome.course, outcome.wire
    board = stage.settings.board
    return {
        "verdict": "yes" if outcome.is_good else "no",
        "seed": seed,
        "since": written(course.start_at, stage),
        "until": written(course.until_at, stage),
        "faults": len(course.faults),
        "fault_kinds": dict(Counter(fault.kind.value for fault in course.faults)),
        "lost_s": round(outcome.lost_s, 3),
        "longest_recovery_s": round(outcome.longest_recovery_s, 3),
        "bound_s": round(outcome.bound_us / US, 3),
        "late": len(outcome.late),
        "unexplained": len(outcome.unexplained),
        "lies": outcome.lies,
        "lost_proofs": outcome.lost_proofs,
        "gaps": [_gap(stage, outcome, gap) for gap in outcome.gaps],
        "passes": passes_of(stage, outcome),
        "days": [
            {"day": one.day, "due_s": round(one.due_s, 3), "missing_s": round(one.missing_s, 3)}
            for one in days_of(outcome)
        ],
        "exchanges": wire.questions,
        "frames": wire.pictures,
        "bytes": wire.arrived_bytes,
        "answered_bytes": wire.answered_bytes,
        "wire_faults": wire.faults,
        "refreshes_counted": outcome.counted,
        "rows": outcome.rows,
        "rows_cut": outcome.lost_rows,
        "rows_misdated": outcome.misdated,
        "starts": outcome.starts,
        "unseen_s": round(outcome.unseen_us / US, 3),
        "transit_s": round(outcome.transit_us / US, 3),
        "early_s": round(outcome.early_us / US, 3),
        "source": stage.content.source,
        "board": {
            "protocol": stage.spec.name,
            "width_px": board.width,
            "height_px": board.height,
            "baud": board.baud,
        },
    }


def _gap(stage: app.Stage, outcome: Outcome, gap: Gap) -> dict[str, object]:
    start_at = outcome.course.start_at
    return {
        "since": written(start_at + timedelta(microseconds=gap.since_us), stage),
        "until": written(start_at + timedelta(microseconds=gap.until_us), stage),
        "seconds": round((gap.until_us - gap.since_us) / US, 3),
        "cause": gap.cause.kind.value if gap.cause else None,
        "lost_s": round(gap.lost_us / US, 3),
        "recovery_s": round(gap.recovery_us / US, 3),
        "slogan": gap.slogan,
        "late": gap.is_late,
    }


def told(stage: app.Stage, outcome: Outcome, seconds: float) -> str:
    """For people: yes or no, the calendar, gaps, passes, and what really passed."""
    blocks = [verdict_text(outcome), _calendar(outcome), _gaps(stage, outcome), _passes(stage, outcome)]
    return "\n\n".join(block for block in [*blocks, _figures(outcome, seconds)] if block)


def verdict_text(outcome: Outcome) -> str:
    """Yes or no, and why."""
    count, bound = len(outcome.course.faults), number_text(outcome.bound_us / US, 1)
    if outcome.is_good and not count:
        return _(N_("YES: every slogan stood on the board when it was due, from the first day to the last."))
    if outcome.is_good:
        return fill(
            N_("YES: after each of {count} mishaps the board was right again within {bound} s, and the log is honest."),
            count=count,
            bound=bound,
        )
    reasons = (
        (len(outcome.unexplained), N_("{count} times the board was wrong and nothing had happened.")),
        (len(outcome.late), N_("{count} times it took longer than {bound} s to be right again.")),
        (outcome.lies, N_("{count} rows of the log say what the board did not show.")),
        (outcome.lost_proofs, N_("{count} rows are missing from the log.")),
    )
    said = [fill(template, count=number, bound=bound) for number, template in reasons if number]
    return " ".join([_(N_("NO:")), *said])


def _calendar(outcome: Outcome) -> str:
    head = "       " + "".join(f"{hour:<3}" for hour in range(0, _HOURS, 3))
    rows = [f"{one.day:%d/%m}  {''.join(map(_mark, one.hours))}" for one in days_of(outcome)]
    legend = fill(
        N_("{lit} as due, {broken} with a gap, {dark} dark as due; one sign an hour."),
        lit=_LIT,
        broken=_BROKEN,
        dark=_DARK,
    )
    return "\n".join([head.rstrip(), *rows, legend])


def _mark(hour: tuple[float, float]) -> str:
    due_s, missing_s = hour
    if not due_s:
        return _DARK
    return _BROKEN if missing_s else _LIT


def _gaps(stage: app.Stage, outcome: Outcome) -> str:
    if not outcome.gaps:
        return ""
    start_at, zone = outcome.course.start_at, stage.settings.zone
    every = _by_mishap(outcome.gaps)
    rows = [
        (
            instant_text(start_at + timedelta(microseconds=gaps[0].since_us), zone),
            _length(_together_us(gaps) / US),
            cause_text(gaps[0]),
        )
        for gaps in every
        if not _is_short(gaps)
    ]
    head = (_(N_("Gap")), _(N_("Length")), _(N_("Cause")))
    short = [gaps for gaps in every if _is_short(gaps)]
    rest = fill(
        N_("And {count} gaps shorter than a minute, {seconds} s together."),
        count=len(short),
        seconds=number_text(sum(map(_together_us, short)) / US, 1),
    )
    return "\n".join(([table(head, rows)] if rows else []) + ([rest] if short else []))


def _by_mishap(gaps: Iterable[Gap]) -> list[list[Gap]]:
    """Gaps of one mishap together: a board that keeps its last picture is right whenever that one is due again."""
    found: dict[object, list[Gap]] = {}
    for place, gap in enumerate(gaps):
        found.setdefault(gap.cause or place, []).append(gap)
    return list(found.values())


def _together_us(gaps: Iterable[Gap]) -> int:
    return sum(gap.until_us - gap.since_us for gap in gaps)


def _is_short(gaps: list[Gap]) -> bool:
    """Told by number alone; what nobody can explain never is."""
    return _together_us(gaps) < _SHORT_S * US and gaps[0].cause is not None


def _length(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


def _passes(stage: app.Stage, outcome: Outcome) -> str:
    head = (_(N_("Whole passes")), _(N_("Of")), _(N_("Slogan")))
    rows = [(str(one["whole"]), str(one["due"]), str(one["text"])) for one in passes_of(stage, outcome)]
    return table(head, rows)


def _figures(outcome: Outcome, seconds: float) -> str:
    wire = outcome.wire
    first = fill(
        N_(
            "Lost seconds {lost}; longest recovery {recovery} s of {bound} s; false rows {lies}; lost rows {proofs}; "
            "unexplained gaps {unexplained}."
        ),
        lost=number_text(outcome.lost_s, 1),
        recovery=number_text(outcome.longest_recovery_s, 2),
        bound=number_text(outcome.bound_us / US, 2),
        lies=outcome.lies,
        proofs=outcome.lost_proofs,
        unexplained=len(outcome.unexplained),
    )
    second = fill(
        N_(
            "{exchanges} exchanges and {bytes} bytes really passed the wire, {frames} pictures were decoded, {counted} "
            "repetitions only counted; {seconds} s."
        ),
        exchanges=wire.questions,
        bytes=wire.arrived_bytes,
        frames=wire.pictures,
        counted=outcome.counted,
        seconds=number_text(seconds, 1),
    )
    return f"{first}\n{second}"
