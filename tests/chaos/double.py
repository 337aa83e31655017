"""The product with a fault in it, as a program: `python double.py WORDS…` is `signboard WORDS…`, spoilt as asked.

The faults are named by variables of the environment and live here alone:

CHAOS_ACKS    a file that gets a line for every row of the play log that the store said it had kept, at a quick pace
CHAOS_POISON  a text: the process breaks down before it puts that text on the board
CHAOS_HANG    a file: while it is there the loop stands still
CHAOS_LIMIT   seconds after which a loop that stands still ends its process
CHAOS_BLIND   the journal of starts bars nothing (the control)
CHAOS_DEAF    nobody looks whether the loop stands still (the control)
"""

import os
import sys
import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from signboard.__main__ import main
from signboard.cli import serving, watching
from signboard.player import log_writer
from signboard.player.streamer import Streamer
from signboard.playlog.showing import Showing
from signboard.service.pulse import Pulse
from signboard.service.starts import Journal
from signboard.service.supervisor import Patience, Supervisor
from signboard.store.audit import Event
from signboard.store.database import Store

BROKEN_DOWN = 99


def _tell_of_rows(path: str) -> None:
    keep = Store.keep
    told = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)

    def keep_and_tell(
        self: Store, rows: Sequence[Showing], beside: Mapping[str, Showing | None], lost: Sequence[Event], *, run: str
    ) -> None:
        keep(self, rows, beside, lost, run=run)
        kept = [*rows, *(row for row in beside.values() if row)]
        os.write(told, "".join(f"{row.since_at.isoformat()} {row.frame_digest}\n" for row in kept).encode())

    patch.object(Store, "keep", keep_and_tell).start()
    patch.object(log_writer, "Pace", partial(log_writer.Pace, every_s=0.05)).start()


def _spoil_tick(poison: str, hang: str) -> None:
    tick = Streamer.tick

    def spoilt(self: Streamer) -> float:
        while hang and Path(hang).exists():
            time.sleep(0.05)
        if poison and any(poison in slogan.text for one in self._screenplay.campaigns for slogan in one.slogans):
            os._exit(BROKEN_DOWN)
        return tick(self)

    patch.object(Streamer, "tick", spoilt).start()


def _supervise_doubles(limit_s: float) -> None:
    class OfDoubles(Supervisor):
        """Its child is a double, too."""

        def __init__(self, command: Sequence[str], *more: object, **named: object) -> None:
            named["patience"] = Patience(beat_s=limit_s)
            super().__init__([command[0], __file__, *command[3:]], *more, **named)  # type: ignore[arg-type] # passed on

    patch.object(serving, "Supervisor", OfDoubles).start()


if __name__ == "__main__":
    asked = os.environ.get
    if asked("CHAOS_ACKS"):
        _tell_of_rows(os.environ["CHAOS_ACKS"])
    _spoil_tick(asked("CHAOS_POISON", ""), asked("CHAOS_HANG", ""))
    if asked("CHAOS_BLIND"):
        patch.object(Journal, "judged", lambda self, *_: self).start()
    if asked("CHAOS_DEAF"):
        patch.object(Pulse, "look", lambda *_: None).start()
    limit_s = float(asked("CHAOS_LIMIT", "30"))
    patch.object(watching, "watch_s", lambda: limit_s).start()
    _supervise_doubles(limit_s)
    main()
