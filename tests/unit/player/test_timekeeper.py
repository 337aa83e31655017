"""How far the date of this computer may be believed."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from stage import OPEN_AT, Stage

from signboard.player.time_sources import NOBODY, Confirmation
from signboard.player.timekeeper import BUILT_AT, Change, Timekeeper, Word
from signboard.playlog.trust import Trust
from signboard.testing import FakeClock

HOUR = timedelta(hours=1)
KERNEL = Confirmation(is_right=True)


@dataclass
class Desk:
    """A timekeeper over a clock that people set; `said` is what the system answers."""

    floor_at: datetime = BUILT_AT
    said: Confirmation = NOBODY
    clock: FakeClock = field(default_factory=lambda: FakeClock(OPEN_AT))
    changes: list[Change] = field(default_factory=list)
    boot: str = "boot"

    def __post_init__(self) -> None:
        self.keeper = Timekeeper(self.clock, lambda: self.said, self.floor_at, self.boot, self.changes.append)

    def after(self, step: timedelta = timedelta(0), seconds: float = 1.0) -> Trust:
        """The clock is set, and so much time passes."""
        self.clock.step(step.total_seconds())
        self.keeper.look()
        self.clock.advance(seconds)
        return self.keeper.look()

    def events(self) -> list[str]:
        """What was told."""
        return [change.event for change in self.changes]


class TestStates:
    """Untrusted, plausible, trusted."""

    def test_nobody_confirms_it(self) -> None:
        """After the floor: plausible."""
        assert Desk().after() is Trust.PLAUSIBLE

    def test_before_the_program_was_made(self) -> None:
        """No clock of a running copy can be that old."""
        clock = FakeClock(BUILT_AT - timedelta(days=1))
        assert Desk(clock=clock).after() is Trust.UNTRUSTED

    def test_before_the_newest_trusted_row(self) -> None:
        """That instant has passed, whatever the clock says."""
        assert Desk(floor_at=OPEN_AT + HOUR).after() is Trust.UNTRUSTED

    def test_the_boards_own_clock_raises_the_floor(self) -> None:
        """Where it can be read."""
        desk = Desk()
        assert not desk.keeper.hear(OPEN_AT + 72 * HOUR)
        assert desk.after() is Trust.UNTRUSTED

    @pytest.mark.parametrize("ahead", [-20 * HOUR, 20 * HOUR])
    def test_a_board_that_is_wrong_by_hours_is_set_right(self, ahead: timedelta) -> None:
        """Cheap clocks drift; a day is forgiven."""
        desk = Desk()
        assert desk.keeper.hear(OPEN_AT + ahead)
        assert desk.after() is Trust.PLAUSIBLE

    def test_a_board_that_knows_nothing_counts_nothing(self) -> None:
        """Never set, or nonsense: it is set by ours."""
        desk = Desk()
        assert desk.keeper.hear(datetime(2000, 1, 1, tzinfo=UTC))
        assert desk.keeper.hear(datetime(2099, 1, 1, tzinfo=UTC))
        assert desk.after() is Trust.PLAUSIBLE

    def test_a_wrong_year_does_not_reach_the_board(self) -> None:
        """In 2038 the board's clock is left alone, so it does not hold the way back up; when sure it is set."""
        desk = Desk()
        desk.clock.step(4400 * 86_400)
        assert not desk.keeper.hear(OPEN_AT)
        desk.clock.step(-4400 * 86_400)
        desk.said = KERNEL
        desk.after()
        assert desk.keeper.hear(OPEN_AT + 9000 * HOUR)

    def test_the_system_confirms_it(self) -> None:
        """Whatever the floor says."""
        assert Desk(floor_at=OPEN_AT + HOUR, said=KERNEL).after() is Trust.TRUSTED

    def test_no_rule_looks_at_campaigns(self) -> None:
        """Forty days or twelve years ahead is no less plausible than today."""
        for later in (timedelta(days=40), timedelta(days=4400)):
            assert Desk(clock=FakeClock(OPEN_AT + later)).after() is Trust.PLAUSIBLE


