"""Which list is in force, as the chain tells."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from approved import approve

from signboard.campaign.bundle import Bundle
from signboard.campaign.ordered import ORDERED
from signboard.store.approvals import APPROVED, UNDONE
from signboard.store.audit import Event
from signboard.store.chosen import (
    approvals_in_turn,
    has_stray_pointer,
    list_chosen,
    list_in_force,
    lists_in_turn,
    order_texts,
)
from signboard.store.shelf import BundleShelf

AT = datetime(2026, 10, 9, tzinfo=UTC)


def _event(kind: str, bundle: str, day: int = 0, instead: str = "") -> Event:
    return Event("", "", AT + timedelta(days=day), "B", kind, {"bundle": bundle, "instead": instead})


def test_the_chain_orders_and_no_clock() -> None:
    """What was approved last plays, also where its instant lies before the others'."""
    events = [_event(APPROVED, "a"), _event(APPROVED, "b", -2)]

    assert (lists_in_turn(events), list(approvals_in_turn(events))) == (("a", "b"), ["a", "b"])
    assert approvals_in_turn([*events, _event(APPROVED, "a", 1)]) == {"b": AT - timedelta(2), "a": AT + timedelta(1)}


def test_what_was_taken_back_returns_by_an_approval_alone() -> None:
    """And the one that was gone back to is the last."""
    events = [_event(APPROVED, "a"), _event(APPROVED, "b"), _event(UNDONE, "a", instead="b")]

    assert lists_in_turn(events) == ("a",)
    assert lists_in_turn([*events, _event(APPROVED, "b")]) == ("a", "b")


def test_the_text_of_an_order_is_no_list() -> None:
    """Its approval is for the order."""
    events = [_event(APPROVED, "a"), _event(APPROVED, "text"), _event(ORDERED, "text")]

    assert lists_in_turn(events) == ("a",)
    assert order_texts(events) == {"text"}


def test_the_pointer_counts_only_where_the_record_cannot_be_asked(tmp_path: Path) -> None:
    """Without a record no list is in force."""
    file, shelf = tmp_path / "signboard.sqlite3", BundleShelf(tmp_path)
    first, other = (shelf.save(Bundle("s", "b", (), name)) for name in "fg")
    shelf.set_current(other)
    alone = list_in_force(tmp_path, file), has_stray_pointer(tmp_path, file)
    approve(tmp_path, first)
    whole = list_in_force(tmp_path, file), has_stray_pointer(tmp_path, file)
    shelf.set_current(other)
    moved = list_chosen(file), list_in_force(tmp_path, file), has_stray_pointer(tmp_path, file)
    file.rename(tmp_path / "elsewhere")
    deleted = list_in_force(tmp_path, file)
    for path in tmp_path.glob("signboard.sqlite3*"):
        path.unlink()
    file.write_bytes(b"rubbish " * 1000)

    assert (alone, whole) == ((None, True), (first, False))
    assert moved == (first, first, True)
    assert deleted == other
    assert (list_in_force(tmp_path, file), has_stray_pointer(tmp_path, file)) == (other, False)
