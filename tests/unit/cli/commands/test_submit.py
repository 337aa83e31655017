"""`submit`: a paper to be signed, and who may sign it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from signboard.app import store_path
from signboard.campaign.code import content_code
from signboard.files import home_dir
from signboard.store.database import Store
from signboard.store.open_lines import OpenLine, keep_open_lines
from signboard.store.shelf import BundleShelf
from signboard.store.submissions import IDENTITY, last_submission

Ask = Callable[..., Any]
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "Nguyễn Văn A")


@pytest.fixture
def loaded(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A list of one slogan, loaded; its digest. The folder one stands in is a fresh one."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text("Bình đẳng giới\n", encoding="utf-8")
    digest: str = ask("load", path, "--json").data["bundle"]
    return digest


def _settings(text: str) -> None:
    home_dir().mkdir(parents=True, exist_ok=True)
    (home_dir() / "signboard.toml").write_text(text, encoding="utf-8")


def test_the_paper_is_written_and_names_the_code(ask: Ask, loaded: str) -> None:
    """In the folder one stands in, under its code."""
    data = ask("submit", "--as", "Lan", "--json").data
    words = "\n".join(part.text for part in docx.Document(BytesIO(Path(data["file"]).read_bytes())).paragraphs)

    assert data["code"] == content_code(loaded)
    assert content_code(loaded) in words


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("who", [("--as", "LAN"), ("--as", "Bình", "--signer", "Lan")])
def test_who_submitted_does_not_approve(ask: Ask, who: tuple[str, ...]) -> None:
    """Neither as the one who enters it nor as the one who signed."""
    ask("submit", "--as", "Lan")
    told = ask("approve", *PAPER, *who)

    assert told.code == 4
    assert BundleShelf(home_dir()).current() is None


def test_somebody_else_approves_by_the_code(ask: Ask, loaded: str) -> None:
    """The code of the paper names the list."""
    ask("submit", "--as", "Lan")
    told = ask("approve", *PAPER, "--as", "Bình", "--list", content_code(loaded), "--json")

    assert told.data["submitted_by"] == "Lan"
    assert BundleShelf(home_dir()).current() == loaded


@pytest.mark.usefixtures("loaded")
def test_an_office_of_one_person_may_and_the_log_says_so(ask: Ask) -> None:
    """A conscious choice in the settings."""
    _settings("[approval]\npeople = 1\n")
    ask("submit", "--as", "Lan")
    told = ask("approve", *PAPER, "--as", "Lan")
    with Store(store_path()) as store:
        notes = [event for event in store.events() if event.event == IDENTITY]

    assert told.code == 0
    assert notes[-1].details["same_person"] == "yes"


@pytest.mark.usefixtures("loaded")
def test_an_office_of_two_needs_a_submission(ask: Ask) -> None:
    """Nothing is approved that nobody asked for."""
    _settings("[approval]\npeople = 2\n")

    assert ask("approve", *PAPER, "--as", "Bình").code == 4


def test_blocked_lines_have_to_be_settled(ask: Ask, loaded: str) -> None:
    """All of them are told; left out on purpose, the paper names them."""
    keep_open_lines(home_dir(), loaded, [OpenLine("a.txt, dòng 2", "Bạn.̣", "orphan_mark", "dấu rời")])
    refused = ask("submit")
    data = ask("submit", "--leave-out", "--json").data

    assert (refused.code, "Bạn" in refused.err) == (4, True)
    assert data["left_out"] == ["Bạn.̣"]


def test_nothing_loaded_is_refused(ask: Ask) -> None:
    """There must be something to submit."""
    assert ask("submit").code == 4


def test_a_withdrawn_text_is_neither_submitted_nor_approved(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The paper names it among what stays out, and the others keep their numbers."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "b.txt"
    path.write_text("Bình đẳng giới\nTiết kiệm nước sạch\nTrồng thêm cây xanh\n", encoding="utf-8")
    ask("load", path)
    ask("withdraw", "2")
    data = ask("submit", "--as", "Lan", "--json").data
    document = docx.Document(BytesIO(Path(data["file"]).read_bytes()))
    rows = [row.cells[0].text for table in document.tables for row in table.rows]
    told = ask("approve", *PAPER, "--as", "Bình", "--list", data["code"], "--json").data

    assert (data["slogans"], data["left_out"]) == (2, ["Tiết kiệm nước sạch"])
    assert [number for number in rows if number in {"1", "2", "3"}] == ["1", "3"]
    assert "Tiết kiệm nước sạch" not in told["texts"]


@pytest.mark.parametrize(("place", "code"), [(".", 3), ("none/a.docx", 3), ("a.pdf", 2)])
def test_a_place_for_no_paper_submits_nothing(
    ask: Ask, loaded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, code: int
) -> None:
    """One sentence; the record tells of no request."""
    monkeypatch.chdir(tmp_path)

    assert ask("submit", "--out", place).code == code
    with Store(store_path()) as store:
        assert last_submission(store, loaded) is None
