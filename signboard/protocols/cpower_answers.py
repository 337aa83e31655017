"""What a C-Power card answers, read by the host.

Under 7B the result stands in FF: 0 success, 1 checksum, 2 packet order, other numbers are the command's own. Under the
other ids FF is repeated and the data tells: 01 success and 00 failure; of 76 (power) and queries what was asked for,
then the values. Old firmware answers with 68 in place of E8; such an answer must differ from our own question.
"""

from signboard.errors import N_, NakError
from signboard.protocols.cpower_wire import ANSWER, WINDOWS, Form, Packet
from signboard.protocols.plain import require_reply
from signboard.protocols.steps import Reply

__all__ = ["TEMPLATE_QUERY", "refusal", "require", "scan"]

TEMPLATE_QUERY = 0x83
_POWER, _VERSION = 0x76, 0x2E
_QUERY = 1
_COLOURS = {1: "mono", 3: "dual", 7: "rgb"}
_TEMPLATE_BYTES, _VERSION_BYTES = 10, 8
Fields = dict[str, int | str]


def scan(received: bytes, *, form: Form, question: Packet, kind: str) -> Reply | None:
    """The first whole answer of this kind to `question` in `received`, or a refusal, or None.

    Noise, other cards, our own echo and late answers of other kinds are passed over.
    """
    for packet in form.packets_in(received):
        is_ours = (packet.card_id, packet.protocol) == (question.card_id, question.protocol)
        is_answer = packet.kind == ANSWER or (packet.protocol == WINDOWS and not packet.data)
        if is_ours and is_answer:
            reply = _reply(packet, question)
            if reply.kind in (kind, "nak"):
                return reply
    return None


def require(reply: Reply | None, kind: str) -> Reply:
    """`reply` if it is of this kind; see `plain.require_reply`."""
    return require_reply(reply, kind, refusal)


def refusal(number: int) -> NakError:
    """The error for a result that is no success; 0 stands for the failure of a short command."""
    known = {
        1: ("checksum", N_("The board got damaged bytes (refusal {nak}); it is sent again.")),
        2: ("packet_order", N_("The board missed a packet (refusal {nak}); the whole picture is sent again.")),
    }
    code, sentence = known.get(
        number,
        ("refused", N_("The board refused the command (refusal {nak}); check the kind of card and its settings.")),
    )
    return NakError(sentence, code=code, nak=number, retryable=number in known)


def _reply(packet: Packet, question: Packet) -> Reply:
    data = packet.data
    if packet.protocol == WINDOWS:
        return _result(packet.flag, data)
    if packet.protocol == _POWER:
        return _power(data, question.data)
    if packet.protocol == _VERSION:
        return _version(data)
    if question.data[:1] == bytes((_QUERY,)) and len(question.data) == 1:
        return Reply("values", {"values": data[1:].hex()}, data)
    return Reply("ack", {}, data) if data[:1] == b"\1" else Reply("nak", {"error": 0}, data)


def _result(flag: int, data: bytes) -> Reply:
    if flag:
        return Reply("nak", {"error": flag}, data)
    if data[:1] != bytes((TEMPLATE_QUERY,)):
        return Reply("ack", {}, data)
    return _template(data) if len(data) >= _TEMPLATE_BYTES else Reply("other", {}, data)


def _power(data: bytes, asked: bytes) -> Reply:
    if len(data) > 1 and data[0] == _QUERY:
        return Reply("power", {"power": data[1]}, data)
    return Reply("ack", {}, data) if data[:2] == asked[:2] else Reply("nak", {"error": 0}, data)


def _version(data: bytes) -> Reply:
    if len(data) < _VERSION_BYTES:
        return Reply("nak", {"error": 0}, data)
    app = data[7]
    return Reply("version", {"card_type": data[1], "firmware": f"{app >> 4}.{app & 15}"}, data)


def _template(data: bytes) -> Reply:
    fields: Fields = {"is_template": data[2], "is_usable": data[3] & 1}
    if data[3] & 1:
        fields["width_px"] = int.from_bytes(data[5:7], "big")
        fields["height_px"] = int.from_bytes(data[7:9], "big")
        fields["colour"] = _COLOURS.get(data[4] & 7, str(data[4] & 7))
    return Reply("template", fields, data)
