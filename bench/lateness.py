"""How late pictures set out at 60 a second: alone, beside a busy neighbour, and with the same work inside the process.

The player is the product's own streamer and loop in a process of their own; the wire takes no time, so that only what
the computer does can make a picture late. A picture that was skipped counts as late as the next one that set out.
"""

import json
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.neighbour import work
from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.clock import SystemClock
from signboard.font.load import load_face
from signboard.frame.message import Strip
from signboard.player.ledger import Station
from signboard.player.loop import run_until
from signboard.player.screenplay import Screenplay, Shot
from signboard.player.streamer import BoardLine, Streamer
from signboard.protocols import PROTOCOLS
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange, Outcome
from signboard.typeset.canvas import Canvas
from signboard.typeset.strip import set_strip

__all__ = ["Lateness", "lateness", "main"]

STEP_PX, STEP_MS = 1, 1000 // 60
SECONDS = 20
_WARM_S = 2.0
_ROOT = Path(__file__).resolve().parents[1]
_SLOGAN = Slogan("Chấm dứt bạo lực, vun đắp yêu thương, xây dựng gia đình hạnh phúc")
_WAYS = {"idle": "alone", "beside": "import, report and pages in another process", "inside": "the same in its own"}


@dataclass(frozen=True, slots=True)
class Lateness:
    """Milliseconds behind time, of all pictures of a run."""

    count: int
    median_ms: float
    p99_ms: float
    worst_ms: float

    @classmethod
    def of(cls, late_ms: list[float]) -> "Lateness":
        """The figures of these."""
        late = sorted(late_ms)
        return cls(len(late), statistics.median(late), late[int(len(late) * 0.99)], late[-1])


class _Wireless:
    """A board at the end of no wire."""

    def __init__(self, spec: BoardSpec) -> None:
        self._panel = PROTOCOLS.load("bx5").panel(spec)

    def carry(self, ask: Exchange, /) -> Outcome:
        """At once."""
        return carry(ask, self._panel)

    def close(self) -> None:
        """Nothing to close."""


class _Stopwatch:
    """Notes how late each picture was when its bytes were gone."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._clock = SystemClock()
        self._began_s = self._clock.monotonic_s()
        self._next: tuple[datetime, int] | None = None

    def saw(self, shot: Shot, _asked_at: datetime) -> None:
        """Late is what passed since the earliest picture that had not been shown yet was due."""
        since_at = shot.cue.since_at
        if since_at is None:
            return
        number = shot.phase_px // STEP_PX
        first = self._next[1] if self._next and self._next[0] == since_at else 0
        due_at = since_at + timedelta(milliseconds=STEP_MS * min(first, number))
        self._next = (since_at, number + 1)
        if self._clock.monotonic_s() - self._began_s > _WARM_S:
            self.late_ms.append((self._clock.now() - due_at).total_seconds() * 1000)


def _play(seconds: float) -> list[float]:
    spec = BoardSpec(96, 32)
    font = (_ROOT / "fonts" / "signboard" / "signboard-16.bdf").read_bytes()
    picture = set_strip(_SLOGAN.text, load_face(font, "signboard-16"), Canvas(96, 32))
    strip = Strip(picture, board_px=96, step_px=STEP_PX, step_ms=STEP_MS)
    period = Period(DayOfYear(1, 1), DayOfYear(12, 31))
    campaign = Campaign("c", "C", period, (HourWindow(0, 1440),), (_SLOGAN,))
    screenplay = Screenplay([campaign], {_SLOGAN.key: strip}, spec, ZoneInfo("Asia/Ho_Chi_Minh"))
    family, clock, watch = PROTOCOLS.load("bx5"), SystemClock(), _Stopwatch()
    line = BoardLine(family.driver(spec), _Wireless(spec), family.capabilities)
    streamer = Streamer(screenplay, line, clock, Station("s", "b", "sample"), lambda _row: None)
    streamer.observe = watch.saw
    run_until(streamer, clock, threading.Event(), seconds=seconds + _WARM_S)
    return watch.late_ms


def _child(way: str, seconds: float) -> None:
    """In a process of its own: play, and tell."""
    stop = threading.Event()
    if way == "inside":
        threading.Thread(target=work, args=(stop,), daemon=True).start()
    late_ms = _play(seconds)
    stop.set()
    print(json.dumps(late_ms))


def measure(way: str, seconds: float = SECONDS) -> Lateness:
    """One run: `idle`, `beside` or `inside`."""
    neighbour = None
    if way == "beside":
        neighbour = subprocess.Popen([sys.executable, "-m", "bench.neighbour"], cwd=_ROOT, stdout=subprocess.PIPE)
        if neighbour.stdout:
            neighbour.stdout.readline()
    try:
        command = [sys.executable, "-m", "bench.lateness", way, str(seconds)]
        run = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True)
    finally:
        if neighbour:
            neighbour.kill()
            neighbour.communicate()
    return Lateness.of(json.loads(run.stdout.splitlines()[-1]))


def lateness(seconds: float = SECONDS) -> Iterator[str]:
    """The table for the page."""
    yield f"\n## How late pictures set out at {1000 / STEP_MS:.0f} a second\n"
    yield f"The streamer in a process of its own, {seconds:.0f} s each; the neighbour reads a list of 300 lines,"
    yield "writes a document of 300 lines and serves pages without a pause. A skipped picture is as late as the next.\n"
    yield "| beside it | pictures | median | 99 of 100 | worst |\n|---|---|---|---|---|"
    for way, words in _WAYS.items():
        one = measure(way, seconds)
        yield f"| {words} | {one.count} | {one.median_ms:.1f} ms | **{one.p99_ms:.1f} ms** | {one.worst_ms:.1f} ms |"


def main(_arguments: Sequence[str]) -> None:
    """Print the table alone."""
    print("\n".join(lateness()))


if __name__ == "__main__":
    _child(sys.argv[1], float(sys.argv[2]))
