"""The list as people number it: every slogan of what is loaded or approved, with what became of it."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from signboard.app import store_path
from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.correction import WITHDRAWN, Act, Withdrawals
from signboard.campaign.slogan import Slogan
from signboard.errors import N_, InputError, RefusedError
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import known_withdrawals

__all__ = ["Entry", "Listing", "State", "listing"]

_LONGEST_NUMBER = 4
_SHORTEST_PREFIX = 4


class State(enum.Enum):
    """What became of a slogan; values are the stable codes of `--json`."""

    APPROVED = "approved"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Entry:
    """One slogan of the list.

    Attributes:
        number: from 1, in the order of the list, those that were taken off included.
        act: that took it off; None while it may play.
    """

    number: int
    campaign: Campaign
    slogan: Slogan
    state: State
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The list.

    Attributes:
        entries: all slogans.
        loaded, current: the bundles behind it; None where there is none.
        withdrawals: what is known of texts that were taken off.
    """

    entries: tuple[Entry, ...]
    loaded: Bundle | None
    current: Bundle | None
    withdrawals: Withdrawals

    def find(self, asked: str) -> Entry:
        """The entry with this number, or whose id begins so.

        Raises:
            RefusedError: `nothing_loaded`.
            InputError: `no_such_slogan`, `several_slogans`.
        """
        if not self.entries:
            raise RefusedError(
                N_("Nothing is loaded, so there is nothing to change; load the slogans first (signboard load FILE)."),
                code="nothing_loaded",
            )
        if asked.isdecimal() and len(asked) <= _LONGEST_NUMBER:
            found = [entry for entry in self.entries if entry.number == int(asked)]
        else:
            found = [entry for entry in self.entries if _begins(entry.slogan, asked)]
        if not found:
            raise InputError(
                N_("There is no slogan {asked} in the list of {count}; see the numbers by signboard slogans."),
                code="no_such_slogan",
                asked=asked,
                count=len(self.entries),
            )
        if len({entry.slogan.id for entry in found}) > 1:
            raise InputError(
                N_("Several slogans begin with {asked}; write more of the id, or the number (signboard slogans)."),
                code="several_slogans",
                asked=asked,
            )
        return found[0]


def _begins(slogan: Slogan, asked: str) -> bool:
    return len(asked) >= _SHORTEST_PREFIX and slogan.id.startswith(asked.lower())


def listing(home: Path) -> Listing:
    """What was loaded last, else what is approved; nothing where only the shipped campaign is there.

    Raises:
        SignboardError: a bundle cannot be read.
    """
    shelf = BundleShelf(home)
    loaded, current = (shelf.load(digest) if digest else None for digest in (shelf.loaded(), shelf.current()))
    withdrawals, _troubles = known_withdrawals(home, store_path(home))
    approved = {slogan.id for campaign in (current.campaigns if current else ()) for slogan in campaign.slogans}
    shown: Sequence[Campaign] = (loaded or current).campaigns if loaded or current else ()  # type: ignore[union-attr]  # one of them is
    pairs = [(campaign, slogan) for campaign in shown for slogan in campaign.slogans]
    entries = []
    for number, (campaign, slogan) in enumerate(pairs, 1):
        act = withdrawals.act_on(slogan.text)
        entries.append(Entry(number, campaign, slogan, _state(act, is_approved=slogan.id in approved), act))
    return Listing(tuple(entries), loaded, current, withdrawals)


def _state(act: Act | None, *, is_approved: bool) -> State:
    if act is None:
        return State.APPROVED if is_approved else State.WAITING
    return State.WITHDRAWN if act.kind == WITHDRAWN else State.CORRECTED
