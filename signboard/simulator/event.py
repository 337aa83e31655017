"""What a virtual board tells about itself: one event per thing that came, was understood, went wrong or left."""

import json
from dataclasses import dataclass
from datetime import datetime

from signboard.frame import art
from signboard.frame.frame import Frame

__all__ = ["Event"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on a virtual board.

    Attributes:
        t_ms: wire time since the board was started.
        at: board time, UTC.
        direction: `to_board`, `to_host`, or `-` for what happened inside.
        kind: `bytes` (raw, as they passed the port), `answer`, `injected` (a fault was made), or the panel's
            `picture`, `command`, `fault`.
        name: the protocol's word (`area`, `ping`, `nak_5`, …).
        meaning: one English sentence.
        raw: the bytes.
        frame: the picture that was decoded, for `picture`.
    """

    t_ms: int
    at: datetime
    direction: str
    kind: str
    name: str = ""
    meaning: str = ""
    raw: bytes = b""
    frame: Frame | None = None

    def to_json(self, *, with_art: bool = False) -> str:
        """One JSON line without its line feed; a picture is named by its digest, and drawn where asked."""
        line: dict[str, object] = {
            "t_ms": self.t_ms,
            "at": self.at.isoformat(),
            "direction": self.direction,
            "kind": self.kind,
            "name": self.name,
            "meaning": self.meaning,
        }
        if self.raw:
            line["hex"] = self.raw.hex()
        if self.frame is not None:
            line["frame"] = self.frame.digest
            if with_art:
                line["art"] = art.draw(self.frame).split("\n")
        return json.dumps(line, ensure_ascii=False)
