"""The product's source as the architecture tests look at it: files, syntax trees, rooms."""

import ast
import functools
import subprocess
from collections.abc import Iterator
from pathlib import Path

__all__ = ["PURE_ROOMS", "ROOT", "functions", "modules", "parsed", "tracked_texts", "written_tests"]

ROOT = Path(__file__).parents[2]
PURE_ROOMS = (
    "campaign",
    "effects",
    "font",
    "frame",
    "importers",
    "manuscript",
    "office",
    "playlog",
    "protocols",
    "schedule",
    "text",
    "typeset",
)


def modules() -> list[Path]:
    """Every Python file of the product."""
    return sorted((ROOT / "signboard").rglob("*.py"))


def written_tests() -> list[Path]:
    """Every Python file of the tests."""
    return sorted((ROOT / "tests").rglob("*.py"))


@functools.cache
def parsed(path: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file, nested ones too."""
    return (node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def tracked_texts() -> Iterator[tuple[Path, str]]:
    """Every text file under version control (or meant for it) with its content."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    run = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in run.stdout.splitlines():
        path = ROOT / name
        if not path.is_file():
            continue
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
