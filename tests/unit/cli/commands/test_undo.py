"""`undo`: back to the list approved before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from signboard.account import account_name
from signboard.app import approved_content, store_path
from signboard.files import home_dir
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

pytestmark = pytest.mark.one_person

Ask = Callable[..., Any]
Approve = Callable[[str], str]
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "A")
ALWAYS = ("--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")


@pytest.fixture
def load(ask: Ask, tmp_path: Path) -> Approve:
    """Load these lines and give the list's digest."""

    def loaded(text: str) -> str:
        path = tmp_path / "a.txt"
        path.write_text(text, encoding="utf-8")
        return str(ask("load", path, *ALWAYS, "--json").data["bundle"])

    return loaded


@pytest.fixture
def approve(ask: Ask, load: Approve) -> Approve:
    """And approve it."""

    def approved(text: str) -> str:
        digest = load(text)
        assert ask("approve", *PAPER).code == 0
        return digest

    return approved


def _playing() -> list[str]:
    return [slogan.text for campaign in approved_content().campaigns for slogan in campaign.slogans]


def test_the_list_before_plays_again(ask: Ask, approve: Approve) -> None:
    """Told with its paper; the record says who went back, by which document, from which list."""
    first, second = approve("Một nhà\n"), approve("Hai nhà\n")
    told = ask("undo", "--per", "Chỉ đạo", "--as", "Trần B")
    with Store(store_path()) as store:
        last = store.events()[-1]

    assert (told.code, _playing()) == (0, ["Một nhà"])
    assert "87/KH" in told.out
    assert (last.event, last.actor) == ("undone", "Trần B")
    details = {"bundle": first, "instead": second, "document": "Chỉ đạo", "account": account_name()}
    assert dict(last.details) == details
    assert BundleShelf(home_dir()).loaded() == first


def test_it_goes_back_step_by_step_and_then_no_further(ask: Ask, approve: Approve) -> None:
    """Exit code 4 at the first list of all; what was taken back comes back by an approval alone."""
    approve("Một nhà\n")
    approve("Hai nhà\n")
    approve("Ba nhà\n")
    codes = [ask("undo").code for _step in range(3)]
    at_first = _playing()
    approve("Ba nhà\n")
    ask("undo")

    assert (codes, at_first) == ([0, 0, 4], ["Một nhà"])
    assert _playing() == ["Một nhà"]


def test_a_clock_that_fell_back_hides_no_list(ask: Ask, approve: Approve) -> None:
    """The order of the record counts: the list before the last one is there, whatever day its approval bears."""
    first = approve("Một nhà\n")
    second = BundleShelf(home_dir()).save(replace(BundleShelf(home_dir()).load(first), font_digest="f"))
    with Store(store_path()) as store:
        paper = store.approval_of(first)
        assert paper is not None
        store.add_approval(replace(paper, bundle=second, approved_at=paper.approved_at - timedelta(days=2)))
    BundleShelf(home_dir()).set_current(second)

    assert (ask("undo").code, BundleShelf(home_dir()).current()) == (0, first)


def test_what_was_taken_off_stays_off(ask: Ask, approve: Approve) -> None:
    """Withdrawn and corrected texts are named, and do not come back."""
    approve("Câu cũ\nCâu sai\nCâu tốt\n")
    ask("withdraw", "1")
    ask("correct", "2", "Câu đúng hơn", "--per", "CV 1", *PAPER, "--as", "B")
    told = ask("undo", "--json")

    assert (told.data["texts"], told.data["left_out"]) == (["Câu tốt"], ["Câu cũ", "Câu sai"])
    assert _playing() == ["Câu tốt"]


def test_a_list_that_lost_every_slogan_is_refused(ask: Ask, approve: Approve) -> None:
    """The board would be dark; what plays goes on."""
    approve("Câu cũ\n")
    ask("withdraw", "1")
    approve("Hai nhà\n")
    told = ask("undo", "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (4, "nothing_playable")
    assert _playing() == ["Hai nhà"]


def test_nothing_before_is_refused(ask: Ask, approve: Approve) -> None:
    """Exit code 4; no store is made for the question."""
    assert ask("undo").code == 4
    assert not store_path().exists()
    approve("Một nhà\n")

    assert (ask("undo").code, _playing()) == (4, ["Một nhà"])


def test_a_list_that_waits_goes_on_waiting(ask: Ask, approve: Approve, load: Approve) -> None:
    """Going back says nothing of what is not approved yet."""
    approve("Một nhà\n")
    approve("Hai nhà\n")
    waits = load("Ba nhà\n")
    ask("undo")

    assert (BundleShelf(home_dir()).loaded(), _playing()) == (waits, ["Một nhà"])


def test_a_pointer_set_by_hand_is_put_right(ask: Ask, approve: Approve, load: Approve) -> None:
    """What it names was never approved and never played, so going back goes behind the list that plays."""
    approve("Một nhà\n")
    approve("Hai nhà\n")
    BundleShelf(home_dir()).set_current(load("Chưa ai duyệt\n"))
    before = _playing()

    assert (before, ask("undo").code, _playing()) == (["Hai nhà"], 0, ["Một nhà"])


def test_an_altered_list_does_not_come_back(ask: Ask, approve: Approve) -> None:
    """Nor one for another board: exit code 4, and nothing has changed."""
    first = approve("Một nhà\n")
    approve("Hai nhà\n")
    path = home_dir() / "bundles" / f"{first}.json"
    path.write_bytes(path.read_bytes().replace("Một".encode(), "Mốt".encode()))

    assert (ask("undo").code, _playing()) == (4, ["Hai nhà"])
