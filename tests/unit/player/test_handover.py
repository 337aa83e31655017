"""Who plays next, and from when on."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from stage import BOARD, HANOI, MESSAGES, OPEN_AT, STATIC, PanelLine, Stage, campaign

from signboard.campaign.campaign import Campaign
from signboard.campaign.slogan import Slogan
from signboard.errors import LinkDownError
from signboard.frame.frame import Frame
from signboard.frame.message import Message, Page, Pages
from signboard.player.handover import Handover, Heir
from signboard.player.keeper import Keeper
from signboard.player.ledger import Station
from signboard.player.screenplay import Screenplay
from signboard.player.streamer import BoardLine, Streamer
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.protocols import PROTOCOLS
from signboard.protocols.bx5flash import Bx5FlashDriver
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange, Outcome
from signboard.testing import FakeClock

NEW = Slogan("new")
NEW_FRAME = Frame.blank(4, 2).flipped([(3, 1)])
NEW_MESSAGES: dict[str, Message] = {NEW.key: Pages((Page(NEW_FRAME, 6000),))}


def heir(*campaigns: Campaign) -> Screenplay:
    """Another list, on paper."""
    return Screenplay(campaigns or [replace(campaign(), slogans=(NEW,))], NEW_MESSAGES, BOARD, HANOI)


def test_it_begins_where_a_pass_ends() -> None:
    """The static slogan is read to its end after 8 s; the board is never dark, and rows change their digest there."""
    stage = Stage()
    stage.play(3)
    stage.streamer.succeed(heir(), "second")
    stage.play(4.9)
    assert (stage.streamer.bundle, stage.board.frame) == ("sample", stage.screenplay.shot(OPEN_AT).frame)
    stage.play(0.5)
    assert (stage.streamer.bundle, stage.board.frame) == ("second", NEW_FRAME)
    stage.play(20)
    stage.streamer.stop()
    assert [(row.bundle, row.text) for row in stage.rows] == [("sample", "static")] + [("second", "new")] * 4
    assert stage.rows[1].since_at - stage.rows[0].until_at <= timedelta(seconds=1)


def test_a_pass_of_several_pages_is_not_cut() -> None:
    """Both pages of it, then the new list."""
    stage = Stage()
    stage.play(9)
    stage.streamer.succeed(heir(), "second")
    stage.play(10)
    stage.streamer.stop()
    assert [(row.text, row.page) for row in stage.rows[:4]] == [("static", 0), ("pages", 0), ("pages", 1), ("new", 0)]


def test_the_same_pictures_are_rows_of_the_new_list() -> None:
    """A list with the same slogan and one more: the picture is sent anew, for it is another signature's."""
    alone = Screenplay([replace(campaign(), slogans=(STATIC,))], MESSAGES, BOARD, HANOI)
    stage = Stage(alone)
    stage.play(3)
    stage.streamer.succeed(Screenplay([replace(campaign(), slogans=(STATIC,))], MESSAGES, BOARD, HANOI), "second")
    stage.play(14)
    stage.streamer.stop()
    assert [row.bundle for row in stage.rows] == ["sample", "second", "second"]


def test_a_dark_board_has_no_pass_to_end() -> None:
    """Before the hours of the old list the new one begins at once."""
    stage = Stage(Screenplay([campaign(600)], MESSAGES, BOARD, HANOI))
    stage.play(2)
    stage.streamer.succeed(heir(), "second")
    stage.streamer.tick()
    assert stage.board.frame == NEW_FRAME


def test_the_dark_of_two_lists_is_two_rows() -> None:
    """Each is claimed under the list that was in force."""
    stage = Stage(Screenplay([campaign(600)], MESSAGES, BOARD, HANOI))
    stage.play(2)
    stage.streamer.succeed(heir(replace(campaign(600), slogans=(NEW,))), "second")
    stage.play(2)
    stage.streamer.stop()
    assert [(row.bundle, row.slogan) for row in stage.rows] == [("sample", None), ("second", None)]


def test_what_nobody_knows_is_not_waited_for() -> None:
    """The line is down: the list of now is what fails, and what comes back."""
    stage = Stage()
    stage.play(1)
    stage.streamer.shot = None
    stage.streamer.succeed(heir(), "second")
    stage.streamer.tick()
    assert stage.board.frame == NEW_FRAME


def test_the_newest_heir_alone_plays() -> None:
    """One that was approved while another one waited takes its turn."""
    handover = Handover(None)
    handover.announce(Heir(heir(), "second"))
    handover.announce(Heir(heir(), "third"))
    found = handover.due(None, OPEN_AT)
    assert found
    assert found.bundle == "third"
    assert handover.due(None, OPEN_AT) is None


def test_a_clock_that_was_set_back_ends_the_pass() -> None:
    """A pass that has not begun is none."""
    play = Screenplay([campaign()], MESSAGES, BOARD, HANOI)
    handover = Handover(None)
    handover.announce(Heir(heir(), "second"))
    assert handover.due(play.shot(OPEN_AT), OPEN_AT) is None
    assert handover.due(play.shot(OPEN_AT), OPEN_AT - timedelta(minutes=5))


