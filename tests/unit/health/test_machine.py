"""Checks of the computer, each with its control: what is well and what is not."""

import io
import sqlite3
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from signboard.health import machine
from signboard.health.finding import BAD, GOOD, NOTE
from signboard.player.time_sources import NOBODY, Confirmation
from signboard.player.timekeeper import BUILT_AT, Timekeeper
from signboard.store.audit import Event
from signboard.store.database import Store
from signboard.testing import FakeClock

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FLOOR_AT = BUILT_AT + timedelta(days=300)


def with_records(home: Path, *instants: datetime) -> Path:
    """A home whose chain has an event at each of these instants."""
    with Store(home / "signboard.sqlite3") as store:
        for at in instants:
            store.add_event(Event("site", "board", at, "signboard", "tested", {}))
    return home


def test_this_python_is_new_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """An old one is bad."""
    assert machine.python().state == GOOD

    monkeypatch.setattr(machine, "OLDEST_PYTHON", (99, 0))
    assert (machine.python().state, machine.python().code) == (BAD, "python_old")


def test_the_shipped_font_has_every_letter(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A font that is gone is bad."""
    assert machine.fonts().state == GOOD

    monkeypatch.setattr(machine, "fonts_dir", lambda: tmp_path)
    assert (machine.fonts().state, machine.fonts().code) == (BAD, "font_unreadable")


def test_a_font_without_a_letter_is_bad(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of missing letters is told."""
    monkeypatch.setattr(machine, "ALPHABET", "aẪ\u0f00")

    assert (machine.fonts().state, machine.fonts().code) == (BAD, "letters_missing")


def test_settings_are_judged_as_a_whole(tmp_path: Path) -> None:
    """A bad file is bad and the defaults go on; none at all is a note."""
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text("[board]\nwidth = 128\n", encoding="utf-8")
    bad.write_text("[board]\nwidth = 3\nbaud = 1\n", encoding="utf-8")

    found, settings = machine.settings_of(good)
    assert (found.state, settings.board.width) == (GOOD, 128)
    found, settings = machine.settings_of(bad)
    assert (found.state, len(found.text.splitlines()), settings.board.width) == (BAD, 2, 96)
    assert machine.settings_of(None)[0].code == "no_settings"


def test_a_home_that_can_be_written_is_well(tmp_path: Path) -> None:
    """Also one that is made later; a file in its place is bad."""
    (tmp_path / "file").touch()

    assert machine.home(tmp_path).state == GOOD
    assert machine.home(tmp_path / "later" / "still").state == GOOD
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_a_home_that_cannot_be_written_is_bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses."""

    def refuse(_path: Path, _raw: bytes) -> int:
        raise PermissionError

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert machine.home(tmp_path).code == "home_unusable"


@pytest.mark.parametrize(("free", "state"), [(1 << 20, BAD), (100 << 20, NOTE), (1 << 40, GOOD)])
def test_room_on_the_disk(tmp_path: Path, free: int, state: str) -> None:
    """Little is worth a note, nearly nothing is bad."""
    assert machine.disk(tmp_path / "not-yet", lambda _path: free).state == state


def test_records_that_were_changed_are_found(tmp_path: Path) -> None:
    """The chain holds; after a change from outside it does not."""
    assert machine.records(tmp_path).state == GOOD
    with_records(tmp_path, BUILT_AT, BUILT_AT)
    assert machine.records(tmp_path).state == GOOD

    table = sqlite3.connect(tmp_path / "signboard.sqlite3")
    names = [row[0] for row in table.execute("select name from sqlite_master where type = 'table'")]
    chain = next(name for name in names if "event" in name or "audit" in name)
    triggers = [row[0] for row in table.execute("select name from sqlite_master where type = 'trigger'")]
    for trigger in triggers:
        table.execute(f"drop trigger {trigger}")
    table.execute(f"update {chain} set actor = 'nobody' where seq = 1")  # noqa: S608 - the table's own name
    table.commit()
    table.close()

    assert (machine.records(tmp_path).state, machine.records(tmp_path).code) == (BAD, "chain_broken")


def test_deleted_records_are_bad(tmp_path: Path) -> None:
    """The copy beside their place tells that they were there."""
    with_records(tmp_path, BUILT_AT)
    (tmp_path / "signboard.sqlite3").unlink()
    assert (machine.records(tmp_path).state, machine.records(tmp_path).code) == (BAD, "store_lost")


def test_a_file_that_is_no_record_is_bad(tmp_path: Path) -> None:
    """The store's own sentence."""
    (tmp_path / "signboard.sqlite3").write_bytes(b"this is no database, but long enough to be looked at " * 40)

    assert machine.records(tmp_path).state == BAD


@pytest.mark.parametrize(
    ("said", "now_at", "state", "code"),
    [
        (Confirmation(is_right=True), FLOOR_AT - timedelta(days=400), GOOD, ""),
        (NOBODY, FLOOR_AT + timedelta(days=20), NOTE, "clock_alone"),
        (NOBODY, FLOOR_AT - timedelta(minutes=1), NOTE, "clock_alone"),
        (NOBODY, FLOOR_AT - timedelta(days=1), BAD, "clock_behind"),
    ],
    ids=["confirmed", "alone", "a little behind", "behind"],
)
def test_a_clock_is_judged_as_the_player_judges_it(said: Confirmation, now_at: datetime, state: str, code: str) -> None:
    """Confirmed, believed, or before an instant that has certainly passed; no rule of its own."""
    keeper = Timekeeper(FakeClock(now_at), lambda: said, FLOOR_AT)
    found = machine.clock(keeper, now_at, ZONE)
    assert (found.state, found.code) == (state, code)


def test_a_console_without_the_letters_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Windows code page of Vietnam has no composed letters."""
    with io.TextIOWrapper(io.BytesIO(), encoding="cp1258") as old, io.TextIOWrapper(io.BytesIO(), "utf-8") as new:
        monkeypatch.setattr(sys, "stdout", old)
        assert machine.console().state == NOTE
        monkeypatch.setattr(sys, "stdout", new)
        assert machine.console().state == GOOD


def test_the_account_is_named() -> None:
    """Whoever it is; only the system's master is a note."""
    assert machine.account().state in (GOOD, NOTE)
    assert machine.account().text
