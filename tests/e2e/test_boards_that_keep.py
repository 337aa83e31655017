"""Boards that keep content, as processes: stored by `run`, whose process is then killed; the board goes on."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from e2e.process import environment, signboard_command, until

from signboard.clock import SystemClock
from signboard.frame.frame import Frame
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator import directory
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard

BAUD = 57_600
BOARD = BoardSpec(96, 32)
DAY_S = 86_400.0
CAMPAIGN = """
id = "thu"
title = "Thu"
first_day = "15/11/2026"
last_day = "20/11/2026"
hours = ["00:00-24:00"]
[[slogans]]
text = "Bình đẳng giới"
[[slogans]]
text = "Nam, nữ bình quyền"
"""


class Calendar(SystemClock):
    """Wire time that can be moved on by days, for the card's own clock."""

    ahead_s = 0.0

    def monotonic_s(self) -> float:
        """Real seconds, and the days that were skipped."""
        return super().monotonic_s() + self.ahead_s


@contextmanager
def simulated(protocol: str, clock: Calendar) -> Iterator[SimulatedBoard]:
    """A virtual board under the name `thu` in this test's home."""
    home = Path(os.environ["SIGNBOARD_HOME"])
    card = SimulatedBoard(PROTOCOLS.load(protocol), BOARD, BAUD, port=open_port("tcp"), clock=clock)
    with directory.register(home, "thu", card.url, lambda: card.device), card:
        yield card


@contextmanager
def running(tmp_path: Path, protocol: str, *more: str) -> Iterator["subprocess.Popen[str]"]:
    """`signboard run` on that board, from 15/11/2026 06:00 on."""
    campaign = tmp_path / "thu.toml"
    campaign.write_text(CAMPAIGN, encoding="utf-8")
    arguments = ("run", "--port", "sim://thu", "--protocol", protocol, "--campaign", str(campaign))
    when = ("--size", "96x32", "--at", "15/11/2026 06:00")
    child = subprocess.Popen(
        [sys.executable, "-m", "signboard", *arguments, *when, *more],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def wait_for(card: SimulatedBoard, lit: bool) -> None:
    """Until something stands on the board."""
    until(lambda: bool(card.picture().lit) == lit)


def turned(card: SimulatedBoard, clock: Calendar) -> set[Frame]:
    """Every picture that the card shows by itself within a minute and a half of its time."""
    found = set()
    for _look in range(180):
        found.add(card.picture())
        clock.ahead_s += 0.5
    return found


def test_a_killed_computer_leaves_the_board_showing_until_the_last_day_is_over(tmp_path: Path) -> None:
    """Both slogans in turn, also after a power cut, on 15/11 and on 20/11; dark on 21/11."""
    clock = Calendar()
    with simulated("bx5flash", clock) as card:
        with running(tmp_path, "bx5flash") as child:
            wait_for(card, lit=True)  # the light goes on when both are stored
            child.kill()
            child.wait()
        first = turned(card, clock)
        clock.ahead_s += 5 * DAY_S
        card.power_cycle()
        last = turned(card, clock)
        clock.ahead_s += DAY_S
        after = turned(card, clock)

    dark = Frame.blank(96, 32)
    assert len(first) == 2
    assert dark not in first
    assert last == first
    assert after == {dark}


def test_a_card_that_keeps_one_picture_shows_it_after_a_power_cut(tmp_path: Path) -> None:
    """Where the settings ask for it; the first picture of the day, with nobody there."""
    settings = tmp_path / "signboard.toml"
    settings.write_text("[board]\nkeep_picture = true\n", encoding="utf-8")
    clock, heard = Calendar(), list[str]()
    with simulated("cpower", clock) as card:
        card.listeners.append(lambda event: heard.append(event.name))
        with running(tmp_path, "cpower", "--config", str(settings)) as child:
            until(lambda: "save" in heard)
            child.kill()
            child.wait()
        shown = card.picture()
        card.power_cycle()
        kept = card.picture()

    assert shown.lit
    assert kept.lit


def test_without_being_asked_nothing_is_kept(tmp_path: Path) -> None:
    """The control: a power cut darkens a card whose computer is dead."""
    clock = Calendar()
    with simulated("cpower", clock) as card:
        with running(tmp_path, "cpower") as child:
            wait_for(card, lit=True)
            child.kill()
            child.wait()
        card.power_cycle()
        kept = card.picture()

    assert kept.lit == 0


@pytest.mark.parametrize("protocol", ["bx5flash", "cpower"])
def test_an_orderly_stop_leaves_the_board_dark(tmp_path: Path, protocol: str) -> None:
    """What is kept stays kept, and is not shown."""
    with simulated(protocol, Calendar()) as card:
        told = signboard_command("run", "--port", "sim://thu", "--protocol", protocol, "--size", "96x32",
                                 "--at", "15/11/2026 06:00", "--seconds", "3", "--json")  # fmt: skip
        wait_for(card, lit=False)

    assert told.code == 0, told.err
    assert told.data["failed"] == 0
    assert tmp_path
