"""What an earlier run could not write, by its status document."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from health_samples import NOW_AT, status
from showings import SHOWING

from signboard.cli.unwritten import gaps_left, note_unwritten
from signboard.health.status import Status, Surroundings
from signboard.health.status_file import status_path
from signboard.player.log_writer import LogWriter
from signboard.settings import load_settings
from signboard.store.database import Store
from signboard.store.gaps import Gap, write_gaps

MINUTE = timedelta(minutes=1)
FULL = Surroundings(log_trouble="disk_full", log_waiting=9)
LEFT = replace(status(around=FULL), log_since_at=NOW_AT - 2 * MINUTE)


@pytest.mark.parametrize(
    ("left", "written_until_at", "gaps"),
    [
        (LEFT, NOW_AT - 3 * MINUTE, (Gap(9, NOW_AT - 3 * MINUTE, NOW_AT),)),
        (LEFT, None, (Gap(9, NOW_AT - 2 * MINUTE, NOW_AT),)),
        (LEFT, NOW_AT - timedelta(seconds=4), ()),
        (status(), NOW_AT - 3 * MINUTE, ()),
        (
            replace(LEFT, stopped_at=NOW_AT + MINUTE, around=replace(FULL, log_waiting=0)),
            None,
            (Gap(1, NOW_AT - 2 * MINUTE, NOW_AT + MINUTE),),
        ),
    ],
    ids=["killed", "record unreadable", "written at the last moment", "no trouble", "stopped in order"],
)
def test_a_time_in_which_the_log_could_not_be_written(
    left: Status, written_until_at: object, gaps: tuple[Gap, ...]
) -> None:
    """From the end of the newest row to the player's last word."""
    assert gaps_left(left, written_until_at) == gaps  # type: ignore[arg-type]  # an instant or none


def test_what_the_run_before_could_not_tell_goes_on() -> None:
    """However many runs end on a full disk."""
    earlier = Gap(3, NOW_AT - 60 * MINUTE, NOW_AT - 50 * MINUTE)
    left = replace(LEFT, around=replace(FULL, log_missed=write_gaps([earlier])))
    assert gaps_left(left, None) == (earlier, Gap(9, NOW_AT - 2 * MINUTE, NOW_AT))
    assert gaps_left(replace(left, around=replace(left.around, log_trouble="")), None) == (earlier,)


def test_the_newest_row_of_the_board_counts(tmp_path: Path) -> None:
    """What reached the record before the trouble was noticed is not missing; another board's row says nothing."""
    file = tmp_path / "signboard.sqlite3"
    with Store(file) as store:
        for board_id, ago in (("board", 3 * MINUTE), ("other", MINUTE)):
            store.keep(
                [replace(SHOWING, board_id=board_id, since_at=NOW_AT - ago - MINUTE, until_at=NOW_AT - ago)], run="a"
            )
    left = replace(LEFT, player=replace(LEFT.player, board_id="board"))
    path = status_path(tmp_path / "status", "board", is_virtual=False)
    path.parent.mkdir()
    path.write_bytes(left.to_json())
    log = LogWriter(lambda: Store(file))
    for is_virtual in (True, False):
        note_unwritten(log, load_settings(None), path.parent, file, is_virtual=is_virtual)
    assert log.missed("board") == (Gap(9, NOW_AT - 3 * MINUTE, NOW_AT),)
