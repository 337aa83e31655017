"""Proof-reading one slogan: what a person should look at, and what must not reach a board. Changes nothing."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from signboard.errors import N_
from signboard.importers.result import Finding, Verdict
from signboard.text.letters import is_mark
from signboard.text.quotes import quotes_balanced
from signboard.text.years import anniversary_of, named_years

__all__ = ["LONGEST", "proof_read"]

LONGEST = 200
"""Characters; the longest single slogan of the official lists has 157, every line beyond 200 held several."""

_NEXT_ITEM = re.compile(r"[.;!…]\s+\d{1,2}[.)]\s*\S|;\s+\S")
_FIRST_PICTURE = "\u2600"
_LATIN = ("LATIN", "MODIFIER", "MASCULINE", "FEMININE")
_LETTER_MARK = re.compile(r"(?:[a-zđ][)]|\d{3,}[.)]|[ov]) ")


def proof_read(text: str) -> tuple[Finding, ...]:
    """All findings about a cleaned text, those that stop it first.

    Codes: `orphan_mark replacement private_character emoji anniversary` stop it; `foreign_letter stray_sign
    too_long joined quotes list_mark year_unclear` ask for a look; `year` is a note.
    """
    return tuple(finding for rule in _RULES for finding in rule(text))


def _named(character: str) -> dict[str, object]:
    return {"code_point": f"U+{ord(character):04X}", "name": unicodedata.name(character, "?")}


def _orphan_marks(text: str) -> Iterator[Finding]:
    for index, character in enumerate(text):
        if is_mark(character):
            yield Finding(
                "orphan_mark",
                Verdict.STOP,
                N_("The mark {code_point} ({name}) stands beside its letter at '{around}'; type the word again."),
                {**_named(character), "around": text[max(0, index - 6) : index + 7]},
            )
            return


def _strange_characters(text: str) -> Iterator[Finding]:
    told: set[str] = set()
    for character in text:
        code, template, verdict = _strangeness(character)
        if code and code not in told:
            told.add(code)
            yield Finding(code, verdict, template, {**_named(character), "character": character})


def _strangeness(character: str) -> tuple[str, str, Verdict]:
    if character == "\ufffd":
        return "replacement", N_("A letter was lost before (U+FFFD stands for it); type it again."), Verdict.STOP
    if character == "\u00ac":
        return (
            "stray_sign",
            N_("The sign {character} ({code_point}) is left from a web page's word division; delete it."),
            Verdict.LOOK,
        )
    category = unicodedata.category(character)
    if category in ("Co", "Cs", "Cn"):
        return (
            "private_character",
            N_("The character {code_point} means a picture in one font only, as of Wingdings; delete or retype it."),
            Verdict.STOP,
        )
    if _is_emoji(character, category):
        return (
            "emoji",
            N_("The picture {character} ({code_point} {name}) cannot be shown on a board; delete it."),
            Verdict.STOP,
        )
    if category.startswith("L") and not unicodedata.name(character, "LATIN").startswith(_LATIN):
        return (
            "foreign_letter",
            N_("The letter {character} ({code_point} {name}) is not Latin and may only look like one; type it again."),
            Verdict.LOOK,
        )
    return "", "", Verdict.OK


def _is_emoji(character: str, category: str) -> bool:
    return (category in ("So", "Sk") and character >= _FIRST_PICTURE) or "\ufe00" <= character <= "\ufe0f"


def _anniversary(text: str) -> Iterator[Finding]:
    stated = anniversary_of(text)
    if stated is not None and not stated.adds_up:
        yield Finding(
            "anniversary",
            Verdict.STOP,
            N_("{first} to {last} is {years} years, not {stated}; correct one of the numbers."),
            {
                "first": str(stated.first_year),
                "last": str(stated.last_year),
                "years": stated.last_year - stated.first_year,
                "stated": stated.stated,
            },
        )


def _length(text: str) -> Iterator[Finding]:
    if len(text) > LONGEST:
        yield Finding(
            "too_long",
            Verdict.LOOK,
            N_("It has {length} characters (up to {longest} are read at a glance); shorten it or split the line."),
            {"length": len(text), "longest": LONGEST},
        )


def _joined(text: str) -> Iterator[Finding]:
    if _NEXT_ITEM.search(text):
        yield Finding(
            "joined",
            Verdict.LOOK,
            N_("Several slogans seem to stand on one line; put each on its own line if they are."),
        )


def _quotes(text: str) -> Iterator[Finding]:
    if not quotes_balanced(text):
        yield Finding("quotes", Verdict.LOOK, N_("A quotation mark has no partner; delete it or add the other one."))


def _list_mark(text: str) -> Iterator[Finding]:
    if _LETTER_MARK.match(text):
        yield Finding(
            "list_mark",
            Verdict.LOOK,
            N_("It begins with '{mark}', which may be the number of the list; delete it if it is."),
            {"mark": text.partition(" ")[0]},
        )


def _years(text: str) -> Iterator[Finding]:
    years = named_years(text)
    if not years.certain:
        yield Finding(
            "year_unclear",
            Verdict.LOOK,
            N_("It names a year whose meaning is unclear; see whether it may play in the years shown."),
            {"years": ", ".join(map(str, years.playing))},
        )
    elif years.playing:
        yield Finding(
            "year",
            Verdict.OK,
            N_("It names a year and plays only in: {years}."),
            {"years": ", ".join(map(str, years.playing))},
        )


_RULES: tuple[Callable[[str], Iterator[Finding]], ...] = (
    _orphan_marks,
    _strange_characters,
    _anniversary,
    _length,
    _joined,
    _quotes,
    _list_mark,
    _years,
)
