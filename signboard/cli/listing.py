"""The list as people number it: what the board plays, then what waits beside it, with what became of each slogan."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from signboard.app import store_path
from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.correction import WITHDRAWN, Act, Withdrawals
from signboard.campaign.slogan import Slogan
from signboard.errors import N_, InputError, RefusedError
from signboard.store.chosen import list_in_force
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import known_withdrawals
from signboard.text.letters import letters_of

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
        number: from 1, those that were taken off included; of what is approved in its order, whatever is loaded later.
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
        entries: those of the approved list, then those that stand in the list loaded last alone.
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

    def twin(self, entry: Entry, text: str) -> Entry | None:
        """Another slogan that says the same and stands, not taken off, in a list that holds this one, too."""
        letters = letters_of(text)
        beside: set[str] = set()
        for bundle in (self.loaded, self.current):
            ids = {slogan.id for _campaign, slogan in _pairs(bundle)}
            beside |= ids if entry.slogan.id in ids else set()
        others = (one for one in self.entries if one.act is None and one.slogan.id in beside - {entry.slogan.id})
        return next((one for one in others if letters_of(one.slogan.text) == letters), None)


def _begins(slogan: Slogan, asked: str) -> bool:
    return len(asked) >= _SHORTEST_PREFIX and slogan.id.startswith(asked.lower())


def listing(home: Path) -> Listing:
    """What is approved and what was loaded last; nothing where only the shipped campaign is there.

    Raises:
        SignboardError: a bundle cannot be read.
    """
    shelf = BundleShelf(home)
    loaded, current = (
        shelf.load(digest) if digest else None for digest in (shelf.loaded(), list_in_force(home, store_path(home)))
    )
    withdrawals, _troubles = known_withdrawals(home, store_path(home))
    approved = {slogan.id for _campaign, slogan in _pairs(current)}
    waiting = [(campaign, slogan) for campaign, slogan in _pairs(loaded) if slogan.id not in approved]
    entries = []
    for number, (campaign, slogan) in enumerate([*_pairs(current), *waiting], 1):
        act = withdrawals.act_on(slogan.text)
        entries.append(Entry(number, campaign, slogan, _state(act, is_approved=slogan.id in approved), act))
    return Listing(tuple(entries), loaded, current, withdrawals)


def _pairs(bundle: Bundle | None) -> Iterator[tuple[Campaign, Slogan]]:
    return ((campaign, slogan) for campaign in (bundle.campaigns if bundle else ()) for slogan in campaign.slogans)


def _state(act: Act | None, *, is_approved: bool) -> State:
    if act is None:
        return State.APPROVED if is_approved else State.WAITING
    return State.WITHDRAWN if act.kind == WITHDRAWN else State.CORRECTED
