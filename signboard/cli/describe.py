"""Values as the JSON that others rely on: messages, pictures, cues."""

from collections.abc import Sequence

from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.frame.message import Message, Pages

__all__ = ["art_rows", "describe_message"]


def art_rows(frame: Frame) -> list[str]:
    """The frame's text art, row by row."""
    return art.draw(frame).split("\n")


def describe_message(text: str, font: str, message: Message, frames: Sequence[Frame]) -> dict[str, object]:
    """A message with the pictures that were asked for.

    Args:
        text: what was set.
        font: name of the face.
        message: how it passes.
        frames: the pictures.
    """
    described: dict[str, object] = {
        "text": text,
        "font": font,
        "motion": message.motion,
        "duration_ms": message.duration_ms,
        "pictures": [
            {"width_px": frame.width_px, "height_px": frame.height_px, "digest": frame.digest, "art": art_rows(frame)}
            for frame in frames
        ],
    }
    if isinstance(message, Pages):
        described["pages"] = [
            {"page": number, "on_ms": page.on_ms, "digest": page.frame.digest}
            for number, page in enumerate(message.stills)
        ]
    else:
        described["strip"] = {
            "width_px": message.strip.width_px,
            "board_px": message.board_px,
            "step_px": message.step_px,
            "step_ms": message.step_ms,
            "travel_px": message.travel_px,
            "digest": message.strip.digest,
        }
    return described
