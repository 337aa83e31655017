"""Tests of the steps: plain values that compare by content."""

from signboard.playlog.evidence import Evidence
from signboard.protocols.steps import Outcome, Pause, Reply, Send


def test_steps_compare_by_content() -> None:
    """Two steps with the same content are equal, so tests and caches may compare them."""
    assert Send(b"a") == Send(b"a")
    assert Pause(0.1) != Pause(0.2)


def test_fields_are_nobody_elses() -> None:
    """Every reply and every outcome has a field table of its own."""
    Reply("ack").fields["error"] = 5
    Outcome(Evidence.SENT).fields["error"] = 5

    assert Reply("ack").fields == {}
    assert Outcome(Evidence.SENT).fields == {}
