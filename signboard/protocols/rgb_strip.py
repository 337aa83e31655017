"""Strips of RGB LEDs laid out as a board, and the controller (WLED) behind them: what Adalight and TPM2 share.

Pixels travel as R G B in the order of the wiring. The same line takes, between pictures:

    v                         version, answered by `WLED …` CR LF
    {"on":true,"bri":128}     light and brightness as JSON, answered by nothing
    B0 … B7                   change the speed of the line

Sources: WLED's serial parser, read; see docs/protocols/adalight.md.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from signboard.errors import N_
from signboard.frame import pack
from signboard.frame.frame import Colour, Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols.cutting import Cut, Rule
from signboard.protocols.options import Option, Value, choice, flag, number
from signboard.protocols.plain import (
    FlawError,
    PlainDriver,
    PlainPanel,
    Problems,
    checked,
    require_level,
    shape_problems,
)
from signboard.protocols.spec import BoardSpec, Capabilities, PanelEvent
from signboard.protocols.steps import Exchange, Expect, Outcome, Reply, Send

__all__ = ["CAPABILITIES", "OPTIONS", "StripDriver", "StripOptions", "StripPanel", "ink", "read", "strip_rule", "wired"]

S = TypeVar("S", bound="StripOptions")

COLOURS = (Colour.MONO, Colour.DUAL, Colour.RGB)
_MOST_PX = (1024, 512)
_MOST_PIXELS = 21_845  # what a length of two octets can count in threes
_LEVELS = 256
_HALF = 128
_ANSWER_S = 0.5
_VERSION = re.compile(rb"WLED ([ -~]{1,40})\r\n")
_JSON_BYTES = 512
_SPEEDS = range(0xB0, 0xB8)
_OPENING = re.compile(rb'\{[ \t\r]*(?:["}]|\Z)')
_UNPRINTABLE = re.compile(rb"[^\t\r\n -~]")


def ink() -> Option:
    """A colour as six hex digits; black is none."""

    def read_ink(text: str) -> str:
        if not re.fullmatch("[0-9a-fA-F]{6}", text) or not int(text, 16):
            raise ValueError(text)
        return text.lower()

    return Option("ff0000", N_("Colour of lit pixels on a mono board, red green blue."), "six hex digits", read_ink)


OPTIONS: Mapping[str, Option] = {
    "ink": ink(),
    "wiring": choice("rows", ("rows", "columns"), N_("Does the strip run along rows or along columns?")),
    "serpentine": flag("no", N_("The strip runs to and fro.")),
    "start": choice(
        "top_left",
        ("top_left", "top_right", "bottom_left", "bottom_right"),
        N_("The corner where the strip begins."),
    ),
    "hello": flag("no", N_("Ask for the version at every opening; WLED answers, simpler receivers do not.")),
    "timeout_ms": number(2500, 100, 65_000, N_("Simulated board only: silence after which it shows its own picture.")),
    "stored": choice("dark", ("dark", "border"), N_("Simulated board only: its own picture.")),
    "firmware": Option(
        "0.15.0", N_("Simulated board only: its version."), "up to 40 characters", lambda text: text[:40]
    ),
}
"""Every option that both families have."""


@dataclass(frozen=True, slots=True)
class StripOptions:
    """The options of a board, checked; names and units as in `OPTIONS`."""

    ink: str
    wiring: str
    serpentine: bool
    start: str
    hello: bool
    timeout_ms: int
    stored: str
    firmware: str


CAPABILITIES = Capabilities(
    answers=False,
    storage="none",
    colours=COLOURS,
    bauds=(115200, 230400, 460800, 500000, 576000, 921600, 1000000, 1500000),
    max_fps=30.0,  # a plan: what the controller does with its LEDs meanwhile is not known
    refresh_s=0.5,  # shorter than the controller's 2.5 s of patience by more than a large picture takes
    answer_s=_ANSWER_S,
    brightness_levels=_LEVELS,
    sets_power=True,
    host_loss=("logo",),
)
"""What a controller like WLED can do."""


def read(board: BoardSpec, table: Mapping[str, Option], record: Callable[..., S]) -> S:
    """The checked options of a family as its record.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    return checked(board, table, record, _problems)


