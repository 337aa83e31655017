"""docs/exit-codes.md, written from the error tree: `python tests/exit_codes_page.py` rewrites it."""

import sys
from pathlib import Path

__all__ = ["PAGE", "exit_codes_page"]

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "exit-codes.md"
INTRODUCTION = """\
# Exit codes

Written from `signboard/errors.py` and the command line by `python tests/exit_codes_page.py`; a test finds it stale. A
script can rely on these.

| code | meaning | error |
|---|---|---|
"""
CLOSING = """
Which of two: a word that is no size, number, day or time at all is 2, and a day that no calendar has (`--at 31/2/2026`)
is 3, the same as in a file. An option or a size that this kind of board does not take is 2 on the command line and 78
in signboard.toml. A virtual board that does not run is 7, a real port that cannot be opened 5.

With `--json` every error carries a stable code in `errors[].code`: a lower-case word that does not depend on the
language ([json.md](json.md)).
"""
MORE = {
    "SignboardError": "unexpected: a fault of the program",
    "ConfigurationError": "signboard.toml is wrong, or the home folder (SIGNBOARD_HOME) cannot be used: no folder, not "
    "writable, disk full, written by a newer signboard",
    "NotRunningError": "the service, the player or the virtual board that was asked is not running",
}
"""What the first line of a docstring does not say."""


def exit_codes_page() -> str:
    """The page as it should be now."""
    from signboard import errors  # noqa: PLC0415 - as a script, the path to it is set below
    from signboard.cli.main import INTERRUPTED  # noqa: PLC0415 - as above
    from signboard.service.pulse import STALLED  # noqa: PLC0415 - as above

    rows = {
        0: ("done", ""),
        6: ("a checking command found problems, or something is wrong", ""),
        STALLED: ("`signboard run` ended itself, because its loop stood still; who watches it starts it anew", ""),
        INTERRUPTED: ("ended by Ctrl-C", ""),
    }
    for name in errors.__all__:
        error = getattr(errors, name)
        if "exit_code" in vars(error):
            first = (error.__doc__ or "").splitlines()[0].rstrip(".")
            rows[error.exit_code] = (MORE.get(name, first[:1].lower() + first[1:]), f"`{name}`")
    lines = [
        f"| {code} | {meaning} | {error} |".replace("|  |", "| |") for code, (meaning, error) in sorted(rows.items())
    ]
    return INTRODUCTION + "\n".join(lines) + "\n" + CLOSING


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(exit_codes_page(), encoding="utf-8", newline="\n")
