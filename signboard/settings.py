"""signboard.toml → frozen values, checked whole: every problem at once, in plain sentences. The only user of pydantic.

    [site]  id name timezone
    [board] id protocol width height colour port baud pitch_mm card_scroll_seen   [board.options] of the protocol
    [show]  motion font colour viewing_m stop

Every setting has a default, so an empty file, or none, is a BX-5E board of 96x32 at 57600 baud. Searched in order:
`--config`, SIGNBOARD_CONFIG, signboard.toml in SIGNBOARD_HOME, signboard.toml where the system keeps a user's settings.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from signboard.campaign.look import COLOURS, colour_or_none
from signboard.errors import N_, ConfigurationError, ProblemsError, SignboardError
from signboard.files import read_own
from signboard.frame.arrange import Arrangement
from signboard.frame.frame import Colour
from signboard.protocols import PROTOCOLS
from signboard.protocols.fitness import line_problems, problems_of
from signboard.protocols.spec import BoardSpec

__all__ = [
    "BoardSettings",
    "Settings",
    "ShowSettings",
    "SiteSettings",
    "find_settings",
    "load_settings",
    "read_settings",
]

FILE_NAME = "signboard.toml"


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


class _Table(BaseModel):
    # A field's title says what it is for (docs/settings.md shows it), its description which values it may have.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, validate_default=False)


class SiteSettings(_Table):
    """The office: `id` goes into every record, `timezone` rules the calendar."""

    id: Id = Field(default="site", title="the office in every record", description=_ID)
    name: str = Field(default="", title="the office in words", description=_WORDS)
    timezone: Annotated[str, AfterValidator(_zone)] = Field(
        default="Asia/Ho_Chi_Minh",
        title="the zone of the calendar and of every time that is written",
        description=N_("a time zone such as Asia/Ho_Chi_Minh"),
    )


class NeighbourSettings(_Table):
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


class BoardSettings(_Table):
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
        description="true, false",
    )
    rotate: Literal[0, 90, 180, 270] = Field(
        default=0, title="degrees by which the board hangs turned, clockwise", description="0, 90, 180, 270"
    )
    flip: Literal["no", "horizontal", "vertical"] = Field(
        default="no", title="the board is seen in a mirror", description="no, horizontal, vertical"
    )
    tiles: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]?x[1-9][0-9]?$")] = Field(
        default="1x1",
        title="tiles side by side and one below the other, wired as one chain",
        description=N_("two numbers such as 2x1"),
    )
    serpentine: Literal["no", "upright", "turned"] = Field(
        default="no",
        title="every second row of tiles runs backwards, its tiles upright or turned upside down",
        description="no, upright, turned",
    )
    rows: Literal["top", "bottom"] = Field(
        default="top", title="which row of tiles is the first in the chain", description="top, bottom"
    )
    host_loss: Literal["", "hold", "blank", "logo"] = Field(
        default="",
        title="what the board does when this computer is silent, where it can choose; empty: as its options say",
        description="hold, blank, logo",
    )
    keep_picture: bool = Field(
        default=False,
        title="a board that keeps one picture without an end saves the first one of the day, for days without computer",
        description="true, false",
    )
    turnaround_ms: int = Field(
        default=50,
        ge=0,
        le=5000,
        title="silence between two boards on one line, in milliseconds",
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


class ShowSettings(_Table):
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
        default="", title="colour of texts that have none of their own; else red", description=", ".join(COLOURS)
    )
    viewing_m: float = Field(
        default=0, ge=0, le=1000, title="metres to the readers; 0: unknown", description=N_("a number from 0 to 1000")
    )
    stop: Literal["dark", "hold"] = Field(
        default="dark", title="what a service leaves on the board when it is stopped", description="dark, hold"
    )


class Settings(_Table):
    """Everything that signboard.toml says."""

    site: SiteSettings = Field(default=SiteSettings(), description=N_("a table"))
    board: BoardSettings = Field(default=BoardSettings(), description=N_("a table"))
    show: ShowSettings = Field(default=ShowSettings(), description=N_("a table"))

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the calendar."""
        return ZoneInfo(self.site.timezone)


