"""A demonstration: played to a board in another process, each decoded picture compared with what was meant."""

import os
import platform
import shutil
import sys
from datetime import datetime

from signboard import __version__, app
from signboard.cli.answers import written
from signboard.cli.apart import NAME, BoardApart
from signboard.cli.call import this_call
from signboard.cli.playing import Keeping, OpenLine, line_to, link_use, stopping
from signboard.cli.witness import Witness
from signboard.clock import DemoClock
from signboard.errors import N_
from signboard.frame.frame import Frame
from signboard.locale import _, instant_text
from signboard.player.ledger import Station
from signboard.player.screenplay import Shot
from signboard.player.streamer import Streamer
from signboard.simulator.terminal import TerminalView

__all__ = ["Demonstration"]

_LINES_BELOW = 3
"""Below the board stand the instant, the slogan, and how to end it."""


class Demonstration:
    """One demonstration; `play` it, then read the rest.

    Args:
        stage: what is played.
        board: the board in its own process, started.
        clock: board time.
        flip: `X,Y`, a pixel that the driver sends inverted (test switch).

    Attributes:
        was_interrupted: somebody pressed Ctrl-C.
    """

    def __init__(self, stage: app.Stage, board: BoardApart, clock: DemoClock, flip: str | None = None) -> None:
        self.was_interrupted = False
        self._stage, self._board, self._clock = stage, board, clock
        self._url = board.url
        switches = {"test_flip_pixel": flip} if flip else {}
        keeping = Keeping(clock, lambda _board_id: None)
        self._line: OpenLine = line_to(stage.settings, stage.spec, f"sim://{NAME}", board.home, switches, keeping)
        self._onlooker = _Onlooker(stage, board, _view(stage))
        self._witness = Witness(stage, self._onlooker.decoded)
        site, board_settings = stage.settings.site, stage.settings.board
        station = Station(site.id, board_settings.id, stage.content.bundle, is_virtual=True, is_left_dark=False)
        self._streamer = Streamer(stage.screenplay(), self._line.board, clock, station, lambda _showing: None)
        self._streamer.observe = self._witness.saw
        self._began_at, self._began_s = clock.now(), clock.monotonic_s()
        self._elapsed_s = 0.0

    def play(self, seconds: float | None) -> None:
        """Play for so many real seconds, or until somebody ends it.

        Raises:
            BoardError: what trying again cannot cure.
        """
        from signboard.player.loop import run_until  # noqa: PLC0415 - APScheduler, which help does without

        self._began_at, self._began_s = self._clock.now(), self._clock.monotonic_s()
        with stopping() as stop:
            try:
                run_until(self._streamer, self._clock, stop, seconds=seconds)
            except KeyboardInterrupt:  # the usual way to end it; the streamer was stopped on the way here
                self.was_interrupted = True
        self._elapsed_s = self._clock.monotonic_s() - self._began_s
        self._onlooker.close()

    @property
    def agrees(self) -> bool:
        """Was everything that was sent confirmed (by a board that answers), decoded, and decoded as it was meant?"""
        totals = self._streamer.totals
        arrived = totals.acked if self._stage.spec.capabilities.answers else self._board.decoded
        all_equal = arrived == self._board.decoded == self._onlooker.equal
        return all_equal and totals.failed == 0 and totals.sent - arrived <= 1

    def summary(self, speed: float) -> dict[str, object]:
        """All counts, and what was shown, as JSON."""
        totals, stage, witness = self._streamer.totals, self._stage, self._witness
        board = stage.settings.board
        return {
            "sent": totals.sent,
            "acked": totals.acked,
            "decoded": self._board.decoded,
            "equal": self._onlooker.equal,
            "failed": totals.failed,
            "link_use": round(link_use(self._line.link, board.baud, self._elapsed_s), 4),
            "slogans": witness.slogans,
            "pictures": witness.pictures,
            "seconds": round(self._elapsed_s, 3),
            "speed": speed,
            "at": written(self._began_at, stage),
            "url": self._url,
            "source": stage.content.source,
            "board": {
                "protocol": stage.spec.name,
                "width_px": board.width,
                "height_px": board.height,
                "baud": board.baud,
            },
            "versions": _versions(),
            "shown": list(witness.shown),
        }


class _Onlooker:
    """Compares every picture that the board decoded, and draws it with a line on what was meant."""

    def __init__(self, stage: app.Stage, board: BoardApart, view: TerminalView | None) -> None:
        self.equal = 0
        self._stage = stage
        self._board = board
        self._view = view

    def close(self) -> None:
        """Leave the cursor below what was drawn."""
        if self._view:
            self._view.close()

    def decoded(self, shot: Shot, at: datetime) -> str | None:
        """Digest of what the board decoded for this shot."""
        frame: Frame | None = self._board.next_frame()
        if frame is None:
            return None
        self.equal += frame == shot.frame
        if self._view:
            self._view.draw(frame)
            self._write_below(shot, at)
        return frame.digest

    def _write_below(self, shot: Shot, at: datetime) -> None:
        columns = shutil.get_terminal_size().columns
        lines = (instant_text(at, self._stage.settings.zone), shot.text, _(N_("Ctrl-C ends it.")))
        sys.stdout.write("".join(f"\n{line[:columns]}" for line in lines))
        sys.stdout.flush()


def _room() -> tuple[int, int]:
    """Columns and lines of the terminal for the board."""
    columns, lines = shutil.get_terminal_size()
    return columns, lines - _LINES_BELOW


def _view(stage: app.Stage) -> TerminalView | None:
    if this_call().as_json or not sys.stdout.isatty():
        return None
    title = f"{_(stage.spec.title)} · sim://{NAME}"
    return TerminalView(title, environ=os.environ, size=_room, translate=_)


def _versions() -> dict[str, str]:
    from importlib.metadata import version  # noqa: PLC0415 - slow to load, and help needs none of it

    outside = {name: version(name) for name in ("pyserial", "pillow", "click")}
    return {"signboard": __version__, "python": platform.python_version(), **outside}
