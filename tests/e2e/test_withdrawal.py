"""A text that is withdrawn leaves a running board, and neither restart, signature nor old folder brings it back."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from e2e.process import signboard_command, start, until, until_said, wait_for_board
from e2e.seen import decoded, digest_of

from signboard.app import store_path
from signboard.files import home_dir

pytestmark = pytest.mark.one_person

BOARD = ("--size", "64x16", "--baud", "57600")
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "A")
ALWAYS = ("--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")
GONE, STAYS = "Câu phải gỡ", "Câu ở lại"
WITHDRAWN = "it leaves the board now"


def _load(folder: Path, text: str) -> None:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert signboard_command("load", path, *ALWAYS).code == 0
    assert signboard_command("approve", *PAPER).code == 0


def test_a_withdrawn_text_leaves_the_running_board_for_good(tmp_path: Path) -> None:
    """Seen on the board, withdrawn, gone while the log is locked; never seen again by restart, signature or backup."""
    record = tmp_path / "record.jsonl"
    _load(tmp_path, f"{GONE}\n{STAYS}\n")
    gone, stays = digest_of(GONE), digest_of(STAYS)
    with start("simulate", "that", *BOARD, "--listen", "tcp", "--record", record, "--seconds", 120):
        url = wait_for_board("that")
        with start("run", "--port", url, *BOARD, "--seconds", 100) as player:
            until(lambda: gone in decoded(record))
            assert signboard_command("withdraw", "1", "--per", "CV 137").code == 0
            locked = sqlite3.connect(store_path(), isolation_level=None)
            locked.execute("BEGIN IMMEDIATE")
            assert WITHDRAWN in until_said(player, WITHDRAWN)
            until(lambda: decoded(record)[-1:] == [stays])
            known = len(decoded(record))
            until(lambda: len(decoded(record)) > known + 8)  # one a second: longer than a pass
            locked.close()
            assert set(decoded(record)[known:]) == {stays}
        known = len(decoded(record))
        again = signboard_command("run", "--port", url, *BOARD, "--seconds", "2", "--json")
        backup = tmp_path / "backup"
        shutil.copytree(home_dir() / "bundles", backup)
        for file in home_dir().glob("signboard.sqlite3*"):
            file.unlink()
        shutil.rmtree(home_dir() / "bundles")
        shutil.copytree(backup, home_dir() / "bundles")
        assert signboard_command("run", "--port", url, *BOARD, "--seconds", "1").code == 4
        _load(tmp_path, f"{GONE.upper()}!\n{STAYS}\n")
        signed = signboard_command("run", "--port", url, *BOARD, "--seconds", "2", "--json")

    assert (again.code, signed.code) == (0, 0), again.err + signed.err
    assert {one["text"] for one in again.data["shown"] + signed.data["shown"]} <= {STAYS, ""}
    assert gone not in decoded(record)[known:]
