"""BX-5A and BX-5M against the vendor's own encoder and parser: a whole exchange, in both directions."""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from vectors.reading import Record, Vector, VectorFile, bitmap_of, family_files

from signboard.frame.frame import Frame
from signboard.frame.message import Page
from signboard.playlog.evidence import Evidence
from signboard.protocols import onbon_answers
from signboard.protocols.bx5flash import Bx5FlashDriver
from signboard.protocols.bx5flash_panel import Bx5FlashPanel
from signboard.protocols.loopback import carry
from signboard.protocols.onbon_codes import File, Group, Screen
from signboard.protocols.onbon_wire import ANY_SCREEN, PC, Packet, frames_in, pack, unpack, wrap
from signboard.protocols.spec import BoardSpec, PanelEvent
from signboard.protocols.steps import Exchange, Expect, Outcome, Reply, Send

FILES = [file for file in family_files("bx5flash") if "exchange" in file.content]
STORING = {File.BEGIN, File.DIRECTORY, File.DIRECTORY_BLOCK, File.ROOM, File.OPEN, File.BLOCK, File.END}
BLOCK_HEAD_BYTES = 9
RUBBISH = {
    "text": b"hello board",
    "ends": b"\x5a\x5a\x5a",
    "half a frame": bytes.fromhex("a5a5feff00800500510500"),
    "escapes": b"\xa6\x5b\xa6\x01\x5b\x02",
    "a bad frame": b"\xa5\xa6\x07\x5a",
    "a lone start": b"\x00\xa5",
}


def named(file: VectorFile) -> str:
    """A file's name, for the test's."""
    return file.path.stem


def packet_of(octets: bytes) -> Packet:
    """The one packet in these bytes."""
    packet, flaw = unpack(next(frames_in(octets)))
    assert packet
    assert flaw == ""
    return packet


@dataclass(frozen=True)
class Call:
    """One request of the capture, and the answer that the vendor's parser took."""

    request: bytes
    answer: bytes

    @property
    def packet(self) -> Packet:
        """The request's packet."""
        return packet_of(self.request)

    @property
    def number(self) -> tuple[int, int]:
        """Group and command."""
        return self.packet.body[1], self.packet.body[2]

    @property
    def payload(self) -> bytes:
        """What follows group, command and length."""
        return self.packet.body[5:]


def calls(file: VectorFile) -> list[Call]:
    """The capture."""
    records: list[Record] = file.content["exchange"]
    return [
        Call(bytes.fromhex(each["request_hex"]), bytes.fromhex(each["reply_hex_accepted_by_sdk"])) for each in records
    ]


def storing(file: VectorFile) -> list[Call]:
    """The calls that store: from the ping with the header of the storing on."""
    found = calls(file)
    first = next(index for index, call in enumerate(found) if call.number == (Group.FILE, File.BEGIN))
    begin = found[first - 1]
    assert begin.number == (Group.SCREEN, Screen.PING)
    return [begin, *(call for call in found if call.number[0] == Group.FILE and call.number[1] in STORING)]


def stored_file(file: VectorFile) -> bytes:
    """The program file, from its blocks."""
    blocks = [call.payload for call in calls(file) if call.number == (Group.FILE, File.BLOCK)]
    return b"".join(block[BLOCK_HEAD_BYTES:] for block in blocks)


def options_of(file: VectorFile, packet: Packet) -> dict[str, str]:
    """The options that a header and the stored file tell."""
    program = stored_file(file)
    blocks = [call for call in calls(file) if call.number == (Group.FILE, File.BLOCK)]
    ping = scanned(storing(file)[0].answer)
    assert ping
    return {
        "screen": str(packet.destination),
        "source": str(packet.source),
        "device_type": str(ping.fields["device_type"]),
        "dialect": packet.dialect.name.lower(),
        "flag": str(packet.flag),
        "sequence": str(packet.sequence),
        "random": str(packet.random),
        "firmware": str(ping.fields["firmware"]),
        "program": program[1:5].decode("ascii"),
        "first_day": program[11:15].hex(),
        "last_day": program[15:19].hex(),
        "block_bytes": str(len(blocks[0].payload) - BLOCK_HEAD_BYTES) if len(blocks) > 1 else "auto",
    }


