"""A small board on paper, a small campaign, and a streamer between them: what tests of the player stand on."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.errors import LinkDownError
from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.frame.message import Message, Page, Pages, Strip
from signboard.player.ledger import Station
from signboard.player.screenplay import Screenplay
from signboard.player.streamer import BoardLine, Streamer
from signboard.playlog.showing import Showing
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec, Capabilities, Panel
from signboard.protocols.steps import Exchange, Outcome
from signboard.testing import PAPER, FakeClock, PaperBoard, PaperDriver

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
BOARD = BoardSpec(4, 2)
STATION = Station("site", "board", "sample")
OPEN_AT = datetime(2026, 11, 15, 6, tzinfo=HANOI).astimezone(UTC)

STATIC, PAGES, SCROLL = Slogan("static"), Slogan("pages"), Slogan("scroll")
MESSAGES: dict[str, Message] = {
    STATIC.id: Pages((Page(art.parse("#...\n...."), 8000),)),
    PAGES.id: Pages((Page(art.parse(".#..\n...."), 3000), Page(art.parse("..#.\n...."), 4000))),
    SCROLL.id: Strip(art.parse("##\n##"), board_px=4, step_px=1, step_ms=500),
}


def campaign(start_min: int = 360, end_min: int = 1320) -> Campaign:
    """15/11-15/12, 06:00-22:00: a static slogan (8 s), one of two pages (3 + 4 s), one that scrolls (3 s)."""
    period = Period(DayOfYear(11, 15), DayOfYear(12, 15))
    return Campaign("month", "Month", period, (HourWindow(start_min, end_min),), (STATIC, PAGES, SCROLL))


@dataclass
class Stage:
    """Everything of one played board; its clock stands at 06:00:00 on the first day."""

    screenplay: Screenplay = field(default_factory=lambda: Screenplay([campaign()], MESSAGES, BOARD, HANOI))
    capabilities: Capabilities = PAPER
    station: Station = STATION
    clock: FakeClock = field(default_factory=lambda: FakeClock(OPEN_AT))
    rows: list[Showing] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.board = PaperBoard(BOARD, self.clock)
        line = BoardLine(PaperDriver(BOARD), self.board, self.capabilities)
        self.streamer = Streamer(self.screenplay, line, self.clock, self.station, self.rows.append)

    def play(self, seconds: float) -> None:
        """Tick as the loop does, for so many seconds of wire time."""
        end_s = self.clock.monotonic_s() + seconds
        while (left_s := end_s - self.clock.monotonic_s()) > 0:
            self.clock.sleep(min(self.streamer.tick(), left_s))

    def is_right(self) -> bool:
        """Does the board show what is due at this instant?"""
        return self.board.frame == self.screenplay.shot(self.clock.now()).frame


@dataclass
class PanelLine:
    """A line on a fake clock whose other end is a simulated card: bytes in, answers out, nothing lost.

    Attributes:
        wire_s: length of an exchange.
        is_cut: the plug is pulled.
    """

    panel: Panel
    clock: FakeClock
    wire_s: float = 0.05
    is_cut: bool = False

    def carry(self, ask: Exchange, /) -> Outcome:
        """Carry out one exchange."""
        if self.is_cut:
            ask.close()
            raise LinkDownError("The line on paper is cut.", code="link_down")
        self.clock.sleep(self.wire_s)
        return carry(ask, self.panel, self.now_ms)

    def close(self) -> None:
        """Nothing to close."""

    @property
    def now_ms(self) -> int:
        """The card's steady clock."""
        return round(self.clock.monotonic_s() * 1000)

    def picture(self) -> Frame:
        """What the card shows now."""
        return self.panel.picture(self.now_ms)
