"""A real process whose date jumps: dark where the date cannot be right, right again soon after it is."""

import math
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from chaos.theatre import approve, due, ended, figure, launch, pictures, until
from e2e.process import wait_for_board

from signboard.app import store_path
from signboard.player.screenplay import Screenplay
from signboard.playlog.trust import Trust
from signboard.store.database import Store

pytestmark = pytest.mark.needs("faketime")

BOARD = ("--size", "32x16", "--baud", "115200", "--listen", "tcp")
SHIFT = Path(__file__).with_name("timeshift.py")
BACK_S = 1.5
DAY_S = 86_400


def seconds_to(at: datetime) -> int:
    """How far away an instant is."""
    return round((at - datetime.now(UTC)).total_seconds())


def jumps() -> dict[str, int]:
    """By how many seconds the clock is set, by name."""
    return {
        "+1 h": 3600,
        "-1 h": -3600,
        "+30 s": 30,
        "-30 s": -30,
        "+40 d": 40 * DAY_S,
        "1970": seconds_to(datetime(1970, 1, 3, tzinfo=UTC)),
        "2000": seconds_to(datetime(2000, 1, 2, tzinfo=UTC)),
        "2038": seconds_to(datetime(2038, 1, 19, tzinfo=UTC)),
    }


@dataclass
class Shifted:
    """A board, a player under a clock of its own, and the clock."""

    folder: Path
    plays: Screenplay

    @property
    def flag(self) -> Path:
        """What the time service touches."""
        return self.folder / "synchronized"

    def set(self, seconds: int) -> datetime:
        """Set the player's clock so far from the true time; when that was."""
        file = self.folder / "faketimerc"
        aside = self.folder / "faketimerc.new"
        aside.write_text(f"{seconds:+d}\n", encoding="ascii")
        aside.replace(file)
        return datetime.now(UTC)

    def variables(self) -> dict[str, str]:
        """Of the player's environment."""
        library = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
        return {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self.folder / "faketimerc"),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "SHIFT_FLAG": str(self.flag),
        }

    def right_after(self, since_at: datetime, seconds: float = 45) -> float:
        """Seconds from an instant of true time until a picture came that was due in true time when it came."""
        end_s = time.monotonic() + seconds
        while time.monotonic() < end_s:
            for event in pictures(self.folder / "record.jsonl", since_at):
                at = datetime.fromisoformat(event["at"])
                near = {self.plays.shot(at - timedelta(seconds=back)).frame.digest for back in (0, 0.25, 0.5)}
                if event["frame"] in near:
                    return (at - since_at).total_seconds()
            time.sleep(0.05)
        raise AssertionError(f"not right within {seconds} s: {(self.folder / 'player.log').read_text()}")

    def stays_dark(self, since_at: datetime, seconds: float) -> bool:
        """Darkness comes; does nothing come after it for so long?"""
        record, dark = self.folder / "record.jsonl", self.plays.dark.digest
        until(lambda: [event["frame"] for event in pictures(record, since_at)][-1:] == [dark])
        time.sleep(seconds)
        seen = [event["frame"] for event in pictures(record, since_at)]
        return set(seen[seen.index(dark) :]) == {dark}


@pytest.fixture
def shifted(tmp_path: Path) -> Iterator[Shifted]:
    """An approved list of every day, a virtual board, and the clock at the true time."""
    approve(tmp_path, "Một hai", "Ba bốn", "Năm sáu")
    one = Shifted(tmp_path, due())
    one.set(0)
    board = launch(
        (sys.executable, "-m", "signboard", "simulate", "thu", *BOARD, "--record", tmp_path / "record.jsonl"),
        {},
        tmp_path / "board.log",
    )
    wait_for_board("thu")
    yield one
    ended(board)


@contextmanager
def playing(shifted: Shifted) -> Iterator["subprocess.Popen[bytes]"]:
    """Somebody plays; stopped in order, so that every row is in the store."""
    command = (sys.executable, SHIFT, "run", "--port", "sim://thu")
    player = launch(command, shifted.variables(), shifted.folder / "player.log")
    try:
        yield player
        player.terminate()
        player.wait(60)
    finally:
        ended(player)


def _hold_jumps(shifted: Shifted, names: list[str], wrong_s: float, bound_s: float) -> None:
    began_at = datetime.now(UTC)
    back_s: dict[str, float] = {}
    with playing(shifted):
        shifted.right_after(began_at, 30)
        for name in names:
            jumped_at = shifted.set(jumps()[name])
            if jumps()[name] < -DAY_S:
                assert shifted.stays_dark(jumped_at, wrong_s)
            else:
                time.sleep(wrong_s)
            back_s[name] = shifted.right_after(shifted.set(0))
    figure("right after the clock is = " + ", ".join(f"{name}: {seconds:.2f} s" for name, seconds in back_s.items()))
    assert max(back_s.values()) <= bound_s
    with Store(store_path()) as store:
        steps = [event for event in store.events() if event.event == "clock_set"]
        rows = store.showings("board", datetime(1960, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC))
    assert len(steps) == 2 * len(names)
    assert max(row.until_at - row.since_at for row in rows) < timedelta(minutes=2)
    assert {row.trust for row in rows if row.slogan} == {Trust.PLAUSIBLE}
    assert not [row for row in rows if row.slogan and row.since_at.year < 2026]


def test_the_board_is_right_soon_after_its_clock_is(shifted: Shifted) -> None:
    """1970 and 2038: rows of those times are written, and none of them holds the way back up."""
    _hold_jumps(shifted, ["1970", "2038"], 2.5, math.inf)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_the_board_is_right_soon_after_every_jump(shifted: Shifted) -> None:
    """All of them, twenty seconds in each wrong time, and back within a second and a half."""
    _hold_jumps(shifted, list(jumps()), 20, BACK_S)


def test_a_wrong_date_at_the_start_is_dark_until_a_sync(shifted: Shifted) -> None:
    """A computer without a battery begins in 2000; the time service puts it right a little later."""
    began_at = shifted.set(jumps()["2000"])
    with playing(shifted):
        assert shifted.stays_dark(began_at, 2)
        shifted.flag.touch()
        back_s = shifted.right_after(shifted.set(0))
    figure(f"right after the sync = {back_s:.2f} s")
    with Store(store_path()) as store:
        assert [event.event for event in store.events() if event.event.startswith("clock")] == ["clock_set"]
        rows = store.showings("board", datetime(2026, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC))
    assert {row.trust for row in rows if row.slogan} == {Trust.TRUSTED}
