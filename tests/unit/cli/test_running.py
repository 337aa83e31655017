"""What works beside the player is entered, asked after each tick, and left."""

from collections.abc import Iterator

import click
import pytest

from signboard.app import Wishes, stage_for
from signboard.cli.main import cli
from signboard.cli.running import Run, play
from signboard.cli.seats import Records, Seat
from signboard.clock import SystemClock
from signboard.files import home_dir
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.directory import register
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard


class Beside:
    """A companion that remembers what it was asked."""

    def __init__(self, seats: list[Seat]) -> None:
        self.seen = [f"{len(seats)} seats"]

    def __enter__(self) -> None:
        self.seen.append("entered")

    def __exit__(self, *_: object) -> None:
        self.seen.append("left")

    def watch(self) -> None:
        """Remember one tick."""
        self.seen.append("tick")


@pytest.fixture
def board() -> Iterator[SimulatedBoard]:
    """A virtual board sim://thu of 64x16."""
    made = SimulatedBoard(PROTOCOLS.load("bx5"), BoardSpec(64, 16), 115200, port=open_port("tcp"))
    with made, register(home_dir(), "thu", made.url):
        yield made


@pytest.mark.usefixtures("board")
def test_a_companion_lives_as_long_as_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    """It is made with the seats, entered before the first tick, asked after each, left at the end."""
    made: list[Beside] = []

    def make(seats: list[Seat]) -> Beside:
        made.append(Beside(seats))
        return made[-1]

    stage = stage_for(Wishes(size=(64, 16), baud=115200))
    with click.Context(cli).scope():
        assert play(Run(stage, "sim://thu", Records(SystemClock()), 0.3, (make,))) == 0
    capsys.readouterr()

    seen = made[0].seen
    assert seen[:2] == ["1 seats", "entered"]
    assert seen[-1] == "left"
    assert set(seen[2:-1]) == {"tick"}
