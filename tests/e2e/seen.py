"""What a virtual board decoded, out of its record, and the pictures in which texts stand on it."""

import json
from pathlib import Path

from e2e.process import signboard_command

from signboard.frame import art

__all__ = ["SIZE", "decoded", "digest_of"]

SIZE = "64x16"


def decoded(record: Path) -> list[str]:
    """The pictures so far, by digest; nothing while there is no record, and no half of a line."""
    lines = record.read_text(encoding="utf-8").splitlines() if record.exists() else []
    events = [json.loads(line) for line in lines if line.endswith("}")]
    return [event["frame"] for event in events if event["kind"] == "picture"]


def digest_of(text: str) -> str:
    """The first page of a text on a board of `SIZE`."""
    drawn = signboard_command("render", text, "--size", SIZE, "--motion", "pages").out
    return art.parse(drawn.split("\n\n")[0]).digest
