"""`status`: one paragraph a board out of what its player wrote, and an exit code."""

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from health_samples import PLAYER, VITALS, status

from signboard.clock import SystemClock
from signboard.files import home_dir
from signboard.health.status import Status, Surroundings

Ask = Callable[..., Any]


def write(made: Status, name: str = "board.json", **player: object) -> None:
    """Put a fresh document of a living player there."""
    now_at = SystemClock().now()
    told = {"pid": os.getpid(), "board_id": "board", **player}
    fresh = replace(
        made,
        told_at=now_at,
        player=replace(PLAYER, **told),  # type: ignore[arg-type]  # a test names what it changes
        vitals=replace(made.vitals or VITALS, now_at=now_at),
    )
    (home_dir() / "status").mkdir(parents=True, exist_ok=True)
    (home_dir() / "status" / name).write_bytes(fresh.to_json())


def test_nothing_plays(ask: Ask) -> None:
    """Exit code 7, in words."""
    told = ask("status")

    assert told.code == 7
    assert told.out == "Board board: Not running: signboard run has not played on this board.\n"


def test_a_board_that_plays(ask: Ask) -> None:
    """Exit code 0; the whole document stands in the envelope."""
    write(status())
    told, data = ask("status"), ask("status", "--json").data

    assert told.code == 0
    assert told.out.startswith("Board board: Playing to plan. Now: Đầu tư cho bình đẳng giới.")
    assert (data["exit"], data["boards"][0]["state"]) == (0, "playing")
    assert data["boards"][0]["status"]["vitals"]["acked"] == 9


def test_a_trouble_makes_it_six(ask: Ask) -> None:
    """Told in words and by its code."""
    write(status(around=Surroundings(disk_free_bytes=5 << 20)))
    told = ask("status", "--json")

    assert told.code == 6
    assert told.envelope["errors"][0]["code"] == "disk"
    assert "Only 5 MB are free" in ask("status").out


def test_a_file_alone_is_no_life(ask: Ask) -> None:
    """Its process is gone."""
    write(status(), pid=2**22 + 7)

    assert ask("status").code == 7


def test_a_trial_is_said_to_be_one_and_counts_for_nothing(ask: Ask) -> None:
    """The board on the wall is dead, whatever a virtual one does."""
    write(status(), pid=2**22 + 7)
    write(status(), "board.virtual.json", is_virtual=True)
    told = ask("status")

    assert told.code == 7
    assert "Board board (virtual): Playing to plan." in told.out


def test_half_a_file_is_no_document(ask: Ask) -> None:
    """After a power cut."""
    write(status())
    path = home_dir() / "status" / "board.json"
    path.write_bytes(path.read_bytes()[:50])

    assert ask("status").code == 7


@pytest.mark.parametrize("language", ["vi", "en"])
def test_both_languages(ask: Ask, language: str) -> None:
    """One paragraph, one line."""
    write(status())

    assert ask("status", "--lang", language).out.count("\n") == 1
