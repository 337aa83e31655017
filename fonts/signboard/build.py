"""Build the shipped BDF files from the text-art sources, the same bytes every time.

python fonts/signboard/build.py [FOLDER]
"""  # noqa: INP001 - a script beside its data; fonts/ is no package

import sys
from pathlib import Path

from signboard.font.bdf_write import write_bdf
from signboard.font.compose import compose_face
from signboard.font.source import parse_source

HERE = Path(__file__).parent
NOTICE = "Copyright (c) 2026 The signboard founders; SIL Open Font License 1.1"
CUTS = {
    "signboard-16": (("letters-16", "marks-16", "signs-16"), "Medium", "Normal"),
    "signboard-15": (("letters-16", "marks-16", "signs-16", "rows-15"), "Medium", "Normal"),
    "signboard-16-narrow": (("letters-16", "marks-16", "signs-16", "narrow-16"), "Medium", "SemiCondensed"),
    "signboard-16-bold": (("letters-16", "marks-16", "signs-16", "bold-16"), "Bold", "Normal"),
}
"""File name → its sources in order (a later one replaces what an earlier one says), weight and width."""


def build(name: str) -> bytes:
    """The bytes of one shipped font."""
    sources, weight, width = CUTS[name]
    texts = [(HERE / "src" / f"{source}.txt").read_text(encoding="utf-8") for source in sources]
    face = compose_face(parse_source(*texts), name)
    return write_bdf(face, family="Signboard", weight=weight, width=width, notice=NOTICE)


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for cut in CUTS:
        (folder / f"{cut}.bdf").write_bytes(build(cut))
