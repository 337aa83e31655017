"""The record as lines for people: what each event of the audit chain says, and rows of the play log beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from signboard.cli.recorded_words import details_text, evidence_text, reason_text, trust_text
from signboard.errors import N_
from signboard.locale import _
from signboard.playlog.showing import Showing
from signboard.store.audit import Event
from signboard.text.visible import visible

__all__ = ["Entry", "csv_bytes", "entry_of_event", "entry_of_showing", "event_text"]

_EVENTS = {
    "approved": N_("approved"),
    "loaded": N_("loaded"),
    "submitted": N_("submitted for approval"),
    "people_set": N_("how many people an approval takes was chosen"),
    "rejected": N_("refused"),
    "identity_noted": N_("noted beside an approval: nobody proved who he is"),
    "withdrawn": N_("withdrawn"),
    "corrected": N_("corrected"),
    "undone": N_("went back to a list approved before"),
    "ordered": N_("ordered"),
    "order_ended": N_("order ended"),
    "pointer_mended": N_("the file that names the approved list named another one, and was written anew"),
    "bundle_barred": N_("a list barred after break-downs"),
    "backed_up": N_("backup made"),
    "restored": N_("backup brought back"),
    "answered": N_("a question of check answered"),
    "clock_set": N_("the clock was set"),
    "clock_trust": N_("trust in the clock changed"),
    "clock_lowered": N_("the floor of the clock lowered"),
    "clock_word": N_("somebody said that the clock is right"),
    "log_gap": N_("rows of the log are missing"),
    "log_damaged": N_("the log was damaged"),
    "log_salvaged": N_("rows brought over from a damaged log"),
    "log_replaced": N_("a deleted log file brought back"),
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record.

    Attributes:
        kind: `event` or `showing`.
        number: in its chain, from 1.
        since_at, until_at: aware instants; an event has no end.
        who: the actor of an event, the board of a showing.
        what: in words.
        details: the rest in words.
    """

    kind: str
    number: int
    since_at: datetime
    until_at: datetime | None
    who: str
    what: str
    details: str


def event_text(event: str) -> str:
    """What such an event is, in the language spoken now."""
    return _(_EVENTS[event]) if event in _EVENTS else event


def entry_of_event(number: int, event: Event, zone: tzinfo) -> Entry:
    """An event, with every document that it names."""
    details = details_text(event.details, zone)
    return Entry("event", number, event.happened_at, None, visible(event.actor), event_text(event.event), details)


def entry_of_showing(showing: Showing) -> Entry:
    """A row of the play log: what stood on the board, from when to when, and how well it is proved."""
    proof = (evidence_text(showing.evidence), trust_text(showing.trust))
    told = [*proof, reason_text(showing.reason), showing.frame_digest[:12]]
    what = visible(showing.text) or _(N_("dark"))
    details = "; ".join([*told, _(N_("cut off"))] if showing.is_cut else told)
    return Entry("showing", showing.seq, showing.since_at, showing.until_at, visible(showing.board_id), what, details)


def csv_bytes(entries: Iterable[Entry], head: Sequence[str], zone: tzinfo) -> bytes:
    """As a table that Excel opens: UTF-8 with its mark, and no cell that a sheet would reckon with."""
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(head)
    for one in entries:
        span = (one.since_at, one.until_at)
        since, until = (at.astimezone(zone).isoformat(" ", "seconds")[:19] if at else "" for at in span)
        cells = (one.kind, str(one.number), since, until, one.who, one.what, one.details)
        rows.writerow([_harmless(cell) for cell in cells])
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _harmless(cell: str) -> str:
    """With a leading apostrophe where a sheet would take the cell for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
