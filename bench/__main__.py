"""`python -m bench`: measure, print, and rewrite docs/performance.md.

With a word behind it, one of its neighbours:

fonts       build the shipped fonts from their sources
legibility  how well fonts can be read; rewrites docs/legibility.md
misc-fixed  make the subset of X11's misc-fixed 9x15.
imports     what a clerk's file of 300 lines costs, alone.
store       what the play log costs.
lateness    how late pictures set out beside a busy neighbour, alone.
starting    from the start of the process to the picture, alone.
rehearsal   what a rehearsal of three days costs, beside decoding the same number of pictures.
"""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import signboard
from bench import fonts, imports, lateness, misc_fixed, rehearsing, starting, store
from bench.legibility import command as legibility
from bench.timing import program_cpu_s
from bench.views import views
from bench.wire import BAUD, SCROLL_STEPS, SIZES, SLOGAN, Picture, measure, scroll, wire_s

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
BAUDS = (9_600, 57_600, 115_200)
ACK_BYTES = 36
SHARE_AIM = 0.02

NEIGHBOURS: dict[str, Callable[[Sequence[str]], None]] = {
    "fonts": fonts.main,
    "legibility": legibility.main,
    "misc-fixed": misc_fixed.main,
    "imports": imports.main,
    "store": store.main,
    "lateness": lateness.main,
    "starting": starting.main,
    "rehearsal": rehearsing.main,
}

INTRODUCTION = """\
# Performance

Written by `python -m bench`; do not edit. Each figure stands beside the limit or the peer that it is measured against,
in the same run. The limit that counts is the serial line: a board shows nothing faster than its bytes arrive.
"""


def pictures(measured: list[Picture]) -> Iterator[str]:
    """The table of single pictures, and of what the line allows."""
    yield f"## One picture of a scrolling strip, BX-5E, {BAUD:,} baud\n"
    yield "From the strip to the finished request: slice, rows, CRC, header, escapes."
    yield f"Aim: at most {SHARE_AIM:.0%} of its time on the wire.\n"
    yield "| board | request | on the wire | made in | share of wire time | bare slice (not the figure) |"
    yield "|---|---|---|---|---|---|"
    for one in measured:
        size = f"{one.width_px}×{one.height_px}"
        made = f"{one.made_s * 1e6:.0f} µs | **{one.made_s / one.wire_s:.2%}** | {one.slice_s * 1e6:.2f} µs"
        yield f"| {size} | {one.wire_bytes} B | {one.wire_s * 1e3:.1f} ms | {made} |"
    yield "\n## Pictures a second that the line allows (request and acknowledgement)\n"
    yield "| board | bytes both ways | " + " | ".join(f"{baud:,} baud" for baud in BAUDS) + " |"
    yield "|---|---|" + "---|" * len(BAUDS)
    for one in measured:
        total = one.wire_bytes + ACK_BYTES
        rates = " | ".join(f"{1 / wire_s(total, baud):.1f}" for baud in BAUDS)
        yield f"| {one.width_px}×{one.height_px} | {total} | {rates} |"


def scrolls() -> Iterator[str]:
    """The table of a whole scroll."""
    yield f"\n## A whole scroll: {len(SLOGAN.split())} words, {SCROLL_STEPS} steps\n"
    yield "Words to wire bytes, typesetting included.\n"
    yield "| board | work | on the wire | share |\n|---|---|---|---|"
    for width_px, height_px in SIZES:
        work_s, line_s = scroll(width_px, height_px)
        yield f"| {width_px}×{height_px} | {work_s * 1e3:.0f} ms | {line_s:.1f} s | **{work_s / line_s:.2%}** |"


def start_up() -> Iterator[str]:
    """The table of the command's start."""
    kind = "CPU time" if os.name == "posix" else "time"
    peer_s = program_cpu_s([sys.executable, "-c", "import click"])
    help_s = program_cpu_s([sys.executable, "-m", "signboard", "--help"])
    yield f"\n## Starting the command\n\nMedian {kind} of a whole process, bytecode compiled.\n"
    yield "| process | median | ratio |\n|---|---|---|"
    yield f"| `python -c 'import click'` | {peer_s * 1e3:.0f} ms | 1 |"
    yield f"| `signboard --help` | {help_s * 1e3:.0f} ms | **{help_s / peer_s:.2f}** |"


def machine() -> Iterator[str]:
    """What it ran on, in general words."""
    cores = os.cpu_count()
    system = f"{platform.system()} on {platform.machine()}, {cores} cores"
    versions = f"CPython {platform.python_version()}, click {version('click')}, signboard {signboard.__version__}"
    yield f"\n## Where\n\n{system}; {versions}. Medians; one machine, no other load intended."


def main() -> None:
    """Measure everything; `--print` leaves the page alone. A neighbour's name hands over to it."""
    if (word := next(iter(sys.argv[1:]), "")) in NEIGHBOURS:
        NEIGHBOURS[word](sys.argv[2:])
        return
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure and rewrite docs/performance.md.")
    parser.add_argument("--print", action="store_true", dest="only_print", help="print, do not write the page")
    asked = parser.parse_args()
    measured = [measure(width_px, height_px) for width_px, height_px in SIZES]
    font = (PAGE.parents[1] / "fonts" / "signboard" / "signboard-16.bdf").read_bytes()
    lines = [
        INTRODUCTION,
        *pictures(measured),
        *scrolls(),
        *views(font),
        *start_up(),
        *imports.table(imports.measure()),
        *starting.starting(),
        *lateness.lateness(),
        *machine(),
    ]
    text = "\n".join(lines) + "\n"
    print(text)
    if not asked.only_print:
        PAGE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
