"""Dark in time: a real driver, a real link and a card at the end of a line of 9600 baud, on a fake clock."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from stage import HANOI, STATION, campaign

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.slogan import Slogan
from signboard.errors import BoardError
from signboard.frame.frame import Frame
from signboard.frame.message import Message, Page, Pages
from signboard.link import Link
from signboard.player.screenplay import Screenplay
from signboard.player.streamer import BoardLine, Streamer
from signboard.playlog.showing import Showing
from signboard.protocols.bx5 import SPEC, Bx5Driver
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.spec import BoardSpec
from signboard.testing import FakeClock

BOARD = BoardSpec(64, 16)
BAUD = 9600
DARK = Frame.blank(64, 16)
END_AT = datetime(2026, 11, 15, 22, tzinfo=HANOI).astimezone(UTC)
LEAD_S = SPEC.wire_bytes(BOARD) * 10 / BAUD + SPEC.capabilities.answer_s


class Wire:
    """9600 baud to a card; `seen` keeps when its picture changed. The card refuses as told."""

    name = "wire"
    baud = BAUD

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.panel = Bx5Panel(BOARD)
        self.seen: list[tuple[datetime, Frame]] = []
        self._free_s = 0.0
        self._back: list[tuple[float, bytes]] = []

    def open(self) -> None:
        """Always there."""

    def close(self) -> None:
        """Nothing to close."""

    def write(self, data: bytes) -> None:
        """The card understands when the last byte is through; the clock has not come so far yet."""
        now_s = self.clock.monotonic_s()
        self._free_s = max(now_s, self._free_s) + len(data) * 10 / BAUD
        answer, events = self.panel.feed(data, 0)
        at = self.clock.now() + timedelta(seconds=self._free_s - now_s)
        self.seen += [(at, event.frame) for event in events if event.frame is not None]
        self._back += [(self._free_s + 0.02 + len(answer) * 10 / BAUD, answer)] if answer else []

    def read(self, timeout_s: float) -> bytes:
        """Let time pass until the answer or the end of the time."""
        until_s = self.clock.monotonic_s() + timeout_s
        if self._back and self._back[0][0] <= until_s:
            at_s, answer = self._back.pop(0)
            self.clock.advance(max(0.0, at_s - self.clock.monotonic_s()))
            return answer
        self.clock.advance(timeout_s)
        return b""

    def drop_input(self) -> None:
        """Forget what has come by now."""
        self._back = [due for due in self._back if due[0] > self.clock.monotonic_s()]


def lit(x: int) -> Frame:
    """A picture of one pixel."""
    return DARK.flipped([(x, 3)])


ROUND = (Page(lit(1), 3000), Page(lit(2), 4500), Page(lit(3), 500))
"""8 s, of which 16 hours hold a whole number: the last pass ends with the hours, and its last page is a short one."""


def played(
    clock: FakeClock, wire: Wire, *, lead_s: float, seconds: float, beside: tuple[Campaign, ...] = ()
) -> list[Showing]:
    """The campaign's last seconds and what follows, over a real link; the rows of the log."""
    month = replace(campaign(), slogans=campaign().slogans[:1])
    messages: dict[str, Message] = {month.slogans[0].id: Pages(ROUND)}
    messages |= {one.slogans[0].id: Pages((Page(lit(5), 4000),)) for one in beside}
    screenplay = Screenplay([month, *beside], messages, BOARD, HANOI)
    driver = Bx5Driver(BOARD)
    link = Link(wire, clock, greet=driver.identify)
    rows: list[Showing] = []
    streamer = Streamer(screenplay, BoardLine(driver, link, SPEC.capabilities, lead_s), clock, STATION, rows.append)
    end_s = clock.monotonic_s() + seconds
    while (left_s := end_s - clock.monotonic_s()) > 0:
        clock.sleep(min(streamer.tick(), left_s))
    streamer.stop()
    return rows


def last_lit_at(wire: Wire) -> datetime:
    """When the board went dark for good."""
    last = max(index for index, (_, frame) in enumerate(wire.seen) if frame != DARK)
    return wire.seen[last + 1][0]