def _problems(board: BoardSpec, _: Mapping[str, Value]) -> Problems:
    problems = shape_problems(board, "RGB strip", COLOURS, _MOST_PX)
    if not problems and board.width_px * board.height_px > _MOST_PIXELS:
        problems = shape_problems(board, "RGB strip", COLOURS, (board.width_px, _MOST_PIXELS // board.width_px))
    return problems


def wired(board: BoardSpec, options: StripOptions) -> list[int]:
    """For every LED of the strip, its pixel's number, counted from the top left along rows."""
    across, down = board.width_px, board.height_px
    is_right, is_low = options.start.endswith("right"), options.start.startswith("bottom")
    columns = list(range(across))[:: -1 if is_right else 1]
    rows = list(range(down))[:: -1 if is_low else 1]
    if options.wiring == "rows":
        lines = [[y * across + x for x in columns] for y in rows]
    else:
        lines = [[y * across + x for y in rows] for x in columns]
    return [at for n, line in enumerate(lines) for at in (line[::-1] if options.serpentine and n % 2 else line)]


def _paints(board: BoardSpec, options: StripOptions) -> list[bytes]:
    """For red, green and blue: what a pixel with these planes lit is painted with."""
    inks = {
        Colour.MONO: (bytes.fromhex(options.ink),),
        Colour.DUAL: (b"\xff\0\0", b"\0\xff\0"),
        Colour.RGB: (b"\xff\0\0", b"\0\xff\0", b"\0\0\xff"),
    }[board.colour]
    lit = [
        [max((ink[n] for p, ink in enumerate(inks) if dot >> p & 1), default=0) for dot in range(8)] for n in range(3)
    ]
    return [bytes(row).ljust(256, b"\0") for row in lit]


class StripDriver(PlainDriver):
    """The host's half that both families share. `pixels` gives R G B of every LED in its order."""

    def __init__(self, board: BoardSpec, options: StripOptions) -> None:
        super().__init__(board)
        self.strip = options
        self._paints = _paints(board, options)
        self._wired = wired(board, options)

    def identify(self) -> Exchange:
        """Nothing is asked, or the version with option `hello`. Outcome field then: firmware."""
        return self.ask_version() if self.strip.hello else super().identify()

    def ask_version(self) -> Exchange:
        """Ask for the version."""
        yield Send(b"v")
        reply = yield Expect(_version, _ANSWER_S, "version")
        return Outcome(Evidence.ACKED, reply.fields if reply else {})

    def pixels(self, frame: Frame) -> bytes:
        """R G B of every LED, the first of the strip first."""
        dots = pack.dots_from_columns(frame.planes, frame.width_px, frame.height_px)
        dots = bytes([dots[at] for at in self._wired])
        octets = bytearray(3 * len(dots))
        octets[0::3], octets[1::3], octets[2::3] = (dots.translate(paint) for paint in self._paints)
        return bytes(octets)

    def set_power(self, on: bool) -> Exchange:
        """Switch the light on or off."""
        return self.told(_json({"on": on}))

    def set_brightness(self, level: int) -> Exchange:
        """Level 0 to 255; switches the light on.

        Raises:
            InputError: `bad_level`.
        """
        require_level(level, _LEVELS)
        return self.told(_json({"on": True, "bri": level}))


def _json(wish: Mapping[str, object]) -> bytes:
    return json.dumps(wish, separators=(",", ":")).encode() + b"\n"


def _version(received: bytes) -> Reply | None:
    found = _VERSION.search(received)
    return Reply("version", {"firmware": found[1].decode("ascii")}, found[0]) if found else None


class StripPanel(PlainPanel):
    """The controller's half that both families share: pixels, light, version, and what it shows without a host.

    A mono board's pixel counts as lit from half the ink's brightness on, other boards' from half of each colour.
    """

    def __init__(self, board: BoardSpec, options: StripOptions, rule: Rule) -> None:
        super().__init__(board, rule, {"header": "a start whose check is wrong", "end": "a picture without its end"})
        self.strip = options
        self.is_on = True
        self.brightness = 128
        self._wired = wired(board, options)
        self._dots = bytearray(board.width_px * board.height_px)
        self._shown = self.dark
        self._heard_ms: int | None = None
        self._stored = _border(self.dark) if options.stored == "border" else self.dark

    def light(self, pixels: bytes, raw: bytes) -> PanelEvent:
        """Paint LEDs from the strip's first on; LEDs without octets stay as they are, octets without LEDs are lost."""
        count = min(len(pixels) // 3, len(self._wired))
        for at, dot in zip(self._wired[:count], self._lit(pixels[: 3 * count]), strict=True):
            self._dots[at] = dot
        size = (self.board.width_px, self.board.height_px)
        self._shown = Frame(*size, pack.columns_from_dots(bytes(self._dots), *size, self.board.colour.value))
        self._heard_ms = self.now_ms
        meaning = f"{len(pixels) // 3} pixels for {len(self._wired)} LEDs"
        return PanelEvent("picture", "pixels", meaning, self._shown, raw)

    def _lit(self, pixels: bytes) -> list[int]:
        colours = list(zip(pixels[0::3], pixels[1::3], pixels[2::3], strict=True))
        if self.board.colour is Colour.MONO:
            least = max(1, max(bytes.fromhex(self.strip.ink)) // 2)
            return [int(max(rgb) >= least) for rgb in colours]
        count = self.board.colour.value
        return [sum((rgb[n] >= _HALF) << n for n in range(count)) for rgb in colours]

    def obey(self, raw: bytes) -> tuple[bytes, PanelEvent]:
        """What stands between pictures: version, speed, JSON.

        Raises:
            FlawError: JSON that is none.
        """
        if raw == b"v":
            answer = f"WLED {self.strip.firmware}\r\n".encode("ascii", "replace")
            return answer, PanelEvent("command", "version", "which version?", raw=raw)
        if raw[0] in _SPEEDS:
            meaning = "change the speed of the line (not simulated: it stays as it is)"
            return b"", PanelEvent("command", "speed", meaning, raw=raw)
        try:
            wish = json.loads(raw)
        except ValueError as error:
            raise FlawError("json", "text in braces that is no JSON") from error
        self.is_on = bool(wish.get("on", self.is_on))
        level = wish.get("bri", self.brightness)
        self.brightness = level if isinstance(level, int) and 0 <= level < _LEVELS else self.brightness
        state = "on" if self.is_on else "off"
        return b"", PanelEvent("command", "light", f"light {state}, brightness {self.brightness} of 255", raw=raw)

    def picture(self, now_ms: int) -> Frame:
        """What the LEDs show now: the host's picture while it keeps coming, else the board's own."""
        if not self.is_on or not self.brightness:
            return self.dark
        is_heard = self._heard_ms is not None and now_ms - self._heard_ms < self.strip.timeout_ms
        return self._shown if is_heard else self._stored

    def power_cycle(self) -> None:
        """Mains off and on: the picture is forgotten, light and brightness are the controller's defaults."""
        self.forget_input()
        self._dots = bytearray(len(self._dots))
        self._shown, self._heard_ms = self.dark, None
        self.is_on, self.brightness = True, 128


def strip_rule(start: int, picture: Rule, alone: bytes = b"") -> Rule:
    """Cuts pictures by a family's own rule, and what stands between them.

    Args:
        start: the octet with which pictures begin.
        picture: the rule for what begins so.
        alone: octets that are a message of their own, beside the version's and the speeds'.
    """
    alone += b"v" + bytes(_SPEEDS)
    marks = re.compile(rb"[" + re.escape(alone + b"{" + bytes((start,))) + rb"]")

    def cut(received: bytearray) -> Cut | None:
        if received[0] == start:
            return picture(received)
        if received[0] == ord("{"):
            return _json_cut(received)
        if received[0] in alone:
            return 1, ""
        found = marks.search(received)
        return (found.start() if found else len(received)), "noise"

    return cut


def _json_cut(received: bytearray) -> Cut | None:
    """An object on one line; whatever cannot be one is given up where that shows."""
    if not _OPENING.match(received):
        return 1, "noise"
    end = received.find(b"\n", 0, _JSON_BYTES) + 1
    strange = _UNPRINTABLE.search(received, 0, end or _JSON_BYTES)
    if strange:
        return strange.start(), "noise"
    if end:
        return end, ""
    return (_JSON_BYTES, "noise") if len(received) >= _JSON_BYTES else None


def _border(dark: Frame) -> Frame:
    """A line round the board, in the first colour: unmistakably neither dark nor a slogan."""
    width_px, height_px = dark.width_px, dark.height_px
    edge = {(x, y) for x in range(width_px) for y in (0, height_px - 1)}
    return dark.flipped(edge | {(x, y) for y in range(height_px) for x in (0, width_px - 1)})
