"""ZeDMD against the official client: its bursts on our board, our bursts beside its own."""

import zlib
from collections.abc import Iterable

import pytest
from vectors.reading import Vector, vectors

from signboard.frame.frame import Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols import zedmd_wire as wire
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec, PanelEvent
from signboard.protocols.steps import Exchange, Reply, Send
from signboard.protocols.zedmd import ZedmdDriver
from signboard.protocols.zedmd_panel import ZedmdPanel

STEPS = vectors("zedmd", "steps")
PICTURES = [step for step in STEPS if step.record.get("screen_rgb565_le_zlib_hex")]
HELLOS = vectors("zedmd", "handshake_reply_hex_accepted")
RUBBISH = {
    "text": b"hello board",
    "silence": bytes(200),
    "half a start": b"FRAM",
    "a doubled letter": b"F",
    "ones": b"\xff" * 90,
}


def size_of(screen: bytes) -> tuple[int, int]:
    """A screen's usual size by its bytes."""
    return {8192: (128, 32), 24576: (192, 64), 32768: (256, 64)}[len(screen)]


def screen_of(vector: Vector) -> bytes:
    """The screen after a step, RGB565."""
    return zlib.decompress(bytes.fromhex(str(vector.record["screen_rgb565_le_zlib_hex"])))


def board_of(vector: Vector) -> BoardSpec:
    """The board of a step."""
    screens = [screen_of(vector)] if vector in PICTURES else [screen_of(PICTURES[0])]
    return BoardSpec(*size_of(screens[0]))


