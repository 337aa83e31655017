"""Tests of driver and panel back to back."""

import pytest

from signboard.errors import NoAnswerError
from signboard.frame.frame import Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols.bx5 import SPEC
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange, Outcome, Pause, Send

BOARD = BoardSpec(16, 8)


def test_an_exchange_is_carried_to_its_outcome() -> None:
    """A picture is sent, acknowledged, and seen on the panel."""
    picture = Frame.blank(16, 8).flipped([(1, 2)])
    outcome, events = carry_out(SPEC.driver(BOARD).show(picture), SPEC.panel(BOARD))

    assert outcome.evidence == Evidence.ACKED
    assert [picture] == [event.frame for event in events]


def test_silence_reaches_the_driver_as_an_error() -> None:
    """Where the panel says nothing, the exchange fails as it would on a dead line."""
    silent = SPEC.panel(BoardSpec(16, 8, options={"test_silent": "yes"}))
    with pytest.raises(NoAnswerError) as caught:
        carry(SPEC.driver(BOARD).identify(), silent)

    assert caught.value.fields["what"] == "ping"


def test_pauses_take_no_time() -> None:
    """A pause is passed over; the instant is the caller's."""

    def exchange() -> Exchange:
        yield Pause(3600)
        yield Send(b"")
        return Outcome(Evidence.SENT)

    assert carry(exchange(), SPEC.panel(BOARD)) == Outcome(Evidence.SENT)
