"""`demo`: the main job with no hardware; a virtual board in a process of its own plays the campaign."""

import os
import platform
import sys
from dataclasses import dataclass
from datetime import datetime

from signboard import __version__, app
from signboard.cli import choices, words
from signboard.cli.answers import set_stage, written
from signboard.cli.apart import NAME, BoardApart
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.kinds import parse_instant
from signboard.cli.playing import line_to, link_use, stopping
from signboard.cli.witness import Witness
from signboard.clock import DemoClock, SystemClock
from signboard.errors import N_
from signboard.frame.frame import Frame
from signboard.locale import _, fill, instant_text, number_text
from signboard.player.ledger import Station
from signboard.player.loop import run_until
from signboard.player.screenplay import Shot
from signboard.player.streamer import Streamer
from signboard.schedule.cue import Reason
from signboard.simulator.terminal import TerminalView

__all__ = ["command"]

FAST = 15.0
"""Board seconds per real second where the demonstration has an end: ten seconds then show two and a half minutes."""
_LOOKS_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Course:
    """Board time of a demonstration: from where, how fast, for how long."""

    at: str | None
    speed: float | None
    seconds: float | None

    @property
    def pace(self) -> float:
        """Board seconds per real second: as asked, else true, or faster where the demonstration has an end."""
        return self.speed or (FAST if self.seconds else 1.0)


def _course(function: choices.Function) -> choices.Function:
    keys = ("at", "speed", "seconds")
    return choices.gather("course", Course, keys, (choices.at, choices.speed, choices.seconds))(function)


@words.command(
    "demo",
    summary=N_(
        "Play the campaign on a virtual board and draw what the board decoded: the main job, with no hardware. "
        "The board is a process of its own behind a real port."
    ),
    examples=("signboard demo", 'signboard demo --at "20/11/2026 07:00"', "signboard demo --seconds 10 --json"),
)
@choices.playing
@_course
@words.option(
    "--listen",
    default="auto",
    metavar="pty|tcp|tcp:PORT",
    help=N_("Where the virtual board listens; without this, on a pseudo-terminal where there is one, else on TCP."),
)
@words.option("--test-flip-pixel", "flip", metavar="X,Y", help=N_("Test switch: the driver sends this pixel inverted."))
def command(wishes: app.Wishes, course: Course, listen: str, flip: str | None) -> int:
    """Play it."""
    stage = set_stage(wishes)
    app.require_messages(stage)
    at = parse_instant(course.at, stage.settings.zone) if course.at else _lit_instant(stage)
    if not course.at:
        _say_when(stage, at)
    with BoardApart(_board_arguments(stage, listen), stage.settings.board.spec.colour) as board:
        return _play(stage, board, DemoClock(at, course.pace), course, {"test_flip_pixel": flip} if flip else {})


def _lit_instant(stage: app.Stage) -> datetime:
    """Now where something plays now, else the next instant at which something does."""
    screenplay = stage.screenplay()
    at = now_at = SystemClock().now()
    for _look in range(_LOOKS_AHEAD):
        cue = screenplay.cue(at)
        if cue.reason is Reason.PLAYING:
            return at
        if cue.until_at is None:
            break
        at = cue.until_at
    return now_at


def _say_when(stage: app.Stage, at: datetime) -> None:
    zone = stage.settings.zone
    if abs((SystemClock().now() - at).total_seconds()) > 1:
        talk(N_("Nothing is due now, so the board's clock starts at {at}."), at=instant_text(at, zone))


def _board_arguments(stage: app.Stage, listen: str) -> list[str]:
    board = stage.settings.board
    options = [word for name, value in board.options.items() for word in ("--option", f"{name}={value}")]
    size = f"{board.width}x{board.height}"
    words_ = ["--listen", listen, "--protocol", board.protocol, "--size", size, "--baud", str(board.baud)]
    return [*words_, *options, "--view", "none"]


class _Onlooker:
    """Compares and draws every picture that the board decoded."""

    def __init__(self, board: BoardApart, view: TerminalView | None) -> None:
        self.equal = 0
        self._board = board
        self._view = view

    def decoded(self, shot: Shot) -> str | None:
        """Digest of what the board decoded for this shot."""
        frame: Frame | None = self._board.next_frame()
        if frame is None:
            return None
        self.equal += frame == shot.frame
        if self._view:
            self._view.draw(frame)
        return frame.digest


def _play(stage: app.Stage, board: BoardApart, clock: DemoClock, course: Course, switches: dict[str, str]) -> int:
    url = board.url
    line = line_to(stage.settings, stage.spec, f"sim://{NAME}", board.home, switches)
    station = Station(
        stage.settings.site.id, stage.settings.board.id, stage.content.bundle, is_virtual=True, is_left_dark=False
    )
    streamer = Streamer(stage.screenplay(), line.board, clock, station, lambda _showing: None)
    onlooker = _Onlooker(board, _view(stage, url))
    witness = Witness(stage, onlooker.decoded)
    streamer.observe = witness.saw
    began_at = clock.now()
    with stopping() as stop:
        elapsed_s = run_until(streamer, clock, stop, seconds=course.seconds)
    totals = streamer.totals
    data: dict[str, object] = {
        "sent": totals.sent,
        "acked": totals.acked,
        "decoded": board.decoded,
        "equal": onlooker.equal,
        "failed": totals.failed,
        "link_use": round(link_use(line.link, stage.settings.board.baud, elapsed_s), 4),
        "slogans": witness.slogans,
        "pictures": witness.pictures,
        "seconds": round(elapsed_s, 3),
        "speed": course.pace,
        "at": written(began_at, stage),
        "url": url,
        "source": stage.content.source,
        "board": {
            "protocol": stage.spec.name,
            "width_px": stage.canvas.width_px,
            "height_px": stage.canvas.height_px,
            "baud": stage.settings.board.baud,
        },
        "versions": _versions(),
    }
    agrees = totals.failed == 0 and totals.acked == board.decoded == onlooker.equal and totals.sent - totals.acked <= 1
    errors = [] if agrees else [("unequal", _(N_("The board did not decode every picture as it was meant.")))]
    for _code, sentence in errors:
        talk(sentence)
    report({**data, "shown": list(witness.shown)}, _summary(data), ok=agrees, errors=errors)
    return 0 if agrees else 5


def _view(stage: app.Stage, url: str) -> TerminalView | None:
    if this_call().as_json or not sys.stdout.isatty():
        return None
    return TerminalView(f"{stage.spec.title} · {url}", environ=os.environ, translate=_)


def _versions() -> dict[str, str]:
    from importlib.metadata import version  # noqa: PLC0415 - only here

    outside = {name: version(name) for name in ("pyserial", "pillow", "click")}
    return {"signboard": __version__, "python": platform.python_version(), **outside}


def _summary(data: dict[str, object]) -> str:
    counted = fill(
        N_(
            "{sent} pictures sent, {acked} confirmed, {decoded} decoded by the board, {equal} of them as meant, "
            "{failed} failed."
        ),
        **data,
    )
    shown = fill(
        N_("{slogans} slogans in {pictures} different pictures; the line was busy for {share} %; speed {speed:g}."),
        share=number_text(100 * float(str(data["link_use"])), 1),
        **data,
    )
    return f"{counted}\n{shown}"
