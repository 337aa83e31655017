"""ImportResult, Asked and errors to plain JSON and back: what crosses the wall between a reader of files and us.

The other side may have been turned by the file that it read, so nothing is taken on trust: kinds, lengths and counts
are checked, texts must be what cleaning leaves (NFC, no control characters), templates may name fields and nothing
else. No pickle: it would run what it reads.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from signboard.campaign.days import parse_day
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import MOST_CHARACTERS, Origin, Slogan
from signboard.errors import InputError, ProblemsError, SignboardError, UsageError
from signboard.manuscript.model import Asked
from signboard.manuscript.result import Finding, ImportResult, Item, LeftOut, Verdict
from signboard.text.visible import control_character

__all__ = ["MOST_BYTES", "MOST_ENTRIES", "WireError", "read_answer", "read_asked", "write_answer", "write_asked"]

T = TypeVar("T")

MOST_BYTES = 64 << 20
"""Of one answer."""
MOST_ENTRIES = 1_000_000
"""Of one list in it."""
_MOST_RAW = 20_000
"""Characters that are kept of a line as it stands in the file; a slogan has up to a thousand."""
_MOST_SENTENCE = 20_000

_WORD = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_FIELD = re.compile(r"\{[a-z_]+(?::\d{0,2}(?:\.\d)?[A-Za-z]?)?\}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ERRORS: Mapping[str, type[SignboardError]] = {"InputError": InputError, "UsageError": UsageError}


class WireError(ValueError):
    """What arrived is not what `write_answer` writes."""


def write_asked(file: str, asked: Asked) -> bytes:
    """A file's name and what a person says about it, as one line of JSON."""
    today = asked.today.isoformat() if asked.today else None
    question = {"file": file, "encoding": asked.encoding, "sheet": asked.sheet, "column": asked.column, "today": today}
    return json.dumps(question).encode() + b"\n"


def read_asked(line: bytes) -> tuple[str, Asked]:
    """The inverse of `write_asked`; our own side wrote it, so it is not doubted."""
    found = json.loads(line)
    today = date.fromisoformat(found["today"]) if found["today"] else None
    return found["file"], Asked(found["encoding"], found["sheet"], found["column"], today)


def write_answer(answer: ImportResult | SignboardError) -> bytes:
    """What an importer found, or why it cannot read the file, as JSON."""
    key = "error" if isinstance(answer, SignboardError) else "result"
    content = _write_error(answer) if isinstance(answer, SignboardError) else _write_result(answer)
    return json.dumps({key: content}, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def read_answer(raw: bytes) -> ImportResult | SignboardError:
    """The inverse of `write_answer`, believing nothing.

    Raises:
        WireError: it is anything else.
    """
    if len(raw) > MOST_BYTES:
        raise WireError("too long")
    try:
        found = _table(json.loads(raw))
        return _read_error(_table(found["error"])) if "error" in found else _read_result(_table(found["result"]))
    except WireError:
        raise
    except (ValueError, TypeError, KeyError, RecursionError, SignboardError) as error:
        raise WireError(type(error).__name__) from error


def _write_result(found: ImportResult) -> dict[str, object]:
    return {
        "file": found.file,
        "digest": found.digest,
        "items": [_write_item(item) for item in found.items],
        "left_out": [[_write_origin(left.origin), left.raw[:_MOST_RAW], left.reason] for left in found.left_out],
        "period": _write_period(found.period),
        "windows": _write_windows(found.windows),
        "notices": [_write_finding(notice) for notice in found.notices],
    }


def _write_item(item: Item) -> dict[str, object]:
    slogan = item.slogan
    return {
        "text": slogan.text,
        "source": slogan.source,
        "origin": _write_origin(slogan.origin) if slogan.origin else None,
        "years": list(slogan.years),
        "raw": item.raw[:_MOST_RAW],
        "changes": list(item.changes),
        "findings": [_write_finding(finding) for finding in item.findings],
        "period": _write_period(item.period),
        "windows": _write_windows(item.windows),
    }


def _write_origin(origin: Origin) -> list[object]:
    return [origin.file, origin.line, origin.kind, origin.part]


def _write_period(period: Period | None) -> list[str] | None:
    return None if period is None else [_write_day(period.first_day), _write_day(period.last_day)]


def _write_day(day: date | DayOfYear) -> str:
    return f"{day.day:02}/{day.month:02}" if isinstance(day, DayOfYear) else day.isoformat()


def _write_windows(windows: Sequence[HourWindow]) -> list[list[int]]:
    return [[window.start_min, window.end_min] for window in windows]


def _write_finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "verdict": finding.verdict.value,
        "template": finding.template,
        "fields": {name: _write_value(value) for name, value in finding.fields.items()},
        "place": finding.place,
        "proposal": finding.proposal,
    }


def _write_error(error: SignboardError) -> dict[str, object]:
    if isinstance(error, ProblemsError):
        return {"kind": "ProblemsError", "problems": [_write_error(problem) for problem in error.problems]}
    return {
        "kind": "UsageError" if isinstance(error, UsageError) else "InputError",
        "code": error.code,
        "template": error.template,
        "fields": {name: _write_value(value) for name, value in error.fields.items()},
    }


