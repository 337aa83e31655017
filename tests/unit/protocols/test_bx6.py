"""Tests of the BX-6 driver and of what the family states about itself."""

import pytest

from signboard.errors import InputError, WrongBoardError
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols.bx6 import SPEC, Bx6Driver
from signboard.protocols.bx6_panel import Bx6Panel
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.onbon_wire import Dialect, Packet, frames_in, unpack
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange, Outcome, Send

CORNERS = Frame.blank(40, 16).flipped([(0, 0), (1, 0), (39, 15), (33, 9)])
BOARD = BoardSpec(40, 16)
PROBE = (
    "a5a5a5a5a5a5a5a5 feff0080f000740100000000 6a000000 01a700 6500 0100 3f000000"
    "00 00 3c00 01 0000 01 00000000 10 0000 0000 1800 0800 00 00 65 00 00 0000000000 0100"
    "1a000000 00 01 01 0a ee02 01 1800 000000000000000000 00000000 20000000"
    "fffeff1f ffffffbf ffffffdf ffffffef fffffff7 fffffffb ffffff7d ffffff7f 426d 5a"
)


def packet(exchange: Exchange) -> Packet:
    """The packet that an exchange sends first."""
    step = next(exchange)
    assert isinstance(step, Send)
    (inner,) = frames_in(step.data)
    found, flaw = unpack(inner)
    assert found
    assert flaw == ""
    return found


def test_the_worked_example_is_written() -> None:
    """The probe picture becomes the published bytes, checksum and all."""
    probe = Frame.blank(24, 8).flipped(
        [(0, 0), (1, 0), (2, 0), (23, 0), (0, 6), (0, 7), *((y, y) for y in range(1, 7))]
    )
    options = {"run_mode": "0", "timeout_s": "60", "speed": "10", "stay": "750"}

    assert next(Bx6Driver(BoardSpec(24, 8, options=options)).show(probe)) == Send(bytes.fromhex(PROBE))


def test_a_picture_is_shown_and_acknowledged() -> None:
    """A picture arrives as it is and the outcome says that the board took it."""
    card = Bx6Panel(BOARD)

    assert carry(Bx6Driver(BOARD).show(CORNERS), card) == Outcome(Evidence.ACKED)
    assert card.picture(0) == CORNERS


def test_pictures_travel_in_f0_and_commands_in_07() -> None:
    """Control commands have the sixth generation's common header unless told otherwise."""
    host = Bx6Driver(BOARD)

    assert packet(host.show(CORNERS)).dialect is Dialect.F0
    assert packet(host.set_power(True)).dialect is Dialect.COMMON6
    assert packet(Bx6Driver(BoardSpec(40, 16, options={"dialect": "f0"})).identify()).dialect is Dialect.F0


def test_several_areas_go_in_one_update() -> None:
    """Two pictures for two areas are one question, and both show."""
    card = Bx6Panel(BOARD)
    left, right = Frame.blank(8, 16).flipped([(0, 0)]), Frame.blank(5, 3).flipped([(4, 2)])
    outcome, events = carry_out(Bx6Driver(BOARD).show_areas([(0, 0, 0, left), (7, 33, 10, right)]), card)

    assert outcome.evidence is Evidence.ACKED
    assert [event.frame for event in events] == [Frame.blank(40, 16).flipped([(0, 0), (37, 12)])]


def test_an_area_outside_the_board_is_refused_before_sending() -> None:
    """Every area's own place is judged."""
    with pytest.raises(InputError):
        Bx6Driver(BOARD).show_areas([(0, 0, 0, CORNERS), (1, 1, 0, CORNERS)])


def test_shades_need_a_full_colour_board() -> None:
    """Three bytes per pixel are refused by a driver for one colour; on full colour they show from half on."""
    pixels = bytes((0x7F, 0x80, 0xFF)) * 8
    board = BoardSpec(4, 2, Colour.RGB)
    card = Bx6Panel(board)
    carry(Bx6Driver(board).show_shades(4, 2, pixels), card)

    assert [card.picture(0).pixel(3, 1, plane) for plane in range(3)] == [False, True, True]
    with pytest.raises(InputError):
        Bx6Driver(BoardSpec(4, 2)).show_shades(4, 2, pixels)


def test_a_fifth_generation_card_is_noticed() -> None:
    """A ping that tells another type of card is an error that names both."""
    with pytest.raises(WrongBoardError) as caught:
        carry(Bx6Driver(BOARD).identify(), Bx6Panel(BoardSpec(40, 16, options={"device_type": "5401"})))

    assert (caught.value.fields["found_type"], caught.value.fields["due_type"]) == ("5E1", "6E1")


def test_a_strip_is_handed_over_whole() -> None:
    """The card gets every column of the strip and moves it from the right edge to the left."""
    strip = Strip(Frame.blank(95, 16).flipped([(0, 0), (94, 15), (40, 7)]), board_px=40, step_px=1, step_ms=30)
    card = Bx6Panel(BOARD)
    _, events = carry_out(Bx6Driver(BOARD).scroll(strip), card)

    assert [(event.name, event.frame) for event in events] == [("strip", strip.strip)]
    for now_ms in range(0, 2 * strip.duration_ms, 300):
        assert card.picture(now_ms) == strip.at(now_ms % strip.duration_ms).frame


@pytest.mark.parametrize(
    ("board", "wire_bytes"),
    [(BoardSpec(128, 16), 361), (BoardSpec(128, 32), 614), (BoardSpec(192, 32), 870)],
)
def test_the_budget_is_near_the_measured_bytes(board: BoardSpec, wire_bytes: int) -> None:
    """Request and acknowledgement as budgeted lie within 2 % above what text pictures were measured to need."""
    assert wire_bytes + 36 <= SPEC.wire_bytes(board) <= 1.02 * (wire_bytes + 36)


def test_the_spec_checks_boards() -> None:
    """Good boards in every colour pass the check."""
    for colour in SPEC.capabilities.colours:
        SPEC.check(BoardSpec(128, 32, colour, {"screen": "3"}))
