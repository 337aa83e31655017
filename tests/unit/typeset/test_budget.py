"""The wire's budget: pictures a second, with a reserve, never above the card's own pace."""

import math

import pytest

from signboard.typeset.budget import UNLIMITED, WireBudget


@pytest.mark.parametrize(
    ("budget", "updates_s"),
    [
        (UNLIMITED, math.inf),
        (WireBudget(0.05), 16),
        (WireBudget(None, max_fps=10), 10),
        (WireBudget(0.02, max_fps=10), 10),
        (WireBudget(0.2, max_fps=10), 4),
    ],
)
def test_counts_pictures(budget: WireBudget, updates_s: float) -> None:
    """80 % of the wire, and no more than the card takes."""
    assert budget.updates_s == pytest.approx(updates_s)
