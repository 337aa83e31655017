"""C-Power against a public encoder, the vendor's document and public projects, in both directions.

`*_net` are bytes that a public Ruby encoder emits; `*_serial` are the same packets in the serial form, and
`mono_*` pictures of one plane, both computed from the notes; the public examples were found as they are.
"""

import re
from collections.abc import Callable

import pytest
from vectors.reading import Vector, vectors

from signboard.frame import art
from signboard.frame.frame import Colour, Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols import cpower_answers
from signboard.protocols.cpower import CPowerDriver
from signboard.protocols.cpower_panel import CPowerPanel
from signboard.protocols.cpower_wire import ANSWER, ASK, WINDOWS, Form, Packet, pack, unpack
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec, PanelEvent
from signboard.protocols.steps import Exchange, Outcome, Send

SERIAL = Form()
COLOUR_RULE = "lit pixel (x,y) red if (x+y)%3==0, green if 1, red+green if 2, blue plane all zero"
RUBBISH = {
    "text": b"hello board",
    "ends": b"\xae\xae",
    "half a packet": bytes.fromhex("a56832017b01c800"),
    "escapes": b"\xaa\x05\xaa",
    "a bad packet": b"\xa5\xaa\x07\xae",
    "a lone start": b"\x00\xa5",
}
NET_RUBBISH = {
    "text": b"hello board",
    "half an id": b"\xff\xff\xff",
    "a false start": bytes.fromhex("ffffffff0000"),
    "half a head": bytes.fromhex("ffffffff66000000"),
}
VECTORS = vectors("cpower", "vectors")
EXAMPLES = vectors("cpower", "public_serial_examples")
CASES = [
    pytest.param(vector, form, colour, id=f"{vector}-{form}-{colour.name.lower()}")
    for vector in VECTORS
    for form, colour, section in (
        ("net", Colour.RGB, "image_packets_net"),
        ("serial", Colour.RGB, "image_packets_serial"),
        ("serial", Colour.MONO, "mono_image_packets_serial_computed"),
    )
    if section in vector.record
]


def sent_by(vector: Vector, form: str, colour: Colour) -> list[bytes]:
    """The vector's packets: windows first (they do not depend on the colours), then the image."""
    image = f"image_packets_{form}" if colour is Colour.RGB else f"mono_image_packets_{form}_computed"
    names = (f"window_packets_{form}", image)
    return [bytes.fromhex(packet) for name in names for packet in vector.record.get(name, [])]


def picture(vector: Vector, colour: Colour) -> Frame:
    """The vector's picture, painted by the rule that it states."""
    rows: list[str] = vector.record["rows"]
    mono = art.parse_rows(rows, Colour.MONO)
    if colour is Colour.MONO:
        return mono
    assert COLOUR_RULE in vector.record["colour"]
    lit = [(x, y) for y, row in enumerate(rows) for x, mark in enumerate(row) if mark == "#"]
    dark = Frame.blank(mono.width_px, mono.height_px)
    red = dark.flipped([(x, y) for x, y in lit if (x + y) % 3 != 1])
    green = dark.flipped([(x, y) for x, y in lit if (x + y) % 3 != 0])
    return Frame(mono.width_px, mono.height_px, (*red.planes, *green.planes, *dark.planes))


def board_of(vector: Vector, form: str, colour: Colour) -> BoardSpec:
    """The board with the vector's size; address and id code as its packets say."""
    rows = vector.record["rows"]
    first = sent_by(vector, form, colour)[0]
    options = {"form": form}
    if form == "net":
        options |= {"id_code": first[:4].hex(), "card_id": str(first[10])}
    else:
        options["card_id"] = str(first[3])
    return BoardSpec(len(rows[0]), len(rows), colour, options)


def written(exchange: Exchange, panel: CPowerPanel) -> tuple[list[bytes], Outcome]:
    """Everything that an exchange writes while the panel answers, and its outcome."""
    found: list[bytes] = []

    def copied() -> Exchange:
        step = next(exchange)
        while True:
            if isinstance(step, Send):
                found.append(step.data)
            reply = yield step
            try:
                step = exchange.send(reply)
            except StopIteration as end:
                outcome: Outcome = end.value
                return outcome

    outcome = carry(copied(), panel)
    return found, outcome


def pictures(events: list[PanelEvent]) -> list[Frame | None]:
    """The pictures among what a panel understood."""
    return [event.frame for event in events if event.kind == "picture"]


