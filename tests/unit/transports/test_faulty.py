"""The transport that disturbs another one."""

from random import Random

import pytest

from signboard.errors import LinkDownError
from signboard.testing import FakeClock
from signboard.transports.faulty import Faulty, LineFaults
from signboard.transports.noise import Noise
from signboard.transports.serial_port import SerialPort


def looped(faults: LineFaults, clock: FakeClock | None = None) -> Faulty:
    """A disturbed line whose two ends are joined."""
    chance = Random(1)  # noqa: S311 - faults to order, no secret
    line = Faulty(SerialPort("loop://", 57600), faults, chance, clock or FakeClock())
    line.open()
    return line


def test_without_faults_the_bytes_pass() -> None:
    """What is written comes back through pyserial's loop."""
    line = looped(LineFaults())
    line.write(b"hello")

    assert line.read(0.5) == b"hello"
    line.close()


def test_noise_hits_both_ways() -> None:
    """Doubled on the way out, doubled on the way back."""
    line = looped(LineFaults(out=Noise(double=1.0), back=Noise(double=1.0)))
    line.write(b"a")

    assert line.read(0.5) == b"aaaa"
    line.close()


def test_split_reads_give_one_byte_each() -> None:
    """Nothing is lost, it only dribbles."""
    line = looped(LineFaults(split=True))
    line.write(b"abc")

    assert [line.read(0.2) for _ in range(4)] == [b"a", b"b", b"c", b""]
    line.close()


def test_merged_reads_wait_for_more() -> None:
    """Two writes come in one piece."""
    clock = FakeClock()
    line = looped(LineFaults(merge_s=0.3), clock)
    line.write(b"abc")
    line.write(b"def")

    assert line.read(0.5) == b"abcdef"
    assert clock.slept_s == [0.3]
    line.close()


def test_the_plug_is_pulled_in_the_middle_of_a_write() -> None:
    """A part has left, the write fails, and opening plugs it in again."""
    line = looped(LineFaults(unplug_after_bytes=4))
    with pytest.raises(LinkDownError) as caught:
        line.write(b"abcdef")
    assert caught.value.code == "wire_failed"
    line.open()
    line.write(b"gh")

    assert line.read(0.5) == b"gh"
    line.close()


def test_dropping_the_input_forgets_held_bytes() -> None:
    """Bytes held back by a split read are input too."""
    line = looped(LineFaults(split=True))
    line.write(b"abc")
    line.read(0.5)
    line.drop_input()

    assert line.read(0.1) == b""
    line.close()


def test_it_is_there_where_the_inner_one_is() -> None:
    """A port that nobody plugged in is not."""
    line = Faulty(SerialPort("/nowhere/port", 57600), LineFaults(), Random(1), FakeClock())  # noqa: S311 - no secret
    assert not line.is_there()
    loop = looped(LineFaults())
    assert loop.is_there()
    loop.close()
