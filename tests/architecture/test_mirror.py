"""The unit tests mirror the product file for file."""

from pathlib import Path

from architecture.tree import ROOT, modules

UNIT = ROOT / "tests" / "unit"
# Modules without a test file of their own, each with the reason.
EXEMPT = {
    "campaign/period.py": "values without behaviour; every test of the calendar uses them",
    "manuscript/model.py": "values without behaviour; every importer's test reads them",
    "player/vitals.py": "values without behaviour; the streamer's tests read them",
    "protocols/family.py": "one table, which every conformance test walks through",
    "protocols/spec.py": "values without behaviour; every family's conformance test reads them",
    "store/schema.py": "SQL as text; every test of store/database.py runs it",
    "store/statements.py": "SQL as text; every test of store/database.py runs it",
    "transports/base.py": "a typing protocol without behaviour",
}


def _mirrors(module: Path) -> list[Path]:
    inside = module.relative_to(ROOT / "signboard")
    folder = UNIT / inside.parent
    name = inside.stem.strip("_")
    rooms = {inside.parent.name, inside.parent.name.removesuffix("s")}
    return [folder / f"test_{name}.py", *(folder / f"test_{room}_{name}.py" for room in sorted(rooms))]


def _testable() -> list[Path]:
    return [path for path in modules() if path.name != "__init__.py"]


def test_every_module_has_its_test_file() -> None:
    """signboard/x/y.py is tested by tests/unit/x/test_y.py or test_x_y.py; the exempt ones are named."""
    alone = {
        path.relative_to(ROOT / "signboard").as_posix()
        for path in _testable()
        if not any(mirror.is_file() for mirror in _mirrors(path))
    }

    assert set(EXEMPT) == alone


def test_no_test_file_has_lost_its_module() -> None:
    """Every unit test file stands for a module that exists, or for a package's own __init__."""
    known = {mirror for path in _testable() for mirror in _mirrors(path)}
    packages = {UNIT / path.parent.relative_to(ROOT / "signboard") for path in modules() if path.name == "__init__.py"}
    known |= {folder / f"test_{folder.name}.py" for folder in packages}

    assert set() == {str(path.relative_to(ROOT)) for path in UNIT.rglob("test_*.py") if path not in known}