def fed(panel: CPowerPanel, *chunks: bytes) -> list[PanelEvent]:
    """What the panel understands of the chunks."""
    return [event for chunk in chunks for event in panel.feed(chunk, 0)[1]]


@pytest.mark.parametrize(("vector", "form", "colour"), CASES)
def test_the_driver_writes_the_encoders_packets(vector: Vector, form: str, colour: Colour) -> None:
    """The driver's packets for windows and picture equal the encoder's, one by one, and each is answered."""
    board = board_of(vector, form, colour)
    found, outcome = written(CPowerDriver(board).show(picture(vector, colour)), CPowerPanel(board))

    assert found == sent_by(vector, form, colour)
    assert outcome.evidence is Evidence.ACKED


@pytest.mark.parametrize(("vector", "form", "colour"), CASES)
def test_the_panel_reads_the_encoders_picture(vector: Vector, form: str, colour: Colour) -> None:
    """The encoder's packets put the meant picture on the panel, once."""
    panel = CPowerPanel(board_of(vector, form, colour))

    assert pictures(fed(panel, *sent_by(vector, form, colour))) == [picture(vector, colour)]
    assert panel.picture(0) == picture(vector, colour)
    assert panel.faults == {}


@pytest.mark.parametrize(("vector", "form", "colour"), CASES)
def test_byte_by_byte_and_all_at_once_are_the_same(vector: Vector, form: str, colour: Colour) -> None:
    """Bytes that dribble in one by one, or come in one heap, give the same events and answers as packet by packet."""
    packets = sent_by(vector, form, colour)
    board = board_of(vector, form, colour)
    stream = b"".join(packets)
    apart, heap, dribbled = CPowerPanel(board), CPowerPanel(board), CPowerPanel(board)
    answers: list[bytes] = []
    events: list[PanelEvent] = []
    for packet in packets:
        said, understood = apart.feed(packet, 0)
        answers.append(said)
        events += understood

    assert heap.feed(stream, 0) == (b"".join(answers), events)
    assert fed(dribbled, *(bytes((octet,)) for octet in stream)) == events


@pytest.mark.parametrize(("vector", "form", "colour"), CASES)
def test_rubbish_in_front_does_not_matter(vector: Vector, form: str, colour: Colour) -> None:
    """Whatever came before each packet, the picture is understood."""
    for rubbish in (NET_RUBBISH if form == "net" else RUBBISH).values():
        panel = CPowerPanel(board_of(vector, form, colour))
        chunks = [rubbish + packet for packet in sent_by(vector, form, colour)]

        assert pictures(fed(panel, *chunks)) == [picture(vector, colour)]


@pytest.mark.parametrize(("vector", "form", "colour"), CASES)
def test_cut_short_waits(vector: Vector, form: str, colour: Colour) -> None:
    """A packet cut anywhere (at a few dozen places) is no fault; the rest completes it."""
    for number in range(24):
        panel = CPowerPanel(board_of(vector, form, colour))
        seen = []
        for packet in sent_by(vector, form, colour):
            cut = len(packet) * number // 24
            assert fed(panel, packet[:cut]) == []
            seen += fed(panel, packet[cut:])

        assert pictures(seen) == [picture(vector, colour)]
        assert panel.faults == {}


@pytest.mark.parametrize(("vector", "form", "colour"), CASES)
def test_a_missing_packet_shows_nothing(vector: Vector, form: str, colour: Colour) -> None:
    """Without one of its packets a picture does not show, and the card says so."""
    packets = sent_by(vector, form, colour)
    for missing in range(1, len(packets)):
        panel = CPowerPanel(board_of(vector, form, colour))
        rest = packets[:missing] + packets[missing + 1 :]

        assert pictures(fed(panel, *rest)) == []
        assert set(panel.faults) <= {"nak_2"}


def example(vector: Vector) -> bytes:
    """A public example's bytes."""
    return bytes.fromhex(vector.record["hex"])


def packet_of(octets: bytes) -> Packet:
    """The one packet of a serial example."""
    unwrapped = SERIAL.unwrap(octets)
    assert unwrapped is not None
    packet, flaw = unpack(unwrapped)
    assert packet
    assert flaw == ""
    return packet


ASKED = [vector for vector in EXAMPLES if packet_of(example(vector)).kind == ASK]
ANSWERED = [vector for vector in EXAMPLES if packet_of(example(vector)).kind == ANSWER]


