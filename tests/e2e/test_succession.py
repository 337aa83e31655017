"""A list that is approved while another one plays is taken up by the running process; a forged one never is."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from e2e.process import signboard_command, start, until_said, wait_for_board

from signboard.app import store_path
from signboard.clock import SystemClock
from signboard.files import home_dir
from signboard.frame import art
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

BOARD = ("--size", "64x16", "--baud", "57600")
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "A")
ALWAYS = ("--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")
OLD, NEW, FORGED = "Câu cũ đây", "Câu ở lại", "Câu phải gỡ"
REFUSED = "The list approved last does not play"


def _events(record: Path) -> list[dict[str, Any]]:
    """The pictures that the board decoded so far."""
    lines = record.read_text(encoding="utf-8").splitlines() if record.exists() else []
    events = [json.loads(line) for line in lines if line.endswith("}")]
    return [event for event in events if event["kind"] == "picture"]


def _digest(text: str) -> str:
    drawn = signboard_command("render", text, "--size", "64x16", "--motion", "pages").out
    return art.parse(drawn.split("\n\n")[0]).digest


def _wait(holds: Callable[[], bool]) -> None:
    for _try in range(900):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen within 45 s")


def _load(folder: Path, text: str) -> str:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    loaded = signboard_command("load", path, *ALWAYS, "--json")
    assert loaded.code == 0, loaded.err
    return str(loaded.data["bundle"])


def test_a_list_approved_later_plays_without_a_restart(tmp_path: Path) -> None:
    """At the end of a pass, with no gap; its rows bear its digest, and a forged pointer changes nothing."""
    record = tmp_path / "record.jsonl"
    first = _load(tmp_path, OLD)
    assert signboard_command("approve", *PAPER).code == 0
    old, new, forged, dark = _digest(OLD), _digest(NEW), _digest(FORGED), art.parse("\n".join(["." * 64] * 16)).digest
    with start("simulate", "that", *BOARD, "--listen", "tcp", "--record", record, "--seconds", 120):
        url = wait_for_board("that")
        with start("run", "--port", url, *BOARD, "--seconds", 60) as player:
            _wait(lambda: old in [event["frame"] for event in _events(record)])
            BundleShelf(home_dir()).set_current(_load(tmp_path, FORGED))
            said = until_said(player, REFUSED)
            second = _load(tmp_path, NEW)
            assert signboard_command("approve", *PAPER).code == 0
            approved_at = SystemClock().now()
            _wait(lambda: new in [event["frame"] for event in _events(record)])
            took_s = (SystemClock().now() - approved_at).total_seconds()
            _wait(lambda: [event["frame"] for event in _events(record)].count(new) > 2)
            player.terminate()
            said += player.stderr.read() if player.stderr else ""
    with Store(store_path()) as store:
        now_at = SystemClock().now()
        rows = [row for row in store.showings("board", now_at.replace(year=2000), now_at) if row.slogan]
    print(f"figure: seconds from approval to the first picture = {took_s:.1f}")  # noqa: T201 - a figure for the reader

    pictures = [event["frame"] for event in _events(record)]
    shown = pictures[pictures.index(old) : len(pictures) - pictures[::-1].index(new)]
    assert set(shown) == {old, new}  # each stands until the next one comes: never dark, never forged
    assert shown == sorted(shown, key=[old, new].index)
    assert forged not in pictures
    assert pictures[-1] in {new, dark}
    assert {(row.text, row.bundle) for row in rows} == {(OLD, first), (NEW, second)}
    assert said.count(REFUSED) == 1
    assert said.count(f"the list {second[:12]} plays") == 1
