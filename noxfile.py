"""Sessions beside the everyday line: long tests, coverage, figures. `nox -l` lists them."""

import datetime as dt
import os
import re
import runpy
import secrets
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

import nox
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

nox.options.sessions = ["coverage"]
LONG_RUNS = Path(__file__).parent / "docs" / "long-runs.md"
OFFLINE = {
    "windows": (("win_amd64",), Path(__file__).parent / ".ci" / "cai-dat.cmd"),
    "linux": (("manylinux2014_x86_64", "manylinux_2_28_x86_64"), Path(__file__).parent / ".ci" / "cai-dat.sh"),
}
"""System → platform tags of wheels, and the script that installs them."""
OFFLINE_MORE = {"windows": ("colorama",), "linux": ()}
"""What only that system needs; pip reckons with the system that it runs on."""
OFFLINE_PYTHONS = ("3.11", "3.12", "3.13")


@nox.session
def coverage(session: nox.Session) -> None:
    """All short tests with branch coverage."""
    session.install("-e", ".[dev]")
    session.run("pytest", "--cov", "--cov-report=term-missing:skip-covered", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure, and rewrite docs/performance.md."""
    session.install("-e", ".")
    session.run("python", "-m", "bench", *session.posargs)


@nox.session
def long(session: nox.Session) -> None:
    """Run the long tests with a seed (the first argument, or a fresh one) and add a row to docs/long-runs.md."""
    seed = session.posargs[0] if session.posargs else str(secrets.randbelow(2**32))
    session.install("-e", ".[dev]")
    log = Path(session.create_tmp()) / "long.log"
    began_s = time.monotonic()
    with log.open("w", encoding="utf-8") as out:
        options = ("--long", f"--hypothesis-seed={seed}", "--timeout=0", "-rP", "-n", "2")
        session.run("pytest", *options, stdout=out, stderr=subprocess.STDOUT, success_codes=range(6))
    add_row(seed, time.monotonic() - began_s, log.read_text(encoding="utf-8"))
    closing = log.read_text(encoding="utf-8").splitlines()[-1]
    session.log(closing)
    if "failed" in closing or "error" in closing or "passed" not in closing:
        session.error(f"long run failed with seed {seed}; its output: {log}")


@nox.session
def oracles(session: nox.Session) -> None:
    """Ask other people's programs, each in an environment of its own: our board reads them, they read ours."""
    here = Path(__file__).parent
    references = runpy.run_path(str(here / "tests" / "oracles" / "environments.py"))["REFERENCES"]
    folder = Path(session.create_tmp()).resolve() / "references"
    for name, installs in references.items():
        python = folder / name / ("Scripts" if os.name == "nt" else "bin") / "python"
        session.run("python", "-m", "venv", "--clear", str(folder / name))
        for arguments in installs:
            session.run(str(python), "-m", "pip", "install", "--quiet", *arguments, external=True)
    session.install("-e", ".[dev]")
    session.run("pytest", "tests/oracles", "--oracles", str(folder), "-rP", "-n", "0", *session.posargs)


@nox.session
def wheelhouse(session: nox.Session) -> None:
    """One folder a system with everything for an installation without internet: wheels and the script that installs.

    Arguments: `windows`, `linux` (both where none is given). Result: dist/signboard-VERSION-SYSTEM-offline.zip.
    """
    session.install("build", "pip")
    dist = Path(__file__).parent / "dist"
    work = Path(session.create_tmp()).resolve()
    session.run("python", "-m", "build", "--wheel", "--outdir", str(work / "own"), ".")
    (own,) = (work / "own").glob("signboard-*.whl")
    for system in session.posargs or OFFLINE:
        platforms, script = OFFLINE[system]
        folder = work / f"{own.name.split('-py3')[0]}-{system}-offline"
        shutil.rmtree(folder, ignore_errors=True)
        for python in OFFLINE_PYTHONS:
            options = [part for name in platforms for part in ("--platform", name)]
            options += ["--python-version", python, "--implementation", "cp", "--only-binary=:all:"]
            session.run(
                "python", "-m", "pip", "download", "--quiet", *options, "--dest", str(folder / "wheels"), str(own)
            )
        (folder / script.name).write_bytes(script.read_bytes())
        dist.mkdir(exist_ok=True)
        made = shutil.make_archive(str(dist / folder.name), "zip", folder.parent, folder.name)
        session.log(f"{made}: {Path(made).stat().st_size / 1e6:.1f} MB, {len(list(folder.glob('wheels/*')))} wheels")
    shutil.rmtree(work / "own")


def unmet(wheels: Path, system: str) -> list[str]:
    """Requirements of these wheels on that system that none of them meets."""
    known = {canonicalize_name(wheel.name.split("-")[0]) for wheel in wheels.glob("*.whl")}
    there = {"windows": ("win32", "Windows", "nt"), "linux": ("linux", "Linux", "posix")}[system]
    environment = {**dict(zip(("sys_platform", "platform_system", "os_name"), there, strict=True)), "extra": ""}
    lacking = set()
    for wheel in wheels.glob("*.whl"):
        with zipfile.ZipFile(wheel) as opened:
            (metadata,) = (name for name in opened.namelist() if name.endswith(".dist-info/METADATA"))
            lines = opened.read(metadata).decode().split("\n\n")[0].splitlines()
        for line in lines:
            if line.startswith("Requires-Dist: "):
                wanted = Requirement(line.removeprefix("Requires-Dist: "))
                applies = wanted.marker is None or wanted.marker.evaluate(environment)
                if applies and canonicalize_name(wanted.name) not in known:
                    lacking.add(wanted.name)
    return sorted(lacking)


def add_row(seed: str, took_s: float, output: str) -> None:
    """Append one run to the table; a test tells its figures by printing `figure: name = value`."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    day = dt.datetime.now(tz=dt.UTC).date()
    result = re.findall(r"\d+ (?:passed|failed|errors?)", output.splitlines()[-1])
    figures = "; ".join(re.findall(r"figure: (.+)", output)) or "-"
    row = f"| {day} | {commit.stdout.strip()} | {seed} | {took_s / 60:.1f} min | {', '.join(result)} | {figures} |\n"
    with LONG_RUNS.open("a", encoding="utf-8") as table:
        table.write(row)
