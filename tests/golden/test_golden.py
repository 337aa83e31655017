"""The golden files' own reader: it fails on a difference, and updates only when told."""

from pathlib import Path

import pytest
from golden.golden import UPDATE, compare


def test_passes_on_equal_art(tmp_path: Path) -> None:
    """Notes are no part of the picture."""
    (tmp_path / "a.art").write_text("; look at the dot\n#.\n\n.#\n", encoding="utf-8")

    compare(tmp_path / "a.art", "#.\n\n.#", update=False)


@pytest.mark.parametrize("golden", ["; look\n##\n", ""])
def test_fails_on_a_difference_and_writes_nothing(tmp_path: Path, golden: str) -> None:
    """Without the flag a difference, or an empty file, fails and stays as it was."""
    path = tmp_path / "a.art"
    path.write_text(golden, encoding="utf-8")

    with pytest.raises(pytest.fail.Exception, match="differs"):
        compare(path, "#.", update=False)
    assert path.read_text(encoding="utf-8") == golden


def test_updates_when_told_and_says_so(tmp_path: Path) -> None:
    """With the flag the art is written below the notes, and the run is no proof."""
    path = tmp_path / "a.art"
    path.write_text("; look\n##\n", encoding="utf-8")

    with pytest.raises(pytest.fail.Exception, match="was updated"):
        compare(path, "#.", update=True)
    assert path.read_text(encoding="utf-8") == "; look\n#.\n"


def test_everyday_runs_update_nothing() -> None:
    """The flag is off unless somebody set it."""
    assert not UPDATE
