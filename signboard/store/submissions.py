"""Submissions at rest: who asked for an approval, who refused it, read out of the audit chain."""

import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime

from signboard.campaign.approval import Approval
from signboard.campaign.skeleton import skeleton
from signboard.store.approvals import APPROVED
from signboard.store.audit import ACCOUNT, Event
from signboard.store.database import Store
from signboard.text.letters import compose, fold_lookalikes

__all__ = [
    "IDENTITY",
    "LOADED",
    "REJECTED",
    "SUBMITTED",
    "Person",
    "Submitted",
    "add_loading",
    "add_rejection",
    "add_submission",
    "asked_for",
    "given_note",
    "identity_note",
    "last_submission",
    "pending_submission",
    "person_of",
    "same_actor",
]

LOADED = "loaded"
SUBMITTED = "submitted"
REJECTED = "rejected"
IDENTITY = "identity_noted"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, as far as anybody knows.

    Attributes:
        name: that of the account, or what was typed behind `--as`; of a signer what stands on the paper.
        account: of the operating system; empty where nobody knows it.
    """

    name: str
    account: str = ""

    def is_same(self, other: "Person") -> bool:
        """Are they one person? Two who share an account are two where both gave a name of their own."""
        if same_actor(self.name, other.name):
            return True
        has_names = self.has_own_name and other.has_own_name
        crossed = [(self.name, other.account), (self.account, other.name)]
        pairs = crossed if has_names else [*crossed, (self.account, other.account)]
        return any(one and another and same_actor(one, another) for one, another in pairs)

    @property
    def has_own_name(self) -> bool:
        """Did somebody give a name that is not the account's?"""
        return not (self.account and same_actor(self.name, self.account))


@dataclass(frozen=True, slots=True)
class Submitted:
    """A request for approval.

    Attributes:
        bundle: digest of the list.
        actor: who asked.
        at: when, an aware instant.
        rejected: why it was refused since; None: it was not.
        people: everybody who ever asked for it, the last included.
        is_loaded: nobody asked; these are the people who loaded it.
    """

    bundle: str
    actor: str
    at: datetime
    rejected: str | None = None
    people: tuple[Person, ...] = ()
    is_loaded: bool = False

    def is_by(self, person: Person) -> bool:
        """Did this person ask for it, now or before?"""
        return any(one.is_same(person) for one in self.people)


def add_loading(store: Store, bundle: str, actor: str, at: datetime, *, site_id: str, board_id: str) -> None:
    """Note who loads a list, once for each person.

    Raises:
        SignboardError: `store_failed`, `disk_full`.
    """
    known = [one for one in store.events() if one.event == LOADED and one.details.get("bundle") == bundle]
    if all(event.actor != actor for event in known):
        store.add_event(Event(site_id, board_id, at, actor, LOADED, {"bundle": bundle}))


def add_submission(store: Store, bundle: str, actor: str, at: datetime, *, site_id: str, board_id: str) -> None:
    """Note who submits a list.

    Raises:
        SignboardError: `store_failed`, `disk_full`.
    """
    store.add_event(Event(site_id, board_id, at, actor, SUBMITTED, {"bundle": bundle}))


def add_rejection(  # noqa: PLR0913 - an event has so many parts
    store: Store, bundle: str, actor: str, at: datetime, reason: str, *, site_id: str, board_id: str
) -> None:
    """Note who refuses a list, and why.

    Raises:
        SignboardError: `store_failed`, `disk_full`.
    """
    store.add_event(Event(site_id, board_id, at, actor, REJECTED, {"bundle": bundle, "reason": reason}))


