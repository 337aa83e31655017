"""`run`: the gate, and playing on a virtual board. Two processes are tested in e2e."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from signboard.app import store_path
from signboard.clock import SystemClock
from signboard.files import fonts_dir, home_dir
from signboard.playlog.evidence import Evidence
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.directory import register
from signboard.simulator.event import Event
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.store.connection import connect_file
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.statements import ADD_APPROVAL

pytestmark = pytest.mark.one_person

Ask = Callable[..., Any]
EndsWhen = Callable[[str, Callable[[], bool]], None]
AT = ("--at", "15/11/2026 06:00", "--speed", "10", "--seconds", "60")
SMALL = ("--size", "64x16", "--baud", "115200", "--option", "answer_s=20")  # asks once, also where all is slow
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "A")


@pytest.fixture
def board() -> Iterator[SimulatedBoard]:
    """A virtual board sim://thu of 64x16 at 115200 baud."""
    made = SimulatedBoard(PROTOCOLS.load("bx5"), BoardSpec(64, 16), 115200, port=open_port("tcp"))
    with made, register(home_dir(), "thu", made.url):
        yield made


@pytest.fixture
def four_pictures(board: SimulatedBoard, ends_when: EndsWhen) -> None:
    """The run ends when the board has decoded four."""
    decoded: list[Event] = []
    board.listeners.append(lambda event: decoded.append(event) if event.frame is not None else None)
    ends_when("signboard.cli.commands.run", lambda: len(decoded) > 3)


