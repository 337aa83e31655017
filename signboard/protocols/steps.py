"""What a driver asks of the link: waiting is data.

An exchange is a generator. It yields `Send`, `Pause` and `Expect`; the link carries each out and sends the reply to an
`Expect` back into the generator (None after the others). When the time of an `Expect` runs out the link throws
`NoAnswerError` in at the yield, and when the wire fails `LinkDownError`. The generator's return value is the `Outcome`.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field

from signboard.playlog.evidence import Evidence

__all__ = ["Exchange", "Expect", "Outcome", "Pause", "Reply", "Send", "Step"]


@dataclass(frozen=True, slots=True)
class Send:
    """Write these bytes in one go."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Pause:
    """Leave the line silent for so long."""

    duration_s: float


@dataclass(frozen=True, slots=True)
class Reply:
    """One complete answer found in what was received.

    Attributes:
        kind: the protocol's word for it (`ack`, `nak`, `ping`, …).
        fields: decoded values by name.
        data: its unescaped bytes.
    """

    kind: str
    fields: dict[str, int | str] = field(default_factory=dict)
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Expect:
    """Wait for an answer.

    Attributes:
        scan: pure; given *all* bytes received since this expectation began, the first complete answer or None if more
            are needed. It skips noise, never raises on foreign bytes.
        timeout_s: how long to wait, counted from the end of the last Send on the wire.
        what: what is awaited, for messages and `encode --json` (`ack`).
        repeats: may the bytes sent since the last answer be sent again when this one does not come? No where they are
            a part of something longer, which then must begin anew.
    """

    scan: Callable[[bytes], Reply | None]
    timeout_s: float
    what: str
    repeats: bool = True


Step = Send | Pause | Expect


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an exchange achieved: `evidence` is never higher than what happened on the wire."""

    evidence: Evidence
    fields: dict[str, int | str] = field(default_factory=dict)


Exchange = Generator[Step, Reply | None, Outcome]
