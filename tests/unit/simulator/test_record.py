"""The record in a file, and the trace for people."""

import json
from datetime import UTC, datetime
from pathlib import Path

from signboard.simulator.event import Event
from signboard.simulator.record import Record, trace_line
from signboard.transports.recording import recorded_bytes

AT = datetime(2026, 11, 15, 6, 0, 0, 12_000, tzinfo=UTC)


def test_every_event_is_in_the_file_at_once(tmp_path: Path) -> None:
    """A killed board loses no line: it is there before the file is closed."""
    path = tmp_path / "record.jsonl"
    with Record(path) as record:
        record(Event(1, AT, "to_board", "bytes", raw=b"\xa5\x5a"))
        assert json.loads(path.read_text(encoding="utf-8"))["hex"] == "a55a"


def test_a_restart_keeps_the_story(tmp_path: Path) -> None:
    """A second record of the same file is appended."""
    path = tmp_path / "record.jsonl"
    for _ in range(2):
        with Record(path) as record:
            record(Event(1, AT, "to_board", "bytes", raw=b"x"))

    assert recorded_bytes(path.read_text(encoding="utf-8").splitlines(), "to_board") == b"xx"


def test_a_trace_line_shows_time_direction_bytes_and_meaning() -> None:
    """The first eight bytes, how many there are, and the sentence in the reader's language."""
    event = Event(1, AT, "to_board", "picture", "area", "a picture", bytes(range(9)))

    assert trace_line(event, str.upper) == "06:00:00.012  →  00 01 02 03 04 05 06 07 …    9 B  area: A PICTURE"


def test_a_trace_line_without_bytes_keeps_its_columns() -> None:
    """What happens inside has a dot for its direction."""
    line = trace_line(Event(1, AT, "-", "injected", "plug", "in"))

    assert line.startswith("06:00:00.012  ·  ")
    assert line.endswith("  plug: in")
