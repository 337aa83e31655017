"""Live against references: our board decodes their bytes, our driver writes theirs, their parser reads our answers."""

from pathlib import Path

import pytest
from oracles.references import pictures, said_by

from signboard.frame.frame import Frame
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Send
from signboard.simulator.event import Event
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard

pytestmark = pytest.mark.oracle

COUNT = 100
ENCODED = [
    ("pyflipdot", "hanover", (84, 7)),
    ("pyflipdot", "hanover", (28, 16)),
    ("pyflipdot", "hanover", (128, 16)),
    ("flippydot", "alfazeta", (28, 7)),
    ("flippydot", "alfazeta", (56, 14)),
    ("alphasignpy", "alpha", (64, 16)),
    ("alphasignpy", "alpha", (128, 16)),
]
OPTIONS = {"hanover": {"address": "1"}, "alfazeta": {"update": "at_once"}, "alpha": {}}


def board(protocol: str, size: tuple[int, int]) -> BoardSpec:
    """A board of this family, set as the reference speaks."""
    known = PROTOCOLS.load(protocol).options
    return BoardSpec(*size, options={key: value for key, value in OPTIONS[protocol].items() if key in known})


def driven(protocol: str, spec: BoardSpec, frame: Frame) -> bytes:
    """What our driver writes for this picture."""
    steps = PROTOCOLS.load(protocol).driver(spec).show(frame)
    return b"".join(step.data for step in steps if isinstance(step, Send))


@pytest.mark.parametrize(("reference", "protocol", "size"), ENCODED)
def test_our_board_shows_their_pictures(reference: str, protocol: str, size: tuple[int, int], oracles: Path) -> None:
    """Every picture comes back pixel by pixel, and no byte is a fault."""
    frames, spec = pictures(*size, COUNT), board(protocol, size)
    panel = PROTOCOLS.load(protocol).panel(spec)
    said = said_by(reference, oracles, frames)
    for frame, line in zip(frames, said, strict=True):
        _answer, events = panel.feed(bytes.fromhex(line), 0)
        assert [event for event in events if event.kind == "fault"] == []
        assert frame in [event.frame for event in events] or panel.picture(0) == frame
    print(f"figure: {reference} {size[0]}x{size[1]}: decoded = {len(said)} of {COUNT}")  # noqa: T201 - read by nox


@pytest.mark.parametrize(("reference", "protocol", "size"), ENCODED)
def test_our_driver_writes_their_bytes(reference: str, protocol: str, size: tuple[int, int], oracles: Path) -> None:
    """Byte by byte; an Alpha picture is a part of what showing it takes."""
    frames, spec = pictures(*size, COUNT), board(protocol, size)
    for frame, line in zip(frames, said_by(reference, oracles, frames), strict=True):
        assert bytes.fromhex(line) in driven(protocol, spec, frame)
    print(f"figure: {reference} {size[0]}x{size[1]}: equal bytes = {COUNT} of {COUNT}")  # noqa: T201 - read by nox


def painted(reference: str, protocol: str, frames: list[Frame], folder: Path) -> tuple[list[Frame], list[str]]:
    """What a virtual board decoded while the reference painted it through its own port; what the reference heard."""
    events: list[Event] = []
    spec = board(protocol, (frames[0].width_px, frames[0].height_px)) if protocol in OPTIONS else BoardSpec(9, 34)
    family = PROTOCOLS.load(protocol)
    with SimulatedBoard(family, spec, 115200, port=open_port("pty"), listeners=[events.append]) as sim:
        heard = said_by(reference, folder, frames, "--port", sim.device)
        wanted = sum(1 for _frame in frames)
        for _try in range(200):
            if sum(event.frame is not None for event in events) >= wanted:
                break
            sim.clock.sleep(0.05)
    return [event.frame for event in events if event.frame is not None], heard


@pytest.mark.needs("pty")
def test_a_sign_painted_by_pyflipdot(oracles: Path) -> None:
    """Its controller, its pyserial, our board behind a pseudo terminal."""
    frames = pictures(84, 7, 10)

    assert painted("pyflipdot", "hanover", frames, oracles)[0] == frames
    print("figure: pyflipdot live: pictures = 10 of 10")  # noqa: T201 - read by nox


@pytest.mark.needs("pty")
def test_a_module_painted_by_its_makers_functions(oracles: Path) -> None:
    """They paint it, and their parser reads the version that our board answers."""
    frames = pictures(9, 34, 10)
    decoded, heard = painted("framework16-inputmodule", "framework", frames, oracles)

    assert decoded[-10:] == frames
    assert heard == ["0.1.9"]
    print("figure: framework16-inputmodule live: pictures = 10 of 10, answers read = 1 of 1")  # noqa: T201 - read by nox
