"""What a host says to Onbon BX cards with dynamic areas: show, scroll, clear, delete.

The bytes of an update differ by generation and are the families' own.
"""

from abc import abstractmethod
from collections.abc import Sequence

from signboard.errors import N_, InputError, UsageError
from signboard.frame.frame import Frame
from signboard.frame.message import Strip
from signboard.protocols.onbon_codes import Area, Group
from signboard.protocols.onbon_host import OnbonHost
from signboard.protocols.onbon_options import MAX_PICTURE_BYTES, AreaOptions
from signboard.protocols.onbon_pages import HostPage
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange

__all__ = ["AreaHost"]


class AreaHost(OnbonHost):
    """The common part of the drivers for dynamic areas."""

    def __init__(self, board: BoardSpec, options: AreaOptions) -> None:
        super().__init__(board, options)
        self.options = options

    @abstractmethod
    def _update(self, pages: Sequence[HostPage]) -> bytes:
        """The payload that puts these pages, all of one size, into the area at the option's x, y."""

    @abstractmethod
    def _bitmap_bytes(self, frame: Frame) -> int:
        """Bytes of one page with a picture of this size, its head included."""

    def show(self, frame: Frame) -> Exchange:
        """Put the picture at the option's x, y; everything else of the screen is left as it is.

        Raises:
            InputError: `picture_outside` or `wrong_colour`.
        """
        self._check_fit(frame)
        options = self.options
        if options.test_flip_pixel and _inside(options.test_flip_pixel, frame):
            frame = frame.flipped([options.test_flip_pixel])
        page = HostPage(frame, options.effect, options.speed, options.stay, frame.width_px)
        return self._put([page])

    def scroll(self, strip: Strip) -> Exchange:
        """Hand the whole strip to the card, which moves it from right to left (guessed, see the module's text).

        The strip is cut into pages as wide as the board; the last page's valid length ends where the strip ends.

        Raises:
            InputError: `picture_outside` or `wrong_colour`.
            UsageError: `strip_too_long`, with the figures.
        """
        width_px = strip.board_px
        first = strip.strip.crop(0, width_px)
        self._check_fit(first)
        count = -(-strip.strip.width_px // width_px)
        total_bytes = count * self._bitmap_bytes(first)
        if total_bytes > MAX_PICTURE_BYTES:
            raise UsageError(
                N_(
                    "A strip of {strip_px} pixels needs {due} bytes; the card takes {most} in one go. Shorten the text."
                ),
                code="strip_too_long",
                strip_px=strip.strip.width_px,
                due=total_bytes,
                most=MAX_PICTURE_BYTES,
            )
        effect = Area.MOVE_LEFT if self.options.effect == Area.MOVE_LEFT else Area.RUN_LEFT
        speed = min(255, max(1, round(strip.step_ms / strip.step_px / 10)))
        pages = []
        for left_px in range(0, count * width_px, width_px):
            part = strip.strip.crop(left_px, width_px)
            pages.append(HostPage(part, effect, speed, 0, min(width_px, strip.strip.width_px - left_px)))
        return self._put(pages)

    def clear(self) -> Exchange:
        """A dark picture; the stored programs stay away because the area stays."""
        width_px, height_px = self.board.width_px - self.options.x, self.board.height_px - self.options.y
        return self.show(Frame.blank(width_px, height_px, self.board.colour))

    def delete(self, area_ids: Sequence[int] = ()) -> Exchange:
        """Delete areas by id, or all of them; with the last one gone the card's stored programs show again."""
        payload = bytes((len(area_ids), *area_ids)) if area_ids else bytes((Area.EVERY,))
        return self._told(Group.AREA, Area.DELETE, payload)

    def _put(self, pages: Sequence[HostPage]) -> Exchange:
        return self._told(Group.AREA, Area.UPDATE, self._update(pages))

    def _check_fit(self, frame: Frame, place: tuple[int, int] | None = None) -> None:
        board = self.board
        x, y = place or (self.options.x, self.options.y)
        if frame.colour is not board.colour:
            raise InputError(
                N_("The picture is {found}, the board is {due}; draw it in the board's colours."),
                code="wrong_colour",
                found=frame.colour.name.lower(),
                due=board.colour.name.lower(),
            )
        right_px, bottom_px = x + frame.width_px, y + frame.height_px
        if frame.width_px < 1 or right_px > board.width_px or bottom_px > board.height_px:
            raise InputError(
                N_(
                    "A picture of {width_px}x{height_px} pixels at {x},{y} does not fit the board of "
                    "{board_width_px}x{board_height_px}; make it smaller or correct the size."
                ),
                code="picture_outside",
                width_px=frame.width_px,
                height_px=frame.height_px,
                x=x,
                y=y,
                board_width_px=board.width_px,
                board_height_px=board.height_px,
            )


def _inside(point: tuple[int, int], frame: Frame) -> bool:
    return point[0] < frame.width_px and point[1] < frame.height_px
