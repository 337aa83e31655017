"""From a chosen text to its slogans: parted, cleaned, proof-read, each change named."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import MOST_CHARACTERS, Origin, Slogan
from signboard.errors import N_
from signboard.manuscript.line_days import days_on_line
from signboard.manuscript.marker import marker_of, without_marker
from signboard.manuscript.proof import proof_read
from signboard.manuscript.result import Finding, Item, Verdict
from signboard.manuscript.split import is_starred, split_slogans
from signboard.text.clean import clean_line, tidy_line
from signboard.text.letters import letters_of
from signboard.text.years import named_years

__all__ = ["Draft", "finish", "with_duplicates"]

_ORDER = (
    *("encoding", "joined_lines", "split", "label_stripped", "nfc", "lookalike", "blanks"),
    *("number_stripped", "mark_stripped", "quotes_stripped", "end_stripped", "days_taken"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that was chosen.

    Attributes:
        text: tidied or as the file has it; may hold several slogans.
        raw: the line or cell as it stands in the file.
        origin: where it stands.
        source: the document that it is of.
        changes: what was done to it before.
        findings: about it, before it was read.
        period, windows: what its row or heading gives it.
    """

    text: str
    raw: str
    origin: Origin
    source: str = ""
    changes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    period: Period | None = None
    windows: tuple[HourWindow, ...] = ()


_PARTED = Finding(
    "parted",
    Verdict.LOOK,
    N_("It was parted at the signs * or | on its line; see whether each part is a slogan of its own."),
)


def finish(drafts: Iterable[Draft]) -> Iterator[Item]:
    """The slogans of chosen texts, in order; a text that holds list marks alone gives none."""
    for draft in drafts:
        tidied = tidy_line(draft.text)
        parts = split_slogans(tidied.text)
        changes = (*draft.changes, *((*tidied.changes, "split") if len(parts) > 1 else ()))
        for number, part in enumerate(parts):
            item = _item(replace(draft, text=part if len(parts) > 1 else draft.text, changes=changes))
            if item is not None:
                own = item if number == 0 else replace(item, findings=item.findings[len(draft.findings) :])
                yield replace(own, findings=(_PARTED, *own.findings)) if is_starred(tidied.text) else own


def _item(draft: Draft) -> Item | None:
    tidied = tidy_line(draft.text[:_MOST_READ])
    bare, more = without_marker(tidied.text, marker_of(tidied.text))
    own = days_on_line(bare)
    cleaned = clean_line(own.text)
    if not any(char.isalnum() for char in cleaned.text):
        return None
    changes = {*draft.changes, *tidied.changes, *more, *cleaned.changes, *own.changes}
    found = proof_read(cleaned.text)
    text = cleaned.text[:MOST_CHARACTERS].rstrip() if len(cleaned.text) > MOST_CHARACTERS else cleaned.text
    slogan = Slogan(text, draft.source, draft.origin, named_years(text).playing)
    ordered = tuple(sorted(changes, key=lambda change: _ORDER.index(change) if change in _ORDER else -1))
    findings = (*draft.findings, *own.findings, *found)
    return Item(slogan, draft.raw, ordered, findings, own.period or draft.period, own.windows or draft.windows)


_MOST_READ = 4 * MOST_CHARACTERS
"""Characters of one slogan that are looked at: what is longer is stopped for its length, whatever else it holds."""

_AGAIN = {
    "line": N_("Line {first} says the same; delete one of them."),
    "row": N_("Row {first} of '{part}' says the same; delete one of them."),
    "paragraph": N_("Paragraph {first} says the same; delete one of them."),
    "box": N_("Paragraph {first} in a text box says the same; delete one of them."),
}
_AGAIN_HERE = N_("The same slogan stands here twice; delete one of them.")


def with_duplicates(items: Sequence[Item]) -> tuple[Item, ...]:
    """Items with a finding at each that says the same as one before, whatever its punctuation and case."""
    seen: dict[str, Origin | None] = {}
    return tuple(_marked(item, seen) for item in items)


def _marked(item: Item, seen: dict[str, Origin | None]) -> Item:
    key = letters_of(item.slogan.text) or item.slogan.text
    here = item.slogan.origin
    if key not in seen:
        seen[key] = here
        return item
    first = seen[key]
    fields: dict[str, object] = {"first": first.line, "part": first.part} if first else {}
    template = _AGAIN_HERE if first is None or first == here else _AGAIN.get(first.kind, _AGAIN["paragraph"])
    return replace(item, findings=(*item.findings, Finding("duplicate", Verdict.LOOK, template, fields)))
