"""One line that sets up everything the tests need and runs them all.

    python3 tests/run.py --install-system-packages

makes an environment of its own (.venv-tests), installs the product and its development packages there, installs the
Debian packages that browser, OCR and office tests use, and runs the tests. Without the flag it changes nothing outside
its environment: tests whose programs are missing are left out, and named. With CI=true nothing may be left out.
Further arguments go to pytest. Needs Python's standard library only.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from system_packages import INSTALL_LINE, TOOLS

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv-tests"
OLDEST_PYTHON = (3, 11)


def say(text: str) -> None:
    """Print now, so that our lines stay between those of the programs that we start."""
    print(text, flush=True)


def missing_tools() -> list[str]:
    """The names of the programs that this machine lacks."""
    return [name for name, tool in TOOLS.items() if not tool.is_there()]


def install_system_packages(missing: list[str]) -> None:
    """Install Debian's packages for the missing programs; what fails is found missing afterwards and named then."""
    packages = [package for name in missing for package in TOOLS[name].packages]
    if not packages:
        return
    if shutil.which("apt-get") is None:
        say(f"No apt-get here. Please install by hand: {' '.join(packages)}")
        return
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not root and shutil.which("sudo") is None:
        say(f"Neither root nor sudo. Please install by hand: {' '.join(packages)}")
        return
    apt = [*([] if root else ["sudo"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    say(f"Installing system packages: {' '.join(packages)}")
    subprocess.run([*apt, "update"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    subprocess.run(install, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)


def environment_python() -> Path:
    """Make or refresh the environment; return its interpreter.

    It is filled again only when pyproject.toml or the interpreter changed since the last time.
    """
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = ENVIRONMENT / "filled-from"
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    say(f"Setting up {ENVIRONMENT.name} (once; some minutes on a slow line) …")
    venv.create(ENVIRONMENT, clear=True, with_pip=True)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--editable", ".[dev]"], cwd=ROOT, check=True)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def name_missing(missing: list[str], *, tried: bool) -> None:
    """Say what is missing, what that leaves out, and, unless that has been tried, the line that cures it."""
    for name in missing:
        tool = TOOLS[name]
        packages = (
            f"Debian packages: {' '.join(tool.packages)}" if tool.packages else "no package; this system has none"
        )
        state = "COULD NOT BE INSTALLED:" if tried else "MISSING:"
        say(f"{state} {name} ({packages}). Left out: tests that {tool.purpose}.")
    if not tried and any(TOOLS[name].packages for name in missing):
        say(f"To install them and leave nothing out: {INSTALL_LINE}")


def main() -> int:
    """Set up, run, and name what was missing; the exit code is pytest's."""
    parser = argparse.ArgumentParser(description="Set up everything the tests need and run them all.")
    flag = "--install-system-packages"
    parser.add_argument(flag, action="store_true", help="install the Debian packages that some tests need")
    asked, for_pytest = parser.parse_known_args()
    missing = missing_tools()
    if asked.install_system_packages and missing:
        install_system_packages(missing)
        missing = missing_tools()
    name_missing(missing, tried=asked.install_system_packages)
    if missing and os.environ.get("CI") == "true":
        say("CI=true: nothing may be left out.")
        return 1
    python = environment_python()
    left_out = [f"--leave-out={name}" for name in missing]
    parallel = ["-n", "auto", "--maxprocesses", "4"]
    run = subprocess.run([str(python), "-m", "pytest", *parallel, *left_out, *for_pytest], cwd=ROOT, check=False)
    name_missing(missing, tried=asked.install_system_packages)
    return run.returncode


if __name__ == "__main__":
    if sys.version_info < OLDEST_PYTHON:
        sys.exit("signboard needs Python 3.11 or newer; this is " + sys.version.split()[0])
    sys.exit(main())
