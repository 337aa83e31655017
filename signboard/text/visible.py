"""Characters that nobody sees but terminals and files obey: escapes, line ends, marks that turn the direction."""

import re

__all__ = ["control_character", "visible"]

# C0 and C1 controls, line and paragraph separators, directional marks and overrides.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_LAST_OF_TWO_DIGITS = 0xFF


def control_character(text: str, *, but: str = "") -> str | None:
    """The first control character of a text in visible form; None where it has none.

    Args:
        text: anything.
        but: control characters that are in order there.
    """
    return next((visible(found[0]) for found in _CONTROL.finditer(text) if found[0] not in but), None)


def visible(text: str, *, but: str = "") -> str:
    """The text on one line, every control character as its code, so that a terminal prints it and obeys none.

    Args:
        text: anything.
        but: control characters that stay as they are.
    """
    return _CONTROL.sub(lambda found: found[0] if found[0] in but else _code(ord(found[0])), text)


def _code(number: int) -> str:
    return f"\\x{number:02x}" if number <= _LAST_OF_TWO_DIGITS else f"\\u{number:04x}"
