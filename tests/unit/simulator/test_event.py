"""One event as one line of JSON."""

import json
from datetime import UTC, datetime

from signboard.frame import art
from signboard.simulator.event import Event

AT = datetime(2026, 11, 15, 6, tzinfo=UTC)
FRAME = art.parse("#.\n.#")
PICTURE = Event(12, AT, "to_board", "picture", "area", "a picture", b"\xa5\x5a", FRAME)


def test_a_line_holds_what_happened() -> None:
    """Times, direction, words, bytes in hex, and the picture's digest."""
    assert json.loads(PICTURE.to_json()) == {
        "t_ms": 12,
        "at": "2026-11-15T06:00:00+00:00",
        "direction": "to_board",
        "kind": "picture",
        "name": "area",
        "meaning": "a picture",
        "hex": "a55a",
        "frame": FRAME.digest,
    }


def test_the_picture_is_drawn_where_asked() -> None:
    """Rows of text art."""
    assert json.loads(PICTURE.to_json(with_art=True))["art"] == ["#.", ".#"]


def test_an_event_is_one_line() -> None:
    """No line feed inside, Vietnamese as it is."""
    text = Event(0, AT, "-", "injected", "plug", "cắm lại\ndây").to_json()

    assert "\n" not in text
    assert "cắm lại" in text
