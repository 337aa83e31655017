"""A frame in a terminal."""

import io
from datetime import UTC, datetime

from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.simulator.event import Event
from signboard.simulator.terminal import MARK, TerminalView

CORNERS = art.parse("#..#\n#...\n.#..\n")
WIDE = Frame.blank(128, 16).flipped([(0, 0), (127, 15)])


def view(trace_lines: int = 0, environ: dict[str, str] | None = None) -> tuple[TerminalView, io.StringIO]:
    """A view without colours on a terminal of 40 by 20."""
    out = io.StringIO()
    environ = {"NO_COLOR": "1"} if environ is None else environ
    made = TerminalView("demo", stream=out, environ=environ, trace_lines=trace_lines, size=lambda: (40, 20))
    return made, out


def test_the_border_says_that_this_is_no_real_board() -> None:
    """The mark stands in the first line, outside the pixels."""
    lines = view()[0].lines(CORNERS, 40, 20)

    assert lines[1] == "│█  ▀│"
    assert MARK in view()[0].lines(WIDE, 200, 50)[0]
    assert not any(MARK in line for line in view()[0].lines(WIDE, 200, 50)[1:])


def test_no_line_is_longer_than_the_terminal() -> None:
    """Whatever the width, borders and trace included."""
    made, _ = view(trace_lines=3)
    made.note(Event(0, datetime(2026, 11, 15, tzinfo=UTC), "to_board", "picture", "area", "a picture " * 20, b"x" * 99))
    for columns in (3, 10, 40, 100, 130, 200):
        assert max(len(line) for line in made.lines(WIDE, columns, 50)) <= columns


def test_no_more_lines_than_the_terminal_has() -> None:
    """The last one stays free, else the terminal would scroll."""
    assert len(view()[0].lines(WIDE, 40, 5)) == 4


def test_a_small_terminal_gets_the_whole_board() -> None:
    """At 80 columns and 24 lines a board of 128 by 32 is there from its first column to its last."""
    lines = view()[0].lines(Frame.blank(128, 32).flipped([(0, 0), (127, 31)]), 80, 24)

    assert (lines[1][1], lines[16][-2]) == ("▘", "▗")


def test_it_is_redrawn_in_place() -> None:
    """Cleared once, then cursor home; every line is cleared to its end."""
    made, out = view()
    made.draw(CORNERS)
    made.draw(CORNERS)
    first, second = out.getvalue().split("\x1b[J")[:2]

    assert first.startswith("\x1b[2J\x1b[H┌")
    assert second.startswith("\x1b[H┌")
    assert second.count("\x1b[K") == 4


def test_what_comes_after_it_stands_on_a_line_of_its_own() -> None:
    """Its end is a line feed; a view that never drew anything has none."""
    made, out = view()
    made.close()
    assert out.getvalue() == ""
    made.draw(CORNERS)
    made.close()

    assert out.getvalue().endswith("┘\x1b[K\x1b[J\n")


def test_no_color_is_respected() -> None:
    """Set to anything, no colour is written; empty or absent, colours are."""
    colourless, out = view()
    colourless.draw(CORNERS)
    coloured, bright = view(environ={"NO_COLOR": ""})
    coloured.draw(CORNERS)

    assert "\x1b[38" not in out.getvalue()
    assert "\x1b[38;5;214m" in bright.getvalue()


def test_the_latest_messages_stand_below() -> None:
    """Raw bytes are no messages, and old ones go."""
    made, _ = view(trace_lines=2)
    at = datetime(2026, 11, 15, tzinfo=UTC)
    for number in range(3):
        made.note(Event(0, at, "-", "injected", f"n{number}", ""))
        made.note(Event(0, at, "to_board", "bytes", raw=b"x"))

    assert [line.split()[-1] for line in made.lines(CORNERS, 60, 20)[-2:]] == ["n1:", "n2:"]
