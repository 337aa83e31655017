"""Test pictures."""

import pytest

from signboard.cli.patterns import PATTERNS, pattern, steps
from signboard.frame import art
from signboard.frame.frame import Colour


def test_corners_tell_each_other_apart() -> None:
    """Mirrored or turned, the four squares would not be the same picture."""
    frame = pattern("corners", 20, 16)
    rows = art.draw(frame).split("\n")

    pictures = ["\n".join(rows), "\n".join(rows[::-1]), "\n".join(row[::-1] for row in rows)]
    assert len(set(pictures)) == 3
    assert all(frame.pixel(x, y) for x in (0, 19) for y in (0, 15))


def test_rows_columns_and_checks() -> None:
    """Every second row, column or field is lit, and the others at the next step."""
    assert art.draw(pattern("rows", 3, 2)) == "###\n..."
    assert art.draw(pattern("cols", 3, 2)) == "#.#\n#.#"
    assert art.draw(pattern("checker", 3, 2)) == "#.#\n.#."
    assert art.draw(pattern("checker", 3, 2, step=1)) == ".#.\n#.#"


def test_a_walk_visits_every_pixel_once() -> None:
    """One pixel a step, row by row, until all have been seen."""
    seen = [pattern("walk", 3, 2, step=step) for step in range(steps("walk", 3, 2))]

    assert {frame.lit for frame in seen} == {1}
    assert len(set(seen)) == 6


def test_all_and_nothing() -> None:
    """Everything lit, in every plane of a colour board, and everything dark."""
    assert pattern("all-on", 4, 10, Colour.RGB).lit == 3 * 40
    assert pattern("off", 4, 10).lit == 0


@pytest.mark.parametrize("name", PATTERNS)
@pytest.mark.parametrize("size", [(1, 1), (7, 9), (128, 32)])
def test_every_pattern_fits_every_board(name: str, size: tuple[int, int]) -> None:
    """No size is too small for a pattern."""
    frame = pattern(name, *size)

    assert (frame.width_px, frame.height_px) == size
