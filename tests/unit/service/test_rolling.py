"""The log file with bounds."""

import subprocess
import sys
from pathlib import Path

from signboard.service.rolling import Pump, RollingLog


def test_it_never_grows_beyond_its_bounds(tmp_path: Path) -> None:
    """Full files move on, the oldest goes, no line is cut."""
    log = RollingLog(tmp_path / "logs" / "a.log", most_bytes=100, files=3)
    for number in range(100):
        log.write(f"line {number:04}\n".encode())

    files = sorted((tmp_path / "logs").iterdir())
    assert [file.name for file in files] == ["a.log", "a.log.1", "a.log.2"]
    assert all(file.stat().st_size <= 100 for file in files)
    assert (tmp_path / "logs" / "a.log").read_text(encoding="utf-8").endswith("line 0099\n")


def test_a_disk_that_refuses_loses_lines_and_no_more(tmp_path: Path) -> None:
    """Nobody is told; the player must not stop for it."""
    (tmp_path / "file").write_bytes(b"")
    RollingLog(tmp_path / "file" / "a.log").write(b"x")


def test_what_a_child_prints_arrives(tmp_path: Path) -> None:
    """Line by line, to the last one."""
    log = RollingLog(tmp_path / "a.log")
    with subprocess.Popen([sys.executable, "-c", "print('một'); print('hai')"], stdout=subprocess.PIPE) as child:
        assert child.stdout
        with Pump(child.stdout, log):
            child.wait()

    assert len((tmp_path / "a.log").read_bytes().splitlines()) == 2
