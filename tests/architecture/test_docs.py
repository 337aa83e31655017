"""The documentation keeps up with the code."""

import re
from pathlib import Path

import pytest
from architecture.tree import ROOT
from card_page import PAGE as CARD_PAGE
from card_page import card_page
from commands_page import PAGE, commands_page
from exit_codes_page import PAGE as EXIT_CODES_PAGE
from exit_codes_page import exit_codes_page
from settings_page import PAGE as SETTINGS_PAGE
from settings_page import settings_page

from signboard import errors

PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("fonts/**/*.md"), *ROOT.glob("schedules/*.md")]
)


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=_relative)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page leads to a file that exists."""
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))

    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=_relative)
def test_links_within_pages_lead_to_headings(page: Path) -> None:
    """Every `page.md#heading` and `#heading` names a heading of that page, as forges make anchors of headings."""
    links = re.findall(r"\]\(([^)#\s:]*)#([^)\s]+)\)", page.read_text(encoding="utf-8"))
    targets = [((page.parent / name) if name else page, anchor) for name, anchor in links]

    assert [(target.name, anchor) for target, anchor in targets if anchor not in _anchors(target)] == []


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


def test_the_index_names_every_page() -> None:
    """docs/index.md links every page below docs/."""
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = [page.relative_to(ROOT / "docs").as_posix() for page in PAGES if page.is_relative_to(ROOT / "docs")]

    assert [page for page in pages if page != "index.md" and f"]({page})" not in index] == []


@pytest.mark.parametrize("line", ["demo", "tests"])
def test_the_readme_has_its_one_lines(line: str) -> None:
    """README.md has the two marked command lines, each exactly one line long."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    blocks = re.findall(rf"<!-- one line: {line} -->\n```sh\n(.+?)```", readme, re.DOTALL)

    assert [block.count("\n") for block in blocks] == [1]


def test_exit_codes_are_those_of_the_error_tree() -> None:
    """The table of exit codes names every error that sets a code of its own, with that code."""
    table = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    written = {name: int(code) for code, name in re.findall(r"^\| (\d+) \|.*\| `(\w+)` \|$", table, re.MULTILINE)}

    offered = {name: getattr(errors, name) for name in errors.__all__ if name.endswith("Error")}
    own = {name: error.exit_code for name, error in offered.items() if "exit_code" in vars(error)}

    assert written == own


def test_the_page_of_exit_codes_is_fresh() -> None:
    """docs/exit-codes.md says what the code says; `python tests/exit_codes_page.py` rewrites it."""
    assert EXIT_CODES_PAGE.read_text(encoding="utf-8") == exit_codes_page()


def test_the_card_for_the_wall_is_fresh() -> None:
    """docs/card.html is printed from what docs/card.md says; `python tests/card_page.py` rewrites it."""
    assert CARD_PAGE.read_text(encoding="utf-8") == card_page()


def test_every_decision_says_why() -> None:
    """Each decision record has a situation, a decision and consequences."""
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))

    assert records
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert re.match(rf"# {int(record.name[:4])}\. \S", text), record.name
        assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == ["Situation", "Decision", "Consequences"], (
            record.name
        )


def test_the_commands_page_is_fresh() -> None:
    """docs/commands.md says what `--help` says; `python tests/commands_page.py` rewrites it."""
    assert PAGE.read_text(encoding="utf-8") == commands_page()


def test_the_settings_page_is_fresh() -> None:
    """docs/settings.md names every setting of signboard.toml; `python tests/settings_page.py` rewrites it."""
    assert SETTINGS_PAGE.read_text(encoding="utf-8") == settings_page()
    assert all(f"| `{name}` |" in settings_page() for name in ("port", "card_scroll_seen", "stop"))


def test_the_readmes_play_on_boards() -> None:
    """Both show how a board is played on: a virtual one, and a real one by its port."""
    for name in ("README.md", "README.vi.md"):
        text = (ROOT / name).read_text(encoding="utf-8")

        assert "signboard run --port sim://" in text
        assert "signboard run --port COM3" in text
        assert "docs/settings.md" in text
