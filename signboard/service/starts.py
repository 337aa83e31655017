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

__all__ = ["CRASHES", "WITHIN_S", "Bar", "Boot", "Journal", "Start"]

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
    """

    bundle: str
    at: datetime
    version: str

    def holds(self, now_at: datetime, version: str, approved_at: datetime | None) -> bool:
        """Is it in force?

        Args:
            now_at: board time; a clock that was set back ends no bar.
            version: of the running signboard.
            approved_at: the latest approval of the bundle; None: none is known.
        """
        is_approved_anew = approved_at is not None and approved_at > self.at
        return version == self.version and not is_approved_anew and now_at - self.at < _BARRED


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
            and boot.monotonic_s - start.boot.monotonic_s <= WITHIN_S
            for start in self.starts
        )

    def judged(self, boot: Boot, now_at: datetime, version: str) -> "Journal":
        """With a bar for every bundle that deserves one now, and the crashes that led to it forgotten."""
        guilty = [
            bundle
            for bundle in dict.fromkeys(start.bundle for start in self.starts)
            if self.crashes(bundle, boot, version) >= CRASHES
        ]
        starts = tuple(start for start in self.starts if start.bundle not in guilty)
        bars = tuple(bar for bar in self.bars if bar.bundle not in guilty)
        return Journal(starts, bars + tuple(Bar(bundle, now_at, version) for bundle in guilty))

    def barred(self, now_at: datetime, version: str, approvals: Mapping[str, datetime]) -> frozenset[str]:
        """The bundles that may not play; `approvals` are the latest ones by bundle."""
        return frozenset(bar.bundle for bar in self.bars if bar.holds(now_at, version, approvals.get(bar.bundle)))

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
            "bars": [{"bundle": bar.bundle, "at": bar.at.isoformat(), "version": bar.version} for bar in self.bars],
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


def _starts(entries: Iterable[Mapping[str, object]]) -> Iterable[Start]:
    for entry in entries:
        boot = Boot(str(entry["boot"]), float(str(entry["monotonic_s"])))
        yield Start(str(entry["bundle"]), boot, str(entry["version"]), entry["is_over"] is True)


def _bars(entries: Iterable[Mapping[str, object]]) -> Iterable[Bar]:
    for entry in entries:
        at = datetime.fromisoformat(str(entry["at"]))
        if at.tzinfo is not None:
            yield Bar(str(entry["bundle"]), at, str(entry["version"]))
