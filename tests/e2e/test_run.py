"""`simulate` and `run` as two processes: what one decodes is what the other put there, on a pty and on TCP."""

import json
from pathlib import Path

import pytest
from e2e.process import PATIENT, signboard_command, start, wait_for_board

from signboard.frame import art

pytestmark = pytest.mark.one_person

BOARD = ("--size", "64x16", "--baud", "57600")
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "A")


def _decoded(record: Path) -> list[str]:
    events = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
    return [event["frame"] for event in events if event["kind"] == "picture"]


@pytest.mark.parametrize("listen", [pytest.param("pty", marks=pytest.mark.needs("pty")), "tcp"])
def test_two_processes_agree(listen: str, tmp_path: Path) -> None:
    """The record of the board holds exactly the pictures that the player says it sent, in their order."""
    record = tmp_path / "record.jsonl"
    with start("simulate", "thu", *BOARD, "--listen", listen, "--record", record, "--seconds", 90):
        wait_for_board("thu")
        when = ("--at", "15/11/2026 06:00", "--speed", 12, "--seconds", 4)
        told = signboard_command("run", "--port", "sim://thu", *BOARD, *PATIENT, *when, "--json")
    shown = [entry["digest"] for entry in told.data["shown"]]
    decoded = _decoded(record)

    assert told.code == 0, told.err
    assert told.data["failed"] == 0
    assert told.data["slogans"] >= 2
    assert decoded[:-1] == shown
    assert told.data["acked"] == len(decoded)
    dark = signboard_command("test-pattern", "off", "--size", "64x16").out
    assert decoded[-1] == art.parse(dark).digest


def test_from_the_list_to_the_real_board(tmp_path: Path) -> None:
    """Load, approve, run on a socket: refused before the approval, played after it, refused again for an edit."""
    slogans = tmp_path / "khau-hieu.txt"
    slogans.write_text("1. Bình đẳng giới\n2. Nam, nữ bình quyền\n", encoding="utf-8")
    days = ("--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")
    with start("simulate", "that", *BOARD, "--listen", "tcp", "--seconds", 60):
        url = wait_for_board("that")
        play = ("run", "--port", url, *BOARD, *PATIENT, "--seconds", "2", "--json")
        assert signboard_command("load", slogans, *days).code == 0
        assert signboard_command(*play).code == 4
        assert signboard_command("approve", *PAPER).code == 0
        played = signboard_command(*play)

    assert played.code == 0, played.err
    assert (played.data["source"], played.data["failed"]) == ("approved", 0)
    assert {entry["text"] for entry in played.data["shown"]} <= {"Bình đẳng giới", "Nam, nữ bình quyền", ""}


@pytest.mark.parametrize("fault", ["delay=100ms", "nak=3:30%", "no_answer=20%", "drop=0.05%"])
def test_faults_are_survived_and_told(fault: str, tmp_path: Path) -> None:
    """A slow, refusing, silent or lossy board gets every picture that is said to have been shown."""
    record = tmp_path / "record.jsonl"
    with start("simulate", "thu", *BOARD, "--listen", "tcp", "--fault", fault, "--record", record, "--seconds", 40):
        wait_for_board("thu")
        told = signboard_command(
            "run", "--port", "sim://thu", *BOARD, "--at", "15/11/2026 06:00", "--seconds", 6, "--json"
        )
    digests = {entry["digest"] for entry in told.data["shown"]}

    assert told.data["acked"] > 0, told.err
    assert digests <= set(_decoded(record))