def pages_of(file: VectorFile) -> list[Page]:
    """The pages that were stored; five seconds each where the file states nothing else."""
    records: list[Record] = file.content["pages"]
    painted = [(bitmap_of(Vector("page", "pages", record, {})), record) for record in records]
    return [Page(frame, 10 * int(record.get("stay_10ms", 500))) for frame, record in painted]


def board_of(file: VectorFile, packet: Packet | None = None) -> BoardSpec:
    """The board of the capture, with the options of a packet's header (the storing's, unless another is named)."""
    first = pages_of(file)[0].frame
    return BoardSpec(first.width_px, first.height_px, first.colour, options_of(file, packet or storing(file)[1].packet))


def scanned(received: bytes) -> Reply | None:
    """What a host at the usual address reads."""
    return next((reply for _, reply in onbon_answers.answers_in(received, host=PC, screen=ANY_SCREEN)), None)


def comparable(octets: bytes) -> object:
    """An answer whole; of one that tells a card's state only header, kind and length."""
    reply = scanned(octets)
    if reply is None or reply.kind != "status":
        return octets
    packet = packet_of(octets)
    return packet.reply(b""), packet.body[:5], len(packet.body)


def played(exchange: Exchange, answers: Iterator[bytes]) -> tuple[list[bytes], Outcome]:
    """What an exchange sends when the board answers so, and its outcome."""
    sent = []
    step = next(exchange)
    while True:
        try:
            if isinstance(step, Send):
                sent.append(step.data)
                step = exchange.send(None)
            else:
                assert isinstance(step, Expect)
                step = exchange.send(step.scan(next(answers)))
        except StopIteration as end:
            outcome: Outcome = end.value
            return sent, outcome


@pytest.mark.parametrize("file", FILES, ids=named)
def test_the_driver_writes_the_vendors_exchange(file: VectorFile) -> None:
    """Given the card's answers, storing the pages sends the vendor's bytes, call by call."""
    steps = storing(file)
    sent, outcome = played(Bx5FlashDriver(board_of(file)).store(pages_of(file)), iter([call.answer for call in steps]))

    assert sent == [call.request for call in steps]
    assert outcome.evidence is Evidence.ACKED


def clock_of(payload: bytes) -> tuple[int, int, int, int, int, int]:
    """Year to second in a clock command."""
    low, high, month, day, hour, minute, second, _ = (int(f"{octet:02x}") for octet in payload)
    return high * 100 + low, month, day, hour, minute, second


def names_of(payload: bytes) -> list[str]:
    """The programs that a deletion names."""
    return [payload[at : at + 4].decode("ascii") for at in range(2, len(payload), 4)]


OTHERS: dict[tuple[int, int], Callable[[Bx5FlashDriver, bytes], Exchange]] = {
    (Group.SCREEN, Screen.PING): lambda driver, _: driver.identify(),
    (Group.SCREEN, Screen.LOCK): lambda driver, _: driver.lock(),
    (Group.SCREEN, Screen.STATUS): lambda driver, _: driver.status(),
    (Group.SCREEN, Screen.POWER): lambda driver, payload: driver.set_power(payload == b"\1"),
    (Group.SCREEN, Screen.BRIGHTNESS): lambda driver, payload: driver.set_brightness(payload[1]),
    (Group.SCREEN, Screen.CLOCK): lambda driver, payload: driver.set_clock(*clock_of(payload)),
    (Group.FILE, File.DELETE): lambda driver, payload: driver.delete(names_of(payload)),
}


@pytest.mark.parametrize("file", FILES, ids=named)
def test_the_driver_writes_the_vendors_other_calls(file: VectorFile) -> None:
    """Ping, lock, delete and status outside of the storing, each with the header of its capture."""
    within = storing(file)
    for call in calls(file):
        if call in within:
            continue
        driver = Bx5FlashDriver(board_of(file, call.packet))
        exchange = OTHERS[call.number](driver, call.payload)
        sent, outcome = played(exchange, iter([call.answer]))

        assert sent == [call.request]
        assert outcome.evidence is Evidence.ACKED


