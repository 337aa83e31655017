"""Which list plays after crashes; whole processes are broken down in tests/chaos."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from signboard.app import Content, Wishes, approved_content, settings_for, store_path
from signboard.campaign.correction import WITHDRAWN, Act
from signboard.cli.fallback import DARK, Guard
from signboard.cli.list_trouble import list_trouble, list_wanted
from signboard.clock import SystemClock
from signboard.errors import RefusedError
from signboard.files import home_dir
from signboard.health.status import BARRED, DAMAGED, TORN_POINTER
from signboard.service.diary import Diary
from signboard.service.starts import CRASHES, Journal
from signboard.store.approvals import POINTED
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import keep_act
from signboard.testing import FakeClock

pytestmark = pytest.mark.one_person

Ask = Callable[..., Any]
PAPER = ("--date", "09/10/2020", "--signer", "A")


class House:
    """A home folder with approved lists, and starts on them."""

    def __init__(self, ask: Ask, folder: Path) -> None:
        self.said: list[str] = []
        self.clock = FakeClock(SystemClock().now())
        self._ask = ask
        self._folder = folder
        self._number = 0

    def approve(self, *texts: str) -> str:
        """Another list, approved; its digest."""
        self._number += 1
        file = self._folder / f"{self._number}.txt"
        file.write_text("\n".join(texts) + "\n", encoding="utf-8")
        assert self._ask("load", file, "--first-day", "1/1", "--last-day", "31/12", "--hours", "06:00-22:00").code == 0
        assert self._ask("approve", "--number", f"{self._number}/KH", *PAPER).code == 0
        return approved_content().bundle

    def guard(self) -> Guard:
        """Of a process that starts now."""
        self.clock.advance(5)
        self.clock.set(SystemClock().now())
        diary = Diary(home_dir() / "run" / "board.json", self.clock)
        return Guard(settings_for(Wishes(), None), diary, self.said.append)

    def crash(self, times: int = CRASHES) -> None:
        """So many starts that end without order."""
        for _ in range(times):
            current = list_wanted() or ""
            self.guard().playing(current).__enter__()

    def plays(self) -> Content:
        """What a start plays; it ends in order."""
        with self.guard().playing(list_wanted() or "") as content:
            return content


@pytest.fixture
def house(ask: Ask, tmp_path: Path) -> House:
    """An empty one."""
    return House(ask, tmp_path)


def test_what_is_approved_plays(house: House) -> None:
    """And its start and end are written down."""
    digest = house.approve("Một")

    assert house.plays().bundle == digest
    journal = Journal.from_json((home_dir() / "run" / "board.json").read_bytes())
    assert [(start.bundle, start.is_over) for start in journal.starts] == [(digest, True)]


def test_after_three_crashes_the_list_before_plays_less_what_was_withdrawn(house: House) -> None:
    """A text that was taken off stays off, in the older list too."""
    older = house.approve("Một", "Hai")
    house.approve("Ba")
    act = Act(WITHDRAWN, SystemClock().now(), "A", "Hai", "1/CV", "")
    keep_act(home_dir(), store_path(), act)
    house.crash()
    content = house.plays()

    assert content.bundle == older
    assert [slogan.text for campaign in content.campaigns for slogan in campaign.slogans] == ["Một"]
    assert "plays instead" in house.said[-1]


def test_two_crashes_change_nothing(house: House) -> None:
    """A slip may happen."""
    house.approve("Một")
    newer = house.approve("Ba")
    house.crash(CRASHES - 1)

    assert house.plays().bundle == newer


def test_lists_that_may_not_play_are_passed_over(house: House) -> None:
    """An older one that was altered on the disk gives way to the one before it."""
    oldest = house.approve("Một")
    altered = house.approve("Hai")
    house.approve("Ba")
    file = home_dir() / "bundles" / f"{altered}.json"
    file.write_bytes(file.read_bytes() + b" ")
    house.crash()

    assert house.plays().bundle == oldest


def test_where_every_list_breaks_down_the_board_is_dark(house: House) -> None:
    """Nothing plays, and the sentence says what to do."""
    house.approve("Một")
    house.crash()

    assert house.plays() is DARK
    assert "stays dark" in house.said[-1]
    assert list_trouble("board") == BARRED


def test_another_approval_lets_it_play_again(house: House, ask: Ask) -> None:
    """The office says: once more."""
    digest = house.approve("Một")
    house.crash()
    assert house.plays() is DARK
    assert ask("approve", "--number", "9/KH", *PAPER, "--list", digest[:12]).code == 0

    assert house.plays().bundle == digest


def test_a_refusal_is_no_crash(house: House) -> None:
    """People were told why; however often it is tried, the list is not barred."""
    digest = house.approve("Một")
    for _ in range(CRASHES + 1):
        with pytest.raises(RefusedError), house.guard().playing(digest):
            raise RefusedError("No.", code="other_font")

    assert house.plays().bundle == digest


def test_a_log_that_cannot_be_read_bars_nothing_new(house: House) -> None:
    """Whether the list is approved is asked at the gate."""
    digest = house.approve("Một")
    store_path().write_bytes(b"no database at all, however long this text may be")

    assert house.plays().bundle == digest


def events_of(kind: str) -> list[dict[str, object]]:
    """What the chain tells of such events."""
    with Store(store_path()) as store:
        return [dict(event.details) for event in store.events() if event.event == kind]


def wait_for(holds: Callable[[], bool]) -> None:
    """The chain is written beside the picture; a wait in vain is ended by the test's own limit."""
    while not holds():
        time.sleep(0.01)