def find_settings(config: Path | None, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The file that counts, None where there is none.

    Args:
        config: what `--config` says; it wins.
        environ: SIGNBOARD_CONFIG and SIGNBOARD_HOME are read.

    Raises:
        ConfigurationError: `config_missing`, a file that was named is not there.
    """
    named = config or (Path(environ["SIGNBOARD_CONFIG"]) if environ.get("SIGNBOARD_CONFIG") else None)
    if named is not None:
        if not named.is_file():
            raise ConfigurationError(
                N_("There is no settings file {path}; correct --config or SIGNBOARD_CONFIG, or leave it away."),
                code="config_missing",
                path=str(named),
            )
        return named
    places = [Path(environ["SIGNBOARD_HOME"])] if environ.get("SIGNBOARD_HOME") else []
    places.append(platformdirs.user_config_path("signboard", appauthor=False))
    return next((place / FILE_NAME for place in places if (place / FILE_NAME).is_file()), None)


def load_settings(config: Path | None = None, environ: Mapping[str, str] = os.environ) -> Settings:
    """Find and read the settings; the defaults where there is no file.

    Raises:
        ConfigurationError: the file is missing or unreadable.
        ProblemsError: of ConfigurationErrors, every problem of the file.
    """
    path = find_settings(config, environ)
    if path is None:
        return Settings()
    try:
        raw = read_own(path, 1 << 20)
    except OSError as error:
        raise ConfigurationError(
            N_("The settings file {path} cannot be read ({why}); see who owns it."),
            code="config_unreadable",
            path=str(path),
            why=type(error).__name__,
        ) from error
    return read_settings(raw, path.name)


def read_settings(raw: bytes, file: str) -> Settings:
    """Check a file's bytes as a whole.

    Raises:
        ProblemsError: of ConfigurationErrors, one a problem.
    """
    document = _parse(raw, file)
    problems: list[SignboardError] = []
    settings = Settings()
    try:
        settings = Settings.model_validate(document)
    except ValidationError as error:
        problems = [_problem(file, detail) for detail in error.errors(include_url=False)]
    if not any(problem.fields.get("table") == "board" for problem in problems):
        problems += _board_problems(document)
    if problems:
        raise ProblemsError(problems)
    return settings


def _parse(raw: bytes, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ProblemsError(
            [ConfigurationError(N_("{file} is not UTF-8; save it as UTF-8."), code="config_encoding", file=file)]
        ) from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        last = raw.decode("utf-8-sig").split("\n")
        line, column = found.groups() if found else (str(len(last)), str(len(last[-1]) + 1))  # it breaks off at its end
        problem = ConfigurationError(
            N_("{file}, line {line}, column {column}: this is no TOML; write name = value, texts in quotes."),
            code="config_syntax",
            file=file,
            line=line,
            column=column,
        )
        raise ProblemsError([problem]) from error


def _problem(file: str, detail: ErrorDetails) -> ConfigurationError:
    path = [str(part) for part in detail["loc"]]
    if detail["type"] == "extra_forbidden":
        return _unknown(file, path)
    model = _model_of(path)
    description = model.model_fields[path[1] if len(path) > 1 else path[0]].description
    if path[:2] == ["board", "protocol"]:
        description = ", ".join(PROTOCOLS.names())
    return ConfigurationError(
        N_("{file}: {key} cannot be {given}; allowed is {allowed}."),
        code="config_value",
        file=file,
        table=path[0],
        key=".".join(path),
        given=_shown(detail["input"]),
        allowed=description or "",
    )


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)


def _model_of(path: list[str]) -> type[BaseModel]:
    field = Settings.model_fields.get(path[0])
    kind = field.annotation if field else None
    return kind if len(path) > 1 and isinstance(kind, type) and issubclass(kind, BaseModel) else Settings


def _unknown(file: str, path: list[str]) -> ConfigurationError:
    known = list(_model_of(path).model_fields)
    near = get_close_matches(path[-1], known, n=1)
    hint = (
        N_("{file}: there is no setting {key}; the nearest is {near}.")
        if near
        else N_("{file}: there is no setting {key}; there are: {known}.")
    )
    return ConfigurationError(
        hint,
        code="config_unknown",
        file=file,
        table=path[0],
        key=".".join(path),
        near=near[0] if near else "",
        known=", ".join(known),
    )


def _board_problems(document: Mapping[str, object]) -> list[SignboardError]:
    """What the protocols say about the boards of the line: size, colour, their own options; two of one name."""
    line = BoardSettings.model_validate(document.get("board", {})).line
    problems = [
        problem for one in line for problem in problems_of(PROTOCOLS.load(one.protocol), partial(getattr, one, "spec"))
    ]
    ids = [board.id for board in line]
    twice = [name for name in dict.fromkeys(ids) if ids.count(name) > 1]
    sentence = N_("Two boards on the line are both called {id}; give one of them another id.")
    problems += [ConfigurationError(sentence, code="same_board", id=name) for name in twice]
    return problems + line_problems([(PROTOCOLS.load(one.protocol), one.options) for one in line])
