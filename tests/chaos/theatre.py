"""Real processes of one board, for tests that kill them: who runs, what the board decoded, what is due."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any, Self

from e2e.process import environment, until

from signboard.app import Wishes, approved_content, stage_for, store_path
from signboard.cli.main import run
from signboard.files import home_dir
from signboard.player.screenplay import Screenplay
from signboard.store.database import Store

__all__ = ["Cast", "approve", "due", "figure", "now", "pictures", "rows", "until"]

BOARD = ("--size", "32x16", "--baud", "115200")
SETTINGS = (
    '[board]\nwidth = 32\nheight = 16\nbaud = 115200\n[show]\nmotion = "pages"\nfont = "signboard-16"\n'
    "[approval]\npeople = 1\n"
)
DOUBLE = (sys.executable, str(Path(__file__).with_name("double.py")))
ALWAYS = ("--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")
PAPER = ("--date", "09/10/2020", "--signer", "A")
_RECENT_BYTES = 20_000


def figure(text: str) -> None:
    """Tell a figure to the reader of the long run."""
    print(f"figure: {text}")  # noqa: T201 - that is how it is told


def approve(folder: Path, *texts: str, number: str = "87/KH") -> str:
    """Load these slogans and approve them; the digest of the list."""
    home_dir().mkdir(parents=True, exist_ok=True)
    (home_dir() / "signboard.toml").write_text(SETTINGS, encoding="utf-8")
    file = folder / "list.txt"
    file.write_text("\n".join(texts) + "\n", encoding="utf-8")
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as said:
        codes = (run(["load", str(file), *ALWAYS]), run(["approve", "--number", number, *PAPER]))
    assert codes == (0, 0), said.getvalue()
    return approved_content().bundle


def due() -> Screenplay:
    """What is due, asked in this process."""
    return stage_for(Wishes(), None, approved_content()).screenplay()


def pictures(record: Path, since_at: datetime | None = None) -> list[dict[str, Any]]:
    """The latest pictures that the board decoded, the newest last."""
    raw = record.read_bytes()[-_RECENT_BYTES:] if record.exists() else b""
    lines = [line for line in raw.split(b"\n")[:-1] if line.startswith(b"{")]
    events = [json.loads(line) for line in lines if b'"picture"' in line]
    found = [event for event in events if event["kind"] == "picture"]
    return [event for event in found if since_at is None or datetime.fromisoformat(event["at"]) > since_at]


def launch(command: "tuple[object, ...]", variables: Mapping[str, str], said: Path) -> "subprocess.Popen[bytes]":
    """Start a program in a group of its own; what it says goes into a file."""
    with said.open("ab") as out:
        return subprocess.Popen(
            list(map(str, command)),
            env=environment(**variables),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )


def ended(child: "subprocess.Popen[bytes]") -> None:
    """Kill it and its group."""
    with suppress(ProcessLookupError):  # it has ended by itself
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


@dataclass
class Cast:
    """A virtual board and a supervised player, each started again when it dies: what systemd would do.

    Attributes:
        folder: for records and talk.
        variables: of the players' environment.
        supervised: `service run` between us and the player, else the player itself.
        tcp: the board's port, where it is to be played on as a real one; 0: as sim://thu.
    """

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)
    supervised: bool = True
    tcp: int = 0
    starts: int = 0
    children: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    @property
    def record(self) -> Path:
        """The board's record."""
        return self.folder / "record.jsonl"

    @property
    def talk(self) -> str:
        """What the players said."""
        file = self.folder / "player.log"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""

    def __enter__(self) -> Self:
        self.tend()
        return self

    def __exit__(self, *_: object) -> None:
        pid = self.player_pid()
        for child in self.children.values():
            ended(child)
        if pid:
            with suppress(ProcessLookupError, PermissionError):  # it has ended; its number is free, or another's
                os.kill(pid, signal.SIGKILL)

    def tend(self) -> None:
        """Start whoever does not run."""
        words = ("service", "run") if self.supervised else ("run",)
        board = (sys.executable, "-m", "signboard", "simulate", "thu", *BOARD, "--record", self.record)
        listen, url = (f"tcp:{self.tcp}", f"socket://127.0.0.1:{self.tcp}") if self.tcp else ("tcp", "sim://thu")
        roles = {
            "board": ((*board, "--listen", listen), {}),
            "player": ((*DOUBLE, *words, "--port", url), self.variables),
        }
        for role, (command, variables) in roles.items():
            child = self.children.get(role)
            if child is None or child.poll() is not None:
                self.starts += 1
                self.children[role] = launch(command, variables, self.folder / f"{role}.log")

    def player_pid(self) -> int:
        """Who plays now; 0: nobody has begun yet."""
        with suppress(OSError, ValueError):  # no file yet, or one without its number
            return int((home_dir() / "run" / "port-sim---thu.lock").read_text(encoding="ascii"))
        return 0

    def forget_crashes(self) -> None:
        """Kills are no fault of the list: the rule about those has its own tests."""
        with suppress(OSError):  # there is none, or it is being replaced
            (home_dir() / "run" / "board.json").unlink()

    def shows(self, screenplay: Screenplay, since_at: datetime) -> bool:
        """Has the board, since then, decoded what was due when it did?"""
        self.tend()
        for event in pictures(self.record, since_at):
            at = datetime.fromisoformat(event["at"])
            near = {screenplay.shot(at - timedelta(seconds=back)).frame.digest for back in (0, 0.25, 0.5, 1)}
            if event["frame"] in near:
                return True
        return False


def now() -> datetime:
    """The instant."""
    return datetime.now(UTC)


def rows(board_id: str = "board") -> set[str]:
    """The rows of the store by beginning and picture."""
    with Store(store_path()) as store:
        found = store.showings(board_id, datetime(2000, 1, 1, tzinfo=UTC), now() + timedelta(days=1))
    return {f"{row.since_at.isoformat()} {row.frame_digest}" for row in found}
