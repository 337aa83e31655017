"""`decode`: bytes back to the picture that a board shows after them."""

import re

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

__all__ = ["command"]


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
    spec = PROTOCOLS.load(settings.board.protocol)
    panel = spec.panel(settings.board.spec)
    answer, events = panel.feed(_bytes(read_input(file)), 0)
    frame = panel.picture(0)
    faults = {name: count for name, count in panel.faults.items() if count}
    data = {
        "protocol": spec.name,
        "art": art_rows(frame),
        "digest": frame.digest,
        "pictures": sum(event.kind == "picture" for event in events),
        "faults": faults,
        "answer": answer.hex(),
        "events": [{"kind": event.kind, "name": event.name, "meaning": _(event.meaning)} for event in events],
    }
    report(data, art.draw(frame))
    if not this_call().as_json:
        counted = ", ".join(f"{name} {count}" for name, count in faults.items())
        talk(N_("Pictures: {pictures}. Faults: {faults}."), pictures=data["pictures"], faults=counted or "0")


def _bytes(raw: bytes) -> bytes:
    """Hex where the file holds nothing but hex digits and blanks, else the bytes as they are."""
    digits = re.sub(rb"\s+", b"", raw)
    if digits and len(digits) % 2 == 0 and re.fullmatch(rb"[0-9A-Fa-f]+", digits):
        return bytes.fromhex(digits.decode())
    return raw
