"""The two readers, each a process of its own; what they read is kept, by version and picture."""

import functools
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image

__all__ = ["READERS", "read", "tools"]

_CACHE = Path(os.environ.get("SIGNBOARD_BENCH_CACHE", tempfile.gettempdir())) / "signboard-legibility"
ASTER_PYTHON = os.environ.get("SIGNBOARD_ASTER_PYTHON", sys.executable)
"""The interpreter that has asterocr, onnxruntime and numpy."""


def _tesseract(paths: Sequence[Path]) -> list[str]:
    """Tesseract 5 with Debian's Vietnamese model, each picture one line of text."""
    listing = paths[0].with_name("list.txt")
    listing.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    command = ["tesseract", str(listing), "-", "-l", "vie", "--psm", "7"]
    done = subprocess.run(
        command, capture_output=True, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}, encoding="utf-8"
    )
    pages = done.stdout.split("\f")
    return [" ".join(page.split()) for page in pages[: len(paths)]]


def _aster(paths: Sequence[Path]) -> list[str]:
    """The CTC net of asterocr."""
    script = str(Path(__file__).with_name("aster.py"))
    text = "\n".join(map(str, paths))
    done = subprocess.run(
        [ASTER_PYTHON, script], input=text, capture_output=True, check=True, env=dict(os.environ), encoding="utf-8"
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@functools.cache
def _version(reader: str) -> str:
    """The reader's version, as far as its reading depends on it."""
    if reader != "tesseract":
        return "1.0.2"  # of the wheel whose model it is
    command = ["tesseract", "--version"]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return done.stdout.split()[1]


def tools(readers: Sequence[str]) -> str:
    """The readers with their versions."""
    return ", ".join(f"{reader} {_version(reader)}" for reader in readers)


READERS = {"tesseract": _tesseract, "aster": _aster}
"""Readers by name: paths of PNG files → texts."""


def read(reader: str, images: Sequence[Image.Image]) -> list[str]:
    """What the reader reads in each picture."""
    _CACHE.mkdir(parents=True, exist_ok=True)
    pngs = [_png(image) for image in images]
    kept = [_CACHE / f"{reader}-{_version(reader)}-{hashlib.sha256(png).hexdigest()}.txt" for png in pngs]
    new = [at for at, path in enumerate(kept) if not path.exists()]
    if new:
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / f"{at:05}.png" for at in new]
            for at, path in zip(new, paths, strict=True):
                path.write_bytes(pngs[at])
            for at, text in zip(new, READERS[reader](paths), strict=True):
                kept[at].write_text(text, encoding="utf-8")
    return [path.read_text(encoding="utf-8") for path in kept]


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()
