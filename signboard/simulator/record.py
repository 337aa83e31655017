"""The record of a virtual board: one JSON line per event, and the trace that people read."""

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from signboard.simulator.event import Event

__all__ = ["Record", "trace_line"]

_ARROWS = {"to_board": "→", "to_host": "←"}
_HEX_BYTES = 8


class Record:
    """Writes events to a file as they come; each line is on its way to the disk at once, so a killed board loses none.

    Args:
        path: the file; it is appended to, so that a restart keeps the story.
        with_art: draw every picture, not only its digest.
    """

    def __init__(self, path: Path, *, with_art: bool = False) -> None:
        self._file = path.open("a", encoding="utf-8", newline="\n")
        self._with_art = with_art

    def __call__(self, event: Event) -> None:
        """Append one event."""
        self._file.write(event.to_json(with_art=self._with_art) + "\n")
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def trace_line(event: Event, translate: Callable[[str], str] = str) -> str:
    """One line of a trace: time (UTC), direction, the first bytes, what they mean.

    Args:
        event: anything but raw `bytes` reads well.
        translate: turns the English meaning into the reader's language.
    """
    octets = event.raw[:_HEX_BYTES].hex(" ").upper() + (" …" if len(event.raw) > _HEX_BYTES else "")
    count = f"{len(event.raw)} B" if event.raw else ""
    arrow = _ARROWS.get(event.direction, "·")
    at = event.at.strftime("%H:%M:%S.") + f"{event.at.microsecond // 1000:03d}"
    return f"{at}  {arrow}  {octets:<{_HEX_BYTES * 3 + 1}} {count:>6}  {event.name}: {translate(event.meaning)}"
