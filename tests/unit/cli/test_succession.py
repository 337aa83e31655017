"""A newly approved list is proved and handed over beside the picture."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from typing import cast

import pytest

from signboard import app
from signboard.campaign.approval import Approval
from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.code import content_code
from signboard.campaign.correction import WITHDRAWN, Act
from signboard.campaign.order import OVERRIDE, Order
from signboard.campaign.ordered import Given
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.cli.succession import Playing, Succession, approvals_known
from signboard.cli.withholding import Withholding
from signboard.files import home_dir
from signboard.player.screenplay import Screenplay, Shot
from signboard.player.streamer import Streamer
from signboard.settings import load_settings
from signboard.store.approvals import POINTED, UNDONE
from signboard.store.audit import Event
from signboard.store.database import Store
from signboard.store.orders import keep_order
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import keep_act
from signboard.testing import FakeClock

AT = datetime(2026, 11, 20, 5, tzinfo=UTC)
OLD, NEW, OTHER = "Bình đẳng giới", "Nam, nữ bình quyền", "Không bạo lực"
ALWAYS = Period(DayOfYear(1, 1), DayOfYear(12, 31))


@dataclass
class Desk:
    """A player on paper, which takes what it is given at its next tick."""

    bundle: str
    shot: Shot | None = None
    given: list[tuple[Screenplay, str]] = field(default_factory=list)

    def succeed(self, screenplay: Screenplay, bundle: str) -> None:
        """What is next."""
        self.given.append((screenplay, bundle))

    def tick(self) -> None:
        """It begins."""
        screenplay, self.bundle = self.given[-1]
        self.shot = screenplay.shot(AT)


def _list(*texts: str, font_digest: str = "", board_id: str = "") -> Bundle:
    settings = load_settings(None)
    digest = font_digest or app.load_faces(settings.show.font, settings.board.height)[1]
    slogans = tuple(map(Slogan, texts))
    campaign = Campaign("month", "Month", ALWAYS, (HourWindow(0, 1440),), slogans)
    return Bundle(settings.site.id, board_id or settings.board.id, (campaign,), digest)


def _point(bundle: Bundle) -> str:
    shelf = BundleShelf(home_dir())
    shelf.set_current(shelf.save(bundle))
    return bundle.digest


def _approve(bundle: Bundle) -> str:
    BundleShelf(home_dir()).save(bundle)
    approval = Approval(bundle.digest, "87/KH", date(2026, 10, 9), "A", "an", AT)
    with Store(app.store_path()) as store:
        store.add_approval(approval, site_id=bundle.site_id, board_id=bundle.board_id)
    return _point(bundle)


@dataclass
class Room:
    """Everything around a succession."""

    desk: Desk
    succession: Succession
    withholding: Withholding
    said: list[str]
    clock: FakeClock

    def until(self, holds: Callable[[], bool]) -> None:
        """Watch as the loop does; a test that waits for ever is ended by its time limit."""
        for _try in range(12_000):
            self.withholding.watch()
            self.succession.watch()
            if holds():
                return
            time.sleep(0.005)
        raise AssertionError(self.said)

    def heard(self, words: str) -> bool:
        """Was this said?"""
        return any(words in one for one in self.said)

    def looks(self, times: int = 3) -> None:
        """Until the thread has looked so often since now; its answers are taken."""
        seen = LOOKS[0]
        self.until(lambda: LOOKS[0] >= seen + times)


LOOKS = [0]


@contextmanager
def room(*, is_virtual: bool = False, source: str = "", content: app.Content | None = None) -> Iterator[Room]:
    """A board on which the approved list plays, or the one given."""
    content = content or app.approved_content()
    if source:
        content = app.Content(source, content.bundle, content.campaigns)
    stage = app.stage_for(app.Wishes(), None, content)
    said: list[str] = []
    screenplay, desk = stage.screenplay(), Desk(content.bundle)
    withholding = Withholding([screenplay], home_dir(), said.append, 0.01)
    clock = FakeClock(AT)
    playing = Playing(stage, [cast("Streamer", desk)], clock, is_virtual, said.append)
    succession = Succession(playing, withholding, 0.01)
    with withholding, succession:
        yield Room(desk, succession, withholding, said, clock)


@pytest.fixture(autouse=True)
def _counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count how often the pointer is read."""
    current = BundleShelf.current

    def counted(shelf: BundleShelf) -> str | None:
        LOOKS[0] += 1
        return current(shelf)

    monkeypatch.setattr(BundleShelf, "current", counted)


