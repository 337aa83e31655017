"""Dress: what stands on the board beside and within the words: a second ink, a small picture, a QR code.

    ┌────────┬─┬───────────────────────┬─┬──────┐
    │ icon   │ │ the words' own canvas │ │ code │      gaps of an eighth of the height, at least 2 columns
    └────────┴─┴───────────────────────┴─┴──────┘

Icon and code stand on every page, in the middle between top and bottom. In a strip the icon leads the words; a code
that moves cannot be read, so with a code nothing scrolls.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from signboard.frame.frame import Frame
from signboard.frame.message import Page
from signboard.typeset.canvas import Canvas
from signboard.typeset.ties import Terms

__all__ = ["PLAIN", "Dress"]

_ROWS_A_GAP = 8
_LEAST_GAP_PX = 2
_SCAN_MS = 10_000
"""A passer-by takes a telephone out of a pocket, opens its camera and aims: our own estimate, no study."""


@dataclass(frozen=True, slots=True)
class Dress:
    """How words are dressed on a given board.

    Attributes:
        emphasis: places of the text that are set off, half-open, in order, whole words.
        emphasis_ink: their ink on colour boards; on a board of one light they stand dark in a lit box.
        icon: a picture in the board's colours, no higher than the board.
        code: a QR code, likewise.
        terms: words that a line should not part.
    """

    emphasis: tuple[tuple[int, int], ...] = ()
    emphasis_ink: str = ""
    icon: Frame | None = None
    code: Frame | None = None
    terms: Terms = field(default_factory=Terms)

    def room(self, canvas: Canvas) -> Canvas:
        """What is left for the words."""
        return replace(canvas, width_px=max(1, canvas.width_px - self._left_px(canvas) - self._right_px(canvas)))

    def page(self, page: Page, canvas: Canvas, pages: int) -> Page:
        """A page of the room, on the whole board.

        Args:
            page: as wide as `room` says.
            canvas: the board.
            pages: of how many; with a code all of them together stand long enough to be scanned.
        """
        on_ms = max(page.on_ms, -(-_SCAN_MS // pages)) if self.code else page.on_ms
        if not (self.icon or self.code):
            return page
        board = Frame.blank(canvas.width_px, canvas.height_px, canvas.colour)
        board = board.paste(page.frame, self._left_px(canvas), 0)
        if self.icon:
            board = board.paste(self.icon, 0, (canvas.height_px - self.icon.height_px) // 2)
        if self.code:
            left_px = canvas.width_px - self.code.width_px
            board = board.paste(self.code, left_px, (canvas.height_px - self.code.height_px) // 2)
        return Page(board, on_ms)

    def pages(self, pages: Sequence[Page], canvas: Canvas) -> tuple[Page, ...]:
        """All pages on the whole board."""
        return tuple(self.page(page, canvas, len(pages)) for page in pages)

    def strip(self, strip: Frame, canvas: Canvas) -> Frame:
        """The line with the icon in front."""
        if not self.icon:
            return strip
        lead = Frame.blank(self._left_px(canvas), canvas.height_px, canvas.colour)
        return Frame.join([lead.paste(self.icon, 0, (canvas.height_px - self.icon.height_px) // 2), strip])

    def _left_px(self, canvas: Canvas) -> int:
        return self.icon.width_px + _gap_px(canvas) if self.icon else 0

    def _right_px(self, canvas: Canvas) -> int:
        return self.code.width_px + _gap_px(canvas) if self.code else 0


def _gap_px(canvas: Canvas) -> int:
    return max(_LEAST_GAP_PX, canvas.height_px // _ROWS_A_GAP)


PLAIN = Dress()
"""Words alone."""
