"""A family's own settings: one table that documents, checks and reads them, all problems told at once.

Options arrive as text (`--option k=v`, `[board.options]`). A family writes one `Option` per name; the same table
feeds help and documents, so what is documented is what is checked.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from signboard.errors import N_, ConfigurationError, ProblemsError, SignboardError

__all__ = ["Option", "Value", "choice", "described", "flag", "number", "point", "raise_all", "read_options", "seconds"]

Value = int | str | bool | tuple[int, int] | None
Reader = Callable[[str], Value]


@dataclass(frozen=True, slots=True)
class Option:
    """One setting of a family.

    Attributes:
        default: the text that stands for a missing option; read like any other.
        meaning: one English sentence (catalogue key).
        allowed: what may stand there, in words for errors and help.
        read: text to value; raises ValueError for what is not allowed.
    """

    default: str
    meaning: str
    allowed: str
    read: Reader


def number(default: int, low: int, high: int, meaning: str) -> Option:
    """A whole number from `low` to `high`; `0x…` is taken too."""

    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}|0[xX][0-9a-fA-F]{1,8}", text):
            raise ValueError(text)
        value = int(text, 0) if text[:2].lower() == "0x" else int(text)
        if not low <= value <= high:
            raise ValueError(text)
        return value

    return Option(str(default), meaning, f"{low}-{high}", read)


def seconds(default: str, meaning: str) -> Option:
    """A time from a tenth of a second to a minute (nobody waits for longer); read as milliseconds."""

    def read(text: str) -> int:
        found = float(text)
        if not 0.1 <= found <= 60:  # noqa: PLR2004 - the limits that `allowed` tells
            raise ValueError(text)
        return round(found * 1000)

    return Option(default, meaning, "0.1-60", read)


def choice(default: str, words: Sequence[str], meaning: str) -> Option:
    """One of the words."""

    def read(text: str) -> str:
        if text.lower() not in words:
            raise ValueError(text)
        return text.lower()

    return Option(default, meaning, "|".join(words), read)


def flag(default: str, meaning: str) -> Option:
    """`yes` or `no`."""
    words = choice(default, ("yes", "no"), meaning)
    return Option(default, meaning, words.allowed, lambda text: words.read(text) == "yes")


def point(meaning: str) -> Option:
    """A pixel `x,y`, or nothing (the default)."""

    def read(text: str) -> tuple[int, int] | None:
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,5},[0-9]{1,5}", text):
            raise ValueError(text)
        x, _, y = text.partition(",")
        return int(x), int(y)

    return Option("", meaning, "x,y", read)


def described(table: Mapping[str, Option]) -> dict[str, str]:
    """Name → one sentence with the allowed values and the default, as `ProtocolSpec.options` wants it."""
    return {
        name: f"{option.meaning.rstrip('.')} ({option.allowed}; default {option.default or 'none'})."
        for name, option in table.items()
    }


def read_options(
    given: Mapping[str, str], table: Mapping[str, Option]
) -> tuple[dict[str, Value], list[SignboardError]]:
    """Read every option of the table.

    Returns:
        The values by name (defaults where nothing good was given), and all problems in the order of `given`.
    """
    values = {name: option.read(option.default) for name, option in table.items()}
    problems: list[SignboardError] = []
    for name, text in given.items():
        option = table.get(name)
        if option is None:
            problems.append(_unknown(name, table))
            continue
        try:
            values[name] = option.read(text.strip())
        except ValueError:
            problems.append(
                ConfigurationError(
                    N_("Option '{option}' cannot be '{text}'; allowed is {allowed}."),
                    code="bad_option",
                    option=name,
                    text=text,
                    allowed=option.allowed,
                )
            )
    return values, problems


def raise_all(problems: Sequence[SignboardError]) -> None:
    """Raise nothing, the one problem, or all of them at once.

    Raises:
        SignboardError: the only problem as it is.
        ProblemsError: several problems.
    """
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise ProblemsError(problems)


def _unknown(name: str, table: Mapping[str, Option]) -> ConfigurationError:
    near = get_close_matches(name, table, n=1)
    return ConfigurationError(
        N_("This kind of board has no option '{option}'; the nearest is '{near}'; known are: {known}.")
        if near
        else N_("This kind of board has no option '{option}'; known are: {known}."),
        code="unknown_option",
        option=name,
        known=", ".join(one for one in table if not one.startswith("test_")),
        near=near[0] if near else "",
    )
