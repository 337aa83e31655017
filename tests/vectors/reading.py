"""Vector files: bytes from other people's encoders, in the repository and in any folder that SIGNBOARD_VECTORS names.

A file belongs to the family whose prefix its name has. Its sections are lists of records; a section may be absent.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from signboard.frame import art
from signboard.frame.frame import Colour, Frame

__all__ = ["Vector", "VectorFile", "bitmap_of", "family_files", "files", "named_folder", "vectors"]

HERE = Path(__file__).parent
PREFIXES = {
    "adalight": "adalight",
    "alfazeta": "alfazeta",
    "alpha": "alpha",
    "bx5_dynamic": "bx5",
    "bx5_program": "bx5flash",
    "bx6": "bx6",
    "cpower": "cpower",
    "framework": "framework",
    "hanover": "hanover",
    "mobitec": "mobitec",
    "zedmd": "zedmd",
}
PICTURES_ONLY = "bitmaps"
DUAL_RULE = "red if (x+y)%3==0, green if 1, yellow(red+green) if 2"

Record = Mapping[str, Any]


@dataclass(frozen=True)
class VectorFile:
    """One file: where it lies, whose bytes it holds ("?" for nobody known), and what it says."""

    path: Path
    family: str
    content: Record


@dataclass(frozen=True)
class Vector:
    """One record of one section."""

    name: str
    section: str
    record: Record
    bitmaps: Record

    def __str__(self) -> str:
        return self.name


def named_folder() -> Path | None:
    """The folder of unseen vectors, where one is named."""
    named = os.environ.get("SIGNBOARD_VECTORS")
    return Path(named) if named else None


def files(folder: Path) -> list[VectorFile]:
    """Every vector file of a folder, pictures alone left aside."""
    paths = [path for path in sorted(folder.glob("*.json")) if path.stem != PICTURES_ONLY]
    return [VectorFile(path, _family(path), _read(path)) for path in paths]


def vectors(family: str, *sections: str) -> list[Vector]:
    """Every record of the family's sections, the repository's first."""
    found = []
    for folder in filter(None, (HERE, named_folder())):
        origin = "" if folder == HERE else "named/"
        for file in files(folder):
            if file.family != family:
                continue
            for section in sections:
                for number, record in enumerate(_records(file.content, section)):
                    name = f"{origin}{file.path.stem}/{section}-{number}-{record.get('name', '')}".replace(" ", "_")
                    found.append(Vector(name, section, record, _bitmaps(folder)))
    return found


def family_files(family: str) -> list[VectorFile]:
    """Every file of the family, the repository's first."""
    folders = filter(None, (HERE, named_folder()))
    return [file for folder in folders for file in files(folder) if file.family == family]


def bitmap_of(vector: Vector) -> Frame:
    """The picture of a record, dual colours painted by the rule that the record states."""
    record = vector.record
    rows = record["rows"] if "rows" in record else vector.bitmaps[record["bitmap"]]
    stated = str(record.get("colour", vector.section))
    if not stated.startswith("dual"):
        return art.parse_rows(rows, Colour.MONO)
    if "#" in "".join(rows):
        assert DUAL_RULE in stated, f"an unknown way to paint two colours: {stated}"
        rows = ["".join(c if c == "." else "RGY"[(x + y) % 3] for x, c in enumerate(row)) for y, row in enumerate(rows)]
    return art.parse_rows(rows, Colour.DUAL)


def _family(path: Path) -> str:
    return next((family for prefix, family in PREFIXES.items() if path.stem.startswith(prefix)), "?")


def _read(path: Path) -> Record:
    content: Record = json.loads(path.read_text(encoding="utf-8"))
    return content


def _records(content: Record, section: str) -> list[Record]:
    """A section's records; a lone hex text counts as one record, and so does a lone record."""
    found = content.get(section, [])
    if isinstance(found, str):
        return [{"name": section, "hex": found}]
    return [found] if isinstance(found, dict) else list(found)


def _bitmaps(folder: Path) -> Record:
    beside = folder / f"{PICTURES_ONLY}.json"
    pictures: dict[str, Any] = dict(_read(HERE / f"{PICTURES_ONLY}.json")["bitmaps"])
    return pictures | (_read(beside)["bitmaps"] if beside.is_file() else {})
