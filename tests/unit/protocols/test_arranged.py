"""Drivers for boards whose modules hang otherwise."""

import pytest

from signboard.errors import NakError, UsageError
from signboard.frame.arrange import Arrangement
from signboard.frame.frame import Frame
from signboard.frame.message import Page, Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols import PROTOCOLS
from signboard.protocols.arranged import ArrangedDriver, arranged, hung
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.spec import BoardSpec, ProtocolSpec, StoringDriver
from signboard.simulator.card import Refusing

UPRIGHT = Arrangement(rotate=90)
SEEN = Frame.blank(16, 32).flipped([(0, 0), (3, 7), (15, 31)])
WIRE = BoardSpec(32, 16)


@pytest.fixture(params=["bx5", "hanover", "bx5flash", "cpower"])
def family(request: pytest.FixtureRequest) -> ProtocolSpec:
    """Families with and without a memory."""
    return PROTOCOLS.load(str(request.param))


def test_a_plain_board_keeps_its_driver(family: ProtocolSpec) -> None:
    """Nothing is put in between where nothing is to be turned."""
    driver = family.driver(WIRE)
    assert arranged(driver, Arrangement()) is driver


def test_pictures_are_turned_on_their_way(family: ProtocolSpec) -> None:
    """The controller gets its own size, people see theirs."""
    panel = family.panel(WIRE)
    driver = arranged(family.driver(WIRE), UPRIGHT)
    carry(driver.identify(), panel)
    carry(driver.show(SEEN), panel)
    assert panel.picture(0) == UPRIGHT.to_wire(SEEN)
    carry(driver.clear(), panel)
    assert panel.picture(0).lit == 0


def test_a_person_sees_what_was_meant(family: ProtocolSpec) -> None:
    """Both halves of a hung family: the picture comes out as it went in, whatever the wire carried."""
    as_hung = hung(family, UPRIGHT, (16, 32))
    panel = as_hung.panel(WIRE)
    _, events = carry_out(as_hung.driver(WIRE).show(SEEN), panel)
    assert panel.picture(0) == SEEN
    assert [event.frame for event in events if event.kind == "picture"] == [SEEN]
    panel.power_cycle()
    assert (panel.picture(0) == SEEN) == (family.capabilities.storage in {"flash", "discs"})


def test_a_plain_family_is_itself(family: ProtocolSpec) -> None:
    """Nothing is put in between."""
    assert hung(family, Arrangement(), (32, 16)) is family


def test_a_hung_card_refuses_as_it_did(family: ProtocolSpec) -> None:
    """Where it can be told to; nothing else can."""
    inner, panel = family.panel(WIRE), hung(family, UPRIGHT, (16, 32)).panel(WIRE)
    assert isinstance(panel, Refusing) == isinstance(inner, Refusing)
    if isinstance(panel, Refusing):
        panel.forced_nak = 9
        with pytest.raises(NakError):
            carry(family.driver(WIRE).set_power(True), panel)


def test_everything_else_goes_through() -> None:
    """Power, brightness, clock."""
    family = PROTOCOLS.load("bx5")
    panel = family.panel(WIRE)
    driver = arranged(family.driver(WIRE), UPRIGHT)
    exchanges = (driver.set_power(True), driver.set_brightness(3), driver.set_clock(2026, 11, 15, 6, 0, 0))
    assert {carry(exchange, panel).evidence for exchange in exchanges} == {Evidence.ACKED}
    assert driver.board == WIRE


def test_a_card_cannot_scroll_for_a_turned_board() -> None:
    """It would move its own picture."""
    driver = ArrangedDriver(PROTOCOLS.load("bx5").driver(WIRE), UPRIGHT)
    with pytest.raises(UsageError):
        driver.scroll(Strip(SEEN, 16, 1, 30))


def test_what_is_kept_is_turned_too() -> None:
    """A turned driver of a board with a memory is one as well."""
    family = PROTOCOLS.load("bx5flash")
    panel = family.panel(WIRE)
    driver = arranged(family.driver(WIRE), UPRIGHT)
    assert isinstance(driver, StoringDriver)
    pages = [Page(SEEN, 5000)]
    assert driver.would_write(pages)
    driver.allow(1)
    carry(driver.store(pages), panel)
    assert panel.picture(0) == UPRIGHT.to_wire(SEEN)
    assert not driver.would_write(pages)
    carry(driver.clear(), panel)
    carry(driver.resume(), panel)
    assert panel.picture(0).lit
    assert driver.writes_per_day == 24


def test_a_driver_without_a_memory_has_none() -> None:
    """The control."""
    assert not isinstance(arranged(PROTOCOLS.load("hanover").driver(WIRE), UPRIGHT), StoringDriver)
