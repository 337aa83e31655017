"""Gathering: the board on the wall speaks for itself; a trial speaks only where there was no other."""

import os
from dataclasses import replace
from pathlib import Path

from health_samples import NOW_AT, PLAYER, status

from signboard.health.gathering import Places, standings, trials
from signboard.health.standing import State

WALL = replace(PLAYER, pid=os.getpid())
TRIAL = replace(WALL, is_virtual=True)


def test_every_board_of_the_line_in_its_order(tmp_path: Path) -> None:
    """Those without a document, too."""
    (tmp_path / "cong.json").write_bytes(replace(status(), player=WALL).to_json())

    found = standings(Places(tmp_path, ["sau", "cong"]), NOW_AT)
    assert [(one.board_id, one.state) for one in found] == [("sau", State.NONE), ("cong", State.PLAYING)]


def test_a_trial_never_hides_the_wall(tmp_path: Path) -> None:
    """The wall's player is dead while a virtual board plays: dead is told, and the trial beside it."""
    places = Places(tmp_path, ["cong"])
    (tmp_path / "cong.virtual.json").write_bytes(replace(status(), player=TRIAL).to_json())
    assert [one.state for one in standings(places, NOW_AT)] == [State.PLAYING]
    assert trials(places, NOW_AT) == ()

    (tmp_path / "cong.json").write_bytes(replace(status(), player=replace(WALL, pid=2**22 + 7)).to_json())
    assert [one.state for one in standings(places, NOW_AT)] == [State.DEAD]
    assert [one.state for one in trials(places, NOW_AT)] == [State.PLAYING]
