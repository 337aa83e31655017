"""What goes wrong in a rehearsed month, by seed: cables, mains, computers, noise, clocks. Pure; chance is the seed's.

Faults follow each other with a pause between them, so that every recovery can be told from the next fault. Most lie
anywhere, one in five lies at an edge: the beginning or end of a day's hours, or midnight.
"""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

__all__ = ["USUAL", "Fault", "Kind", "plan"]


class Kind(enum.Enum):
    """What happens."""

    UNPLUG = "unplug"
    """The adapter is pulled out of the computer; its device is gone."""
    LOOSE = "loose"
    """The cable falls off the board; bytes leave and arrive nowhere."""
    BOARD_POWER = "board_power"
    """The board loses its power, and all that it kept in its memory."""
    MAINS = "mains"
    """Board and computer lose their power."""
    COMPUTER = "computer"
    """The computer falls out; the board keeps its power."""
    CRASH = "crash"
    """The process dies and is started again."""
    NOISE = "noise"
    """Bytes are lost, doubled and bent both ways."""
    STRANGER = "stranger"
    """The adapter is out, and another board comes back under its name before the right one does."""
    CLOCK = "clock"
    """Somebody sets the clock, and a time source sets it right."""
    WRONG_BOOT = "wrong_boot"
    """Board and computer lose their power, and the computer starts with a wrong date until a source sets it right."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One mishap.

    Attributes:
        at_s, lasts_s: true seconds since the rehearsal began, and how long.
        step_s: how far the clock is set or starts off.
        share: how many bytes suffer.
        right_s: how long after its end the clock is still wrong.
    """

    kind: Kind
    at_s: float
    lasts_s: float
    step_s: float = 0.0
    share: float = 0.0
    right_s: float = 0.0

    @property
    def until_s(self) -> float:
        """When everything is in order again, but for the recovery."""
        return self.at_s + self.lasts_s + self.right_s


USUAL = {
    Kind.UNPLUG: 9,
    Kind.LOOSE: 4,
    Kind.BOARD_POWER: 8,
    Kind.MAINS: 5,
    Kind.COMPUTER: 3,
    Kind.CRASH: 4,
    Kind.NOISE: 4,
    Kind.STRANGER: 2,
    Kind.CLOCK: 4,
    Kind.WRONG_BOOT: 2,
}
"""How often each kind happens in a month of 31 days."""

_PAUSE_S = 90.0
_LENGTHS_S = {
    Kind.UNPLUG: (1.0, 1200.0),
    Kind.LOOSE: (1.0, 1200.0),
    Kind.BOARD_POWER: (0.3, 1800.0),
    Kind.MAINS: (20.0, 7200.0),
    Kind.COMPUTER: (30.0, 1800.0),
    Kind.CRASH: (0.5, 5.0),
    Kind.NOISE: (5.0, 60.0),
    Kind.STRANGER: (10.0, 600.0),
    Kind.CLOCK: (30.0, 900.0),
    Kind.WRONG_BOOT: (20.0, 1800.0),
}
_STEPS_S = (-7200.0, -3600.0, -600.0, -30.0, 30.0, 600.0, 3600.0, 7200.0)
_WRONG_S = (-40 * 86_400.0, -17 * 365 * 86_400.0, -3 * 3600.0, 40 * 86_400.0, 12 * 365 * 86_400.0)
_EDGE_SHARE = 0.2
_TRIES = 200


def plan(
    seed: int, since_s: float, until_s: float, *, edges_s: Sequence[float] = (), counts: dict[Kind, int] | None = None
) -> tuple[Fault, ...]:
    """The faults of [since_s, until_s) in their order; the same seed gives the same ones.

    Args:
        seed: of all chance.
        since_s: from here, in true seconds since the rehearsal began.
        until_s: to here.
        edges_s: instants at which faults like to strike.
        counts: how often each kind; the usual ones where nobody says.
    """
    chance = Random(f"{seed}/{since_s}")  # noqa: S311 - a rehearsal has to be repeatable, not secret
    found: list[Fault] = []
    for kind, count in (USUAL if counts is None else counts).items():
        for _ in range(count):
            fault = _placed(kind, chance, (since_s, until_s), edges_s, found)
            if fault:
                found.append(fault)
    return tuple(sorted(found, key=lambda fault: fault.at_s))


def _placed(
    kind: Kind, chance: Random, span: tuple[float, float], edges_s: Sequence[float], others: Sequence[Fault]
) -> Fault | None:
    """One that keeps its distance from the others; None where there is no room."""
    for _ in range(_TRIES):
        fault = _drawn(kind, chance, span, edges_s)
        begins, ends = fault.at_s - _PAUSE_S, fault.until_s + _PAUSE_S
        is_inside = span[0] <= begins and ends <= span[1]
        if is_inside and all(other.until_s < begins or ends < other.at_s for other in others):
            return fault
    return None


def _drawn(kind: Kind, chance: Random, span: tuple[float, float], edges_s: Sequence[float]) -> Fault:
    shortest_s, longest_s = _LENGTHS_S[kind]
    at_s = chance.uniform(*span)
    lasts_s = shortest_s * (longest_s / shortest_s) ** chance.random()
    if edges_s and chance.random() < _EDGE_SHARE:
        at_s = chance.choice(list(edges_s)) - chance.choice((0.0, 0.04, 0.5, lasts_s, lasts_s / 2))
    if kind is Kind.NOISE:
        return Fault(kind, at_s, lasts_s, share=chance.choice((0.001, 0.01, 0.05)))
    if kind is Kind.CLOCK:
        return Fault(kind, at_s, lasts_s, step_s=chance.choice(_STEPS_S))
    if kind is Kind.WRONG_BOOT:
        return Fault(kind, at_s, lasts_s, step_s=chance.choice(_WRONG_S), right_s=chance.uniform(20.0, 900.0))
    return Fault(kind, at_s, lasts_s)