def _write_value(value: object) -> object:
    """Of a sentence: numbers and texts stay, days and errors in it say what they are, the rest becomes text."""
    if isinstance(value, SignboardError):
        return {"error": _write_error(value)}
    if isinstance(value, date):
        return {"day": date(value.year, value.month, value.day).isoformat()}
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _read_result(found: Mapping[str, object]) -> ImportResult:
    digest = _plain(found["digest"])
    if not _DIGEST.fullmatch(digest):
        raise WireError("digest")
    return ImportResult(
        _plain(found["file"]),
        digest,
        tuple(_read_item(_table(entry)) for entry in _entries(found["items"])),
        tuple(_read_left_out(entry) for entry in _entries(found["left_out"])),
        _read_period(found["period"]),
        _read_windows(found["windows"]),
        tuple(_read_finding(_table(entry)) for entry in _entries(found["notices"])),
    )


def _read_item(entry: Mapping[str, object]) -> Item:
    text = _plain(entry["text"])
    if not text or text != unicodedata.normalize("NFC", text) or len(text) > MOST_CHARACTERS:
        raise WireError("text")
    origin = None if entry["origin"] is None else _read_origin(entry["origin"])
    years = tuple(_number(year) for year in _entries(entry["years"]))
    return Item(
        Slogan(text, _plain(entry["source"]), origin, years),
        _raw(entry["raw"]),
        tuple(_word(code) for code in _entries(entry["changes"])),
        tuple(_read_finding(_table(finding)) for finding in _entries(entry["findings"])),
        _read_period(entry["period"]),
        _read_windows(entry["windows"]),
    )


def _read_left_out(entry: object) -> LeftOut:
    origin, raw, reason = _entries(entry)
    return LeftOut(_read_origin(origin), _raw(raw), _word(reason))


def _read_origin(entry: object) -> Origin:
    file, line, kind, part = _entries(entry)
    return Origin(_plain(file), _number(line), _word(kind), _plain(part))


def _read_period(entry: object) -> Period | None:
    if entry is None:
        return None
    first, last = (parse_day(_plain(day)) for day in _entries(entry))
    return Period(first, last)


def _read_windows(entry: object) -> tuple[HourWindow, ...]:
    windows = tuple(HourWindow(*map(_number, _entries(window))) for window in _entries(entry))
    if any(not 0 <= window.start_min < window.end_min <= window.start_min + 24 * 60 for window in windows):
        raise WireError("hours")
    return windows


def _read_finding(entry: Mapping[str, object]) -> Finding:
    place = None if entry["place"] is None else [_number(index) for index in _entries(entry["place"])]
    template, fields = _template(entry)
    return Finding(
        _word(entry["code"]),
        Verdict(entry["verdict"]),
        template,
        fields,
        None if place is None else (place[0], place[1]),
        _plain(entry["proposal"]),
    )


def _read_error(entry: Mapping[str, object]) -> SignboardError:
    kind = entry["kind"]
    if kind == "ProblemsError":
        return ProblemsError([_read_error(_table(problem)) for problem in _entries(entry["problems"])])
    made: Callable[..., SignboardError] = _ERRORS[_word(kind)]
    template, fields = _template(entry)
    allowed = {name: value for name, value in fields.items() if name not in ("template", "code")}
    return made(template, code=_word(entry["code"]), **allowed)


def _fields(found: object) -> dict[str, object]:
    return {_word(name): _value(value) for name, value in _table(found).items()}


def _value(found: object) -> object:
    if isinstance(found, dict):
        return _read_error(_table(found["error"])) if "error" in found else date.fromisoformat(_plain(found["day"]))
    if isinstance(found, str):
        return _sentence(found)
    if found is None or isinstance(found, int | float):
        return found
    raise WireError("field")


def _template(entry: Mapping[str, object]) -> tuple[str, dict[str, object]]:
    """A sentence and its fields; braces mean nothing else, so no attribute of anything can be asked for."""
    text, fields = _sentence(entry["template"]), _fields(entry["fields"])
    if "{" in _FIELD.sub("", text) or "}" in _FIELD.sub("", text):
        raise WireError("template")
    text.format(**fields)
    return text, fields


def _sentence(found: object) -> str:
    if not isinstance(found, str) or len(found) > _MOST_SENTENCE:
        raise WireError("sentence")
    return _without_surrogates(found)


def _raw(found: object) -> str:
    """A line as the file has it; control characters may be in it, and whoever prints it makes them visible."""
    if not isinstance(found, str) or len(found) > _MOST_RAW:
        raise WireError("raw")
    return _without_surrogates(found)


def _plain(found: object) -> str:
    if not isinstance(found, str) or len(found) > _MOST_SENTENCE or control_character(found):
        raise WireError("characters")
    return _without_surrogates(found)


def _without_surrogates(text: str) -> str:
    """Halves of characters cannot be written anywhere."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _word(found: object) -> str:
    if not isinstance(found, str) or not _WORD.fullmatch(found):
        raise WireError("word")
    return found


def _number(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        raise WireError("number")
    return found


def _entries(found: object) -> list[object]:
    if not isinstance(found, list) or len(found) > MOST_ENTRIES:
        raise WireError("list")
    return found


def _table(found: object) -> dict[str, object]:
    if not isinstance(found, dict):
        raise WireError("table")
    return found
