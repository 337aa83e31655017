"""Tests of the BX-5E driver and of what the family states about itself."""

from collections.abc import Mapping

import pytest

from signboard.frame.frame import Colour, Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols.bx5 import SPEC, Bx5Driver
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.loopback import carry
from signboard.protocols.onbon_wire import Dialect, Packet, frames_in, unpack
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange, Outcome, Send

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
