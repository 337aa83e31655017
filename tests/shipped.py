"""What tests of pixels share: a shipped face, and the slogans people really published."""

import functools
import os
from pathlib import Path

from signboard.files import fonts_dir
from signboard.font.bdf import load_bdf
from signboard.font.face import Face
from signboard.text.clean import clean_line
from signboard.text.decode import decode_text

__all__ = ["OWN_SLOGAN_FILES", "SLOGAN_FILES", "face_9x15", "shipped_face", "slogans"]


@functools.cache
def shipped_face(name: str) -> Face:
    """A shipped font by its name, loaded once."""
    (path,) = fonts_dir().glob(f"*/{name}.bdf")
    return load_bdf(path.read_bytes(), name)


def face_9x15() -> Face:
    """The starter font, whose cells are all equally wide."""
    return shipped_face("9x15")


OWN_SLOGAN_FILES = tuple(sorted((Path(__file__).parent / "data" / "slogans").glob("*.txt")))
"""Slogans of the repository, each file with its source in its first line."""


def _more_slogan_files() -> tuple[Path, ...]:
    folder = os.environ.get("SIGNBOARD_SLOGANS")
    if not folder:
        return ()
    found = tuple(sorted(Path(folder).glob("*.txt")))
    if not found:
        raise FileNotFoundError(f"SIGNBOARD_SLOGANS names {folder}, which holds no .txt")
    return found


SLOGAN_FILES = (*OWN_SLOGAN_FILES, *_more_slogan_files())
"""The repository's slogan files, then those in the folder named by SIGNBOARD_SLOGANS."""


def slogans(path: Path) -> list[str]:
    """The cleaned slogans of one file; lines that start with `#` cite their source."""
    lines = decode_text(path.read_bytes(), path.name).splitlines()
    cleaned = (clean_line(line).text for line in lines if not line.lstrip().startswith("#"))
    return [text for text in cleaned if text]
