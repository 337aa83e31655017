"""What every effect states about itself: what it needs of the wire, and how it makes a Message of prepared words.

Words   the text set both ways: as full-board pages with reading times, and as one line as high as the board
Need    pictures and bytes a second; bytes are bare pixels, the protocol's wrapping comes on top
Effect  name, need(words), make(words, updates_s)
"""

from collections.abc import Callable
from dataclasses import dataclass

from signboard.errors import N_, InputError
from signboard.frame.frame import Frame
from signboard.frame.message import Message, Page

__all__ = ["Effect", "Need", "Words", "picture_bytes"]


@dataclass(frozen=True, slots=True)
class Words:
    """A text set in pixels, ready for any effect.

    Attributes:
        pages: the text on full-board pictures in reading order, each with its reading time.
        strip: the text in one line, as high as the board.
        board_px: width of the board.
        is_bound: something on the pages must stand still to be read, such as a QR code.
    """

    pages: tuple[Page, ...]
    strip: Frame
    board_px: int
    is_bound: bool = False

    def require_free(self) -> None:
        """Nothing, where the words may move.

        Raises:
            InputError: `must_stand_still`.
        """
        if self.is_bound:
            raise InputError(
                N_("A QR code cannot be read while it moves; show this slogan page by page, or leave the code away."),
                code="must_stand_still",
            )


@dataclass(frozen=True, slots=True)
class Need:
    """What the wire must carry for an effect to be what its name says.

    Attributes:
        updates_s: full pictures a second.
        bytes_s: their bare pixels in bytes a second.
    """

    updates_s: float
    bytes_s: float

    @classmethod
    def of(cls, words: Words, updates_s: float) -> "Need":
        """So many pictures of this board a second."""
        return cls(updates_s, updates_s * picture_bytes(words))


@dataclass(frozen=True, slots=True)
class Effect:
    """One member of the family.

    Attributes:
        name: as asked for by `--motion`.
        need: the least that the wire must carry; raises InputError where the words cannot be shown this way at all.
        make: the message, for a wire that carries `updates_s` pictures a second (`math.inf`: no limit known) and at
            least the need.
    """

    name: str
    need: Callable[[Words], Need]
    make: Callable[[Words, float], Message]


def picture_bytes(words: Words) -> int:
    """Bytes of pixels in one picture of the board, all planes."""
    return sum(len(plane) for plane in words.pages[0].frame.planes)
