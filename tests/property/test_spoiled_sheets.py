"""Workbooks and separated text with bytes changed, inside the zip too: a result or our own refusal, nothing else."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from signboard.errors import SignboardError
from signboard.importers.kind import read

FOLDER = Path(__file__).parents[1] / "data" / "sheets"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".md")
FEW, MANY = 15, 10_000
_LOOK = b'0123456789<>/"=& \x00\xff'


def spoiled(raw: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, perhaps the end cut off."""
    mutable = bytearray(raw)
    for _ in range(chance.randrange(1, 8)):
        mutable[chance.randrange(len(mutable))] = chance.choice((chance.randrange(256), chance.choice(_LOOK)))
    return bytes(mutable[: chance.randrange(len(mutable))] if chance.random() < 0.1 else mutable)


def spoiled_within(raw: bytes, chance: random.Random) -> bytes:
    """A zip file with one member spoiled, its checksums right."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w") as new:
        names = [name for name in old.namelist() if not name.endswith("/")]
        chosen = chance.choice(names)
        for name in names:
            content = old.read(name)
            new.writestr(name, spoiled(content, chance) if name == chosen and content else content)
    return stream.getvalue()


def ends(path: Path, count: int) -> dict[str, int]:
    """How often each ending came; anything but a result and our own errors gets out."""
    raw, chance, endings = path.read_bytes(), random.Random(path.name), {"result": 0}  # noqa: S311 - no secret
    for _ in range(count):
        within = raw.startswith(b"PK") and chance.random() < 0.8
        try:
            read((spoiled_within if within else spoiled)(raw, chance), path.name)
            endings["result"] += 1
        except SignboardError as refused:
            endings[refused.code] = endings.get(refused.code, 0) + 1
    return endings


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_spoiled_files_end_in_a_result_or_a_refusal(path: Path) -> None:
    """A few of each; the seed is the file's name."""
    assert sum(ends(path, FEW).values()) == FEW


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_ten_thousand_spoiled_files() -> None:
    """Shared evenly among the files."""
    each = MANY // len(FILES) + 1
    endings = [ends(path, each) for path in FILES]

    assert sum(sum(one.values()) for one in endings) >= MANY
    print(f"figure: spoiled sheets read = {sum(one['result'] for one in endings)} of {each * len(FILES)}")  # noqa: T201 - read by nox
