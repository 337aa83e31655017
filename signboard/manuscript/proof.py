"""Proof-reading one slogan: what a person should look at, and what must not reach a board. Changes nothing."""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from signboard.campaign.slogan import MOST_CHARACTERS
from signboard.errors import N_
from signboard.manuscript.result import Finding, Item, Verdict
from signboard.text.agencies import Agency, agency_remarks
from signboard.text.contacts import contact_remarks
from signboard.text.letters import LOOKALIKE, is_mark
from signboard.text.quotes import unpaired_quote
from signboard.text.remark import Remark
from signboard.text.spelling import spelling_remarks
from signboard.text.tonestyle import mixed_spelling
from signboard.text.years import anniversary_of, named_years

__all__ = ["LONGEST", "ends_open", "is_stopped", "proof_read", "proof_today", "proof_together"]

LONGEST = 200
"""Characters; the longest single slogan of the official lists has 157, every line beyond 200 held several."""

_NEXT_ITEM = re.compile(r"[.;!…]\s+\d{1,2}[.)]\s*\S|;\s+\S|\s[*|]\s+(?=[^\W\d_])")
_FIRST_PICTURE = "\u2600"
_BLANK_BEFORE_STOP = re.compile(r"\s+(?=[!.,;:?])")
_LATIN = ("LATIN", "MODIFIER", "MASCULINE", "FEMININE")
_CUT = re.compile(
    r"(?:^|\s)(và|(?<!tiền )của|cho|để|với|là|vì|trong|các|những|trên|tại|bằng|từ|(?<!làm )(?<!noi )theo|"
    r"hoặc|mà|nhằm|về|(?<!tự )do|khi|nếu)[\s.\u2026]*$"
    r"|([,(\u2013\-])$",
    re.IGNORECASE,
)
"""Words that join something to what follows; no sentence ends with one, but with `tự do`, `làm theo`, `tiền của`."""
_HASHTAGS = re.compile(r"(?<!\S)(\S+)(?:\s+#[^\W\d]\w*)+\s*$")
_LETTER_MARK = re.compile(r"(?:[a-zđ][)]|\d{3,}[.)]|[ov]) ")


def proof_read(text: str) -> tuple[Finding, ...]:
    """All findings about a cleaned text, those that stop it first.

    Codes: `no_letters orphan_mark replacement private_character emoji anniversary` stop it; `foreign_letter stray_sign
    too_long joined quotes list_mark cut_off hashtag year_unclear`, those of `signboard.text.spelling`
    (`syllable tone_place no_blank letter_case doubled usual_mistake`) and of `signboard.text.contacts`
    (`phone phone_old phone_length address_broken email`) ask
    for a look; `year address` are notes. A text beyond MOST_CHARACTERS is stopped by
    `too_long_line` and not read.
    """
    if len(text) > MOST_CHARACTERS:
        return (_too_long_line(len(text)),)
    return tuple(finding for rule in _RULES for finding in rule(text))


def _too_long_line(length: int) -> Finding:
    return Finding(
        "too_long_line",
        Verdict.STOP,
        N_("The line has {length} characters; a slogan has up to {most}: split it, one slogan a line."),
        {"length": length, "most": MOST_CHARACTERS},
    )


def proof_together(items: Sequence[Item]) -> tuple[Item, ...]:
    """Items of one list with what only the whole list shows: `mixed_spelling`, in the lines of the rarer way."""
    remarks = mixed_spelling(item.slogan.text for item in items)
    return tuple(_with(item, [remarks[index]] if index in remarks else []) for index, item in enumerate(items))


def proof_today(items: Sequence[Item], today: date, agencies: Sequence[Agency] = ()) -> tuple[Item, ...]:
    """Items with what depends on the day and on a table: `stale_year` and `agency`, both for a look.

    Args:
        items: of one file.
        today: the day on the wall.
        agencies: see `signboard.text.agencies`.
    """
    return tuple(
        _with(item, [*agency_remarks(item.slogan.text, agencies, today), *_stale_year(item, today)]) for item in items
    )


def _with(item: Item, remarks: Iterable[Remark]) -> Item:
    more = tuple(map(_finding, remarks))
    return replace(item, findings=(*item.findings, *more)) if more else item


def _finding(remark: Remark) -> Finding:
    verdict = Verdict.OK if remark.code in _NOTES else Verdict.LOOK
    place = (remark.start, remark.end)
    return Finding(remark.code, verdict, remark.template, remark.fields, place, remark.proposal)


_NOTES = ("address",)


def _stale_year(item: Item, today: date) -> Iterator[Remark]:
    years = item.slogan.years
    if not years or max(years) >= today.year:
        return
    at = item.slogan.text.rfind(str(max(years)))
    template = N_("It plays only in {years}, which is over; correct the year or leave it out.")
    place = (at, at + len(str(max(years)))) if at >= 0 else (0, len(item.slogan.text))
    yield Remark("stale_year", *place, template, {"years": ", ".join(map(str, years))})


