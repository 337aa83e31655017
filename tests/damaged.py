"""Stores to be damaged, and ways to damage a file, by seed."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from showings import AT, SHOWING

from signboard.campaign.approval import Approval
from signboard.playlog.showing import Showing
from signboard.store.database import Store

__all__ = ["APPROVAL", "DAMAGES", "fill_store", "flip_bits", "kept", "seeded"]

APPROVAL = Approval("a" * 64, "87/KH", date(2026, 10, 9), "Nguyễn Văn A", "Trịnh Thành Công", AT)


def fill_store(path: Path, count: int, approval: Approval = APPROVAL) -> None:
    """An approval, and so many rows of ten seconds each."""
    rows = [
        replace(SHOWING, since_at=AT + timedelta(seconds=10 * n), until_at=AT + timedelta(seconds=10 * n + 9))
        for n in range(count)
    ]
    with Store(path) as store:
        store.add_approval(approval)
        store.keep(rows)


def kept(path: Path) -> tuple[Showing, ...]:
    """All rows in the order of time."""
    with Store(path) as store:
        return store.showings("board", AT - timedelta(days=1), AT + timedelta(days=400))


def seeded(seed: int) -> random.Random:
    """Chance that can be repeated."""
    return random.Random(seed)  # noqa: S311 - no secret hangs on it


def flip_bits(path: Path, chance: random.Random, count: int) -> None:
    """Single bits behind the first page are wrong, as on a card that wears out: most of it looks like a sound file."""
    raw = bytearray(path.read_bytes())
    for _bit in range(count):
        raw[chance.randrange(4096, len(raw))] ^= 1 << chance.randrange(8)
    path.write_bytes(raw)


def _blocks(path: Path, chance: random.Random) -> None:
    """One to three blocks of a disk hold something else."""
    raw = bytearray(path.read_bytes())
    for _block in range(chance.randint(1, 3)):
        at = chance.randrange(0, len(raw), 512)
        raw[at : at + 512] = chance.randbytes(512)[: len(raw) - at]
    path.write_bytes(raw)


def _zeros(path: Path, chance: random.Random) -> None:
    """A page of the file was never written."""
    raw = bytearray(path.read_bytes())
    at = chance.randrange(0, len(raw), 4096)
    raw[at : at + 4096] = bytes(4096)
    path.write_bytes(raw)


def _cut(path: Path, chance: random.Random) -> None:
    """The file ends too early."""
    path.write_bytes(path.read_bytes()[: chance.randrange(1, path.stat().st_size)])


def _garbage(path: Path, chance: random.Random) -> None:
    """Another file altogether."""
    path.write_bytes(chance.randbytes(path.stat().st_size))


def _header(path: Path, chance: random.Random) -> None:
    """The first bytes are wrong."""
    raw = bytearray(path.read_bytes())
    raw[0:100] = chance.randbytes(100)
    path.write_bytes(raw)


def _empty(path: Path, _chance: random.Random) -> None:
    """Nothing is left of it."""
    path.write_bytes(b"")


DAMAGES: dict[str, Callable[[Path, random.Random], None]] = {
    "blocks": _blocks,
    "zeros": _zeros,
    "cut": _cut,
    "garbage": _garbage,
    "header": _header,
    "empty": _empty,
}
