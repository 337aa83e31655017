"""Tests of reading a C-Power card's answers."""

import pytest

from signboard.errors import GarbledError, NakError
from signboard.protocols import cpower_answers
from signboard.protocols.cpower_wire import ANSWER, ASK, WINDOWS, Form, Packet, pack
from signboard.protocols.steps import Reply

SERIAL = Form()
IMAGE = Packet(1, WINDOWS, 1, b"\3abc")
TEMPLATE = Packet(1, WINDOWS, 1, b"\x83\x03")


def heard(*packets: Packet, question: Packet = IMAGE, kind: str = "ack") -> Reply | None:
    """What the host reads of these packets, with noise before each."""
    received = b"".join(b"x" + SERIAL.wrap(pack(packet)) for packet in packets)
    return cpower_answers.scan(received, form=SERIAL, question=question, kind=kind)


def answer(data: bytes = b"", *, flag: int = 0, protocol: int = WINDOWS, kind: int = ANSWER) -> Packet:
    """An answer of card 1."""
    return Packet(1, protocol, flag, data, kind=kind)


@pytest.mark.parametrize("kind", [ANSWER, ASK])
def test_both_kinds_of_firmware_acknowledge(kind: int) -> None:
    """An empty answer with result 0 is an acknowledgement, also where old firmware writes 68."""
    assert heard(answer(kind=kind)) == Reply("ack")


def test_echoes_and_other_cards_are_passed_over() -> None:
    """Our own question, another card's answer and an answer under another id do not answer us."""
    assert heard(IMAGE, Packet(2, WINDOWS, 0, b"", kind=ANSWER), answer(b"\1", protocol=0x46)) is None
    assert heard(IMAGE, answer()) == Reply("ack")


@pytest.mark.parametrize(
    ("result", "code", "retryable"), [(1, "checksum", True), (2, "packet_order", True), (9, "refused", False)]
)
def test_results_become_errors(result: int, code: str, retryable: bool) -> None:
    """Damaged bytes and lost packets are worth another try; anything else is for a person."""
    with pytest.raises(NakError) as caught:
        cpower_answers.require(heard(answer(flag=result)), "ack")

    assert (caught.value.code, caught.value.nak, caught.value.retryable) == (code, result, retryable)


def test_a_template_tells_the_size() -> None:
    """Colours and size, high bytes first, where the template is usable; nothing where it is not."""
    usable = heard(answer(bytes.fromhex("8303 01 01 03 0080 0020 01")), question=TEMPLATE, kind="template")
    unusable = heard(answer(bytes.fromhex("8303 00 00 00 0000 0000 00")), question=TEMPLATE, kind="template")

    assert usable
    assert unusable
    assert (usable.fields["width_px"], usable.fields["height_px"], usable.fields["colour"]) == (128, 32, "dual")
    assert unusable.fields == {"is_template": 0, "is_usable": 0}


@pytest.mark.parametrize(
    ("protocol", "asked", "data", "due"),
    [
        (0x76, b"\0\1" + bytes(7), b"\0\1", Reply("ack", {}, b"\0\1")),
        (0x76, b"\0\1" + bytes(7), b"\0\0", Reply("nak", {"error": 0}, b"\0\0")),
        (0x76, b"\1", b"\1\1" + bytes(8), Reply("power", {"power": 1}, b"\1\1" + bytes(8))),
        (0x46, b"\0" + bytes(24), b"\1", Reply("ack", {}, b"\1")),
        (0x46, b"\0" + bytes(24), b"\0", Reply("nak", {"error": 0}, b"\0")),
        (0x47, b"\1", b"\1\2\3", Reply("values", {"values": "0203"}, b"\1\2\3")),
        (0x2E, b"\0", b"\0\x52", Reply("nak", {"error": 0}, b"\0\x52")),
        (
            0x2E,
            b"\0",
            bytes.fromhex("0052101000000036"),
            Reply("version", {"card_type": 0x52, "firmware": "3.6"}, bytes.fromhex("0052101000000036")),
        ),
    ],
)
def test_short_commands_answer_in_their_data(protocol: int, asked: bytes, data: bytes, due: Reply) -> None:
    """Success, failure and values stand behind the head; FF says nothing there."""
    assert heard(answer(data, flag=1, protocol=protocol), question=Packet(1, protocol, 1, asked), kind=due.kind) == due


def test_late_answers_of_another_kind_are_passed_over() -> None:
    """A template's answer confirms no picture, and a picture's is no template."""
    template = answer(bytes.fromhex("8303 01 01 03 0080 0020 01"))

    assert heard(template) is None
    assert heard(template, answer()) == Reply("ack")
    assert (heard(answer(), template, question=TEMPLATE, kind="template") or Reply("-")).kind == "template"


def test_another_kind_of_answer_is_garbled() -> None:
    """What was not asked for is no answer."""
    with pytest.raises(GarbledError):
        cpower_answers.require(Reply("ack"), "template")
    with pytest.raises(GarbledError):
        cpower_answers.require(None, "ack")