def _damage(digest: str) -> None:
    (home_dir() / "bundles" / f"{digest}.json").write_text("{", encoding="ascii")


def test_where_its_file_is_damaged_the_list_before_plays(house: House) -> None:
    """It is said; and no start counts as a crash."""
    older = house.approve("Một")
    _damage(house.approve("Ba"))
    for _ in range(CRASHES + 1):
        assert house.plays().bundle == older

    assert "is damaged" in house.said[-1]
    assert list_trouble("board") == DAMAGED
    assert not house.guard().diary.has_bars


def test_a_damaged_list_without_another_is_refused_and_never_barred(house: House) -> None:
    """A start that ends with a sentence is no crash, however often it is tried."""
    digest = house.approve("Ba")
    kept = (home_dir() / "bundles" / f"{digest}.json").read_bytes()
    _damage(digest)
    for _ in range(CRASHES + 1):
        with pytest.raises(RefusedError):
            house.plays()
    (home_dir() / "bundles" / f"{digest}.json").write_bytes(kept)

    assert house.plays().bundle == digest
    assert list_trouble("board") == ""


@pytest.mark.parametrize("is_deleted", [True, False])
def test_where_the_pointer_is_damaged_the_last_approved_list_plays(house: House, is_deleted: bool) -> None:
    """It is said, the pointer is written anew, and the record tells of it once."""
    house.approve("Một")
    newest = house.approve("Ba")
    pointer = home_dir() / "bundles" / "current"
    pointer.write_bytes(b"\0" * 65)
    if is_deleted:
        pointer.unlink()

    assert house.plays().bundle == newest
    assert "bundles/current" in house.said[-1]
    wait_for(lambda: events_of(POINTED) == [{"bundle": newest, "instead": ""}])
    assert (list_trouble("board"), house.plays().bundle, len(house.said)) == ("", newest, 1)


def test_a_pointer_changed_by_hand_lights_nothing(house: House, ask: Ask) -> None:
    """Neither an older list, nor one that was taken back, nor the text of an order that ended."""
    older = house.approve("Một")
    newest = house.approve("Ba")
    taken_back = house.approve("Lỗi in")
    assert ask("undo").code == 0
    assert ask("override", "Họp khẩn", "--until", "23:59", "--number", "9/KH", *PAPER).code == 0
    assert ask("override", "--end").code == 0
    (text,) = (str(one["bundle"]) for one in events_of("ordered"))
    for stray in (older, taken_back, text):
        BundleShelf(home_dir()).set_current(stray)
        assert (list_trouble("board"), approved_content().bundle) == (TORN_POINTER, newest)
        assert house.plays().bundle == newest
        assert stray[:12] in house.said[-1]
        wait_for(partial(_tells, newest, stray))


def _tells(chosen: str, stray: str) -> bool:
    return events_of(POINTED)[-1:] == [{"bundle": chosen, "instead": stray}]


def test_after_crashes_no_list_returns_that_was_taken_back(house: House, ask: Ask) -> None:
    """What is left is nothing, so the board is dark."""
    house.approve("Một")
    house.approve("Lỗi in")
    assert ask("undo").code == 0
    house.crash()

    assert house.plays() is DARK


def test_for_a_damaged_list_none_returns_that_was_taken_back(house: House, ask: Ask) -> None:
    """The list before it plays, not the one that came after it."""
    oldest = house.approve("Không")
    older = house.approve("Một")
    house.approve("Lỗi in")
    assert ask("undo").code == 0
    _damage(older)

    assert house.plays().bundle == oldest


def test_where_the_pointer_is_damaged_no_list_returns_that_was_taken_back(house: House, ask: Ask) -> None:
    """`undo` chose the older one; a damaged file does not choose otherwise."""
    older = house.approve("Một")
    house.approve("Ba")
    assert ask("undo").code == 0
    (home_dir() / "bundles" / "current").write_bytes(b"\0" * 65)

    assert house.plays().bundle == older
