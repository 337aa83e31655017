"""What every test folder shares: nothing is left out in silence, frames differ readably, nobody's real home is touched.

* `@pytest.mark.needs("tesseract")`: the test needs a program of tests/system_packages.py. Where it is missing the test
  *fails*, unless the runner said `--leave-out tesseract`; then the closing summary names the test. With CI=true nothing
  may be left out.
* A skipped test fails: a skip is a silence.
* `@pytest.mark.long` runs only with `--long` (that is `nox -s long`), which also runs every law of tests/property with
  many examples, and nothing else; the everyday summary names what it left to that run.
* `@pytest.mark.oracle` runs only with `--oracles FOLDER` (that is `nox -s oracles`), against other people's programs.
* `--installed` runs only the tests marked `installed`, against an installed signboard outside the checkout.
* `@pytest.mark.one_person` gives the test's home settings by which whoever loads a list may approve it, too.
* Hypothesis: profile `ci` with CI=true, else `dev`; `--long` takes `long`. Tests that set no counts of their own follow
  the profile.
"""

import hashlib
import os
import signal
import threading
from collections.abc import Generator, Iterable
from pathlib import Path

import hypothesis
import pytest
from system_packages import INSTALL_LINE, TOOLS

import signboard
from signboard.frame.frame import Frame

_HERE = Path(__file__).parent
_LAWS = _HERE / "property"
_CI = os.environ.get("CI") == "true"

hypothesis.settings.register_profile("dev", max_examples=50, deadline=None)
hypothesis.settings.register_profile("ci", max_examples=50, deadline=None, derandomize=True)
hypothesis.settings.register_profile("long", max_examples=2_000, deadline=None, print_blob=True)


