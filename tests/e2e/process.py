"""Runs the product as an outsider does: a process of its own, with its streams and its exit code."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import signboard

__all__ = ["PATIENT", "Ran", "environment", "signboard_command", "start", "until", "until_said", "wait_for_board"]

PATIENT = ("--option", "answer_s=20")
"""Asks once: on a loaded computer a board answers late, and who asks again is answered twice: pictures are counted."""
PACKAGE = str(Path(signboard.__file__).parents[1])


@dataclass(frozen=True)
class Ran:
    """What one command line gave."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The data of the one JSON document on stdout."""
        data: dict[str, Any] = json.loads(self.out)["data"]
        return data


def environment(**more: str) -> dict[str, str]:
    """This process' variables, without what would choose a language, and with the package's place."""
    said = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "PYTHONIOENCODING", "PYTHONUTF8")
    kept = {name: value for name, value in os.environ.items() if name not in said}
    return kept | {"PYTHONPATH": PACKAGE, "SIGNBOARD_LANG": "en"} | more


def signboard_command(
    *arguments: object, environ: Mapping[str, str] | None = None, stdin: str | None = None, seconds: float = 60
) -> Ran:
    """Run `signboard …` to its end."""
    run = subprocess.run(
        [sys.executable, "-m", "signboard", *map(str, arguments)],
        env=environ or environment(),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=seconds,
        check=False,
    )
    return Ran(run.returncode, run.stdout, run.stderr)


@contextmanager
def start(*arguments: object) -> Iterator["subprocess.Popen[str]"]:
    """Start `signboard …` beside the test; it is ended with the block."""
    child = subprocess.Popen(
        [sys.executable, "-m", "signboard", *map(str, arguments)],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def wait_for_board(name: str) -> str:
    """Until `signboard ports` lists the virtual board; its address."""
    for _try in range(100):
        for board in signboard_command("ports", "--json").data["virtual"]:
            if board["url"] == f"sim://{name}":
                return str(board["device"])
        time.sleep(0.05)
    raise AssertionError(f"the virtual board {name} did not start")


def until(holds: Callable[[], object], seconds: float = 45) -> float:
    """Wait until it holds; how long that took."""
    began_s = time.monotonic()
    while not holds():
        if time.monotonic() - began_s > seconds:
            raise AssertionError(f"it did not happen within {seconds} s")
        time.sleep(0.05)
    return time.monotonic() - began_s


def until_said(child: "subprocess.Popen[str]", words: str) -> str:
    """What it says on stderr until it says this; a wait in vain is ended by the test's own limit."""
    said = ""
    while words not in said and child.stderr and (line := child.stderr.readline()):
        said += line
    return said
