"""The writer: what the loop says is on the disk soon, never in its way; history is carried on from file to file."""

import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from health_samples import NOW_AT, PLAYER, VITALS, status

from signboard.clock import SystemClock
from signboard.errors import SignboardError
from signboard.health.status import Status, Surroundings
from signboard.health.status_file import StatusWriter, read_status, status_folder, status_path
from signboard.testing import FakeClock


def until(path: Path, holds: Callable[[Status], object]) -> Status:
    """The document, as soon as this holds for it."""
    for _ in range(6000):
        found = read_status(path)
        if found is not None and holds(found):
            return found
        time.sleep(0.01)
    raise AssertionError(f"never: {read_status(path)}")


def test_the_document_is_there_at_once_and_says_when_it_ends(tmp_path: Path) -> None:
    """Before the first turn without vitals; after an orderly end with its instant."""
    path = tmp_path / "status" / "cong.json"
    with StatusWriter(path, PLAYER, FakeClock(NOW_AT)) as writer:
        assert until(path, lambda _: True).vitals is None
        writer.tell(VITALS)
        assert until(path, lambda one: one.vitals).vitals == VITALS

    stopped = read_status(path)
    assert stopped is not None
    assert (stopped.stopped_at, stopped.vitals) == (NOW_AT, VITALS)
    assert [one.name for one in path.parent.iterdir()] == ["cong.json"]


def test_an_error_leaves_no_orderly_end(tmp_path: Path) -> None:
    """What a board refuses ends the player; its document grows old."""
    path = tmp_path / "cong.json"
    writer = StatusWriter(path, PLAYER, FakeClock(NOW_AT))
    with_error = SignboardError("It broke.", code="broken")
    writer.__enter__()
    writer.__exit__(SignboardError, with_error, None)

    found = read_status(path)
    assert found is not None
    assert found.stopped_at is None


def test_changes_are_written_and_repetitions_wait(tmp_path: Path) -> None:
    """The same again counts after five seconds; another slogan or a failure at once."""
    path, clock = tmp_path / "cong.json", FakeClock(NOW_AT)
    with StatusWriter(path, PLAYER, clock) as writer:
        writer.tell(VITALS)
        until(path, lambda one: one.vitals == VITALS)
        clock.advance(4.9)
        writer.tell(replace(VITALS, turns=8))
        writer.tell(replace(VITALS, slogan="other", turns=9))
        assert until(path, lambda one: one.vitals.slogan == "other").told_at == clock.now()  # type: ignore[union-attr]  # told
        clock.advance(5)
        writer.tell(replace(VITALS, slogan="other", turns=10))
        until(path, lambda one: one.vitals.turns == 10)  # type: ignore[union-attr]  # as above


def test_a_disk_that_hangs_holds_up_nobody(tmp_path: Path) -> None:
    """The loop leaves a hundred words while the thread is stuck; the newest is written afterwards."""
    path, gate, stuck = tmp_path / "cong.json", threading.Event(), threading.Event()

    def look() -> Surroundings:
        stuck.set()
        gate.wait(10)
        return Surroundings()

    with StatusWriter(path, PLAYER, SystemClock(), look) as writer:
        writer.tell(VITALS)
        assert stuck.wait(10)
        for number in range(100):
            writer.tell(replace(VITALS, slogan=str(number)))
        assert not gate.is_set()
        gate.set()
        until(path, lambda one: one.vitals and one.vitals.slogan == "99")


def test_a_folder_that_cannot_be_written_is_trouble_and_no_end(tmp_path: Path) -> None:
    """A file stands in its place; the player goes on."""
    (tmp_path / "status").write_bytes(b"")
    with StatusWriter(tmp_path / "status" / "cong.json", PLAYER, FakeClock(NOW_AT)) as writer:
        writer.tell(VITALS)

    assert isinstance(writer.trouble, OSError)


