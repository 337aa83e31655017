"""Events and showings as lines for people."""

import csv
import io
from datetime import UTC, datetime, timedelta, timezone

import pytest

from signboard.campaign.code import content_code
from signboard.cli.recorded import Entry, csv_bytes, entry_of_event, entry_of_showing, event_text
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.store.audit import Event

AT = datetime(2026, 11, 20, 2, tzinfo=UTC)
ZONE = timezone(timedelta(hours=7))


def test_documents_codes_and_days_are_written_as_people_write_them() -> None:
    """The list by the code that stands on its paper; a detail that nobody named keeps its own name."""
    details: dict[str, str | int | None] = {
        "bundle": "ab" * 32,
        "number": "87/KH",
        "date_day": "2020-10-09",
        "signer": "A",
        "odd": 7,
        "document": "",
        "until_at": "2026-11-21T00:00:00+00:00",
    }
    told = entry_of_event(4, Event("s", "b", AT, "Lan", "approved", details), ZONE)

    assert (told.number, told.who, told.what, told.until_at) == (4, "Lan", "approved", None)
    assert told.details.split("; ") == [
        "document 87/KH",
        "of 09/10/2020",
        "signed by A",
        f"list {content_code('ab' * 32)}",
        "until 2026-11-21 07:00:00",
        "odd 7",
    ]


@pytest.mark.parametrize("details", [{"date_day": "?"}, {"until_at": "?"}, {"kind": "?"}, {"bundle": "?"}])
def test_what_is_written_otherwise_is_shown_as_it_is(details: dict[str, str | int | None]) -> None:
    """A record of another version, or a forged one, is still printed."""
    assert entry_of_event(1, Event("", "", AT, "x", "new_word", details), ZONE).details.endswith("?")
    assert event_text("new_word") == "new_word"


def test_control_characters_stay_out_of_terminals() -> None:
    """Whoever wrote into the record by hand moves no cursor."""
    told = entry_of_event(1, Event("", "", AT, "x\x1b[2J", "withdrawn", {"text": "\x1b[2J"}), ZONE)

    assert "\x1b" not in told.who + told.details


def test_a_showing_says_how_well_it_is_proved() -> None:
    """A dark board has no text."""
    showing = Showing(
        3, "s", "cong", "ab", None, None, "", 0, 0, "static", AT, AT, "f" * 64, 1, Evidence.ACKED, "outside",
        is_cut=True,
    )  # fmt: skip
    told = entry_of_showing(showing)

    assert (told.kind, told.number, told.who, told.what) == ("showing", 3, "cong", "dark")
    assert told.details == f"confirmed by the board; time sure; outside; {'f' * 12}; cut off"


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\t=1", "  =1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """An apostrophe makes it a text."""
    raw = csv_bytes([Entry("event", 1, AT, None, cell, cell, "Câu")], ["h"], ZONE)
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))

    assert rows == [["h"], ["event", "1", "2026-11-20 09:00:00", "", f"'{cell}", f"'{cell}", "Câu"]]
