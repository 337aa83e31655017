"""A list approved behind the command line's back: the event in the chain, and the pointer beside it."""

from datetime import UTC, date, datetime
from pathlib import Path

from signboard.app import store_path
from signboard.campaign.approval import Approval
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

__all__ = ["approve"]


def approve(home: Path, digest: str) -> None:
    """By paper 87/KH of 9 October 2020, signed by A and entered by B."""
    paper = Approval(digest, "87/KH", date(2020, 10, 9), "A", "B", datetime(2020, 10, 9, 3, tzinfo=UTC))
    with Store(store_path(home)) as store:
        store.add_approval(paper)
    BundleShelf(home).set_current(digest)
