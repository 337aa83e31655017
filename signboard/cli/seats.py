"""Seats: one a board of the line: who plays on it, who watches, and what it has done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from signboard import app
from signboard.cli.call import this_call
from signboard.cli.playing import Keeping, OpenLine, lines_to
from signboard.cli.trouble import Trouble
from signboard.cli.witness import MOST_ENTRIES, Witness
from signboard.clock import Clock
from signboard.files import home_dir
from signboard.locale import lines
from signboard.player.keeper import WriteBook
from signboard.player.ledger import Sink, Station
from signboard.player.screenplay import Screenplay
from signboard.player.streamer import Streamer
from signboard.service.notice import is_watched
from signboard.transports.opening import is_virtual

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["Records", "Seat", "seats_of"]


@dataclass(frozen=True, slots=True)
class Records:
    """Board time, and where what happens is written down.

    Attributes:
        sink: takes rows of the play log.
        tell: says what is wrong with the log.
        book_of: the record of writes to a board's memory.
        pictures: how many of the latest pictures are kept for the figures at the end.
    """

    clock: Clock
    sink: Sink = lambda _: None
    tell: Callable[[], object] = lambda: None
    book_of: Callable[[str], WriteBook | None] = lambda _: None
    pictures: int = MOST_ENTRIES


@dataclass(frozen=True, slots=True)
class Seat:
    """One board of the line."""

    stage: app.Stage
    screenplay: Screenplay
    line: OpenLine
    streamer: Streamer
    witness: Witness
    trouble: Trouble

    def figures(self) -> dict[str, object]:
        """What it has done."""
        totals = self.streamer.totals
        return {
            "sent": totals.sent,
            "acked": totals.acked,
            "failed": totals.failed,
            "alarms": totals.alarms,
            "slogans": self.witness.slogans,
            "pictures": self.witness.pictures,
            "shown": list(self.witness.shown),
        }


def seats_of(stage: app.Stage, url: str, records: Records) -> list[Seat]:
    """A seat for each board of the settings' line."""
    stages = app.stages_of_line(stage)
    ways = lines_to(stage.settings, url, home_dir(), Keeping(records.clock, records.book_of))
    return [_seat(one, line, url, records, is_alone=len(ways) == 1) for one, line in zip(stages, ways, strict=True)]


def _seat(stage: app.Stage, line: OpenLine, url: str, records: Records, *, is_alone: bool) -> Seat:
    name = "" if is_alone else f"{stage.settings.board.id}: "

    def say(sentence: str) -> None:
        click.echo(f"{name}{sentence}", err=True)

    screenplay = stage.screenplay()
    streamer = Streamer(screenplay, line.board, records.clock, _station(stage, url), records.sink)
    streamer.waits_for_board = is_watched()  # at a terminal a person sees at once that it is another board
    witness = Witness(stage, says=None if this_call().as_json else say, most=records.pictures)
    streamer.observe = witness.saw
    streamer.alarm = lambda alarm: say("\n".join(lines(alarm)))
    return Seat(stage, screenplay, line, streamer, witness, Trouble(streamer, records.clock, url, say))


def _station(stage: app.Stage, url: str) -> Station:
    settings: Settings = stage.settings
    return Station(
        settings.site.id,
        settings.board.id,
        stage.content.bundle,
        is_virtual=is_virtual(url),
        is_left_dark=settings.show.stop == "dark",
        is_left_neutral=settings.show.stop == "neutral",
    )
