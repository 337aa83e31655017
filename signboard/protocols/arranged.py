"""A driver for a board whose modules hang otherwise than its controller believes: pictures are turned on their way.

The driver below speaks to the controller and knows the controller's size; whoever stands above knows what people see.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from signboard.frame.arrange import Arrangement
from signboard.frame.frame import Frame
from signboard.frame.message import Page, Strip
from signboard.protocols.plain import impossible
from signboard.protocols.spec import Driver, StoringDriver
from signboard.protocols.steps import Exchange

__all__ = ["ArrangedDriver", "ArrangedStoringDriver", "arranged"]


def arranged(driver: Driver, arrangement: Arrangement) -> Driver:
    """The driver itself where the controller's picture is what people see, else one that turns every picture."""
    if arrangement.is_plain:
        return driver
    return (
        ArrangedStoringDriver(driver, arrangement)
        if isinstance(driver, StoringDriver)
        else ArrangedDriver(driver, arrangement)
    )


class ArrangedDriver:
    """Takes pictures as people see them.

    Args:
        inner: speaks to the controller.
        arrangement: how the modules hang.
    """

    def __init__(self, inner: Driver, arrangement: Arrangement) -> None:
        self.board = inner.board
        self._inner = inner
        self._arrangement = arrangement

    def identify(self) -> Exchange:
        """Who is there? Sizes are the controller's."""
        return self._inner.identify()

    def show(self, frame: Frame) -> Exchange:
        """Put this picture on the board."""
        return self._inner.show(self._arrangement.to_wire(frame))

    def scroll(self, strip: Strip) -> Exchange:
        """A card that scrolls moves its own picture, not the one that people see.

        Raises:
            UsageError: `not_possible`.
        """
        raise impossible("scroll", strip)

    def clear(self) -> Exchange:
        """A dark picture."""
        return self._inner.clear()

    def set_power(self, on: bool) -> Exchange:
        """Switch the board's light on or off."""
        return self._inner.set_power(on)

    def set_brightness(self, level: int) -> Exchange:
        """Set the level."""
        return self._inner.set_brightness(level)

    def set_clock(self, year: int, month: int, day: int, hour: int, minute: int, second: int) -> Exchange:
        """Set the board's clock to this civil time."""
        return self._inner.set_clock(year, month, day, hour, minute, second)


class ArrangedStoringDriver(ArrangedDriver):
    """The same for a board that keeps content."""

    def __init__(self, inner: StoringDriver, arrangement: Arrangement) -> None:
        super().__init__(inner, arrangement)
        self._storing = inner

    @property
    def writes_per_day(self) -> int:
        """How often any 24 hours may write the board's memory."""
        return self._storing.writes_per_day

    def allow(self, writes: int) -> None:
        """Let the driver write so often from now on."""
        self._storing.allow(writes)

    def would_write(self, pages: Sequence[Page], last_day: date | None = None) -> bool:
        """Would `store` write the board's memory?"""
        return self._storing.would_write(self._turned(pages), last_day)

    def store(self, pages: Sequence[Page], last_day: date | None = None) -> Exchange:
        """Keep these pages, as people see them."""
        return self._storing.store(self._turned(pages), last_day)

    def resume(self) -> Exchange:
        """Show what the board keeps."""
        return self._storing.resume()

    def _turned(self, pages: Sequence[Page]) -> list[Page]:
        return [replace(page, frame=self._arrangement.to_wire(page.frame)) for page in pages]
