"""The words of the record: names of details and meanings of codes, in either language."""

from datetime import UTC, timedelta, timezone

import pytest

from signboard.cli.recorded_words import details_text, evidence_text, reason_text, trust_text
from signboard.locale import speak
from signboard.playlog.evidence import Evidence
from signboard.playlog.trust import Trust
from signboard.schedule.cue import Reason

ZONE = timezone(timedelta(hours=7))
EVERY: list[dict[str, str | int | None]] = [
    {"same_person": "no", "identity": "not proved", "people": 2, "account": "root"},
    {"question": "host_loss", "answer": "dark"},
    {"rests": "all", "id": "blank-1", "brightness_percent": 50, "hours": "18:00-21:00"},
    {"detail": "deleted", "events": 3},
    {"rows": 3, "lost": 1, "why": "not_writable"},
    {"trust": "trusted", "before_at": "2026-11-21T00:00:00+00:00", "boot": "x", "steady_ms": 1, "after": "clock_set"},
    {"crashes": 3, "file": "a", "copy": "b"},
]


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        (
            EVERY[0],
            "account of the computer root; people that an approval takes 2; asked for and approved by two people",
        ),
        (EVERY[1], "question Board alone after a power cut; answer it stays dark"),
        (EVERY[3], "approvals and acts brought back 3; the file was deleted"),
        (EVERY[5], "the clock said 2026-11-21 07:00:00; time sure"),
        ({"question": "old_one", "answer": "x", "trust": "odd"}, "time odd; question old_one; answer x"),
        ({"question": "host_loss", "answer": "odd"}, "question Board alone after a power cut; answer odd"),
    ],
)
def test_codes_are_read(details: dict[str, str | int | None], expected: str) -> None:
    """What programs need alone is left away; what nobody knows is shown as it stands."""
    assert details_text(details, ZONE) == expected


def test_nothing_stays_english_in_vietnamese() -> None:
    """Neither a name nor a code of all that the product writes."""
    english = [details_text(one, UTC) for one in EVERY]
    rows = [evidence_text(one) for one in Evidence] + [trust_text(one) for one in Trust]
    rows += [reason_text(one.value) for one in Reason]
    speak("vi")
    words = [details_text(one, UTC) for one in EVERY]
    own = [evidence_text(one) for one in Evidence] + [trust_text(one) for one in Trust]
    own += [reason_text(one.value) for one in Reason]

    assert not {part for line in english for part in line.split("; ")} & {
        part for line in words for part in line.split("; ")
    }
    assert not set(rows) & set(own)


def test_a_reason_of_another_version_is_shown_as_it_stands() -> None:
    """Without what would move a cursor."""
    assert reason_text("new\x1b[2J").startswith("new")
    assert "\x1b" not in reason_text("new\x1b[2J")