CARD = BoardSpec(32, 16, options={"writes_per_day": "2"})
BLANK = Frame.blank(32, 16)
FRAMES = {name: BLANK.flipped([(at, at)]) for at, name in enumerate(("static", "pages", "new"))}
KEPT: dict[str, Message] = {Slogan(name).key: Pages((Page(frame, 5000),)) for name, frame in FRAMES.items()}


@dataclass
class LossyLine(PanelLine):
    """Loses the first answer that a lit card gives, where it is to."""

    loses_an_answer: bool = False

    def carry(self, ask: Exchange, /) -> Outcome:
        """Carry out one exchange."""
        return super().carry(self._lossy(ask))

    def _lossy(self, ask: Exchange) -> Exchange:
        try:
            step = next(ask)
            while True:
                answer = yield step
                if self.loses_an_answer and self.picture().lit:
                    self.loses_an_answer = False
                    ask.close()
                    raise LinkDownError("The line on paper broke.", code="link_down")
                step = ask.send(answer)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome


@dataclass
class Card:
    """A board that keeps pages, two writes a day, played on paper."""

    loses_an_answer: bool = False
    clock: FakeClock = field(default_factory=lambda: FakeClock(OPEN_AT))
    rows: list[Showing] = field(default_factory=list)

    def __post_init__(self) -> None:
        family = PROTOCOLS.load("bx5flash")
        self.line = LossyLine(family.panel(CARD), self.clock, loses_an_answer=self.loses_an_answer)
        self.play_of = self.list_of("static", "pages")
        driver = Bx5FlashDriver(CARD)
        board = BoardLine(driver, self.line, family.capabilities, keeper=Keeper(driver, self.clock))
        self.streamer = Streamer(self.play_of, board, self.clock, Station("s", "b", "first"), self.rows.append)

    @staticmethod
    def list_of(*names: str) -> Screenplay:
        """A list of these."""
        return Screenplay([replace(campaign(), slogans=tuple(map(Slogan, names)))], KEPT, CARD, HANOI)

    def play(self, seconds: float) -> None:
        """Tick as the loop does."""
        end_s = self.clock.monotonic_s() + seconds
        while (left_s := end_s - self.clock.monotonic_s()) > 0:
            self.clock.sleep(min(max(0.001, self.streamer.tick()), left_s))

    def shown(self) -> set[str]:
        """What the card shows within half a minute."""
        names = {frame: name for name, frame in FRAMES.items()}
        pictures = {self.line.panel.picture(self.line.now_ms + ms) for ms in range(0, 30_000, 500)}
        return {names.get(picture, "?") for picture in pictures - {BLANK}}


def test_a_parked_board_gets_the_new_round_at_once() -> None:
    """Nobody knows which slogan stands there; one write, and rows of the new list."""
    card = Card()
    card.play(60)
    card.streamer.succeed(card.list_of("new"), "second")
    card.play(3)
    card.streamer.stop()
    lit = [row for row in card.rows if row.slogan]
    assert card.streamer.bundle == "second"
    assert [(row.bundle, row.text) for row in lit] == [("first", "static · pages"), ("second", "new")]


def _worn() -> Card:
    """A card that was written as often as a day allows, and shows `static` and `pages`."""
    card = Card()
    card.play(60)
    card.play_of.change(card.list_of("pages").campaigns)
    card.play(60)
    assert card.shown() == {"pages"}
    return card


def test_a_parked_board_that_is_spared_keeps_the_old_list_until_it_may_be_written() -> None:
    """The old list is approved, too, and dark would be worse; a day after the first write the new one is there."""
    card = _worn()
    card.streamer.succeed(card.list_of("new"), "second")
    card.play(3600)
    assert (card.shown(), card.streamer.bundle) == ({"pages"}, "first")
    card.play(24 * 3600)
    assert (card.shown(), card.streamer.bundle) == ({"new"}, "second")


@pytest.mark.parametrize("waits", [False, True])
def test_a_withdrawal_darkens_a_board_that_is_spared(*, waits: bool) -> None:
    """No write is left: the light goes out within seconds, also where a new list waits for its write."""
    card = _worn()
    if waits:
        card.streamer.succeed(card.list_of("new"), "second")
        card.play(5)
    card.play_of.change(card.list_of("static").campaigns)
    card.play(3)
    assert card.shown() == set()
    assert card.streamer.shot
    assert card.streamer.shot.is_dark


def test_a_withdrawal_darkens_a_board_whose_write_broke_off() -> None:
    """The last answer was lost, so the card shows what nobody knows; the pause between two writes keeps nothing lit."""
    card = Card(loses_an_answer=True)
    card.play(0.5)
    assert card.shown() == {"static", "pages"}
    card.play_of.change(card.list_of("pages").campaigns)
    card.play(5)
    assert card.shown() == set()
    assert card.streamer.last_error
    assert card.streamer.last_error.code == "memory_rests"
    card.play(90)
    assert card.shown() == {"pages"}


def test_nothing_of_the_withdrawn_is_claimed() -> None:
    """While it is dark for want of a write the row is one of failure."""
    card = _worn()
    card.play_of.change(card.list_of("static").campaigns)
    card.play(30)
    card.streamer.stop()
    assert card.rows[-1].evidence is Evidence.FAILED
