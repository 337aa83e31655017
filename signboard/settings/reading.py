"""signboard.toml → frozen values: found, parsed, and checked whole, every problem at once in plain sentences."""

import os
import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import platformdirs
from pydantic import BaseModel, Field, ValidationError
from pydantic_core import ErrorDetails

from signboard.errors import N_, ConfigurationError, ProblemsError, SignboardError
from signboard.files import read_own
from signboard.protocols import PROTOCOLS
from signboard.protocols.fitness import line_problems, problems_of
from signboard.settings.health import AlertSettings, HealthSettings
from signboard.settings.light import LightSettings
from signboard.settings.office import ApprovalSettings, OfficeSettings
from signboard.settings.tables import BoardSettings, ShowSettings, SiteSettings, Table

__all__ = ["FILE_NAME", "Settings", "find_settings", "load_settings", "read_settings"]

FILE_NAME = "signboard.toml"


class Settings(Table):
    """Everything that signboard.toml says."""

    site: SiteSettings = Field(default=SiteSettings(), description=N_("a table"))
    board: BoardSettings = Field(default=BoardSettings(), description=N_("a table"))
    show: ShowSettings = Field(default=ShowSettings(), description=N_("a table"))
    light: LightSettings = Field(default=LightSettings(), description=N_("a table"))
    office: OfficeSettings = Field(default=OfficeSettings(), description=N_("a table"))
    approval: ApprovalSettings = Field(default=ApprovalSettings(), description=N_("a table"))

    health: HealthSettings = Field(default=HealthSettings(), description=N_("a table"))
    alerts: AlertSettings = Field(default=AlertSettings(), description=N_("a table"))

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
