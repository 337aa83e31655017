"""`log`: the record, printed: who did what, when, by which document; and what stood on the board."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signboard.app import store_path
from signboard.cli import words
from signboard.cli.blocks import terminal_columns
from signboard.cli.call import this_call
from signboard.cli.envelope import report
from signboard.cli.kinds import full_day
from signboard.cli.table import table
from signboard.cli.writing import write_out
from signboard.errors import N_, InputError
from signboard.locale import _, fill, instant_text
from signboard.schedule.days import shift
from signboard.schedule.local import instant
from signboard.store.audit_copy import first_other_event
from signboard.store.connection import is_begun
from signboard.store.database import Store

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.cli.recorded import Entry
    from signboard.settings import Settings
    from signboard.store.audit import Event

__all__ = ["command"]

_ALTERED = 6
_FIRST_DAY, _LAST_DAY = date(1, 1, 2), date(9999, 12, 30)
_HEAD = (N_("what kind"), N_("number"), N_("from"), N_("until"), N_("who"), N_("what"), N_("details"))


@words.command(
    "log",
    summary=N_(
        "Print the record: who did what, when, by which document, and the digest that a copy on paper is compared by; "
        "with --showings what stood on the board, too. Exit code 6 where the record was altered."
    ),
    examples=("signboard log --from 15/11/2026", "signboard log --showings --out so-ghi.csv"),
)
@words.option("--from", "first", metavar=N_("DAY"), help=N_("First day, such as 15/11/2026."))
@words.option("--to", "last", metavar=N_("DAY"), help=N_("Last day, included."))
@words.option("--showings", "with_showings", is_flag=True, help=N_("The rows of the play log, too."))
@words.option(
    "--out", type=click.Path(path_type=Path), metavar=N_("FILE"), help=N_("Write it as a table for Excel (.csv).")
)
def command(first: str | None, last: str | None, with_showings: bool, out: Path | None) -> int:
    """Print it."""
    from signboard.cli.recorded import csv_bytes  # noqa: PLC0415 - only this command needs it
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    settings = load_settings(this_call().config)
    span = _span(first, last, settings)
    if out is not None and out.suffix.lower() != ".csv":
        raise InputError(
            N_("'{name}' is no table for Excel; let its name end in .csv."), code="bad_suffix", name=out.name
        )
    found = _read(span, settings, with_showings=with_showings)
    if out is not None:
        write_out(csv_bytes(found.entries, [_(word) for word in _HEAD], settings.zone), out)
    report(_described(found, settings), "" if out else _text(found, settings), ok=found.is_whole)
    return 0 if found.is_whole else _ALTERED


@dataclass(frozen=True, slots=True)
class _Found:
    """What the record holds.

    Attributes:
        events: with their numbers.
        entries: events, then showings, as lines for people.
        broken: what was altered: a number by the board's name; the audit chain's own by an empty one.
        other: number of the first entry that the copy beside the record tells otherwise; None: they agree.
        digest: of the audit chain's last event.
        aside: files with chains that were put aside because the record did not go on from them.
    """

    events: Sequence[tuple[int, Event]]
    entries: Sequence[Entry]
    broken: dict[str, int]
    other: int | None
    digest: str
    aside: Sequence[str] = ()

    @property
    def is_whole(self) -> bool:
        """Was nothing altered?"""
        return not self.broken and self.other is None


def _span(first: str | None, last: str | None, settings: Settings) -> tuple[datetime, datetime]:
    first_day = full_day(first) if first else _FIRST_DAY
    last_day = full_day(last) if last else _LAST_DAY
    if last_day < first_day:
        raise InputError(N_("The last day is before the first one; correct --from or --to."), code="bad_span")
    return instant(first_day, 0, settings.zone), instant(shift(last_day, 1), 0, settings.zone)


def _read(span: tuple[datetime, datetime], settings: Settings, *, with_showings: bool) -> _Found:
    from signboard.cli.recorded import entry_of_event  # noqa: PLC0415 - only this command needs it

    if not is_begun(store_path()):  # a store is not made for the question
        return _Found((), (), {}, None, "")
    with Store(store_path()) as store:
        events = [
            (number, event) for number, event in enumerate(store.events(), 1) if span[0] <= event.happened_at < span[1]
        ]
        entries = [entry_of_event(number, event, settings.zone) for number, event in events]
        entries += _showings(store, span) if with_showings else ()
        boards = {board: store.first_broken_showing(board) for board in store.boards()} if with_showings else {}
        seqs = {"": store.first_broken_event(), **boards}
        broken, digest = {name: seq for name, seq in seqs.items() if seq}, store.last_digest()
    aside = sorted(path.name for path in store_path().parent.glob(f"{store_path().name}-audit.before-*"))
    return _Found(events, entries, broken, first_other_event(store_path()), digest, aside)


def _showings(store: Store, span: tuple[datetime, datetime]) -> Iterator[Entry]:
    from signboard.cli.recorded import entry_of_showing  # noqa: PLC0415 - only this command needs it

    for board in store.boards():
        yield from map(entry_of_showing, store.showings(board, *span))


def _described(found: _Found, settings: Settings) -> dict[str, object]:
    showings = [asdict(one) for one in found.entries if one.kind == "showing"]
    return {
        "events": [{"number": number, **asdict(event)} for number, event in found.events],
        "showings": [{key: one[key] for key in one if key != "kind"} for one in showings],
        "altered": found.broken,
        "copy_differs_from": found.other,
        "set_aside": list(found.aside),
        "digest": found.digest,
        "zone": str(settings.zone),
    }


def _text(found: _Found, settings: Settings) -> str:
    if not found.entries:
        return fill(N_("Nothing is recorded of these days."))
    head = ("", _(N_("when")), _(N_("who")), _(N_("what")))
    rows = [
        (str(one.number), instant_text(one.since_at, settings.zone), one.who, f"{one.what}: {one.details}".rstrip(": "))
        for one in found.entries
    ]
    return "\n".join([table(head, rows, terminal_columns()), *_seal(found)])


def _seal(found: _Found) -> Iterator[str]:
    for board, seq in found.broken.items():
        if board:
            yield fill(N_("The log of the board {board} was ALTERED at row {seq}."), board=board, seq=seq)
        else:
            yield fill(N_("The record was ALTERED at entry {seq}: nothing from there on is proved."), seq=seq)
    if found.other is not None:
        yield fill(
            N_(
                "The copy beside the record (signboard.sqlite3-audit) tells otherwise from entry {seq} on: one of the "
                "two was WRITTEN ANEW."
            ),
            seq=found.other,
        )
    for name in found.aside:
        yield fill(N_("The record does not go on from an earlier one; what is left of that lies in {file}."), file=name)
    yield fill(
        N_("The last digest is {digest}. Kept on paper, it shows whether the record was written anew."),
        digest=found.digest,
    )
