"""docs/legibility.md: our cuts and other people's fonts, by distance and by what readers read, with pictures."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from bench.legibility.peers import peers
from bench.legibility.pictures import soft
from signboard.files import fonts_dir
from signboard.font.audit import audit
from signboard.font.bdf import load_bdf
from signboard.font.face import Face
from signboard.font.line import set_line
from signboard.frame.pack import rows_from_columns

__all__ = ["Measured", "write_page"]

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "legibility.md"
_SAMPLE = "ĐƯỜNG CHÀO MỪNG Ẫ Ẩ Ấ – nghiêm cấm lấn chiếm vỉa hè"

INTRODUCTION = """\
# Legibility

Written by `python -m bench legibility`; do not edit. Ours and other people's fonts, in the same run. What the words
mean stands in [the font's README](../fonts/signboard/README.md) and in `bench/legibility`.

Wrong characters in percent, pictures `soft` and `round` together; in brackets wrong marks on letters read right.
Syllables are random and valid, so that no reader can guess a tone.
"""

_WITHOUT = """\

UW ttyp0, the best free bitmap font of 16 rows that we know of, is in no package of Debian, PyPI or npm; so it cannot be
measured here.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One font and what was found."""

    name: str
    face: Face
    digest: str
    figures: Mapping[str, object]


def write_page(report: Callable[[Face], Mapping[str, object]], tools: str) -> None:
    """Measure every cut and every peer and write the page and its pictures."""
    lines = [INTRODUCTION, tools]
    for rows_px in (16, 15, 24, 32):
        fonts = [Measured(name, face, digest, report(face)) for name, face, digest in _fonts(rows_px)]
        lines += [f"\n## {rows_px} rows\n", *_table(fonts, rows_px), ""]
        lines += [f"![{one.name}]({_draw(one)})\n" for one in fonts]
    _PAGE.write_text("\n".join(lines) + _WITHOUT, encoding="utf-8", newline="\n")


def _fonts(rows_px: int) -> Iterator[tuple[str, Face, str]]:
    """Name, face and digest of the fonts for a board of so many rows; ours first."""
    for path in sorted((fonts_dir() / "signboard").glob("*.bdf")):
        raw = path.read_bytes()
        face = load_bdf(raw, path.stem)
        if face.height_px == rows_px:
            yield path.stem, face, hashlib.sha256(raw).hexdigest()[:12]
    for name, (peer_rows_px, face) in peers().items():
        if peer_rows_px == rows_px:
            yield name, face, "–"


def _table(fonts: list[Measured], rows_px: int) -> Iterator[str]:
    """Distances, then readings; one column a font."""
    audits = [audit(one.face, rows_px) for one in fonts]
    yield "| | " + " | ".join(one.name for one in fonts) + " |"
    yield "|---" * (len(fonts) + 1) + "|"
    rows: list[tuple[str, list[object]]] = [
        ("SHA-256", [one.digest for one in fonts]),
        ("accented letters of 134", [one.coverage for one in audits]),
        ("clipped pixels", [one.clipped for one in audits]),
        ("identical pairs", [len(one.identical) for one in audits]),
        ("fewest differing pixels", [one.min_distance for one in audits]),
        ("blurred distance d.7", [f"{one.d07:.2f}" for one in audits]),
        ("letters with merged marks", [len(one.merged) for one in audits]),
        ("mean advance, px", [f"{one.mean_advance:.2f}" for one in audits]),
    ]
    rows += [(_title(key), [_figure(one.figures[key]) for one in fonts]) for key in fonts[0].figures]
    for title, cells in rows:
        yield f"| {title} | " + " | ".join(map(str, cells)) + " |"


def _title(key: str) -> str:
    return f"**{key}**" if key.endswith("mean") else key


def _figure(value: object) -> str:
    return f"{value['cer']:.2f} ({value['der']:.1f})" if isinstance(value, dict) else f"**{value:.2f}**"


def _draw(one: Measured) -> str:
    """The sample line as LEDs and as a reader sees it; the picture's path from the page."""
    frame = set_line(one.face, _SAMPLE)
    rows = rows_from_columns(frame.planes[0], frame.width_px, frame.height_px)
    leds = Image.frombytes("1", (frame.width_px, frame.height_px), rows).convert("L")
    leds = ImageOps.expand(leds.resize((leds.width * 2, leds.height * 2), Image.Resampling.NEAREST), 6)
    seen = soft(frame)
    seen = seen.resize((seen.width // 2, seen.height // 2), Image.Resampling.BOX)
    sheet = Image.new("L", (max(leds.width, seen.width), leds.height + seen.height), 255)
    sheet.paste(leds, (0, 0))
    sheet.paste(seen, (0, leds.height))
    name = f"pictures/legibility-{one.name.lower().replace(' ', '-')}.png"
    (_PAGE.parent / "pictures").mkdir(exist_ok=True)
    sheet.quantize(8).save(_PAGE.parent / name, optimize=True)
    return name
