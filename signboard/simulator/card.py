"""A panel with faults in front of it: bytes in, answers and events out. No port, no thread, no clock."""

from collections.abc import Sequence
from random import Random
from typing import Protocol, runtime_checkable

from signboard.errors import N_, UsageError
from signboard.frame.frame import Frame
from signboard.protocols.spec import Panel, PanelEvent
from signboard.simulator.faults import BoardFaults
from signboard.transports.noise import disturb

__all__ = ["Card", "Refusing", "check_refusals"]


@runtime_checkable
class Refusing(Protocol):
    """A panel that can be told to refuse.

    Attributes:
        forced_nak: refuse every command with this number; 0 is off.
    """

    forced_nak: int


def check_refusals(panel: Panel, faults: BoardFaults) -> None:
    """Nothing where the panel can go wrong in all these ways.

    Raises:
        UsageError: `no_refusals`.
    """
    if faults.nak is not None and not isinstance(panel, Refusing):
        raise UsageError(
            N_("This kind of board refuses nothing, so the fault 'nak' cannot be made; leave it out."),
            code="no_refusals",
        )


class Card:
    """The board's inside.

    Args:
        panel: the protocol's half.
        faults: what goes wrong.
        chance: seeded source of every mishap.

    Raises:
        UsageError: `no_refusals`, a refusal is asked of a protocol that has none.
    """

    def __init__(self, panel: Panel, faults: BoardFaults, chance: Random) -> None:
        check_refusals(panel, faults)
        self.panel = panel
        self._faults = faults
        self._chance = chance
        self._draw_refusal()

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, Sequence[PanelEvent]]:
        """Take bytes from the line; return what goes back, and what was understood and injected."""
        bent = disturb(data, self._faults.noise, self._chance)
        answer, understood = self.panel.feed(bent, now_ms)
        events = list(understood)
        if bent != data:
            events.insert(
                0, PanelEvent("injected", "noise", "bytes were disturbed on their way to the board", raw=bent)
            )
        if not answer:
            return b"", events
        self._draw_refusal()
        if self._chance.random() < self._faults.no_answer:
            events.append(PanelEvent("injected", "no_answer", "the board's answer was kept back", raw=answer))
            return b"", events
        back = disturb(answer + self._faults.tail, self._faults.noise, self._chance)
        if back != answer:
            events.append(PanelEvent("injected", "bent_answer", "the board's answer was changed on its way", raw=back))
        return back, events

    def picture(self, now_ms: int) -> Frame:
        """What the board shows now."""
        return self.panel.picture(now_ms)

    def _draw_refusal(self) -> None:
        """Decide on the next message; an answer is the only border between messages that every protocol shows."""
        if isinstance(self.panel, Refusing) and self._faults.nak is not None:
            refuses = self._chance.random() < self._faults.nak_share
            self.panel.forced_nak = self._faults.nak if refuses else 0
