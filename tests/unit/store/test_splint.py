"""splint: a copy of a damaged file that can be read."""

import sqlite3
from pathlib import Path

import pytest
from damaged import DAMAGES, fill_store, seeded

from signboard.store.connection import connect_file
from signboard.store.splint import splinted

COUNT = "SELECT count(*) FROM showings WHERE rowid < 200"


@pytest.mark.parametrize("damage", ["header", "cut"])
def test_a_copy_answers_where_the_file_does_not(tmp_path: Path, damage: str) -> None:
    """The file is as it was found, and nothing is left beside it."""
    bad = tmp_path / "log.db"
    fill_store(bad, 3000)
    DAMAGES[damage](bad, seeded(0))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    direct = connect_file(bad)
    with pytest.raises(sqlite3.DatabaseError):
        direct.execute(COUNT).fetchone()
    direct.close()
    with splinted(bad) as connection:
        assert connection.execute(COUNT).fetchone() == (199,)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_what_was_written_last_is_in_the_copy_too(tmp_path: Path) -> None:
    """Rows that still lie in the log of writes."""
    bad = tmp_path / "log.db"
    fill_store(bad, 10)
    other = sqlite3.connect(bad, isolation_level=None)
    other.execute("DELETE FROM showings WHERE seq > 4")
    with splinted(bad) as connection:
        assert connection.execute(COUNT).fetchone() == (4,)
    other.close()


def test_garbage_stays_garbage(tmp_path: Path) -> None:
    """Nothing is made up, and nothing hangs."""
    bad = tmp_path / "log.db"
    bad.write_bytes(seeded(1).randbytes(50_000))
    with splinted(bad) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute(COUNT).fetchone()
