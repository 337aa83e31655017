"""Message: what one pass of a slogan puts on the board over time. A value; it never looks at a clock.

A message is either pages (each a full board picture with its on-time) or one long strip that passes through the board.
Asking `at(offset_ms)` gives the picture at that instant of the pass, its place (page, phase) and how long it stands, so
the same question serves preview, board, rehearsal and `why`.
"""

import bisect
import itertools
from dataclasses import dataclass, field

from signboard.frame.frame import Frame

__all__ = ["Message", "Page", "Pages", "Picture", "Strip"]


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands on the board at one instant of a pass.

    Attributes:
        frame: the pixels.
        page: index of the page from 0 (0 for a strip); a step on the way to the next page counts as the page it leaves.
        phase_px: how far a strip has moved; 0 for pages.
        since_ms, until_ms: the half-open part of the pass during which exactly this picture stands.
    """

    frame: Frame
    page: int
    phase_px: int
    since_ms: int
    until_ms: int


@dataclass(frozen=True, slots=True)
class Page:
    """One full board picture and how long it stands.

    Attributes:
        is_step: a picture on the way from one page to the next, not meant to be read by itself.
    """

    frame: Frame
    on_ms: int
    is_step: bool = False

    def __post_init__(self) -> None:
        if self.on_ms <= 0:
            raise ValueError(f"a page must stand for some time, not {self.on_ms} ms")


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages in order. One page is the static case.

    Attributes:
        pages: in order, with the steps between them.
        effect: how one page follows another, for the record; at once where it says `pages`.
    """

    pages: tuple[Page, ...]
    effect: str = "pages"
    _ends_ms: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _pictures: tuple[Picture, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.stills:
            raise ValueError("a message needs a page that can be read")
        ends_ms = tuple(itertools.accumulate(page.on_ms for page in self.pages))
        numbers = itertools.accumulate(not page.is_step for page in self.pages)
        pictures = (
            Picture(page.frame, max(0, number - 1), 0, end_ms - page.on_ms, end_ms)
            for page, number, end_ms in zip(self.pages, numbers, ends_ms, strict=True)
        )
        object.__setattr__(self, "_ends_ms", ends_ms)
        object.__setattr__(self, "_pictures", tuple(pictures))

    @property
    def motion(self) -> str:
        """`static` for one page, else the effect."""
        return "static" if len(self.pages) == 1 else self.effect

    @property
    def stills(self) -> tuple[Page, ...]:
        """The pages that are read, without the steps between them."""
        return tuple(page for page in self.pages if not page.is_step)

    @property
    def duration_ms(self) -> int:
        """Length of one pass."""
        return self._ends_ms[-1]

    def at(self, offset_ms: int) -> Picture:
        """The picture at `offset_ms` from the start of the pass; offsets outside the pass are clamped to it."""
        index = bisect.bisect_right(self._ends_ms, max(0, offset_ms))
        return self._pictures[min(index, len(self._pictures) - 1)]


@dataclass(frozen=True, slots=True)
class Strip:
    """One long strip that enters at the right edge and leaves at the left.

    The pass begins with a dark board (phase 0) and ends when the last column has left: the strip moves `step_px` every
    `step_ms` until it has travelled `board_px + strip.width_px`.

    Attributes:
        strip: the whole line, as high as the board.
        board_px: width of the board.
        on_card: the board itself scrolls (one upload); `at` then gives the strip's nominal position.
    """

    strip: Frame
    board_px: int
    step_px: int
    step_ms: int
    on_card: bool = False

    def __post_init__(self) -> None:
        if min(self.board_px, self.step_px, self.step_ms, self.strip.width_px) <= 0:
            raise ValueError("a strip needs a width, a board and a step greater than 0")

    @property
    def motion(self) -> str:
        """`card` where the board scrolls by itself, else `scroll`."""
        return "card" if self.on_card else "scroll"

    @property
    def travel_px(self) -> int:
        """How far the strip moves in one pass."""
        return self.board_px + self.strip.width_px

    @property
    def duration_ms(self) -> int:
        """Length of one pass: the last step's picture is the last one with a lit column."""
        return -(-self.travel_px // self.step_px) * self.step_ms

    def at(self, offset_ms: int) -> Picture:
        """The picture at `offset_ms` from the start of the pass; offsets outside the pass are clamped to it."""
        steps = self.duration_ms // self.step_ms
        step = min(max(0, offset_ms) // self.step_ms, steps - 1)
        phase_px = step * self.step_px
        frame = self.strip.crop(phase_px - self.board_px, self.board_px)
        return Picture(frame, 0, phase_px, step * self.step_ms, (step + 1) * self.step_ms)


Message = Pages | Strip
