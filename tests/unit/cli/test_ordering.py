"""Orders are laid over screenplays that are being played."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from stage import BOARD, HANOI, MESSAGES, OPEN_AT, campaign

from signboard import app
from signboard.campaign.approval import Approval
from signboard.campaign.bundle import Bundle
from signboard.campaign.correction import WITHDRAWN, Act
from signboard.campaign.order import BLANK, OVERRIDE, Order
from signboard.campaign.ordered import Ending, Given, write_acts
from signboard.cli.giving import text_bundle
from signboard.cli.ordering import Ordering
from signboard.cli.withholding import Withholding
from signboard.errors import SignboardError
from signboard.files import home_dir
from signboard.player.screenplay import Screenplay
from signboard.schedule.cue import Reason
from signboard.store.database import Store
from signboard.store.orders import keep_order
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import keep_act
from signboard.testing import FakeClock

HOUR = timedelta(hours=1)
AT = OPEN_AT
DARK = Given(Order("dark", BLANK, OPEN_AT, OPEN_AT + 9 * HOUR), AT)
URGENT = Order("text", OVERRIDE, OPEN_AT, OPEN_AT + HOUR, actor="an")
TEXT = "Bão số 3"


@pytest.fixture(scope="module")
def stage() -> app.Stage:
    """The board on which the texts are set."""
    return app.stage_for(app.Wishes(), None, app.Content("file", "file", ()))


class Room:
    """A screenplay that plays, and what watches over it."""

    def __init__(self, stage: app.Stage, *, is_virtual: bool = False, every_s: float = 0.001) -> None:
        self.told: list[Order | SignboardError] = []
        self.screenplay = Screenplay([campaign()], MESSAGES, BOARD, HANOI)
        self.withholding = Withholding([self.screenplay], home_dir(), lambda _text: None)
        self.clock = FakeClock(OPEN_AT)
        self.ordering = Ordering(
            self.withholding, [stage], self.clock, self.told.append, is_virtual=is_virtual, every_s=every_s
        )

    def watch_until(self, holds: Callable[[], bool]) -> None:
        """Tick until it is so."""
        for _try in range(12_000):
            self.ordering.watch()
            if holds():
                return
            time.sleep(0.005)
        raise AssertionError(self.reason)

    @property
    def reason(self) -> Reason:
        """Of what is due at 06:00."""
        return self.screenplay.shot(OPEN_AT).cue.reason

    @property
    def text(self) -> str:
        """What is due at 06:00."""
        return self.screenplay.shot(OPEN_AT).text

    @property
    def codes(self) -> list[str]:
        """Of the errors that were told."""
        return [one.code for one in self.told if isinstance(one, SignboardError)]


def _bundle(stage: app.Stage, **more: str) -> Bundle:
    bundle = replace(text_bundle(URGENT, TEXT, stage), **more)  # type: ignore[arg-type]  # texts alone
    BundleShelf(home_dir()).save(bundle)
    return bundle


def _approved(bundle: Bundle) -> Given:
    with Store(app.store_path()) as store:
        store.add_approval(Approval(bundle.digest, "1/CĐ", date(2026, 11, 1), "Lê A", "an", AT))
    return Given(URGENT, AT, TEXT, bundle.digest)


def _keep(act: Given | Ending) -> None:
    keep_order(home_dir(), app.store_path(), act)


def test_what_was_ordered_before_holds_from_the_first_picture_on(stage: app.Stage) -> None:
    """No tick is needed; it is told."""
    _keep(DARK)
    room = Room(stage)

    assert room.reason is Reason.BLANKED
    assert room.told == [DARK.order]


def test_a_running_board_goes_dark_and_comes_back(stage: app.Stage) -> None:
    """By an order and its end; the order is told once."""
    room = Room(stage)
    with room.ordering:
        assert room.text == "static"
        _keep(DARK)
        room.watch_until(lambda: room.reason is Reason.BLANKED)
        _keep(Ending("dark", OPEN_AT, "an"))
        room.watch_until(lambda: room.text == "static")

    assert [one.id for one in room.told if isinstance(one, Order)] == ["dark"]


def test_an_order_is_over_at_its_instant(stage: app.Stage) -> None:
    """Nobody has to look for that."""
    _keep(DARK)
    room = Room(stage)
    end_at = DARK.order.until_at

    assert room.screenplay.shot(end_at - timedelta(microseconds=1)).is_dark
    assert not room.screenplay.shot(end_at).is_dark


def test_an_approved_text_is_shown_at_once(stage: app.Stage) -> None:
    """In the middle of a pass, with the pixels of this board."""
    room = Room(stage)
    with room.ordering:
        given = _approved(_bundle(stage))
        _keep(given)
        room.watch_until(lambda: room.text == TEXT)
        assert not room.screenplay.shot(OPEN_AT).is_dark


@pytest.mark.parametrize("kind", ["waiting", "unproved", "forged", "other_board"])
def test_a_text_without_a_proof_leaves_the_list_alone(stage: app.Stage, kind: str) -> None:
    """It waits; its approval is of nobody; it stands in the file alone; it was approved for another board."""
    if kind == "waiting":
        _keep(Given(URGENT, AT, TEXT))
    elif kind == "unproved":
        _keep(Given(URGENT, AT, TEXT, _bundle(stage).digest))
    elif kind == "forged":
        given = _approved(_bundle(stage))
        (home_dir() / "bundles" / "orders.json").write_bytes(write_acts([given]))
    else:
        _keep(_approved(_bundle(stage, board_id="elsewhere")))
    room = Room(stage)

    assert room.text == "static"
    told = {"unproved": ["order_not_approved"], "other_board": ["other_board"]}
    assert room.codes == told.get(kind, [])
    assert len(room.told) == len(room.codes)


def test_a_virtual_board_takes_a_text_for_another(stage: app.Stage) -> None:
    """Anything may be tried on it that somebody approved."""
    _keep(_approved(_bundle(stage, board_id="elsewhere")))

    assert Room(stage, is_virtual=True).text == TEXT


def test_a_withdrawn_text_leaves_while_it_is_shown(stage: app.Stage) -> None:
    """The list goes on."""
    _keep(_approved(_bundle(stage)))
    room = Room(stage)
    with room.ordering:
        assert room.text == TEXT
        keep_act(home_dir(), app.store_path(), Act(WITHDRAWN, AT, "an", TEXT))
        room.watch_until(lambda: room.text == "static")


def test_a_place_that_vanishes_takes_nothing_back(stage: app.Stage) -> None:
    """Neither the file nor the record lights a dark board again."""
    _keep(DARK)
    room = Room(stage)
    with room.ordering:
        (home_dir() / "bundles" / "orders.json").unlink()
        for path in home_dir().glob("signboard.sqlite3*"):
            path.unlink(missing_ok=True)  # a file beside the record goes when its reader does
        later = Given(replace(DARK.order, id="later"), AT)
        _keep(later)
        room.watch_until(lambda: any(isinstance(one, Order) and one.id == "later" for one in room.told))

        assert {"dark", "later"} <= {order.id for order in room.ordering.orders}


def test_a_record_that_cannot_be_read_keeps_a_proved_text(stage: app.Stage) -> None:
    """Nobody can say that it is not approved; another order, in the file, holds meanwhile."""
    _keep(_approved(_bundle(stage)))
    room = Room(stage)
    with room.ordering:
        for path in home_dir().glob("signboard.sqlite3*"):
            path.unlink(missing_ok=True)  # a file beside the record goes when its reader does
        app.store_path().mkdir()
        (home_dir() / "bundles" / "orders.json").write_bytes(
            write_acts([replace(DARK, order=replace(DARK.order, since_at=OPEN_AT + HOUR))])
        )
        room.watch_until(lambda: "dark" in {order.id for order in room.ordering.orders})

        assert room.text == TEXT


def test_a_screenplay_that_comes_later_lies_under_them_too(stage: app.Stage) -> None:
    """Before its first picture."""
    _keep(DARK)
    room = Room(stage)
    heir = Screenplay([campaign()], MESSAGES, BOARD, HANOI)
    room.withholding.follow([heir])
    room.ordering.watch()

    assert heir.shot(OPEN_AT).cue.reason is Reason.BLANKED


def test_earth_hour_is_there_without_an_order(stage: app.Stage) -> None:
    """As the settings say; it is not told."""
    room = Room(stage)

    assert "earth-hour-2027" in {order.id for order in room.screenplay.orders}
    assert room.told == []


def test_a_clock_that_is_set_orders_nothing(stage: app.Stage) -> None:
    """Other years' Earth hours come in sight, and nobody gave them."""
    room = Room(stage)
    with room.ordering:
        room.clock.set(OPEN_AT.replace(year=1973))
        room.watch_until(lambda: "earth-hour-1974" in {order.id for order in room.screenplay.orders})

    assert room.told == []
