"""What a run tells of itself while it plays: a status document a board, the health page, the alerts.

Two of the three are processes of their own, the third is a thread; the loop that plays leaves its vitals and goes on.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from signboard import __version__, app
from signboard.cli.envelope import talk
from signboard.cli.list_trouble import list_trouble, list_wanted
from signboard.cli.seats import Seat
from signboard.clock import SystemClock
from signboard.errors import N_, SignboardError, WrongBoardError
from signboard.files import home_dir
from signboard.health.attendant import Attendant
from signboard.health.configured import address_of, places_of
from signboard.health.couriers import couriers_of
from signboard.health.outlook import content_until
from signboard.health.serving import orders
from signboard.health.status import Player, Surroundings
from signboard.health.status_file import StatusWriter, status_path
from signboard.player.log_writer import LogWriter
from signboard.store.database import Store
from signboard.store.gaps import store_trouble, write_gaps

__all__ = ["Bulletin", "Telling"]

_PACE_S = 0.5
"""Vitals are asked for no more often: they cost a question to the calendar."""
_OUTLOOK_S = 600
_ANY_LENGTH_MS = 1000


@dataclass(frozen=True, slots=True)
class Telling:
    """What is to be told, and where.

    Attributes:
        url: the line's address.
        is_virtual: no board on a wall; nobody gets alerts.
        health: address of the health page; empty: none.
        config: the settings file that was named.
        log: the play log's writer; None: none is kept.
    """

    url: str
    is_virtual: bool
    health: str = ""
    config: Path | None = None
    log: LogWriter | None = None


class Bulletin:
    """Works beside the player.

    Args:
        telling: what is to be told.
        seats: the boards of the line.

    Raises:
        UsageError, RefusedError: the health page's address.
    """

    def __init__(self, telling: Telling, seats: list[Seat]) -> None:
        self._telling = telling
        self._seats = seats
        self._clock = SystemClock()
        self._asked_s = float("-inf")
        self._stack = ExitStack()
        self._settings = seats[0].stage.settings
        self._places = places_of(self._settings, home_dir())
        self._writers = [self._writer(seat) for seat in seats]
        self._attendants = [Attendant(command) for command in self._commands()]

    def __enter__(self) -> Self:
        for writer in self._writers:
            self._stack.enter_context(writer)
        for attendant in self._attendants:
            self._stack.enter_context(attendant)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write that it ended, and let the attendants go."""
        if kind is None:
            self._tell()
        self._stack.__exit__(kind, error, trace)

    def watch(self) -> None:
        """Leave the vitals; never waits."""
        now_s = self._clock.monotonic_s()
        if now_s - self._asked_s >= _PACE_S:
            self._asked_s = now_s
            self._tell()

    def _tell(self) -> None:
        for seat, writer in zip(self._seats, self._writers, strict=True):
            writer.tell(seat.streamer.vitals())

    def _writer(self, seat: Seat) -> StatusWriter:
        settings, telling = seat.stage.settings, self._telling
        started_at = self._clock.now()
        player = Player(
            settings.site.id,
            settings.board.id,
            telling.url,
            telling.is_virtual,
            __version__,
            os.getpid(),
            started_at,
        )
        path = status_path(self._places.folder, settings.board.id, is_virtual=telling.is_virtual)
        return StatusWriter(path, player, self._clock, Lookout(seat, telling, self._settings.board.id).look)

    def _commands(self) -> list[list[str]]:
        telling, commands = self._telling, []
        if telling.health:
            host, port = address_of(telling.health, may_be_open=self._settings.health.open_to_network)
            talk(N_("Health page: http://{address}/healthz and /metrics."), address=_shown(host, port))
            page = orders(host, port, self._places)
            commands.append([sys.executable, "-m", "signboard.health.serving", page])
        if not telling.is_virtual and couriers_of(self._settings.alerts):
            named = ["--config", str(telling.config)] if telling.config else []
            commands.append([sys.executable, "-m", "signboard", *named, "alerts", "--watch", "--beside"])
        return commands


def _shown(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


class Lookout:
    """Looks at what lies around a board, in the thread that writes its status.

    Args:
        seat: the board.
        telling: what is told of it.
        first_id: the line's first board, whose journal of starts counts; empty: this one.
    """

    def __init__(self, seat: Seat, telling: Telling, first_id: str = "") -> None:
        self._seat = seat
        self._first_id = first_id or seat.stage.settings.board.id
        self._telling = telling
        self._clock = SystemClock()
        self._known: tuple[str, int] | None = None
        self._records: tuple[str, datetime | None] = ("", None)
        self._until = Surroundings().content_until_at

    def look(self) -> Surroundings:
        """How it lies there now."""
        home, log = home_dir(), self._telling.log
        desired = "" if self._telling.is_virtual else list_wanted() or ""
        self._ask_calendar(desired or self._seat.streamer.bundle)
        self._ask_records()
        error = self._seat.streamer.last_error
        fields = error.fields if isinstance(error, WrongBoardError) else {}
        return Surroundings(
            desired=desired,
            content_until_at=self._until,
            disk_free_bytes=_free_bytes(home),
            log_trouble=log.trouble.code if log and log.trouble else "",
            log_dropped=log.dropped if log else 0,
            log_waiting=log.waiting if log else 0,
            log_missed=write_gaps(log.missed(self._seat.stage.settings.board.id)) if log else "",
            list_trouble="" if self._telling.is_virtual else list_trouble(self._first_id),
            store_trouble=self._records[0],
            store_at=self._records[1],
            other_board=_named("found", fields),
            due_board=_named("due", fields),
        )

    def _ask_records(self) -> None:
        """What happened to the file of the records; where it cannot be read now, the last answer stays."""
        if not app.store_path().is_file():
            return
        with suppress(SignboardError), Store(app.store_path()) as store:  # the log's writer tells what is wrong with it
            self._records = store_trouble(store.events(), self._clock.now())

    def _ask_calendar(self, digest: str) -> None:
        """When the content ends: asked anew every ten minutes, and when another list is approved."""
        now_at = self._clock.now()
        asked = (digest, int(self._clock.monotonic_s()) // _OUTLOOK_S)
        if asked == self._known:
            return
        stage = self._seat.stage
        campaigns = stage.content.campaigns
        if not self._telling.is_virtual:
            with suppress(SignboardError):  # what plays counts where the approved list cannot be read
                campaigns = app.approved_content().campaigns
        lengths = {one.key: _ANY_LENGTH_MS for campaign in campaigns for one in campaign.slogans}
        self._until = content_until(campaigns, lengths, now_at, stage.settings.zone)
        self._known = asked


def _named(which: str, fields: Mapping[str, object]) -> str:
    """A board in short, out of the fields of a `wrong_board`; empty where there are none."""
    kind, colour = (str(fields.get(f"{which}_{name}", "")) for name in ("type", "colour"))
    width, height = (fields.get(f"{which}_{name}_px") for name in ("width", "height"))
    return " ".join(word for word in (kind, f"{width}x{height}" if width else "", colour) if word)


def _free_bytes(home: Path) -> int | None:
    nearest = next((one for one in (home, *home.parents) if one.is_dir()), None)
    try:
        return shutil.disk_usage(nearest).free if nearest else None
    except OSError:
        return None  # nobody can tell, as on a share that went away
