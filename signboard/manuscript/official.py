"""A clerk's lines beside the library of official slogans: what was meant, what was recalled, what was used before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from signboard.campaign.library import Kinship, Library, Match, Recalled
from signboard.campaign.skeleton import skeleton
from signboard.errors import N_
from signboard.manuscript.result import Finding, Item, Verdict
from signboard.text.letters import letters_of

__all__ = ["CODES", "beside_library", "with_near_repeats"]

CODES = frozenset({"library_differs", "library_near", "official", "recalled", "reused"})
"""Of the findings made here about one line."""
_TOLD = ("duplicate", "near_duplicate")


def beside_library(items: Sequence[Item], library: Library, today: date) -> tuple[Item, ...]:
    """Items with what the library knows of each.

    Codes: `recalled` stops a line; `library_differs`, for a look: marks or letters differ from an official sentence;
    `library_near` (a letter or two, all words good), `official` and `reused` (its last year is over) are notes. Each
    has the sentence as its proposal where the line is another.

    Args:
        items: of one file.
        library: see `signboard.campaign.library`.
        today: the day on the wall.
    """
    return tuple(_beside(item, library, today) for item in items)


def _beside(item: Item, library: Library, today: date) -> Item:
    text = item.slogan.text
    recall = library.recall_of(text)
    match = library.look(text)
    found = [_recalled(recall)] if recall else list(_of(match, today)) if match else []
    known = item.findings
    if match and match.kinship is Kinship.SAME:
        known = tuple(one for one in known if one.code != "cut_off")
    return replace(item, findings=(*known, *found)) if found else item


def _recalled(recall: Recalled) -> Finding:
    template = (
        N_("Recalled by {document}: it has to read '{proposal}'.")
        if recall.instead
        else N_("Recalled by {document}, and nothing takes its place; delete it.")
    )
    fields = {"document": recall.citation, "proposal": recall.instead}
    return Finding("recalled", Verdict.STOP, template, fields, None, recall.instead)


def _of(match: Match, today: date) -> Iterator[Finding]:
    official = match.official
    fields: dict[str, object] = {"document": official.citation, "proposal": official.text}
    if match.kinship is Kinship.SAME:
        is_past = bool(official.years) and max(official.years) < today.year
        template = N_("Used before: {document}, {years}.") if is_past else N_("Official: {document}.")
        years = ", ".join(map(str, official.years[-1:]))
        yield Finding("reused" if is_past else "official", Verdict.OK, template, {**fields, "years": years})
    elif match.kinship is Kinship.NEAR:
        template = N_("Nearly an official sentence: '{proposal}' ({document}).")
        yield Finding("library_near", Verdict.OK, template, fields, None, official.text)
    elif match.kinship in (Kinship.WORD, Kinship.BEGINNING):
        template = (
            N_("One word away from the official sentence '{proposal}' ({document}); see whether it says what is meant.")
            if match.kinship is Kinship.WORD
            else N_("The official sentence goes on: '{proposal}' ({document}); see whether its end is missing.")
        )
        yield Finding("library_differs", Verdict.LOOK, template, fields, None, official.text)
    elif match.kinship is Kinship.MARKS:
        template = N_("'{found}' where the official sentence writes '{meant}' ({document}).")
        said = {
            "found": ", ".join(word.found for word in match.words),
            "meant": ", ".join(word.meant for word in match.words),
        }
        yield Finding("library_differs", Verdict.LOOK, template, {**fields, **said}, None, official.text)
    else:
        template = N_("It seems to be a damaged copy of the official sentence '{proposal}' ({document}).")
        yield Finding("library_differs", Verdict.LOOK, template, fields, None, official.text)


def with_near_repeats(items: Sequence[Item]) -> tuple[Item, ...]:
    """Items with a finding at each that says what one before it says, where nobody has told so yet.

    Importers tell of equal letters (`duplicate`); this tells of equal skeletons, and of lines that became equal by an
    accepted proposal. The code is `near_duplicate`, its field `first` the number of the other item, from 1.
    """
    seen: dict[str, int] = {}
    judged: list[Item] = []
    for number, item in enumerate(items, 1):
        key = skeleton(item.slogan.text)
        first = seen.setdefault(key, number) if key else number
        is_told = any(finding.code in _TOLD for finding in item.findings)
        judged.append(item if first == number or is_told else _repeats(item, first, items[first - 1]))
    return tuple(judged)


def _repeats(item: Item, first: int, other: Item) -> Item:
    same = letters_of(item.slogan.text) == letters_of(other.slogan.text)
    template = (
        N_("No. {first} says the same; delete one of them.")
        if same
        else N_("No. {first} says the same with other marks; delete one of them.")
    )
    finding = Finding("near_duplicate", Verdict.LOOK, template, {"first": first})
    return replace(item, findings=(*item.findings, finding))