@pytest.fixture(autouse=True)
def _old() -> None:
    """A list is approved and plays."""
    _approve(_list(OLD))


def test_what_is_approved_is_handed_over_and_told_once_it_plays() -> None:
    """Its messages are set; the sentence names list, paper and count, and comes after the first picture."""
    with room() as desk:
        digest = _approve(_list(OLD, NEW))
        desk.until(lambda: bool(desk.desk.given))
        assert [bundle for _play, bundle in desk.desk.given] == [digest]
        assert len(desk.desk.given[0][0].messages) == 2
        assert desk.said == []
        desk.desk.tick()
        desk.looks()
        code = content_code(digest)
        assert desk.said == [
            f"Since 2026-11-20 12:00:00 the list {code} plays, approved by 87/KH of 09/10/2026: 2 slogans."
        ]
        assert desk.succession.stage.content.bundle == digest


def test_the_list_that_plays_is_not_handed_over() -> None:
    """Nothing happens while nothing is approved; the control of the others."""
    with room() as desk:
        desk.looks()
        assert (desk.desk.given, desk.said) == ([], [])


def _altered() -> None:
    digest = _approve(_list(NEW))
    path = home_dir() / "bundles" / f"{digest}.json"
    path.write_bytes(path.read_bytes().replace(b"quy", b"qui"))


def _other_letters() -> None:
    _approve(_list(NEW, font_digest="0" * 64))


def _other_board() -> None:
    _approve(_list(NEW, board_id="elsewhere"))


def _missing() -> None:
    (home_dir() / "bundles" / f"{_approve(_list(NEW))}.json").unlink()


def _nothing_to_show() -> None:
    _approve(_list("中"))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_altered, "was altered"),
        (_other_letters, "letters are not those"),
        (_other_board, "elsewhere"),
        (_missing, "There is no bundle"),
        (_nothing_to_show, "中"),
    ],
)
def test_a_list_that_may_not_play_is_told_once(spoil: Callable[[], None], words: str) -> None:
    """What plays goes on; and a good list is taken up after it."""
    with room() as desk:
        spoil()
        desk.until(lambda: bool(desk.said))
        desk.looks()
        assert len(desk.said) == 1
        assert desk.said[0].startswith("The list approved last does not play; the one before goes on.")
        assert words in desk.said[0]
        assert desk.desk.given == []
        digest = _approve(_list(OTHER))
        desk.until(lambda: bool(desk.desk.given))
        assert desk.desk.given[0][1] == digest


def test_a_pointer_lights_nothing() -> None:
    """What it names counts for nothing until it is approved; one that stays wrong is told once and put right."""
    with room() as desk:
        old = _list(OLD).digest
        _approve(_list(NEW))
        desk.until(lambda: len(desk.desk.given) == 1)
        desk.desk.tick()
        for bundle in (_list(OTHER), _list(OLD)):
            digest = _point(bundle)
            desk.said.clear()
            desk.looks()
            desk.clock.advance(5)
            stray = f"names the list {digest[:12]}"
            desk.until(partial(desk.heard, stray))
            desk.looks()
            assert (sum("bundles/current" in one for one in desk.said), len(desk.desk.given)) == (1, 1)
            assert BundleShelf(home_dir()).current() == _list(NEW).digest
        assert digest == old
        with Store(app.store_path()) as store:
            assert [event.details["instead"] for event in store.events() if event.event == POINTED] == [
                _list(OTHER).digest,
                old,
            ]


