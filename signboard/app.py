"""Composition root: settings and wishes → faces, canvas, budget, messages, screenplay, line. Rooms are wired here.

Content is looked for in this order: a campaign file that was named, the bundle that was loaded last (`loaded` while it
is not the approved one), the approved bundle, the campaign that ships with signboard (`source: sample`). Looking may
use any; `approved_content` knows one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from signboard.campaign.campaign import Campaign
from signboard.campaign.order import Order
from signboard.campaign.slogan import Slogan
from signboard.clock import SystemClock, lunar_today
from signboard.errors import N_, InputError, RefusedError, SignboardError, UsageError
from signboard.files import fonts_dir, home_dir, read_file, schedules_dir
from signboard.font.face import Face
from signboard.frame.message import Message
from signboard.icons import icon_reader
from signboard.lexicon import house_terms
from signboard.player.screenplay import Screenplay
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import ProtocolSpec
from signboard.store.chosen import list_in_force
from signboard.store.orders import standing_orders
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import known_withdrawals
from signboard.typeset.budget import WireBudget
from signboard.typeset.canvas import Canvas
from signboard.typeset.compose import Composed, compose_in_face
from signboard.typeset.dressing import dressed
from signboard.typeset.inks import inked

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import BoardSettings, Settings

__all__ = [
    "DEFAULT_FONT",
    "Content",
    "Stage",
    "Wishes",
    "approved_content",
    "approved_list",
    "find_content",
    "load_faces",
    "load_font",
    "read_file",
    "set_messages",
    "set_slogan",
    "set_slogans",
    "shipped_fonts",
    "stage_for",
    "stage_with",
    "stages_of_line",
]

DEFAULT_FONT = "signboard-16"
"""The regular cut of our own family: what a font is named after, measured on and compared with."""
LADDER = ("signboard-32", "signboard-24", DEFAULT_FONT, "signboard-15", "signboard-16-narrow", "9x15")
"""Fonts that texts choose from where nobody named one, the preferred first; those that ship are taken. Our own family,
then misc-fixed, which knows a few more signs: it gets a line only as a whole."""
BITS_PER_BYTE = 10  # on a serial line: start, eight bits, stop
TURNS_S = 2.0
"""Pages a second that a card is trusted to turn by itself."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a command line asks for instead of what the settings say; None where it says nothing."""

    campaign: Path | None = None
    size: tuple[int, int] | None = None
    font: str | None = None
    motion: str | None = None
    protocol: str | None = None
    baud: int | None = None
    options: Mapping[str, str] = field(default_factory=dict)

    def apply(self, settings: Settings) -> Settings:
        """The settings with these wishes in them."""
        board: dict[str, object] = {}
        if self.size:
            board.update(width=self.size[0], height=self.size[1])
        if self.protocol:
            board.update(protocol=self.protocol)
        if self.baud:
            board.update(baud=self.baud)
        if self.options:
            board.update(options={**settings.board.options, **self.options})
        show = {"font": self.font, "motion": self.motion}
        return settings.model_copy(
            update={
                "board": settings.board.model_copy(update=board),
                "show": settings.show.model_copy(update={name: value for name, value in show.items() if value}),
            }
        )


