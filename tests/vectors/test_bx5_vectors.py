"""BX-5E against the vendor's own encoder and parser, in both directions."""

import re
from collections.abc import Callable

import pytest
from vectors.reading import Vector, bitmap_of, vectors

from signboard.errors import NakError
from signboard.frame.frame import Colour, Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols import onbon_answers
from signboard.protocols.bx5 import Bx5Driver
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.loopback import carry
from signboard.protocols.onbon_wire import ANY_SCREEN, PC, Packet, frames_in, unpack
from signboard.protocols.spec import BoardSpec, PanelEvent
from signboard.protocols.steps import Exchange, Reply, Send

AREAS = vectors("bx5", "mono", "dual")
CONTROLS = vectors("bx5", "control")
REFUSALS = vectors("bx5", "nack_checksum_error_reply_hex")
OPTION_OF = {
    "x": "x",
    "y": "y",
    "area_id": "area_id",
    "imme_play": "play",
    "run_mode": "run_mode",
    "timeout_s": "timeout_s",
    "display_mode": "effect",
    "speed": "speed",
    "stay_10ms": "stay",
    "dst_addr": "screen",
    "src_addr": "source",
    "device_type_bytes": "device_type",
}
RUBBISH = {
    "text": b"hello board",
    "ends": b"\x5a\x5a\x5a",
    "half a frame": bytes.fromhex("a5a5feff0080f000540100"),
    "escapes": b"\xa6\x5b\xa6\x01\x5b\x02",
    "a bad frame": b"\xa5\xa6\x07\x5a",
    "a lone start": b"\x00\xa5",
}
COMMANDS: list[tuple[str, Callable[[Bx5Driver, list[int]], Exchange]]] = [
    (r"ping", lambda driver, _: driver.identify()),
    (r"brightness level index (\d+)", lambda driver, found: driver.set_brightness(found[0])),
    (r"brightness", lambda driver, _: driver.read_brightness()),
    (r"controller id", lambda driver, _: driver.read_controller_id()),
    (r"status", lambda driver, _: driver.status()),
    (r"screen off", lambda driver, _: driver.set_power(False)),
    (r"screen on", lambda driver, _: driver.set_power(True)),
    (r"clock (\d+)-(\d+)-(\d+) (\d+):(\d+):(\d+)", lambda driver, found: driver.set_clock(*found[:6])),
    (r"delete all", lambda driver, _: driver.delete()),
    (r"delete", lambda driver, found: driver.delete(found)),
]


def board_of(vector: Vector) -> BoardSpec:
    """The smallest board on which the vector's area fits, with the vector's options."""
    frame = bitmap_of(vector)
    options = {OPTION_OF[name]: str(value) for name, value in vector.record.items() if name in OPTION_OF}
    width_px = int(vector.record.get("x", 0)) + frame.width_px
    return BoardSpec(width_px, int(vector.record.get("y", 0)) + frame.height_px, frame.colour, options)


def meant(vector: Vector) -> Frame:
    """The whole board as it should look after the vector."""
    board = board_of(vector)
    dark = Frame.blank(board.width_px, board.height_px, board.colour)
    return dark.paste(bitmap_of(vector), int(vector.record.get("x", 0)), int(vector.record.get("y", 0)))


def wire(vector: Vector) -> bytes:
    """The vector's bytes."""
    return bytes.fromhex(str(vector.record["raw_hex"]))


def pictures(events: list[PanelEvent]) -> list[Frame | None]:
    """The pictures among what a panel understood."""
    return [event.frame for event in events if event.kind == "picture"]


def fed(panel: Bx5Panel, *chunks: bytes) -> list[PanelEvent]:
    """What the panel understands of the chunks."""
    return [event for chunk in chunks for event in panel.feed(chunk, 0)[1]]


@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_the_driver_writes_the_vendors_bytes(vector: Vector) -> None:
    """The driver's bytes for a picture equal the vendor's."""
    step = next(Bx5Driver(board_of(vector)).show(bitmap_of(vector)))

    assert Send(wire(vector)) == step


@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_the_panel_reads_the_vendors_picture(vector: Vector) -> None:
    """The vendor's bytes put the meant picture on the panel."""
    assert [meant(vector)] == pictures(fed(Bx5Panel(board_of(vector)), wire(vector)))


@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_byte_by_byte_is_the_same(vector: Vector) -> None:
    """Bytes that dribble in one by one give the same events as the whole."""
    whole = fed(Bx5Panel(board_of(vector)), wire(vector))

    assert whole == fed(Bx5Panel(board_of(vector)), *(bytes((octet,)) for octet in wire(vector)))


@pytest.mark.parametrize("rubbish", RUBBISH.values(), ids=list(RUBBISH))
@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_rubbish_in_front_does_not_matter(vector: Vector, rubbish: bytes) -> None:
    """Whatever came before, the picture is understood."""
    assert [meant(vector)] == pictures(fed(Bx5Panel(board_of(vector)), rubbish + wire(vector)))


@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_twice_in_a_row_is_understood_twice(vector: Vector) -> None:
    """Two frames without a gap are two pictures, a second end byte between them or not."""
    panel = Bx5Panel(board_of(vector))

    assert [meant(vector)] * 3 == pictures(fed(panel, wire(vector) * 2 + b"\x5a" + wire(vector)))
    assert panel.faults == {}


