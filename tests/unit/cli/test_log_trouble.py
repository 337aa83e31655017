"""What people are told of the log."""

from signboard.cli.log_trouble import LogTrouble
from signboard.errors import SignboardError
from signboard.player.log_writer import LogWriter


def unused() -> LogWriter:
    """A writer whose thread never starts."""
    raise NotImplementedError


def test_trouble_and_its_end_are_told_once_each() -> None:
    """However often somebody looks."""
    said: list[str] = []
    log = LogWriter(unused)  # type: ignore[arg-type] # no store is ever opened
    trouble = LogTrouble(log, said.append)
    trouble.tell()
    log.trouble = SignboardError("The log is locked.", code="store_failed")
    trouble.tell()
    trouble.tell()
    log.trouble = None
    trouble.tell()
    trouble.tell()

    assert len(said) == 2
    assert said[0] == "The log is locked."


def test_what_is_told_by_whoever_brings_it_back_is_not_told_twice() -> None:
    """A file that was deleted is back before anybody reads of it."""
    said: list[str] = []
    log = LogWriter(unused)  # type: ignore[arg-type] # no store is ever opened
    trouble = LogTrouble(log, said.append)
    log.trouble = SignboardError("It was deleted.", code="store_gone")
    trouble.tell()
    log.trouble = None
    trouble.tell()
    assert said == []


def test_lost_rows_are_told_at_the_end() -> None:
    """With their number; nothing is said where none is lost."""
    said: list[str] = []
    log = LogWriter(unused)  # type: ignore[arg-type] # no store is ever opened
    trouble = LogTrouble(log, said.append)
    trouble.sum_up()
    log.dropped = 3
    trouble.sum_up()

    assert len(said) == 1
    assert "3" in said[0]
