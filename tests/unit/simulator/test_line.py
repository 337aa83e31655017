"""The arithmetic of a throttled line."""

import pytest

from signboard.simulator.line import Inbound, Outbound


def pass_through(inbound: Inbound, count: int, late_s: float = 0.0) -> float:
    """Let `count` waiting bytes through, every turn so late; how long it took."""
    now_s, arrived = 0.0, 0
    inbound.take(bytes(inbound.room_bytes), now_s)
    while arrived < count:
        now_s = (inbound.next_s or now_s) + late_s
        arrived += len(inbound.arrived(now_s))
        inbound.take(bytes(min(inbound.room_bytes, count - arrived)), now_s)
    return now_s


@pytest.mark.parametrize("baud", [1200, 9600, 57600, 115200])
def test_bytes_take_their_time_on_the_wire(baud: int) -> None:
    """1000 bytes need 10000 bits, at any speed."""
    due_s = 10_000 / baud

    assert pass_through(Inbound(baud), 1000) == pytest.approx(due_s)


def test_lateness_is_made_up_for_while_bytes_wait() -> None:
    """A turn that comes 10 ms late each time does not make the line slower."""
    assert pass_through(Inbound(9600), 960, late_s=0.01) == pytest.approx(1.01)


def test_nothing_is_made_up_for_on_an_idle_line() -> None:
    """A byte that comes after a silence needs its whole time."""
    inbound = Inbound(9600)
    inbound.take(b"x", 0.0)
    inbound.arrived(0.0011)
    inbound.take(b"y", 0.005)

    assert inbound.next_s == pytest.approx(0.005 + 1 / 960)


def test_no_more_is_read_while_a_piece_is_on_the_wire() -> None:
    """What the host writes meanwhile stays in the port's buffer."""
    inbound = Inbound(9600)
    assert inbound.room_bytes == 19
    inbound.take(bytes(19), 0.0)

    assert inbound.room_bytes == 0
    assert inbound.arrived(0.019) == b""
    assert len(inbound.arrived(0.02)) == 19


def test_merged_bytes_arrive_together_after_a_silence() -> None:
    """Two pieces within the silence come as one."""
    inbound = Inbound(9600, merge_s=0.1)
    inbound.take(b"ab", 0.0)
    assert inbound.arrived(0.01) == b""
    inbound.take(b"cd", 0.05)
    assert inbound.arrived(0.06) == b""
    assert inbound.arrived(0.15) == b""

    assert inbound.arrived(0.17) == b"abcd"
    assert inbound.next_s is None


def test_an_answer_leaves_no_faster_than_the_wire() -> None:
    """96 bytes at 9600 baud are complete after a tenth of a second, and not before."""
    outbound = Outbound(9600)
    outbound.put(bytes(96), 0.0)
    left = []
    for turn in range(0, 200, 5):
        while piece := outbound.leaving(turn / 1000):
            left.append((turn, len(piece)))

    assert sum(count for _, count in left) == 96
    assert 100 <= left[-1][0] <= 110
    assert outbound.next_s is None


def test_an_answer_waits_for_its_time() -> None:
    """A delayed answer does not begin before its instant."""
    outbound = Outbound(9600)
    outbound.put(b"x", 0.5)

    assert outbound.leaving(0.49) == b""
    assert outbound.next_s == 0.5
    outbound.leaving(0.5)
    assert outbound.next_s == pytest.approx(0.5 + 1 / 960)


def test_pieces_of_an_answer_keep_their_order() -> None:
    """One byte at a time, the first one first, before the next answer."""
    outbound = Outbound(1_000_000, piece_bytes=1)
    outbound.put(b"abc", 0.0)
    outbound.put(b"", 0.0)
    outbound.put(b"d", 0.0)
    left = b""
    for turn in range(20):
        while piece := outbound.leaving(float(turn)):
            assert len(piece) == 1
            left += piece

    assert left == b"abcd"


def test_a_pulled_plug_forgets_what_has_not_left() -> None:
    """Waiting and half-sent answers are gone."""
    outbound = Outbound(9600)
    outbound.put(bytes(96), 0.0)
    outbound.leaving(0.0)
    outbound.clear()

    assert outbound.next_s is None
    assert outbound.leaving(9.0) == b""
