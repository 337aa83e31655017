"""The runner's plugin: what cannot run is a failure or is named, never a silence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from architecture.tree import ROOT
from system_packages import TOOLS

SAMPLE = '''
import pytest

@pytest.mark.needs("socat")
def test_two_ports():
    """Needs a foreign program."""

def test_plain():
    """Needs nothing."""

@pytest.mark.long
def test_large_counts():
    """Takes long."""
'''
SKIPPED = '''
import pytest

def test_shy():
    """Runs away."""
    pytest.importorskip("no_such_module")
'''


def _pytest(folder: Path, source: str, *options: str, ci: str = "") -> subprocess.CompletedProcess[str]:
    """Run our conftest over one test file on a machine without any program."""
    for name in ("tests/conftest.py", "tests/system_packages.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    (folder / "tests").mkdir()
    (folder / "tests" / "test_sample.py").write_text(source, encoding="utf-8")
    environment = os.environ | {"PATH": str(folder), "CI": ci, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}"}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_a_missing_program_fails_the_test(tmp_path: Path) -> None:
    """Nobody said to leave it out, so the test fails and tells the cure."""
    run = _pytest(tmp_path, SAMPLE)

    assert run.returncode == 1
    assert "socat is missing; install it by:" in run.stdout


@pytest.mark.parametrize("parallel", ["0", "1"])
def test_what_is_left_out_is_named(tmp_path: Path, parallel: str) -> None:
    """The summary names each test left out, in parallel runs too."""
    run = _pytest(tmp_path, SAMPLE, "--leave-out=socat", "-n", parallel)

    assert run.returncode == 0, run.stdout
    assert "1 left out: socat is not installed" in run.stdout
    assert "test_sample.py::test_two_ports" in run.stdout
    assert "1 left out: long ones" in run.stdout
    assert "1 passed" in run.stdout


def test_ci_leaves_nothing_out(tmp_path: Path) -> None:
    """With CI=true the order to leave something out is refused."""
    run = _pytest(tmp_path, SAMPLE, "--leave-out=socat", ci="true")

    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert "nothing may be left out" in run.stderr


def test_long_tests_run_when_asked_for(tmp_path: Path) -> None:
    """`--long` runs the long ones and only those."""
    run = _pytest(tmp_path, SAMPLE, "--long")

    assert "1 passed" in run.stdout


def test_a_skip_is_a_failure(tmp_path: Path) -> None:
    """A test that skips itself fails."""
    run = _pytest(tmp_path, SKIPPED)

    assert run.returncode == 1
    assert "was skipped" in run.stdout


def test_an_unknown_need_is_refused(tmp_path: Path) -> None:
    """A need that the list does not hold is an error, not an excuse."""
    run = _pytest(tmp_path, SAMPLE.replace("socat", "telescope"))

    assert run.returncode != 0
    assert "telescope" in run.stdout + run.stderr


@pytest.mark.parametrize("name", TOOLS)
def test_every_tool_says_what_for(name: str) -> None:
    """The page on testing names each tool and its packages."""
    page = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")

    assert f"| `{name}` |" in page
    assert [package for package in TOOLS[name].packages if package not in page] == []
