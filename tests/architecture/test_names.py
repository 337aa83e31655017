"""Names are the trade's names: nothing is called after the fact that it does something."""

import ast
import keyword
import re
from pathlib import Path

from architecture.tree import ROOT, modules, parsed

from signboard.protocols import PROTOCOLS

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


def test_the_player_asks_for_no_protocol_by_name() -> None:
    """It obeys capabilities: no family's name stands in its code, nor in the link's."""
    names = re.compile(r'["\'](' + "|".join(PROTOCOLS.names()) + r')["\']')
    rooms = ("player", "link.py", "transports")
    found = [
        f"{path.name}: {match[0]}"
        for path in modules()
        if path.relative_to(ROOT / "signboard").parts[0] in rooms
        for match in names.finditer(path.read_text(encoding="utf-8"))
    ]

    assert found == []
    assert names.search('if protocol == "bx5flash":')
