"""How tests are written: said in one sentence, never silent, without mocks where the code is pure."""

import ast
import re
from pathlib import Path

from architecture.tree import PURE_ROOMS, ROOT, functions, parsed, written_tests

SILENCERS = {"skip", "skipif", "xfail", "importorskip", "SkipTest", "skipTest", "skipUnless", "skipIf"}


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_test_says_what_it_proves() -> None:
    """Each test has a docstring of one sentence."""
    unsaid = []
    for path in written_tests():
        for node in functions(path):
            if not node.name.startswith("test_"):
                continue
            text = " ".join((ast.get_docstring(node) or "").split())
            if not text.endswith(".") or re.search(r"[a-z)`»]\. [A-Z]", text):
                unsaid.append(f"{_relative(path)}:{node.lineno} {node.name}: {text!r}")

    assert unsaid == []


def test_no_test_falls_silent() -> None:
    """No test is skipped or expected to fail; what a machine may lack is said by `needs`."""
    silent = {
        f"{_relative(path)}:{node.lineno} {node.attr}"
        for path in written_tests()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in SILENCERS
        if isinstance(node.value, ast.Name | ast.Attribute)
        and ast.unparse(node.value).split(".")[0] in {"pytest", "unittest"}
    }

    assert set() == silent


def test_pure_code_is_tested_without_mocks() -> None:
    """No unit test of a pure room imports a mock."""
    mocked = {
        _relative(path)
        for path in written_tests()
        if path.is_relative_to(ROOT / "tests" / "unit")
        and path.relative_to(ROOT / "tests" / "unit").parts[0] in PURE_ROOMS
        if re.search(
            r"unittest\.mock|from unittest import mock|pytest_mock|MagicMock", path.read_text(encoding="utf-8")
        )
    }

    assert set() == mocked
