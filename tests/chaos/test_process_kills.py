"""`kill -9` at random moments over all processes: no acknowledged row is lost, no file torn, the picture returns."""

import json
import os
import random
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest
from chaos.theatre import Cast, approve, due, figure, now, rows, until

from signboard.files import home_dir
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import acts_in_file

BACK_S = 5.0
TEXTS = ("Một hai", "Ba bốn", "Năm sáu")


def missing(acks: Path, kept: set[str]) -> list[str]:
    """Acknowledged rows that the store has not."""
    return [line for line in acks.read_text(encoding="utf-8").splitlines() if line not in kept]


def unreadable() -> list[str]:
    """Files of the home folder that are torn."""
    torn = []
    shelf = BundleShelf(home_dir())
    for digest in {shelf.current() or "no pointer", shelf.loaded() or "no pointer"}:
        try:
            shelf.load(digest)
        except Exception as error:  # noqa: BLE001 - whatever it is, the file cannot be read
            torn.append(f"{digest}: {error}")
    acts_in_file(home_dir())
    for file in home_dir().rglob("*.json"):
        try:
            json.loads(file.read_bytes())
        except FileNotFoundError:
            continue  # forgotten between two looks
        except ValueError as error:
            torn.append(f"{file.name}: {error}")
    return torn


def _kill_at_random(cast: Cast, seed: int, count: int) -> tuple[list[float], dict[str, int]]:
    dice, screenplay = random.Random(seed), due()  # noqa: S311 - moments, no secrets
    backs: list[float] = []
    killed = {"board": 0, "supervisor": 0, "player": 0}
    until(lambda: cast.shows(screenplay, now().replace(year=2000)))
    for _ in range(count):
        time.sleep(dice.uniform(0, 0.5))
        role = dice.choice(sorted(killed))
        pid = {"board": cast.children["board"].pid, "supervisor": cast.children["player"].pid}.get(role)
        cast.forget_crashes()
        with suppress(ProcessLookupError):  # it is between two lives
            os.kill(pid or cast.player_pid(), signal.SIGKILL)
        killed[role] += 1
        cut_at = now()
        backs.append(until(lambda: cast.shows(screenplay, cut_at)))  # noqa: B023 - asked within this round
    return backs, killed


def _survives(folder: Path, seed: int, count: int) -> list[float]:
    """Nothing acknowledged is missing, no file is torn; the seconds to the right picture after each kill."""
    approve(folder, *TEXTS)
    acks = folder / "acks.txt"
    with Cast(folder, {"CHAOS_ACKS": str(acks)}) as cast:
        backs, killed = _kill_at_random(cast, seed, count)
    acknowledged = len(acks.read_text(encoding="utf-8").splitlines())
    lost, torn = missing(acks, rows()), unreadable()
    backs.sort()
    told = ", ".join(f"{times} {role}" for role, times in killed.items())
    figure(f"seed {seed}, {count} kills ({told}): rows acknowledged, missing = {acknowledged}, {len(lost)}")
    figure(f"seconds to the right picture after a kill, median, worst = {backs[count // 2]:.1f}, {backs[-1]:.1f}")

    assert lost == []
    assert torn == []
    assert acknowledged > 0
    return backs


def test_twenty_kills(tmp_path: Path) -> None:
    """Supervisor, player and board are killed at random moments."""
    _survives(tmp_path, 2, 20)


@pytest.mark.long
def test_two_hundred_kills(tmp_path: Path) -> None:
    """The same two hundred times; the picture is back within five seconds."""
    backs = _survives(tmp_path, random.SystemRandom().randrange(2**32), 200)

    assert sum(back > BACK_S for back in backs) <= 2  # a shared machine may stall


def test_a_lost_row_and_a_torn_file_would_be_found(tmp_path: Path) -> None:
    """The control: an acknowledgement without its row, and half a file, are named."""
    approve(tmp_path, *TEXTS)
    acks = tmp_path / "acks.txt"
    acks.write_text("2026-11-15T00:00:00+00:00 abc\n", encoding="utf-8")
    whole = (home_dir() / "bundles" / "current").with_name("x.json")
    whole.write_text('{"half": ', encoding="utf-8")

    assert len(missing(acks, rows())) == 1
    assert [line.split(":")[0] for line in unreadable()] == ["x.json"]
