"""A long life with faults: memory, descriptors and threads of the player stay flat, the right picture comes back."""

import os
import random
import signal
import socket
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from chaos.theatre import Cast, approve, due, ended, figure, now, until

TEXTS = ("Một hai", "Ba bốn", "Năm sáu")
LEAST = 3


@dataclass(frozen=True)
class Size:
    """What a process holds."""

    kib: int
    descriptors: int
    threads: int

    @classmethod
    def of(cls, pid: int) -> "Size":
        """Of this one, from /proc."""
        lines = (line.split() for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines())
        status = {words[0]: words[1] for words in lines if len(words) > 1}
        return cls(int(status["VmRSS:"]), len(list(Path(f"/proc/{pid}/fd").iterdir())), int(status["Threads:"]))


def grows(sizes: list[Size]) -> list[str]:
    """What is larger in the second half of a life than in the first, beyond noise."""
    half = len(sizes) // 2
    found = []
    for name, slack in (("kib", 4096), ("descriptors", 2), ("threads", 2)):
        early, late = (statistics.median(getattr(size, name) for size in part) for part in (sizes[:half], sizes[half:]))
        if late > early + slack:
            found.append(f"{name}: {early} → {late}")
    return found


def _fault(cast: Cast, dice: random.Random) -> str:
    """One of: the board loses power, the board stands still for a while, the player stands still for a while."""
    kind = dice.choice(("board dies", "board stands still", "player stands still"))
    board, player = cast.children["board"], cast.children["player"]
    if kind == "board dies":
        ended(board)
        return kind
    who = board if kind == "board stands still" else player
    _pause(who, dice.uniform(0.2, 3))
    return kind


def _pause(who: "subprocess.Popen[bytes]", seconds: float) -> None:
    os.kill(who.pid, signal.SIGSTOP)
    time.sleep(seconds)
    os.kill(who.pid, signal.SIGCONT)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _live(folder: Path, seed: int, seconds: float, every_s: float) -> tuple[list[Size], int, float]:
    """Live so long with faults, at least three; sizes after each, how many faults, the longest way back."""
    approve(folder, *TEXTS)
    dice, sizes, faults, longest_s = random.Random(seed), [], 0, 0.0  # noqa: S311 - moments, no secrets
    with Cast(folder, supervised=False, tcp=_free_port()) as cast:
        screenplay = due()
        until(lambda: cast.shows(screenplay, now().replace(year=2000)))
        pid, end_s = cast.children["player"].pid, time.monotonic() + seconds
        while time.monotonic() < end_s or faults < LEAST:
            _fault(cast, dice)
            faults += 1
            back_at = now()
            longest_s = max(longest_s, until(lambda: cast.shows(screenplay, back_at)))  # noqa: B023 - asked in this round
            time.sleep(dice.uniform(0.5, 1.5) * every_s)
            cast.tend()
            assert cast.children["player"].pid == pid, cast.talk[-2000:]
            sizes.append(Size.of(pid))
    return sizes, faults, longest_s


@pytest.mark.needs("pty")
def test_six_seconds_of_faults(tmp_path: Path) -> None:
    """Fault upon fault: nothing grows."""
    sizes, faults, _longest_s = _live(tmp_path, 3, 6, 0.2)

    assert grows(sizes) == []
    assert faults >= LEAST


@pytest.mark.long
def test_an_hour_of_faults(tmp_path: Path) -> None:
    """A fault every ten seconds."""
    seed = random.SystemRandom().randrange(2**32)
    sizes, faults, longest_s = _live(tmp_path, seed, 3600, 8)
    first, last = sizes[len(sizes) // 10], sizes[-1]
    figure(f"seed {seed}, an hour, {faults} faults, KiB at a tenth and the end = {first.kib}, {last.kib}")
    figure(
        f"descriptors, threads at the end = {last.descriptors} ({first.descriptors}), {last.threads} ({first.threads})"
    )
    figure(f"longest way back in that hour, seconds = {longest_s:.1f}")

    assert grows(sizes) == []
    assert last.kib - first.kib < 8192


def test_what_grows_would_be_found() -> None:
    """The control: a leak of a descriptor, a thread or a MiB a fault is named."""
    leaking = [Size(30_000 + 1024 * number, 10 + number, 8 + number) for number in range(40)]

    assert [line.split(":")[0] for line in grows(leaking)] == ["kib", "descriptors", "threads"]
    assert grows([Size(30_000, 10, 8)] * 40) == []
