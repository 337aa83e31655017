"""The status document: through JSON and back unchanged; what is no document is refused."""

import json
from datetime import timedelta

import pytest
from health_samples import NOW_AT, VITALS, status

from signboard.errors import InputError
from signboard.health.status import Status, Surroundings, vitals_from

FULL = status(
    around=Surroundings("b" * 64, NOW_AT + timedelta(days=3), 12345, "disk_full", 7),
    stopped_at=NOW_AT,
    crashes=(NOW_AT, NOW_AT + timedelta(minutes=1)),
    alarmed_at=NOW_AT,
    differs_since_at=NOW_AT,
    log_since_at=NOW_AT,
    dark_since_at=NOW_AT,
    campaign=None,
    slogan=None,
    cue_until_at=None,
    carried_at=None,
)


@pytest.mark.parametrize("made", [status(), status(None), FULL])
def test_it_survives_json(made: Status) -> None:
    """Nothing is lost, whatever is missing in it."""
    assert Status.from_json(made.to_json()) == made


def test_it_says_what_is_wanted_and_what_plays() -> None:
    """Desired and reported bundle stand side by side, and the version of the document."""
    document = FULL.document()

    assert (document["schema_version"], document["desired"], document["reported"]) == (1, "b" * 64, "a" * 64)
    assert (document["site_id"], document["board_id"], document["version"]) == ("so-khcn", "cong", "1.0.0")
    assert FULL.name == "cong"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        FULL.to_json()[:200],
        FULL.to_json().replace(b'"schema_version": 1', b'"schema_version": 2'),
        FULL.to_json().replace(b"+00:00", b""),
        FULL.to_json().replace(b'"turns": 7', b'"turns": "7"'),
        FULL.to_json().replace(b'"trusted"', b'"sure"'),
    ],
)
def test_what_is_no_document_is_refused(raw: bytes) -> None:
    """Half a file, another version, an instant without its zone."""
    with pytest.raises(InputError) as caught:
        Status.from_json(raw)

    assert caught.value.code == "bad_status"


def test_vitals_are_read_alone() -> None:
    """A whole number where seconds are meant is seconds."""
    table = {**json.loads(status().to_json())["vitals"], "lost_s": 2}

    assert vitals_from(table).lost_s == 2.0
    assert vitals_from(table).trust is VITALS.trust
