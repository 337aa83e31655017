"""Tests of what a host says to every Onbon card, on a BX-5E."""

from collections.abc import Callable

import pytest

from signboard.errors import GarbledError, InputError, NakError, WrongBoardError
from signboard.frame.frame import Colour, Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols.bx5 import Bx5Driver
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.loopback import carry
from signboard.protocols.onbon_wire import Packet, frames_in, unpack
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange, Expect, Outcome, Reply, Send

CORNERS = Frame.blank(32, 16).flipped([(0, 0), (1, 0), (31, 15), (5, 9)])


BOARD = BoardSpec(32, 16)


def driver(**options: str) -> Bx5Driver:
    """A driver for 32x16 pixels, mono."""
    return Bx5Driver(BoardSpec(32, 16, options=options))


def panel(**options: str) -> Bx5Panel:
    """A card with 32x16 pixels, mono."""
    return Bx5Panel(BoardSpec(32, 16, options=options))


def packet(exchange: Exchange) -> Packet:
    """The packet that an exchange sends first."""
    step = next(exchange)
    assert isinstance(step, Send)
    (inner,) = frames_in(step.data)
    found, flaw = unpack(inner)
    assert found
    assert flaw == ""
    return found


def test_without_answers_a_picture_is_only_sent() -> None:
    """With option `reply=no` the board stays silent and nobody waits or claims more."""
    card = panel()
    outcome = carry(driver(reply="no").show(CORNERS), card)

    assert outcome == Outcome(Evidence.SENT)
    assert card.picture(0) == CORNERS


def test_an_answer_is_awaited_as_long_as_said() -> None:
    """The time of the expectation is option `answer_s`."""
    exchange = driver(answer_s="2").show(CORNERS)
    next(exchange)
    step = exchange.send(None)

    assert isinstance(step, Expect)
    assert (step.timeout_s, step.what) == (2.0, "ack")


def test_sequence_numbers_count_up_and_wrap() -> None:
    """Each command in the common header has the next number; after 65535 comes 0."""
    host = driver(sequence="65535")

    assert [packet(host.set_power(True)).sequence for _ in range(3)] == [65535, 0, 1]


def test_the_same_picture_is_encoded_once() -> None:
    """Its header has no place for a number, so it is the same packet, whatever was asked between."""
    host = driver()
    first = next(host.show(CORNERS))
    packet(host.set_power(True))
    again = next(host.show(CORNERS))

    assert isinstance(first, Send)
    assert isinstance(again, Send)
    assert first.data is again.data


def test_identify_tells_what_the_board_says() -> None:
    """A ping's outcome holds size, colour, firmware and type."""
    fields = carry(driver().identify(), panel()).fields

    assert (fields["width_px"], fields["height_px"], fields["colour"]) == (32, 16, "mono")
    assert (fields["firmware"], fields["device_type"]) == ("13010801", "5E1")


@pytest.mark.parametrize(
    "other",
    [
        BoardSpec(64, 16),
        BoardSpec(32, 32),
        BoardSpec(32, 16, Colour.DUAL),
        BoardSpec(32, 16, options={"device_type": "5E2"}),
    ],
)
def test_another_board_is_noticed(other: BoardSpec) -> None:
    """Another width, height, colour or card type is an error that names both sides and is never retried."""
    with pytest.raises(WrongBoardError) as caught:
        carry(driver().identify(), Bx5Panel(other))

    assert not caught.value.retryable
    assert f"{other.width_px}x{other.height_px}" in str(caught.value)
    assert "32x16" in str(caught.value)


def test_any_type_of_card_will_do_when_configured_so() -> None:
    """With device type `any` only size and colour are compared."""
    assert carry(driver(device_type="any").identify(), panel(device_type="5E3")).fields["device_type"] == "5E3"


def test_status_and_the_readable_settings_come_back() -> None:
    """What the host set can be read: power, brightness, clock."""
    host, card = driver(), panel()
    carry(host.set_brightness(4), card)
    carry(host.set_clock(2026, 11, 15, 5, 59, 58), card, 1000)
    carry(host.set_power(False), card)

    assert carry(host.status(), card, 4000).fields == {
        "power": 0,
        "brightness": 4,
        "programs": 1,
        "clock": "2026-11-15T06:00:01",
    }
    assert carry(host.read_brightness(), card).fields == {"mode": 0, "brightness": 4}
    assert carry(host.read_controller_id(), card).fields == {"controller_id": b"13010801".hex()}


@pytest.mark.parametrize(
    "call",
    [
        lambda host: host.set_brightness(16),
        lambda host: host.set_brightness(-1),
        lambda host: host.set_clock(2026, 2, 29, 0, 0, 0),
        lambda host: host.set_clock(2026, 2, 28, 24, 0, 0),
    ],
)
def test_impossible_settings_are_refused_before_sending(call: Callable[[Bx5Driver], Exchange]) -> None:
    """A level or an instant that does not exist is told at the call, with nothing on the wire."""
    with pytest.raises(InputError):
        call(driver())


@pytest.mark.parametrize(("nak", "retryable"), [(3, True), (5, True), (4, False), (17, False), (200, False)])
def test_refusals_become_errors(nak: int, retryable: bool) -> None:
    """A refusal says whether trying again can help."""
    with pytest.raises(NakError) as caught:
        carry(driver().show(CORNERS), panel(test_nak=str(nak)))

    assert (caught.value.nak, caught.value.retryable) == (nak, retryable)


def test_an_answer_to_another_question_is_garbled() -> None:
    """An ACK in place of the ping's answer is no identity."""
    exchange = driver().identify()
    next(exchange)
    exchange.send(None)
    with pytest.raises(GarbledError):
        exchange.send(Reply("ack"))
