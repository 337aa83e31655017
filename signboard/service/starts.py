"""The journal of starts: which bundle each process began with, whether it ended well, and what that says of the bundle.

A process that ends without writing so has crashed. Three crashes within ten minutes on one bundle bar it: the bundle
approved before plays, and when none is left the board stays dark. A power cut is nobody's crash: the computer started
anew, so starts before that do not count; nor do those of another version of signboard. A bar ends with another approval
of the same bundle, with another version, and after a day, because a cause may lie outside. Pure.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

__all__ = ["CRASHES", "WITHIN_S", "Bar", "Boot", "Journal", "Moment", "Start"]

CRASHES = 3
WITHIN_S = 600.0
_BARRED = timedelta(hours=24)
_MOST_STARTS = 20
_SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Boot:
    """Which run of the computer, and how far it has come.

    Attributes:
        id: differs from one start of the computer to the next.
        monotonic_s: seconds that never jump, shared by all processes of this run.
    """

    id: str
    monotonic_s: float


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, by both clocks: the steady one, and board time, which may be wrong and be set."""

    boot: Boot
    at: datetime


@dataclass(frozen=True, slots=True)
class Start:
    """One start of the process.

    Attributes:
        bundle: digest of what played, at the end where it was handed over.
        boot: when.
        version: of signboard.
        is_over: it ended in order.
    """

    bundle: str
    boot: Boot
    version: str
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bundle that may not play for now.

    Attributes:
        bundle: its digest.
        at: since when, an aware instant.
        version: of the signboard that crashed on it.
        boot: the same moment in steady seconds; None: written by an older signboard.
        approved_at: the latest approval of the bundle that was known then; None: none was.
    """

    bundle: str
    at: datetime
    version: str
    boot: Boot | None = None
    approved_at: datetime | None = None

    def holds(self, now: "Moment", version: str, approved_at: datetime | None) -> bool:
        """Is it in force?

        Args:
            now: steady seconds count while the computer runs on, however often its clock is set; after it started
                anew the clock does, and a bar of the future, written by a wrong clock, is void.
            version: of the running signboard.
            approved_at: the latest approval of the bundle; None: none is known.
        """
        return version == self.version and not self._is_approved_anew(approved_at) and self._is_young(now)

    def _is_approved_anew(self, approved_at: datetime | None) -> bool:
        if approved_at is None:
            return False
        return approved_at > self.at if self.approved_at is None else approved_at != self.approved_at

    def _is_young(self, now: "Moment") -> bool:
        if self.boot is not None and self.boot.id == now.boot.id:
            return 0 <= now.boot.monotonic_s - self.boot.monotonic_s < _BARRED.total_seconds()
        return timedelta() <= now.at - self.at < _BARRED


@dataclass(frozen=True, slots=True)
class Journal:
    """What is known of the last starts of one board."""

    starts: tuple[Start, ...] = ()
    bars: tuple[Bar, ...] = ()

    def crashes(self, bundle: str, boot: Boot, version: str) -> int:
        """How often a process ended without order on this bundle within the last ten minutes."""
        return sum(
            not start.is_over
            and (start.bundle, start.boot.id, start.version) == (bundle, boot.id, version)
            and 0 <= boot.monotonic_s - start.boot.monotonic_s <= WITHIN_S
            for start in self.starts
        )

    def judged(self, now: Moment, version: str, approvals: Mapping[str, datetime]) -> "Journal":
        """With a bar for every bundle that deserves one now, and the crashes that led to it forgotten."""
        guilty = [
            bundle
            for bundle in dict.fromkeys(start.bundle for start in self.starts)
            if self.crashes(bundle, now.boot, version) >= CRASHES
        ]
        starts = tuple(start for start in self.starts if start.bundle not in guilty)
        bars = tuple(bar for bar in self.bars if bar.bundle not in guilty)
        new = (Bar(bundle, now.at, version, now.boot, approvals.get(bundle)) for bundle in guilty)
        return Journal(starts, (*bars, *new))

    def barred(self, now: Moment, version: str, approvals: Mapping[str, datetime]) -> frozenset[str]:
        """The bundles that may not play; `approvals` are the latest ones by bundle."""
        return frozenset(bar.bundle for bar in self.bars if bar.holds(now, version, approvals.get(bar.bundle)))

    def begun(self, start: Start) -> "Journal":
        """One more start."""
        return replace(self, starts=(*self.starts, start)[-_MOST_STARTS:])

    def moved(self, bundle: str) -> "Journal":
        """The running process plays another bundle from now on."""
        return self._with_last(bundle=bundle)

    def ended(self) -> "Journal":
        """The running process ends in order."""
        return self._with_last(is_over=True)

    def _with_last(self, **changes: object) -> "Journal":
        if not self.starts:
            return self
        *before, last = self.starts
        return replace(self, starts=(*before, replace(last, **changes)))  # type: ignore[arg-type] # fields by name

    def to_json(self) -> bytes:
        """As it lies on the disk."""
        content = {
            "schema_version": _SCHEMA_VERSION,
            "starts": [_write_start(start) for start in self.starts],
            "bars": [_write_bar(bar) for bar in self.bars],
        }
        return json.dumps(content, indent=1).encode() + b"\n"

    @classmethod
    def from_json(cls, raw: bytes) -> "Journal":
        """The journal in these bytes; an empty one where they are none: it decides nothing that could not wait."""
        try:
            content = json.loads(raw)
            return cls(tuple(_starts(content["starts"])), tuple(_bars(content["bars"])))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls()


def _write_start(start: Start) -> dict[str, object]:
    boot = start.boot
    return {
        "bundle": start.bundle,
        "boot": boot.id,
        "monotonic_s": boot.monotonic_s,
        "version": start.version,
        "is_over": start.is_over,
    }


def _write_bar(bar: Bar) -> dict[str, object]:
    written: dict[str, object] = {"bundle": bar.bundle, "at": bar.at.isoformat(), "version": bar.version}
    if bar.boot is not None:
        written |= {"boot": bar.boot.id, "monotonic_s": bar.boot.monotonic_s}
    if bar.approved_at is not None:
        written["approved_at"] = bar.approved_at.isoformat()
    return written


def _starts(entries: Iterable[Mapping[str, object]]) -> Iterable[Start]:
    for entry in entries:
        boot = Boot(str(entry["boot"]), float(str(entry["monotonic_s"])))
        yield Start(str(entry["bundle"]), boot, str(entry["version"]), entry["is_over"] is True)


def _bars(entries: Iterable[Mapping[str, object]]) -> Iterable[Bar]:
    for entry in entries:
        at, approved = datetime.fromisoformat(str(entry["at"])), entry.get("approved_at")
        approved_at = datetime.fromisoformat(str(approved)) if approved else None
        boot = Boot(str(entry["boot"]), float(str(entry["monotonic_s"]))) if "boot" in entry else None
        if at.tzinfo is not None and (approved_at is None or approved_at.tzinfo is not None):
            yield Bar(str(entry["bundle"]), at, str(entry["version"]), boot, approved_at)
