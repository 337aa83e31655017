"""docs/settings.md, written from signboard/settings: `python tests/settings_page.py` rewrites it."""

import json
import sys
from pathlib import Path

__all__ = ["PAGE", "settings_page"]

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "settings.md"
INTRODUCTION = """\
# Settings: signboard.toml

Written from `signboard/settings` by `python tests/settings_page.py`; a test finds it stale.

Every setting may be left out; without any file the board is an Onbon BX-5E of 96x32 pixels at 57600 baud. The first
of these files counts: the one that `--config FILE` names, the one that `SIGNBOARD_CONFIG` names, `signboard.toml` in
the folder `SIGNBOARD_HOME`, `signboard.toml` in the place where the system keeps a user's settings
(`~/.config/signboard` on Linux, `%LOCALAPPDATA%\\\\signboard` on Windows). The file is checked as a whole: every
mistake is told in one sentence, and nothing starts before all are corrected (exit code 78).

A file for a board on Windows:

```toml
[site]
id = "so-noi-vu"

[board]
width = 128
height = 32
port = "COM3"
```
""".replace("\\\\", "\\")


def settings_page() -> str:
    """The page as it should be now."""
    from signboard.protocols import PROTOCOLS  # noqa: PLC0415 - as a script, the path to it is set below
    from signboard.settings import Settings  # noqa: PLC0415 - as above

    parts = [INTRODUCTION]
    for table, field in Settings.model_fields.items():
        parts.append(f"## [{table}]\n")
        rows = ["| setting | what it is | values | default |", "|---|---|---|---|"]
        for name, one in field.annotation.model_fields.items():  # type: ignore[union-attr]  # every field is a table
            allowed = ", ".join(PROTOCOLS.names()) if name == "protocol" else one.description
            rows.append(f"| `{name}` | {one.title} | {allowed} | `{json.dumps(one.default)}` |")
        parts.append("\n".join(rows) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(settings_page(), encoding="utf-8", newline="\n")
