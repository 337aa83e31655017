"""BX-6E and BX-6Q against the vendor's own encoders and parser, in both directions."""

import re
from collections.abc import Callable

import pytest
from vectors.reading import Record, Vector, VectorFile, bitmap_of, family_files, vectors

from signboard.errors import NakError
from signboard.frame.frame import Colour, Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols import onbon_answers
from signboard.protocols.bx6 import Bx6Driver
from signboard.protocols.bx6_panel import Bx6Panel
from signboard.protocols.loopback import carry
from signboard.protocols.onbon_codes import Group, Screen
from signboard.protocols.onbon_wire import ANY_SCREEN, PC, Packet, frames_in, unescape, unpack, wrap
from signboard.protocols.spec import BoardSpec, PanelEvent
from signboard.protocols.steps import Exchange, Reply, Send

AREAS = vectors("bx6", "mono", "dual", "rgb")
CONTROLS = vectors("bx6", "control")
SHADES = [file for file in family_files("bx6") if "send_hex" in file.content]
OPTION_OF = {
    "x": "x",
    "y": "y",
    "area_id": "area_id",
    "imme_play": "play",
    "run_mode": "run_mode",
    "timeout_s": "timeout_s",
    "display_mode": "effect",
    "clear_mode": "clear_mode",
    "speed": "speed",
    "stay_10ms": "stay",
    "transparency": "transparency",
    "dst_addr": "screen",
    "src_addr": "source",
    "device_type_bytes": "device_type",
}
# What the vendor's MIT-licensed sender writes where its vector states nothing.
SENDER = {
    "screen": "65535",
    "device_type": "6602",
    "write_length": "no",
    "transparency": "0",
    "clear_mode": "0",
    "play": "0",
    "run_mode": "0",
    "timeout_s": "0",
    "effect": "0",
    "stay": "100",
}
RUBBISH = {
    "text": b"hello board",
    "ends": b"\x5a\x5a\x5a",
    "half a frame": bytes.fromhex("a5a5feff0080f000740100"),
    "escapes": b"\xa6\x5b\xa6\x01\x5b\x02",
    "a bad frame": b"\xa5\xa6\x07\x5a",
    "a lone start": b"\x00\xa5",
}


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


def fed(panel: Bx6Panel, *chunks: bytes) -> list[PanelEvent]:
    """What the panel understands of the chunks."""
    return [event for chunk in chunks for event in panel.feed(chunk, 0)[1]]


@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_the_driver_writes_the_vendors_bytes(vector: Vector) -> None:
    """The driver's bytes for a picture equal the vendor's."""
    assert Send(wire(vector)) == next(Bx6Driver(board_of(vector)).show(bitmap_of(vector)))


@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_the_panel_reads_the_vendors_picture(vector: Vector) -> None:
    """The vendor's bytes put the meant picture on the panel."""
    assert [meant(vector)] == pictures(fed(Bx6Panel(board_of(vector)), wire(vector)))


@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_byte_by_byte_is_the_same(vector: Vector) -> None:
    """Bytes that dribble in one by one give the same events as the whole."""
    whole = fed(Bx6Panel(board_of(vector)), wire(vector))

    assert whole == fed(Bx6Panel(board_of(vector)), *(bytes((octet,)) for octet in wire(vector)))


@pytest.mark.parametrize("rubbish", RUBBISH.values(), ids=list(RUBBISH))
@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_rubbish_in_front_does_not_matter(vector: Vector, rubbish: bytes) -> None:
    """Whatever came before, the picture is understood."""
    assert [meant(vector)] == pictures(fed(Bx6Panel(board_of(vector)), rubbish + wire(vector)))