def meant(vector: Vector) -> Frame:
    """The screen after a step as a frame: every pixel that is not black."""
    screen, (width_px, height_px) = screen_of(vector), size_of(screen_of(vector))
    lit = [at // 2 for at in range(0, len(screen), 2) if screen[at : at + 2] != b"\0\0"]
    return Frame.blank(width_px, height_px).flipped((at % width_px, at // width_px) for at in lit)


def raw(vector: Vector) -> bytes:
    """A step's bytes."""
    return bytes.fromhex(str(vector.record["raw_hex"]))


def before(vector: Vector) -> list[bytes]:
    """The bytes of all steps of the same file up to this one."""
    file = vector.name.split("/steps-")[0]
    return [raw(step) for step in STEPS[: STEPS.index(vector) + 1] if step.name.split("/steps-")[0] == file]


def fed(board: ZedmdPanel, chunks: Iterable[bytes]) -> list[PanelEvent]:
    """What the board understands."""
    return [event for chunk in chunks for event in board.feed(chunk, 0)[1]]


def packages(exchange: Exchange) -> list[bytes]:
    """What an exchange writes to a board that acknowledges everything."""
    written = []
    reply: Reply | None = None
    try:
        while True:
            step = exchange.send(reply)
            reply = None if isinstance(step, Send) else Reply("ack")
            written += [step.data] if isinstance(step, Send) else []
    except StopIteration:
        return written


@pytest.mark.parametrize("vector", PICTURES, ids=str)
def test_the_board_reads_the_clients_bursts(vector: Vector) -> None:
    """After all steps so far, partial pictures among them, the board shows what the client drew."""
    board = ZedmdPanel(board_of(vector))
    fed(board, before(vector))

    assert meant(vector) == board.picture(0)
    assert board.faults == {}


@pytest.mark.parametrize("vector", STEPS, ids=str)
def test_byte_by_byte_is_the_same(vector: Vector) -> None:
    """Bytes that dribble in one by one give the same events and answers as the whole."""
    whole, apart = ZedmdPanel(board_of(vector)), ZedmdPanel(board_of(vector))
    said, events = whole.feed(raw(vector), 0)
    pieces = [apart.feed(bytes((octet,)), 0) for octet in raw(vector)]

    assert said == b"".join(answer for answer, _ in pieces)
    assert list(events) == [event for _, understood in pieces for event in understood]


@pytest.mark.parametrize("rubbish", RUBBISH.values(), ids=list(RUBBISH))
@pytest.mark.parametrize("vector", PICTURES, ids=str)
def test_rubbish_in_front_does_not_matter(vector: Vector, rubbish: bytes) -> None:
    """Whatever stands before the burst, it is understood as alone."""
    alone, behind = ZedmdPanel(board_of(vector)), ZedmdPanel(board_of(vector))
    fed(alone, [raw(vector)])
    fed(behind, [rubbish + raw(vector)])

    assert alone.picture(0) == behind.picture(0)


@pytest.mark.parametrize("vector", STEPS, ids=str)
def test_every_package_is_answered(vector: Vector) -> None:
    """One acknowledgement for each 64 octets; the hello's is its answer."""
    said = ZedmdPanel(board_of(vector)).feed(raw(vector), 0)[0]

    assert said.count(wire.ACK) == len(raw(vector)) // wire.PACKAGE_BYTES


@pytest.mark.parametrize("vector", STEPS, ids=str)
def test_cut_short_waits(vector: Vector) -> None:
    """Bytes cut anywhere (at some 100 places) are no fault, and the rest completes them."""
    whole = ZedmdPanel(board_of(vector))
    due = fed(whole, [raw(vector)])
    for cut in range(1, len(raw(vector)), 1 + len(raw(vector)) // 100):
        board = ZedmdPanel(board_of(vector))

        assert fed(board, [raw(vector)[:cut], raw(vector)[cut:]]) == due


@pytest.mark.parametrize("vector", PICTURES, ids=str)
def test_our_bursts_show_the_same(vector: Vector) -> None:
    """Our driver's packages for the client's picture put it on the board, in about as few packages as the client."""
    board = board_of(vector)
    device = ZedmdPanel(board)

    assert carry(ZedmdDriver(board).show(meant(vector)), device).evidence is Evidence.ACKED
    assert device.picture(0) == meant(vector)
    if "one pixel" not in str(vector.record["step"]) and meant(vector).lit:
        assert len(packages(ZedmdDriver(board).show(meant(vector)))) * wire.PACKAGE_BYTES <= 1.1 * len(raw(vector))


@pytest.mark.parametrize("vector", STEPS, ids=str)
def test_our_simple_commands_are_the_clients(vector: Vector) -> None:
    """Hello, brightness and clear are written octet for octet as the client does."""
    host, step = ZedmdDriver(board_of(vector)), str(vector.record["step"])
    if step == "handshake":
        assert raw(vector) == packages_of_hello(board_of(vector))
    elif step.startswith("brightness"):
        assert [raw(vector)] == packages(host.set_brightness(int(step.split()[1])))
    elif step.startswith("clear"):
        assert [raw(vector)] == packages(host.clear())
    else:
        assert step.startswith("frame")


@pytest.mark.parametrize("vector", HELLOS, ids=str)
def test_the_hello_is_answered_as_the_client_accepts(vector: Vector) -> None:
    """Our board's answer equals the one that the client took, and our driver reads the size from it."""
    accepted = bytes.fromhex(str(vector.record["hex"]))
    size = (int.from_bytes(accepted[4:6], "little"), int.from_bytes(accepted[6:8], "little"))
    version = ".".join(str(number) for number in accepted[8:11])
    board = BoardSpec(*size, options={"firmware": version, "package": str(int.from_bytes(accepted[11:13], "little"))})
    device = ZedmdPanel(board)
    fields = carry(ZedmdDriver(board).identify(), device).fields

    assert accepted == ZedmdPanel(board).feed(packages_of_hello(board), 0)[0]
    assert (fields["width_px"], fields["height_px"], fields["firmware"]) == (*size, version)


def packages_of_hello(board: BoardSpec) -> bytes:
    """The hello alone."""
    steps = ZedmdDriver(board).identify()
    next(steps)
    step = steps.send(None)
    assert isinstance(step, Send)
    return step.data
