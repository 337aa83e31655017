"""docs/legibility.md: our cuts and other people's fonts, by distance and by what readers read, with pictures."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from bench.legibility.peers import Peer, peers
from bench.legibility.pictures import soft
from signboard.files import fonts_dir
from signboard.font.audit import audit
from signboard.font.bdf import load_bdf
from signboard.font.face import Face
from signboard.font.spacing import set_spaced
from signboard.frame.pack import rows_from_columns

__all__ = ["Measured", "write_page"]

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "legibility.md"
_AT_ONCE = 2
_SAMPLE = "ĐƯỜNG CHÀO MỪNG Ẫ Ẩ Ấ – nghiêm cấm lấn chiếm vỉa hè"

INTRODUCTION = """\
# Legibility

Written by `python -m bench legibility`; do not edit. Ours and other people's fonts, in the same run. What the words
mean stands in [the font's README](../fonts/signboard/README.md) and in `bench/legibility`.

Wrong characters in percent, pictures `soft` and `round` together; in brackets wrong marks on letters read right.
*Common* are slogans that hang everywhere, *collected* those of `tests/data/slogans`; syllables are random and valid, so
that no reader can guess a tone. Lines are set as boards show them, letters spaced by their ink
(`signboard/font/spacing.py`); *cells* is the mean where each cell stands beside the next. Outline fonts are drawn at
the size in their name, the largest whose marks fit the rows. SHA-256 is that of the font's file.
"""

_MEASURED = """\

UW ttyp0 (Uwe Waldmann, 2012-2025) is in no package of Debian, PyPI or npm, so it does not ship here. `t0-16-uni.bdf`
and `t0-16b-uni.bdf` were taken from a public copy, github.com/olikraus/u8g2, `tools/font/bdf`, commit 04af869, and
named with `--beside`.
"""
_NOT_MEASURED = """\

UW ttyp0 is in no package of Debian, PyPI or npm, so it does not ship here. Whoever has its BDF files measures them with
`--beside 16:t0-16-uni.bdf`.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One font and what was found."""

    name: str
    face: Face
    digest: str
    figures: Mapping[str, object]


def write_page(
    report: Callable[[Face], Mapping[str, object]], tools: str, beside: Sequence[tuple[int, Path]] = ()
) -> None:
    """Measure every cut and every peer and write the page and its pictures."""
    others = peers(beside)
    lines = [INTRODUCTION, tools]
    for rows_px in (16, 15, 24, 32):
        found = list(_fonts(rows_px, others))
        with ThreadPoolExecutor(_AT_ONCE) as pool:  # the readers are processes of their own
            figures = list(pool.map(report, [face for _name, face, _digest in found]))
        fonts = [Measured(*one, told) for one, told in zip(found, figures, strict=True)]
        lines += [f"\n## {rows_px} rows\n", *_table(fonts, rows_px), ""]
        lines += [f"![{one.name}]({_draw(one)})\n" for one in fonts]
    said = _MEASURED if any(path.stem.startswith("t0-") for _, path in beside) else _NOT_MEASURED
    _PAGE.write_text("\n".join(lines) + said, encoding="utf-8", newline="\n")


def _fonts(rows_px: int, others: Sequence[Peer]) -> Iterator[tuple[str, Face, str]]:
    """Name, face and digest of the fonts for a board of so many rows; ours first."""
    for path in sorted((fonts_dir() / "signboard").glob("*.bdf")):
        raw = path.read_bytes()
        face = load_bdf(raw, path.stem)
        if face.height_px == rows_px:
            yield path.stem, face, hashlib.sha256(raw).hexdigest()[:12]
    yield from ((peer.name, peer.face, peer.digest) for peer in others if peer.rows_px == rows_px)


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
        ("pairs at 2 pixels or less", [_near(one.face) for one in fonts]),
        ("blurred distance d.7", [f"{one.d07:.2f}" for one in audits]),
        ("letters with merged marks", [len(one.merged) for one in audits]),
        ("dots below that touch", [len(one.dots) for one in audits]),
        ("digits of one width", ["yes" if one.has_equal_digits else "no" for one in audits]),
        ("mean advance, px", [f"{one.mean_advance:.2f}" for one in audits]),
    ]
    rows += [(_title(key), [_figure(one.figures[key]) for one in fonts]) for key in fonts[0].figures]
    for title, cells in rows:
        yield f"| {title} | " + " | ".join(map(str, cells)) + " |"


def _near(face: Face) -> int:
    """Pairs that differ in two pixels or fewer; on 15 rows and more the audit's gate is three."""
    return len(audit(face, max(15, face.height_px)).close)


def _title(key: str) -> str:
    return f"**{key}**" if " mean" in key else key


def _figure(value: object) -> str:
    return f"{value['cer']:.2f} ({value['der']:.1f})" if isinstance(value, dict) else f"**{value:.2f}**"


def _draw(one: Measured) -> str:
    """The sample line as LEDs and as a reader sees it; the picture's path from the page."""
    frame = set_spaced(one.face, _SAMPLE)
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
