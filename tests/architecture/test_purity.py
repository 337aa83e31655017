"""What import contracts cannot see: built-in doors to the outside, and clocks hidden in `datetime`."""

import ast
from pathlib import Path

from architecture.tree import PURE_ROOMS, ROOT, modules, parsed

DOORS = {"open", "print", "input", "breakpoint", "exec", "eval", "__import__"}
CLOCKS = {"now", "utcnow", "today", "fromtimestamp"}


def _door(node: ast.AST) -> str | None:
    if not isinstance(node, ast.Call):
        return None
    if isinstance(node.func, ast.Name) and node.func.id in DOORS:
        return node.func.id
    if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS and isinstance(node.func.value, ast.Name):
        return node.func.attr if node.func.value.id in {"datetime", "date", "dt"} else None
    return None


def _doors(path: Path) -> list[str]:
    return [f"{path.relative_to(ROOT)}:{node.lineno} {_door(node)}" for node in ast.walk(parsed(path)) if _door(node)]  # type: ignore[attr-defined]  # calls have a line


def test_pure_rooms_have_no_door() -> None:
    """No pure room opens a file, prints, asks, runs text as code or reads a clock."""
    pure = [path for path in modules() if path.relative_to(ROOT / "signboard").parts[0] in PURE_ROOMS]

    assert [door for path in pure for door in _doors(path)] == []


def test_the_clock_is_read_in_one_module() -> None:
    """Only signboard/clock.py asks what time it is."""
    readers = {
        path.relative_to(ROOT).as_posix() for path in modules() for door in _doors(path) if door.split()[-1] in CLOCKS
    }

    assert readers <= {"signboard/clock.py"}


def test_the_look_finds_a_hidden_clock() -> None:
    """The check itself sees a clock and a file in a line of code (the control)."""
    calls = ast.walk(ast.parse("datetime.now(tz=zone); open('x'); face.now(); canvas.open()"))

    assert sorted(found for node in calls if (found := _door(node))) == ["now", "open"]
