"""A recording of every byte, and the way back from it."""

import json

import pytest

from signboard.errors import InputError, LinkDownError
from signboard.testing import FakeClock
from signboard.transports.recording import Recording, recorded_bytes
from signboard.transports.serial_port import SerialPort


def recorded() -> tuple[Recording, list[str], FakeClock]:
    """A recorded line whose two ends are joined."""
    lines: list[str] = []
    clock = FakeClock()
    return Recording(SerialPort("loop://", 57600), clock, lines.append), lines, clock


def test_a_recording_gives_back_the_original_bytes() -> None:
    """Both directions, byte by byte, escapes and all."""
    line, lines, _ = recorded()
    line.open()
    line.write(bytes(range(256)))
    came = b""
    while len(came) < 256:
        came += line.read(0.5)
    line.write(b"\xa5\x5a")
    line.close()

    assert recorded_bytes(lines, "to_board") == bytes(range(256)) + b"\xa5\x5a"
    assert recorded_bytes(lines, "to_host") == came


def test_every_line_tells_when() -> None:
    """Wire time in ms since the recording began, and the instant."""
    line, lines, clock = recorded()
    line.open()
    clock.advance(1.5)
    line.write(b"x")
    line.close()

    assert json.loads(lines[1]) == {
        "t_ms": 1500,
        "at": "2026-11-15T00:00:01.500000+00:00",
        "direction": "to_board",
        "kind": "bytes",
        "hex": "78",
    }


def test_a_failure_is_recorded_and_passed_on() -> None:
    """The record says what was tried and what became of it."""
    line, lines, _ = recorded()
    with pytest.raises(LinkDownError):
        line.write(b"x")

    assert [json.loads(text)["kind"] for text in lines] == ["bytes", "failure"]
    assert json.loads(lines[1])["name"] == "port_closed"


def test_input_that_nobody_read_is_in_no_record() -> None:
    """Dropped bytes were never given to anybody."""
    line, lines, _ = recorded()
    line.open()
    line.write(b"x")
    line.drop_input()
    line.close()

    assert recorded_bytes(lines, "to_host") == b""


@pytest.mark.parametrize("text", ["no json", "[1]", '{"direction": "to_board", "kind": "bytes", "hex": "5"}', "{}"])
def test_a_foreign_line_is_refused_by_its_number(text: str) -> None:
    """The second line is told, blank ones are none."""
    with pytest.raises(InputError) as caught:
        recorded_bytes(["", text], "to_board")
    assert caught.value.fields["line"] == 2


def test_it_is_there_where_the_inner_one_is() -> None:
    """A port that nobody plugged in is not."""
    missing = Recording(SerialPort("/nowhere/port", 57600), FakeClock(), list[str]().append)
    assert not missing.is_there()
    assert recorded()[0].is_there()
