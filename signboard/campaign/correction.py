"""Correction and withdrawal: which texts never play again, whatever list they come back in. Pure; see ADR 14.

Acts are kept for ever, in the order in which they were done, whatever a clock said meanwhile. A withdrawn sentence is
known again by its skeleton, so neither a missing mark nor other punctuation brings it back. A correction lets its new
text play, but never cancels a withdrawal of those words.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from signboard.campaign.campaign import Campaign
from signboard.campaign.skeleton import skeleton
from signboard.campaign.slogan import slogan_id
from signboard.errors import N_, InputError
from signboard.text.letters import letters_of

__all__ = ["CORRECTED", "WITHDRAWN", "Act", "Withdrawals", "read_acts", "write_acts"]

WITHDRAWN = "withdrawn"
CORRECTED = "corrected"
_KINDS = (WITHDRAWN, CORRECTED)
_SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody took a text off.

    Attributes:
        kind: `withdrawn`, or `corrected` where another text takes its place.
        at: when, an aware instant.
        actor: who entered it.
        text: that went.
        document: that orders it, as cited; may be empty for a withdrawal.
        new_text: that takes its place once it is approved; empty for a withdrawal.
    """

    kind: str
    at: datetime
    actor: str
    text: str
    document: str = ""
    new_text: str = ""


class Withdrawals:
    """What all acts come to.

    Args:
        acts: in the order in which they were done, some perhaps twice.
        proved: those of them that somebody really did, as the audit chain tells, in its order, which counts; None: all.
            The others take texts off, and bring none back.
    """

    def __init__(self, acts: Iterable[Act] = (), proved: Iterable[Act] | None = None) -> None:
        told = tuple(dict.fromkeys(acts))
        self.proved = told if proved is None else tuple(dict.fromkeys(proved))
        self.acts = _in_turn(told, self.proved)
        self._ids: dict[str, Act] = {}
        self._skeletons: dict[str, Act] = {}
        self._allowed: dict[str, str] = {}
        self._withdrawn: set[str] = set()
        for act in self.acts:
            self._take(act)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Withdrawals) and (self.acts, self.proved) == (other.acts, other.proved)

    def __hash__(self) -> int:
        return hash(self.acts)

    def _take(self, act: Act) -> None:
        bones = skeleton(act.text)
        self._ids[slogan_id(act.text)] = act
        if bones:
            self._skeletons[bones] = act
            self._allowed = {letters: key for letters, key in self._allowed.items() if key != bones}
        if act.kind == WITHDRAWN:
            self._withdrawn.add(letters_of(act.text))
        elif act in self.proved and letters_of(act.new_text) not in self._withdrawn:
            self._ids.pop(slogan_id(act.new_text), None)
            self._allowed[letters_of(act.new_text)] = skeleton(act.new_text)

    def act_on(self, text: str) -> Act | None:
        """The act that keeps this text off every board; None: it may play once it is approved."""
        exact = self._ids.get(slogan_id(text))
        if exact or letters_of(text) in self._allowed:
            return exact
        return self._skeletons.get(skeleton(text))

    def is_withdrawn(self, text: str) -> bool:
        """Was a text of these very words withdrawn once, so that no correction may name it as the new one?"""
        return letters_of(text) in self._withdrawn

    def less(self, campaigns: Iterable[Campaign]) -> tuple[Campaign, ...]:
        """The campaigns without the texts that were taken off; a campaign may be left without any."""
        return tuple(
            replace(one, slogans=tuple(slogan for slogan in one.slogans if self.act_on(slogan.text) is None))
            for one in campaigns
        )


def _in_turn(acts: Sequence[Act], proved: Sequence[Act]) -> tuple[Act, ...]:
    """By their place in the chain, never by a clock; the others where they stood among them."""
    places = {act: place for place, act in enumerate(proved)}
    keys: list[tuple[int, int]] = []
    reached = -1
    for number, act in enumerate(acts):
        reached = max(reached, places.get(act, reached))
        keys.append((places[act], -1) if act in places else (reached, number))
    return tuple(act for _key, act in sorted(zip(keys, acts, strict=True), key=lambda pair: pair[0]))


def write_acts(acts: Iterable[Act]) -> bytes:
    """As JSON, in order."""
    entries = [
        {
            "kind": act.kind,
            "at": act.at.isoformat(),
            "actor": act.actor,
            "text": act.text,
            "document": act.document,
            "new_text": act.new_text,
        }
        for act in Withdrawals(acts).acts
    ]
    content = {"schema_version": _SCHEMA_VERSION, "acts": entries}
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def read_acts(raw: bytes) -> tuple[Act, ...]:
    """The inverse of `write_acts`.

    Raises:
        InputError: `withdrawals_damaged`.
    """
    try:
        return tuple(_read(entry) for entry in json.loads(raw)["acts"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InputError(
            N_(
                "The list of withdrawn slogans is damaged; put back a backup of the folder bundles, or withdraw them "
                "again (signboard withdraw)."
            ),
            code="withdrawals_damaged",
        ) from error


def _read(entry: Mapping[str, object]) -> Act:
    kind, at, *texts = (entry[key] for key in ("kind", "at", "actor", "text", "document", "new_text"))
    if kind not in _KINDS or not isinstance(at, str) or not all(isinstance(text, str) for text in texts):
        raise TypeError(kind)
    instant = datetime.fromisoformat(at)
    if instant.tzinfo is None:
        raise ValueError(at)
    return Act(str(kind), instant, *map(str, texts))
