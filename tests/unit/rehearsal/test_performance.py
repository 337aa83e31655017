"""A part of a rehearsal: a faultless day is perfect, and what goes wrong is found out."""

from datetime import timedelta

import pytest
from rehearsed import START_AT, Book, small_script

from signboard.campaign.period import HourWindow
from signboard.playlog.trust import Trust
from signboard.rehearsal.clock import US
from signboard.rehearsal.faults import Fault, Kind
from signboard.rehearsal.performance import Part, Performance, Played

DAY_US = 86_400 * US


def played(*faults: Fault, faster: int = 1, until_us: int = DAY_US) -> tuple[Played, Book]:
    """The first day with these faults."""
    book = Book()
    part = Part(START_AT, 0, until_us, faults, 1)
    script = small_script(HourWindow(420, 660), HourWindow(1020, 1200), faster=faster)
    return Performance(script, part, book).play(), book


def test_a_faultless_day_is_perfect() -> None:
    """No gap, no lie, every pass whole; the hours of the day stand in the record."""
    found, book = played()
    verdict = found.verdict
    assert (verdict.gaps, verdict.lies, found.missing, found.starts) == ([], [], 0, 1)
    assert all(tally.passes == tally.whole > 0 for tally in verdict.tallies.values())
    assert sum(verdict.lit_us.values()) == 7 * 3600 * US == sum(tally.due_us for tally in verdict.tallies.values())
    assert found.rows == len(book.rows)
    assert found.counted > 80_000


def test_a_faultless_log_says_what_the_board_told() -> None:
    """To the microsecond: from the end of the board's answer to the first byte of the next picture."""
    found, book = played(faster=30, until_us=10 * 3600 * US)
    logged: dict[str, timedelta] = {}
    for row in book.rows:
        if row.slogan:
            logged[row.slogan] = logged.get(row.slogan, timedelta()) + (row.until_at - row.since_at)
    told = {name: timedelta(microseconds=tally.told_us) for name, tally in found.verdict.tallies.items()}
    assert logged == told


def test_the_same_part_is_played_the_same_way() -> None:
    """Everything that is left to chance hangs on the seed."""
    fault = Fault(Kind.NOISE, 8 * 3600 + 600, 60, share=0.05)
    one, other = played(fault, faster=30, until_us=9 * 3600 * US), played(fault, faster=30, until_us=9 * 3600 * US)
    assert (one[0].wire, one[0].verdict.gaps, one[1].rows) == (other[0].wire, other[0].verdict.gaps, other[1].rows)
    assert one[0].wire.faults > 0


@pytest.mark.parametrize("kind", list(Kind))
def test_after_each_kind_of_fault_the_board_is_right_in_time(kind: Kind) -> None:
    """Half a minute at eight o'clock: within the bound, no lie, nothing lost."""
    fault = Fault(kind, 8 * 3600 + 600.3, 30, step_s=-7200, share=0.03, right_s=20)
    found, _book = played(fault, faster=20, until_us=9 * 3600 * US)
    assert [gap for gap in found.verdict.gaps if gap.cause is None or gap.is_late] == []
    assert (found.verdict.lies, found.missing) == ([], 0)


def test_a_power_cut_costs_the_log_one_commit_at_most() -> None:
    """What was played in the last minute may be lost, and no more: shorter than told, never longer."""
    found, book = played(Fault(Kind.MAINS, 8 * 3600, 60), faster=60, until_us=9 * 3600 * US)
    told_us = sum(tally.told_us for tally in found.verdict.tallies.values())
    logged_us = sum(
        (row.until_at - row.since_at) // timedelta(microseconds=1) for row in book.rows if row.slogan and row.exchanges
    )
    assert 0 <= told_us - logged_us <= 61 * US
    assert found.starts == 2


def test_somebody_may_watch() -> None:
    """The true time at every leap, rising."""
    seen: list[int] = []
    Performance(small_script(), Part(START_AT, 0, DAY_US, (), 1), Book(), seen.append).play()
    assert seen == sorted(seen)
    assert len(seen) > 100


@pytest.mark.parametrize(
    ("step_s", "reasons", "trust"),
    [(-3600.0, {"clock_untrusted"}, Trust.UNTRUSTED), (600.0, {"playing"}, Trust.PLAUSIBLE)],
)
def test_a_wrong_clock_is_believed_as_far_as_in_production(step_s: float, reasons: set[str], trust: Trust) -> None:
    """Back: nothing that is bound to a day plays; ahead: it plays on; neither says that it is sure."""
    found, book = played(Fault(Kind.CLOCK, 8 * 3600, 120, step_s=step_s), until_us=10 * 3600 * US)
    unsure = [row for row in book.rows if row.trust is not Trust.TRUSTED]
    assert {(row.reason, row.trust) for row in unsure} == {(reason, trust) for reason in reasons}
    assert found.misdated == 0
    assert found.verdict.lies == []


@pytest.mark.parametrize("step_s", [-3 * 3600.0, -40 * 86_400.0, 40 * 86_400.0])
def test_a_computer_that_starts_with_a_wrong_date_does_not_say_that_it_is_sure(step_s: float) -> None:
    """The log tells it what has passed already."""
    fault = Fault(Kind.WRONG_BOOT, 8 * 3600 + 600, 60, step_s=step_s, right_s=120)
    found, book = played(fault, until_us=10 * 3600 * US)
    expected = Trust.UNTRUSTED if step_s < 0 else Trust.PLAUSIBLE
    assert {row.trust for row in book.rows} == {Trust.TRUSTED, expected}
    assert found.misdated == 0
