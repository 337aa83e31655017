"""Drivers for boards whose modules hang otherwise."""

import pytest

from signboard.errors import UsageError
from signboard.frame.arrange import Arrangement
from signboard.frame.frame import Frame
from signboard.frame.message import Page, Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols import PROTOCOLS
from signboard.protocols.arranged import ArrangedDriver, arranged
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec, ProtocolSpec, StoringDriver

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
