"""Which lists were approved."""

from datetime import UTC, date, datetime, timedelta

import pytest

from signboard.app import store_path
from signboard.campaign.approval import Approval
from signboard.campaign.bundle import Bundle
from signboard.campaign.ordered import ORDERED
from signboard.cli.approved_lists import approvals_known, lists_in_turn, proof_of_list
from signboard.errors import RefusedError
from signboard.files import home_dir
from signboard.store.approvals import UNDONE
from signboard.store.audit import Event
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

AT = datetime(2026, 10, 9, tzinfo=UTC)


def _approve(bundle: str, day: int) -> None:
    with Store(store_path()) as store:
        store.add_approval(Approval(bundle, "1/KH", date(2026, 10, 9), "A", "B", AT + timedelta(days=day)))


def test_lists_come_in_the_order_of_their_last_approval() -> None:
    """The text of an order is none of them."""
    for day, bundle in enumerate(("a", "b", "text", "a")):
        _approve(bundle, day)
    with Store(store_path()) as store:
        store.add_event(Event("", "", AT, "B", ORDERED, {"bundle": "text"}))

    assert list(approvals_known().items()) == [("b", AT + timedelta(days=1)), ("a", AT + timedelta(days=3))]


def test_a_list_that_was_taken_back_is_nothing_to_fall_back_on() -> None:
    """Before it come the older ones; after another approval of it, it is one again."""
    for day, bundle in enumerate(("oldest", "older", "wrong")):
        _approve(bundle, day)
    with Store(store_path()) as store:
        store.add_event(Event("", "", AT, "B", UNDONE, {"bundle": "older", "instead": "wrong"}))

    assert lists_in_turn() == ("oldest", "older")
    assert list(approvals_known()) == ["oldest", "older", "wrong"]
    _approve("wrong", 4)
    assert lists_in_turn() == ("oldest", "older", "wrong")


def test_a_list_is_proved_by_its_approval() -> None:
    """Without one it is refused."""
    digest = BundleShelf(home_dir()).save(Bundle("site", "board", (), "f"))
    with pytest.raises(RefusedError) as caught:
        proof_of_list(digest)
    _approve(digest, 0)
    proof = proof_of_list(digest)

    assert caught.value.code == "not_approved"
    assert proof is not None
    assert proof.bundle == digest
