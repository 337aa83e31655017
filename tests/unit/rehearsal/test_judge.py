"""The judge: what the board showed beside what was due, and rows beside the board's record."""

from datetime import UTC, datetime, timedelta

from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.rehearsal.clock import US
from signboard.rehearsal.faults import Fault, Kind
from signboard.rehearsal.judge import Allowance, Due, Judge, Seen

DARK, ONE, TWO = (art.parse(row) for row in ("....", "#...", ".#.."))
AT = datetime(2026, 11, 15, tzinfo=UTC)
ALLOWANCE = Allowance(lag_us=US // 5, early_us=US, bound_us=2 * US, blink_us=US)


def due(at_us: int) -> Due:
    """Dark for ten seconds; then one and two in turn, ten seconds each; dark again after 50 s."""
    turn = at_us // (10 * US)
    if turn < 1 or turn >= 5:
        return Due(DARK, 0 if turn < 1 else 50 * US, 10 * US if turn < 1 else 1 << 60, None, 0, 0, ends=False)
    since_us, until_us = turn * 10 * US, (turn + 1) * 10 * US
    frame, slogan = (ONE, "one") if turn % 2 else (TWO, "two")
    return Due(frame, since_us, until_us, slogan, since_us, until_us, ends=turn == 4)


def judged(*pictures: tuple[float, Frame | None], faults: tuple[Fault, ...] = ()) -> Judge:
    """A judge who has seen these pictures from these seconds on, up to 60 s."""
    judge = Judge(due, faults, ALLOWANCE, DARK, 0)
    for at_s, frame in pictures:
        at_us = round(at_s * US)
        judge.note(Seen(at_us, frame, at_us - US // 10, at_us + US // 100))
    judge.finish(60 * US)
    return judge


PERFECT = ((10.1, ONE), (20.1, TWO), (30.1, ONE), (40.1, TWO), (49.5, DARK))


def row(frame: Frame, since_s: float, until_s: float, evidence: Evidence = Evidence.ACKED) -> Showing:
    """A row of the log."""
    since_at, until_at = (AT + timedelta(seconds=s) for s in (since_s, until_s))
    return Showing(
        0, "s", "b", "x", "c", "one", "One", 0, 0, "static", since_at, until_at, frame.digest, 1, evidence, "playing"
    )


def reads(judge: Judge, one: Showing) -> int:
    """How many lies the judge knows of after reading this row."""
    since_us = round((one.since_at - AT).total_seconds() * US)
    judge.read(one, [since_us], lambda frame: frame.digest == one.frame_digest)
    return len(judge.verdict.lies)


def test_a_change_under_way_is_no_gap() -> None:
    """A tenth of a second at each change is transit, half a second of darkness before the end is early."""
    verdict = judged(*PERFECT).verdict
    assert verdict.gaps == []
    assert verdict.transit_us == 4 * US // 10
    assert verdict.early_us == US // 2


def test_every_pass_is_counted_whole() -> None:
    """Two of each, ten seconds each but for the way."""
    tallies = judged(*PERFECT).verdict.tallies
    assert [(tallies[name].passes, tallies[name].whole) for name in ("one", "two")] == [(2, 2), (2, 2)]
    assert tallies["one"].due_us == 20 * US
    assert tallies["one"].shown_us == 20 * US - 2 * US // 10


def test_told_time_ends_with_the_first_byte_that_replaces_it() -> None:
    """From the end of the answer to the first byte of the next question: 10.11 to 20.0 and 30.11 to 40.0."""
    assert judged(*PERFECT).verdict.tallies["one"].told_us == 2 * round(9.89 * US)


def test_a_picture_that_came_before_its_time_is_told_from_its_repetition_on() -> None:
    """By a clock that was ahead: from its answer at 21.01 s on it is the slogan's, and before it is nobody's."""
    verdict = judged((10.1, ONE), (15, TWO), (18, TWO), (21, TWO), (25, TWO), (30.1, DARK)).verdict
    assert verdict.tallies["two"].told_us == round(8.99 * US)
    assert next((gap.since_us, gap.until_us) for gap in verdict.gaps) == (15 * US, 20 * US)


def test_a_wrong_picture_that_nothing_explains() -> None:
    """The second picture never comes: ten seconds that nobody explains."""
    verdict = judged((10.1, ONE), (30.1, ONE), (40.1, TWO), (49.5, DARK)).verdict
    (gap,) = verdict.gaps
    assert (gap.cause, gap.lost_us, gap.slogan) == (None, 10 * US, "two")
    assert verdict.tallies["two"].whole == 1


def test_a_gap_in_a_fault_is_not_lost_but_its_recovery_is() -> None:
    """The cable is out from 19 to 25 s; right again at 26.5 s: 1.5 s lost, all of it recovery."""
    fault = Fault(Kind.UNPLUG, 19, 6)
    verdict = judged((10.1, ONE), (26.5, TWO), (30.1, ONE), (40.1, TWO), (49.5, DARK), faults=(fault,)).verdict
    (gap,) = verdict.gaps
    assert (gap.cause, gap.lost_us, gap.recovery_us) == (fault, 3 * US // 2, 3 * US // 2)


def test_noise_excuses_nothing() -> None:
    """The board has power, the cable is in and the clock is right: the whole gap is lost."""
    fault = Fault(Kind.NOISE, 19, 6)
    verdict = judged((10.1, ONE), (25.5, TWO), (30.1, ONE), (40.1, TWO), (49.5, DARK), faults=(fault,)).verdict
    assert (verdict.gaps[0].lost_us, verdict.gaps[0].recovery_us) == (5 * US + US // 2, US // 2)


def test_a_board_without_power_is_right_when_nothing_is_due() -> None:
    """Dark is dark."""
    assert judged((1, None), (2, DARK), *PERFECT).verdict.gaps == []


def test_light_where_nothing_is_due_is_a_gap() -> None:
    """Also after the last day."""
    verdict = judged(*PERFECT[:-1], (55, DARK)).verdict
    (gap,) = verdict.gaps
    assert (gap.since_us, gap.until_us, gap.slogan) == (50 * US, 55 * US, None)


def test_true_rows_are_no_lies() -> None:
    """A row within what the board showed."""
    judge = judged(*PERFECT)
    assert reads(judge, row(ONE, 10.11, 20)) == 0
    assert judge.verdict.unseen_us == 0


def test_a_row_that_says_more_is_a_lie() -> None:
    """Two seconds longer than the picture stood; another picture; a time before the record."""
    assert reads(judged(*PERFECT), row(ONE, 10.11, 23)) == 1
    assert reads(judged(*PERFECT), row(TWO, 12, 18)) == 1
    assert reads(judged(*PERFECT), row(ONE, -5, 20)) == 1


def test_a_blink_between_two_acknowledgements_is_unseen() -> None:
    """Half a second without power, shorter than the time between two repetitions."""
    judge = judged((10.1, ONE), (12, None), (12.5, ONE))
    assert reads(judge, row(ONE, 10.2, 19)) == 0
    assert judge.verdict.unseen_us == US // 2


def test_failed_rows_and_rows_that_nobody_confirmed_claim_nothing() -> None:
    """Only acknowledged rows are to be true."""
    assert reads(judged(*PERFECT), row(TWO, 12, 18, Evidence.SENT)) == 0
    assert reads(judged(*PERFECT), row(TWO, 12, 18, Evidence.FAILED)) == 0


def test_a_row_may_be_of_a_clock_that_was_set() -> None:
    """It is true where any of the clocks that it may be read from makes it true."""
    judge = judged(*PERFECT)
    one = row(ONE, 3610.2, 3620)
    judge.read(one, [round(3610.2 * US), round(10.2 * US)], lambda frame: frame == ONE)
    assert judge.verdict.lies == []


def test_a_recovery_has_its_time() -> None:
    """Two seconds after a pulled cable, and after noise."""
    for kind in (Kind.UNPLUG, Kind.NOISE):
        for back_s, is_late in ((23.9, False), (24.1, True)):
            right = judged(
                (10.1, ONE), (back_s, TWO), (30.1, ONE), (40.1, TWO), (49.5, DARK), faults=(Fault(kind, 19, 3),)
            )
            assert [gap.is_late for gap in right.verdict.gaps] == [is_late]
