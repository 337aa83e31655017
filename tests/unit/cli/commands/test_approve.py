"""`approve`: a signed paper bound to what is loaded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from signboard.account import account_name
from signboard.app import store_path
from signboard.campaign.bundle import Bundle
from signboard.campaign.code import content_code
from signboard.cli.office_rule import PEOPLE_SET
from signboard.clock import SystemClock
from signboard.files import home_dir
from signboard.store.audit import ACCOUNT, Event
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.submissions import IDENTITY, LOADED

pytestmark = pytest.mark.one_person

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


@pytest.fixture
def two_people() -> None:
    """Nobody chose that one person may do both."""
    (home_dir() / "signboard.toml").unlink()


@pytest.fixture
def refused(ask: Ask) -> Callable[..., str]:
    """Ask for an approval that is refused, and give the reason's code; nothing has changed."""

    def asked(*words: object) -> str:
        told = ask("approve", *PAPER, *words, "--json")
        assert (told.code, BundleShelf(home_dir()).current()) == (4, None), told.err
        return str(told.envelope["errors"][0]["code"])

    return asked


@pytest.mark.usefixtures("two_people")
def test_who_loaded_does_not_approve_what_nobody_submitted(refused: Callable[..., str], loaded: str) -> None:
    """Nor under a name, on the same account; a list that was never loaded here is asked for by nobody."""
    code = ("--list", content_code(loaded))
    assert refused(*code) == refused("--as", "Bình", *code) == "own_submission"
    bundle = replace(BundleShelf(home_dir()).load(loaded), font_digest="f")
    BundleShelf(home_dir()).set_loaded(BundleShelf(home_dir()).save(bundle))
    assert refused() == "not_submitted"


@pytest.mark.usefixtures("two_people")
def test_what_nobody_submitted_is_approved_by_its_code_alone(
    ask: Ask, refused: Callable[..., str], loaded: str
) -> None:
    """Another file dropped meanwhile is not approved by the paper of the one before."""
    with Store(store_path()) as store:
        store.add_event(Event("", "", SystemClock().now(), "hoa", LOADED, {"bundle": "x"}))
    other = replace(BundleShelf(home_dir()).load(loaded), font_digest="f")
    BundleShelf(home_dir()).set_loaded(BundleShelf(home_dir()).save(other))
    with Store(store_path()) as store:
        store.add_event(Event("", "", SystemClock().now(), "hoa", LOADED, {"bundle": other.digest, ACCOUNT: "hoa"}))

    assert refused("--as", "Bình") == "not_named"
    assert ask("approve", *PAPER, "--as", "Bình", "--list", content_code(other.digest)).code == 0


def test_the_rule_of_the_office_stands_in_the_record(ask: Ask, loaded: str) -> None:
    """That one person may do both is told once, with the account beside the name, and which rule each approval used."""
    first = ask("approve", *PAPER, "--as", "Lan")
    second = ask("approve", *PAPER, "--as", "Lan", "--list", content_code(loaded))
    with Store(store_path()) as store:
        events = store.events()
    rules = [dict(event.details) for event in events if event.event == PEOPLE_SET]
    notes = [event.details for event in events if event.event == IDENTITY]

    assert rules == [{"people": 1, "was": None, "account": account_name()}]
    assert [(note["same_person"], note["people"]) for note in notes] == [("yes", 1)] * 2
    assert ["one person may submit and approve" in told.err for told in (first, second)] == [True, False]
    assert {event.details["account"] for event in events if event.actor == "Lan"} == {account_name()}


@pytest.mark.usefixtures("loaded")
def test_another_file_of_settings_softens_nothing(
    ask: Ask, refused: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither by `--config` nor by the environment; the own file may, and the record tells it."""
    mine, own = tmp_path / "mine.toml", home_dir() / "signboard.toml"
    mine.write_text("[approval]\npeople = 1\n", encoding="utf-8")
    own.write_text("[approval]\npeople = 2\n", encoding="utf-8")
    ask("submit", "--as", "Lan", "--out", tmp_path / "a.docx")
    assert refused("--as", "Lan", "--config", mine) == "softer_rule"
    with monkeypatch.context() as patch:
        patch.setenv("SIGNBOARD_CONFIG", str(mine))
        assert refused("--as", "Lan") == "softer_rule"
    own.unlink()
    assert ask("approve", *PAPER, "--as", "Lan", "--config", mine).code == 0


def test_a_paper_that_approved_another_list_is_told(ask: Ask, loaded: str, tmp_path: Path) -> None:
    """Somebody may have copied the number of the last one; the first time there is nothing to tell."""
    first = ask("approve", *PAPER)
    (tmp_path / "a.txt").write_text("Hai nhà\n", encoding="utf-8")
    ask("load", tmp_path / "a.txt")
    second = ask("approve", *PAPER)

    assert (first.code, second.code) == (0, 0)
    assert "approved the list" not in first.err
    assert f"approved the list {content_code(loaded)} before" in second.err


@pytest.mark.usefixtures("loaded")
def test_an_approval_by_a_clock_that_fell_back_is_told(ask: Ask) -> None:
    """It counts all the same; an act of a later day stands before it."""
    with Store(store_path()) as store:
        store.add_event(Event("", "", SystemClock().now() + timedelta(days=2), "an", "answered", {}))
    told = ask("approve", *PAPER)

    assert told.code == 0
    assert "This computer's clock says" in told.err


@pytest.mark.usefixtures("loaded", "two_people")
@pytest.mark.parametrize("name", ["B", "TRẦN thị  b", "Tra\u0302\u0300n Thi\u0323 B", "tran thi b", "Trần\u200bThị B."])
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
