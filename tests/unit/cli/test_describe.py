"""Messages as JSON."""

from signboard.cli.describe import art_rows, describe_message
from signboard.frame import art
from signboard.frame.message import Page, Pages, Strip

FRAME = art.parse("#.\n.#")


def test_art_rows() -> None:
    """A frame is its rows."""
    assert art_rows(FRAME) == ["#.", ".#"]


def test_pages() -> None:
    """Each page with its number, time and digest; the pictures with their art."""
    message = Pages((Page(FRAME, 500), Page(FRAME, 600)))
    described = describe_message("x", "9x15", message, [FRAME])

    assert (described["motion"], described["duration_ms"]) == ("pages", 1100)
    assert described["pages"] == [
        {"page": 0, "on_ms": 500, "digest": FRAME.digest},
        {"page": 1, "on_ms": 600, "digest": FRAME.digest},
    ]
    assert described["pictures"] == [{"width_px": 2, "height_px": 2, "digest": FRAME.digest, "art": ["#.", ".#"]}]


def test_a_strip() -> None:
    """Everything that places the strip at a phase."""
    described = describe_message("x", "9x15", Strip(FRAME, 5, 2, 100), [])

    assert described["motion"] == "scroll"
    assert described["strip"] == {
        "width_px": 2,
        "board_px": 5,
        "step_px": 2,
        "step_ms": 100,
        "travel_px": 7,
        "digest": FRAME.digest,
    }
