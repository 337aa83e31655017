"""The tick."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from stage import BOARD, HANOI, MESSAGES, OPEN_AT, STATION, Stage

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.clock import DemoClock
from signboard.errors import BoardError, GarbledError, LinkDownError, NakError, WrongBoardError
from signboard.frame import art
from signboard.frame.message import Strip
from signboard.link import Link
from signboard.player.screenplay import Screenplay, Shot
from signboard.player.streamer import BoardLine, Line, Streamer
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.protocols.steps import Exchange, Outcome, Send
from signboard.schedule.light import Light
from signboard.testing import PAPER, PaperBoard, PaperDriver


def nak(code: str, *, retryable: bool) -> NakError:
    """A refusal of the board."""
    return NakError("The board on paper refuses.", code=code, nak=5, retryable=retryable)


class TestPictures:
    """What is due stands on the board."""

    def test_the_board_is_set_up_and_shows_what_is_due(self, stage: Stage) -> None:
        """Power and clock first, then the current picture."""
        stage.streamer.tick()
        assert stage.board.words == ["power 1", "clock 2026-11-15 6:0:0", "show"]
        assert stage.board.frame == stage.screenplay.shot(stage.clock.now()).frame

    def test_a_tick_with_nothing_to_do_sends_nothing(self, stage: Stage) -> None:
        """Idempotent."""
        stage.streamer.tick()
        before = len(stage.board.words)
        for _ in range(5):
            stage.streamer.tick()
        assert len(stage.board.words) == before

    def test_brightness_is_set_where_it_is_wanted(self, screenplay: Screenplay) -> None:
        """A level in the settings, and a board that has levels."""
        stage = Stage(screenplay, station=replace(STATION, brightness=7))
        stage.streamer.tick()
        assert "brightness 7" in stage.board.words

    def test_what_a_family_cannot_do_is_not_asked(self, screenplay: Screenplay) -> None:
        """No power, no clock, no levels: only the picture."""
        bare = replace(PAPER, sets_power=False, sets_clock=False, brightness_levels=0)
        stage = Stage(screenplay, bare, replace(STATION, brightness=7))
        stage.streamer.tick()
        assert stage.board.words == ["show"]

    def test_every_picture_of_a_round_is_shown(self, stage: Stage) -> None:
        """Static, two pages, six steps of a strip: each within its own time, none early."""
        seen: list[tuple[Shot, Shot]] = []
        stage.streamer.observe = lambda shot, at: seen.append((shot, stage.screenplay.shot(at)))
        stage.play(18)
        assert [shot for shot, _ in seen] == [due for _, due in seen]
        halves = [OPEN_AT + timedelta(seconds=half / 2) for half in range(36)]
        assert {shot.frame for shot, _ in seen} == {stage.screenplay.shot(at).frame for at in halves}

    def test_a_static_picture_is_refreshed(self, stage: Stage) -> None:
        """Every 5 s, so that a board that lost its picture gets it back."""
        stage.play(4)
        stage.board.cut_power()
        stage.play(2)
        assert stage.board.frame == stage.screenplay.shot(stage.clock.now()).frame
        assert stage.board.words.count("show") == 2

    def test_without_a_refresh_only_changes_are_sent(self, screenplay: Screenplay) -> None:
        """The control of the test above."""
        stage = Stage(screenplay, replace(PAPER, refresh_s=None))
        stage.play(7)
        assert stage.board.words.count("show") == 1

    def test_a_new_pass_of_the_same_picture_is_sent_again(self, campaign: Campaign, screenplay: Screenplay) -> None:
        """It is proved anew; not on a board whose storage wears."""
        alone = replace(campaign, slogans=campaign.slogans[:1])
        screenplay = Screenplay([alone], screenplay.messages, screenplay.dark, screenplay.zone)
        for wear_writes, expected in ((None, 4), (10_000, 1)):
            stage = Stage(screenplay, replace(PAPER, refresh_s=None, wear_writes=wear_writes))
            stage.play(30)
            assert stage.board.words.count("show") == expected

    def test_a_card_scroll_is_sent_once_a_pass(self, campaign: Campaign, screenplay: Screenplay) -> None:
        """Not refreshed, because that would start it anew."""
        strip = Strip(art.parse("##\n##"), board_px=4, step_px=1, step_ms=2000, on_card=True)
        screenplay = Screenplay([campaign], {campaign.slogans[0].id: strip}, screenplay.dark, screenplay.zone)
        stage = Stage(screenplay)
        stage.play(23)
        assert [word for word in stage.board.words if word in ("show", "scroll")] == ["scroll", "scroll"]
        assert stage.board.frame == strip.strip

    def test_a_slow_line_gets_the_newest_picture(self, screenplay: Screenplay) -> None:
        """Steps of 0.5 s over exchanges of 1.3 s: nothing is queued, so nothing is later than one exchange."""
        stage = Stage(screenplay, replace(PAPER, refresh_s=None))
        stage.board.wire_s = 1.3
        late: list[timedelta] = []
        stage.streamer.observe = lambda shot, at: late.append(at - (shot.since_at or at))
        stage.play(60)
        assert timedelta(0) < max(late[1:]) <= timedelta(seconds=1.3)


class TestWaiting:
    """When to tick again."""

    def test_a_far_change_is_asked_for_each_second(self, stage: Stage) -> None:
        """At most one second, whatever is due."""
        assert stage.streamer.tick() == 1.0

    def test_a_near_change_is_met(self, stage: Stage) -> None:
        """Exactly at its instant."""
        stage.streamer.tick()
        stage.clock.set(OPEN_AT + timedelta(seconds=7.6))
        assert stage.streamer.tick() == pytest.approx(0.35)

    def test_board_time_that_runs_faster_is_waited_for_in_wire_time(self, screenplay: Screenplay) -> None:
        """At 100 times the speed a page of 8 s is over in 80 ms."""
        clock = DemoClock(datetime(2026, 11, 14, 23, tzinfo=UTC), speed=100)
        board = PaperBoard(BOARD, clock, wire_s=0)
        line = BoardLine(PaperDriver(BOARD), board, PAPER)
        assert Streamer(screenplay, line, clock, STATION, list[Showing]().append).tick() <= 0.08


class TestFaults:
    """A line that fails is tried again for ever; what cannot be cured is told."""

    @pytest.mark.parametrize("fault", ["is_down", "is_silent"])
    def test_the_picture_is_back_after_an_outage(self, stage: Stage, fault: str) -> None:
        """At most 2 s later, set up anew, with the picture that is due by then."""
        stage.play(2)
        setattr(stage.board, fault, True)
        stage.board.cut_power()
        stage.play(600)
        setattr(stage.board, fault, False)
        stage.board.words.clear()
        stage.play(2.3)
        assert stage.board.words[:1] == ["power 1"]
        assert stage.board.frame == stage.screenplay.shot(stage.clock.now()).frame

    def test_the_line_is_closed_at_once(self, stage: Stage) -> None:
        """In the same tick."""
        stage.board.is_down = True
        stage.streamer.tick()
        assert stage.board.closings == 1

    def tries_s(self, stage: Stage, count: int) -> list[float]:
        """The waits between so many tries that fail."""
        tries_s: list[float] = []
        while len(tries_s) < count:
            failed = stage.streamer.totals.failed
            wait_s = stage.streamer.tick()
            if stage.streamer.totals.failed > failed:
                tries_s.append(stage.clock.monotonic_s())
            stage.clock.sleep(wait_s)
        return [round(after - before, 2) for before, after in pairwise(tries_s)]

    def test_a_line_in_use_is_tried_again_at_once(self, stage: Stage) -> None:
        """The device may be back already; then the waits grow to two seconds, for ever."""
        stage.play(2)
        stage.board.is_down, stage.streamer.shot = True, None
        assert self.tries_s(stage, 8) == [0, 0.5, 1, 2, 2, 2, 2]

    def test_a_line_that_was_never_open_is_left_alone_longer_and_longer(self, stage: Stage) -> None:
        """0.25, 0.5, 1, 2, 2 … between two tries."""
        stage.board.is_down = True
        assert self.tries_s(stage, 7) == [0.25, 0.5, 1, 2, 2, 2]

    def test_no_rest_is_longer_than_half_a_refresh(self, screenplay: Screenplay) -> None:
        """So that a board which comes back in it is right within its bound."""
        stage = Stage(screenplay, replace(PAPER, refresh_s=1.0))
        stage.board.is_down = True
        assert self.tries_s(stage, 6) == [0.25, 0.5, 0.5, 0.5, 0.5]

    def test_a_device_that_is_not_there_is_looked_for_every_quarter_of_a_second(self, stage: Stage) -> None:
        """For ever; a look is cheap."""
        stage.board.refusals["power"] = LinkDownError("?", code="port_missing")
        assert set(self.tries_s(stage, 100)) <= {0.3}  # a quarter, and what a try takes on paper

    def test_a_success_makes_the_waits_short_again(self, stage: Stage) -> None:
        """The next outage begins with a try at once."""
        stage.board.is_down = True
        stage.play(20)
        stage.board.is_down = False
        stage.play(3)
        stage.board.is_down = True
        stage.streamer.shot = None
        assert stage.streamer.tick() == 0.0

    def test_a_garbled_answer_is_a_failure_like_silence(self, stage: Stage) -> None:
        """Counted as sent, not as acknowledged."""
        stage.board.refusals["show"] = GarbledError("?", code="garbled")
        stage.streamer.tick()
        totals = stage.streamer.totals
        assert (totals.sent, totals.acked, totals.failed) == (1, 0, 1)

    def test_a_busy_board_is_asked_again_on_the_open_line(self, stage: Stage) -> None:
        """A refusal that time cures needs no new line."""
        stage.board.refusals["show"] = nak("busy", retryable=True)
        stage.streamer.tick()
        del stage.board.refusals["show"]
        stage.play(1)
        assert stage.board.closings == 0
        assert stage.board.frame.lit == 1

    def test_a_refused_setting_does_not_stop_the_picture(self, stage: Stage) -> None:
        """A board without a clock can still show what is due."""
        stage.board.refusals["clock"] = nak("no_such_command", retryable=False)
        stage.streamer.tick()
        assert stage.streamer.totals.refused == 1
        assert stage.board.frame.lit == 1

    def test_a_busy_board_is_set_up_later(self, stage: Stage) -> None:
        """A setting that time cures is tried again."""
        stage.board.refusals["clock"] = nak("busy", retryable=True)
        stage.streamer.tick()
        assert stage.streamer.totals.starts == 0

    @pytest.mark.parametrize("word", ["show", "power"])
    def test_what_cannot_be_cured_stops(self, stage: Stage, word: str) -> None:
        """A refused picture, or another board from the first: the error is out, the line closed, the log says so."""
        error = nak("too_big", retryable=False) if word == "show" else WrongBoardError("?", code="wrong_board")
        stage.board.refusals[word] = error
        with pytest.raises(type(error)):
            stage.streamer.tick()
        assert stage.board.closings == 1
        assert [row.evidence for row in stage.rows] == [Evidence.FAILED]

    def test_the_last_error_is_known_until_it_is_cured(self, stage: Stage) -> None:
        """For the status."""
        stage.board.is_down = True
        stage.streamer.tick()
        assert stage.streamer.last_error is not None
        stage.board.is_down = False
        stage.play(1)
        assert stage.streamer.last_error is None


class TestInspection:
    """What a board tells of itself is compared from time to time."""

    @staticmethod
    def telling(stage: Stage, fields: dict[str, int | str]) -> list[BoardError]:
        """Let the board tell this of itself; the alarms that come."""
        driver, alarms = stage.streamer._line.driver, list[BoardError]()

        def identify() -> Exchange:
            yield Send(b"identify")
            return Outcome(Evidence.ACKED, dict(fields))

        driver.identify = identify  # type: ignore[method-assign] # the paper driver tells nothing of itself
        stage.streamer.alarm = alarms.append
        return alarms

    def test_a_foreign_change_is_told_and_put_right(self, stage: Stage) -> None:
        """The brightness is another one: an alarm, the board is set up anew, the picture repainted."""
        fields: dict[str, int | str] = {"brightness": 7}
        alarms = self.telling(stage, fields)
        stage.play(130)
        assert alarms == []
        fields["brightness"] = 1
        stage.play(61)
        assert [alarm.code for alarm in alarms] == ["foreign_change"]
        assert (stage.streamer.totals.alarms, stage.streamer.totals.starts) == (1, 2)
        stage.streamer.stop()
        assert [row.exchanges for row in stage.rows if row.evidence is Evidence.FAILED] == [0], "it may have been dark"

    def test_nothing_changed_is_silence(self, stage: Stage) -> None:
        """The control; and the board is asked about once a minute."""
        alarms = self.telling(stage, {"brightness": 7})
        stage.play(600)
        assert (alarms, stage.streamer.totals.starts) == ([], 1)
        assert Evidence.FAILED not in {row.evidence for row in stage.rows}
        assert 8 <= stage.board.words.count("identify") <= 10

    def test_a_board_that_answers_nothing_is_not_asked(self, screenplay: Screenplay) -> None:
        """Nobody would tell."""
        stage = Stage(screenplay, replace(PAPER, answers=False))
        stage.play(200)
        assert "identify" not in stage.board.words

    def test_another_board_in_the_place_of_ours_is_waited_out(self, stage: Stage) -> None:
        """One alarm however long it stands there; it is asked every second, gets nothing, and ours plays at once."""
        stage.play(30)
        stage.board.refusals["identify"] = WrongBoardError("?", code="wrong_board")
        stage.board.refusals["power"] = WrongBoardError("?", code="wrong_board")  # the greeting of a paper board
        stage.play(100)
        shown = stage.board.words.count("show")
        failed, closed = stage.streamer.totals.failed, stage.board.closings
        stage.play(60)
        assert stage.streamer.vitals().error == "wrong_board"
        assert (stage.streamer.totals.alarms, stage.board.words.count("show")) == (1, shown)
        assert 55 <= stage.streamer.totals.failed - failed <= 61
        assert stage.board.closings - closed == stage.streamer.totals.failed - failed
        stage.board.refusals.clear()
        stage.play(1.5)
        assert stage.streamer.last_error is None
        assert stage.board.frame.lit == 1

    @pytest.mark.parametrize("waits", [False, True], ids=["at a terminal", "watched"])
    def test_another_board_from_the_first(self, stage: Stage, waits: bool) -> None:
        """A person is told by the end of the program; without anybody there it waits for the right one."""
        stage.streamer.waits_for_board = waits
        stage.board.refusals["power"] = WrongBoardError("?", code="wrong_board")
        with nullcontext() if waits else pytest.raises(WrongBoardError):
            stage.play(10)
        assert ("show" in stage.board.words, stage.streamer.totals.alarms) == (False, int(waits))


class TestSharedLine:
    """Who does not answer holds up nobody."""

    def test_a_silent_board_waits_longer_than_it_was_waited_for(self, screenplay: Screenplay) -> None:
        """A second of silence earns four seconds of rest for each neighbour; alone it is tried again sooner."""
        waits = []
        for neighbours in (0, 1, 2):
            stage = Stage(screenplay)
            line = replace(stage.streamer._line, neighbours=neighbours)
            stage.streamer = Streamer(screenplay, line, stage.clock, STATION, stage.rows.append)
            stage.board.is_silent, stage.board.wire_s = True, 1.0
            stage.streamer.tick()
            waits.append(round(stage.streamer._retry_s - stage.clock.monotonic_s(), 2))
        assert waits == [0.25, 4.0, 8.0]


class TestLog:
    """Rows say no more than happened."""

    def test_rows_of_a_minute(self, stage: Stage) -> None:
        """Passes in order, all acknowledged, nearly gapless, none longer than it was on the board."""
        stage.play(54)
        assert [row.text for row in stage.rows[:8]] == ["static", "pages", "pages", "scroll"] * 2
        assert {row.evidence for row in stage.rows} == {Evidence.ACKED}
        assert all(
            timedelta(0) <= after.since_at - before.until_at <= timedelta(seconds=0.2)
            for before, after in pairwise(stage.rows)
        )

    @pytest.mark.parametrize("step_s", [3600, -3600])
    def test_a_clock_set_by_hand_is_in_no_row(self, stage: Stage, step_s: int) -> None:
        """No row claims the hour that never was; the picture is that of the new time."""
        stage.play(3)
        stage.clock.step(step_s)
        stage.play(20)
        stage.streamer.stop()
        assert stage.streamer.totals.steps == 1
        assert max(row.until_at - row.since_at for row in stage.rows) < timedelta(seconds=21)

    def test_a_clock_set_while_a_picture_is_under_way_is_in_no_row(self, stage: Stage) -> None:
        """Asked for in one time and arrived in another: nobody could say how long it stood."""
        stage.play(3)
        carry = stage.board.carry

        def carry_and_set(ask: Exchange, /) -> Outcome:
            outcome = carry(ask)
            stage.clock.set(datetime(1970, 1, 1, tzinfo=UTC))
            return outcome

        stage.board.carry = carry_and_set  # type: ignore[method-assign] # once, by hand
        stage.play(2.2)
        stage.board.carry = carry  # type: ignore[method-assign] # as it was
        stage.clock.set(OPEN_AT + timedelta(seconds=20))
        stage.play(20)
        stage.streamer.stop()
        assert not [row for row in stage.rows if row.slogan and row.since_at.year == 1970]

    def test_a_clock_that_is_slewed_is_no_step(self, stage: Stage) -> None:
        """Small corrections are followed in silence."""
        for _ in range(20):
            stage.play(0.5)
            stage.clock.step(0.4)
            stage.play(0.5)
            stage.clock.step(-0.3)
        assert stage.streamer.totals.steps == 0


class TestStop:
    """The orderly end."""

    def test_the_board_is_left_dark(self, stage: Stage) -> None:
        """The last row is confirmed up to the stop."""
        stage.play(3)
        stage.streamer.stop()
        assert stage.board.frame.lit == 0
        assert stage.rows[-1].until_at == OPEN_AT + timedelta(seconds=3)

    def test_the_board_may_keep_its_picture(self, screenplay: Screenplay) -> None:
        """As configured."""
        stage = Stage(screenplay, station=replace(STATION, is_left_dark=False))
        stage.play(3)
        stage.streamer.stop()
        assert stage.board.frame.lit == 1
        assert "clear" not in stage.board.words

    def test_the_board_may_be_left_with_the_standby_text(self, campaign: Campaign) -> None:
        """Its first page; dark where no such text is approved."""
        standby = replace(campaign, id="standby", level=Level.STANDBY, slogans=campaign.slogans[1:2])
        everyday = replace(standby, period=Period(DayOfYear(1, 1), DayOfYear(12, 31)), windows=(HourWindow(0, 1440),))
        for campaigns, expected in (([campaign, everyday], ".#..\n...."), ([campaign], "....\n....")):
            play = Screenplay(campaigns, MESSAGES, BOARD, HANOI)
            stage = Stage(play, station=replace(STATION, is_left_dark=False, is_left_neutral=True))
            stage.play(3)
            stage.streamer.stop()
            assert stage.board.frame == art.parse(expected)

    def test_a_dead_line_does_not_hinder_the_stop(self, stage: Stage) -> None:
        """The log is finished where it was last confirmed."""
        stage.play(3)
        stage.board.is_down = True
        stage.streamer.stop()
        assert stage.board.closings == 1
        assert len(stage.rows) == 1

    def test_stop_without_start(self, stage: Stage) -> None:
        """Nothing was opened, so nothing is sent."""
        stage.streamer.stop()
        assert stage.board.words == []


def test_a_link_is_a_line() -> None:
    """The real link fits where the board on paper stands."""
    fits: type[Line] = Link
    assert fits is Link


class TestVitals:
    """What a streamer knows of itself."""

    def test_before_the_first_tick_nothing_is_known(self, stage: Stage) -> None:
        """What is due is; the board showed nothing yet."""
        vitals = stage.streamer.vitals()
        assert (vitals.turns, vitals.line, vitals.text, vitals.carried_at) == (0, "down", "static", None)

    def test_a_board_that_shows_what_is_due(self, stage: Stage) -> None:
        """Every tick is a turn; nothing is lost but the way of the first picture."""
        stage.play(3)
        vitals = stage.streamer.vitals()
        assert (vitals.line, vitals.evidence, vitals.error, vitals.dark_since_at) == ("up", "acked", "", None)
        assert (vitals.slogan, vitals.reason) == (stage.screenplay.cue(stage.clock.now()).slogan, "playing")
        assert vitals.turns >= 3
        assert vitals.lost_s == pytest.approx(3 * stage.board.wire_s)

    def test_an_outage_is_lost_from_the_last_exchange_to_the_next(self, stage: Stage) -> None:
        """The recovery included; the log claims none of it."""
        stage.play(1)
        before = stage.streamer.vitals()
        stage.board.is_down = True
        stage.play(60)
        dark = stage.streamer.vitals()
        assert (dark.line, dark.error, dark.dark_since_at is None) == ("down", "link_down", False)
        stage.board.is_down = False
        stage.play(3)
        after = stage.streamer.vitals()
        assert before.carried_at is not None
        assert (after.dark_since_at, after.reopened) == (None, 1)
        assert 60 <= after.lost_s - before.lost_s <= 64
        stage.streamer.stop()
        shown = [row.until_at - row.since_at for row in stage.rows if row.evidence is Evidence.ACKED]
        assert sum(shown, timedelta()) <= stage.clock.now() - OPEN_AT - timedelta(seconds=after.lost_s)

    def test_nothing_is_lost_by_night(self, stage: Stage) -> None:
        """A broken line outside the hours keeps nobody from reading anything."""
        stage.clock.set(OPEN_AT + timedelta(hours=17))
        stage.board.is_down = True
        stage.play(600)
        vitals = stage.streamer.vitals()
        assert (vitals.lost_s, vitals.dark_since_at, vitals.line) == (0.0, None, "down")

    def test_a_process_that_was_stopped_counts_its_sleep(self, stage: Stage) -> None:
        """Nobody knows what the board showed for ten minutes; no row claims them."""
        stage.play(3)
        stage.clock.advance(600)
        stage.play(3)
        stage.streamer.stop()
        assert stage.streamer.vitals().lost_s >= 600
        assert max(row.until_at - row.since_at for row in stage.rows) < timedelta(seconds=4)


class TestLight:
    """How bright the board is, apart from what it shows."""

    def test_a_board_without_light_is_dark_and_claims_nothing(self, stage: Stage) -> None:
        """Switched off for half a minute: no row of a slogan meanwhile, and the picture is back afterwards."""
        off_at, on_at = OPEN_AT + timedelta(seconds=10), OPEN_AT + timedelta(seconds=40)

        def light(at: datetime, _orders: object) -> Light:
            if off_at <= at < on_at:
                return Light(0, on_at)
            return Light(60, off_at if at < off_at else None)

        stage.streamer.light = light
        stage.play(25)
        assert stage.board.frame.lit == 0
        assert stage.streamer.vitals().reason == "resting"
        stage.play(20)
        assert stage.is_right()
        stage.streamer.stop()
        assert [word for word in stage.board.words if word.startswith(("power", "bright"))] == [
            "power 1",
            "brightness 9",
            "power 0",
            "power 1",
            "brightness 9",
        ]
        within = [row for row in stage.rows if row.since_at < on_at and row.until_at > off_at + timedelta(seconds=0.1)]
        assert [row.slogan for row in within] == [None]