@dataclass(frozen=True, slots=True)
class Content:
    """Campaigns, and where they came from.

    Attributes:
        source: `file`, `loaded`, `approved` or `sample`.
        bundle: digest of the bundle; `sample` or `file` where there is none.
        has_approved: another bundle is approved, and is what a real board plays.
    """

    source: str
    bundle: str
    campaigns: tuple[Campaign, ...]
    has_approved: bool = False

    @property
    def is_pending(self) -> bool:
        """Was it loaded, and waits for its approval?"""
        return self.source == "loaded"


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that showing needs, made once.

    Attributes:
        faces: the font that was named, or the ladder that texts choose from.
        font_digest: SHA-256 of the font's file; of the digests of all files for a ladder.
        messages: by slogan key, for every slogan that can be shown.
        problems: by slogan key, why the others cannot.
        orders: what is above the calendar; only what is built in where a campaign file was named.
    """

    settings: Settings
    spec: ProtocolSpec
    faces: tuple[Face, ...]
    font_digest: str
    canvas: Canvas
    budget: WireBudget
    content: Content
    messages: Mapping[str, Message]
    problems: Mapping[str, SignboardError]
    orders: tuple[Order, ...] = ()

    def screenplay(self) -> Screenplay:
        """What is due, picture by picture."""
        return Screenplay(self.content.campaigns, self.messages, self.canvas, self.settings.zone, self.orders)


def load_font(font: str, rows_px: int = 16) -> tuple[Face, str]:
    """A font by its file or by the name of one that ships with signboard, and the SHA-256 of its file.

    Args:
        font: a file, or a shipped font's name.
        rows_px: rows that an outline font is fitted to.

    Raises:
        InputError: `font_missing`, `bad_font`.
    """
    raw, name = _font_bytes(font)
    from signboard.font.load import load_face  # noqa: PLC0415 - font readers, which help does without

    return load_face(raw, name, rows_px), hashlib.sha256(raw).hexdigest()


def load_faces(font: str, height_px: int) -> tuple[tuple[Face, ...], str]:
    """The named font alone, or the ladder where none is named, and the digest of what was read.

    Args:
        font: a file, a shipped font's name, or nothing.
        height_px: rows of the board; an outline font is fitted to one line on them, to two, to three …

    Raises:
        InputError: `font_missing`, `bad_font`.
    """
    from signboard.font.load import load_sizes, rows_for_board  # noqa: PLC0415 - font readers, which help does without

    names = (font,) if font else tuple(name for name in LADDER if name in shipped_fonts())
    read = [_font_bytes(name) for name in names]
    faces = tuple(face for raw, name in read for face in load_sizes(raw, name, rows_for_board(height_px)))
    digests = [hashlib.sha256(raw).hexdigest() for raw, _name in read]
    return faces, digests[0] if font else hashlib.sha256("".join(digests).encode()).hexdigest()


def shipped_fonts() -> dict[str, Path]:
    """The fonts that come with signboard: name → file."""
    return {file.stem: file for file in sorted(fonts_dir().glob("*/*.bdf"))}


def _font_bytes(font: str) -> tuple[bytes, str]:
    """The bytes of a font and its name."""
    from signboard.font.load import SUFFIXES  # noqa: PLC0415 - font readers, which help does without

    shipped = shipped_fonts()
    if font in shipped:
        return shipped[font].read_bytes(), font
    path = Path(font)
    if path.name.lower().endswith(SUFFIXES):
        return read_file(path), path.stem.removesuffix(".pcf")
    raise InputError(
        N_("There is no font {font}; give a file ({kinds}), or one of: {known}."),
        code="font_missing",
        font=font,
        kinds=" ".join(SUFFIXES),
        known=", ".join(shipped),
    )


def store_path(home: Path | None = None) -> Path:
    """The file of play log, approvals and audit chain."""
    return (home or home_dir()) / "signboard.sqlite3"


def find_content(wishes: Wishes, home: Path | None = None) -> Content:
    """What there is to look at; see the module's text for the order.

    Raises:
        ProblemsError: the named campaign file is wrong.
        InputError: it cannot be read.
    """
    from signboard.campaign.parse import parse_campaign  # noqa: PLC0415 - TOML, which help does without

    if wishes.campaign:
        icons = icon_reader(wishes.campaign.parent, read_file)
        campaign = parse_campaign(read_file(wishes.campaign), wishes.campaign.name, icons, today_day=lunar_today())
        return Content("file", "file", (campaign,))
    shelf = BundleShelf(home or home_dir())
    loaded, current = shelf.loaded(), list_in_force(home or home_dir(), store_path(home))
    if loaded and loaded != current:
        return replace(approved_list(loaded, home), source="loaded", has_approved=current is not None)
    return approved_list(current, home) if current else sample_content()


def sample_content() -> Content:
    """The campaigns that ship with signboard."""
    from signboard.campaign.parse import parse_campaign  # noqa: PLC0415 - TOML, which help does without

    files = sorted(schedules_dir().glob("*.toml"))
    icons = icon_reader(schedules_dir(), read_file)
    return Content("sample", "sample", tuple(parse_campaign(file.read_bytes(), file.name, icons) for file in files))


def approved_content(home: Path | None = None) -> Content:
    """The approved bundle, the only content that may play on a real port.

    Raises:
        RefusedError: `not_approved`.
    """
    digest = list_in_force(home or home_dir(), store_path(home))
    if digest is None:
        raise RefusedError(
            N_(
                "Nothing is approved, so nothing plays on a real board; load the slogans and record the signed "
                "approval (signboard approve), or play on a virtual board (--port sim://NAME)."
            ),
            code="not_approved",
        )
    return approved_list(digest, home)


def approved_list(digest: str, home: Path | None = None) -> Content:
    """This very list, less every text that was taken off: such a text is not even looked at."""
    withdrawals, _troubles = known_withdrawals(home or home_dir(), store_path(home))
    return Content("approved", digest, withdrawals.less(BundleShelf(home or home_dir()).load(digest).campaigns))


def wire_budget(settings: Settings, line: Sequence[BoardSettings] = ()) -> WireBudget:
    """What wire and card of this board carry; boards on one `line` (the settings' own by default) send in turn.

    A card that keeps pages turns them by itself, so the wire limits nothing; strips cannot be kept.
    """
    board = settings.board
    capabilities = PROTOCOLS.load(board.protocol).capabilities
    if capabilities.keeps == "pages":
        return WireBudget(None, TURNS_S)
    wire_bytes = sum(PROTOCOLS.load(one.protocol).wire_bytes(one.spec) for one in line or board.line)
    frame_s = wire_bytes * BITS_PER_BYTE / board.baud
    can_scroll = capabilities.card_scroll and board.arrangement.is_plain
    return WireBudget(frame_s, capabilities.max_fps, can_scroll and board.card_scroll_seen)


def settings_for(wishes: Wishes, config: Path | None) -> Settings:
    """Settings with the wishes in them, checked by the protocol.

    Raises:
        ConfigurationError, ProblemsError: the settings; with the exit code of a UsageError where the wishes make a
            board that the protocol cannot be.
        UsageError: `unknown_member`, a protocol that nobody registered.
    """
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    settings = wishes.apply(load_settings(config))
    try:
        PROTOCOLS.load(settings.board.protocol).check(settings.board.spec)
    except SignboardError as error:
        error.exit_code = UsageError.exit_code  # the file was checked when it was read, so the wishes are at fault
        raise
    return settings


def stage_for(wishes: Wishes, config: Path | None = None, content: Content | None = None) -> Stage:
    """Make everything ready for showing.

    Args:
        wishes: what the command line asks for.
        config: `--config`.
        content: what to show; found as the module's text says where none is given.
    """
    return _stage_on(settings_for(wishes, config), content or find_content(wishes))


def stage_with(stage: Stage, content: Content) -> Stage:
    """The same board with other content; its font is read anew, so that its digest is that of today's file.

    Raises:
        InputError: `font_missing`, `bad_font`.
    """
    return _stage_on(stage.settings, content)


def stages_of_line(stage: Stage) -> tuple[Stage, ...]:
    """This stage, and one for each further board on its line, with the same content."""
    line = stage.settings.board.line
    others = (stage.settings.model_copy(update={"board": board}) for board in line[1:])
    return (stage, *(_stage_on(other, stage.content, line) for other in others))


def _stage_on(settings: Settings, content: Content, line: Sequence[BoardSettings] = ()) -> Stage:
    board, show = settings.board, settings.show
    faces, font_digest = load_faces(show.font, board.height)
    stage = Stage(
        settings=settings,
        spec=PROTOCOLS.load(board.protocol),
        faces=faces,
        font_digest=font_digest,
        canvas=inked(Canvas(board.width, board.height, board.spec.colour), show.colour),
        budget=wire_budget(settings, line),
        content=content,
        messages={},
        problems={},
    )
    orders = _orders_of(settings, has_given=content.source != "file")
    campaigns = (*content.campaigns, *(one for order in orders for one in order.campaigns))
    messages, problems = set_messages(stage, (slogan for campaign in campaigns for slogan in campaign.slogans))
    return replace(stage, messages=messages, problems=problems, orders=orders)


def _orders_of(settings: Settings, *, has_given: bool) -> tuple[Order, ...]:
    """What is built in, and what people put above the calendar, for looking; see `cli.ordering` for playing."""
    built_in = settings.light.built_in_orders(SystemClock().now(), settings.zone)
    return standing_orders(home_dir(), store_path(), built_in, has_given=has_given).orders


def require_messages(stage: Stage) -> None:
    """Playing asks for something to play: where no slogan at all can be shown, the first one's reason is the answer.

    Raises:
        SignboardError: why the first slogan cannot be shown, such as a motion that the wire does not carry.
    """
    if stage.problems and not stage.messages:
        raise next(iter(stage.problems.values()))


def set_messages(stage: Stage, slogans: Iterable[Slogan]) -> tuple[dict[str, Message], dict[str, SignboardError]]:
    """Set every slogan; those that cannot be shown on this board come back with the reason, both by key."""
    composed, problems = set_slogans(stage, slogans)
    return {key: one.message for key, one in composed.items()}, problems


def set_slogans(stage: Stage, slogans: Iterable[Slogan]) -> tuple[dict[str, Composed], dict[str, SignboardError]]:
    """As `set_messages`, each with the face that it is set in."""
    composed: dict[str, Composed] = {}
    problems: dict[str, SignboardError] = {}
    for slogan in slogans:
        if slogan.key in composed or slogan.key in problems:
            continue
        try:
            composed[slogan.key] = set_slogan(stage, slogan)
        except SignboardError as error:
            problems[slogan.key] = error
    return composed, problems


def set_slogan(stage: Stage, slogan: Slogan) -> Composed:
    """One slogan as the stage's board shows it, with the face that it is set in.

    Raises:
        SignboardError: why it cannot be shown.
    """
    one = dressed(slogan.text, slogan.look, stage.canvas, house_terms())
    show = stage.settings.show
    return compose_in_face(
        slogan.text, stage.faces, one.canvas, motion=show.motion, budget=stage.budget, dress=one.dress
    )
