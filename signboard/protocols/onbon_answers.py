"""What an Onbon BX card answers, read by the host: acknowledgements, refusals, and the contents of its answers.

Ping answer (31 bytes, sixth generation 307; the vendor's parser took these fields):

     0  2  device type        13  1  baud code            19  1  brightness
     2  8  firmware text      14  2  width, u16           20  1  power
    10  1  parameter state    16  2  height, u16          21 10  others
    11  2  address            18  1  colour 1 mono, 3 dual, 7 tri, 255 full

Status answer (33 bytes; captured, its meaning guessed): 0 power, 3 brightness, 4 number of programs, 14 clock (8 BCD).
"""

import struct
from collections.abc import Callable, Iterator

from signboard.protocols.onbon_codes import File, Group, Screen, device_name, refusal
from signboard.protocols.onbon_wire import (
    ANY_SCREEN,
    ANY_TYPE,
    EVERY_SCREEN,
    Dialect,
    Packet,
    frames_in,
    unpack,
)
from signboard.protocols.plain import require_reply
from signboard.protocols.steps import Reply

__all__ = ["Reply", "answers_in", "require", "scan"]

_HEAD = struct.Struct("<BBBHHH")
_PING = struct.Struct("<2s8sBHBHHBBB")
_COLOURS = {1: "mono", 3: "dual", 7: "tri", 255: "rgb"}
Fields = dict[str, int | str]


def answers_in(received: bytes, *, host: int, screen: int) -> Iterator[tuple[Packet, Reply]]:
    """Every whole answer from `screen` to `host` in `received`, in any dialect, with the packet that carried it.

    Noise, damaged frames, answers of other boards and our own echo are passed over.
    """
    for inner in frames_in(received):
        packet, flaw = unpack(inner)
        if packet and not flaw and packet.destination == host and screen in (ANY_SCREEN, EVERY_SCREEN, packet.source):
            reply = _reply(packet.body)
            if reply:
                yield packet, reply


def scan(received: bytes, *, question: Packet, kind: str, told_type: bytes = b"") -> Reply | None:
    """The first answer of this kind to `question` in `received`, or its refusal, or None.

    An answer does not say what it answers, so all that it does say must fit: the question's dialect, its number where
    the header has one, and its type of card (or `told_type`, what the card called itself; asked as any type, a card
    may name any until it was greeted). Late answers of other kinds are passed over.
    """
    for packet, reply in answers_in(received, host=question.source, screen=question.destination):
        if reply.kind in (kind, "nak") and _answers(packet, question, told_type):
            return reply
    return None


def _answers(packet: Packet, question: Packet, told_type: bytes) -> bool:
    if packet.dialect is not question.dialect:
        return False
    if packet.dialect is not Dialect.F0 and packet.sequence != question.sequence:
        return False
    is_any_type = question.device_type == ANY_TYPE and not told_type
    return is_any_type or packet.device_type in (question.device_type, told_type)


def require(reply: Reply | None, kind: str) -> Reply:
    """`reply` if it is of this kind; see `plain.require_reply`."""
    return require_reply(reply, kind, refusal)


def _reply(body: bytes) -> Reply | None:
    if len(body) < _HEAD.size or body[0] != 0:
        return None
    _, group, command, status, error, length = _HEAD.unpack_from(body)
    payload = body[_HEAD.size : _HEAD.size + length]
    if group == Group.ANSWER or status & 1:
        is_refusal = command or error or status & 1
        return Reply("nak", {"error": error}, body) if is_refusal else Reply("ack", {}, body)
    known = _CONTENTS.get((group, command & ~Screen.ANSWERS)) if command & Screen.ANSWERS else None
    if known is None or len(payload) < known[1]:
        return Reply(f"{group:02x}/{command:02x}", {}, body)
    return Reply(known[0], known[2](payload), body)


def _ping(payload: bytes) -> Fields:
    device_type, firmware, state, screen, baud, width_px, height_px, colour, brightness, power = _PING.unpack_from(
        payload
    )
    return {
        "device_type": device_name(device_type),
        "type_bytes": device_type.hex(),
        "firmware": firmware.decode("ascii", "replace").strip("\0 "),
        "parameter_state": state,
        "screen": screen,
        "baud_code": baud,
        "width_px": width_px,
        "height_px": height_px,
        "colour": _COLOURS.get(colour, str(colour)),
        "brightness": brightness,
        "power": power,
    }


def _status(payload: bytes) -> Fields:
    year_low, year_high, month, day, hour, minute, second, _ = (f"{octet:02x}" for octet in payload[14:22])
    clock = f"{year_high}{year_low}-{month}-{day}T{hour}:{minute}:{second}"
    return {"power": payload[0], "brightness": payload[3], "programs": payload[4], "clock": clock}


def _brightness(payload: bytes) -> Fields:
    return {"mode": payload[0], "brightness": payload[1]}


def _controller_id(payload: bytes) -> Fields:
    return {"controller_id": payload.hex()}


def _directory(payload: bytes) -> Fields:
    return {"files": int.from_bytes(payload[:2], "little")}


def _directory_block(payload: bytes) -> Fields:
    return {"is_last": payload[0]}


def _room(payload: bytes) -> Fields:
    return {"total_bytes": int.from_bytes(payload[:4], "little"), "free_bytes": int.from_bytes(payload[4:8], "little")}


_CONTENTS: dict[tuple[int, int], tuple[str, int, Callable[[bytes], Fields]]] = {
    (Group.SCREEN, Screen.PING): ("ping", _PING.size, _ping),
    (Group.SCREEN, Screen.STATUS): ("status", 22, _status),
    (Group.SCREEN, Screen.READ_BRIGHTNESS): ("brightness", 2, _brightness),
    (Group.SCREEN, Screen.CONTROLLER_ID): ("controller_id", 0, _controller_id),
    (Group.FILE, File.DIRECTORY): ("directory", 2, _directory),
    (Group.FILE, File.DIRECTORY_BLOCK): ("directory_block", 1, _directory_block),
    (Group.FILE, File.ROOM): ("room", 8, _room),
}
"""Asked command → kind of answer, shortest payload, its reader."""