def _remarks(text: str) -> Iterator[Finding]:
    yield from map(_finding, (*spelling_remarks(text), *contact_remarks(text)))


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
                (index, index + 1),
            )
            return


def _strange_characters(text: str) -> Iterator[Finding]:
    told: set[str] = set()
    for index, character in enumerate(text):
        code, template, verdict = _strangeness(character)
        if code and code not in told:
            told.add(code)
            fields = {**_named(character), "character": character}
            place, proposal = (index, index + 1), LOOKALIKE.get(character, "")
            if code == "emoji":
                place, proposal = _without_pictures(text)
            yield Finding(code, verdict, template, fields, place, proposal)


def _without_pictures(text: str) -> tuple[tuple[int, int], str]:
    """From the word before the first picture to the word behind the last, and those words without any."""
    places = [index for index, character in enumerate(text) if _is_picture(character)]
    before, behind = text[: places[0]].rstrip(), text[places[-1] + 1 :].lstrip()
    start = len(before) - len(before.split()[-1]) if before else 0
    end = len(text) - len(behind) + len(behind.split()[0]) if behind else len(text)
    kept = "".join(" " if _is_picture(character) else character for character in text[start:end])
    return (start, end), _BLANK_BEFORE_STOP.sub("", " ".join(kept.split()))


@functools.lru_cache(4096)
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


def is_stopped(character: str) -> bool:
    """Does this character alone stop a text, whatever the font?"""
    return is_mark(character) or _strangeness(character)[2] is Verdict.STOP


def _is_emoji(character: str, category: str) -> bool:
    return (category in ("So", "Sk") and character >= _FIRST_PICTURE) or "\ufe00" <= character <= "\ufe0f"


def _is_picture(character: str) -> bool:
    return character == "\u200d" or _is_emoji(character, unicodedata.category(character))


def _anniversary(text: str) -> Iterator[Finding]:
    stated = anniversary_of(text)
    if stated is not None and not stated.adds_up:
        at = text.find(str(stated.stated))
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
            (at, at + len(str(stated.stated))),
            str(stated.last_year - stated.first_year),
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
    found = _NEXT_ITEM.search(text)
    if found:
        template = N_("Several slogans seem to stand on one line; put each on its own line if they are.")
        yield Finding("joined", Verdict.LOOK, template, place=found.span())


def _quotes(text: str) -> Iterator[Finding]:
    at = unpaired_quote(text)
    if at is not None:
        template = N_("A quotation mark has no partner; delete it or add the other one.")
        yield Finding("quotes", Verdict.LOOK, template, place=(at, at + 1))


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
        yield _year_unclear(years.playing)
    elif years.playing:
        yield Finding(
            "year",
            Verdict.OK,
            N_("It names a year and plays only in: {years}."),
            {"years": ", ".join(map(str, years.playing))},
        )


def _year_unclear(playing: Sequence[int]) -> Finding:
    if playing:
        template = N_(
            "It names a year whose meaning is unclear and would play only in: {years}; see whether it should."
        )
    else:
        template = N_("It names a year whose meaning is unclear and would play in every year; see whether it should.")
    return Finding("year_unclear", Verdict.LOOK, template, {"years": ", ".join(map(str, playing))})


def _no_letters(text: str) -> Iterator[Finding]:
    if text and not any(map(str.isalpha, text)):
        template = N_("It holds no word, only numbers and signs; write the whole slogan, or delete the line.")
        yield Finding("no_letters", Verdict.STOP, template)


def _cut_off(text: str) -> Iterator[Finding]:
    found = _CUT.search(text)
    if found:
        template = N_("It ends with '{end}', as if it were cut off; compare it with the original and complete it.")
        yield Finding(
            "cut_off", Verdict.LOOK, template, {"end": found[found.lastindex or 1]}, found.span(found.lastindex or 1)
        )


def ends_open(text: str) -> bool:
    """Does it end with a word or a sign that no sentence ends with?"""
    return bool(_CUT.search(text)) and text[-1:].isalnum()


def _hashtags(text: str) -> Iterator[Finding]:
    found = _HASHTAGS.search(text)
    if found:
        template = N_("It ends with hashtags, which mean nothing on a board; delete them.")
        yield Finding("hashtag", Verdict.LOOK, template, {}, found.span(), found[1])


_RULES: tuple[Callable[[str], Iterator[Finding]], ...] = (
    _no_letters,
    _orphan_marks,
    _strange_characters,
    _anniversary,
    _length,
    _joined,
    _quotes,
    _list_mark,
    _cut_off,
    _hashtags,
    _remarks,
    _years,
)
