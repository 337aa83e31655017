"""A frame as characters that fit the terminal."""

import pytest

from signboard.frame import art
from signboard.frame.frame import Colour, Frame
from signboard.simulator.drawing import boxed, half_blocks, has_quadrants, quadrants

CORNERS = art.parse("#..#\n#...\n.#..\n")
BOARD = Frame.blank(128, 32).flipped([(0, 0), (127, 31)])
HALVES = set(" ▀▄█")


def _blocks(lines: list[str]) -> set[str]:
    return {sign for line in lines[1:-1] for sign in line if sign not in "│├┤─" and not sign.isalnum() and sign != "-"}


def _columns_told(lines: list[str]) -> list[str]:
    """The columns that the edges of the parts name."""
    return [word for line in lines for word in line.split() if word.replace("-", "").isdigit() and "-" in word]


def test_two_rows_make_one_line() -> None:
    """Upper, lower and both halves; an odd last row has no lower half."""
    assert half_blocks(CORNERS) == ["█  ▀", " ▀  "]


def test_a_quadrant_is_four_pixels() -> None:
    """Every one of the sixteen cells has its own sign; odd rows and columns end dark."""
    cells = "\n".join(
        "".join("#" if number >> place & 1 else "." for number in range(16) for place in pair)
        for pair in ((0, 1), (2, 3))
    )

    assert quadrants(art.parse(cells)) == [" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"]
    assert quadrants(art.parse("###")) == ["▀▘"]


def test_colours_are_the_boards() -> None:
    """A red dot above a green one is a red half on green ground; a quadrant has the commonest colour."""
    frame = art.parse("R.\nG.\n", Colour.DUAL)

    assert half_blocks(frame, colour=True) == ["\x1b[38;5;196;48;5;46m▀\x1b[0m \x1b[0m"]
    assert quadrants(art.parse("RG\nG.\n", Colour.DUAL), colour=True) == ["\x1b[38;5;46m▛\x1b[0m\x1b[0m"]


def test_one_colour_boards_glow_amber() -> None:
    """One sequence a line, not one a dot."""
    assert half_blocks(CORNERS, colour=True)[0] == "\x1b[38;5;214m█  ▀\x1b[0m"
    assert quadrants(CORNERS, colour=True)[0] == "\x1b[38;5;214m▌▝\x1b[0m"


def test_where_there_is_room_a_pixel_is_half_a_character() -> None:
    """The whole board in half blocks, its title in the edge."""
    lines = boxed(BOARD, " bảng ", (130, 18))

    assert lines == [f"┌ bảng {'─' * 122}┐", *(f"│{row}│" for row in half_blocks(BOARD)), f"└{'─' * 128}┘"]


@pytest.mark.parametrize("columns", [66, 80, 120, 129])
def test_a_narrower_terminal_gets_the_whole_board_in_quadrants(columns: int) -> None:
    """Nothing is cut off: the first and the last pixel are there."""
    lines = boxed(BOARD, "", (columns, 24))

    assert (lines[1][:2], lines[-2][-2:]) == ("│▘", "▗│")
    assert max(map(len, lines)) == 66


def test_a_still_narrower_one_gets_parts_below_each_other() -> None:
    """In half blocks where lines do not count, each part with its columns in the edge."""
    lines = boxed(BOARD, " bảng ", (60, None))

    assert _columns_told(lines) == ["1-48", "49-96", "97-128"]
    assert lines[0].startswith("┌ bảng ")
    assert len(lines) == 3 * 17 + 1
    assert "".join(line[1:49] for line in (lines[1], lines[18], lines[35]))[:128] == half_blocks(BOARD)[0]


def test_few_lines_make_parts_of_quadrants() -> None:
    """Two parts of quadrants need fewer lines than four of half blocks."""
    lines = boxed(BOARD, "", (42, 40))

    assert _columns_told(lines) == ["1-64", "65-128"]
    assert len(lines) == 35


def test_a_font_without_quadrants_gets_none_while_there_is_another_way() -> None:
    """Half blocks in parts come first; quadrants only where lines are few."""
    assert _blocks(boxed(BOARD, "", (120, None), fine=False)) <= HALVES
    assert "▗" in _blocks(boxed(BOARD, "", (120, 30), fine=False))


def test_only_the_last_resort_cuts() -> None:
    """Where nothing fits, the left side is shown and the edge tells how much that is."""
    lines = boxed(BOARD, "", (30, 24))

    assert max(map(len, lines)) == 30
    assert lines[-1].startswith("└ 56/128 ▶")


def test_no_line_is_ever_wider_than_the_terminal() -> None:
    """Whatever the width, from one character on with an edge round it."""
    for columns in range(3, 140):
        for lines in (None, 10, 24, 60):
            assert max(map(len, boxed(BOARD, " a title ", (columns, lines)))) <= columns


def test_old_windows_consoles_have_no_quadrants() -> None:
    """Windows Terminal has, and so has every other system."""
    assert not has_quadrants("win32", {})
    assert has_quadrants("win32", {"WT_SESSION": "1"})
    assert has_quadrants("linux", {})
