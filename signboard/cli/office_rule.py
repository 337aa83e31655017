"""How many people an approval takes (`[approval] people`): the rule that is used stands in the record, its changes too.

A file named by `--config` does not soften what the settings of this home say.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from signboard.account import account_name
from signboard.campaign.approval import Approval
from signboard.cli.envelope import talk
from signboard.cli.people import ONE_PERSON
from signboard.errors import N_, RefusedError, SignboardError
from signboard.store.audit import Event
from signboard.store.submissions import given_note

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["PEOPLE_SET", "beside", "check_rule", "rule_changed", "rule_chosen", "rule_in", "tell_rule"]

PEOPLE_SET = "people_set"
"""Somebody changed how many people an approval takes."""


def check_rule(settings: Settings, config: Path | None) -> None:
    """Refuse a named file of settings by which one person may do what this home's own settings leave to two.

    Args:
        settings: that count.
        config: `--config`.

    Raises:
        RefusedError: `softer_rule`.
    """
    if settings.approval.people != ONE_PERSON:
        return
    own = _own_settings(config)
    if own is not None:
        raise RefusedError(
            N_(
                "The file of settings named for this call lets one person submit and approve, and {own} does not; "
                "leave the other file away, or change the rule there (people = 1 under [approval]): the record tells."
            ),
            code="softer_rule",
            own=str(own),
        )


def _own_settings(config: Path | None) -> Path | None:
    """This home's own file, where another one is used and this one asks for more than one person."""
    from signboard.settings import find_settings, load_settings  # noqa: PLC0415 - pydantic, which help does without

    places = {name: found for name, found in os.environ.items() if name != "SIGNBOARD_CONFIG"}
    used, own = find_settings(config), find_settings(None, places)
    if used is None or own is None or own.resolve() == used.resolve():
        return None
    try:
        return None if load_settings(own).approval.people == ONE_PERSON else own
    except SignboardError:
        return None  # settings that cannot be read ask for nothing


def rule_in(events: Iterable[Event]) -> int | None:
    """The rule that was written down last; None: none ever was."""
    found = [event.details.get("people") for event in events if event.event == PEOPLE_SET]
    return int(found[-1]) if found and isinstance(found[-1], int) else None


def rule_changed(settings: Settings, events: Iterable[Event], actor: str, at: datetime) -> list[Event]:
    """What the record has to be told before this rule is used for the first time; nothing where it knows.

    An office in which one person does both has to say so; where nothing is written down two people are asked for.
    """
    told = tuple(events)
    is_silent = settings.approval.people != ONE_PERSON and rule_in(told) is None
    return [] if is_silent else rule_chosen(settings, told, actor, at)


def rule_chosen(settings: Settings, events: Iterable[Event], actor: str, at: datetime) -> list[Event]:
    """What the record is told where somebody chose a rule (`setup --people`): each change, and the first choice."""
    people, before = settings.approval.people, rule_in(events)
    if people == before:
        return []
    details: dict[str, str | int | None] = {"people": people, "was": before}
    return [Event(settings.site.id, settings.board.id, at, actor, PEOPLE_SET, details)]


def beside(settings: Settings, approval: Approval, events: Iterable[Event]) -> list[Event]:
    """What goes into the record with an act that bears its own approval."""
    note = given_note(
        approval,
        account=account_name(),
        people=settings.approval.people,
        site_id=settings.site.id,
        board_id=settings.board.id,
    )
    return [note, *rule_changed(settings, events, approval.actor, approval.approved_at)]


def tell_rule(changed: Iterable[Event]) -> None:
    """Say that the rule is another one now."""
    for event in changed:
        if event.event != PEOPLE_SET:
            continue
        if event.details["people"] == ONE_PERSON:
            talk(
                N_(
                    "By the settings (people = 1 under [approval]) one person may submit and approve here; from now on "
                    "the record says so."
                )
            )
        else:
            talk(N_("By the settings an approval takes two people here; from now on the record says so."))
