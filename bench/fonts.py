"""`python -m bench fonts [FOLDER]`: build the shipped fonts from their sources, the same bytes every time."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from signboard.files import fonts_dir
from signboard.font.build import CUTS, build_cut

__all__ = ["main"]


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