def test_a_player_that_was_missed_is_counted(tmp_path: Path) -> None:
    """A document without an end is a crash; one with an end is none; old ones are forgotten."""
    path = tmp_path / "cong.json"
    old_at, late_at = NOW_AT - timedelta(days=8), NOW_AT - timedelta(hours=1)
    path.write_bytes(status(crashes=(old_at, late_at)).to_json())
    with StatusWriter(path, PLAYER, FakeClock(NOW_AT)):
        pass
    assert read_status(path).crashes == (late_at, NOW_AT)  # type: ignore[union-attr]  # it was written

    with StatusWriter(path, PLAYER, FakeClock(NOW_AT)):
        pass
    assert read_status(path).crashes == (late_at, NOW_AT)  # type: ignore[union-attr]  # as above


def test_history_is_kept(tmp_path: Path) -> None:
    """Since when another bundle plays, since when the log fails, when the board was last found different."""
    path, clock = tmp_path / "cong.json", FakeClock(NOW_AT)
    around = Surroundings(desired="b" * 64, log_trouble="disk_full")
    with StatusWriter(path, PLAYER, clock, lambda: around) as writer:
        writer.tell(VITALS)
        first = until(path, lambda one: one.vitals)
        clock.advance(6)
        writer.tell(replace(VITALS, alarms=1))
        second = until(path, lambda one: one.alarmed_at)

    assert (first.differs_since_at, first.log_since_at, first.alarmed_at) == (NOW_AT, NOW_AT, None)
    assert (second.differs_since_at, second.log_since_at) == (NOW_AT, NOW_AT)
    assert second.alarmed_at == NOW_AT + timedelta(seconds=6)


def test_what_lies_around_is_asked_seldom_and_may_fail(tmp_path: Path) -> None:
    """Every half minute; an error leaves the last answer."""
    path, clock, asked = tmp_path / "cong.json", FakeClock(NOW_AT), []

    def look() -> Surroundings:
        asked.append(clock.now())
        if len(asked) > 1:
            raise SignboardError("It is locked.", code="store_failed")
        return Surroundings(desired="a" * 64)

    with StatusWriter(path, PLAYER, clock, look) as writer:
        for turn in range(8):
            writer.tell(replace(VITALS, turns=turn))
            until(path, lambda one, turn=turn: one.vitals and one.vitals.turns == turn)  # type: ignore[misc]  # bound now
            clock.advance(5)
        found = read_status(path)

    assert len(asked) == 2
    assert found is not None
    assert found.around.desired == "a" * 64


def test_half_a_document_is_none(tmp_path: Path) -> None:
    """After a power cut; nor is a folder, or nothing."""
    (tmp_path / "half.json").write_bytes(status().to_json()[:100])
    (tmp_path / "folder.json").mkdir()

    assert [read_status(tmp_path / f"{name}.json") for name in ("half", "folder", "none")] == [None] * 3


def test_places(tmp_path: Path) -> None:
    """A trial has a file of its own; the settings may name another folder."""
    folder = status_folder(tmp_path)

    assert status_path(folder, "cong", is_virtual=False) == tmp_path / "status" / "cong.json"
    assert status_path(folder, "cong", is_virtual=True) == tmp_path / "status" / "cong.virtual.json"
    assert status_folder(tmp_path, "/run/signboard") == Path("/run/signboard")


def test_on_a_full_disk_the_document_stays_young(tmp_path: Path) -> None:
    """It is written into the room that it has, and read whole, also where it became shorter."""
    path = tmp_path / "board.json"
    writer = StatusWriter(path, PLAYER, SystemClock())
    long, short = status(text="a" * 300).to_json(), status(text="b").to_json()
    writer._replace(long)
    for raw, text in ((short, "b"), (long, "a" * 300)):
        (tmp_path / f".board.json.{os.getpid()}.tmp").symlink_to("/dev/full")
        writer._replace(raw)
        found = read_status(path)
        assert found is not None
        assert found.vitals is not None
        assert found.vitals.text == text
    (tmp_path / f".board.json.{os.getpid()}.tmp").symlink_to("/dev/full")
    with pytest.raises(OSError, match="outgrown"):
        writer._replace(long + b" " * 4096)
