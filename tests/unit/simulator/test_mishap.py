"""Mishaps that come from time to time."""

from signboard.simulator.faults import BoardFaults
from signboard.simulator.mishap import Mishaps


def test_without_periods_nothing_strikes() -> None:
    """Never."""
    mishaps = Mishaps(BoardFaults(), 0.0)

    assert mishaps.next_s is None
    assert mishaps.due(1e9) == []


def test_the_plug_goes_and_comes_again_and_again() -> None:
    """Out after 30 s, in after 2 more, and so on."""
    mishaps = Mishaps(BoardFaults(unplug_every_s=30, unplug_for_s=2), 100.0)
    story = [(second, name) for second in range(100, 200) for name in mishaps.due(float(second))]

    assert story == [(130, "unplug"), (132, "plug"), (162, "unplug"), (164, "plug"), (194, "unplug"), (196, "plug")]


def test_after_a_long_absence_each_strikes_once() -> None:
    """A laptop that slept does not make up for a hundred power cuts."""
    mishaps = Mishaps(BoardFaults(power_cycle_every_s=10), 0.0)

    assert mishaps.due(1005.0) == ["power_cycle"]
    assert mishaps.next_s == 1010.0