def test_a_locked_log_holds_up_nothing() -> None:
    """Somebody writes in it all the time: the list is read beside it, and taken up."""
    old = app.approved_content()
    _approve(_list(NEW))
    locked = sqlite3.connect(app.store_path(), isolation_level=None)
    locked.execute("BEGIN IMMEDIATE")
    with room(content=old) as desk:
        desk.until(lambda: bool(desk.desk.given))
    locked.close()


def test_a_damaged_log_stops_nothing() -> None:
    """What plays goes on; with the log put back the new list is taken up."""
    old = app.approved_content()
    _approve(_list(NEW))
    store = app.store_path()
    whole = store.read_bytes()
    for file in store.parent.glob(f"{store.name}*"):
        file.unlink()
    store.write_bytes(b"no database at all" * 500)
    with room(content=old) as desk:
        time.sleep(0.1)
        desk.succession.watch()
        assert (desk.said, desk.desk.given) == ([], [])
        store.write_bytes(whole)
        desk.until(lambda: bool(desk.desk.given))


def test_the_list_before_can_come_back() -> None:
    """Approved twice: the last approval decides, or going back."""
    with room() as desk:
        _approve(_list(NEW))
        desk.until(lambda: len(desk.desk.given) == 1)
        desk.desk.tick()
        old = _list(OLD).digest
        with Store(app.store_path()) as store:
            store.add_event(Event("", "", AT, "an", UNDONE, {"bundle": old, "instead": _list(NEW).digest}))
        desk.until(lambda: len(desk.desk.given) == 2)
        assert desk.desk.given[1][1] == old


def test_what_was_withdrawn_stays_out_of_the_new_list() -> None:
    """Before it is approved, while it waits, and while it plays."""
    with room() as desk:
        keep_act(home_dir(), app.store_path(), Act(WITHDRAWN, AT, "an", NEW))
        _approve(_list(OLD, NEW, OTHER))
        desk.until(lambda: bool(desk.desk.given))
        play = desk.desk.given[0][0]
        assert [slogan.text for slogan in play.campaigns[0].slogans] == [OLD, OTHER]
        keep_act(home_dir(), app.store_path(), Act(WITHDRAWN, AT, "an", OLD))
        desk.until(lambda: [slogan.text for slogan in play.campaigns[0].slogans] == [OTHER])
        desk.desk.tick()
        keep_act(home_dir(), app.store_path(), Act(WITHDRAWN, AT, "an", OTHER))
        desk.until(lambda: not play.campaigns[0].slogans)


def test_a_campaign_file_is_followed_by_nothing() -> None:
    """Who names a file on a virtual board sees that file."""
    with room(is_virtual=True, source="file") as desk:
        _approve(_list(NEW))
        time.sleep(0.1)
        desk.succession.watch()
        assert desk.desk.given == []


def test_a_virtual_board_takes_other_letters() -> None:
    """As at its start."""
    with room(is_virtual=True) as desk:
        _other_letters()
        desk.until(lambda: bool(desk.desk.given))


def test_a_list_loaded_and_not_approved_plays_on_a_virtual_board() -> None:
    """The approved one, which the pointer named before, does not push it off."""
    with room(is_virtual=True, source="loaded") as desk:
        desk.looks()
        assert desk.desk.given == []


def test_the_text_of_an_order_is_no_list() -> None:
    """It is approved as every text is, but nothing falls back on it."""
    listed, urgent = _list(OLD), _list(NEW)
    _approve(listed)
    _approve(urgent)
    assert list(approvals_known()) == [listed.digest, urgent.digest]

    order = Order("text", OVERRIDE, AT, AT.replace(hour=9), actor="an")
    keep_order(home_dir(), app.store_path(), Given(order, AT, NEW, urgent.digest))
    assert list(approvals_known()) == [listed.digest]