@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_cut_short_waits(vector: Vector) -> None:
    """A frame cut anywhere (long ones at a thousand places) is neither picture nor fault; the rest completes it."""
    whole, panel, due = wire(vector), Bx6Panel(board_of(vector)), meant(vector)
    for cut in range(0, len(whole), 1 + len(whole) // 1000):
        assert fed(panel, whole[:cut]) == []
        assert pictures(fed(panel, whole[cut:])) == [due]
    assert panel.faults == {}


@pytest.mark.parametrize("vector", AREAS, ids=str)
def test_the_driver_hears_the_panels_acknowledgement(vector: Vector) -> None:
    """The panel acknowledges the picture and the driver reads that."""
    board = board_of(vector)

    assert carry(Bx6Driver(board).show(bitmap_of(vector)), Bx6Panel(board)).evidence == Evidence.ACKED


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
        "flag": str(packet.flag),
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


def from_bcd(octets: bytes) -> list[int]:
    """Decimal digits to numbers."""
    return [int(f"{octet:02x}") for octet in octets]


def clock_of(payload: bytes) -> tuple[int, int, int, int, int, int]:
    """Year to second in a clock command."""
    low, high, month, day, hour, minute, second, _ = from_bcd(payload)
    return high * 100 + low, month, day, hour, minute, second


COMMANDS: dict[tuple[int, int], Callable[[Bx6Driver, bytes], Exchange]] = {
    (Group.SCREEN, Screen.PING): lambda driver, _: driver.identify(),
    (Group.SCREEN, Screen.CLOCK): lambda driver, payload: driver.set_clock(*clock_of(payload)),
    (Group.SCREEN, Screen.POWER): lambda driver, payload: driver.set_power(payload == b"\1"),
    (Group.SCREEN, Screen.BRIGHTNESS): lambda driver, payload: driver.set_brightness(payload[1]),
    (Group.SCREEN, Screen.STATUS): lambda driver, _: driver.status(),
    (Group.SCREEN, Screen.READ_BRIGHTNESS): lambda driver, _: driver.read_brightness(),
    (Group.SCREEN, Screen.CONTROLLER_ID): lambda driver, _: driver.read_controller_id(),
    (Group.AREA, 1): lambda driver, payload: driver.delete(list(payload[1:])),
}


def exchange(vector: Vector) -> Exchange:
    """The driver's exchange for the vector's command with the vector's values."""
    body = packet_of(request(vector)).body
    return COMMANDS[body[1], body[2]](Bx6Driver(control_board(vector)), body[5:])


@pytest.mark.parametrize("vector", CONTROLS, ids=str)
def test_the_driver_writes_the_vendors_commands(vector: Vector) -> None:
    """The driver's bytes for a command equal the vendor's."""
    assert Send(request(vector)) == next(exchange(vector))


@pytest.mark.parametrize("vector", CONTROLS, ids=str)
@pytest.mark.parametrize("front", [b"", *RUBBISH.values()], ids=["alone", *RUBBISH])
def test_the_panel_answers_as_the_vendor_accepts(vector: Vector, front: bytes) -> None:
    """The panel's answer equals the one that the vendor's parser took, rubbish in front or not."""
    said = Bx6Panel(control_board(vector)).feed(front + request(vector), 0)[0]

    assert comparable(answer(vector)) == comparable(said)


@pytest.mark.parametrize("vector", CONTROLS, ids=str)
def test_the_panel_answers_dribbled_requests(vector: Vector) -> None:
    """A request that comes byte by byte is answered once, at its end."""
    panel = Bx6Panel(control_board(vector))
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


def test_refusals_are_read() -> None:
    """A checksum refusal, where a file has one, becomes an error that may be tried again."""
    for vector in vectors("bx6", "nack_checksum_error_reply_hex"):
        with pytest.raises(NakError) as caught:
            onbon_answers.require(scanned(bytes.fromhex(str(vector.record["hex"]))), "ack")

        assert (caught.value.code, caught.value.nak, caught.value.retryable) == ("checksum", 5, True)


def pixels_of(file: VectorFile) -> tuple[int, int, bytes]:
    """Width, height and R, G, B bytes of a file's coloured pixels; what it does not name is black."""
    area: Record = file.content["area"]
    width_px, height_px = int(area["w"]), int(area["h"])
    out = bytearray(3 * width_px * height_px)
    (points,) = (value for name, value in file.content.items() if name.endswith("_pixels"))
    for point in points:
        at = 3 * (int(point["y"]) * width_px + int(point["x"]))
        out[at : at + 3] = bytes.fromhex(point["rgb"])
    return width_px, height_px, bytes(out)


def shades_board(file: VectorFile) -> BoardSpec:
    """The smallest full-colour board for a file's area, with the sender's options."""
    area: Record = file.content["area"]
    place = {"area_id": str(area["id"]), "x": str(area["x"]), "y": str(area["y"])}
    return BoardSpec(int(area["x"]) + int(area["w"]), int(area["y"]) + int(area["h"]), Colour.RGB, SENDER | place)


def shades_meant(file: VectorFile) -> Frame:
    """The whole board as it should look: a colour is lit from half its brightness on."""
    width_px, height_px, pixels = pixels_of(file)
    board, area = shades_board(file), file.content["area"]
    planes = []
    for colour in range(3):
        lit = [(at % width_px, at // width_px) for at, value in enumerate(pixels[colour::3]) if value >= 128]
        planes.append(Frame.blank(width_px, height_px).flipped(lit).planes[0])
    picture = Frame(width_px, height_px, tuple(planes))
    return Frame.blank(board.width_px, board.height_px, Colour.RGB).paste(picture, int(area["x"]), int(area["y"]))


@pytest.mark.parametrize("file", SHADES, ids=lambda file: file.path.stem)
def test_shades_are_written_as_the_vendors_sender_does(file: VectorFile) -> None:
    """The driver's bytes for a full-colour picture equal the sender's, escape bytes among the pixels included."""
    step = next(Bx6Driver(shades_board(file)).show_shades(*pixels_of(file)))

    assert Send(bytes.fromhex(str(file.content["send_hex"]))) == step


@pytest.mark.parametrize("file", SHADES, ids=lambda file: file.path.stem)
@pytest.mark.parametrize("front", [b"", *RUBBISH.values()], ids=["alone", *RUBBISH])
def test_shades_are_read_as_lit_or_dark(file: VectorFile, front: bytes) -> None:
    """The sender's bytes put the picture on the panel, whole or byte by byte, rubbish in front or not."""
    octets = front + bytes.fromhex(str(file.content["send_hex"]))
    for size in (1, len(octets)):
        panel = Bx6Panel(shades_board(file))
        events = fed(panel, *(octets[at : at + size] for at in range(0, len(octets), size)))

        assert pictures(events) == [shades_meant(file)]


@pytest.mark.parametrize("file", SHADES, ids=lambda file: file.path.stem)
def test_deletions_are_written_as_the_vendors_sender_does(file: VectorFile) -> None:
    """All areas, or the ones that the name lists."""
    found = 0
    for name, octets in file.content.items():
        match = re.fullmatch(r"delete_(all|[0-9_]+)_hex", name)
        if match:
            ids = [] if match[1] == "all" else [int(number) for number in match[1].split("_")]
            found += 1

            assert Send(bytes.fromhex(str(octets))) == next(Bx6Driver(shades_board(file)).delete(ids))
    assert found


@pytest.mark.parametrize("file", SHADES, ids=lambda file: file.path.stem)
def test_framing_is_the_vendors(file: VectorFile) -> None:
    """Escapes of the sender's wrapper, both ways, and the manual's ping."""
    for pair in file.content.get("wrap", []):
        plain, wrapped = bytes.fromhex(pair["plain_hex"]), bytes.fromhex(pair["wrapped_hex"])

        assert wrap(plain) == wrapped
        assert unescape(wrapped[8:-1]) == plain
    if "doc_ping_example_hex" in file.content:
        host = Bx6Driver(BoardSpec(8, 8, options={"dialect": "f0"}))

        assert next(host.identify()) == Send(bytes.fromhex(str(file.content["doc_ping_example_hex"])))
