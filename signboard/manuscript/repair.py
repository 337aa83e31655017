"""Repair: a line with the proposals that a person said yes to. The line as it stood stays in `raw`."""

from collections.abc import Sequence
from dataclasses import replace

from signboard.manuscript.official import CODES
from signboard.manuscript.proof import proof_read
from signboard.manuscript.result import Finding, Item, Verdict
from signboard.text.clean import tidy_line
from signboard.text.years import named_years

__all__ = ["ACCEPTED", "has_proposal", "repaired"]

ACCEPTED = "accepted"
"""The change's code."""
_FIRST = ("withdrawn", "recalled", "library_differs")
"""Codes whose sentence goes before others."""
_SIDE_BY_SIDE = ("emoji", "hashtag")
"""Codes whose places may overlap, so that one yes takes two turns: `cháy 🔥 #pccc`."""
_FOUND_AGAIN = CODES | {"mixed_spelling", "agency", "stale_year", "near_duplicate"}
"""Codes of findings that others make again once the text is another."""


def has_proposal(item: Item) -> bool:
    """Is there something to say yes to? A note's proposal is one only for who asks for that very line."""
    return any(finding.proposal and finding.verdict is not Verdict.OK for finding in item.findings)


def repaired(item: Item, judged: Item) -> Item:
    """The item with every proposal in it; the item itself where there is none.

    A proposal for the whole sentence goes before those for a word; of words that overlap the first is repaired.

    Args:
        item: as imported.
        judged: the same with all findings.
    """
    text = _with_proposals(judged.slogan.text, judged.findings)
    if text != judged.slogan.text:
        text = _with_proposals(text, [one for one in proof_read(text) if one.code in _SIDE_BY_SIDE])
    if text in ("", item.slogan.text):
        return item
    before = proof_read(item.slogan.text)
    kept = [one for one in item.findings if one not in before and one.code not in _FOUND_AGAIN]
    slogan = replace(item.slogan, text=text, years=named_years(text).playing)
    return replace(item, slogan=slogan, changes=(*item.changes, ACCEPTED), findings=(*kept, *proof_read(text)))


def _with_proposals(text: str, findings: Sequence[Finding]) -> str:
    proposals = [one for one in findings if one.proposal]
    whole = [one for one in proposals if one.place is None]
    if whole:
        best = min(whole, key=lambda one: _FIRST.index(one.code) if one.code in _FIRST else len(_FIRST))
        return tidy_line(best.proposal).text
    end = len(text) + 1
    for start, stop, proposal in sorted(_places(proposals), reverse=True):
        if stop <= end:
            text, end = text[:start] + proposal + text[stop:], start
    return tidy_line(text).text


def _places(proposals: Sequence[Finding]) -> set[tuple[int, int, str]]:
    return {(*one.place, one.proposal) for one in proposals if one.place is not None}
