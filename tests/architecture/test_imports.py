"""Import contracts hold, strangers stay strangers, and the contracts bite."""

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest
from architecture.tree import ROOT

from signboard.registry import Registry

FAMILIES = sorted(path.parent for path in (ROOT / "signboard").rglob("family.py"))
BROKEN = {
    "frame reads the clock": ("frame/frame.py", "import time"),
    "schedule looks at fonts": ("schedule/cue.py", "import signboard.font.face"),
    "text imports upwards": ("text/clean.py", "import signboard.campaign.slogan"),
    "link opens the port itself": ("link.py", "import serial"),
}


def _lint(folder: Path) -> str:
    """The linter's report; a process of its own, because this one has imported signboard already."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONUTF8": "1"}
    run = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return run.stdout + run.stderr


def test_all_contracts_hold() -> None:
    """Every contract of pyproject.toml is kept."""
    assert " 0 broken." in _lint(ROOT)


@pytest.mark.parametrize("breach", BROKEN)
def test_a_breach_is_found(breach: str, tmp_path: Path) -> None:
    """A single import in the wrong place breaks a contract (the control)."""
    name, line = BROKEN[breach]
    shutil.copytree(ROOT / "signboard", tmp_path / "signboard", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "signboard" / name).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")

    report = _lint(tmp_path)

    assert "broken." in report
    assert " 0 broken." not in report


def _members(family: Path) -> set[str]:
    """The modules that the family's table names."""
    table = importlib.import_module(".".join([*family.relative_to(ROOT).parts, "family"]))
    registries = [value for value in vars(table).values() if isinstance(value, Registry)]
    return {target.partition(":")[0] for registry in registries for target in registry.targets().values()}


@pytest.mark.parametrize("family", FAMILIES, ids=lambda path: path.name)
def test_members_of_a_family_are_strangers(family: Path) -> None:
    """No registered member of a family imports another one."""
    graph = grimp.build_graph("signboard", cache_dir=None)
    members = _members(family)
    pairs = {(member, other) for member in members for other in graph.find_modules_directly_imported_by(member)}

    assert members
    assert {pair for pair in pairs if pair[1] in members} == set()
