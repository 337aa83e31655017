"""Mishaps from time to time: the plug is pulled, the mains fail, a stranger writes. Arithmetic on wire time only."""

from signboard.simulator.faults import BoardFaults

__all__ = ["Mishaps"]


class Mishaps:
    """When the periodic faults strike.

    Args:
        faults: their periods.
        now_s: wire time from which the first period counts.
    """

    def __init__(self, faults: BoardFaults, now_s: float) -> None:
        self._times: list[tuple[float, str, float]] = []
        if faults.unplug_every_s is not None:
            cycle_s = faults.unplug_every_s + faults.unplug_for_s
            self._times.append((now_s + faults.unplug_every_s, "unplug", cycle_s))
            self._times.append((now_s + cycle_s, "plug", cycle_s))
        if faults.power_cycle_every_s is not None:
            self._times.append((now_s + faults.power_cycle_every_s, "power_cycle", faults.power_cycle_every_s))
        if faults.stranger_every_s is not None:
            self._times.append((now_s + faults.stranger_every_s, "stranger", faults.stranger_every_s))

    @property
    def next_s(self) -> float | None:
        """When the next one strikes; None: never."""
        return min((at_s for at_s, _, _ in self._times), default=None)

    def due(self, now_s: float) -> list[str]:
        """`unplug`, `plug`, `power_cycle` and `stranger` that have struck by now, each at most once, in their order."""
        struck = sorted((at_s, name) for at_s, name, _ in self._times if at_s <= now_s)
        self._times = [
            (at_s + every_s * ((now_s - at_s) // every_s + 1) if at_s <= now_s else at_s, name, every_s)
            for at_s, name, every_s in self._times
        ]
        return [name for _, name in struck]
