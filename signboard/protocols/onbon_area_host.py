"""What a host says to Onbon BX cards with dynamic areas: show, scroll, clear, delete.

The bytes of an update differ by generation and are the families' own.
"""

from abc import abstractmethod
from collections.abc import Sequence
from functools import lru_cache

from signboard.errors import N_, UsageError
from signboard.frame.frame import Frame
from signboard.frame.message import Strip
from signboard.protocols.onbon_codes import Area, Group
from signboard.protocols.onbon_host import OnbonHost
from signboard.protocols.onbon_options import MAX_PICTURE_BYTES, AreaOptions
from signboard.protocols.onbon_pages import HostPage, strip_pages
from signboard.protocols.placing import check_fit, inverted
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange

__all__ = ["AreaHost"]


class AreaHost(OnbonHost):
    """The common part of the drivers for dynamic areas."""

    def __init__(self, board: BoardSpec, options: AreaOptions) -> None:
        super().__init__(board, options)
        self.options = options
        self._picture = lru_cache(maxsize=64)(self._drawn)  # the same picture leaves again and again

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
        return self._told(Group.AREA, Area.UPDATE, self._picture(frame))

    def _drawn(self, frame: Frame) -> bytes:
        """The payload that shows this picture."""
        options = self.options
        check_fit(self.board, frame, (options.x, options.y))
        frame = inverted(frame, options.test_flip_pixel)
        return self._update([HostPage(frame, options.effect, options.speed, options.stay, frame.width_px)])

    def scroll(self, strip: Strip) -> Exchange:
        """Hand the whole strip to the card, which moves it from right to left (guessed, see the module's text).

        The strip is cut into pages as wide as the board; the last page's valid length ends where the strip ends.

        Raises:
            InputError: `picture_outside` or `wrong_colour`.
            UsageError: `strip_too_long`, with the figures.
        """
        pages = strip_pages(strip, self.options.effect)
        first = pages[0].frame
        check_fit(self.board, first, (self.options.x, self.options.y))
        total_bytes = len(pages) * self._bitmap_bytes(first)
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
        return self._told(Group.AREA, Area.UPDATE, self._update(pages))

    def clear(self) -> Exchange:
        """A dark picture; the stored programs stay away because the area stays."""
        width_px, height_px = self.board.width_px - self.options.x, self.board.height_px - self.options.y
        return self.show(Frame.blank(width_px, height_px, self.board.colour))

    def delete(self, area_ids: Sequence[int] = ()) -> Exchange:
        """Delete areas by id, or all of them; with the last one gone the card's stored programs show again."""
        payload = bytes((len(area_ids), *area_ids)) if area_ids else bytes((Area.EVERY,))
        return self._told(Group.AREA, Area.DELETE, payload)
