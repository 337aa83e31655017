"""Look: how a slogan is dressed, as people state it: colour, words set off, a small picture, a QR code.

A look never changes what is said: the text and its id stay as they are, and nothing of a look stands in the text (no
asterisks that could reach a board). It belongs to what is approved, so it stands in the bundle, the picture's bytes
included.
"""

import base64
import binascii
import functools
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = [
    "COLOURS",
    "MOST_ICON_BYTES",
    "MOST_QR_CHARACTERS",
    "PLAIN",
    "Look",
    "colour_named",
    "colour_or_none",
    "places_of",
]

COLOURS = {
    "red": "đỏ",
    "green": "xanh lá",
    "yellow": "vàng",
    "blue": "xanh dương",
    "magenta": "tím",
    "cyan": "xanh lơ",
    "white": "trắng",
}
"""The colours that light can be mixed to, and what they are called in Vietnamese; both words are understood."""
MOST_ICON_BYTES = 64 << 10
"""Of a picture file beside a text."""
MOST_QR_CHARACTERS = 200
"""Of what a QR code says; no board of this kind has room for more."""

_WORD = re.compile(r"\w")


def colour_named(word: str) -> str | None:
    """`đỏ`, `Red` → `red`; None for no colour of ours."""
    asked = " ".join(word.casefold().split())
    return next((name for name, vietnamese in COLOURS.items() if asked in (name, vietnamese)), None)


def colour_or_none(word: str) -> str:
    """As `colour_named`; nothing for nothing.

    Raises:
        ValueError: it is no colour of ours.
    """
    name = colour_named(word)
    if word and name is None:
        raise ValueError(word)
    return name or ""


@dataclass(frozen=True, slots=True)
class Look:
    """How one slogan is dressed; everything empty is the plain look.

    Attributes:
        colour: of the text, a key of `COLOURS`; empty: the board's.
        emphasis: words of the text that are set off, each a run of whole words.
        emphasis_colour: of those words, a key of `COLOURS`; empty: chosen to differ from the text.
        icon: bytes of a picture (PNG, or text art in UTF-8) that stands beside the text.
        qr: what a QR code beside the text says, such as an address.

    Raises:
        ValueError: a colour that is none (read files through `signboard.campaign.parse_look`).
    """

    colour: str = ""
    emphasis: tuple[str, ...] = ()
    emphasis_colour: str = ""
    icon: bytes = b""
    qr: str = ""

    def __post_init__(self) -> None:
        for colour in (self.colour, self.emphasis_colour):
            if colour and colour not in COLOURS:
                raise ValueError(f"no colour: {colour}")

    @property
    def mark(self) -> str:
        """Eight hex digits that tell looks apart; empty for the plain look."""
        return "" if self == PLAIN else _mark(self)

    def to_table(self) -> dict[str, object]:
        """What is set, for JSON; the icon's bytes in base64."""
        table: dict[str, object] = {
            "colour": self.colour,
            "emphasis": list(self.emphasis),
            "emphasis_colour": self.emphasis_colour,
            "icon": base64.b64encode(self.icon).decode("ascii"),
            "qr": self.qr,
        }
        return {key: value for key, value in table.items() if value}

    @classmethod
    def from_table(cls, table: Mapping[str, object]) -> "Look":
        """The inverse of `to_table`.

        Raises:
            ValueError, TypeError: it is not what `to_table` writes.
        """
        words = table.get("emphasis", [])
        if not isinstance(words, list):
            raise TypeError(words)
        try:
            icon = base64.b64decode(_text(table.get("icon", "")), validate=True)
        except binascii.Error as error:
            raise ValueError("the icon is no base64") from error
        return cls(
            _text(table.get("colour", "")),
            tuple(map(_text, words)),
            _text(table.get("emphasis_colour", "")),
            icon,
            _text(table.get("qr", "")),
        )


def places_of(phrase: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the words stand in the text, whole words only, small and capital letters alike; half-open, in order.

    Args:
        phrase: words with single blanks.
        text: a slogan's text.
    """
    if not phrase:
        return ()
    head = r"(?<!\w)" if _WORD.match(phrase[0]) else ""
    tail = r"(?!\w)" if _WORD.match(phrase[-1]) else ""
    found = re.finditer(head + re.escape(phrase) + tail, text, re.IGNORECASE)
    return tuple(match.span() for match in found)


@functools.lru_cache(256)
def _mark(look: Look) -> str:
    content = json.dumps(look.to_table(), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()[:8]


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError(found)
    return found


PLAIN = Look()
"""Nothing is set."""
