"""What a clerk's file of 300 lines costs: CPU beyond start-up, and the reader's memory.

Start-up is the same command with a file of one line: two interpreters, fonts, the library of official slogans. What is
left is the work that grows with the list: unpacking, judging, comparing, setting every slogan on the board. Both are
run in turn, and of each the least of several runs is told: other programs on the same cores make the same work cost
up to twice its CPU time (they share caches and execution units), and nothing makes it cost less.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
import openpyxl

from bench.timing import program_cpu_s

__all__ = ["LINES", "FileCost", "main", "measure", "table"]

LINES = 300
AIM_S = 0.5
_RUNS = 7
_PEAK = """
import resource, sys
from pathlib import Path
from signboard.sandbox import read_apart
path = Path(sys.argv[1])
read_apart(path.read_bytes(), path.name)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
_SUBJECTS = ("Nam, nữ", "Cán bộ, công chức", "Mỗi gia đình", "Phụ nữ và trẻ em gái", "Toàn xã hội", "Thanh niên")
_VERBS = ("chung tay xóa bỏ bạo lực", "cùng thực hiện bình đẳng giới", "lên tiếng vì hạnh phúc", "xây dựng tương lai")


@dataclass(frozen=True, slots=True)
class FileCost:
    """What one kind of file costs.

    Attributes:
        kind: suffix.
        start_s: CPU seconds of the command with one line, the least of several runs.
        whole_s: with 300 lines, likewise.
        peak_mib: resident memory of the reading process, 300 lines; None where the system does not tell.
    """

    kind: str
    start_s: float
    whole_s: float
    peak_mib: float | None

    @property
    def beyond_s(self) -> float:
        """CPU seconds beyond start-up."""
        return self.whole_s - self.start_s


def _slogans(count: int) -> list[str]:
    """Different sentences, like real ones in length."""
    return [f"{_SUBJECTS[n % 6]} {_VERBS[n // 6 % 4]}, đợt {n} của kế hoạch" for n in range(count)]


def _write_docx(path: Path, slogans: list[str]) -> None:
    document = docx.Document()
    document.add_paragraph("DANH MỤC KHẨU HIỆU")
    for slogan in slogans:
        document.add_paragraph(slogan, style="List Number")
    document.save(str(path))


def _write_xlsx(path: Path, slogans: list[str]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    if sheet is None:
        raise AssertionError("a new workbook has a sheet")
    sheet.append(("STT", "Khẩu hiệu"))
    for number, slogan in enumerate(slogans, 1):
        sheet.append((number, slogan))
    book.save(path)


def _write_txt(path: Path, slogans: list[str]) -> None:
    path.write_text("\n".join(slogans) + "\n", encoding="utf-8")


_WRITERS = {"xlsx": _write_xlsx, "docx": _write_docx, "txt": _write_txt}


def measure() -> list[FileCost]:
    """Every kind of file."""
    with tempfile.TemporaryDirectory() as folder:
        return [_measure(kind, Path(folder)) for kind in _WRITERS]


def _measure(kind: str, folder: Path) -> FileCost:
    one, many = folder / f"one.{kind}", folder / f"many.{kind}"
    _WRITERS[kind](one, _slogans(1))
    _WRITERS[kind](many, _slogans(LINES))
    load = [sys.executable, "-m", "signboard", "load", "--dry-run", "--json"]
    pairs = [[program_cpu_s([*load, str(path)], 1) for path in (one, many)] for _turn in range(_RUNS)]
    start_s, whole_s = map(min, zip(*pairs, strict=True))
    return FileCost(kind, start_s, whole_s, _peak_mib(many))


def _peak_mib(path: Path) -> float | None:
    if sys.platform == "win32":
        return None
    told = subprocess.run([sys.executable, "-c", _PEAK, str(path)], check=True, capture_output=True, text=True).stdout
    return int(told) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def table(costs: list[FileCost]) -> Iterator[str]:
    """The table for the page."""
    yield f"\n## A list of {LINES} slogans: `signboard load --dry-run`\n"
    yield "CPU of both processes, the reader's included; start-up is the same command with a list of one line."
    yield f"The least of {_RUNS} runs of each, run in turn."
    yield f"Aim: at most {AIM_S} s beyond start-up for .xlsx and .docx, and 512 MiB for the reader.\n"
    yield "| file | start-up | 300 lines | beyond start-up | ratio to start-up | the reader's peak memory |"
    yield "|---|---|---|---|---|---|"
    for one in costs:
        peak = f"{one.peak_mib:.0f} MiB" if one.peak_mib is not None else "-"
        times = (
            f"{one.start_s:.2f} s | {one.whole_s:.2f} s | **{one.beyond_s:.2f} s** | {one.beyond_s / one.start_s:.2f}"
        )
        yield f"| .{one.kind} | {times} | {peak} |"


def main(_arguments: Sequence[str]) -> None:
    """Print the table alone."""
    print("\n".join(table(measure())))
