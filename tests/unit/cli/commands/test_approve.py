"""`approve`: a signed paper bound to what is loaded."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signboard.app import store_path
from signboard.campaign.bundle import Bundle
from signboard.campaign.code import content_code
from signboard.files import home_dir
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

Ask = Callable[..., Any]
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "Nguyễn Văn A")


@pytest.fixture
def loaded(ask: Ask, tmp_path: Path) -> str:
    """A list of one slogan, loaded; its digest."""
    path = tmp_path / "a.txt"
    path.write_text("Bình đẳng giới\n", encoding="utf-8")
    digest: str = ask("load", path, "--json").data["bundle"]
    return digest


def test_the_approval_is_kept_and_the_pointer_set(ask: Ask, loaded: str) -> None:
    """Paper, signer and the one who entered it are in the store; the bundle is now the current one."""
    told = ask("approve", *PAPER, "--as", "Trần B")
    with Store(store_path()) as store:
        approval = store.approval_of(loaded)

    assert told.code == 0
    assert approval is not None
    assert (approval.number, approval.signer, approval.actor) == ("87/KH", "Nguyễn Văn A", "Trần B")
    assert BundleShelf(home_dir()).current() == loaded


def test_json_names_the_bundle(ask: Ask, loaded: str) -> None:
    """The digest and the paper stand in the envelope."""
    data = ask("approve", *PAPER, "--json").data

    assert (data["bundle"], data["date"], data["slogans"]) == (loaded, "2020-10-09", 1)
    assert data["actor"]


def test_nothing_loaded_is_refused(ask: Ask) -> None:
    """There must be something to approve."""
    assert ask("approve", *PAPER).code == 4


@pytest.mark.usefixtures("loaded")
def test_an_incomplete_paper_is_refused_with_all_problems(ask: Ask) -> None:
    """No number, a date to come and no signer are three problems, and nothing is approved."""
    told = ask("approve", "--number", "/KH", "--date", "01/01/2999", "--signer", " ")

    assert told.code == 3
    assert BundleShelf(home_dir()).current() is None
    assert ask("approve", *PAPER[:2], "--date", "09/10", *PAPER[4:]).code == 3


@pytest.mark.usefixtures("loaded")
def test_the_paper_must_be_named(ask: Ask) -> None:
    """Number, date and signer are required."""
    assert ask("approve").code == 2


def test_an_edit_voids_the_approval(ask: Ask, loaded: str, tmp_path: Path) -> None:
    """After a correction the current bundle is still the approved one, and what is loaded is another."""
    ask("approve", *PAPER)
    (tmp_path / "a.txt").write_text("Bình đẳng giới!\n", encoding="utf-8")
    other = ask("load", tmp_path / "a.txt", "--json").data["bundle"]
    with Store(store_path()) as store:
        assert store.approval_of(other) is None

    assert BundleShelf(home_dir()).current() == loaded != other


def test_an_empty_list_cannot_be_approved(ask: Ask) -> None:
    """The board would stay dark with a signature on it."""
    shelf = BundleShelf(home_dir())
    shelf.set_loaded(shelf.save(Bundle("site", "board", (), "f")))
    told = ask("approve", *PAPER, "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (4, "nothing_playable")
    assert shelf.current() is None


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("option", ["--number", "--signer", "--as"])
def test_control_characters_stay_out_of_the_record(ask: Ask, option: str) -> None:
    """They are refused, and the sentence obeys none of them."""
    told = ask("approve", *PAPER, option, "1\x1b[31m/KH")

    assert told.code == 3
    assert "\\x1b" in told.err
    assert "\x1b" not in told.err


def test_an_unapproved_edit_is_told_by_looking_commands(ask: Ask, loaded: str, tmp_path: Path) -> None:
    """Which text they describe, and that the board plays another one."""
    ask("approve", *PAPER)
    approved = ask("now", "--json").data
    (tmp_path / "a.txt").write_text("Bình đẳng giới!\n", encoding="utf-8")
    ask("load", tmp_path / "a.txt")
    told = [ask(command, "--json") for command in ("now", "why", "slogans", "preview")]

    assert (approved["source"], approved["pending_approval"]) == ("approved", False)
    assert {one.data["source"] for one in told} == {"loaded"}
    assert all(one.data["pending_approval"] for one in told)
    assert ["plays the list approved before" in one.err for one in told] == [True, True, False, True]
    assert "what is marked approved plays on the board" in told[2].err
    assert BundleShelf(home_dir()).current() == loaded


def test_what_was_approved_is_told(ask: Ask, loaded: str) -> None:
    """Every text stands below the approval, so that a list that somebody else loaded meanwhile is seen."""
    told = ask("approve", *PAPER, "--list", loaded[:12])

    assert told.code == 0
    assert told.out.splitlines()[1].split(maxsplit=1) == ["1", "Bình đẳng giới"]


@pytest.mark.parametrize("code", ["0123456789ab", "", "0"])
def test_another_list_than_the_signed_one_is_refused(ask: Ask, loaded: str, code: str) -> None:
    """The code on the paper names the list; another one, or too short a code, approves nothing."""
    told = ask("approve", *PAPER, "--list", code)

    assert told.code == 4
    assert content_code(loaded) in told.err
    assert BundleShelf(home_dir()).current() is None


def test_an_edit_after_the_submission_is_not_approved_by_the_way(ask: Ask, tmp_path: Path, loaded: str) -> None:
    """Submitted, then another list loaded: without its code nothing is approved, with the old code nothing either."""
    ask("submit", "--out", tmp_path / "a.docx", "--as", "Lan")
    (tmp_path / "a.txt").write_text("Câu sửa lén\n", encoding="utf-8")
    other = ask("load", tmp_path / "a.txt", "--json").data["bundle"]
    told = [ask("approve", *PAPER, *more) for more in ((), ("--list", content_code(loaded)))]

    assert [one.code for one in told] == [4, 4]
    assert content_code(loaded) in told[0].err
    assert BundleShelf(home_dir()).current() is None
    assert ask("approve", *PAPER, "--list", content_code(other)).code == 0


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("name", ["TRẦN thị  b", "Tra\u0302\u0300n Thi\u0323 B", "tran thi b", "Trần\u200bThị B."])
@pytest.mark.parametrize("option", ["--as", "--signer"])
def test_who_submitted_does_not_approve_under_another_spelling(
    ask: Ask, tmp_path: Path, name: str, option: str
) -> None:
    """Capitals, blanks, letters apart from their marks, no marks at all; also where somebody else submitted it anew."""
    for who in ("Trần Thị B", "Lê C"):
        ask("submit", "--out", tmp_path / "a.docx", "--as", who)
    names = {"--as": "Phạm D", "--signer": "Nguyễn Văn A", option: name}
    told = ask("approve", *PAPER[:4], *(word for pair in names.items() for word in pair), "--json")

    assert told.code == 4
    assert told.envelope["errors"][0]["code"] in {"own_submission", "own_signature"}
    assert BundleShelf(home_dir()).current() is None
