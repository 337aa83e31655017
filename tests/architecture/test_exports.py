"""Each module says what it offers, and offers what it says; private names stay at home."""

import ast
import importlib
from pathlib import Path

import pytest
from architecture.tree import ROOT, modules, parsed

import signboard

LARGEST_PUBLIC_FACE = 40


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _all_of(path: Path) -> list[str] | None:
    for node in parsed(path).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            return [str(name) for name in ast.literal_eval(node.value)]  # type: ignore[attr-defined]  # an Assign has one
    return None


@pytest.mark.parametrize("path", modules(), ids=_dotted)
def test_every_module_offers_what_it_says(path: Path) -> None:
    """A module with code of its own has an `__all__` whose names all exist."""
    names = _all_of(path)
    code = [node for node in parsed(path).body if not isinstance(node, ast.Expr)]
    if not code:
        return

    assert names is not None, "no __all__"
    module = importlib.import_module(_dotted(path))
    assert [name for name in names if not hasattr(module, name)] == []


def test_the_public_face_is_small() -> None:
    """The package itself exports at most 40 names."""
    assert len(signboard.__all__) <= LARGEST_PUBLIC_FACE


def test_private_names_stay_in_their_package() -> None:
    """Nothing imports an underscored name from another module."""
    borrowed = {
        f"{path.relative_to(ROOT)}: {alias.name}"
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("signboard")
        for alias in node.names
        if alias.name.startswith("_") and not alias.name.startswith("__") and alias.name != "_"  # gettext's own name
    }

    assert set() == borrowed
