"""`python -m bench fonts [FOLDER]`: build the shipped fonts from their sources, the same bytes every time.

And put an `audit.json` beside the fonts of every folder in `fonts/`: what `signboard fonts audit` finds in them, with
the hash of the file that was looked at.
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from signboard.files import fonts_dir
from signboard.font.audit import audit
from signboard.font.bdf import load_bdf
from signboard.font.build import CUTS, build_cut

__all__ = ["AUDIT", "audits", "main"]

AUDIT = "audit.json"
"""The file beside the fonts."""


def audits(folder: Path) -> str:
    """The audit of every BDF font of a folder, as JSON, one object a font, sorted by name."""
    found = []
    for path in sorted(folder.glob("*.bdf")):
        raw = path.read_bytes()
        figures = audit(load_bdf(raw, path.stem))
        head = {
            "font": path.name,
            "sha256": hashlib.sha256(raw).hexdigest(),
            "verdict": "ok" if figures.ok else "fails",
        }
        rounded = {"d07": round(figures.d07, 2), "mean_advance": round(figures.mean_advance, 2)}
        found.append({**head, "least_px": figures.least_px, **asdict(figures), **rounded})
    return "\n".join(["[", ",\n".join(_object(one) for one in found), "]", ""])


def _object(figures: dict[str, object]) -> str:
    """One font, a line for each figure."""
    lines = (f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in figures.items())
    return "{\n" + ",\n".join(lines) + "\n}"


def main(words: Sequence[str] | None = None) -> None:
    """Read `fonts/signboard/src`, write every cut into the folder and print its name."""
    home = fonts_dir() / "signboard"
    parser = argparse.ArgumentParser(prog="python -m bench fonts", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=home, help="where to; beside the sources unless told")
    folder: Path = parser.parse_args(words).folder
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (home / "src").glob("*.txt")}
    for cut in CUTS:
        for name, raw in build_cut(cut, texts).items():
            (folder / name).write_bytes(raw)
            print(folder / name)
    for other in sorted(
        {folder, *(path.parent for path in fonts_dir().glob("*/*.bdf"))} if folder == home else {folder}
    ):
        (other / AUDIT).write_text(audits(other), encoding="utf-8", newline="\n")
        print(other / AUDIT)
