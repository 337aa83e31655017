"""Modules and functions stay small enough to read in one sitting."""

from architecture.tree import ROOT, functions, modules

MODULE_LINES = 400
FUNCTION_LINES = 50


def test_no_module_is_longer_than_one_sitting() -> None:
    """No module has more than 400 lines."""
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}

    assert {name: lines for name, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_no_function_is_longer_than_a_page() -> None:
    """No function has more than 50 lines, its docstring included."""
    lengths = {
        f"{path.relative_to(ROOT)}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in modules()
        for node in functions(path)
    }

    assert {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES} == {}
