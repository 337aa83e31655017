"""What lines are held against beside the proof-reader: the library, other files, what was withdrawn, and today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from signboard import app
from signboard.campaign.correction import CORRECTED, Withdrawals
from signboard.campaign.library import Library
from signboard.campaign.skeleton import skeleton
from signboard.cli.official import shipped_library
from signboard.clock import SystemClock
from signboard.errors import N_
from signboard.files import home_dir, schedules_dir
from signboard.manuscript.official import beside_library, with_near_repeats
from signboard.manuscript.proof import proof_today
from signboard.manuscript.result import Finding, Item, Verdict
from signboard.store.withdrawals import known_withdrawals
from signboard.text.agencies import Agency, parse_agencies
from signboard.text.letters import letters_of

__all__ = ["Judges", "judged_items"]


@dataclass(frozen=True, slots=True)
class Judges:
    """Everything that a line is held against.

    Attributes:
        today_day: at the board's place.
        library: official slogans.
        agencies: offices that exist no more.
        withdrawals: texts that never play again.
    """

    today_day: date
    library: Library
    agencies: tuple[Agency, ...]
    withdrawals: Withdrawals

    @classmethod
    def today(cls, stage: app.Stage) -> Judges:
        """Those of this computer, now."""
        today_day = SystemClock().now().astimezone(stage.settings.zone).date()
        file = schedules_dir() / "words" / "agencies.toml"
        agencies = parse_agencies(app.read_file(file), file.name)
        home = home_dir()
        withdrawals, _troubles = known_withdrawals(home, app.store_path(home))
        return cls(today_day, shipped_library(), agencies, withdrawals)


def judged_items(items: Sequence[Item], before: Sequence[Item], judges: Judges) -> tuple[Item, ...]:
    """Items of one file with all findings that need more than their own line.

    Args:
        items: as imported.
        before: the items of the files before, for repeats.
        judges: what they are held against.
    """
    found = beside_library(items, judges.library, judges.today_day)
    found = with_near_repeats([*before, *_compared(found, before)])[len(before) :]
    found = tuple(_withdrawn(item, judges.withdrawals) for item in found)
    return proof_today(found, judges.today_day, judges.agencies)


def _compared(items: Sequence[Item], before: Sequence[Item]) -> tuple[Item, ...]:
    """With a finding at each line that says the same as a line of a file before."""
    seen: dict[str, Item] = {}
    for item in before:
        seen.setdefault(letters_of(item.slogan.text) or item.slogan.text, item)
    return tuple(_repeated(item, seen.get(letters_of(item.slogan.text) or item.slogan.text)) for item in items)


def _repeated(item: Item, first: Item | None) -> Item:
    origin = first.slogan.origin if first else None
    if origin is None:
        return item
    template = N_("Line {first} of {file} says the same; delete one of them.")
    finding = Finding("duplicate", Verdict.LOOK, template, {"first": origin.line, "file": origin.file})
    return replace(item, findings=(*item.findings, finding))


def _withdrawn(item: Item, withdrawals: Withdrawals) -> Item:
    act = withdrawals.act_on(item.slogan.text)
    if act is None:
        return item
    fields: dict[str, object] = {"date": act.at.date(), "document": act.document or "-", "proposal": act.new_text}
    if act.kind == CORRECTED and skeleton(act.new_text):
        template = N_("Corrected on {date} ({document}): it has to read '{proposal}'.")
    elif not act.document:
        template = N_("Withdrawn on {date} (no document was named): it never plays again; delete it.")
    else:
        template = N_("Withdrawn on {date} ({document}): it never plays again; delete it.")
    finding = Finding("withdrawn", Verdict.STOP, template, fields, None, act.new_text)
    return replace(item, findings=(*item.findings, finding))
