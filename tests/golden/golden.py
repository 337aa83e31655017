"""Golden files: pictures as text art that people have looked at, one `.art` per picture or row of pages.

Lines that begin with `;` say what to look for and survive an update. To update, then read the difference as a picture:

    SIGNBOARD_UPDATE_GOLDEN=1 python -m pytest tests/golden

With CI=true nothing is ever updated. An updated run fails, so that nobody mistakes it for a proof.
"""

import os
from pathlib import Path

import pytest

__all__ = ["check", "compare"]

FOLDER = Path(__file__).parent
# read when the tests are collected: each test runs with the caller's SIGNBOARD_* taken away
UPDATE = os.environ.get("SIGNBOARD_UPDATE_GOLDEN") == "1" and os.environ.get("CI") != "true"


def compare(path: Path, art: str, *, update: bool) -> None:
    """Fail unless the file holds this art; with `update`, write it there and fail if that changed anything."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    notes = [line for line in text.splitlines() if line.startswith(";")]
    golden = "\n".join(line for line in text.splitlines() if not line.startswith(";"))
    if golden == art:
        return
    if not update:
        pytest.fail(f"{path.name} differs; golden, then drawn:\n{golden}\n\n{art}", pytrace=False)
    path.write_text("\n".join([*notes, art, ""]), encoding="utf-8", newline="\n")
    pytest.fail(f"{path.name} was updated; look at the difference, then run again without the flag", pytrace=False)


def check(name: str, art: str) -> None:
    """Compare with `tests/golden/NAME.art`, updating it where the flag says so."""
    compare(FOLDER / f"{name}.art", art, update=UPDATE)
