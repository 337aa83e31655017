"""`correct`: the old text goes at once, the new one waits for its approval or brings it along."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signboard.app import approved_content, store_path
from signboard.files import home_dir
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

pytestmark = pytest.mark.one_person

Ask = Callable[..., Any]
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "A")
ALWAYS = ("--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")
PER = ("--per", "CV 137-CV/BTGTW")


@pytest.fixture
def approved(ask: Ask, tmp_path: Path) -> Path:
    """Two slogans, approved; gives the folder for more."""
    _load(ask, tmp_path, "Hướng ứng Tháng hành động\nHai nhà\n")
    ask("approve", *PAPER)
    return tmp_path


def _load(ask: Ask, folder: Path, text: str) -> None:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    ask("load", path, *ALWAYS)


def _playing() -> list[str]:
    return [slogan.text for campaign in approved_content().campaigns for slogan in campaign.slogans]


@pytest.mark.usefixtures("approved")
def test_without_an_approval_the_new_text_waits(ask: Ask) -> None:
    """The old one is off already; after the signature the new one plays, though both have one skeleton."""
    told = ask("correct", "1", "Hưởng ứng Tháng hành động", *PER, "--json")

    assert (told.code, told.data["state"], told.data["bundle"]) == (0, "waiting", None)
    assert _playing() == ["Hai nhà"]
    assert [item["state"] for item in ask("slogans", "--json").data["items"]] == ["corrected", "approved", "waiting"]
    assert ask("approve", *PAPER, "--list", told.data["loaded"][:12]).code == 0
    assert _playing() == ["Hưởng ứng Tháng hành động", "Hai nhà"]


@pytest.mark.usefixtures("approved")
def test_with_an_approval_it_plays(ask: Ask) -> None:
    """One act: the approval is that of the new bundle, and the audit chain tells both in order."""
    told = ask("correct", "1", "Hưởng ứng Tháng hành động", *PER, *PAPER, "--as", "An", "--json")
    shelf = BundleShelf(home_dir())

    assert (told.code, told.data["state"]) == (0, "approved")
    assert _playing() == ["Hưởng ứng Tháng hành động", "Hai nhà"]
    assert shelf.current() == shelf.loaded() == told.data["bundle"]
    with Store(store_path()) as store:
        approval = store.approval_of(told.data["bundle"])
        assert approval is not None
        assert (approval.number, approval.actor) == ("87/KH", "An")
        events = store.events()
    assert [event.event for event in events[-3:]] == ["corrected", "approved", "identity_noted"]
    assert events[-1].details["bundle"] == told.data["bundle"]


def test_an_approval_of_one_text_approves_no_list(ask: Ask, approved: Path) -> None:
    """What waits beside it goes on waiting; the correction stands in both lists."""
    _load(ask, approved, "Hướng ứng Tháng hành động\nChưa ai duyệt\n")
    told = ask("correct", "1", "Hưởng ứng Tháng hành động", *PER, *PAPER)

    assert told.code == 0
    assert _playing() == ["Hưởng ứng Tháng hành động", "Hai nhà"]
    assert [item["text"] for item in ask("slogans", "--json").data["items"]] == [
        "Hưởng ứng Tháng hành động",
        "Hai nhà",
        "Chưa ai duyệt",
    ]


def test_a_text_that_was_never_approved_cannot_be_approved_by_its_correction(ask: Ask, approved: Path) -> None:
    """Exit code 4, and nothing has changed: its old text is still in the list."""
    _load(ask, approved, "Chưa ai duyệt\n")
    told = ask("correct", "3", "Chưa ai ký", *PER, *PAPER)

    assert told.code == 4
    assert ask("slogans", "--json").data["items"][2]["state"] == "waiting"
    assert ask("correct", "3", "Chưa ai ký", *PER).code == 0


@pytest.mark.parametrize("text", ["Hai nhà", "HAI NHÀ!"])
@pytest.mark.parametrize("paper", [(), PAPER])
@pytest.mark.usefixtures("approved")
def test_no_correction_brings_a_withdrawn_text_back(ask: Ask, text: str, paper: tuple[str, ...]) -> None:
    """Exit code 4 with an approval and without, and nothing else has changed."""
    ask("withdraw", "2")
    told = ask("correct", "1", text, *PER, *paper, "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (4, "withdrawn")
    assert _playing() == ["Hướng ứng Tháng hành động"]


@pytest.mark.usefixtures("approved")
def test_what_was_corrected_away_comes_back_by_an_approval_alone(ask: Ask) -> None:
    """The approved list still holds it, so a correction without a signature would put it on the board."""
    ask("correct", "2", "Ba nhà", *PER)
    told = ask("correct", "3", "Hai nhà", *PER, "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (4, "taken_off_before")
    assert _playing() == ["Hướng ứng Tháng hành động"]
    assert ask("correct", "1", "Hai nhà", *PER, *PAPER).code == 0
    assert _playing() == ["Hai nhà"]


@pytest.mark.usefixtures("approved")
def test_who_corrects_does_not_sign(ask: Ask) -> None:
    """Exit code 4, and nothing has changed, however the name is dressed."""
    (home_dir() / "signboard.toml").unlink()
    told = ask(
        "correct", "1", "Hưởng ứng Tháng hành động", *PER, *PAPER[:4], "--signer", "Trần Thị B", "--as", "tranthib"
    )

    assert (told.code, _playing()) == (4, ["Hướng ứng Tháng hành động", "Hai nhà"])
    assert "cannot sign" in told.err


def test_a_pointer_set_by_hand_turns_a_correction_into_no_approval(ask: Ask, approved: Path) -> None:
    """What the pointer names is no approved list, and a signature under one text makes none of it."""
    _load(ask, approved, "Chưa ai duyệt\nHai nhà\n")
    shelf = BundleShelf(home_dir())
    shelf.set_current(shelf.loaded() or "")
    told = ask("correct", "3", "Ba nhà", *PER, *PAPER, "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (4, "list_not_approved")
    assert not (home_dir() / "bundles" / "withdrawn.json").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("1", "Hướng ứng Tháng hành động", *PER), 3),
        (("1", "…", *PER), 3),
        (("1", "Thành lập 137 năm (1886-2022)", *PER), 3),
        (("1", "Giá Ω", *PER), 3),
        (("1", "Mới", "--per", " "), 3),
        (("9", "Mới", *PER), 3),
        (("1", "Mới"), 2),
        (("1", "Mới", *PER, "--number", "87/KH"), 2),
        (("1", "Mới", *PER, "--number", "87/KH", "--date", "09/10/2999", "--signer", "A"), 3),
        (("1", "Mới", *PER, "--number", "87/KH", "--date", "09/10", "--signer", "A"), 3),
        (("1", "Mới", *PER, "--number", "x", "--date", "09/10/2020", "--signer", "A"), 3),
    ],
)
@pytest.mark.usefixtures("approved")
def test_a_refused_correction_changes_nothing(ask: Ask, words: tuple[str, ...], code: int) -> None:
    """The same text, no words, wrong arithmetic, no glyph, no document, no such number, half or wrong approvals."""
    assert ask("correct", *words).code == code
    assert _playing() == ["Hướng ứng Tháng hành động", "Hai nhà"]
    assert not (home_dir() / "bundles" / "withdrawn.json").exists()


@pytest.mark.usefixtures("approved")
def test_people_read_both_texts(ask: Ask) -> None:
    """Old and new, what happens now and what is to be done; doubts about the new text beside it."""
    told = ask("correct", "1", "Hưởng ứng Tháng hành động; Hãy lên tiếng", *PER)

    assert "  - Hướng ứng Tháng hành động\n  + Hưởng ứng" in told.out
    assert "signboard approve --list" in told.out
    assert "Several slogans seem to stand on one line" in told.err


@pytest.mark.usefixtures("approved")
def test_the_text_of_another_slogan_is_no_correction(ask: Ask) -> None:
    """Exit code 3 and both are named; nothing has changed."""
    told = ask("correct", "1", "hai nhà!", *PER)

    assert (told.code, "Slogan 2" in told.err, "withdraw 1" in told.err) == (3, True, True)
    assert _playing() == ["Hướng ứng Tháng hành động", "Hai nhà"]


def test_what_plays_is_corrected_while_another_list_waits(ask: Ask, approved: Path) -> None:
    """The corrected list waits in that one's place, which is said."""
    _load(ask, approved, "Bốn nhà\n")
    told = ask("correct", "1", "Hưởng ứng Tháng hành động", *PER)
    states = {item["text"]: item["state"] for item in ask("slogans", "--json").data["items"]}

    assert "load its file again" in told.err
    assert _playing() == ["Hai nhà"]
    assert states == {
        "Hướng ứng Tháng hành động": "corrected",
        "Hai nhà": "approved",
        "Hưởng ứng Tháng hành động": "waiting",
    }
