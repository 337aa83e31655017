"""Checked and answered families over real lines: greeted, set up, shown, disturbed, restored."""

import random
from collections.abc import Callable, Iterator

import pytest

from signboard.clock import SystemClock
from signboard.errors import BoardError
from signboard.frame.frame import Frame
from signboard.link import Link, Patience
from signboard.playlog.evidence import Evidence
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.faults import parse_faults
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.transports.opening import open_transport

BAUD = 115_200
CLOCK = SystemClock()
DARK = Frame.blank(64, 16)
FAMILIES = [
    pytest.param("bx5", {}, id="bx5"),
    pytest.param("bx6", {}, id="bx6"),
    pytest.param("bx5flash", {}, id="bx5flash"),
    pytest.param("cpower", {}, id="cpower"),
    pytest.param("cpower", {"form": "net"}, id="cpower-net"),
]
LINES = [pytest.param("pty", marks=pytest.mark.needs("pty")), "tcp"]
Lines = Callable[[str, BoardSpec, str, str], tuple[SimulatedBoard, Link]]


def picture(number: int) -> Frame:
    """A picture unlike the others."""
    chance = random.Random(number)  # noqa: S311 - test pictures, no secret
    return DARK.flipped({(chance.randrange(64), chance.randrange(16)) for _ in range(150)})


@pytest.fixture
def line() -> Iterator[Lines]:
    """Starts virtual boards and links to them; both are closed at the end."""
    open_ones: list[tuple[SimulatedBoard, Link]] = []

    def make(name: str, board: BoardSpec, listen: str, faults: str) -> tuple[SimulatedBoard, Link]:
        spec = PROTOCOLS.load(name)
        card = SimulatedBoard(spec, board, BAUD, parse_faults(faults), port=open_port(listen))
        card.start()
        greet, patience = spec.driver(board).identify, Patience(attempts=20, backoff_s=(0.0,))
        link = Link(open_transport(card.url, BAUD), CLOCK, greet=greet, patience=patience)
        open_ones.append((card, link))
        return card, link

    yield make
    for card, link in open_ones:
        link.close()
        card.stop()


@pytest.mark.parametrize("listen", LINES)
@pytest.mark.parametrize(("name", "options"), FAMILIES)
def test_pictures_are_carried_and_acked(line: Lines, name: str, options: dict[str, str], listen: str) -> None:
    """Greeted once, set up, each picture acknowledged, and the board shows what was meant."""
    board = BoardSpec(64, 16, options=options | {"answer_s": "10"})  # on a loaded computer a card answers late
    card, link = line(name, board, listen, "")
    driver = PROTOCOLS.load(name).driver(board)
    settings = (driver.set_power(True), driver.set_clock(2026, 11, 15, 6, 0, 0), driver.set_brightness(3))
    assert {link.carry(setting).evidence for setting in settings} == {Evidence.ACKED}
    for number in range(3):
        assert link.carry(driver.show(picture(number))).evidence is Evidence.ACKED
        assert card.picture() == picture(number)
    link.carry(driver.clear())

    assert (card.picture().lit, link.totals.opens, card.fault_counts()) == (0, 1, {})


@pytest.mark.parametrize(("name", "options"), FAMILIES)
def test_the_picture_is_right_when_the_noise_ends(line: Lines, name: str, options: dict[str, str]) -> None:
    """While bytes are lost and flipped nothing wrong is shown; afterwards the next picture stands."""
    board = BoardSpec(64, 16, options=options | {"answer_s": "0.2"})
    card, link = line(name, board, "tcp", "drop=1%,flip=0.1%")
    driver, shown = PROTOCOLS.load(name).driver(board), [DARK]
    for number in range(6):
        shown.append(picture(number))
        try:
            link.carry(driver.show(picture(number)))
        except BoardError:
            continue
        assert card.picture() == picture(number)
    assert card.picture() in shown
    card.set_faults(parse_faults(""))
    link.carry(lambda: driver.show(picture(99)))

    assert card.picture() == picture(99)


@pytest.mark.needs("pty")
def test_a_sign_of_seven_bits_hears_even_parity() -> None:
    """A pseudo-terminal has eight bits, so the link makes the parity by hand, and the sign takes it off again."""
    family, board = PROTOCOLS.load("alpha"), BoardSpec(64, 16)
    heard: list[bytes] = []
    with SimulatedBoard(family, board, BAUD, port=open_port("pty")) as card:
        card.listeners.append(lambda event: heard.append(event.raw) if event.kind == "bytes" else None)
        line = open_transport(card.url, BAUD, framing=family.capabilities.framing)
        link, driver = Link(line, CLOCK), family.driver(board)
        link.carry(driver.show(picture(1)))
        for _try in range(1000):
            if card.picture() == picture(1):
                break
            CLOCK.sleep(0.05)
        link.close()

        assert card.picture() == picture(1)
        assert card.fault_counts() == {}
    assert {octet.bit_count() % 2 for octet in b"".join(heard)} == {0}
