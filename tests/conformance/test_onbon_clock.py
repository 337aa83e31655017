"""The clock of a simulated Onbon card."""

import pytest

from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.onbon_wire import Packet, pack, wrap
from signboard.protocols.spec import BoardSpec


@pytest.mark.parametrize(
    ("weekday", "name"), [(1, "clock"), (7, "clock"), (0, "nak_14"), (8, "nak_14"), (0x99, "nak_14")]
)
def test_a_weekday_that_does_not_exist_is_refused(weekday: int, name: str) -> None:
    """Like any other part of a date: 1 is Monday, 7 is Sunday."""
    body = bytes((1, 0xA2, 2, 8, 0, 0x26, 0x20, 0x11, 0x15, 0x06, 0x00, 0x00, weekday))
    _, events = Bx5Panel(BoardSpec(64, 16)).feed(wrap(pack(Packet(0xFFFE, 0x8000, b"\x54\x01", body))), 0)

    assert [event.name for event in events] == [name]