def _approve(ask: Ask, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text("Bình đẳng giới\nNam, nữ bình quyền\n", encoding="utf-8")
    ask("load", path, "--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")
    ask("approve", *PAPER)


@pytest.mark.usefixtures("four_pictures")
def test_it_plays_the_sample_on_a_virtual_board(ask: Ask) -> None:
    """Every picture is confirmed, and each entry says what stood there."""
    told = ask("run", "--port", "sim://thu", *SMALL, *AT, "--json")
    data = told.data

    assert told.code == 0
    assert data["sent"] == data["acked"] == len(data["shown"]) + 1 > 3  # the last one leaves the board dark
    assert (data["failed"], data["source"]) == (0, "sample")
    assert 0 < data["link_use"] < 1
    first = data["shown"][0]
    assert (
        ask("why", "--at", first["at"], "--size", "64x16", "--baud", "115200", "--json").data["frame"]
        == first["digest"]
    )


@pytest.mark.usefixtures("four_pictures")
def test_people_read_what_plays(ask: Ask) -> None:
    """Each slogan is a line beside the result."""
    told = ask("run", "--port", "sim://thu", *SMALL, *AT)

    assert "Đảm bảo an sinh" in told.err
    assert "confirmed by the board, 0 failed" in told.out


def test_nothing_unapproved_on_a_real_port(ask: Ask, board: SimulatedBoard) -> None:
    """The same board reached by its socket is a real one: exit code 4, and nothing is sent."""
    told = ask("run", "--port", board.url, *SMALL, "--seconds", "1")

    assert told.code == 4
    assert board.picture().lit == 0


def test_a_home_that_is_no_folder_is_named(
    ask: Ask, board: SimulatedBoard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing is approved there, but that is not what has to be put right: exit code 78."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.setenv("SIGNBOARD_HOME", str(tmp_path / "file"))
    told = ask("run", "--port", board.url, *SMALL, "--seconds", "1", "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (78, "home_unusable")


def test_a_real_port_plays_what_was_approved(ask: Ask, board: SimulatedBoard, tmp_path: Path) -> None:
    """After the approval it plays, and the log has rows with the board's confirmation."""
    _approve(ask, tmp_path)
    told = ask("run", "--port", board.url, *SMALL, "--seconds", "2.5", "--json")
    now_at = SystemClock().now()
    with Store(store_path()) as store:
        rows = store.showings("board", now_at.replace(year=2000), now_at)

    assert (told.code, told.data["source"], told.data["failed"]) == (0, "approved", 0)
    assert rows
    assert {row.evidence for row in rows} <= {Evidence.ACKED, Evidence.SENT}
    assert board.picture().lit == 0


def test_a_bundle_altered_after_its_approval_is_refused(ask: Ask, board: SimulatedBoard, tmp_path: Path) -> None:
    """A file edited behind our back does not play."""
    _approve(ask, tmp_path)
    bundle = next((home_dir() / "bundles").glob("*.json"))
    bundle.write_bytes(bundle.read_bytes().replace("Bình".encode(), "Bừng".encode()))

    assert ask("run", "--port", board.url, *SMALL, "--seconds", "1").code == 4


def test_a_pointer_without_an_approval_is_refused(ask: Ask, board: SimulatedBoard, tmp_path: Path) -> None:
    """Pointing at a bundle is not approving it."""
    _approve(ask, tmp_path)
    for path in home_dir().glob(f"{store_path().name}*"):
        path.unlink()

    assert ask("run", "--port", board.url, *SMALL, "--seconds", "1").code == 4


@pytest.mark.parametrize("option", [("--at", "15/11/2026"), ("--speed", "2"), ("--campaign", "x.toml")])
def test_played_time_is_for_virtual_boards(ask: Ask, option: tuple[str, str], tmp_path: Path) -> None:
    """A real board shows approved content at the true time."""
    _approve(ask, tmp_path)

    assert ask("run", "--port", "socket://127.0.0.1:9", *option, "--seconds", "1").code == 4


def test_no_port_is_a_usage_error(ask: Ask) -> None:
    """Neither on the command line nor in the settings."""
    assert ask("run").code == 2


def test_a_board_that_does_not_run_exits_7(ask: Ask) -> None:
    """Nothing confirmed and only failures: the reason is the answer."""
    told = ask("run", "--port", "sim://nobody", "--seconds", "0.5", "--json")

    assert told.code == 7
    assert [error["code"] for error in told.envelope["errors"]] == ["no_virtual_board"]
    assert "nobody" in told.err


def test_another_board_than_configured_exits_5(ask: Ask, board: SimulatedBoard) -> None:
    """What trying again cannot cure ends it at once."""
    assert board.picture().lit == 0
    assert ask("run", "--port", "sim://thu", "--size", "128x32", "--baud", "115200", "--seconds", "5").code == 5


def test_an_edited_entry_of_a_virtual_board_opens_no_real_port(ask: Ask, board: SimulatedBoard) -> None:
    """The file that says what sim://thu stands for now names another board's port: exit code 4, nothing is sent."""
    with SimulatedBoard(PROTOCOLS.load("bx5"), BoardSpec(64, 16), 115200, port=open_port("tcp")) as real:
        entry = home_dir() / "virtual" / "thu.json"
        entry.write_text(entry.read_text("utf-8").replace(board.url, real.url), encoding="utf-8")
        told = ask("run", "--port", "sim://thu", *SMALL, *AT, "--json")

        assert (told.code, told.envelope["errors"][0]["code"]) == (4, "not_virtual")
        assert real.picture().lit == 0


def test_a_forged_approval_does_not_play(ask: Ask, board: SimulatedBoard, tmp_path: Path) -> None:
    """A row in the database and a pointer, with no entry in the chain of what was done."""
    path = tmp_path / "a.txt"
    path.write_text("Bình đẳng giới\n", encoding="utf-8")
    digest = ask("load", path, "--json").data["bundle"]
    BundleShelf(home_dir()).set_current(digest)
    Store(store_path()).close()
    raw = connect_file(store_path())
    raw.execute(ADD_APPROVAL, (1, "", "", digest, "1/KH", "2020-10-09", "A", "B", "2026-01-01T00:00:00.000000Z"))
    raw.close()
    told = ask("run", "--port", board.url, *SMALL, "--seconds", "1", "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (4, "not_approved")
    assert board.picture().lit == 0


def test_a_list_loaded_later_is_told_and_not_played(ask: Ask, board: SimulatedBoard, tmp_path: Path) -> None:
    """The approved one plays, named by its paper."""
    _approve(ask, tmp_path)
    (tmp_path / "a.txt").write_text("Khác hẳn\n", encoding="utf-8")
    ask("load", tmp_path / "a.txt")
    told = ask("run", "--port", board.url, *SMALL, "--seconds", "1", "--json")

    assert told.data["source"] == "approved"
    assert "approved by 87/KH of 09/10/2020 plays" in told.err


def test_letters_that_nobody_approved_are_refused(ask: Ask, board: SimulatedBoard, tmp_path: Path) -> None:
    """The approved words in a font whose glyphs were swapped would show other words: exit code 4, nothing is sent."""
    _approve(ask, tmp_path)
    font = tmp_path / "other.bdf"
    shipped = fonts_dir() / "misc-fixed-9x15" / "9x15.bdf"
    font.write_bytes(shipped.read_bytes().replace(b"ENCODING 66\n", b"ENCODING 67\n", 1))
    told = ask("run", "--port", board.url, *SMALL, "--font", font, "--seconds", "1")

    assert told.code == 4
    assert board.picture().lit == 0


def test_test_switches_are_for_virtual_boards(ask: Ask, board: SimulatedBoard, tmp_path: Path) -> None:
    """A switch that falsifies pixels does nothing on a real port but end the run."""
    _approve(ask, tmp_path)
    told = ask("run", "--port", board.url, *SMALL, "--option", "test_flip_pixel=3,3", "--seconds", "1")

    assert told.code == 4
    assert board.picture().lit == 0


def test_test_switches_of_a_neighbour_are_for_virtual_boards(ask: Ask, board: SimulatedBoard, tmp_path: Path) -> None:
    """A switch of any board on the line ends the run on a real port."""
    _approve(ask, tmp_path)
    config = tmp_path / "line.toml"
    options = 'options = { screen = 2, test_flip_pixel = "3,3" }'
    config.write_text(f'[[board.same_line]]\nid = "b"\n{options}\n', encoding="utf-8")
    told = ask("--config", config, "run", "--port", board.url, *SMALL, "--seconds", "1")

    assert told.code == 4
    assert board.picture().lit == 0
