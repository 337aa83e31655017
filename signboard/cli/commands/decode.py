"""`decode`: bytes back to the picture that a board shows after them."""

import re
from dataclasses import dataclass, field

from signboard import app
from signboard.cli import choices, words
from signboard.cli.call import this_call
from signboard.cli.describe import art_rows
from signboard.cli.envelope import report, talk
from signboard.cli.writing import read_input
from signboard.errors import N_
from signboard.frame import art
from signboard.locale import _
from signboard.protocols import PROTOCOLS
from signboard.protocols.arranged import hung
from signboard.protocols.spec import Panel, PanelEvent

__all__ = ["command"]

_CHUNK_BYTES = 4096
_MOST_EVENTS = 10_000
_MOST_ANSWER_BYTES = 64 * 1024


@words.command(
    "decode",
    summary=N_("Show the board after these bytes (hex or binary), with everything counted that it could not take."),
    examples=(
        "signboard decode --protocol bx5 --size 128x32 ghi-lai.hex",
        "signboard encode hinh.txt | signboard decode -",
    ),
)
@choices.board
@words.argument("file", metavar=N_("FILE"), help=N_("A file of bytes or of hex digits, or - for standard input."))
def command(wishes: app.Wishes, file: str) -> None:
    """Decode it."""
    settings = app.settings_for(wishes, this_call().config)
    board = settings.board
    spec = hung(PROTOCOLS.load(board.protocol), board.arrangement, (board.width, board.height))
    panel = spec.panel(settings.board.spec)
    seen = _feed(panel, _bytes(read_input(file)))
    frame = panel.picture(0)
    faults = {name: count for name, count in panel.faults.items() if count}
    if seen.rest:
        faults["unfinished"] = 1
    data = {
        "protocol": spec.name,
        "art": art_rows(frame),
        "digest": frame.digest,
        "pictures": seen.pictures,
        "faults": faults,
        "unfinished_bytes": len(seen.rest),
        "answer": seen.answer.hex(),
        "events": [{"kind": event.kind, "name": event.name, "meaning": _(event.meaning)} for event in seen.events],
        "events_left_out": seen.left_out,
    }
    report(data, art.draw(frame))
    if not this_call().as_json:
        counted = ", ".join(f"{name} {count}" for name, count in faults.items())
        talk(N_("Pictures: {pictures}. Faults: {faults}."), pictures=seen.pictures, faults=counted or "0")


@dataclass(slots=True)
class _Seen:
    """What came of the bytes, bounded: the first events and answers, counts of the others, bytes that await more."""

    pictures: int = 0
    answer: bytes = b""
    events: list[PanelEvent] = field(default_factory=list)
    left_out: int = 0
    rest: bytes = b""


def _feed(panel: Panel, data: bytes) -> _Seen:
    seen = _Seen()
    last = b""
    for at in range(0, len(data), _CHUNK_BYTES):
        answer, events = panel.feed(data[at : at + _CHUNK_BYTES], 0)
        seen.answer = (seen.answer + answer)[:_MOST_ANSWER_BYTES]
        seen.pictures += sum(event.kind == "picture" for event in events)
        room = _MOST_EVENTS - len(seen.events)
        seen.events += events[:room]
        seen.left_out += max(0, len(events) - room)
        last = events[-1].raw if events else last
    seen.rest = _rest(data, last)
    return seen


def _rest(data: bytes, last: bytes) -> bytes:
    """What stands behind the last message or fault; more of the byte that ended it is no beginning of anything."""
    behind = data.rfind(last) + len(last) if last else 0
    return data[behind:].lstrip(last[-1:]) if last else data


def _bytes(raw: bytes) -> bytes:
    """Hex where the file holds nothing but hex digits and blanks, else the bytes as they are."""
    digits = re.sub(rb"\s+", b"", raw)
    if digits and len(digits) % 2 == 0 and re.fullmatch(rb"[0-9A-Fa-f]+", digits):
        return bytes.fromhex(digits.decode())
    return raw
