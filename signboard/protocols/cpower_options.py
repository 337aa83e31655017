"""The settings of a C-Power board: one table for checks, help and documents, read by both halves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from signboard.errors import N_, ConfigurationError, SignboardError
from signboard.frame.frame import Colour
from signboard.protocols.cpower_wire import EVERY_CARD, Form
from signboard.protocols.options import Option, Value, choice, flag, number, point, seconds
from signboard.protocols.placing import outside
from signboard.protocols.plain import checked, shape_problems
from signboard.protocols.spec import BoardSpec

__all__ = ["OPTIONS", "WINDOW_COUNT", "CPowerOptions", "picture_bytes", "read"]

WINDOW_COUNT = 8
_MOST_PACKETS = 256
_MOST_PX = 0xFFFF


def _id_code() -> Option:
    def read_code(text: str) -> str:
        if not re.fullmatch(r"[0-9a-fA-F]{8}", text):
            raise ValueError(text)
        return text.lower()

    return Option("ffffffff", N_("Id code of the card in the network form."), "eight hex digits", read_code)


OPTIONS: Mapping[str, Option] = {
    "form": choice("serial", ("serial", "net"), N_("How packets travel: serial line, or network (TCP or UDP).")),
    "id_code": _id_code(),
    "card_id": number(1, 1, EVERY_CARD, N_("Address of the card; 255 means every card.")),
    "reply": flag("yes", N_("Ask the board to answer.")),
    "answer_s": seconds("0.5", N_("Seconds to wait for an answer beyond the time on the wire.")),
    "chunk_bytes": number(200, 16, 1024, N_("Longest piece of a command in one packet.")),
    "window": number(0, 0, WINDOW_COUNT - 1, N_("Which of the card's windows holds the picture.")),
    "x": number(0, 0, _MOST_PX, N_("Left edge of the window on the screen, in pixels.")),
    "y": number(0, 0, _MOST_PX, N_("Top edge of the window on the screen, in pixels.")),
    "speed": number(0, 0, 255, N_("Speed of the effect; without meaning for pictures that show at once.")),
    "stay_s": number(_MOST_PX, 0, _MOST_PX, N_("Seconds that a picture stands; 65535 is longest.")),
    "template": flag("yes", N_("Simulated card only: a program template tells its size.")),
    "test_flip_pixel": point(N_("Test switch: the driver sends this pixel inverted.")),
    "test_nak": number(0, 0, 255, N_("Test switch: the simulated card refuses everything with this number; 0 is off.")),
    "test_silent": flag("no", N_("Test switch: the simulated card obeys but never answers.")),
}
"""Every option of the family. Both halves read the same record; each uses its part."""


@dataclass(frozen=True, slots=True)
class CPowerOptions:
    """The options of a board, checked; names and units as in `OPTIONS` (`answer_s` is kept in milliseconds)."""

    form: str
    id_code: str
    card_id: int
    reply: bool
    answer_s: int
    chunk_bytes: int
    window: int
    x: int
    y: int
    speed: int
    stay_s: int
    template: bool
    test_flip_pixel: tuple[int, int] | None
    test_nak: int
    test_silent: bool

    @property
    def line(self) -> Form:
        """How packets travel."""
        return Form(bytes.fromhex(self.id_code) if self.form == "net" else None)

    @property
    def wants_answers(self) -> bool:
        """Can answers be expected? Not when all cards of a line are spoken to at once."""
        return self.reply and self.card_id != EVERY_CARD


def read(board: BoardSpec) -> CPowerOptions:
    """The checked options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    return checked(board, OPTIONS, CPowerOptions, _problems)


def picture_bytes(width_px: int, height_px: int, colour: Colour) -> int:
    """Length of the whole image command."""
    planes: int = colour.value
    return 11 + 8 + (width_px + 7) // 8 * height_px * planes


def _problems(board: BoardSpec, values: Mapping[str, Value]) -> list[SignboardError]:
    problems = shape_problems(board, "C-Power", tuple(Colour), (_MOST_PX, _MOST_PX))
    if problems:
        return problems
    most = _MOST_PACKETS * cast("int", values["chunk_bytes"])
    due = picture_bytes(board.width_px, board.height_px, board.colour)
    if due > most:
        problems.append(
            ConfigurationError(
                N_(
                    "A picture of {width_px}x{height_px} pixels needs {due} bytes; 256 packets carry {most}. Set a "
                    "larger chunk_bytes, if the card takes it."
                ),
                code="bad_size",
                width_px=board.width_px,
                height_px=board.height_px,
                due=due,
                most=most,
            )
        )
    place = (cast("int", values["x"]), cast("int", values["y"]))
    flipped = cast("tuple[int, int] | None", values["test_flip_pixel"])
    return problems + outside(board, {"x,y": place, "test_flip_pixel": flipped})
