"""Orders lie in two places; a text plays only as it was approved."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from signboard.campaign.approval import Approval
from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.correction import WITHDRAWN, Act, Withdrawals
from signboard.campaign.order import BLANK, MOURNING, OVERRIDE, Order
from signboard.campaign.ordered import ENDED, ORDERED, Ending, Given, write_acts
from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.errors import RefusedError
from signboard.store.database import Store
from signboard.store.orders import Orders, keep_order, known_orders, proved_orders, standing_orders
from signboard.store.shelf import BundleShelf

AT = datetime(2026, 11, 20, 7, tzinfo=UTC)
DAY = date(2026, 11, 20)
DARK = Given(Order("dark", BLANK, AT, AT + timedelta(hours=9), actor="an"), AT)
TEXT = "Bão số 3"
BUNDLE = Bundle(
    "s",
    "b",
    (Campaign("text", "Khẩn", Period(DAY, DAY), (HourWindow(0, 1440),), (Slogan(TEXT),)),),
    "f" * 64,
)
URGENT = Given(Order("text", OVERRIDE, AT, AT + timedelta(hours=1), actor="an"), AT, TEXT, BUNDLE.digest)


def _file(home: Path) -> Path:
    return home / "s.sqlite3"


def _approve(home: Path) -> None:
    BundleShelf(home).save(BUNDLE)
    with Store(_file(home)) as store:
        store.add_approval(Approval(BUNDLE.digest, "1/CĐ", DAY, "Lê A", "an", AT))


def _obeyed(home: Path) -> Orders:
    return standing_orders(home, _file(home))


def _texts(home: Path) -> list[str]:
    return [one.text for order in _obeyed(home).orders for campaign in order.campaigns for one in campaign.slogans]


def test_both_places_have_both(tmp_path: Path) -> None:
    """The chain with place and person, the file beside the bundles; the end follows its order."""
    end = Ending("dark", AT + timedelta(hours=1), "bình", "CV 2")
    keep_order(tmp_path, _file(tmp_path), DARK, site_id="s", board_id="b")
    keep_order(tmp_path, _file(tmp_path), end)
    book, troubles = known_orders(tmp_path, _file(tmp_path))

    assert set(book.in_file) == set(book.in_chain) == {DARK, end}
    assert troubles == ()
    with Store(_file(tmp_path)) as store:
        first, second = store.events()
    assert (first.event, first.actor, first.site_id, first.board_id) == (ORDERED, "an", "s", "b")
    assert (second.event, second.actor) == (ENDED, "bình")


def test_nothing_is_made_for_the_question(tmp_path: Path) -> None:
    """An untouched home stays untouched."""
    assert _obeyed(tmp_path) == Orders()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("gone", ["s.sqlite3", "bundles/orders.json"])
def test_either_place_darkens(tmp_path: Path, gone: str) -> None:
    """A restored folder of bundles, or a log alone."""
    keep_order(tmp_path, _file(tmp_path), DARK)
    (tmp_path / gone).unlink()

    assert _obeyed(tmp_path).orders == (DARK.order,)


@pytest.mark.parametrize("damaged", ["s.sqlite3", "bundles/orders.json"])
def test_a_damaged_place_is_told_and_the_other_darkens(tmp_path: Path, damaged: str) -> None:
    """Nothing is lit because a file is broken."""
    keep_order(tmp_path, _file(tmp_path), DARK)
    for path in tmp_path.glob("s.sqlite3-*"):
        path.unlink()
    (tmp_path / damaged).write_bytes(b"rubbish " * 1000)
    found = _obeyed(tmp_path)

    assert found.orders == (DARK.order,)
    assert len(found.troubles) == 1


def test_an_approved_text_is_shown(tmp_path: Path) -> None:
    """With the campaign of its bundle."""
    _approve(tmp_path)
    keep_order(tmp_path, _file(tmp_path), URGENT)

    assert _obeyed(tmp_path).orders == (replace(URGENT.order, campaigns=BUNDLE.campaigns),)


def test_a_text_that_nobody_approved_is_not_shown(tmp_path: Path) -> None:
    """Though file and chain tell of the order; why is told."""
    BundleShelf(tmp_path).save(BUNDLE)
    keep_order(tmp_path, _file(tmp_path), URGENT)
    found = _obeyed(tmp_path)

    assert found.orders == ()
    assert [trouble.code for trouble in found.troubles] == ["order_not_approved"]


def test_a_forged_file_shows_nothing(tmp_path: Path) -> None:
    """An order for a text that is approved, written into the file alone."""
    _approve(tmp_path)
    (tmp_path / "bundles" / "orders.json").write_bytes(write_acts([URGENT]))

    assert _obeyed(tmp_path).orders == ()


def test_an_altered_bundle_shows_nothing(tmp_path: Path) -> None:
    """The digest is checked whenever it is read."""
    _approve(tmp_path)
    keep_order(tmp_path, _file(tmp_path), URGENT)
    path = tmp_path / "bundles" / f"{BUNDLE.digest}.json"
    path.write_bytes(path.read_bytes().replace("Bão".encode(), "Lũ".encode()))

    assert _texts(tmp_path) == []
    assert [trouble.code for trouble in _obeyed(tmp_path).troubles] == ["altered_bundle"]


def test_an_altered_chain_shows_nothing_and_still_darkens(tmp_path: Path) -> None:
    """What was altered proves no text; it may well darken."""
    _approve(tmp_path)
    keep_order(tmp_path, _file(tmp_path), URGENT)
    keep_order(tmp_path, _file(tmp_path), DARK)
    with sqlite3.connect(_file(tmp_path)) as raw:
        raw.execute("DROP TRIGGER audit_is_never_edited")
        raw.execute("UPDATE audit SET actor = 'eve' WHERE seq = 1")
    raw.close()

    assert [order.id for order in _obeyed(tmp_path).orders] == ["dark"]


def test_a_withdrawn_text_does_not_come_back(tmp_path: Path) -> None:
    """Neither by an override nor by a special day, which rests what it rests."""
    _approve(tmp_path)
    day = replace(URGENT, order=replace(URGENT.order, id="day", kind=MOURNING, rests="festive"))
    keep_order(tmp_path, _file(tmp_path), URGENT)
    keep_order(tmp_path, _file(tmp_path), day)
    book, _troubles = known_orders(tmp_path, _file(tmp_path))
    gone = Withdrawals([Act(WITHDRAWN, AT, "an", TEXT.upper())])

    assert proved_orders(book, gone, lambda _: BUNDLE.campaigns).orders == (day.order,)


def test_whoever_proves_texts_may_refuse_one(tmp_path: Path) -> None:
    """Such as one for another board; the reason is told."""

    def text_of(_given: Given) -> tuple[Campaign, ...]:
        raise RefusedError("another board", code="other_board")

    _approve(tmp_path)
    keep_order(tmp_path, _file(tmp_path), URGENT)
    book, _troubles = known_orders(tmp_path, _file(tmp_path))
    found = proved_orders(book, Withdrawals(), text_of)

    assert found.orders == ()
    assert [trouble.code for trouble in found.troubles] == ["other_board"]


def test_what_is_built_in_stands_beside(tmp_path: Path) -> None:
    """Shortened where somebody ended it."""
    earth = Order("earth-hour-2027", BLANK, AT, AT + timedelta(hours=1))
    assert standing_orders(tmp_path, _file(tmp_path), [earth]).orders == (earth,)
    keep_order(tmp_path, _file(tmp_path), Ending(earth.id, AT - timedelta(days=1), "an"))

    (left,) = standing_orders(tmp_path, _file(tmp_path), [earth]).orders
    assert not left.holds_at(AT)


def test_an_end_in_the_file_alone_lights_nothing(tmp_path: Path) -> None:
    """What is built in holds on, and it is told; the act itself ends it."""
    earth = Order("earth-hour-2027", BLANK, AT, AT + timedelta(hours=1))
    keep_order(tmp_path, _file(tmp_path), DARK)
    path = tmp_path / "bundles" / "orders.json"
    path.write_bytes(write_acts([DARK, Ending(earth.id, AT - timedelta(days=1), "x")]))
    found = standing_orders(tmp_path, _file(tmp_path), [earth])
    keep_order(tmp_path, _file(tmp_path), Ending(earth.id, AT - timedelta(hours=1), "an"))
    after = standing_orders(tmp_path, _file(tmp_path), [earth])

    assert found.orders[0] == earth
    assert [(trouble.code, trouble.fields["id"]) for trouble in found.troubles] == [("ending_unproved", earth.id)]
    assert not after.orders[0].holds_at(AT)
    assert after.troubles == ()
