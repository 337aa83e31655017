"""The bulletin: what a run tells of itself, and which processes it takes along."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from approved import approve

from signboard.app import Wishes, stage_for, store_path
from signboard.campaign.bundle import Bundle
from signboard.cli.bulletin import Bulletin, Lookout, Telling
from signboard.cli.main import cli
from signboard.cli.seats import Records, Seat, seats_of
from signboard.clock import SystemClock
from signboard.errors import RefusedError, SignboardError
from signboard.files import home_dir
from signboard.health.status_file import read_status, status_path
from signboard.player.log_writer import LogWriter
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.directory import register
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.store.audit import Event
from signboard.store.database import Store
from signboard.store.gaps import LOG_DAMAGED
from signboard.store.shelf import BundleShelf

URL = "sim://thu"


@pytest.fixture
def seats() -> Iterator[list[Seat]]:
    """One seat at a virtual board of 64x16 that is not opened yet."""
    made = SimulatedBoard(PROTOCOLS.load("bx5"), BoardSpec(64, 16), 115200, port=open_port("tcp"))
    with made, register(home_dir(), "thu", made.url), click.Context(cli).scope():
        yield seats_of(stage_for(Wishes(size=(64, 16), baud=115200)), URL, Records(SystemClock()))


def telling(**more: object) -> Telling:
    """Of a virtual board, unless told."""
    return Telling(**{"url": URL, "is_virtual": True, **more})  # type: ignore[arg-type]  # a test names what it changes


def test_a_run_leaves_its_status(seats: list[Seat]) -> None:
    """With the vitals of its last turn and the instant at which it was stopped."""
    with Bulletin(telling(), seats) as bulletin:
        seats[0].streamer.tick()
        bulletin.watch()
        bulletin.watch()
    seats[0].streamer.stop()

    status = read_status(status_path(home_dir() / "status", "board", is_virtual=True))
    assert status is not None
    assert status.vitals is not None
    assert (status.player.url, status.vitals.turns) == (URL, 1)
    assert status.stopped_at is not None


def test_nothing_runs_beside_it_unless_asked_for(seats: list[Seat]) -> None:
    """No page, no alerts: no process."""
    assert Bulletin(telling(is_virtual=False), seats)._attendants == []


def test_the_page_is_a_process_of_its_own(seats: list[Seat], capsys: pytest.CaptureFixture[str]) -> None:
    """Its address is told; an open one is refused before anything starts."""
    bulletin = Bulletin(telling(health="127.0.0.1:0"), seats)
    assert [one._command[2] for one in bulletin._attendants] == ["signboard.health.serving"]
    assert "http://127.0.0.1:0/healthz" in capsys.readouterr().err

    with pytest.raises(RefusedError):
        Bulletin(telling(health="0.0.0.0:9120"), seats)


def test_alerts_of_a_real_board_are_a_process_of_their_own(seats: list[Seat], tmp_path: Path) -> None:
    """Where anybody is configured, with the settings file that was named; a virtual board alarms nobody."""
    seat = seats[0]
    alerts = seat.stage.settings.alerts.model_copy(update={"webhook": "http://127.0.0.1:1/"})
    settings = seat.stage.settings.model_copy(update={"alerts": alerts})
    object.__setattr__(seat.stage, "settings", settings)
    config = tmp_path / "s.toml"

    [attendant] = Bulletin(telling(is_virtual=False, config=config), seats)._attendants
    assert attendant._command[3:] == ["--config", str(config), "alerts", "--watch", "--beside"]
    assert Bulletin(telling(), seats)._attendants == []


def test_what_lies_around_a_board(seats: list[Seat]) -> None:
    """Free room, the end of the content, the log's trouble."""
    log = LogWriter(lambda: Store(home_dir() / "x"))
    log.trouble = SignboardError("It is full.", code="disk_full")
    found = Lookout(seats[0], telling(log=log)).look()

    assert found.disk_free_bytes
    assert (found.desired, found.log_trouble, found.log_dropped) == ("", "disk_full", 0)


def test_a_board_whose_list_was_taken_away_is_no_crash(seats: list[Seat]) -> None:
    """Nothing is approved while a real board plays: what plays says when it ends."""
    found = Lookout(seats[0], telling(is_virtual=False)).look()

    assert (found.desired, found.list_trouble) == ("", "")
    assert found.disk_free_bytes


def test_a_damaged_list_is_told(seats: list[Seat]) -> None:
    """Although it cannot be read, its name is known, and why it does not play."""
    digest = BundleShelf(home_dir()).save(Bundle("s", "b", (), "f"))
    approve(home_dir(), digest)
    (home_dir() / "bundles" / f"{digest}.json").write_text("{", encoding="ascii")
    found = Lookout(seats[0], telling(is_virtual=False)).look()

    assert (found.desired, found.list_trouble) == (digest, "damaged")


def test_records_that_were_damaged_are_told(seats: list[Seat]) -> None:
    """Out of the record itself, so that a new start knows it, too."""
    at = SystemClock().now()
    with Store(store_path()) as store:
        store.add_event(Event("", "", at, "signboard", LOG_DAMAGED, {}))
    found = Lookout(seats[0], telling()).look()

    assert (found.store_trouble, found.store_at) == (LOG_DAMAGED, at)
