"""Ten minutes on a bad line, simulated, on every protocol: right again soon after the noise, and no false claim."""

import math
import random
from dataclasses import dataclass, field

import pytest

from signboard.errors import BoardError, SignboardError
from signboard.frame.frame import Frame, column_stride
from signboard.link import Link
from signboard.playlog.evidence import Evidence
from signboard.protocols.family import PROTOCOLS
from signboard.protocols.spec import BoardSpec, Driver, ProtocolSpec
from signboard.simulator.card import Card
from signboard.simulator.faults import BoardFaults
from signboard.testing import FakeClock
from signboard.transports.noise import Noise

NOISY = BoardFaults(noise=Noise(drop=0.01, flip=0.001))
DELAY_S = 0.5
PHASES = 24
NOISE_S = 20.0
PICTURE_S = 7.0
_PIECE_BYTES = 256
WORN = {"bx5flash"}  # does not send again, so that its flash lasts


@dataclass
class BadLine:
    """A line on a fake clock with a card at its end; what is written arrives when the wire has carried it."""

    clock: FakeClock
    card: Card
    quiet: Card
    baud: int
    chance: random.Random
    name: str = "bad"
    noisy_until_s: float = -math.inf
    shown: list[Frame] = field(default_factory=list)
    _coming: list[tuple[float, bytes]] = field(default_factory=list)
    _going: list[tuple[float, bytes]] = field(default_factory=list)

    def open(self) -> None:
        """Always there."""

    def close(self) -> None:
        """Nothing to close."""

    def write(self, data: bytes) -> None:
        """Put bytes on the wire; they arrive little by little."""
        for at in range(0, len(data), _PIECE_BYTES):
            piece = data[at : at + _PIECE_BYTES]
            self._coming.append((self.clock.monotonic_s() + (at + len(piece)) * 10 / self.baud, piece))

    def read(self, timeout_s: float) -> bytes:
        """Let time pass until an answer comes or the time is over."""
        until_s = self.clock.monotonic_s() + timeout_s
        while self.clock.monotonic_s() < until_s:
            self.settle()
            if self._going and self._going[0][0] <= self.clock.monotonic_s():
                return self._going.pop(0)[1]
            self.clock.advance(min(0.01, until_s - self.clock.monotonic_s() + 1e-6))
        return b""

    def drop_input(self) -> None:
        """Forget what has come back by now."""
        self.settle()
        self._going = [due for due in self._going if due[0] > self.clock.monotonic_s()]

    def settle(self) -> None:
        """Let the card understand what has arrived."""
        while self._coming and self._coming[0][0] <= self.clock.monotonic_s():
            at_s, data = self._coming.pop(0)
            is_noisy = at_s < self.noisy_until_s
            card = self.card if is_noisy else self.quiet
            answer, events = card.feed(data, round(at_s * 1000))
            self.shown += [event.frame for event in events if event.kind == "picture" and event.frame is not None]
            if answer:
                delay_s = self.chance.uniform(0, DELAY_S) if is_noisy else 0.02
                self._going.append((at_s + delay_s + len(answer) * 10 / self.baud, answer))
                self._going.sort(key=lambda due: due[0])


def seeded(seed: int) -> random.Random:
    """Chance that is the same in every run."""
    return random.Random(seed)  # noqa: S311 - noise to order, no secret


def board_of(spec: ProtocolSpec) -> BoardSpec:
    """A usual mono board that the family can be."""
    for size in ((64, 16), (128, 32), (9, 34)):
        board = BoardSpec(*size)
        try:
            spec.check(board)
        except SignboardError:
            continue
        return board
    raise AssertionError(spec.name)


def random_frame(board: BoardSpec, chance: random.Random) -> Frame:
    """Every pixel lit or dark by chance."""
    stride = column_stride(board.height_px)
    columns = (chance.getrandbits(board.height_px).to_bytes(stride, "little") for _ in range(board.width_px))
    return Frame(board.width_px, board.height_px, (b"".join(columns),))


