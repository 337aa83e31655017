"""Writes signboard.toml: every setting with a comment, those not set commented out; never half, never invalid.

The file is for people: a technician reads on the spot what may be changed. A board's profile is the same text without
the port and the office, so that it can be mailed and read by `setup --profile` on another computer.
"""

import json
import os
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import get_args, get_origin

import platformdirs

from signboard.errors import N_, ConfigurationError
from signboard.files import read_own, write_atomically
from signboard.locale import _
from signboard.settings import FILE_NAME, Settings, read_settings
from signboard.settings.tables import Table

__all__ = ["Document", "document_of", "place_for", "settings_text", "slug", "write_settings"]

Document = Mapping[str, Mapping[str, object]]
"""Table → setting → value, as in the file; `board.options` is a mapping of texts."""

# Where a setting has no sentence here, its title in signboard.settings stands for it.
_COMMENTS = {
    "site.id": N_("The office in every record: small letters, digits, hyphens."),
    "site.name": N_("The office in words."),
    "site.timezone": N_("The zone of the calendar."),
    "board.id": N_("The board in every record."),
    "board.protocol": N_("The kind of board; signboard probe names it."),
    "board.width": N_("Lamps in a row, as people see them."),
    "board.height": N_("Rows of lamps, as people see them."),
    "board.colour": N_("What a lamp can show: mono, dual or rgb."),
    "board.port": N_("Where the board is; signboard ports lists what there is."),
    "board.baud": N_("Speed of the line."),
    "board.pitch_mm": N_("From one lamp to the next in millimetres."),
    "board.card_scroll_seen": N_(
        "Somebody saw a whole text pass by the scroll of the card itself, on this very board."
    ),
    "board.rotate": N_("Degrees by which the board hangs turned, clockwise."),
    "board.flip": N_("The board is seen in a mirror: no, horizontal or vertical."),
    "show.motion": N_("How a text passes; auto chooses by what the line carries."),
    "show.font": N_("Name or file of a font; empty: the largest of ours that fits."),
    "show.viewing_m": N_("How far readers stand from the board, in metres."),
    "show.neutral": N_("The office's neutral text, approved with every list; empty: dark."),
    "show.stop": N_("What a stopped service leaves on the board: dark, hold or neutral (the standby text)."),
    "office.superior": N_("The agency above yours, on letters."),
    "office.agency": N_("Your agency, on letters; else the name above."),
    "office.symbol": N_("Its letters in numbers of documents, such as KHCN."),
    "office.place": N_("The place that letters are dated from."),
    "office.signer_title": N_("Title of who signs letters, such as Giám đốc."),
    "office.signer": N_("Name of who signs letters."),
    "office.recipients": N_("Lines of Nơi nhận, each as it is to stand."),
    "office.basis": N_("Documents that order the campaign, for the report."),
    "office.report_to": N_("The agency that the report goes to."),
    "approval.people": N_("2: one person submits, another approves; 1: one person does both; 0: not chosen."),
    "light.day": N_("Percent of light by day."),
    "light.night": N_("Percent of light by night."),
    "light.night_hours": N_("When it is night here; sun: from sunset to sunrise."),
    "light.off_hours": N_("When the board is off, whatever is to be shown; empty: never."),
    "light.half_hours": N_("48 percentages, one for each half-hour from midnight, instead of the four above."),
    "light.latitude": N_("Degrees north of the equator, for the sun."),
    "light.longitude": N_("Degrees east of Greenwich, for the sun."),
    "light.earth_hour": N_("Dark on the last Saturday of March from 20:30 to 21:30: true or false."),
}


def settings_text(document: Document, notes: Mapping[str, str] | None = None, head: str = "") -> str:
    """The file: each table with each setting, a comment above it in the language spoken now.

    Args:
        document: what is set.
        notes: further comments by `table.setting`, such as what somebody saw.
        head: the first comment.
    """
    parts = [f"# {line}" for line in head.splitlines()]
    for table, field in Settings.model_fields.items():
        kind = field.annotation
        given = document.get(table, {})
        parts += ["", f"[{table}]"]
        for name, one in kind.model_fields.items():  # type: ignore[union-attr]  # every field of Settings is a table
            is_set = name in given
            value = given[name] if is_set else one.default
            if not isinstance(value, str | int | float) and not _holds_texts(one.annotation):
                continue  # tables stand behind everything else
            key = f"{table}.{name}"
            parts.append(f"# {_(_COMMENTS.get(key) or one.title or name)}")
            parts += [f"# {line}" for line in (notes or {}).get(key, "").splitlines()]
            parts.append(f"{'' if is_set else '# '}{name} = {_value(value)}")
        parts += [line for name, value in given.items() for line in _tables(f"{table}.{name}", value)]
    return "\n".join(parts).lstrip("\n") + "\n"


def _tables(key: str, value: object) -> list[str]:
    """A table of its own for a mapping, several for a list of them; nothing for a plain value."""
    if isinstance(value, Mapping):
        return ["", f"[{key}]", *_lines(value)] if value else []
    if isinstance(value, list | tuple):
        return [line for one in value if isinstance(one, Mapping) for line in ("", f"[[{key}]]", *_lines(one))]
    return []


def _lines(table: Mapping[str, object]) -> list[str]:
    return [f"{name} = {_value(value)}" for name, value in table.items()]


def _holds_texts(kind: object) -> bool:
    """Is it a list of plain texts, not of tables?"""
    tables = (one for one in get_args(kind) if isinstance(one, type) and issubclass(one, Table))
    return get_origin(kind) is list and not any(tables)


def _value(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(_lines(value)) + " }"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def document_of(settings: Settings) -> dict[str, dict[str, object]]:
    """What these settings say beyond the defaults."""
    return {
        table: dict(found)
        for table, found in settings.model_dump(exclude_unset=True).items()
        if isinstance(found, dict) and found
    }


def write_settings(path: Path, text: str) -> Path | None:
    """Check the text as a whole, keep the old file beside it, and replace it in one step.

    Returns:
        Where the old file is kept now, None where there was none.

    Raises:
        ProblemsError: the text is not valid; nothing was written.
        ConfigurationError: `config_not_written`.
    """
    read_settings(text.encode(), path.name)
    kept = path.with_name(path.name + ".bak") if path.exists() else None
    try:
        if kept is not None:
            write_atomically(kept, read_own(path))
        write_atomically(path, text.encode())
    except OSError as error:
        raise ConfigurationError(
            N_("{path} cannot be written; see whether the folder is yours and the disk has room."),
            code="config_not_written",
            path=str(path),
        ) from error
    return kept


def place_for(config: Path | None, environ: Mapping[str, str] = os.environ) -> Path:
    """Where a new file belongs: as named, else where it will be looked for first."""
    if config is not None:
        return config
    if environ.get("SIGNBOARD_CONFIG"):
        return Path(environ["SIGNBOARD_CONFIG"])
    if environ.get("SIGNBOARD_HOME"):
        return Path(environ["SIGNBOARD_HOME"]) / FILE_NAME
    return platformdirs.user_config_path("signboard", appauthor=False) / FILE_NAME


def slug(name: str) -> str:
    """A name as an id: `Sở Nội vụ` → `so-noi-vu`; `site` where nothing is left."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    letters = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", plain)).strip("-")
    return letters[:40].strip("-") or "site"