@pytest.mark.parametrize("file", FILES, ids=named)
@pytest.mark.parametrize("front", [b"", *RUBBISH.values()], ids=["alone", *RUBBISH])
def test_the_panel_answers_as_the_vendor_accepts(file: VectorFile, front: bytes) -> None:
    """Every call of the capture gets the answer that the vendor's parser took, rubbish in front or not."""
    panel = Bx5FlashPanel(board_of(file))
    for call in calls(file):
        assert comparable(panel.feed(front + call.request, 0)[0]) == comparable(call.answer)


@pytest.mark.parametrize("file", FILES, ids=named)
def test_dribbled_calls_are_answered_once(file: VectorFile) -> None:
    """Byte by byte each call is answered at its end and nowhere before."""
    panel = Bx5FlashPanel(board_of(file))
    for call in calls(file):
        said = [panel.feed(bytes((octet,)), 0)[0] for octet in call.request]

        assert set(said[:-1]) == {b""}
        assert comparable(said[-1]) == comparable(call.answer)


@pytest.mark.parametrize("file", FILES, ids=named)
def test_cut_short_waits(file: VectorFile) -> None:
    """A call cut anywhere is no fault; the rest completes it."""
    panel = Bx5FlashPanel(board_of(file))
    for call in calls(file):
        cut = len(call.request) // 2

        assert panel.feed(call.request[:cut], 0) == (b"", [])
        assert comparable(panel.feed(call.request[cut:], 0)[0]) == comparable(call.answer)
    assert panel.faults == {}


@pytest.mark.parametrize("file", FILES, ids=named)
def test_the_panel_shows_the_vendors_pages_in_turn(file: VectorFile) -> None:
    """After the storing each page stands for its time, over and over, also after a power cut."""
    panel = Bx5FlashPanel(board_of(file))
    events: list[PanelEvent] = [event for call in storing(file) for event in panel.feed(call.request, 0)[1]]
    pages = pages_of(file)
    panel.power_cycle()

    assert [event.frame for event in events if event.kind == "picture"] == [pages[0].frame]
    at_ms = 0
    for page in [*pages, *pages]:
        assert panel.picture(at_ms) == page.frame
        at_ms += page.on_ms
        assert panel.picture(at_ms - 1) == page.frame


@pytest.mark.parametrize("file", FILES, ids=named)
def test_driver_and_panel_understand_each_other(file: VectorFile) -> None:
    """The pages go through both halves; storing them again writes nothing."""
    driver, panel = Bx5FlashDriver(board_of(file)), Bx5FlashPanel(board_of(file))
    for _ in range(2):
        assert carry(driver.store(pages_of(file)), panel).evidence is Evidence.ACKED
    assert (driver.writes, panel.writes) == (1, 1)
    assert panel.picture(0) == pages_of(file)[0].frame


@pytest.mark.parametrize("file", FILES, ids=named)
def test_one_wrong_byte_of_the_file_is_refused(file: VectorFile) -> None:
    """A block whose packet is good but whose file is not: the card keeps what it had."""
    for at in range(0, len(stored_file(file)), 37):
        panel = Bx5FlashPanel(board_of(file))
        for call in storing(file):
            octets = call.request
            if call.number == (Group.FILE, File.BLOCK):
                (offset,) = struct.unpack_from("<I", call.payload, 5)
                inside = 5 + BLOCK_HEAD_BYTES + at - offset
                octets = damaged(call.packet, inside)
            panel.feed(octets, 0)

        assert panel.picture(0) == Frame.blank(panel.board.width_px, panel.board.height_px, panel.board.colour)
        assert panel.writes == 0


def damaged(packet: Packet, at: int) -> bytes:
    """The packet with one byte of its body wrong and its own checksums right; untouched where `at` is outside."""
    body = bytearray(packet.body)
    if at in range(len(body)):
        body[at] ^= 0x20
    return wrap(pack(packet._replace(body=bytes(body))))
