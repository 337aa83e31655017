"""Dynamic areas of Onbon BX cards: what they show as time passes, whichever generation's bytes they came in.

What a real card does while pages move was never seen by us; every rule here about motion, order and the end of a pass
is a guess, told in docs/protocols/bx5.md.
"""

from typing import NamedTuple

from signboard.frame.frame import Frame
from signboard.frame.message import Strip
from signboard.protocols.onbon_codes import Area

__all__ = ["STEP_MS", "AreaError", "AreaPage", "DynamicArea", "need"]

STEP_MS = 10  # guessed: one pixel in so many ms and unit of speed


class AreaError(Exception):
    """The area cannot be shown on this screen; the card refuses it with 18 (screen parameters)."""


def need(truth: bool, otherwise: str) -> None:
    """Let the card go on where `truth` is.

    Raises:
        AreaError: `otherwise`.
    """
    if not truth:
        raise AreaError(otherwise)


class AreaPage(NamedTuple):
    """One page: its picture, how it enters, how long it stands (0: until replaced), how many columns count."""

    frame: Frame
    effect: int
    step_ms: int
    stay_ms: int
    valid_px: int

    @property
    def entry_ms(self) -> int:
        """How long the page needs to move in."""
        return self.frame.width_px * self.step_ms if self.effect == Area.MOVE_LEFT else 0

    def at(self, offset_ms: int) -> Frame:
        """The page so long after it began to enter."""
        width_px = self.frame.width_px
        if offset_ms >= self.entry_ms:
            return self.frame
        return self.frame.crop(offset_ms // self.step_ms - width_px, width_px)


class DynamicArea(NamedTuple):
    """One area as the card keeps it in RAM. `since_ms` is when its update arrived."""

    area_id: int
    run_mode: int
    timeout_s: int
    play: int
    x: int
    y: int
    pages: tuple[AreaPage, ...]
    since_ms: int

    @property
    def is_strip(self) -> bool:
        """Is it more, or less, than one full page under an effect that moves left? Only strips move here."""
        first = self.pages[0]
        moves_left = first.effect in (Area.MOVE_LEFT, Area.RUN_LEFT)
        return moves_left and (len(self.pages) > 1 or first.valid_px != first.frame.width_px)

    @property
    def is_still(self) -> bool:
        """Is it one page that stands until it is replaced?"""
        is_alone = len(self.pages) == 1 and not self.is_strip
        return is_alone and (self.run_mode != Area.ONCE or not self.pages[0].stay_ms)

    @property
    def strip(self) -> Frame:
        """The columns that count, of all pages, side by side."""
        return Frame.join([page.frame.crop(0, page.valid_px) for page in self.pages])

    def is_silent(self, now_ms: int) -> bool:
        """Has no update come for `timeout_s`? (0: never)."""
        return bool(self.timeout_s) and now_ms - self.since_ms >= self.timeout_s * 1000

    def picture(self, now_ms: int) -> Frame | None:
        """What the area shows; None where it has given the screen back to the stored programs."""
        if self.is_silent(now_ms):
            first = self.pages[0].frame
            if self.run_mode == Area.BLANK:
                return Frame.blank(first.width_px, first.height_px, first.colour)
            if self.run_mode == Area.LOGO:
                return None
        offset_ms = max(0, now_ms - self.since_ms)
        duration_ms = None if self.is_still else self.duration_ms
        if duration_ms is None:
            return self._page_at(offset_ms)
        if offset_ms >= duration_ms and self.run_mode == Area.ONCE:
            return None
        if offset_ms >= duration_ms and self.run_mode == Area.HOLD:
            return self.pages[-1].frame
        return self._moving_at(offset_ms % duration_ms)

    @property
    def duration_ms(self) -> int | None:
        """Length of one pass; None where a page stands until it is replaced."""
        if self._runs:
            return self._run().duration_ms
        if not self.pages[-1].stay_ms:
            return None
        return sum(self._length_ms(page) for page in self.pages)

    def _run(self) -> Strip:
        page = self.pages[0]
        return Strip(self.strip, page.frame.width_px, 1, page.step_ms, on_card=True)

    def _moving_at(self, offset_ms: int) -> Frame:
        return self._run().at(offset_ms).frame if self._runs else self._page_at(offset_ms)

    @property
    def _runs(self) -> bool:
        return self.is_strip and self.pages[0].effect == Area.RUN_LEFT

    def _length_ms(self, page: AreaPage) -> int:
        return page.stay_ms + (page.entry_ms if self.is_strip else 0)

    def _page_at(self, offset_ms: int) -> Frame:
        for page in self.pages[:-1]:
            length_ms = self._length_ms(page)
            if offset_ms < length_ms:
                return page.at(offset_ms) if self.is_strip else page.frame
            offset_ms -= length_ms
        return self.pages[-1].at(offset_ms) if self.is_strip else self.pages[-1].frame
