"""`python -m bench legibility`: measure our cuts beside other people's fonts and rewrite docs/legibility.md.

With fonts named (BDF files): print a table for each, character error rate and wrong marks by text, case and reader,
both pictures together. The reader `aster` needs SIGNBOARD_ASTER_PYTHON, see bench/legibility/aster.py.

Lines are set as boards show them (`spaced`, signboard.font.spacing); of the cells set side by side the means are told.
`--beside ROWS:FILE` takes a BDF font that does not ship onto the page, `--beside 16:t0-16-uni.bdf`.
"""

import argparse
import collections
import hashlib
import json
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import fmean

from bench.legibility.lines import TEXTS
from bench.legibility.page import write_page
from bench.legibility.pictures import PICTURES
from bench.legibility.readers import READERS, read, tools
from bench.legibility.score import Score, confusions, score
from signboard.font.bdf import load_bdf
from signboard.font.face import Face
from signboard.font.line import set_line
from signboard.font.spacing import set_spaced
from signboard.frame.frame import Frame

__all__ = ["main", "measure"]

CASES: dict[str, Callable[[str], str]] = {"mixed": str, "upper": str.upper}
"""How a line is written."""

MORE_SEEDS = "301,302"
"""Further syllables on the page: none of these seeds steered a drawing."""

SETTINGS: dict[str, Callable[[Face, str], Frame]] = {"spaced": set_spaced, "cells": set_line}
"""How a line is set: as boards show it, and cell beside cell."""


def measure(
    face: Face, lines: list[str], reader: str, pictures: list[str], setting: str = "spaced"
) -> tuple[Score, collections.Counter[str]]:
    """The reader's score over the lines in every picture, and what it took for what."""
    total, taken = Score(), collections.Counter[str]()
    for picture in pictures:
        found = read(reader, [PICTURES[picture](SETTINGS[setting](face, line)) for line in lines])
        for due, text in zip(lines, found, strict=True):
            total += score(due, text)
            taken.update(f"{one or '∅'}→{two or '∅'}" for one, two in confusions(due, text))
    return total, taken


def report(face: Face, options: argparse.Namespace) -> dict[str, object]:
    """All figures of one font: those of the first setting in full, of the others the means."""
    first, *others = options.settings.split(",")
    out: dict[str, object] = {}
    for text in options.texts.split(","):
        figures = _figures(face, text, first, options)
        out |= {**figures, f"{text} mean": _mean(figures)}
        out |= {f"{text} mean, {other}": _mean(_figures(face, text, other, options)) for other in others}
    for seed in filter(None, options.more_seeds.split(",")):
        figures = _figures(face, "syllables", first, argparse.Namespace(**vars(options) | {"seed": int(seed)}))
        out[f"syllables mean, seed {seed}"] = _mean(figures)
    return out


def _figures(face: Face, text: str, setting: str, options: argparse.Namespace) -> dict[str, dict[str, float]]:
    """Wrong characters and wrong marks of one text by case and reader."""
    out = {}
    for case in options.cases.split(","):
        lines = [CASES[case](line) for line in TEXTS[text](options.seed)][: options.lines]
        for reader in options.readers.split(","):
            total, taken = measure(face, lines, reader, options.pictures.split(","), setting)
            out[f"{text} {case} {reader}"] = {"cer": round(total.cer, 2), "der": round(total.der, 2)}
            if options.confusions:
                common = ", ".join(f"{pair} {count}" for pair, count in taken.most_common(options.confusions))
                print(f"  {text} {case} {reader} {setting}: {common}", file=sys.stderr)
    return out


def _mean(figures: dict[str, dict[str, float]]) -> float:
    return round(fmean(figure["cer"] for figure in figures.values()), 2)


def main(words: Sequence[str] | None = None) -> None:
    """Measure and print, or write the page."""
    options = _options(words)
    if not options.fonts:
        options.more_seeds = options.more_seeds or MORE_SEEDS
        write_page(lambda face: report(face, options), _told(options), [_beside(said) for said in options.beside])
    for path in options.fonts:
        _print_one(path, options)


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench legibility", description=__doc__)
    parser.add_argument("fonts", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=31337)
    parser.add_argument("--texts", default="common,collected,syllables")
    parser.add_argument("--more-seeds", default="")
    parser.add_argument("--readers", default=",".join(READERS))
    parser.add_argument("--pictures", default=",".join(PICTURES))
    parser.add_argument("--cases", default=",".join(CASES))
    parser.add_argument("--settings", default=",".join(SETTINGS))
    parser.add_argument("--beside", action="append", default=[], metavar="ROWS:FILE")
    parser.add_argument("--lines", type=int, default=None)
    parser.add_argument("--confusions", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(words)


def _beside(said: str) -> tuple[int, Path]:
    """`16:t0-16-uni.bdf` → rows of the board, file."""
    rows_px, _, file = said.partition(":")
    return int(rows_px), Path(file)


def _told(options: argparse.Namespace) -> str:
    """Readers with their versions, and the seed."""
    return f"{tools(options.readers.split(','))}; Pillow {version('pillow')}; seed {options.seed}."


def _print_one(path: Path, options: argparse.Namespace) -> None:
    """One font's table, or its JSON line."""
    raw = path.read_bytes()
    figures = report(load_bdf(raw, path.stem), options)
    head = {"font": path.name, "sha256": hashlib.sha256(raw).hexdigest(), "seed": options.seed}
    if options.json:
        print(json.dumps({**head, **figures}, ensure_ascii=False))
        return
    print(f"{path.name} {head['sha256']!s:.12} seed {options.seed}")
    for key, value in figures.items():
        shown = f"{value['cer']:6.2f}  marks {value['der']:6.2f}" if isinstance(value, dict) else f"{value:6.2f}"
        print(f"  {key:28} {shown}")
