"""`setup`: by flags, by questions, over an old file, from a profile."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bench_boards import FAST_BAUD, registered_board

from signboard.app import store_path
from signboard.cli.office_rule import PEOPLE_SET
from signboard.files import home_dir
from signboard.settings import read_settings
from signboard.store.database import Store

Ask = Callable[..., Any]
FLAGS = ("--yes", "--site-name", "Sở Nội vụ", "--protocol", "hanover", "--size", "28x16", "--pitch-mm", "10")


def settings(path: Path) -> Any:  # noqa: ANN401 - settings of any table
    """What the file says."""
    return read_settings(path.read_bytes(), path.name)


def test_with_all_flags_nobody_is_asked(ask: Ask, tmp_path: Path) -> None:
    """Every answer stands in the file, and it is valid."""
    out = tmp_path / "s.toml"
    told = ask(
        "setup", *FLAGS, "--out", out, "--option", "address=3", "--corners", "br,bl", "--viewing-m", "30",
        "--power-off", "hold", "--no-card-scroll", "--motion", "pages", "--timezone", "Asia/Bangkok",
    )  # fmt: skip
    found = settings(out)

    assert told.code == 0
    assert (found.site.name, found.site.id, found.site.timezone) == ("Sở Nội vụ", "so-noi-vu", "Asia/Bangkok")
    assert (found.board.protocol, found.board.width, found.board.height) == ("hanover", 28, 16)
    assert (found.board.rotate, found.board.pitch_mm, found.board.options) == (180, 10, {"address": "3"})
    assert (found.show.motion, found.show.viewing_m) == ("pages", 30)
    assert "(hold)" in out.read_text(encoding="utf-8")


def test_the_board_fills_in_what_flags_leave_out(ask: Ask) -> None:
    """Into the place where signboard will look."""
    with registered_board(home_dir()):
        told = ask("setup", "--yes", "--port", "sim://thu", "--baud", FAST_BAUD, "--json")
    found = settings(home_dir() / "signboard.toml")

    assert told.code == 0
    assert told.data["path"] == str(home_dir() / "signboard.toml")
    assert (found.board.protocol, found.board.width, found.board.port) == ("bx5", 32, "sim://thu")


def test_questions_through_a_pipe(ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Office, corners seen, where they are, no scrolling, pitch, distance, power, neutral text, people."""
    answers = ["UBND xã", "y", "tl", "tr", "n", "10", "40", "1", "UBND xã", "2"]
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(line + "\n" for line in answers)))
    with registered_board(home_dir()):
        told = ask("setup", "--baud", FAST_BAUD, "--port", "sim://thu", "--out", tmp_path / "s.toml")
    found = settings(tmp_path / "s.toml")

    assert told.code == 0
    assert (found.site.id, found.board.protocol, found.board.width) == ("ubnd-xa", "bx5", 32)
    assert (found.board.pitch_mm, found.show.viewing_m) == (10, 40)
    assert (found.show.neutral, found.approval.people) == ("UBND xã", 2)
    assert "(dark)" in (tmp_path / "s.toml").read_text(encoding="utf-8")


def test_an_old_file_is_replaced_only_with_a_yes(ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Else it is left as it was: exit code 4. With --yes it is kept beside the new one."""
    out = tmp_path / "s.toml"
    out.write_text("[board]\nwidth = 64\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("\n\n\n\n\nn\n"))
    refused = ask("setup", *FLAGS[1:], "--port", "sim://nobody", "--no-board", "--power-off", "dark", "--out", out)
    before = out.read_text(encoding="utf-8")
    replaced = ask("setup", *FLAGS, "--out", out, "--json")

    assert (refused.code, before) == (4, "[board]\nwidth = 64\n")
    assert replaced.code == 0
    assert Path(replaced.data["kept"]).read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("--yes",), 2, "--protocol is needed"),
        (("--yes", "--protocol", "framework", "--size", "96x32"), 78, "9x34"),
        (("--yes", "--protocol", "bx5", "--size", "96x32", "--corners", "tl,br"), 2, "tl,tr"),
        (("--yes", "--protocol", "bx5", "--size", "96x32", "--option", "colour=red"), 78, "no option"),
        (("--yes", "--protocol", "bx55", "--size", "96x32"), 2, "bx5"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_no_file(
    ask: Ask, tmp_path: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    """A missing answer, an impossible size, corners, options, kinds."""
    told = ask("setup", *arguments, "--out", tmp_path / "s.toml")

    assert told.code == code
    assert sentence in told.err
    assert not (tmp_path / "s.toml").exists()


def test_a_profile_is_where_it_starts(ask: Ask, tmp_path: Path) -> None:
    """What flags say counts more."""
    ask("setup", *FLAGS, "--option", "address=3", "--out", tmp_path / "s.toml")
    ask("profile", "export", tmp_path / "p.toml", "--config", tmp_path / "s.toml")
    told = ask("setup", "--yes", "--profile", tmp_path / "p.toml", "--size", "56x16", "--out", tmp_path / "t.toml")
    found = settings(tmp_path / "t.toml")

    assert told.code == 0
    assert (found.board.protocol, found.board.width, found.board.options) == ("hanover", 56, {"address": "3"})


def test_what_the_board_shows_alone_goes_on_record(ask: Ask, tmp_path: Path) -> None:
    """`check` knows it; anything but dark or neutral is told with its cure."""
    seen = ("--corners", "br,bl", "--option", "address=3", "--power-off", "hold")
    told = ask("setup", *FLAGS, *seen, "--out", tmp_path / "s.toml")
    found = ask("check", "--no-board", "--config", tmp_path / "s.toml", "--json").data["findings"]

    assert "Clear the programs in the card" in told.err
    assert [one["code"] for one in found if one["check"] == "host_loss"] == ["host_loss_hold"]


def _rules() -> list[object]:
    if not store_path().is_file():
        return []
    with Store(store_path()) as store:
        return [event.details["people"] for event in store.events() if event.event == PEOPLE_SET]


def test_how_many_people_an_approval_takes_goes_on_record(ask: Ask, tmp_path: Path) -> None:
    """The first choice and each change, where the file is the one that counts here."""
    seen = []
    for people in ("2", "1", "1", "2"):
        assert ask("setup", *FLAGS, "--people", people, "--no-board").code == 0
        seen.append(_rules())
    ask("setup", *FLAGS, "--people", "1", "--no-board", "--out", tmp_path / "other.toml")

    assert seen == [[2], [2, 1], [2, 1], [2, 1, 2]]
    assert _rules() == [2, 1, 2]
