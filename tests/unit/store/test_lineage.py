"""Whether two records are one."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from signboard.errors import RefusedError
from signboard.store.archive import STORE
from signboard.store.audit import Event
from signboard.store.database import Store
from signboard.store.lineage import KEPT, check_lineage, has_acts

AT = datetime(2026, 11, 22, tzinfo=UTC)


def _record(home: Path, *acts: str) -> Path:
    home.mkdir(exist_ok=True)
    with Store(home / STORE) as store:
        for act in acts:
            kind, _, text = act.partition(" ")
            store.add_event(Event("", "", AT, "an", kind, {"text": text}))
    return home


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ((), ("withdrawn a",)),
        (("people_set x",), ("withdrawn a",)),
        (("withdrawn a",), ("withdrawn a", "withdrawn b")),
        (("withdrawn a", "withdrawn b"), ("withdrawn a",)),
        (("withdrawn a",), ()),
    ],
)
def test_records_of_which_one_continues_the_other_are_one(
    tmp_path: Path, ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    """Nobody's acts are continued by everybody's."""
    check_lineage(_record(tmp_path / "home", *ours), _record(tmp_path / "stage", *theirs))

    assert has_acts(tmp_path / "home") == ("withdrawn a" in ours)


def test_records_that_part_are_two(tmp_path: Path) -> None:
    """Until what a restore put aside is found to be the other one."""
    home, stage = (
        _record(tmp_path / "home", "withdrawn a", "restored b"),
        _record(tmp_path / "stage", "withdrawn a", "withdrawn c"),
    )
    with pytest.raises(RefusedError, match="neither continues the other"):
        check_lineage(home, stage)
    _record(home / f"{KEPT}20261122T000000Z", "withdrawn a", "withdrawn c", "withdrawn d")
    check_lineage(home, stage)


def test_an_archive_without_a_record_goes_with_any(tmp_path: Path) -> None:
    """It brings no approval."""
    (tmp_path / "stage").mkdir()
    check_lineage(_record(tmp_path / "home", "withdrawn a"), tmp_path / "stage")

    assert not has_acts(tmp_path / "stage")
