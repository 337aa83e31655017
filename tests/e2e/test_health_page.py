"""The health page and the alerts as processes beside a player: they may die, hang or be flooded; the board plays on."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from e2e.process import environment, signboard_command, start, wait_for_board
from health_samples import PLAYER, VITALS, status
from mail_server import mail_server

from signboard.files import home_dir
from signboard.health.status_file import read_status, status_path

BOARD = ("--size", "64x16", "--baud", "57600")


def free_port() -> int:
    """A TCP port that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def until(ask: Callable[[], Any], seconds: float = 60) -> Any:  # noqa: ANN401 - whatever is asked for
    """The first answer that is true."""
    end_s = time.monotonic() + seconds
    while time.monotonic() < end_s:
        found = ask()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("never")


def health(port: int) -> tuple[int, dict[str, Any]] | None:
    """Code and document; None: nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.loads(error.read())
    except OSError:
        return None


def turns() -> int:
    """How often the player's loop went round, as its document says."""
    found = read_status(status_path(home_dir() / "status", "board", is_virtual=True))
    return found.vitals.turns if found and found.vitals else 0


def page_of(player: int) -> int | None:
    """The process of the page, a child of this player."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((place / "stat").read_text().rsplit(")", 1)[1].split()[1])
            words = (place / "cmdline").read_bytes()
        except (OSError, IndexError):  # it ended meanwhile
            continue
        if parent == player and b"signboard.health.serving" in words:
            return int(place.name)
    return None


@pytest.mark.needs("pty")
def test_the_page_dies_hangs_and_is_flooded_and_the_board_plays_on() -> None:
    """Killed it comes back; a crowd that never ends its requests costs no turn; with the player it goes."""
    port = free_port()
    with start("simulate", "thu", *BOARD, "--seconds", 110):
        wait_for_board("thu")
        with start("run", "--port", "sim://thu", *BOARD, "--health", f"127.0.0.1:{port}") as player:
            until(lambda: (health(port) or (0, {}))[0] == 200)
            first = until(lambda: page_of(player.pid))
            os.kill(first, signal.SIGKILL)
            before = turns()
            until(lambda: page_of(player.pid) not in (None, first))
            assert until(lambda: (health(port) or (0, {}))[0] == 200)
            with ExitStack() as crowd:
                for _ in range(30):
                    slow = crowd.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
                    slow.sendall(b"GET /healthz HTTP/1.1\r\nX-Slow: ")
                until(lambda: turns() > before)
                told = signboard_command("status", "--json")
                assert (told.code, told.data["boards"][0]["status"]["vitals"]["failed"]) == (0, 0)

            player.kill()
            player.wait()
            until(lambda: health(port) is None)
            assert signboard_command("status").code == 7


def test_alerts_are_mailed_by_a_process_of_their_own(tmp_path: Path) -> None:
    """A board that is dark: one mail, no more; it ends with its life line."""
    now_at = datetime.now(UTC)
    dark = replace(VITALS, now_at=now_at, dark_since_at=now_at - timedelta(hours=1))
    told = replace(status(dark), told_at=now_at, player=replace(PLAYER, pid=os.getpid(), board_id="board"))
    place = home_dir() / "status" / "board.json"
    place.parent.mkdir(parents=True)
    place.write_bytes(told.to_json())
    config = tmp_path / "s.toml"
    with mail_server() as mail:
        config.write_text(
            f'[alerts]\nmail_host = "127.0.0.1"\nmail_port = {mail.port}\nmail_security = "none"\n'
            'mail_to = ["a@example.org"]\nweekly_day = 0\n'
            'remind_check = ""\nremind_report = ""\nremind_deadline = ""\n',
            encoding="utf-8",
        )
        with subprocess.Popen(
            [sys.executable, "-m", "signboard", "--config", str(config), "alerts", "--watch", "--beside"],
            env=environment(),
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as watch:
            until(lambda: mail.mails)
            assert watch.stdin is not None
            watch.stdin.close()
            assert watch.wait(60) == 0

    [taken] = mail.mails
    assert "has not shown what is due" in taken["Subject"]
    assert [one["told"] is not None for one in signboard_command("alerts", "--json").data["alerts"]] == [True]
