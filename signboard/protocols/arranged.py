"""Both halves for a board whose modules hang otherwise than its controller believes: pictures are turned on their way.

The driver below speaks to the controller and knows the controller's size; whoever stands above knows what people see.
Likewise the panel below is the controller, and a person sees its picture turned back.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol, runtime_checkable

from signboard.frame.arrange import Arrangement
from signboard.frame.frame import Frame
from signboard.frame.message import Page, Strip
from signboard.protocols.plain import impossible
from signboard.protocols.spec import BoardSpec, Driver, Panel, PanelEvent, ProtocolSpec, StoringDriver
from signboard.protocols.steps import Exchange

__all__ = ["ArrangedDriver", "ArrangedPanel", "ArrangedRefusingPanel", "ArrangedStoringDriver", "arranged", "hung"]


def arranged(driver: Driver, arrangement: Arrangement) -> Driver:
    """The driver itself where the controller's picture is what people see, else one that turns every picture."""
    if arrangement.is_plain:
        return driver
    return (
        ArrangedStoringDriver(driver, arrangement)
        if isinstance(driver, StoringDriver)
        else ArrangedDriver(driver, arrangement)
    )


def hung(family: ProtocolSpec, arrangement: Arrangement, size: tuple[int, int]) -> ProtocolSpec:
    """The family as it looks on a board that people see in this `size`; the family itself on a plain one."""
    if arrangement.is_plain:
        return family

    def panel(board: BoardSpec) -> Panel:
        inner = family.panel(board)
        kind = ArrangedRefusingPanel if isinstance(inner, _Refusing) else ArrangedPanel
        return kind(inner, arrangement, size)

    return replace(family, driver=lambda board: arranged(family.driver(board), arrangement), panel=panel)


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


@runtime_checkable
class _Refusing(Protocol):
    forced_nak: int


class ArrangedPanel:
    """Shows what people see of a controller's picture.

    Args:
        inner: the controller.
        arrangement: how the modules hang.
        size: width and height as people see them.
    """

    def __init__(self, inner: Panel, arrangement: Arrangement, size: tuple[int, int]) -> None:
        self.board = inner.board
        self.faults = inner.faults
        self._inner = inner
        self._arrangement = arrangement
        self._size = size

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, Sequence[PanelEvent]]:
        """Take bytes; pictures come as people see them."""
        answer, events = self._inner.feed(data, now_ms)
        return answer, [self._turned(event) for event in events]

    def picture(self, now_ms: int) -> Frame:
        """What people see now."""
        return self._arrangement.to_seen(self._inner.picture(now_ms), self._size)

    def power_cycle(self) -> None:
        """Forget RAM, keep flash."""
        self._inner.power_cycle()

    def _turned(self, event: PanelEvent) -> PanelEvent:
        frame, board = event.frame, self.board
        if frame is None or (frame.width_px, frame.height_px) != (board.width_px, board.height_px):
            return event
        return replace(event, frame=self._arrangement.to_seen(frame, self._size))


class ArrangedRefusingPanel(ArrangedPanel):
    """The same for a card that can be told to refuse."""

    @property
    def forced_nak(self) -> int:
        """Refuse every command with this number; 0 is off."""
        return self._inner.forced_nak if isinstance(self._inner, _Refusing) else 0

    @forced_nak.setter
    def forced_nak(self, number: int) -> None:
        if isinstance(self._inner, _Refusing):
            self._inner.forced_nak = number