class TestFloor:
    """It follows what is confirmed, down too."""

    def test_a_confirmed_time_before_the_floor_lowers_it(self) -> None:
        """And that is told once, so that rows of the wrong time count no more."""
        desk = Desk(floor_at=OPEN_AT + 1000 * HOUR, said=KERNEL)
        desk.after()
        assert desk.events() == ["clock_lowered"]
        assert desk.keeper.floor_at < OPEN_AT + HOUR
        desk.said = NOBODY
        assert desk.after() is Trust.PLAUSIBLE

    def test_time_that_was_confirmed_has_passed(self) -> None:
        """Set back by an hour without a source: that is before what was sure a moment ago."""
        desk = Desk(said=KERNEL)
        desk.after(seconds=100)
        desk.said = NOBODY
        assert desk.after(-HOUR) is Trust.UNTRUSTED
        assert desk.after(HOUR) is Trust.PLAUSIBLE

    def test_plausible_time_raises_nothing(self) -> None:
        """A jump to 2038 and back leaves everything as it was."""
        desk = Desk()
        desk.after(timedelta(days=4400), seconds=600)
        assert desk.after(timedelta(days=-4400)) is Trust.PLAUSIBLE

    def test_a_small_correction_back_is_believed(self) -> None:
        """Half a minute is what a cheap clock is wrong by in a week."""
        desk = Desk(said=KERNEL)
        desk.after()
        desk.said = NOBODY
        assert desk.after(timedelta(seconds=-30)) is Trust.PLAUSIBLE


class TestSteps:
    """Somebody sets the clock."""

    @pytest.mark.parametrize("step_s", [3600, -3600, 30, -30, 40 * 86_400])
    def test_a_step_is_told_with_both_times(self, step_s: int) -> None:
        """What it would say, and what it says."""
        desk = Desk()
        desk.after(timedelta(seconds=step_s))
        assert desk.events()[:1] == ["clock_set"]
        change = desk.changes[0]
        assert (change.after_at - change.before_at).total_seconds() == pytest.approx(step_s, abs=0.01)
        assert desk.keeper.steps == 1

    def test_a_slewed_clock_is_followed_in_silence(self) -> None:
        """Less than two seconds at once."""
        desk = Desk()
        for _ in range(20):
            desk.after(timedelta(seconds=1.5))
        assert desk.events() == []

    def test_a_step_takes_an_old_confirmation_back(self) -> None:
        """The file of the time service stands, but it was touched before; the next touch counts."""
        desk = Desk(said=Confirmation(is_right=True, mark="one"))
        assert desk.after() is Trust.TRUSTED
        assert desk.after(HOUR) is Trust.PLAUSIBLE
        desk.said = Confirmation(is_right=True, mark="two")
        assert desk.after() is Trust.TRUSTED

    def test_a_source_that_takes_its_word_back_itself_is_believed(self) -> None:
        """The kernel raises its flag when somebody sets the clock; a time service that steps lowers it again."""
        assert Desk(said=KERNEL).after(HOUR) is Trust.TRUSTED


