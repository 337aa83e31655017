"""Names are the trade's names: nothing is called after the fact that it does something."""

import ast
import keyword
from pathlib import Path

from architecture.tree import ROOT, modules, parsed

EMPTY_NAMES = {
    "data",
    "do",
    "handle",
    "handler",
    "helper",
    "helpers",
    "info",
    "manager",
    "misc",
    "process",
    "util",
    "utils",
}
EMPTY_ENDINGS = ("Manager", "Helper", "Handler", "Util", "Utils")


def _names(path: Path) -> set[str]:
    defined = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {path.stem} | {node.name for node in ast.walk(parsed(path)) if isinstance(node, defined)}


def test_no_module_class_or_function_has_an_empty_name() -> None:
    """Nothing is called manager, helper, util, misc, data, info, process, handle or do."""
    empty = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules()
        for name in _names(path)
        if name.strip("_") in EMPTY_NAMES or name.endswith(EMPTY_ENDINGS)
    }

    assert set() == empty


def test_module_names_are_words() -> None:
    """Every module name is a lower-case word that Python can import without tricks."""
    odd = [path.name for path in modules() if not path.stem.isidentifier() or keyword.iskeyword(path.stem)]

    assert odd == []
