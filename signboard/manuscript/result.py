"""ImportResult: what an importer found in a file, line by line, each with a verdict, and what it left out."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Origin, Slogan

__all__ = ["Finding", "ImportResult", "Item", "LeftOut", "Verdict"]


class Verdict(enum.Enum):
    """May it play? Values are the stable codes of `--json`."""

    OK = "ok"
    LOOK = "look"
    STOP = "stop"


_WEIGHT = {Verdict.OK: 0, Verdict.LOOK: 1, Verdict.STOP: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a slogan that a person should know.

    Attributes:
        code: stable word.
        verdict: what it means alone; OK is a note.
        template: English sentence with `{named}` fields, also the catalogue key.
        fields: values for the template.
        place: first index and index after the last in the slogan's text; None where it is about all of it.
        proposal: what could stand at that place instead; empty where only a person can know.
    """

    code: str
    verdict: Verdict
    template: str
    fields: Mapping[str, object] = field(default_factory=dict, hash=False)
    place: tuple[int, int] | None = None
    proposal: str = ""

    def __str__(self) -> str:
        return self.template.format(**self.fields)


@dataclass(frozen=True, slots=True)
class Item:
    """One slogan of a file.

    Attributes:
        slogan: cleaned, with origin and source.
        raw: the line as it stands in the file.
        changes: codes of what cleaning changed (see `signboard.text.clean`).
        findings: in reading order.
        period: first and last day that the row, the heading above it or the file's name gives it: a proposal.
        windows: hours, likewise.
    """

    slogan: Slogan
    raw: str
    changes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    period: Period | None = None
    windows: tuple[HourWindow, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The worst of its findings."""
        return max((finding.verdict for finding in self.findings), key=_WEIGHT.__getitem__, default=Verdict.OK)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is no slogan. Blank lines are not listed.

    Attributes:
        origin: where it stands.
        raw: the line as it stands there.
        reason: `comment`, `heading`, `period`, `hours`, `nothing_left` (list marks alone), or a kind of noise:
            `letterhead`, `signature`, `recipients`, `preamble`, `note`, `page`, `table_head`, `total`, `hidden`,
            `other_column`.
    """

    origin: Origin
    raw: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportResult:
    """A file, read. The same bytes under the same name give an equal result.

    Attributes:
        file: its name.
        digest: SHA-256 of its bytes.
        items: in the order of the file, those that may not play too.
        left_out: in the order of the file.
        period: first and last day, where the file states them.
        windows: hours, where the file states them.
        notices: about the file as a whole: traces of changes, hidden sheets, days that could be read two ways.
    """

    file: str
    digest: str
    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...] = ()
    period: Period | None = None
    windows: tuple[HourWindow, ...] = ()
    notices: tuple[Finding, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Every document that the file cites, each once."""
        return tuple(dict.fromkeys(item.slogan.source for item in self.items if item.slogan.source))

    def slogans(self) -> tuple[Slogan, ...]:
        """Those that may play, each text once."""
        playable: dict[str, Slogan] = {}
        for item in self.items:
            if item.verdict is not Verdict.STOP:
                playable.setdefault(item.slogan.id, item.slogan)
        return tuple(playable.values())
