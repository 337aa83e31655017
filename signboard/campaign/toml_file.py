"""The bytes of a campaign file to its table, at a bounded cost: in TOML a small file can ask for gigabytes.

Each part of a dotted key is a table of its own and is looked up again for every part behind it, so the memory of
`a.a.a…` grows with the square of its length; numbers of thousands of digits are refused by Python itself.
"""

import re
import tomllib
from collections.abc import Mapping

from signboard.errors import N_, InputError

__all__ = ["MOST_BYTES", "read_toml"]

MOST_BYTES = 1_000_000
"""Three thousand slogans with all that may be said of each."""
_STRING_OR_COMMENT = re.compile(
    r'"""(?:\\.|[^\\])*?(?:"""|\Z)' r"|'''.*?(?:'''|\Z)" r'|"(?:\\.|[^"\\\n])*"?' r"|'[^'\n]*'?" r"|#[^\n]*",
    re.DOTALL,
)
"""Never without a match where one begins, so that the search is linear."""
_LONG_KEY = re.compile(r"(?<![\w-])(?:[\w-]+[ \t]*\.[ \t]*){8}")
"""A campaign file needs two parts; dates and numbers hold at most one dot."""
_LONG_NUMBER = re.compile(r"[0-9][0-9_]{99}")
_PLACE = re.compile(r"\(at line (\d+), column \d+\)")


def read_toml(text: str, file: str) -> Mapping[str, object]:
    """The table of a campaign file.

    Args:
        text: the whole content.
        file: its name, for sentences.

    Raises:
        InputError: `too_large`; `bad_toml`, with the line where one is at fault.
    """
    if len(text.encode()) > MOST_BYTES:
        raise InputError(
            N_("{file} is too large for a campaign file: up to {bytes} bytes; split it."),
            code="too_large",
            file=file,
            bytes=MOST_BYTES,
        )
    bare = _STRING_OR_COMMENT.sub(_placeholder, text)
    found = _LONG_KEY.search(bare) or _LONG_NUMBER.search(bare)
    if found:
        raise _bad_line(file, bare.count("\n", 0, found.start()) + 1)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise _bad(file) from error
    except ValueError as error:  # TOMLDecodeError is one; so is what Python says of numbers and days that cannot be
        place = _PLACE.search(str(error))
        raise (_bad_line(file, int(place[1])) if place else _bad(file)) from error


def _placeholder(found: "re.Match[str]") -> str:
    """A string is one part of a key, whatever stands in it; lines are kept, for counting."""
    return "" if found[0].startswith("#") else "s" + "\n" * found[0].count("\n")


def _bad_line(file: str, line: int) -> InputError:
    return InputError(
        N_(
            "{file} is no campaign file that can be read: line {line} is not written as it must be (format: TOML); "
            "correct that line."
        ),
        code="bad_toml",
        file=file,
        line=line,
    )


def _bad(file: str) -> InputError:
    return InputError(
        N_(
            "{file} is no campaign file that can be read (format: TOML); compare it with one that signboard wrote, and "
            "correct it."
        ),
        code="bad_toml",
        file=file,
    )
