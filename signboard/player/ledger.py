"""Ledger: turns what the wire did into rows of the play log. Rows may undercount; they never invent.

A row is one page of a pass, or one pass of a strip, or a dark stretch, or a stretch in which a card kept a round and
the light was on (motion `stored`: which slogan stood when, nobody knows). It begins when the first exchange that
carried it ended. Until the next exchange it is only believed: that exchange, when it succeeds, confirms it up to its
own start; when it fails, the row ends where it was last confirmed. An outage is a row of evidence `failed`, which
begins there: no stretch between the last answer and the first failure is left without a cause.

A sink that is a `Journal` is told of the open row, too, whenever it is confirmed anew, so that a power cut loses no
more of it than what the journal had not written down yet.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Protocol, runtime_checkable

from signboard.frame.frame import Frame
from signboard.frame.message import Pages, Strip
from signboard.player.parking import STORED
from signboard.player.screenplay import Shot
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.playlog.trust import Trust

__all__ = ["Journal", "Ledger", "Sink", "Station"]

Sink = Callable[[Showing], None]
"""Takes each finished row; its `seq` is 0, because the store numbers rows."""

_LONGEST_ROW = timedelta(minutes=10)
"""A block of the disk that cannot be read loses a row, so no row is longer than this."""


@runtime_checkable
class Journal(Protocol):
    """A sink that wants to know of the open row, too."""

    def __call__(self, row: Showing, /) -> None:
        """Take a finished row."""

    def beat(self, row: Showing, /) -> None:
        """Take the open row of a board as far as it is confirmed by now."""


@dataclass(frozen=True, slots=True)
class Station:
    """Which board it is, and how it is to be kept.

    Attributes:
        site_id, board_id: its names.
        bundle: digest of what plays (`sample` for the shipped campaign).
        is_virtual: a simulated board: rows claim `simulated` at most.
        brightness: level to set after every opening; None: leave it.
        is_left_dark: an orderly stop darkens the board; else the last picture stays.
        is_left_neutral: an orderly stop leaves the first page of the standby text, dark where there is none.
    """

    site_id: str
    board_id: str
    bundle: str
    is_virtual: bool = False
    brightness: int | None = None
    is_left_dark: bool = True
    is_left_neutral: bool = False

    def claim(self, evidence: Evidence) -> Evidence:
        """What a row may claim."""
        return min(evidence, Evidence.SIMULATED) if self.is_virtual else evidence


class Ledger:
    """The open row of one board, and the sink for finished ones."""

    def __init__(self, station: Station, sink: Sink) -> None:
        self._station = station
        self._sink = sink
        self._beat: Sink = sink.beat if isinstance(sink, Journal) else _ignore
        self._trust = Trust.TRUSTED
        self._row: Showing | None = None
        self._place: tuple[object, ...] = ()

    def move_to(self, station: Station) -> None:
        """Rows that begin from now on are of this station; the open one stays what it was."""
        self._station = station

    def believe(self, trust: Trust) -> None:
        """How far the clock may be believed from now on; a row bears the least trust of its time."""
        self._trust = trust
        if self._row is not None and trust < self._row.trust:
            self._row = replace(self._row, trust=trust)

    def shown(self, shot: Shot, evidence: Evidence, began_at: datetime, ended_at: datetime) -> None:
        """An exchange that carried this shot began and ended well at these instants."""
        self.confirm(began_at)
        claim, row = self._station.claim(evidence), self._row
        if row is None or not self._continues(row, shot, ended_at, is_failed=False):
            self._turn_to(shot, ended_at, claim)
            return
        self._row = replace(
            row,
            until_at=max(row.until_at, ended_at),
            phase_px=shot.phase_px,
            exchanges=row.exchanges + 1,
            evidence=min(row.evidence, claim),
        )
        self._tell()

    def failed(self, shot: Shot, at: datetime) -> None:
        """This shot was due at this instant and could not be carried, since the last instant that is confirmed."""
        row, since_at = self._row, at
        if row is not None and row.evidence is Evidence.FAILED:
            self.confirm(at)
            if self._continues(row, shot, at, is_failed=True):
                return
        elif row is not None:  # the failure began somewhere between the two
            since_at = min(row.until_at, at)
        self._turn_to(shot, since_at, Evidence.FAILED)
        self.confirm(at)

    def missed(self, shot: Shot, since_at: datetime, until_at: datetime) -> None:
        """Between these instants the board was asked again and again: nobody knows what it showed meanwhile."""
        self.confirm(since_at)
        if self._row is not None:
            self.failed(shot, until_at)

    def confirm(self, at: datetime) -> None:
        """What the open row says held at least until this instant."""
        if self._row is not None:
            self._row = _lasting(self._row, max(self._row.until_at, at))
            self._tell()

    def cut(self) -> None:
        """Finish the open row where it was last confirmed."""
        row, self._row = self._row, None
        if row is not None and _says_something(row):
            self._sink(row)

    def _tell(self) -> None:
        if self._row is not None and _says_something(self._row):
            self._beat(self._row)

    def _continues(self, row: Showing, shot: Shot, at: datetime, *, is_failed: bool) -> bool:
        same = self._place == self._place_of(shot) and (row.evidence is Evidence.FAILED) == is_failed
        return same and at - row.since_at < _LONGEST_ROW

    def _place_of(self, shot: Shot) -> tuple[object, ...]:
        """What makes two shots one row: the same pass and page, or the same dark stretch, of one bundle."""
        return (self._station.bundle, shot.cue.slogan, shot.cue.since_at, shot.page, shot.cue.reason)

    def _turn_to(self, shot: Shot, at: datetime, evidence: Evidence) -> None:
        self.cut()
        cue, station = shot.cue, self._station
        self._place = self._place_of(shot)
        self._row = Showing(
            seq=0,
            site_id=station.site_id,
            board_id=station.board_id,
            bundle=station.bundle,
            campaign=cue.campaign,
            slogan=cue.slogan,
            text=shot.text,
            page=shot.page,
            phase_px=shot.phase_px,
            motion=shot.motion,
            since_at=at,
            until_at=at,
            frame_digest=_digest(_picture(shot)),
            exchanges=0 if evidence is Evidence.FAILED else 1,
            evidence=evidence,
            reason=cue.reason.value,
            pass_since_at=cue.since_at if cue.slogan else None,
            pass_until_at=cue.until_at if cue.slogan else None,
            trust=self._trust,
        )
        self._tell()


_NAMES = [one.name for one in fields(Showing)]
_VALUES = attrgetter(*_NAMES)
_UNTIL = _NAMES.index("until_at")


def _lasting(row: Showing, until_at: datetime) -> Showing:
    """The same row until then: as `replace` makes it, in a third of the time; every exchange asks for it."""
    values = list(_VALUES(row))
    values[_UNTIL] = until_at
    return Showing(*values)


def _says_something(row: Showing) -> bool:
    """A dark stretch of no length concerns nobody's words."""
    return bool(row.slogan) or row.until_at > row.since_at


def _ignore(_row: Showing) -> None:
    """Nobody wants to know of open rows."""


@functools.lru_cache(maxsize=64)  # the same picture comes again and again
def _digest(frame: Frame) -> str:
    return frame.digest


def _picture(shot: Shot) -> Frame:
    """The whole strip of a pass; all pages side by side of what a card keeps; else the picture itself."""
    if isinstance(shot.message, Strip):
        return shot.message.strip
    if shot.motion == STORED and isinstance(shot.message, Pages):
        return Frame.join([page.frame for page in shot.message.pages])
    return shot.frame
