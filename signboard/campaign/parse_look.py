"""The look of a slogan in a campaign file, and as typed: every problem noted, each with its place.

    colour = "đỏ"                      # or red; of one slogan, or of the whole file
    emphasis = ["bình đẳng giới"]      # words of the text that are set off
    emphasis_colour = "vàng"           # optional
    icon = "telephone"                 # one that comes with signboard, or "logo.png" beside the file
    qr = "https://example.gov.vn"

`colour`, `emphasis_colour` and `icon` may stand at the top of a file, for every slogan that has none of its own.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace

from signboard.campaign.look import COLOURS, MOST_ICON_BYTES, MOST_QR_CHARACTERS, PLAIN, Look, colour_named, places_of
from signboard.campaign.reading import Reading
from signboard.errors import N_, InputError

__all__ = ["FILE_KEYS", "KEYS", "IconReader", "parse_look"]

KEYS = ("colour", "emphasis", "emphasis_colour", "icon", "qr")
"""Of a slogan."""
FILE_KEYS = ("colour", "emphasis_colour", "icon")
"""Of a whole file."""

IconReader = Callable[[str], bytes]
"""The bytes of a picture by its name; raises InputError."""

_ICON_NAME = re.compile(r"[\w][\w .()-]*")


def parse_look(
    table: Mapping[str, object],
    text: str,
    reading: Reading,
    *,
    place: str,
    base: Look = PLAIN,
    icons: IconReader | None = None,
) -> Look:
    """The look that the table states.

    Notes: `unknown_colour`, `words_not_found`, `bad_icon_name`, `icon_missing`, `icon_too_large`, `qr_too_long`,
    `empty_text`, `wrong_kind`, `control_character`, and what `icons` raises.

    Args:
        table: of the slogan or of the file; keys other than `KEYS` are left alone.
        text: the slogan's, tidied.
        reading: collects the problems.
        place: of the table in the file, in front of every key; empty at its top.
        base: what holds where the table is silent.
        icons: finds pictures; None where none can be read.
    """

    def at(key: str) -> str:
        return f"{place}, {key}" if place else key

    look = base
    if "colour" in table:
        look = replace(look, colour=_colour(table, "colour", reading, at("colour")))
    if "emphasis_colour" in table:
        look = replace(look, emphasis_colour=_colour(table, "emphasis_colour", reading, at("emphasis_colour")))
    if "emphasis" in table:
        look = replace(look, emphasis=_emphasis(table, text, reading, at("emphasis")))
    if "icon" in table:
        name = reading.text(table, "icon", at("icon"))
        look = replace(look, icon=_icon(name, icons, reading, at("icon")) if name else b"")
    if "qr" in table:
        look = replace(look, qr=_qr(reading.text(table, "qr", at("qr")), reading, at("qr")))
    return look


def _colour(table: Mapping[str, object], key: str, reading: Reading, place: str) -> str:
    word = reading.text(table, key, place)
    name = colour_named(word)
    if word and name is None:
        reading.tell(
            N_("{file}, {place}: '{colour}' is no colour of a board; there are: {known}."),
            code="unknown_colour",
            place=place,
            colour=word,
            known=", ".join(f"{vietnamese} ({english})" for english, vietnamese in COLOURS.items()),
        )
    return name or ""


def _emphasis(table: Mapping[str, object], text: str, reading: Reading, place: str) -> tuple[str, ...]:
    written = table["emphasis"]
    words = [written] if isinstance(written, str) else reading.value(table, "emphasis", list, place) or []
    phrases = []
    for number, item in enumerate(words, 1):
        here = f"{place} #{number}"
        phrase = " ".join(unicodedata.normalize("NFC", reading.text({here: item}, here, here)).split())
        if phrase and not places_of(phrase, text):
            reading.tell(
                N_("{file}, {place}: the words '{words}' do not stand in this slogan; copy them from its text."),
                code="words_not_found",
                place=here,
                words=phrase,
            )
        phrases += [phrase] if phrase else []
    return tuple(dict.fromkeys(phrases))


def _icon(name: str, icons: IconReader | None, reading: Reading, place: str) -> bytes:
    if not _ICON_NAME.fullmatch(name):
        reading.tell(
            N_("{file}, {place}: '{name}' is no plain file name; put the picture beside the campaign file."),
            code="bad_icon_name",
            place=place,
            name=name,
        )
        return b""
    raw = reading.attempt(place, icons or _no_icons, name) or b""
    if len(raw) > MOST_ICON_BYTES:
        reading.tell(
            N_(
                "{file}, {place}: the picture {name} has {found} KB; {most} KB are enough for a board, make it smaller."
            ),
            code="icon_too_large",
            place=place,
            name=name,
            found=-(-len(raw) // 1024),
            most=MOST_ICON_BYTES // 1024,
        )
        return b""
    return raw


def _no_icons(name: str) -> bytes:
    raise InputError(
        N_("Pictures cannot be read here, so {name} is not found; leave icon away."), code="icon_missing", name=name
    )


def _qr(content: str, reading: Reading, place: str) -> str:
    if len(content) > MOST_QR_CHARACTERS:
        reading.tell(
            N_("{file}, {place}: {length} characters are too many for a QR code on a board; take a short address."),
            code="qr_too_long",
            place=place,
            length=len(content),
        )
        return ""
    return content