class Player:
    """Shows one picture after the other over a link, as the streamer does: on change, and to refresh."""

    def __init__(self, line: BadLine, driver: Driver, refresh_s: float | None) -> None:
        self.false_claims = 0
        self.acked = 0
        self._line = line
        self._driver = driver
        self._refresh_s = refresh_s or math.inf
        self._link = Link(line, line.clock, greet=driver.identify)
        self._standing: Frame | None = None
        self._carried_s = 0.0

    def play(self, frame: Frame, until_s: float) -> None:
        """Keep the picture on the board until then."""
        clock = self._line.clock
        while clock.monotonic_s() < until_s:
            is_fresh = clock.monotonic_s() - self._carried_s < self._refresh_s
            if frame != self._standing or not is_fresh:
                self._put(frame)
            else:
                clock.advance(0.05)
            self._line.settle()

    def _put(self, frame: Frame) -> None:
        clock, before = self._line.clock, len(self._line.shown)
        try:
            outcome = self._link.carry(lambda: self._driver.show(frame))
        except BoardError:
            self._standing = None
            clock.advance(0.1)
            return
        self._standing, self._carried_s = frame, clock.monotonic_s()
        if outcome.evidence is Evidence.ACKED:
            self.acked += 1
            self._line.settle()
            self.false_claims += frame not in self._line.shown[before:]


def ten_minutes(name: str, refresh_s: float | None, seed: int = 30) -> tuple[list[int], Player, dict[str, int]]:
    """Play on a line that is bad from time to time.

    Returns:
        The stretches of noise after which the picture was not right in time, the player, and the board's faults.
    """
    spec, chance, clock = PROTOCOLS.load(name), seeded(seed), FakeClock()
    board = board_of(spec)
    panel = spec.panel(board)
    baud = spec.capabilities.bauds[0]
    line = BadLine(clock, Card(panel, NOISY, chance), Card(panel, BoardFaults(), chance), baud, chance)
    player = Player(line, spec.driver(board), refresh_s)
    limit_s = max(5.0, 3 * spec.wire_bytes(board) * 10 / baud)
    player.play(Frame.blank(board.width_px, board.height_px), clock.monotonic_s() + limit_s)  # opened in peace
    late = []
    for phase in range(PHASES):
        line.noisy_until_s = clock.monotonic_s() + NOISE_S + chance.uniform(0, 3)
        while clock.monotonic_s() < line.noisy_until_s:
            frame = random_frame(board, chance)
            player.play(frame, min(line.noisy_until_s, clock.monotonic_s() + PICTURE_S))
        player.play(frame, line.noisy_until_s + limit_s)
        late += [phase] if panel.picture(round(clock.monotonic_s() * 1000)) != frame else []
    return late, player, panel.faults


@pytest.mark.parametrize("name", [name for name in PROTOCOLS.names() if name not in WORN])
def test_ten_minutes_on_a_bad_line(name: str) -> None:
    """After every stretch of noise the picture is right within 5 s or three pictures, and nothing false is claimed."""
    able = PROTOCOLS.load(name).capabilities
    late, player, faults = ten_minutes(name, able.refresh_s)

    assert late == []
    assert player.false_claims == 0
    assert bool(player.acked) == able.answers
    assert faults


@pytest.mark.parametrize("seed", [36, 51])
def test_a_repeated_command_confirms_no_packet(seed: int) -> None:
    """A C-Power picture is several packets behind a command: one answer too many would confirm what never arrived."""
    late, player, _ = ten_minutes("cpower", PROTOCOLS.load("cpower").capabilities.refresh_s, seed)

    assert (late, player.false_claims) == ([], 0)
    assert player.acked


def test_a_bent_hello_confirms_no_package() -> None:
    """ZeDMD's answers are unchecked: with a flipped bit in its package size one package was confirmed three times."""
    late, player, _ = ten_minutes("zedmd", PROTOCOLS.load("zedmd").capabilities.refresh_s, 28)

    assert (late, player.false_claims) == ([], 0)
    assert player.acked


@pytest.mark.parametrize("name", ["hanover", "mobitec", "alpha"])
def test_without_a_refresh_lost_pictures_stay_lost(name: str) -> None:
    """The control: where nobody answers and nothing is sent again, a lost picture is never put right."""
    assert ten_minutes(name, None)[0]
