"""What tests of pixels share: a shipped face, and the slogans people really published."""

import functools
import os
from collections.abc import Iterator
from pathlib import Path

from signboard.files import fonts_dir
from signboard.font.bdf import load_bdf
from signboard.font.face import Face
from signboard.text.clean import clean_line
from signboard.text.decode import decode_text

__all__ = ["SLOGAN_FILES", "face_9x15", "slogans"]


@functools.cache
def face_9x15() -> Face:
    """The starter font, loaded once."""
    path = fonts_dir() / "misc-fixed-9x15" / "9x15.bdf"
    return load_bdf(path.read_bytes(), "9x15")


def _slogan_files() -> Iterator[Path]:
    yield from sorted((Path(__file__).parent / "data" / "slogans").glob("*.txt"))
    more = os.environ.get("SIGNBOARD_SLOGANS")
    if more:
        found = sorted(Path(more).glob("*.txt"))
        if not found:
            raise FileNotFoundError(f"SIGNBOARD_SLOGANS names {more}, which holds no .txt")
        yield from found


SLOGAN_FILES = tuple(_slogan_files())
"""Slogan files of the repository, then those in the folder named by SIGNBOARD_SLOGANS."""


def slogans(path: Path) -> list[str]:
    """The cleaned slogans of one file; lines that start with `#` cite their source."""
    lines = decode_text(path.read_bytes(), path.name).splitlines()
    cleaned = (clean_line(line).text for line in lines if not line.lstrip().startswith("#"))
    return [text for text in cleaned if text]
