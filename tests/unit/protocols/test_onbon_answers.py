"""Tests of reading a card's answers."""

import pytest

from signboard.errors import GarbledError, NakError
from signboard.protocols import onbon_answers
from signboard.protocols.onbon_wire import ANY_SCREEN, PC, Dialect, Packet, pack, wrap
from signboard.protocols.steps import Reply

ACK = bytes.fromhex("00a000000000000000")
NAK_3 = bytes.fromhex("00a001010003000000")


def answer(body: bytes, *, source: int = 7, destination: int = PC, dialect: Dialect = Dialect.F0) -> bytes:
    """An answer on the wire."""
    return wrap(pack(Packet(destination, source, b"\x54\x01", body, dialect)))


def scan(received: bytes, screen: int = ANY_SCREEN) -> Reply | None:
    """What the host at the usual address reads."""
    return next((reply for _, reply in onbon_answers.answers_in(received, host=PC, screen=screen)), None)


@pytest.mark.parametrize("dialect", Dialect)
def test_an_acknowledgement_is_read_in_both_dialects(dialect: Dialect) -> None:
    """Whichever header the card uses, its ACK is one."""
    assert scan(answer(ACK, dialect=dialect)) == Reply("ack", {}, ACK)


def test_a_refusal_carries_its_number() -> None:
    """A NACK is read with its number and becomes its error."""
    reply = scan(answer(NAK_3))

    assert reply == Reply("nak", {"error": 3}, NAK_3)
    with pytest.raises(NakError) as caught:
        onbon_answers.require(reply, "ack")
    assert (caught.value.nak, caught.value.code, caught.value.retryable) == (3, "busy", True)


@pytest.mark.parametrize("body", ["00a000010000000000", "00a001000000000000", "00a000000005000000"])
def test_any_sign_of_refusal_counts(body: str) -> None:
    """Status bit, command or error number alone make it a refusal; firmware differs."""
    reply = scan(answer(bytes.fromhex(body)))

    assert reply
    assert reply.kind == "nak"


def test_answers_of_other_boards_are_passed_over() -> None:
    """On a shared line only the board that was asked is heard, and only what is meant for us."""
    assert scan(answer(ACK, source=8), screen=7) is None
    assert scan(answer(ACK, destination=9), screen=7) is None
    assert scan(answer(ACK, source=8) + answer(NAK_3), screen=7) == Reply("nak", {"error": 3}, NAK_3)


def test_a_damaged_answer_is_none() -> None:
    """A wrong checksum makes an answer noise."""
    damaged = bytearray(answer(ACK))
    damaged[20] ^= 1

    assert scan(bytes(damaged)) is None
    assert scan(bytes(damaged) + answer(ACK)) == Reply("ack", {}, ACK)


@pytest.mark.parametrize("body", [b"", b"\0", ACK[:8], b"\x01" + ACK[1:]])
def test_what_is_no_answer_is_passed_over(body: bytes) -> None:
    """Too short a body and a request in place of an answer are skipped."""
    assert scan(answer(body)) is None


@pytest.mark.parametrize("body", ["00a280000000000000", "00a2800000000002005401", "00a7800000000000000000"])
def test_an_answer_that_says_too_little_is_another_answer(body: str) -> None:
    """A ping's answer without its content is told by its numbers, and is not what was asked for."""
    reply = scan(answer(bytes.fromhex(body)))

    assert reply
    assert reply.kind == f"{body[2:4]}/80"
    with pytest.raises(GarbledError):
        onbon_answers.require(reply, "ping")


def test_a_ping_tells_the_card() -> None:
    """Every field of the captured ping answer is read."""
    reply = scan(
        answer(
            bytes.fromhex(
                "00a280000000001f005401313330313038303101feff0180002000010f0100001000000000000100",
            )
        )
    )

    assert reply
    assert reply.fields == {
        "device_type": "5E1",
        "type_bytes": "5401",
        "firmware": "13010801",
        "parameter_state": 1,
        "screen": 0xFFFE,
        "baud_code": 1,
        "width_px": 128,
        "height_px": 32,
        "colour": "mono",
        "brightness": 15,
        "power": 1,
    }


def test_a_status_tells_the_clock() -> None:
    """The captured status answer gives power, brightness and the board's time."""
    payload = bytes.fromhex("0100000f0100 50303030 00000000 2620010203040505") + bytes(11)
    reply = scan(answer(bytes.fromhex("00a28f000000002100") + payload))

    assert reply
    assert reply.fields == {"power": 1, "brightness": 15, "programs": 1, "clock": "2026-01-02T03:04:05"}


ASKED = Packet(ANY_SCREEN, PC, b"\x54\x01", b"\1\xa7\0\0\0")
PING = bytes.fromhex("00a280000000001f005401313330313038303101feff0180002000010f0100001000000000000100")


def answered(question: Packet, body: bytes = ACK, **other: object) -> bytes:
    """The answer that the card gives to `question`, but for what is to be wrong."""
    return wrap(pack(question.reply(body)._replace(**other)))  # type: ignore[arg-type] # a test's shorthand


@pytest.mark.parametrize("dialect", Dialect)
def test_an_answer_counts_in_the_dialect_asked(dialect: Dialect) -> None:
    """Another header answers another question."""
    found = {
        other: scan_for(answered(ASKED._replace(dialect=dialect)), ASKED._replace(dialect=other)) for other in Dialect
    }

    assert [other for other, reply in found.items() if reply] == [dialect]


@pytest.mark.parametrize("dialect", [Dialect.COMMON, Dialect.COMMON6])
def test_an_answer_counts_under_its_own_number(dialect: Dialect) -> None:
    """The common headers number their questions; an old answer has an old number."""
    question = ASKED._replace(dialect=dialect, sequence=7)

    assert scan_for(answered(question, sequence=6), question) is None
    assert scan_for(answered(question, sequence=6) + answered(question), question) == Reply("ack", {}, ACK)


def test_an_answer_of_another_type_of_card_counts_for_nothing() -> None:
    """Neither the type asked nor the one that the card told."""
    other = answered(ASKED, device_type=b"\x74\x01")

    assert scan_for(other, ASKED) is None
    assert scan_for(other, ASKED, told_type=b"\x74\x01") == Reply("ack", {}, ACK)


def test_asked_as_any_type_the_card_may_name_itself_until_it_was_greeted() -> None:
    """Afterwards it is held to what it said."""
    question = ASKED._replace(device_type=b"\xfe\xff")
    itself = answered(question, device_type=b"\x54\x02")

    assert scan_for(itself, question)
    assert scan_for(itself, question, told_type=b"\x54\x02")
    assert scan_for(itself, question, told_type=b"\x54\x01") is None


def test_a_late_answer_of_another_kind_is_passed_over() -> None:
    """An ack is no answer to a ping, and a ping's answer none to a picture."""
    both = answered(ASKED, PING) + answered(ASKED)

    assert scan_for(both, ASKED) == Reply("ack", {}, ACK)
    assert (scan_for(answered(ASKED) + answered(ASKED, PING), ASKED, kind="ping") or Reply("-")).kind == "ping"
    assert scan_for(answered(ASKED), ASKED, kind="ping") is None
    assert scan_for(answered(ASKED, NAK_3), ASKED, kind="ping") == Reply("nak", {"error": 3}, NAK_3)


def scan_for(received: bytes, question: Packet, *, kind: str = "ack", told_type: bytes = b"") -> Reply | None:
    """What counts as the answer to `question`."""
    return onbon_answers.scan(received, question=question, kind=kind, told_type=told_type)
