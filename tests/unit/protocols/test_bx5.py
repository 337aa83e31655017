"""Tests of the BX-5E driver and of what the family states about itself."""

from collections.abc import Callable, Mapping

import pytest

from signboard.errors import GarbledError, InputError, NakError, UsageError, WrongBoardError
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols.bx5 import SPEC, Bx5Driver
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.onbon_wire import Dialect, Packet, frames_in, unpack
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


def test_a_picture_is_shown_and_acknowledged() -> None:
    """A picture arrives as it is and the outcome says that the board took it."""
    card = panel()
    outcome = carry(driver().show(CORNERS), card)

    assert outcome == Outcome(Evidence.ACKED)
    assert card.picture(0) == CORNERS


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


def test_areas_travel_in_f0_and_commands_by_choice() -> None:
    """Pictures and deletions always have the F0 header, control commands the one of option `dialect`."""
    assert packet(driver().show(CORNERS)).dialect is Dialect.F0
    assert packet(driver().delete()).dialect is Dialect.F0
    assert packet(driver().set_power(True)).dialect is Dialect.COMMON
    assert packet(driver(dialect="f0").set_power(True)).dialect is Dialect.F0


def test_the_manuals_ping_is_written_in_f0() -> None:
    """The ping of the manual, checksum and all."""
    expected = bytes.fromhex("a5a5a5a5a5a5a5a5feff0080f000feff000000000500000001a2000000c6865a")

    assert next(driver(dialect="f0").identify()) == Send(expected)


def test_sequence_numbers_count_up_and_wrap() -> None:
    """Each command in the common header has the next number; after 65535 comes 0."""
    host = driver(sequence="65535")

    assert [packet(host.set_power(True)).sequence for _ in range(3)] == [65535, 0, 1]


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


def test_clear_is_a_dark_picture_and_no_deletion() -> None:
    """After clear the board is dark although a stored program waits behind the area."""
    card = panel(stored="border")
    carry(driver().show(CORNERS), card)
    carry(driver().clear(), card)

    assert card.picture(0) == Frame.blank(32, 16)


def test_deleting_lets_the_stored_picture_return() -> None:
    """With the last area gone, one by one or all at once, the stored picture shows again."""
    for deletion in (driver().delete([0]), driver().delete()):
        card = panel(stored="border")
        stored = card.picture(0)
        carry(driver().show(CORNERS), card)
        carry(deletion, card)

        assert card.picture(0) == stored


@pytest.mark.parametrize(
    "call",
    [
        lambda host: host.set_brightness(16),
        lambda host: host.set_brightness(-1),
        lambda host: host.set_clock(2026, 2, 29, 0, 0, 0),
        lambda host: host.set_clock(2026, 2, 28, 24, 0, 0),
        lambda host: host.show(Frame.blank(33, 16)),
        lambda host: host.show(Frame.blank(32, 17)),
        lambda host: host.show(Frame.blank(32, 16, Colour.DUAL)),
    ],
)
def test_impossible_wishes_are_refused_before_sending(call: Callable[[Bx5Driver], Exchange]) -> None:
    """What the board cannot do is told at the call, with nothing on the wire."""
    with pytest.raises(InputError):
        call(driver())


def test_a_picture_goes_to_its_place() -> None:
    """The options x and y place a smaller picture; what does not fit there is refused."""
    host, card, small = driver(x="3", y="5"), panel(), Frame.blank(20, 8).flipped([(0, 0), (19, 7)])
    carry(host.show(small), card)

    assert card.picture(0) == Frame.blank(32, 16).paste(small, 3, 5)
    with pytest.raises(InputError):
        host.show(CORNERS)


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


def test_the_flip_switch_changes_exactly_one_pixel() -> None:
    """The test switch makes the board differ from what was meant, in one pixel, so that comparisons can be tested."""
    card = panel()
    carry(driver(test_flip_pixel="7,3").show(CORNERS), card)

    assert card.picture(0) == CORNERS.flipped([(7, 3)])


def test_a_strip_is_handed_over_whole() -> None:
    """The card gets every column of the strip and moves it from the right edge to the left."""
    strip = Strip(Frame.blank(75, 16).flipped([(0, 0), (74, 15), (40, 7)]), board_px=32, step_px=1, step_ms=30)
    card = panel()
    _, events = carry_out(driver().scroll(strip), card)

    assert [(event.name, event.frame) for event in events] == [("strip", strip.strip)]
    for now_ms in range(0, 2 * strip.duration_ms, 30):
        assert card.picture(now_ms) == strip.at(now_ms % strip.duration_ms).frame


def test_a_short_strip_moves_too() -> None:
    """A strip narrower than the board passes through it."""
    strip = Strip(Frame.blank(5, 16).flipped([(0, 0), (4, 15)]), board_px=32, step_px=1, step_ms=20)
    card = panel()
    carry(driver().scroll(strip), card)

    assert [card.picture(at) for at in (0, 20, 360)] == [strip.at(at).frame for at in (0, 20, 360)]


def test_a_strip_too_long_for_one_packet_is_refused() -> None:
    """The figures are in the refusal."""
    strip = Strip(Frame.blank(40_000, 16), board_px=32, step_px=1, step_ms=30)
    with pytest.raises(UsageError) as caught:
        driver().scroll(strip)

    assert caught.value.fields["most"] == 64_000


@pytest.mark.parametrize(
    ("board", "wire_bytes"),
    [(BoardSpec(128, 16), 337), (BoardSpec(128, 32), 590), (BoardSpec(192, 32), 846)],
)
def test_the_budget_is_near_the_measured_bytes(board: BoardSpec, wire_bytes: int) -> None:
    """Request and acknowledgement as budgeted lie within 2 % above what text pictures were measured to need."""
    assert wire_bytes + 36 <= SPEC.wire_bytes(board) <= 1.02 * (wire_bytes + 36)


def test_without_answers_the_budget_is_smaller() -> None:
    """No acknowledgement, no bytes for it."""
    options: Mapping[str, str] = {"reply": "no"}

    assert SPEC.wire_bytes(BOARD) - SPEC.wire_bytes(BoardSpec(32, 16, options=options)) == 36


def test_the_spec_checks_boards() -> None:
    """A good board passes the check."""
    SPEC.check(BoardSpec(128, 32, Colour.DUAL, {"screen": "3"}))
