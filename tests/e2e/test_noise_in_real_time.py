"""Ten real minutes on a bad line, every protocol at once: each has a board behind a TCP port and a host of its own."""

import math
import os
import threading
import time
from dataclasses import dataclass, field
from random import Random

import pytest

from signboard.clock import SystemClock
from signboard.errors import BoardError, SignboardError
from signboard.frame.frame import Frame
from signboard.link import Link
from signboard.playlog.evidence import Evidence
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec, Driver, ProtocolSpec
from signboard.simulator.event import Event
from signboard.simulator.faults import BoardFaults
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.transports.noise import Noise
from signboard.transports.opening import open_transport

SECONDS = float(os.environ.get("SIGNBOARD_NOISE_SECONDS", "600"))
NOISE = Noise(drop=0.01, flip=0.001)
NOISE_S, PICTURE_S, MOST_DELAY_S = 20.0, 5.0, 0.5
WORN = {"bx5flash"}  # does not send again, so that its flash lasts
CLOCK = SystemClock()


def board_of(spec: ProtocolSpec) -> BoardSpec:
    """A usual mono board that the family can be."""
    for size in ((64, 16), (128, 32), (9, 34)):
        try:
            spec.check(BoardSpec(*size))
        except SignboardError:
            continue
        return BoardSpec(*size)
    raise AssertionError(spec.name)


@dataclass
class Bout:
    """One protocol on its bad line."""

    spec: ProtocolSpec
    seed: int
    late: int = 0
    phases: int = 0
    acked: int = 0
    false_claims: int = 0
    failure: BaseException | None = None
    shown: list[Frame] = field(default_factory=list)

    def run(self, until_s: float) -> None:
        """Phase after phase of noise and peace; what goes wrong is kept for the test."""
        try:
            self._run(until_s)
        except BaseException as error:  # noqa: BLE001 - told by the test, in its own thread
            self.failure = error

    def _run(self, until_s: float) -> None:
        board, chance = board_of(self.spec), Random(self.seed)  # noqa: S311 - noise to order, no secret
        baud, driver = self.spec.capabilities.bauds[0], self.spec.driver(board)
        quiet_s = max(5.0, 3 * self.spec.wire_bytes(board) * 10 / baud)
        with SimulatedBoard(self.spec, board, baud, port=open_port("tcp"), seed=self.seed) as card:
            card.listeners.append(self._note)
            link = Link(open_transport(card.url, baud), CLOCK, greet=driver.identify)
            frame = self._play(link, driver, board, chance, time.monotonic() + 1)
            while time.monotonic() + NOISE_S + quiet_s < until_s:
                card.set_faults(BoardFaults(noise=NOISE, delay_s=chance.uniform(0, MOST_DELAY_S)))
                noisy_s = time.monotonic() + NOISE_S
                while time.monotonic() < noisy_s:
                    frame = self._play(link, driver, board, chance, min(noisy_s, time.monotonic() + PICTURE_S))
                card.set_faults(BoardFaults())
                self._keep(link, driver, frame, time.monotonic() + quiet_s)
                self.phases += 1
                self.late += card.picture() != frame
            link.close()

    def _note(self, event: Event) -> None:
        if event.kind == "picture" and event.frame is not None:
            self.shown.append(event.frame)

    def _play(self, link: Link, driver: Driver, board: BoardSpec, chance: Random, until_s: float) -> Frame:
        """A picture by chance, kept until then."""
        blank = Frame.blank(board.width_px, board.height_px)
        lit = {(x, y) for x in range(board.width_px) for y in range(board.height_px) if chance.random() < 0.5}
        frame = blank.flipped(lit)
        self._keep(link, driver, frame, until_s)
        return frame

    def _keep(self, link: Link, driver: Driver, frame: Frame, until_s: float) -> None:
        """Shown, and shown again after every failure and refresh."""
        refresh_s = self.spec.capabilities.refresh_s or math.inf
        again_s = 0.0
        while time.monotonic() < until_s:
            if time.monotonic() < again_s:
                time.sleep(0.05)
                continue
            del self.shown[:-8]  # late pictures of the same frame are no news
            before = len(self.shown)
            try:
                evidence = link.carry(driver.show(frame)).evidence
            except BoardError:
                again_s = time.monotonic() + 0.1
                continue
            again_s = time.monotonic() + refresh_s
            if evidence is Evidence.ACKED:
                self.acked += 1
                self.false_claims += frame not in self.shown[before:]


@pytest.mark.long
def test_ten_real_minutes_on_a_bad_line() -> None:
    """After each stretch of noise every board is right within 5 s or three pictures; nothing false is acknowledged."""
    names = [name for name in PROTOCOLS.names() if name not in WORN]
    bouts = [Bout(PROTOCOLS.load(name), seed) for seed, name in enumerate(names)]
    until_s = time.monotonic() + SECONDS
    threads = [threading.Thread(target=bout.run, args=(until_s,)) for bout in bouts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for bout in bouts:
        told = f"{bout.phases} stretches, {bout.late} late, {bout.acked} acknowledged, {bout.false_claims} falsely"
        print(f"figure: {bout.spec.name}, {SECONDS:.0f} real seconds of bad line = {told}")  # noqa: T201 - read by nox

    assert [(bout.spec.name, bout.failure) for bout in bouts if bout.failure] == []
    assert all(bout.phases for bout in bouts)
    assert {bout.spec.name: bout.late for bout in bouts if bout.late} == {}
    assert {bout.spec.name: bout.false_claims for bout in bouts if bout.false_claims} == {}
