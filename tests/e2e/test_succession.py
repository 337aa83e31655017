"""A list that is approved while another one plays is taken up by the running process; a forged one never is."""

from pathlib import Path

import pytest
from e2e.process import signboard_command, start, until, until_said, wait_for_board
from e2e.seen import decoded, digest_of

from signboard.app import store_path
from signboard.campaign.code import content_code
from signboard.clock import SystemClock
from signboard.files import home_dir
from signboard.frame import art
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

pytestmark = pytest.mark.one_person

BOARD = ("--size", "64x16", "--baud", "57600")
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "A")
ALWAYS = ("--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")
OLD, NEW, FORGED = "Câu cũ đây", "Câu ở lại", "Câu phải gỡ"
STRAY = "The file bundles/current names the list"


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
    old, new, forged, dark = (
        digest_of(OLD),
        digest_of(NEW),
        digest_of(FORGED),
        art.parse("\n".join(["." * 64] * 16)).digest,
    )
    with start("simulate", "that", *BOARD, "--listen", "tcp", "--record", record, "--seconds", 120):
        url = wait_for_board("that")
        with start("run", "--port", url, *BOARD, "--seconds", 60) as player:
            until(lambda: old in decoded(record))
            BundleShelf(home_dir()).set_current(_load(tmp_path, FORGED))
            said = until_said(player, STRAY)
            second = _load(tmp_path, NEW)
            assert signboard_command("approve", *PAPER).code == 0
            approved_at = SystemClock().now()
            until(lambda: new in decoded(record))
            took_s = (SystemClock().now() - approved_at).total_seconds()
            until(lambda: decoded(record).count(new) > 2)
            player.terminate()
            said += player.stderr.read() if player.stderr else ""
    with Store(store_path()) as store:
        now_at = SystemClock().now()
        rows = [row for row in store.showings("board", now_at.replace(year=2000), now_at) if row.slogan]
    print(f"figure: seconds from approval to the first picture = {took_s:.1f}")  # noqa: T201 - a figure for the reader

    pictures = decoded(record)
    shown = pictures[pictures.index(old) : len(pictures) - pictures[::-1].index(new)]
    assert set(shown) == {old, new}  # each stands until the next one comes: never dark, never forged
    assert shown == sorted(shown, key=[old, new].index)
    assert forged not in pictures
    assert pictures[-1] in {new, dark}
    assert {(row.text, row.bundle) for row in rows} == {(OLD, first), (NEW, second)}
    assert said.count(STRAY) == 1
    assert said.count(f"the list {content_code(second)} plays") == 1
