"""Several boards on one port."""

import pytest

from signboard.errors import LinkDownError
from signboard.testing import FakeClock
from signboard.transports import failure
from signboard.transports.shared_line import SharedLine


class Wire:
    """A transport on paper that writes down what happens."""

    name, baud = "wire", 9600

    def __init__(self) -> None:
        self.log: list[str] = []
        self.is_broken = False

    def open(self) -> None:
        """Open."""
        self.log.append("open")

    def write(self, data: bytes) -> None:
        """Write."""
        self._fail()
        self.log.append(data.decode())

    def read(self, timeout_s: float) -> bytes:
        """Read."""
        self._fail()
        return b"%d" % timeout_s

    def drop_input(self) -> None:
        """Forget."""
        self._fail()
        self.log.append("drop")

    def close(self) -> None:
        """Close."""
        self.log.append("close")

    def _fail(self) -> None:
        if self.is_broken:
            raise failure.wire_failed(self.name, "on paper")


@pytest.fixture
def wire() -> Wire:
    """The one port."""
    return Wire()


@pytest.fixture
def line(wire: Wire) -> SharedLine:
    """Its owner, with a turnaround of 50 ms."""
    return SharedLine(wire, FakeClock(), 0.05)


def test_the_line_is_silent_between_two_speakers(wire: Wire) -> None:
    """Not before the first word, and not between words to one board."""
    clock = FakeClock()
    line = SharedLine(wire, clock, 0.05)
    first, second = line.place(), line.place()
    first.open()
    second.open()
    for place, word in ((first, b"a"), (first, b"b"), (second, b"c"), (first, b"d")):
        place.write(word)
        clock.slept_s.append(-1)
    assert clock.slept_s == [-1, -1, 0.05, -1, 0.05, -1]


def test_a_board_that_leaves_does_not_close_the_port(wire: Wire, line: SharedLine) -> None:
    """The last one does."""
    first, second = line.place(), line.place()
    first.open()
    second.open()
    first.close()
    assert second.read(3) == b"3"
    assert "close" not in wire.log
    second.close()
    assert wire.log[-1] == "close"


@pytest.mark.parametrize("use", ["write", "read", "drop_input"])
def test_a_port_that_fails_closes_every_place(wire: Wire, line: SharedLine, use: str) -> None:
    """Whoever comes next has to open again, and greet its board again."""
    first, second = line.place(), line.place()
    first.open()
    second.open()
    wire.is_broken = True
    with pytest.raises(LinkDownError):
        {"write": lambda: first.write(b"x"), "read": lambda: first.read(1), "drop_input": first.drop_input}[use]()
    wire.is_broken = False
    for place in (first, second):
        with pytest.raises(LinkDownError) as caught:
            place.drop_input()
        assert caught.value.code == "port_closed"
        place.open()
        place.drop_input()


def test_a_place_says_where_it_is(line: SharedLine) -> None:
    """Name and speed are the port's."""
    place = line.place()
    assert (place.name, place.baud) == ("wire", 9600)


def test_a_place_tells_how_the_port_makes_parity(wire: Wire, line: SharedLine) -> None:
    """As the port says; one that knows no framing makes none."""
    assert not line.place().makes_parity
    wire.makes_parity = True  # type: ignore[attr-defined] # a port that refused seven bits
    assert line.place().makes_parity


class FindableWire(Wire):
    """A transport that knows whether its device is there."""

    is_plugged = False

    def is_there(self) -> bool:
        """Look."""
        return self.is_plugged


def test_a_place_is_there_where_the_port_is() -> None:
    """A port that cannot tell is believed."""
    port = FindableWire()
    place = SharedLine(port, FakeClock(), 0.05).place()
    assert not place.is_there()
    port.is_plugged = True
    assert place.is_there()
    assert SharedLine(Wire(), FakeClock(), 0.05).place().is_there()
