"""Orders on a running board: dark at once, an urgent text at once where it is approved, and back by themselves."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from e2e.process import signboard_command, start, until, wait_for_board
from e2e.seen import decoded, digest_of

from signboard.files import home_dir
from signboard.frame import art

pytestmark = pytest.mark.one_person

BOARD = ("--size", "64x16", "--baud", "57600")
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "Lê A", "--as", "An")
ALWAYS = ("--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")
LIST, URGENT, UNSIGNED = "Câu của danh sách", "Bão số 3", "Không ai ký"
SETTINGS = "[board]\nwidth = 64\nheight = 16\n[light]\nearth_hour = false\n[approval]\npeople = 1\n"


def _lights(record: Path) -> list[str]:
    """What the board was told of its light, in words."""
    events = map(json.loads, record.read_text(encoding="utf-8").splitlines()[:-1])
    return [event["meaning"] for event in events if event["name"] == "brightness" and event["kind"] == "command"]


def _in(seconds: float) -> str:
    """A time of the board's zone, to the second."""
    at = datetime.now(UTC).astimezone(ZoneInfo("Asia/Ho_Chi_Minh")) + timedelta(seconds=seconds)
    return f"{at:%Y-%m-%dT%H:%M:%S}"


def test_orders_cut_in_at_once_and_give_the_board_back(tmp_path: Path) -> None:
    """Unsigned: never seen; signed: seen at once, gone at its second; blank: dark, until it is ended."""
    home_dir().mkdir(parents=True, exist_ok=True)
    (home_dir() / "signboard.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "a.txt").write_text(f"{LIST}\n", encoding="utf-8")
    assert signboard_command("load", tmp_path / "a.txt", *ALWAYS).code == 0
    assert signboard_command("approve", *PAPER).code == 0
    of_list, urgent, unsigned = (digest_of(text) for text in (LIST, URGENT, UNSIGNED))
    dark = art.parse("\n".join(["." * 64] * 16)).digest
    record = tmp_path / "record.jsonl"
    with start("simulate", "that", *BOARD, "--listen", "tcp", "--record", record, "--seconds", 150):
        url = wait_for_board("that")
        with start("run", "--port", url, "--seconds", 100):
            until(lambda: decoded(record)[-1:] == [of_list])
            refused = signboard_command("override", UNSIGNED, "--until", _in(120), "--json")
            shown = signboard_command("override", URGENT, "--until", _in(15), *PAPER)
            until(lambda: urgent in decoded(record))
            until(lambda: decoded(record)[-1:] == [of_list])
            blank = signboard_command("blank", "--until", _in(120))
            until(lambda: decoded(record)[-1:] == [dark])
            ended = signboard_command("blank", "--end")
            until(lambda: decoded(record)[-1:] == [of_list])
            assert (
                signboard_command("special-day", "saving", "--to", _in(120), "--from", _in(-1), "--light", 20).code == 0
            )
            until(lambda: "3 of 15" in "".join(_lights(record)[-1:]))

    assert (refused.code, shown.code, blank.code, ended.code) == (4, 0, 0, 0), shown.err + blank.err + ended.err
    assert json.loads(refused.out)["errors"][0]["code"] == "order_not_approved"
    assert unsigned not in decoded(record)