@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_cut_short_waits(vector: Vector) -> None:
    """A frame cut anywhere (long ones at a thousand places) is neither picture nor fault; the rest completes it."""
    whole, panel, due = wire(vector), Bx5Panel(board_of(vector)), meant(vector)
    for cut in range(0, len(whole), 1 + len(whole) // 1000):
        assert fed(panel, whole[:cut]) == []
        assert pictures(fed(panel, whole[cut:])) == [due]
    assert panel.faults == {}


@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_the_driver_hears_the_panels_acknowledgement(vector: Vector) -> None:
    """The panel acknowledges the picture and the driver reads that."""
    board = board_of(vector)

    assert carry(Bx5Driver(board).show(bitmap_of(vector)), Bx5Panel(board)).evidence == Evidence.ACKED


def packet_of(octets: bytes) -> Packet:
    """The one packet in these bytes."""
    packet, flaw = unpack(next(frames_in(octets)))
    assert packet
    assert flaw == ""
    return packet


def request(vector: Vector) -> bytes:
    """A control vector's request."""
    return bytes.fromhex(str(vector.record["request_hex"]))


def answer(vector: Vector) -> bytes:
    """A control vector's answer, which the vendor's parser took."""
    return bytes.fromhex(str(vector.record["reply_hex_accepted_by_sdk"]))


def scanned(received: bytes) -> Reply | None:
    """What a host at the usual address reads."""
    return next((reply for _, reply in onbon_answers.answers_in(received, host=PC, screen=ANY_SCREEN)), None)


def control_board(vector: Vector) -> BoardSpec:
    """A board whose options are what the request's header says, and what a ping's answer tells of the card."""
    packet = packet_of(request(vector))
    reply = scanned(answer(vector))
    told = reply.fields if reply and reply.kind == "ping" else {}
    options = {
        "screen": str(packet.destination),
        "source": str(packet.source),
        "device_type": str(told.get("device_type", packet.device_type.hex())),
        "dialect": packet.dialect.name.lower(),
        "sequence": str(packet.sequence),
        "random": str(packet.random),
        "firmware": str(told.get("firmware", "")),
    }
    colour = Colour[str(told.get("colour", "mono")).upper()]
    return BoardSpec(int(told.get("width_px", 128)), int(told.get("height_px", 32)), colour, options)


def comparable(octets: bytes) -> object:
    """An answer whole; of one that tells a card's state (not ping) only header, kind and length."""
    reply = scanned(octets)
    if reply is None or reply.kind in ("ack", "nak", "ping"):
        return octets
    packet = packet_of(octets)
    return packet.reply(b""), packet.body[:5], len(packet.body)


def exchange(vector: Vector) -> Exchange:
    """The driver's exchange for what the vector's name says."""
    name = str(vector.record["name"])
    driver = Bx5Driver(control_board(vector))
    for pattern, call in COMMANDS:
        if re.search(pattern, name):
            return call(driver, [int(number) for number in re.findall(r"\d+", name)])
    raise AssertionError(f"no command is known for the control vector '{name}'")


@pytest.mark.parametrize("vector", CONTROLS, ids=str)
def test_the_driver_writes_the_vendors_commands(vector: Vector) -> None:
    """The driver's bytes for a command equal the vendor's."""
    assert Send(request(vector)) == next(exchange(vector))


@pytest.mark.parametrize("vector", CONTROLS, ids=str)
@pytest.mark.parametrize("front", [b"", *RUBBISH.values()], ids=["alone", *RUBBISH])
def test_the_panel_answers_as_the_vendor_accepts(vector: Vector, front: bytes) -> None:
    """The panel's answer equals the one that the vendor's parser took, rubbish in front or not."""
    said = Bx5Panel(control_board(vector)).feed(front + request(vector), 0)[0]

    assert comparable(answer(vector)) == comparable(said)


@pytest.mark.parametrize("vector", CONTROLS, ids=str)
def test_the_panel_answers_dribbled_requests(vector: Vector) -> None:
    """A request that comes byte by byte is answered once, at its end."""
    panel = Bx5Panel(control_board(vector))
    said = [panel.feed(bytes((octet,)), 0)[0] for octet in request(vector)]

    assert set(said[:-1]) == {b""}
    assert comparable(answer(vector)) == comparable(said[-1])


@pytest.mark.parametrize("vector", CONTROLS, ids=str)
def test_the_driver_takes_the_accepted_answer(vector: Vector) -> None:
    """Given the answer that the vendor's parser took, the exchange ends acknowledged."""
    steps = exchange(vector)
    next(steps)
    steps.send(None)
    with pytest.raises(StopIteration) as end:
        steps.send(scanned(answer(vector)))

    assert end.value.value.evidence == Evidence.ACKED


@pytest.mark.parametrize("vector", CONTROLS, ids=str)
def test_an_answer_is_waited_for_to_its_end(vector: Vector) -> None:
    """An answer cut anywhere is no answer yet; whole, doubled or behind rubbish it is one and the same."""
    whole = answer(vector)
    reply = scanned(whole)

    assert reply
    assert {None} == {scanned(whole[:cut]) for cut in range(len(whole))}
    assert [reply] * 7 == [scanned(front + whole + b"\x5a" + whole) for front in (b"", *RUBBISH.values())]


@pytest.mark.parametrize("vector", CONTROLS, ids=str)
def test_our_own_echo_is_no_answer(vector: Vector) -> None:
    """A line that echoes the request does not answer it."""
    assert scanned(request(vector)) is None
    assert scanned(answer(vector)) == scanned(request(vector) + answer(vector))


@pytest.mark.parametrize("vector", REFUSALS, ids=str)
def test_a_refusal_is_read(vector: Vector) -> None:
    """The vendor's checksum refusal becomes an error that may be tried again."""
    with pytest.raises(NakError) as caught:
        onbon_answers.require(scanned(bytes.fromhex(str(vector.record["hex"]))), "ack")

    assert (caught.value.code, caught.value.nak, caught.value.retryable) == ("checksum", 5, True)