class TestWord:
    """A person says that the clock is right."""

    def word(self, desk: Desk) -> Word:
        """Said now."""
        return Word(desk.clock.now(), desk.clock.monotonic_s(), desk.boot)

    def test_it_is_trusted_and_lowers_the_floor(self) -> None:
        """As a source would."""
        desk = Desk(floor_at=OPEN_AT + HOUR)
        desk.keeper.word = self.word(desk)
        assert desk.after(seconds=3600) is Trust.TRUSTED
        assert desk.events() == ["clock_trust", "clock_lowered"]

    def test_it_ends_when_the_clock_is_set(self) -> None:
        """The word was about the time before."""
        desk = Desk()
        desk.keeper.word = self.word(desk)
        assert desk.after(HOUR) is Trust.PLAUSIBLE

    def test_it_ends_with_the_next_start_of_the_computer(self) -> None:
        """Another boot; or the steady time begins anew."""
        desk = Desk()
        desk.keeper.word = Word(desk.clock.now(), desk.clock.monotonic_s(), "another")
        assert desk.after() is Trust.PLAUSIBLE
        desk.keeper.word = Word(desk.clock.now(), desk.clock.monotonic_s() + 5000, "boot")
        assert desk.after() is Trust.PLAUSIBLE

    def test_it_outlasts_the_process(self) -> None:
        """A new timekeeper believes it, too."""
        desk = Desk()
        word = self.word(desk)
        desk.clock.advance(5000)
        later = Desk(clock=desk.clock)
        later.keeper.word = word
        assert later.after() is Trust.TRUSTED


class TestBoard:
    """What the board shows: right within one and a half seconds of the clock being right."""

    def stage(self, desk: Desk) -> Stage:
        """A board on paper whose streamer asks the timekeeper."""
        stage = Stage(clock=desk.clock)
        stage.streamer.trust = desk.keeper.look
        return stage

    @pytest.mark.parametrize(
        "step_s",
        [
            3600,
            -3600,
            30,
            -30,
            40 * 86_400,
            (datetime(1970, 1, 2, tzinfo=UTC) - OPEN_AT).total_seconds(),
            (datetime(2000, 1, 1, tzinfo=UTC) - OPEN_AT).total_seconds(),
            (datetime(2038, 1, 19, tzinfo=UTC) - OPEN_AT).total_seconds(),
        ],
    )
    @pytest.mark.parametrize("said", [NOBODY, KERNEL], ids=["alone", "confirmed"])
    def test_it_is_right_soon_after_the_clock_is(self, step_s: float, said: Confirmation) -> None:
        """Ten minutes in a wrong time, with rows; then back."""
        desk = Desk(said=said)
        stage = self.stage(desk)
        stage.play(5)
        desk.said = NOBODY
        desk.clock.step(step_s)
        stage.play(600)
        desk.clock.step(-step_s)
        desk.said = said
        stage.play(1.5)
        assert stage.is_right()
        assert stage.screenplay.is_trusted
        stage.play(3)
        assert stage.streamer.vitals().trust is (Trust.TRUSTED if said is KERNEL else Trust.PLAUSIBLE)

    def test_a_wrong_date_at_the_start_is_dark_until_it_is_put_right(self) -> None:
        """In 2000 nothing of November plays; a sync later everything does."""
        desk = Desk(clock=FakeClock(datetime(2000, 11, 20, 2, tzinfo=UTC)))
        stage = self.stage(desk)
        stage.play(30)
        assert stage.board.frame.lit == 0
        assert stage.streamer.vitals().reason == "clock_untrusted"
        desk.clock.set(OPEN_AT + HOUR)
        desk.said = KERNEL
        stage.play(1.5)
        assert stage.board.frame.lit
        assert stage.is_right()

    def test_without_the_rule_the_wrong_year_would_play(self) -> None:
        """The control: a campaign of every year is due in November 2000, too."""
        stage = Stage(clock=FakeClock(datetime(2000, 11, 20, 2, tzinfo=UTC)))
        stage.play(30)
        assert stage.board.frame.lit

    def test_rows_of_2038_are_not_trusted(self) -> None:
        """So the store's floor stays where it was."""
        desk = Desk(said=KERNEL)
        stage = self.stage(desk)
        stage.play(30)
        desk.said = NOBODY
        desk.clock.set(datetime(2038, 11, 20, 2, tzinfo=UTC))
        stage.play(600)
        stage.streamer.stop()
        late = [row for row in stage.rows if row.since_at.year == 2038]
        assert {row.trust for row in late} == {Trust.PLAUSIBLE}
        assert {row.trust for row in stage.rows if row not in late} == {Trust.TRUSTED}
