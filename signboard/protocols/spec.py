"""What every protocol family states about itself, and the shape of its two halves."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, runtime_checkable

from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Page, Strip
from signboard.protocols.steps import Exchange

__all__ = ["BoardSpec", "Capabilities", "Driver", "Panel", "PanelEvent", "ProtocolSpec", "StoringDriver"]


@dataclass(frozen=True, slots=True)
class BoardSpec:
    """The thing on the wall as a protocol needs to know it.

    Attributes:
        options: the protocol's own settings by name, as text (`--option k=v`); each family checks its own.
        host_loss: what the board is to do when the host is silent, one of `Capabilities.host_loss`; empty: as the
            family's options say.
    """

    width_px: int
    height_px: int
    colour: Colour = Colour.MONO
    options: Mapping[str, str] = field(default_factory=dict)
    host_loss: str = ""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a family of boards can do; the player obeys these and asks for no names.

    Attributes:
        answers: the board answers, so `acked` is possible.
        storage: where a picture lives: `ram`, `flash`, `none`, or `discs` (flip dots, which stay as they are without
            power).
        colours: what the family can light.
        bauds: speeds to try, the default first.
        max_fps: updates a second that the card itself is planned for, whatever the wire carries (None: no limit known).
        refresh_s: the picture is sent again after so long (None: never).
        answer_s: how long the board may take to answer, beside the time on the wire.
        card_scroll: the card can scroll a strip by itself.
        brightness_levels: 0 where the board has no such command.
        sets_clock, sets_power: the board has such commands.
        host_loss: what the board can do when the host is silent: `hold`, `blank`, `logo` …
        wear_writes: rated writes of its storage (None: no wear).
        greets: the board answers the hello, even where it answers nothing else.
        framing: data bits, parity and stop bits of the line.
        addressed: boards have addresses, so that several can share a line.
        keeps: what the card can keep and show without a host, by a `StoringDriver`: `pages` in turn until a last day,
            one `picture` without end, or nothing (empty).
    """

    answers: bool
    storage: str
    colours: tuple[Colour, ...]
    bauds: tuple[int, ...]
    max_fps: float | None
    refresh_s: float | None
    answer_s: float
    card_scroll: bool = False
    brightness_levels: int = 0
    sets_clock: bool = False
    sets_power: bool = False
    host_loss: tuple[str, ...] = ("hold",)
    wear_writes: int | None = None
    greets: bool = False
    framing: str = "8N1"
    addressed: bool = False
    keeps: str = ""


class Driver(Protocol):
    """Frame → bytes for one board. Every method returns an exchange for `signboard.link` to carry out."""

    board: BoardSpec

    def identify(self) -> Exchange:
        """Hello: who is there? Outcome fields: `width_px`, `height_px`, `colour`, `firmware` where the board tells.

        Raises (inside the exchange): WrongBoardError when size or type differ from `board`.
        """

    def show(self, frame: Frame) -> Exchange:
        """Put this picture on the board."""

    def scroll(self, strip: Strip) -> Exchange:
        """Let the card scroll the strip (only where `Capabilities.card_scroll`)."""

    def clear(self) -> Exchange:
        """A dark picture; never a deletion, because stored programs would return."""

    def set_power(self, on: bool) -> Exchange:
        """Switch the board's light on or off."""

    def set_brightness(self, level: int) -> Exchange:
        """Level from 0 to `brightness_levels - 1`."""

    def set_clock(self, year: int, month: int, day: int, hour: int, minute: int, second: int) -> Exchange:
        """Set the board's clock to this civil time."""


@runtime_checkable
class StoringDriver(Driver, Protocol):
    """A driver whose board can keep several pages and show them in turn by itself, with or without a host.

    Every such call that `would_write` needs leave of a `wear.WearGuard`.
    """

    @property
    def writes_per_day(self) -> int:
        """How often any 24 hours may write the board's memory: for the guard."""

    def allow(self, writes: int) -> None:
        """Let the driver write so often from now on: what `WearGuard.left` says."""

    def would_write(self, pages: Sequence[Page], last_day: date | None = None) -> bool:
        """Would `store` write the board's memory, or does the board hold just this already?"""

    def store(self, pages: Sequence[Page], last_day: date | None = None) -> Exchange:
        """Keep these pages and show them in turn for their times, until `last_day` is over (None: for good).

        A board that keeps one `picture` takes one page, and ends it by no day.
        """

    def resume(self) -> Exchange:
        """Show what the board keeps, whatever it is; nothing is written."""


@dataclass(frozen=True, slots=True)
class PanelEvent:
    """One thing that a panel understood, in the order of the bytes.

    Attributes:
        kind: `picture` (the board's picture was set: `frame` holds it), `command` (anything else understood),
            `fault` (noise, bad checksum, a refused command).
        name: the protocol's word (`area`, `ping`, `nak_5`, `noise`, …). A `picture` named `strip` was handed to the
            card to move; its `frame` is the whole strip, of any width.
        meaning: one English sentence for traces, saying what the bytes mean.
        frame: the new picture, for `picture`.
        raw: the bytes as they came, escapes and all.
    """

    kind: str
    name: str
    meaning: str
    frame: Frame | None = None
    raw: bytes = b""


class Panel(Protocol):
    """Bytes → frame: the board's half, which the simulator puts behind a port.

    Takes bytes in any chunks, resynchronises on noise, bounds its buffer, counts faults, never raises on foreign bytes,
    refuses what the real board refuses and answers what it answers. Time comes in as milliseconds of any steady clock.
    """

    board: BoardSpec
    faults: dict[str, int]

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, Sequence[PanelEvent]]:
        """Take bytes; return the board's answer bytes and what was understood."""

    def picture(self, now_ms: int) -> Frame:
        """What the board shows now, host-loss behaviour and card-side motion included."""

    def power_cycle(self) -> None:
        """Forget RAM, keep flash."""


@dataclass(frozen=True, slots=True)
class ProtocolSpec:
    """A family's one line of registration.

    Attributes:
        options: option name → one sentence on it with its default (shown by help and docs).
        driver, panel: make the two halves.
        check: raises for a board that this family cannot be (size, colour, options): ConfigurationError for one
            problem, ProblemsError for several.
    """

    name: str
    title: str
    capabilities: Capabilities
    options: Mapping[str, str]
    driver: Callable[[BoardSpec], Driver]
    panel: Callable[[BoardSpec], Panel]
    check: Callable[[BoardSpec], None]
    wire_bytes: Callable[[BoardSpec], int]
    """Typical bytes on the wire for one full picture, answer included (request + ack): what `motion` budgets with."""
    recovery_frames: Callable[[BoardSpec], int] = lambda _: 1
    """Good pictures after noise until the board is right again: more than 1 where a false start announces a length."""
