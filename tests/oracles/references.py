"""References that other people wrote, each in an environment of its own; `nox -s oracles` makes them."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from signboard.frame.frame import Frame

__all__ = ["pictures", "rows_of", "said_by"]

_SPEAKER = Path(__file__).with_name("speaker.py")
_LONGEST_S = 100


def said_by(reference: str, folder: Path, frames: Sequence[Frame], *more: str) -> list[str]:
    """What the reference makes of the pictures: lines of its speaker.

    Args:
        reference: its name.
        folder: where the environments are.
        frames: pictures of one size.
        more: further words for the speaker.
    """
    place = Path("Scripts/python.exe") if sys.platform == "win32" else Path("bin/python")
    run = subprocess.run(
        [str(folder / reference / place), str(_SPEAKER), reference, *more],
        input=json.dumps([rows_of(frame) for frame in frames]),
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        text=True,
        timeout=_LONGEST_S,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def rows_of(frame: Frame) -> list[list[int]]:
    """Rows of 0 and 1, the top row first."""
    return [[int(frame.pixel(x, y)) for x in range(frame.width_px)] for y in range(frame.height_px)]


def pictures(width_px: int, height_px: int, count: int) -> list[Frame]:
    """So many pictures by chance, the same at every run; the first is dark, the second full."""
    chance = random.Random(width_px * 1000 + height_px)  # noqa: S311 - pictures for a test
    every = [(x, y) for x in range(width_px) for y in range(height_px)]
    dark = Frame.blank(width_px, height_px)
    by_chance = [dark.flipped(chance.sample(every, chance.randrange(len(every)))) for _time in range(count - 2)]
    return [dark, dark.flipped(every), *by_chance]