class NotRun:
    """The tests of this run that were left out, and why; survives the way from a parallel worker to the terminal."""

    def __init__(self) -> None:
        self.by_reason: dict[str, list[str]] = {}

    def add(self, reason: str, names: Iterable[str]) -> None:
        """Remember tests under their reason, each once."""
        known = self.by_reason.setdefault(reason, [])
        known.extend(name for name in names if name not in known)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """In a parallel worker: send what was left out to the process that prints."""
        output: dict[str, object] | None = getattr(session.config, "workeroutput", None)
        if output is not None:
            output["not_run"] = self.by_reason

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object) -> None:
        """In the process that prints: take over what a worker sent."""
        sent: dict[str, dict[str, list[str]]] = getattr(node, "workeroutput", {})
        for reason, names in sent.get("not_run", {}).items():
            self.add(reason, names)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Name everything that was left out."""
        for reason, names in self.by_reason.items():
            terminalreporter.section(f"{len(names)} left out: {reason}")
            for name in sorted(names):
                terminalreporter.line(name)


_NOT_RUN = pytest.StashKey[NotRun]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The runner's options."""
    group = parser.getgroup("signboard")
    group.addoption(
        "--leave-out", action="append", default=[], choices=sorted(TOOLS), help="leave out tests needing it"
    )
    group.addoption("--long", action="store_true", help="run the tests marked long and the laws, and only those")
    group.addoption("--oracles", help="run only the tests against references, whose environments are in this folder")
    group.addoption(
        "--installed", action="store_true", help="run only tests marked installed, on the installed package"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Check the options against each other and set the Hypothesis profile."""
    if _CI and config.option.leave_out:
        raise pytest.UsageError(f"CI=true: nothing may be left out; install it by: {INSTALL_LINE}")
    checkout = _HERE.parent
    if config.option.installed and Path(signboard.__file__).is_relative_to(checkout / "signboard"):
        raise pytest.UsageError("--installed: this signboard is the checkout, not an installed one")
    hypothesis.settings.load_profile("long" if config.option.long else "ci" if _CI else "dev")
    is_ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN  # as of shells in the background; tests press Ctrl-C
    if is_ignored and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)
    config.addinivalue_line("markers", "one_person: the office of this test is one of one person")
    config.stash[_NOT_RUN] = NotRun()
    config.pluginmanager.register(config.stash[_NOT_RUN], "signboard-not-run")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """With `--installed`: do not even import files without such tests; their imports may be development tools."""
    if not config.option.installed or collection_path.suffix != ".py" or collection_path.name == "conftest.py":
        return None
    return True if "mark.installed" not in collection_path.read_text(encoding="utf-8") else None


def _tools_of(item: pytest.Item) -> list[str]:
    tools = [str(name) for mark in item.iter_markers("needs") for name in mark.args]
    unknown = [tool for tool in tools if tool not in TOOLS]
    if unknown:
        raise pytest.UsageError(f"{item.nodeid} needs {unknown}, which tests/system_packages.py does not list")
    return tools


def _reason_to_leave_out(item: pytest.Item, config: pytest.Config) -> str | None:
    if config.option.installed and item.get_closest_marker("installed") is None:
        return "not for the installed package"
    if (item.get_closest_marker("oracle") is not None) != bool(config.option.oracles):
        return "no reference is asked" if config.option.oracles else "references; ask them by: nox -s oracles"
    is_long = item.get_closest_marker("long") is not None
    if config.option.long and not is_long and item.path.parent != _LAWS:
        return "these are short"
    if is_long and not config.option.long:
        return "long ones; run them by: nox -s long"
    for tool in _tools_of(item):
        if tool in config.option.leave_out:
            return f"{tool} is not installed; install it by: {INSTALL_LINE}"
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out what this run leaves out, and remember it by name."""
    gone: dict[str, list[pytest.Item]] = {}
    kept: list[pytest.Item] = []
    for item in items:
        reason = _reason_to_leave_out(item, config)
        (gone.setdefault(reason, []) if reason else kept).append(item)
    for reason, left in gone.items():
        config.hook.pytest_deselected(items=left)
        if reason not in ("these are short", "not for the installed package", "no reference is asked"):
            config.stash[_NOT_RUN].add(reason, [item.nodeid for item in left])
    items[:] = kept


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A missing program is a failure: silence would look like success."""
    for tool in _tools_of(item):
        if not TOOLS[tool].is_there():
            pytest.fail(f"{tool} is missing; install it by: {INSTALL_LINE}", pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skip, whatever its cause, is reported as a failure."""
    report = yield
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped; use @pytest.mark.needs(...) for what a machine may lack"
    return report


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Two frames that differ are shown as one picture: `+` only left, `-` only right, `#` both."""
    if op != "==" or not isinstance(left, Frame) or not isinstance(right, Frame):
        return None
    sizes = [f"{f.width_px}x{f.height_px}" for f in (left, right)]
    lines = [
        f"frames differ: left {sizes[0]}, {left.lit} lit; right {sizes[1]}, {right.lit} lit; + only left, - only right"
    ]
    width_px, height_px = max(left.width_px, right.width_px), max(left.height_px, right.height_px)
    for y in range(height_px):
        pairs = [(_lit(left, x, y), _lit(right, x, y)) for x in range(width_px)]
        lines.append(
            "".join({(True, True): "#", (True, False): "+", (False, True): "-"}.get(pair, ".") for pair in pairs)
        )
    return lines


def _lit(frame: Frame, x: int, y: int) -> bool:
    return any(frame.pixel(x, y, plane) for plane in range(len(frame.planes)))


@pytest.fixture(autouse=True)
def _no_real_home(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a SIGNBOARD_HOME of its own, not made but for `one_person`; keep the caller's settings out."""
    base: Path = request.getfixturevalue("tmp_path_factory").getbasetemp()
    own = hashlib.sha256(request.node.nodeid.encode()).hexdigest()[:12]
    for name in [name for name in os.environ if name.startswith("SIGNBOARD_") and name not in _DATA_VARIABLES]:
        monkeypatch.delenv(name)
    home = base / f"home-{own}"
    monkeypatch.setenv("SIGNBOARD_HOME", str(home))
    if request.node.get_closest_marker("one_person"):
        home.mkdir()
        (home / "signboard.toml").write_text("[approval]\npeople = 1\n", encoding="utf-8")


_DATA_VARIABLES = ("SIGNBOARD_VECTORS", "SIGNBOARD_SLOGANS")
