"""`check`: one line an item, exit code 6 until everything is ready, answers on record, a sheet to sign."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bench_boards import FAST_BAUD, registered_board

from signboard.account import account_name
from signboard.app import store_path
from signboard.cli.commands import check
from signboard.files import home_dir
from signboard.health import readiness
from signboard.service.installed import State
from signboard.store.database import Store

pytestmark = pytest.mark.one_person

Ask = Callable[..., Any]
BOARD = ("--port", "sim://thu", "--size", "32x16", "--baud", FAST_BAUD)
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "Nguyễn Văn A")
WELL = ("host_loss=dark", "power_restart=yes", "radio=off", "password=changed", "cabinet=locked")


@pytest.fixture
def approved(ask: Ask, tmp_path: Path) -> None:
    """A list that plays every day, approved."""
    path = tmp_path / "a.txt"
    path.write_text("Bình đẳng giới\nNam, nữ bình quyền\n", encoding="utf-8")
    ask("load", path, "--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")
    ask("approve", *PAPER)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that runs."""
    running = [State(is_installed=True, is_running=True)]
    monkeypatch.setattr(readiness.service, "__defaults__", (lambda: running,))


def states(told: Any) -> dict[str, str]:  # noqa: ANN401 - what the fixture gives
    """Each item's state."""
    return {finding["check"]: finding["state"] for finding in told.data["findings"]}


def test_a_bare_computer_is_not_ready(ask: Ask) -> None:
    """Each item that is missing is red and has its cure."""
    told = ask("check", "--no-board", "--json")
    red = [one for one in told.data["findings"] if one["state"] == "bad"]

    assert told.code == 6
    assert told.data["ready"] is False
    assert {"content", "port", "service", "host_loss", "power_restart", "radio", "backup"} <= {
        one["check"] for one in red
    }
    assert all(one["cure"] for one in red)


@pytest.mark.usefixtures("approved", "service")
def test_everything_ready(ask: Ask) -> None:
    """Approved, answered, backed up, the board there in its size: exit code 0."""
    answers = [word for one in WELL for word in ("--answer", one)]
    ask("check", "--no-board", *answers, "--as", "Lan")
    assert ask("backup").code == 0
    with registered_board(home_dir()):
        told = ask("check", *BOARD, "--json")

    found = states(told)
    assert [name for name, state in found.items() if state == "bad"] == []
    assert (told.code, told.data["ready"], found["board"], found["fit"]) == (0, True, "good", "good")


@pytest.mark.usefixtures("approved")
def test_a_board_of_another_size_is_red(ask: Ask) -> None:
    """The settings say 96x32."""
    with registered_board(home_dir()):
        told = ask("check", "--port", "sim://thu", "--baud", FAST_BAUD, "--json")

    assert states(told)["board"] == "bad"


@pytest.mark.usefixtures("approved")
def test_the_day_is_looked_at(ask: Ask) -> None:
    """A list of every day plays on 15 November, too; a day without its year is asked for."""
    day = f"15/11/{time.localtime().tm_year + 1}"
    assert states(ask("check", "--no-board", "--day", day, "--json"))["dates"] == "good"

    told = ask("check", "--no-board", "--day", "15/11", "--json")
    assert (told.code, told.envelope["errors"][0]["code"]) == (3, "bad_day")


def test_answers_are_kept_in_the_audit_chain(ask: Ask) -> None:
    """Who said it; a wrong one among them keeps none."""
    told = ask("check", "--no-board", "--answer", "radio=off", "--answer", "password=who-knows", "--json")
    assert (told.code, told.envelope["errors"][0]["code"]) == (2, "no_such_answer")
    assert not store_path().exists()

    found = states(ask("check", "--no-board", "--answer", "radio=off", "--as", "Lan", "--json"))
    with Store(store_path()) as store:
        [event] = store.events()
        assert store.first_broken_event() is None
    assert found["radio"] == "good"
    assert (event.event, event.actor) == ("answered", "Lan")
    assert event.details == {"question": "radio", "answer": "off", "account": account_name()}


def test_everything_may_be_asked(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """By number, or in words; what is left empty stays open."""
    typed = iter(["1", "1", "radio", "2", "1", "1", "Ông Bình", "", "", "1"])
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(typed))
    found = states(ask("check", "--no-board", "--ask", "--json"))

    assert found["host_loss"] == "good"
    assert found["responsible"] == "good"
    assert found["watch"] == "note"


@pytest.mark.parametrize("name", ["sheet.docx", "Phiếu kiểm tra.html"])
def test_a_sheet_is_written(ask: Ask, tmp_path: Path, name: str) -> None:
    """Word or a page to print; what is not ready does not keep it from being written."""
    told = ask("check", "--no-board", "--sheet", tmp_path / name, "--json")

    assert told.code == 6
    assert told.data["sheet"] == str(tmp_path / name)
    assert (tmp_path / name).stat().st_size > 3000


def test_a_sheet_that_cannot_be_written_is_told(ask: Ask, tmp_path: Path) -> None:
    """Of another kind; where a folder stands."""
    assert ask("check", "--sheet", tmp_path / "sheet.pdf").code == 2
    (tmp_path / "sheet.docx").mkdir()
    assert ask("check", "--no-board", "--sheet", tmp_path / "sheet.docx").code == 3


def test_lines_for_people(ask: Ask) -> None:
    """A mark, a sentence, below it the cure; a verdict at the end."""
    told = ask("check", "--no-board")

    assert "[ERROR]" in told.out
    assert "→ " in told.out
    assert told.out.splitlines()[-1].startswith("Not ready: ")
    assert check.ANSWER_IS_NO == 6
