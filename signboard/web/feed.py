"""What a page is told: the board once, then pictures and events as they come, as JSON texts.

Called in the thread that draws; every viewer takes its texts in the server's loop. A slow viewer misses pictures, never
the latest one, and events beyond the last few hundred; it costs the board nothing.
"""

import asyncio
import base64
import contextlib
import json
from collections import deque
from collections.abc import AsyncIterator, Callable

from signboard.frame.frame import Frame
from signboard.simulator.event import Event
from signboard.simulator.record import trace_line

__all__ = ["Feed"]

_KEPT_EVENTS = 300


class Feed:
    """A view (see `signboard.simulator.serve.View`) that hands on to pages.

    Args:
        board: what the page says of the board: `name protocol url width height colour`.
        translate: turns meanings into the reader's language.
    """

    def __init__(self, board: dict[str, object], translate: Callable[[str], str] = str) -> None:
        self.board = board
        self._translate = translate
        self._lines: deque[tuple[int, dict[str, str]]] = deque(maxlen=_KEPT_EVENTS)
        self._counted = {"picture": 0, "command": 0, "fault": 0, "injected": 0}
        self._number = 0
        self._picture: Frame | None = None
        self._viewers: set[asyncio.Event] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def note(self, event: Event) -> None:
        """Something happened; raw bytes are no message."""
        if event.kind == "bytes":
            return
        self._number += 1
        if event.kind in self._counted:
            self._counted[event.kind] += 1
        self._lines.append((self._number, {"kind": event.kind, "line": trace_line(event, self._translate)}))
        self._wake()

    def draw(self, frame: Frame) -> None:
        """The board shows this now."""
        self._picture = frame
        self._wake()

    def close(self) -> None:
        """Nothing more comes."""

    async def texts(self) -> AsyncIterator[str]:
        """What one viewer is told, from now on, for ever."""
        self._loop = asyncio.get_running_loop()
        news = asyncio.Event()
        self._viewers.add(news)
        seen, drawn = 0, None
        try:
            yield json.dumps({"board": self.board}, ensure_ascii=False)
            while True:
                picture, lines = self._picture, [line for number, line in list(self._lines) if number > seen]
                seen = self._number
                text: dict[str, object] = {"counts": dict(self._counted)}
                if picture is not None and picture is not drawn:
                    text["planes"] = [base64.b64encode(plane).decode("ascii") for plane in picture.planes]
                    text["digest"] = picture.digest[:12]
                    drawn = picture
                if lines:
                    text["lines"] = lines
                yield json.dumps(text, ensure_ascii=False)
                await news.wait()
                news.clear()
        finally:
            self._viewers.discard(news)

    def _wake(self) -> None:
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the server has ended
                self._loop.call_soon_threadsafe(self._wake_viewers)

    def _wake_viewers(self) -> None:
        for news in self._viewers:
            news.set()
