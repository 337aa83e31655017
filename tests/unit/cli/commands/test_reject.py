"""`reject`: refused with a reason."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signboard.files import home_dir
from signboard.store.shelf import BundleShelf

pytestmark = pytest.mark.one_person

Ask = Callable[..., Any]
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "Nguyễn Văn A")


@pytest.fixture
def submitted(ask: Ask, tmp_path: Path) -> str:
    """A list, loaded and submitted; its digest."""
    path = tmp_path / "a.txt"
    path.write_text("Bình đẳng giới\n", encoding="utf-8")
    digest: str = ask("load", path, "--json").data["bundle"]
    ask("submit", "--as", "Lan", "--out", tmp_path / "a.docx")
    return digest


@pytest.mark.usefixtures("submitted")
def test_a_refused_list_cannot_be_approved(ask: Ask) -> None:
    """Until it is submitted again."""
    ask("reject", "--reason", "sai năm", "--as", "Bình")

    assert ask("approve", *PAPER, "--as", "Bình").code == 4
    assert BundleShelf(home_dir()).current() is None


@pytest.mark.usefixtures("submitted")
@pytest.mark.parametrize(
    ("arguments", "code"), [(("--reason", "x", "--list", "0000-0000-0000"), 4), (("--reason", " "), 3), ((), 2)]
)
def test_bad_refusals_change_nothing(ask: Ask, arguments: tuple[str, ...], code: int) -> None:
    """Another code, no reason: the list can still be approved."""
    assert ask("reject", *arguments).code == code
    assert ask("approve", *PAPER, "--as", "Bình").code == 0


def test_nothing_submitted_cannot_be_refused(ask: Ask) -> None:
    """Neither can what was refused already."""
    assert ask("reject", "--reason", "x").code == 4


@pytest.mark.usefixtures("submitted")
def test_what_plays_is_refused_by_nobody(ask: Ask) -> None:
    """There are other ways to take it off, and they are named."""
    assert ask("approve", *PAPER, "--as", "Bình").code == 0
    told = ask("reject", "--reason", "x", "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (4, "approved_already")
    assert "signboard undo" in told.envelope["errors"][0]["message"]
