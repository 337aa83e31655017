"""What stands around the player."""

import signal
from datetime import UTC, datetime
from pathlib import Path

from signboard.cli.playing import clock_for, line_to, link_use, stopping
from signboard.clock import DemoClock, SystemClock
from signboard.frame.frame import Frame
from signboard.protocols import PROTOCOLS
from signboard.protocols.loopback import carry
from signboard.settings import Settings

AT = datetime(2026, 11, 15, tzinfo=UTC)
BX5 = PROTOCOLS.load("bx5")


def test_the_computers_clock_unless_another_time_was_asked_for() -> None:
    """An instant or a speed makes a demonstration clock, which begins there."""
    assert type(clock_for(None, None)) is SystemClock
    assert isinstance(clock_for(None, 2.0), DemoClock)
    demo = clock_for(AT, None)
    assert 0 <= (demo.now() - AT).total_seconds() < 60


def test_nothing_is_opened_by_making_a_line(tmp_path: Path) -> None:
    """A line to a board that is not there is made without an error."""
    line = line_to(Settings(), BX5, "sim://nobody", tmp_path)

    assert line.link.totals.opens == 0


def test_test_switches_reach_the_driver_alone(tmp_path: Path) -> None:
    """With a flipped pixel the board decodes another picture than was meant."""
    settings = Settings()
    line = line_to(settings, BX5, "sim://x", tmp_path, {"test_flip_pixel": "3,4"})
    panel, frame = BX5.panel(settings.board.spec), Frame.blank(96, 32)

    carry(line.board.driver.show(frame), panel)

    assert panel.picture(0) == frame.flipped([(3, 4)])


def test_the_use_of_the_line(tmp_path: Path) -> None:
    """Both directions count against the time, which is all there is; no time, no use."""
    link = line_to(Settings(), BX5, "sim://x", tmp_path).link
    link.totals.sent_bytes, link.totals.received_bytes = 500, 76

    assert link_use(link, 5760, 2.0) == 0.5
    assert link_use(link, 5760, 0.5) == 1.0
    assert link_use(link, 5760, 0.0) == 0.0


def test_a_polite_end_is_an_event_and_the_old_way_comes_back() -> None:
    """SIGTERM sets the event; afterwards it means what it meant before."""
    number = signal.SIGTERM
    before = signal.getsignal(number)
    with stopping() as stop:
        signal.raise_signal(number)
        assert stop.wait(60)

    assert signal.getsignal(number) == before


def test_a_terminal_that_closes_asks_politely() -> None:
    """SIGHUP sets the event, but not where somebody had it ignored."""
    number = getattr(signal, "SIGHUP", signal.SIGTERM)
    before = signal.signal(number, signal.SIG_DFL)  # whoever started the tests may ignore it, as nohup does
    try:
        with stopping() as stop:
            signal.raise_signal(number)
            assert stop.is_set()
        signal.signal(number, signal.SIG_IGN)
        with stopping() as stop:
            signal.raise_signal(number)
            assert not stop.is_set()
    finally:
        signal.signal(number, before)