def identity_note(
    approval: Approval, submitted: Submitted | None, *, account: str, people: int, site_id: str, board_id: str
) -> Event:
    """What stands beside the approval of a list: who asked for it, whether one person did both, that nobody proved it.

    Where nobody asked for it, whoever approves it did.

    Args:
        approval: as entered.
        submitted: who asked.
        account: of who enters it.
        people: the office's rule, see `[approval] people`.
        site_id: where.
        board_id: on which board.
    """
    enters, signs = Person(approval.actor, account), Person(approval.signer)
    same = submitted is None or submitted.is_by(enters) or submitted.is_by(signs)
    told = _told(approval, submitted.actor if submitted else approval.actor, people, is_same=same)
    return Event(site_id, board_id, approval.approved_at, approval.actor, IDENTITY, told)


def given_note(approval: Approval, *, account: str, people: int, site_id: str, board_id: str) -> Event:
    """The same beside an act that bears its own approval: who gives it asks, and who signs approves."""
    same = Person(approval.actor, account).is_same(Person(approval.signer))
    told = _told(approval, approval.actor, people, is_same=same)
    return Event(site_id, board_id, approval.approved_at, approval.actor, IDENTITY, told)


def _told(approval: Approval, by: str, people: int, *, is_same: bool) -> dict[str, str | int | None]:
    return {
        "bundle": approval.bundle,
        "submitted_by": by,
        "same_person": "yes" if is_same else "no",
        "people": people,
        "identity": "not proved",
    }


def last_submission(store: Store, bundle: str) -> Submitted | None:
    """The last request for this list, with its refusal where one came after it."""
    found: Submitted | None = None
    for event in store.events():
        if event.details.get("bundle") == bundle:
            found = _after(found, event, bundle)
    return found


def asked_for(store: Store, bundle: str) -> Submitted | None:
    """As `last_submission`; where nobody submitted the list, who loaded it; None: nobody did either here."""
    submitted = last_submission(store, bundle)
    if submitted is not None:
        return submitted
    loaded = [one for one in store.events() if one.event == LOADED and one.details.get("bundle") == bundle]
    if not loaded:
        return None
    last = loaded[-1]
    return Submitted(bundle, last.actor, last.happened_at, people=tuple(map(person_of, loaded)), is_loaded=True)


def person_of(event: Event) -> Person:
    """Who did it; the account stands beside where it is another name."""
    return Person(event.actor, str(event.details.get(ACCOUNT) or event.actor))


def _after(found: Submitted | None, event: Event, bundle: str) -> Submitted | None:
    if event.event == SUBMITTED:
        before = found.people if found else ()
        return Submitted(bundle, event.actor, event.happened_at, people=(*before, person_of(event)))
    if event.event == REJECTED and found is not None:
        return replace(found, rejected=str(event.details.get("reason") or ""))
    return found


def pending_submission(store: Store) -> str | None:
    """Digest of the list that was submitted last, while nobody approved or refused it."""
    pending: str | None = None
    for event in store.events():
        bundle = event.details.get("bundle")
        if event.event == SUBMITTED:
            pending = str(bundle)
        elif event.event in {APPROVED, REJECTED} and bundle == pending:
            pending = None
    return pending


def same_actor(one: str, other: str) -> bool:
    """Are two names one person's?

    Case, blanks, punctuation, invisible characters and the way in which a letter is encoded make no other person; nor
    do missing marks, where one of the two is written without any, as names of accounts are (`tranthib`, Trần Thị B);
    nor do a family's names that one of the two leaves away (Lan, Trần Thị Lan).
    """
    words = [one.split(), other.split()]
    longer, shorter = sorted(words, key=len, reverse=True)
    return any(_is_one(" ".join(longer[left:]), " ".join(shorter)) for left in range(max(1, len(longer))))


def _is_one(one: str, other: str) -> bool:
    plain, other_plain = _letters(one), _letters(other)
    if plain == other_plain:
        return bool(plain) or one.split() == other.split()
    bones = skeleton(plain)
    return bones == skeleton(other_plain) and bones in {plain, other_plain}


def _letters(name: str) -> str:
    folded = compose(fold_lookalikes(unicodedata.normalize("NFKC", name)).casefold())
    return "".join(char for char in folded if char.isalnum())
