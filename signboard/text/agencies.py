"""Names of offices that no longer exist: read from a table that comes as bytes, looked for in a text.

The table is `schedules/words/agencies.toml`; its README says what the fields mean.
"""

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from signboard.errors import N_, InputError
from signboard.text.remark import Remark

__all__ = ["Agency", "agency_remarks", "parse_agencies"]


_CERTAIN = N_("{name} ceased on {day} ({source}); its work is now that of {successor}.")
_PROBABLE = N_(
    "{name} probably ceased on {day} ({source}, not compared); its work is probably now that of {successor}."
)


@dataclass(frozen=True, slots=True)
class Agency:
    """An office that ceased.

    Attributes:
        names: its name and the short ones in use.
        ceased_day: the first day on which it was no more.
        successor: who has its work now.
        source: the document that ended it.
        checked: was the entry compared with what others print of that document?
    """

    names: tuple[str, ...]
    ceased_day: date
    successor: str
    source: str
    checked: bool = True


def parse_agencies(raw: bytes, file: str) -> tuple[Agency, ...]:
    """The table.

    Raises:
        InputError: `bad_agencies`: it is no TOML, or an entry lacks a field.
    """
    try:
        entries = tomllib.loads(raw.decode("utf-8"))["agencies"]
        return tuple(_agency(entry) for entry in entries)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            N_("{file} is no table of offices: {problem}; see the README beside it."),
            code="bad_agencies",
            file=file,
            problem=str(error),
        ) from error


def _agency(entry: dict[str, object]) -> Agency:
    names, day, unchecked = entry["names"], entry["ceased"], entry.get("unchecked", False)
    if not isinstance(names, list) or not isinstance(day, date) or not isinstance(unchecked, bool):
        raise TypeError("names is a list, ceased a day, unchecked true or false")
    return Agency(
        tuple(unicodedata.normalize("NFC", str(name)) for name in names),
        day,
        str(entry["successor"]),
        str(entry["source"]),
        checked=not unchecked,
    )


def agency_remarks(text: str, agencies: Sequence[Agency], today: date | None = None) -> Iterator[Remark]:
    """Offices that a text names and that had ceased.

    Args:
        text: NFC, one line.
        agencies: the table.
        today: offices that cease later are left out; None: none is.
    """
    if not _pattern(tuple(name for agency in agencies for name in agency.names)).search(text):
        return  # most texts name none, which one look tells
    for agency in agencies:
        if today is not None and today < agency.ceased_day:
            continue
        found = _pattern(agency.names).search(text)
        if found:
            yield Remark(
                "agency",
                found.start(),
                found.end(),
                _CERTAIN if agency.checked else _PROBABLE,
                {
                    "name": found[0],
                    "day": f"{agency.ceased_day:%d/%m/%Y}",
                    "source": agency.source,
                    "successor": agency.successor,
                },
                agency.successor,
            )


@functools.lru_cache(1024)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Names with any blanks and dashes between their words."""
    spelled = [r"[\s,\u2013\u2014-]+".join(map(re.escape, re.split(r"[\s,-]+", name))) for name in names]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)
