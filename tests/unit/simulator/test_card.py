"""The panel with faults in front of it, tried on a panel that answers every byte."""

from random import Random

import pytest

from signboard.errors import UsageError
from signboard.frame.frame import Frame
from signboard.protocols.spec import BoardSpec, PanelEvent
from signboard.simulator.card import Card
from signboard.simulator.faults import BoardFaults
from signboard.transports.noise import Noise


class EchoPanel:
    """Acknowledges whatever comes with the same bytes."""

    def __init__(self) -> None:
        self.board = BoardSpec(8, 8)
        self.faults: dict[str, int] = {}
        self.seen = b""

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, list[PanelEvent]]:
        """Echo."""
        self.seen += data
        return data, [PanelEvent("command", "echo", f"{len(data)} bytes at {now_ms} ms", raw=data)]

    def picture(self, now_ms: int) -> Frame:
        """Dark but for one pixel that tells the time."""
        return Frame.blank(8, 8).flipped([(now_ms % 8, 0)])

    def power_cycle(self) -> None:
        """Forget."""
        self.seen = b""


class RefusingPanel(EchoPanel):
    """Says N instead when told to refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.forced_nak = 0

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, list[PanelEvent]]:
        """Refuse or echo."""
        return (b"N", []) if self.forced_nak else super().feed(data, now_ms)


def card(faults: BoardFaults, panel: EchoPanel | None = None) -> Card:
    """A card with seeded chance."""
    return Card(panel or EchoPanel(), faults, Random(1))  # noqa: S311 - faults to order, no secret


def test_without_faults_the_panel_speaks() -> None:
    """Answer and events pass unchanged, the time too."""
    answer, events = card(BoardFaults()).feed(b"abc", 7)

    assert answer == b"abc"
    assert [event.meaning for event in events] == ["3 bytes at 7 ms"]


def test_the_picture_is_the_panels() -> None:
    """Asked at an instant."""
    assert card(BoardFaults()).picture(3).pixel(3, 0)


def test_noise_is_put_on_both_ways_and_told() -> None:
    """Doubled before the panel, doubled behind it, each with an event."""
    panel = EchoPanel()
    answer, events = card(BoardFaults(noise=Noise(double=1.0)), panel).feed(b"a", 0)

    assert panel.seen == b"aa"
    assert answer == b"aaaa"
    assert [event.name for event in events] == ["noise", "echo", "bent_answer"]


def test_an_answer_can_be_kept_back() -> None:
    """The panel understood, the host hears nothing."""
    panel = EchoPanel()
    answer, events = card(BoardFaults(no_answer=1.0), panel).feed(b"a", 0)

    assert (panel.seen, answer) == (b"a", b"")
    assert [event.name for event in events] == ["echo", "no_answer"]


def test_a_tail_stands_behind_every_answer() -> None:
    """As some cards send it."""
    assert card(BoardFaults(tail=b"\x5a")).feed(b"a", 0)[0] == b"a\x5a"


def test_refusals_come_in_their_share() -> None:
    """About three in ten messages are refused, by the same seed the same ones."""
    trial = card(BoardFaults(nak=3, nak_share=0.3), RefusingPanel())
    answers = [trial.feed(b"a", 0)[0] for _ in range(500)]

    assert 0.2 < answers.count(b"N") / 500 < 0.4


def test_a_panel_that_cannot_refuse_is_not_asked_to() -> None:
    """The fault `nak` needs a protocol with refusals."""
    with pytest.raises(UsageError) as caught:
        card(BoardFaults(nak=3))
    assert caught.value.code == "no_refusals"
