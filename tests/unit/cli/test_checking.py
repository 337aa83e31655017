"""What `check` gathers: the same items whoever asks, and records that cannot be read are no crash."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from approved import approve
from bench_boards import FAST_BAUD, registered_board

from signboard.app import Wishes, settings_for, store_path
from signboard.campaign.bundle import Bundle
from signboard.cli.checking import Asked, findings_for, known_events
from signboard.files import home_dir
from signboard.health.answers import QUESTIONS
from signboard.settings import Settings
from signboard.store.shelf import BundleShelf

NOW_AT = datetime(2026, 11, 9, 1, tzinfo=UTC)


def asked(settings: Settings | None = None, port: str = "") -> Asked:
    """About a board that nobody plays on."""
    return Asked(settings or Settings(), None, Wishes(), port, None, with_board=bool(port), now_at=NOW_AT)


def test_the_items_in_their_order() -> None:
    """Without an approved list its days cannot be looked at; without a port the board cannot be asked."""
    found = [one.check for one in findings_for(asked())]

    assert found == [
        "content",
        "port",
        "clock",
        "disk",
        "service",
        *(question.name for question in QUESTIONS),
        "backup",
        "doctor",
    ]


def test_no_port_is_no_board() -> None:
    """What is a note for the doctor is not ready here."""
    assert [one.state for one in findings_for(asked()) if one.check == "port"] == ["bad"]


def test_a_board_that_is_to_be_left_alone_is_said_not_to_be_asked() -> None:
    """On the sheet that people sign, too; a port that is not there is no ready one."""
    left = replace(asked(port="socket://127.0.0.1:9"), with_board=False)
    found = {one.check: (one.state, one.code) for one in findings_for(left)}
    missing = {one.check: (one.state, one.code) for one in findings_for(replace(left, port="COM3x"))}

    assert (found["port"], found["board"]) == (("good", ""), ("note", "not_asked"))
    assert missing["port"] == ("bad", "port_missing")
    assert "board" not in missing


def test_the_board_itself_is_asked_where_nobody_plays() -> None:
    """It answers, in its size."""
    settings = settings_for(Wishes(size=(32, 16), baud=FAST_BAUD), None)
    with registered_board(home_dir()):
        found = {one.check: one.state for one in findings_for(asked(settings, "sim://thu"))}

    assert found["board"] == "good"


@pytest.mark.parametrize("raw", [None, b"this is no database, but long enough to be looked at " * 40])
def test_records_that_cannot_be_read_are_empty(raw: bytes | None) -> None:
    """None, or damaged: the doctor says so, and nothing is made for the question."""
    if raw is not None:
        store_path().parent.mkdir(parents=True, exist_ok=True)
        store_path().write_bytes(raw)

    assert known_events() == ()
    assert store_path().exists() is (raw is not None)


def test_a_list_that_does_not_play_is_not_ready() -> None:
    """Here its file is gone; a list that signboard broke down on is told the same way."""
    digest = BundleShelf(home_dir()).save(Bundle("site", "board", (), "f"))
    approve(home_dir(), digest)
    (home_dir() / "bundles" / f"{digest}.json").unlink()
    first = next(findings_for(asked()))

    assert (first.check, first.state, first.code) == ("content", "bad", "damaged")
