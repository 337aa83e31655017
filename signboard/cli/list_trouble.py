"""Why the approved list does not play, or will not at the next start: what `run` does about it, and `status` tells."""

from __future__ import annotations

from datetime import datetime

from signboard.app import store_path
from signboard.cli.approved_lists import approvals_known, lists_in_turn
from signboard.clock import SystemClock
from signboard.errors import SignboardError
from signboard.files import home_dir
from signboard.health.status import BARRED, DAMAGED, TORN_POINTER
from signboard.service.diary import Diary
from signboard.store.chosen import has_stray_pointer, list_in_force
from signboard.store.shelf import BundleShelf

__all__ = ["UNREADABLE", "approvals_readable", "list_trouble", "list_wanted", "lists_readable"]

UNREADABLE = ("altered_bundle", "no_such_bundle", "home_unusable")
"""Codes of a list whose file does not give it back: the one approved before it plays."""


def approvals_readable() -> dict[str, datetime]:
    """As `approvals_known`; none where the log cannot be read now: a gate says why, and a virtual board needs none."""
    try:
        return approvals_known()
    except SignboardError:
        return {}  # see above


def lists_readable() -> tuple[str, ...]:
    """As `lists_in_turn`; none where the log cannot be read now."""
    try:
        return lists_in_turn()
    except SignboardError:
        return ()  # as above


def list_wanted() -> str | None:
    """The list in force."""
    return list_in_force(home_dir(), store_path())


def list_trouble(board_id: str) -> str:
    """Why the approved list of a line does not play, or will not at the next start; empty: it does.

    Args:
        board_id: of the line's first board, whose journal of starts counts.
    """
    shelf, current = BundleShelf(home_dir()), list_wanted()
    if has_stray_pointer(home_dir(), store_path()):
        return TORN_POINTER
    if current is None:
        return ""
    try:
        shelf.load(current)
    except SignboardError as error:
        return DAMAGED if error.code in UNREADABLE else ""
    diary = Diary(home_dir() / "run" / f"{board_id}.json", SystemClock())
    return BARRED if diary.has_bars and current in diary.barred(approvals_readable()) else ""
