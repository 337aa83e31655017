"""Bundle: an immutable set of campaigns with everything needed to play it, named by the SHA-256 of its JSON.

The JSON is canonical (keys sorted, no blanks, UTF-8 as it is), so one content has one digest, and any edit, even of
a blank, makes another bundle that nobody approved.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from signboard.campaign.campaign import Campaign
from signboard.campaign.days import parse_day
from signboard.campaign.level import Level, parse_level
from signboard.campaign.look import PLAIN, Look
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Origin, Slogan
from signboard.errors import N_, InputError, RefusedError

__all__ = ["SCHEMA_VERSION", "Bundle"]

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one board is to play.

    Attributes:
        site_id, board_id: which board it was made for.
        campaigns: ids unique; the order has no meaning but is kept.
        font_digest: which font it was typeset with; another font would show other pixels than were approved.
        schema_version: of the JSON.
    """

    site_id: str
    board_id: str
    campaigns: tuple[Campaign, ...]
    font_digest: str
    schema_version: int = SCHEMA_VERSION

    def __post_init__(self) -> None:
        ids = [campaign.id for campaign in self.campaigns]
        twice = next((name for name in ids if ids.count(name) > 1), None)
        if twice is not None:
            raise InputError(
                N_("Two campaigns are both called '{id}'; give one of them another id."),
                code="duplicate_campaign",
                id=twice,
            )

    @property
    def digest(self) -> str:
        """64 hex digits: the name of the bundle."""
        return hashlib.sha256(self.to_json()).hexdigest()

    def to_json(self) -> bytes:
        """The canonical JSON, UTF-8."""
        content = {
            "schema_version": self.schema_version,
            "site_id": self.site_id,
            "board_id": self.board_id,
            "font_digest": self.font_digest,
            "campaigns": [_write_campaign(campaign) for campaign in self.campaigns],
        }
        return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @classmethod
    def from_json(cls, raw: bytes) -> "Bundle":
        """The bundle in these bytes; it writes exactly them again.

        Raises:
            RefusedError: `altered_bundle`, the bytes are not what `to_json` writes; `bundle_version`, a newer
                signboard wrote them.
        """
        try:
            bundle = _read_bundle(json.loads(raw))
            same = bundle.to_json() == raw
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, InputError) as error:
            raise _altered() from error
        if not same:
            raise _altered()
        return bundle


def _altered() -> RefusedError:
    return RefusedError(
        N_("The bundle is damaged or was altered after it was made; load the slogans again and have them approved."),
        code="altered_bundle",
    )


def _write_campaign(campaign: Campaign) -> dict[str, object]:
    """Keys that came later stand only where they say something, so that older bundles keep their digests."""
    entry: dict[str, object] = {
        "id": campaign.id,
        "title": campaign.title,
        "first_day": _write_day(campaign.period.first_day),
        "last_day": _write_day(campaign.period.last_day),
        "windows": [[window.start_min, window.end_min] for window in campaign.windows],
        "priority": campaign.priority,
        "sources": list(campaign.sources),
        "slogans": [_write_slogan(slogan) for slogan in campaign.slogans],
    }
    if campaign.level is not Level.CAMPAIGN:
        entry["level"] = campaign.level.code
    if campaign.weight != 1:
        entry["weight"] = campaign.weight
    if campaign.weekdays:
        entry["weekdays"] = list(campaign.weekdays)
    if campaign.festive:
        entry["festive"] = True
    return entry


def _write_day(day: date | DayOfYear) -> str:
    return f"{day.day:02}/{day.month:02}" if isinstance(day, DayOfYear) else day.isoformat()


def _write_slogan(slogan: Slogan) -> dict[str, object]:
    """As `_write_campaign`."""
    entry: dict[str, object] = {
        "text": slogan.text,
        "source": slogan.source,
        "origin": slogan.origin and _write_origin(slogan.origin),
        "years": list(slogan.years),
    }
    if slogan.period:
        entry["period"] = [_write_day(slogan.period.first_day), _write_day(slogan.period.last_day)]
    if slogan.windows:
        entry["windows"] = [[window.start_min, window.end_min] for window in slogan.windows]
    if slogan.look != PLAIN:
        entry["look"] = slogan.look.to_table()
    if slogan.weight != 1:
        entry["weight"] = slogan.weight
    if slogan.least_per_hour:
        entry["least_per_hour"] = slogan.least_per_hour
    if slogan.weekdays:
        entry["weekdays"] = list(slogan.weekdays)
    return entry


def _write_origin(origin: Origin) -> dict[str, object]:
    entry: dict[str, object] = {"file": origin.file, "line": origin.line}
    if origin.kind != "line":
        entry["kind"] = origin.kind
    if origin.part:
        entry["part"] = origin.part
    return entry


def _read_bundle(content: Mapping[str, object]) -> Bundle:
    version = content["schema_version"]
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise RefusedError(
            N_("The bundle was made by a newer signboard (format {version}); install that one here too."),
            code="bundle_version",
            version=version,
        )
    return Bundle(
        _text(content["site_id"]),
        _text(content["board_id"]),
        tuple(_read_campaign(_table(entry)) for entry in _entries(content["campaigns"])),
        _text(content["font_digest"]),
        _number(version),
    )


def _read_campaign(entry: Mapping[str, object]) -> Campaign:
    return Campaign(
        _text(entry["id"]),
        _text(entry["title"]),
        Period(parse_day(_text(entry["first_day"])), parse_day(_text(entry["last_day"]))),
        tuple(HourWindow(*map(_number, _entries(window))) for window in _entries(entry["windows"])),
        tuple(_read_slogan(_table(slogan)) for slogan in _entries(entry["slogans"])),
        _number(entry["priority"]),
        tuple(map(_text, _entries(entry["sources"]))),
        parse_level(_text(entry.get("level", Level.CAMPAIGN.code))),
        _number(entry.get("weight", 1)),
        tuple(map(_number, _entries(entry.get("weekdays", [])))),
        entry.get("festive", False) is True,
    )


def _read_slogan(entry: Mapping[str, object]) -> Slogan:
    origin = None if entry["origin"] is None else _read_origin(_table(entry["origin"]))
    years = tuple(map(_number, _entries(entry["years"])))
    period = Period(*(parse_day(_text(day)) for day in _entries(entry["period"]))) if "period" in entry else None
    windows = tuple(HourWindow(*map(_number, _entries(window))) for window in _entries(entry.get("windows", [])))
    look = Look.from_table(_table(entry["look"])) if "look" in entry else PLAIN
    weight, least_per_hour = _number(entry.get("weight", 1)), _number(entry.get("least_per_hour", 0))
    weekdays = tuple(map(_number, _entries(entry.get("weekdays", []))))
    text, source = _text(entry["text"]), _text(entry["source"])
    return Slogan(text, source, origin, years, period, windows, look, weight, least_per_hour, weekdays)


def _read_origin(entry: Mapping[str, object]) -> Origin:
    kind, part = _text(entry.get("kind", "line")), _text(entry.get("part", ""))
    return Origin(_text(entry["file"]), _number(entry["line"]), kind, part)


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError(found)
    return found


def _number(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        raise TypeError(found)
    return found


def _entries(found: object) -> list[object]:
    if not isinstance(found, list):
        raise TypeError(found)
    return found


def _table(found: object) -> dict[str, object]:
    if not isinstance(found, dict):
        raise TypeError(found)
    return found
