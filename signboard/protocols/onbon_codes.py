"""Numbers that Onbon BX cards and their hosts agree on: commands, device types, refusals. Tables only, no layout.

Source: the vendor's dynamic-area manuals; refusal 5 and the common commands were also fed to the vendor's own parser.
Card types: the vendor's public headers; 5E1, 5A4, 6E1 and 6Q2 were also seen on the wire.
"""

from dataclasses import dataclass

from signboard.errors import N_, NakError

__all__ = [
    "ANY",
    "FLASH_TYPES",
    "REFUSALS",
    "TYPES_5E",
    "TYPES_6",
    "Area",
    "File",
    "Group",
    "Refusal",
    "Screen",
    "device_name",
    "refusal",
]


class Group:
    """First number of a command."""

    ANSWER = 0xA0
    FILE = 0xA1
    SCREEN = 0xA2
    AREA = 0xA7


class Screen:
    """Commands of group A2; a card answers a question with the number plus 80."""

    PING = 0x00
    CLOCK = 0x02
    POWER = 0x05
    BRIGHTNESS = 0x07
    CONTROLLER_ID = 0x0A
    LOCK = 0x0E
    STATUS = 0x0F
    READ_BRIGHTNESS = 0x19
    ANSWERS = 0x80


class File:
    """Commands of group A1; a card answers a question with the number plus 80."""

    DELETE = 0x01
    OPEN = 0x02
    BLOCK = 0x03
    DIRECTORY = 0x06
    DIRECTORY_BLOCK = 0x07
    BEGIN = 0x08
    END = 0x09
    ROOM = 0x12


class Area:
    """Commands of group A7, and the fixed values of an area block."""

    UPDATE = 0x00
    DELETE = 0x01
    EVERY = 0xFF
    COUNT = 4
    KIND = 0x10
    MAX_EFFECT = 0x28
    MOVE_LEFT = 3
    RUN_LEFT = 4
    HOLD, BLANK, LOGO, ONCE = 1, 2, 3, 4
    MAX_PLAY = 2
    RUN_MODES = ("loop", "hold last page", "blank when the host is silent", "logo when the host is silent", "once")


ANY = {"any": b"\xfe\xff"}
TYPES_5E = {"5e1": b"\x54\x01", "5e2": b"\x54\x02", "5e3": b"\x54\x03"}
"""Cards with dynamic areas, fifth generation: name → two bytes in wire order."""
TYPES_6 = {
    "6e1": b"\x74\x01",
    "6e2": b"\x74\x02",
    "6e3": b"\x74\x03",
    "6e1x": b"\x74\x04",
    "6e2x": b"\x74\x05",
    "6q1": b"\x66\x01",
    "6q2": b"\x66\x02",
    "6q3": b"\x66\x03",
}
"""Cards with dynamic areas, sixth generation; the 6Q light full colour."""
FLASH_TYPES = {
    "5at": b"\x51\x00",
    "5a0": b"\x51\x01",
    "5a1": b"\x51\x02",
    "5a2": b"\x51\x03",
    "5a3": b"\x51\x04",
    "5a4": b"\x51\x05",
    "5a": b"\x51\x09",
    "5m1": b"\x52\x00",
    "5m2": b"\x52\x02",
    "5m3": b"\x52\x03",
    "5m4": b"\x52\x04",
}
"""Cards that have stored programs only, fifth generation."""


_NAMES = {octets: name.upper() for name, octets in (ANY | TYPES_5E | TYPES_6 | FLASH_TYPES).items()}


def device_name(device_type: bytes) -> str:
    """`5E1` where the type is known, else its bytes in hex."""
    return _NAMES.get(device_type, device_type.hex())


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a refusal number means: a stable code, a sentence for people, and whether the same bytes may pass later."""

    code: str
    sentence: str
    retryable: bool = False


REFUSALS: dict[int, Refusal] = {
    1: Refusal(
        "unknown_group", N_("The board knows no such group of commands (refusal {nak}); check the card's type.")
    ),
    2: Refusal("unknown_command", N_("The board does not know this command (refusal {nak}); check the card's type.")),
    3: Refusal("busy", N_("The board is busy (refusal {nak}); it will be asked again."), retryable=True),
    4: Refusal("out_of_memory", N_("The board has no room for this picture (refusal {nak}); send a smaller one.")),
    5: Refusal("checksum", N_("The board got damaged bytes (refusal {nak}); it is sent again."), retryable=True),
    6: Refusal("file_missing", N_("The board misses a file (refusal {nak}); load its programs anew.")),
    7: Refusal("flash", N_("The board's memory chip failed (refusal {nak}); have the card looked at.")),
    8: Refusal("download", N_("The board could not store what it got (refusal {nak}); send it anew.")),
    9: Refusal("bad_name", N_("The board refuses a file name (refusal {nak}); load its programs anew.")),
    10: Refusal("file_type", N_("The board refuses a file's type (refusal {nak}); check the card's type.")),
    11: Refusal("file_checksum", N_("The board found a damaged file (refusal {nak}); load its programs anew.")),
    12: Refusal("font_missing", N_("The board misses a font (refusal {nak}); load it with the vendor's program.")),
    13: Refusal("firmware", N_("The firmware does not fit this command (refusal {nak}); update the card.")),
    14: Refusal("clock", N_("The board refuses date or time (refusal {nak}); check the computer's clock.")),
    15: Refusal("file_exists", N_("The board has this file already (refusal {nak}); delete it first.")),
    16: Refusal("block_number", N_("The board lost count of the blocks (refusal {nak}); send the file anew.")),
    17: Refusal(
        "controller_type", N_("The card is of another type than the settings say (refusal {nak}); read its label.")
    ),
    18: Refusal(
        "screen_parameters", N_("The picture does not fit the board's settings (refusal {nak}); check its size.")
    ),
    19: Refusal("controller_id", N_("The board has another controller id (refusal {nak}); check its address.")),
}
"""Refusal number → meaning. Busy and checksum pass when the same is sent again; the others need a person."""

_OTHER = Refusal("unknown_refusal", N_("The board refused with number {nak}, which no manual explains; note it down."))


def refusal(number: int) -> NakError:
    """The error for a refusal number; unknown numbers have one too."""
    found = REFUSALS.get(number, _OTHER)
    return NakError(found.sentence, code=found.code, nak=number, retryable=found.retryable)