def card(packet: Packet) -> BoardSpec:
    """A board with the packet's address."""
    return BoardSpec(128, 32, options={"card_id": str(packet.card_id), "reply": "yes" if packet.flag & 1 else "no"})


@pytest.mark.parametrize("vector", EXAMPLES, ids=str)
def test_public_examples_are_written_as_they_were_read(vector: Vector) -> None:
    """Head, data, sum and escapes: a packet read and written again is the same bytes."""
    assert SERIAL.wrap(pack(packet_of(example(vector)))) == example(vector)


@pytest.mark.parametrize("vector", ASKED, ids=str)
@pytest.mark.parametrize("front", [b"", *RUBBISH.values()], ids=["alone", *RUBBISH])
def test_public_examples_are_obeyed(vector: Vector, front: bytes) -> None:
    """The simulated card takes every public example and answers it with success."""
    packet = packet_of(example(vector))
    panel = CPowerPanel(card(packet))
    said, events = panel.feed(front + example(vector), 0)
    (answer,) = SERIAL.packets_in(said)

    assert events[-1].kind == "command"
    assert (answer.kind, answer.card_id, answer.protocol) == (ANSWER, packet.card_id, packet.protocol)
    assert answer.flag == 0 if packet.protocol == WINDOWS else answer.data


@pytest.mark.parametrize("vector", ASKED, ids=str)
def test_dribbled_examples_are_obeyed(vector: Vector) -> None:
    """A question that comes byte by byte is answered once, at its end."""
    panel = CPowerPanel(card(packet_of(example(vector))))
    said = [panel.feed(bytes((octet,)), 0)[0] for octet in example(vector)]

    assert set(said[:-1]) == {b""}
    assert said[-1]


def network(driver: CPowerDriver, data: bytes) -> Exchange:
    """The driver's network settings with an example's values."""
    return driver.set_network(data[1:5], data[5:9], data[9:13], int.from_bytes(data[13:15], "big"), data[15:19])


COMMANDS: dict[tuple[int, bytes], Callable[[CPowerDriver, bytes], Exchange]] = {
    (0x76, b"\0"): lambda driver, data: driver.set_power(data[1] == 1),
    (0x76, b"\1"): lambda driver, _: driver.read_power(),
    (0x46, b"\0"): lambda driver, data: driver.set_brightness(data[1]),
    (0x2D, b"\0"): lambda driver, _: driver.restart(),
    (0xFE, b"A"): lambda driver, _: driver.restart(program_only=True),
    (0x3C, b"\0"): network,
    (WINDOWS, b"\6"): lambda driver, _: driver.leave(),
    (WINDOWS, b"\7"): lambda driver, data: driver.forget() if data[1] else driver.save(),
}
OURS = [
    vector for vector in ASKED if (packet_of(example(vector)).protocol, packet_of(example(vector)).data[:1]) in COMMANDS
]


@pytest.mark.parametrize("vector", OURS, ids=str)
def test_the_driver_writes_the_public_examples(vector: Vector) -> None:
    """What the driver has a command for (no texts in the card's fonts) it writes as the examples do."""
    packet = packet_of(example(vector))
    exchange = COMMANDS[packet.protocol, packet.data[:1]](CPowerDriver(card(packet)), packet.data)

    assert next(exchange) == Send(example(vector))


@pytest.mark.parametrize("vector", ANSWERED, ids=str)
@pytest.mark.parametrize("front", [b"", *RUBBISH.values()], ids=["alone", *RUBBISH])
def test_public_answers_are_heard(vector: Vector, front: bytes) -> None:
    """A card's answer is read by the host that asked, whole and no earlier, rubbish in front or not."""
    answer = packet_of(example(vector))
    question = Packet(answer.card_id, answer.protocol, 1, b"\0")
    whole = front + example(vector)
    heard = [
        cpower_answers.scan(whole[:cut], form=SERIAL, question=question, kind="ack") for cut in range(len(whole) + 1)
    ]

    assert set(heard[:-1]) == {None}
    assert heard[-1]
    assert cpower_answers.require(heard[-1], "ack").kind == "ack"


def test_a_wrong_transcription_fails_its_sum() -> None:
    """Where a vector file keeps the example that the web prints with two digits wrong, its sum is not true."""
    for vector in vectors("cpower", "broken_example"):
        for octets in re.findall(r"a5[0-9a-f]{20,}ae", vector.record["hex"]):
            unwrapped = SERIAL.unwrap(bytes.fromhex(octets))
            assert unwrapped is not None
            assert unpack(unwrapped)[1] == "checksum"
