"""The board inside an edge, in a terminal."""

import io

import pytest

from signboard.cli.blocks import framed, may_colour, terminal_columns
from signboard.frame import art

FRAME = art.parse("#.#.\n##..\n..##\n....")


def test_the_edge_goes_round_the_picture() -> None:
    """Two rows of pixels are one row of blocks; the title stands in the edge."""
    assert framed(FRAME) == ["┌────┐", "│█▄▀ │", "│  ▀▀│", "└────┘"]
    assert framed(FRAME, title="a")[0] == "┌ a ─┐"


def test_a_narrow_terminal_gets_it_smaller() -> None:
    """A board that is wider than the terminal is drawn in quadrants, two columns of pixels in one."""
    assert framed(art.parse("#" * 32), columns=20) == [f"┌{'─' * 16}┐", f"│{'▀' * 16}│", f"└{'─' * 16}┘"]


def test_no_colour_outside_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files and pipes get plain text, and nothing is cut for them."""
    monkeypatch.setattr("sys.stdout", io.StringIO())

    assert not may_colour()
    assert terminal_columns() is None


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_whoever_wants_no_colour_gets_none(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR and a dumb terminal are respected; without them a terminal is coloured."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert may_colour(_Terminal())
    monkeypatch.setenv(name, value)
    assert not may_colour(_Terminal())
