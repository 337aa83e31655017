"""Sessions beside the everyday line: long tests, coverage, figures. `nox -l` lists them."""

import datetime as dt
import os
import re
import runpy
import secrets
import subprocess
import time
from pathlib import Path

import nox

nox.options.sessions = ["coverage"]
LONG_RUNS = Path(__file__).parent / "docs" / "long-runs.md"


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


def add_row(seed: str, took_s: float, output: str) -> None:
    """Append one run to the table; a test tells its figures by printing `figure: name = value`."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    day = dt.datetime.now(tz=dt.UTC).date()
    result = re.findall(r"\d+ (?:passed|failed|errors?)", output.splitlines()[-1])
    figures = "; ".join(re.findall(r"figure: (.+)", output)) or "-"
    row = f"| {day} | {commit.stdout.strip()} | {seed} | {took_s / 60:.1f} min | {', '.join(result)} | {figures} |\n"
    with LONG_RUNS.open("a", encoding="utf-8") as table:
        table.write(row)
