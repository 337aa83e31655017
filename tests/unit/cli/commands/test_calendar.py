"""`calendar`: here, as files, for programs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest

Ask = Callable[..., Any]

MONTH = ("calendar", "--month", "11/2026")


def test_the_shipped_campaign_is_drawn_where_nothing_is_loaded(ask: Ask) -> None:
    """Sixteen days of sixteen hours, and it says that it is the sample."""
    told = ask(*MONTH)
    assert told.code == 0
    assert told.out.count("AAAA") // 8 == 16
    assert "comes with signboard" in told.err


def test_programs_get_every_stretch(ask: Ask) -> None:
    """Days, seconds of light, stretches with their ends in the board's zone."""
    data = ask(*MONTH, "--json").data
    assert (data["source"], data["first_day"], data["last_day"]) == ("sample", "2026-11-01", "2026-11-30")
    assert data["lit_s"] == 16 * 16 * 3600
    assert data["days"][13] == {"day": "2026-11-14", "lit_s": 0, "stretches": []}
    assert data["days"][14]["stretches"] == [
        {
            "from": "2026-11-15T06:00:00+07:00",
            "until": "2026-11-15T22:00:00+07:00",
            "state": "lit",
            "campaigns": ["binh-dang-gioi"],
            "waiting": [],
            "order": None,
        }
    ]


@pytest.mark.parametrize(("name", "start"), [("m.png", b"\x89PNG"), ("m.html", b"<!doctype html>"), ("m.txt", b"Cal")])
def test_files(ask: Ask, tmp_path: Path, name: str, start: bytes) -> None:
    """The ending says what is written; nothing else is said then."""
    told = ask(*MONTH, "--out", tmp_path / name)
    assert (told.code, told.out) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_file_for_outlook(ask: Ask, tmp_path: Path) -> None:
    """Thirty-one days from 15/11 to 15/12, both included, tentative as nobody approved them."""
    path = tmp_path / "lich.ics"
    told = ask("calendar", "--from", "15/11/2026", "--until", "15/12/2026", "--ics", path)
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert (told.code, len(events)) == (0, 31)
    assert {str(event["status"]) for event in events} == {"TENTATIVE"}


@pytest.mark.parametrize(
    "arguments", [("--out", "m.pdf"), ("--month", "13/2026"), ("--month", "11/2026", "--from", "1/11/2026")]
)
def test_wrong_wishes_are_usage(ask: Ask, arguments: tuple[str, ...]) -> None:
    """One sentence, nothing written."""
    told = ask("calendar", *arguments)
    assert (told.code, told.out) == (2, "")


@pytest.mark.parametrize(("place", "code"), [("sub", 3), ("a.pdf", 2)])
def test_a_place_for_no_calendar_writes_nothing(ask: Ask, tmp_path: Path, place: str, code: int) -> None:
    """A folder, and a name that Outlook does not open."""
    (tmp_path / "sub").mkdir()

    assert ask(*MONTH, "--ics", tmp_path / place).code == code
    assert not (tmp_path / "a.pdf").exists()
