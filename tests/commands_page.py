"""docs/commands.md, written from the command line's own help: `python tests/commands_page.py` rewrites it.

Every help text is asked of a process of its own, because a process speaks one language.
"""

import os
import subprocess
import sys
from pathlib import Path

__all__ = ["PAGE", "commands_page"]

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "commands.md"
INTRODUCTION = """\
# Commands

Written from the help texts by `python tests/commands_page.py`; a test finds it stale. The same help stands in
Vietnamese with `--lang vi`. One result on stdout, talk on stderr; exit codes: [exit-codes.md](exit-codes.md).
"""


def _help(*command: str) -> str:
    environment = os.environ | {
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "TERM": "dumb",
    }
    line = [sys.executable, "-m", "signboard", "--lang", "en", *command, "--help"]
    run = subprocess.run(line, env=environment, capture_output=True, encoding="utf-8", check=True)
    return "\n".join(text.rstrip() for text in run.stdout.strip("\n").splitlines())


def commands_page() -> str:
    """The page as it should be now."""
    from signboard.cli.main import COMMANDS  # noqa: PLC0415 - as a script, the path to it is set below

    parts = [INTRODUCTION, f"```text\n{_help()}\n```\n"]
    parts += [f"## signboard {name}\n\n```text\n{_help(name)}\n```\n" for name in COMMANDS]
    return "\n".join(parts)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(commands_page(), encoding="utf-8", newline="\n")
