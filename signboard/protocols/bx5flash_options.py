"""The settings of a BX-5A or BX-5M board: one table for checks, help and documents, read by both halves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from signboard.errors import N_, SignboardError
from signboard.protocols.onbon_codes import FLASH_TYPES, Area
from signboard.protocols.onbon_options import (
    PlacedOptions,
    card_type,
    ready,
    shared,
    size_problems,
    two_colours_at_most,
)
from signboard.protocols.onbon_wire import Dialect
from signboard.protocols.options import Option, number, raise_all, read_options
from signboard.protocols.spec import BoardSpec
from signboard.protocols.wear import MOST_WRITES_PER_DAY

__all__ = ["MAX_FILE_BYTES", "NO_FIRST_DAY", "NO_LAST_DAY", "OPTIONS", "Bx5FlashOptions", "day_bytes", "read"]

MAX_FILE_BYTES = 1 << 20  # what the answer of the captured card offers
NO_FIRST_DAY = bytes.fromhex("ffff1122")  # as captured: any year; month and day seem to be those of the capture
NO_LAST_DAY = bytes.fromhex("99201231")
_BLOCK_BYTES = {FLASH_TYPES["5m1"][0]: 1024}  # 5M; every other card 700


def day_bytes(day: date) -> bytes:
    """A date as the cards write it: BCD year low, year high, month, day."""
    return bytes.fromhex(f"{day.year % 100:02}{day.year // 100:02}{day.month:02}{day.day:02}")


def _day(none: bytes, meaning: str) -> Option:
    def read_day(text: str) -> str:
        if text.lower() == "none":
            return none.hex()
        if re.fullmatch(r"[0-9a-fA-F]{8}", text):
            return text.lower()
        return day_bytes(date.fromisoformat(text)).hex()

    return Option("none", meaning, "none|year-month-day|eight hex digits", read_day)


def _name() -> Option:
    def read_name(text: str) -> str:
        if not re.fullmatch(r"P[0-9]{3}", text):
            raise ValueError(text)
        return text

    return Option("P000", N_("Name of the stored program."), "P000-P999", read_name)


def _block_bytes() -> Option:
    sizes = number(700, 1, 1024, "")
    return Option(
        "auto",
        N_("Longest piece of a program in one packet; auto is 700 on a 5A and 1024 on a 5M."),
        "auto|1-1024",
        lambda text: 0 if text.lower() == "auto" else sizes.read(text),
    )


def _always() -> Option:
    def read_yes(text: str) -> bool:
        if text.lower() != "yes":
            raise ValueError(text)
        return True

    return Option("yes", N_("Ask the board to answer; storing a program needs every answer."), "yes", read_yes)


OPTIONS: Mapping[str, Option] = {
    **shared(card_type("5A4", FLASH_TYPES), (Dialect.COMMON, Dialect.F0), 0),
    "reply": _always(),
    "x": number(0, 0, 0xFFFF, N_("Left edge of the area on the screen, in pixels.")),
    "y": number(0, 0, 0xFFFF, N_("Top edge of the area on the screen, in pixels.")),
    "effect": number(1, 0, Area.MAX_EFFECT, N_("How a picture enters; 1 is static, 3 and 4 move left.")),
    "speed": number(0, 0, 255, N_("Speed of the effect; guessed: 10 ms per pixel and unit.")),
    "stay": number(500, 0, 0xFFFF, N_("How long a page stands, in units of 10 ms.")),
    "program": _name(),
    "block_bytes": _block_bytes(),
    "first_day": _day(NO_FIRST_DAY, N_("First day on which the stored program shows.")),
    "last_day": _day(NO_LAST_DAY, N_("Last day on which the stored program shows.")),
    "writes_per_day": number(
        MOST_WRITES_PER_DAY, 1, MOST_WRITES_PER_DAY, N_("How often a day the board's memory may be written.")
    ),
}
"""Every option of the family. Both halves read the same record; each uses its part."""


@dataclass(frozen=True, slots=True)
class Bx5FlashOptions(PlacedOptions):
    """The options of a board, checked; names and units as in `OPTIONS`."""

    effect: int
    speed: int
    stay: int
    program: bytes
    block_bytes: int
    first_day: bytes
    last_day: bytes
    writes_per_day: int


def read(board: BoardSpec) -> Bx5FlashOptions:
    """The checked options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    values, problems = read_options(board.options, OPTIONS)
    line = ready(values)
    family = cast("bytes", line["device_type"])[0]
    line["program"] = str(values["program"]).encode("ascii")
    line["block_bytes"] = values["block_bytes"] or _BLOCK_BYTES.get(family, 700)
    line["first_day"], line["last_day"] = (bytes.fromhex(str(values[name])) for name in ("first_day", "last_day"))
    options = Bx5FlashOptions(**line)  # type: ignore[arg-type] # the table reads exactly the record's names; a test holds this
    raise_all(_size_problems(board, options) + problems)
    return options


def _size_problems(board: BoardSpec, options: Bx5FlashOptions) -> list[SignboardError]:
    due = (board.width_px + 7) // 8 * board.height_px * board.colour.value
    problems = size_problems(board, options, "BX-5A", due, MAX_FILE_BYTES // 16)  # a program is more than one page
    return problems + two_colours_at_most(board, "BX-5A")
