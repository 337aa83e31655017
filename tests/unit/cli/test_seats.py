"""A seat for each board of a line."""

from pathlib import Path

import click

from signboard.app import Wishes, stage_for
from signboard.cli.main import cli
from signboard.cli.seats import Records, seats_of
from signboard.clock import SystemClock
from signboard.frame.frame import Frame

TWO = """
[board]
id = "a"
protocol = "hanover"
baud = 4800
options = { address = "1" }
[[board.same_line]]
id = "b"
options = { address = "2" }
"""


def test_each_board_of_the_line_has_its_seat(tmp_path: Path) -> None:
    """Two boards on one line: two seats of their own names, and nothing is opened by making them."""
    config = tmp_path / "s.toml"
    config.write_text(TWO, encoding="utf-8")

    with click.Context(cli).scope():
        seats = seats_of(stage_for(Wishes(), config), "sim://nobody", Records(SystemClock()))

    assert [seat.stage.settings.board.id for seat in seats] == ["a", "b"]
    assert [seat.line.link.totals.opens for seat in seats] == [0, 0]
    assert [seat.figures()["sent"] for seat in seats] == [0, 0]
    assert isinstance(seats[0].screenplay.dark, Frame)
