"""The tables [site], [board] and [show] of signboard.toml, and what every table has in common."""

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from signboard.campaign.look import COLOURS, colour_or_none
from signboard.errors import N_
from signboard.frame.arrange import Arrangement
from signboard.frame.frame import Colour
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec

__all__ = ["BoardSettings", "NeighbourSettings", "ShowSettings", "SiteSettings", "Table"]


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(name) from error
    return name


def _protocol(name: str) -> str:
    if name not in PROTOCOLS.names():
        raise ValueError(name)
    return name


def _as_text(value: object) -> object:
    """Options are texts; `address = 1` and `wait = true` are what people write."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int) else value


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
_ID = N_("1 to 40 small letters, digits and hyphens")
_WORDS = N_("a text in quotes")


class Table(BaseModel):
    """One table of the file: nothing unknown in it, nothing changed once it is read."""

    # A field's title says what it is for (docs/settings.md shows it), its description which values it may have.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, validate_default=False)


class SiteSettings(Table):
    """The office: `id` goes into every record, `timezone` rules the calendar."""

    id: Id = Field(default="site", title="the office in every record", description=_ID)
    name: str = Field(default="", title="the office in words", description=_WORDS)
    timezone: Annotated[str, AfterValidator(_zone)] = Field(
        default="Asia/Ho_Chi_Minh",
        title="the zone of the calendar and of every time that is written",
        description=N_("a time zone such as Asia/Ho_Chi_Minh"),
    )


class NeighbourSettings(Table):
    """A further board on the line of [board]; what it does not say is as there (these defaults never count)."""

    id: Id
    protocol: Annotated[str, AfterValidator(_protocol)] = ""
    width: int = Field(default=0, ge=8, le=2048)
    height: int = Field(default=0, ge=7, le=256)
    colour: Literal["mono", "dual", "rgb"] = "mono"
    options: dict[str, Annotated[str, BeforeValidator(_as_text)]] = {}
    card_scroll_seen: bool = False
    rotate: Literal[0, 90, 180, 270] = 0
    flip: Literal["no", "horizontal", "vertical"] = "no"
    host_loss: Literal["", "hold", "blank", "logo"] = ""


class BoardSettings(Table):
    """The thing on the wall, its protocol and the way to it.

    `card_scroll_seen` records that a person saw a whole strip pass by the card's own scroll on this very board. Width
    and height are what people see; `rotate`, `flip`, `tiles`, `serpentine` and `rows` say how the modules hang.
    """

    id: Id = Field(default="board", title="the board in every record", description=_ID)
    protocol: Annotated[str, AfterValidator(_protocol)] = Field(
        default="bx5", title="the kind of board", description=N_("the name of a protocol")
    )
    width: int = Field(
        default=96, ge=8, le=2048, title="pixels in a row", description=N_("a whole number from 8 to 2048")
    )
    height: int = Field(
        default=32, ge=7, le=256, title="rows of pixels", description=N_("a whole number from 7 to 256")
    )
    colour: Literal["mono", "dual", "rgb"] = Field(
        default="mono", title="what a pixel can show", description="mono, dual, rgb"
    )
    port: str = Field(
        default="",
        title="where the board is, for signboard run without --port; signboard ports lists what there is",
        description=N_("a port such as COM3, /dev/ttyUSB0 or socket://192.168.1.50:5005"),
    )
    baud: int = Field(
        default=57600,
        ge=300,
        le=4_000_000,
        title="speed of the line in bits per second",
        description=N_("a whole number from 300 to 4000000"),
    )
    options: dict[str, Annotated[str, BeforeValidator(_as_text)]] = Field(
        default={}, title="settings of this kind of board, a table; see its page under protocols", description=_WORDS
    )
    pitch_mm: float = Field(
        default=0, ge=0, le=200, title="millimetres between LEDs; 0: unknown", description=N_("a number from 0 to 200")
    )
    card_scroll_seen: bool = Field(
        default=False,
        title="somebody saw a whole strip pass by the scroll of the card itself, on this very board",
        description=N_("true or false"),
    )
    rotate: Literal[0, 90, 180, 270] = Field(
        default=0, title="degrees by which the board hangs turned, clockwise", description="0, 90, 180, 270"
    )
    flip: Literal["no", "horizontal", "vertical"] = Field(
        default="no", title="the board is seen in a mirror", description="no, horizontal, vertical"
    )
    tiles: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]?x[1-9][0-9]?$")] = Field(
        default="1x1",
        title=N_("tiles side by side and one below the other, wired as one chain"),
        description=N_("two numbers such as 2x1"),
    )
    serpentine: Literal["no", "upright", "turned"] = Field(
        default="no",
        title=N_("every second row of tiles runs backwards, its tiles upright or turned upside down"),
        description="no, upright, turned",
    )
    rows: Literal["top", "bottom"] = Field(
        default="top", title=N_("which row of tiles is the first in the chain"), description="top, bottom"
    )
    host_loss: Literal["", "hold", "blank", "logo"] = Field(
        default="",
        title=N_("what the board does when this computer is silent, where it can choose; empty: as its options say"),
        description="hold, blank, logo",
    )
    keep_picture: bool = Field(
        default=False,
        title=N_(
            "a board that keeps one picture without an end saves the first one of the day, for days without computer"
        ),
        description=N_("true or false"),
    )
    turnaround_ms: int = Field(
        default=50,
        ge=0,
        le=5000,
        title=N_("silence between two boards on one line, in milliseconds"),
        description=N_("a whole number from 0 to 5000"),
    )
    same_line: list[NeighbourSettings] = Field(
        default=[],
        title="further boards on the same line, tables [[board.same_line]]: an id, and whatever differs from this one",
        description=N_("tables"),
    )

    @property
    def arrangement(self) -> Arrangement:
        """How the modules hang."""
        across, _, down = self.tiles.partition("x")
        return Arrangement(self.rotate, self.flip, int(across), int(down), self.serpentine, self.rows == "bottom")

    @property
    def spec(self) -> BoardSpec:
        """The board as its protocol needs to know it: in its controller's size.

        Raises:
            ConfigurationError: `bad_tiles`.
        """
        size = self.arrangement.wire_size(self.width, self.height)
        return BoardSpec(*size, Colour[self.colour.upper()], dict(self.options), self.host_loss)

    @property
    def line(self) -> tuple["BoardSettings", ...]:
        """Every board on the line, this one first; what a neighbour does not say is as here."""
        return (self, *(self._neighbour(other) for other in self.same_line))

    def _neighbour(self, other: NeighbourSettings) -> "BoardSettings":
        said = other.model_dump(exclude_unset=True)
        said["options"] = {**self.options, **other.options}
        return self.model_copy(update={**said, "same_line": []})


class ShowSettings(Table):
    """How slogans pass, and what a stopped service leaves on the board."""

    motion: Literal["auto", "static", "pages", "wipe", "fade", "scroll", "card"] = Field(
        default="auto",
        title="how a text passes; auto chooses by what the wire carries",
        description="auto, static, pages, wipe, fade, scroll, card",
    )
    font: str = Field(
        default="",
        title="name or file of a font; where empty each text gets the largest of ours that fits",
        description=_WORDS,
    )
    colour: Annotated[str, AfterValidator(colour_or_none)] = Field(
        default="", title=N_("colour of texts that have none of their own; else red"), description=", ".join(COLOURS)
    )
    viewing_m: float = Field(
        default=0, ge=0, le=1000, title="metres to the readers; 0: unknown", description=N_("a number from 0 to 1000")
    )
    neutral: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = Field(
        default="",
        title="the office's neutral text, approved with every list: shown while nobody knows what day it is, and after "
        "break-downs; empty: the board is dark then",
        description=_WORDS,
    )
    stop: Literal["dark", "hold", "neutral"] = Field(
        default="dark",
        title="what a service leaves on the board when it is stopped; neutral: the first page of the standby text",
        description="dark, hold, neutral",
    )