@pytest.mark.parametrize("early_s", [60.0, 60.3, 60.7, 61.1])
def test_nothing_is_lit_at_the_end(early_s: float) -> None:
    """Wherever the exchanges fall, the card shows darkness at the end instant, and was lit until shortly before."""
    clock = FakeClock(END_AT - timedelta(seconds=early_s))
    wire = Wire(clock)
    rows = played(clock, wire, lead_s=LEAD_S, seconds=70)

    assert timedelta(0) < END_AT - last_lit_at(wire) <= timedelta(seconds=2 * LEAD_S)
    assert all(row.until_at <= END_AT for row in rows if row.slogan)
    assert max(row.until_at for row in rows if row.slogan) <= last_lit_at(wire)


def test_without_a_lead_it_is_lit_too_long() -> None:
    """The control: sent at the end, darkness comes a wire time later."""
    clock = FakeClock(END_AT - timedelta(seconds=60))
    wire = Wire(clock)
    played(clock, wire, lead_s=0.0, seconds=70)

    assert last_lit_at(wire) > END_AT


def _other(start_min: int, end_min: int, level: Level = Level.CAMPAIGN) -> Campaign:
    whole = campaign(start_min, end_min)
    return replace(whole, id="other", slogans=(Slogan("other"),), level=level)


def _darkened(wire: Wire, until_at: datetime) -> list[datetime]:
    return [at for at, frame in wire.seen if frame == DARK and at < until_at]


def test_two_campaigns_that_share_the_board_leave_no_darkness_between() -> None:
    """Neither ends where the other has its turn: whole passes back to back, each a wire time late."""
    clock = FakeClock(END_AT - timedelta(hours=1))
    wire = Wire(clock)
    rows = played(clock, wire, lead_s=LEAD_S, seconds=60, beside=(_other(360, 1320),))

    assert _darkened(wire, END_AT - timedelta(hours=1, seconds=-60)) == []
    assert len({row.slogan for row in rows if row.slogan}) == 2


def test_a_higher_campaign_that_cuts_in_ends_nobody() -> None:
    """The lower one's hours go on; the board changes from one text to the other."""
    clock = FakeClock(END_AT - timedelta(minutes=60, seconds=20))
    wire = Wire(clock)
    played(clock, wire, lead_s=LEAD_S, seconds=40, beside=(_other(1260, 1290, Level.EMERGENCY),))

    assert _darkened(wire, END_AT - timedelta(minutes=60, seconds=-20)) == []
    assert any(frame == lit(5) for _at, frame in wire.seen)


def test_a_campaign_whose_hours_end_is_dark_before_another_begins() -> None:
    """The control: nothing of it is lit at its end, whoever follows."""
    clock = FakeClock(END_AT - timedelta(seconds=60))
    wire = Wire(clock)
    played(clock, wire, lead_s=LEAD_S, seconds=80, beside=(_other(1320, 1330),))

    assert any(END_AT - timedelta(seconds=2 * LEAD_S) <= at < END_AT for at in _darkened(wire, END_AT))
    first_at = min(at for at, frame in wire.seen if frame == lit(5))
    assert first_at - END_AT < timedelta(seconds=2 * LEAD_S)


@pytest.mark.parametrize("number", [17, 19, 18])
def test_a_card_that_refuses_the_greeting_stops_the_player(number: int) -> None:
    """Another type, another id, other parameters: no setting that one can do without, and nothing that passes."""
    clock = FakeClock(END_AT - timedelta(hours=1))
    wire = Wire(clock)
    wire.panel.forced_nak = number

    with pytest.raises(BoardError) as caught:
        played(clock, wire, lead_s=LEAD_S, seconds=10)
    assert caught.value.exit_code == 5
    assert str(number) in str(caught.value)
    assert wire.seen == []


def test_a_card_that_is_busy_when_greeted_is_waited_for() -> None:
    """The control: a refusal that time cures stops nothing."""
    clock = FakeClock(END_AT - timedelta(hours=1))
    wire = Wire(clock)
    wire.panel.forced_nak = 3

    rows = played(clock, wire, lead_s=LEAD_S, seconds=10)
    assert {row.exchanges for row in rows} == {0}
