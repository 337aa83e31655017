"""No path from an edited file to the board without a fresh approval: a test per way in, on a port that counts as real.

What the card decoded decides, not what the player says. Controls: the same board does show an approved text, and it
does show the edited one as soon as somebody approves it.
"""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import forgeries as way
import pytest
from e2e.process import signboard_command, start, until
from forgeries import BACKUP, EDITED, GONE, GOOD, OLD, Prepared

from signboard import app
from signboard.campaign.slogan import Slogan
from signboard.cli.main import run
from signboard.frame.message import Pages
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.directory import register
from signboard.simulator.event import Event
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.store.shelf import BundleShelf

BOARD = ("--size", "64x16", "--baud", "57600")
ALWAYS = ("--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "Lê A", "--as", "An")


def _frames(*texts: str) -> frozenset[str]:
    """Digests of the pictures in which these texts stand on the board; the dark one where there is none."""
    stage = app.stage_for(app.Wishes(size=(64, 16), baud=57600), None, app.Content("file", "file", ()))
    messages, _problems = app.set_messages(stage, map(Slogan, texts))
    pages = [page for one in messages.values() if isinstance(one, Pages) for page in one.pages]
    assert len(messages) == len(set(texts)) == len(pages)
    dark = stage.screenplay().dark
    return frozenset(page.frame.digest for page in pages) or frozenset({dark.digest})


class Watched:
    """A card on a port of its own, and every picture that it decoded."""

    def __init__(self, kind: str = "tcp") -> None:
        self.pictures: list[str] = []
        self.bytes = 0
        self.board = SimulatedBoard(
            PROTOCOLS.load("bx5"), BoardSpec(64, 16), 57600, port=open_port(kind), listeners=[self._listen]
        )

    def _listen(self, event: Event) -> None:
        if event.frame is not None:
            self.pictures.append(event.frame.digest)
        if event.kind == "bytes" and event.direction == "to_board":
            self.bytes += len(event.raw)

    @property
    def shown(self) -> frozenset[str]:
        """What it decoded beside darkness."""
        return frozenset(self.pictures) - _frames()


@contextmanager
def _board(kind: str = "tcp") -> Iterator[Watched]:
    watched = Watched(kind)
    with watched.board:
        yield watched


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Two lists approved one after the other, a text withdrawn, a backup made before that, an edited list loaded.

    And before all that an urgent text, which has ended.
    """
    folder = tmp_path_factory.mktemp("base")
    home, file = folder / "home", folder / "a.txt"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIGNBOARD_HOME", str(home))
        home.mkdir()
        (home / "signboard.toml").write_text("[approval]\npeople = 1\n", encoding="utf-8")
        assert run(["override", "Họp gấp", "--until", "23:59:59", *PAPER]) == 0
        assert run(["override", "--end"]) == 0
        found = []
        for texts, is_approved in ((f"{OLD}\n{GONE}\n", True), (f"{GOOD}\n{GONE}\n", True), (f"{EDITED}\n", False)):
            if not is_approved:
                assert run(["backup", str(folder / BACKUP)]) == 0
                assert run(["withdraw", "2", "--per", "CV 137"]) == 0
            file.write_text(texts, encoding="utf-8")
            assert run(["load", str(file), *ALWAYS]) == 0
            found.append(BundleShelf(home).loaded() or "")
            if is_approved:
                assert run(["approve", *PAPER]) == 0
    return Prepared(home, *found)


@pytest.fixture
def made(base: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Prepared:
    """A copy of its own, which is the home of this test."""
    home = tmp_path / "home"
    shutil.copytree(base.home, home)
    shutil.copyfile(base.home.parent / BACKUP, tmp_path / BACKUP)
    monkeypatch.setenv("SIGNBOARD_HOME", str(home))
    return replace(base, home=home)


Way = Callable[[Prepared], None]
KEEPS: tuple[Way, ...] = (
    way.nothing,
    way.pointer,
    way.pointer_to_old,
    way.pointer_to_order,
    way.row,
    way.copy_of_chain,
    way.copy_alone,
    way.allowed_again,
    way.never_withdrawn,
    way.order,
    way.settings,
)
"""The board goes on with what is approved, less what was withdrawn."""
OLDER: tuple[Way, ...] = (way.break_downs, way.break_downs_and_pointer, way.list_edited, way.list_replaced)
"""A list that was approved before plays, less what was withdrawn: no edited text."""
REFUSED: tuple[Way, ...] = (
    way.row_changed,
    way.event,
    way.row_and_event,
    way.event_added,
    way.other_board,
    way.font,
    way.other_home,
)
"""The player ends with exit code 4, and the board is told nothing."""


def _named(one: Way) -> str:
    return one.__name__


@pytest.mark.parametrize("forge", [*KEEPS, *OLDER], ids=_named)
def test_a_start_shows_what_was_approved_and_nothing_else(made: Prepared, forge: Way) -> None:
    """Neither the edited text nor the withdrawn one; the first of these ways is the control: nothing was forged."""
    forge(made)
    with _board() as watched:
        told = signboard_command("run", "--port", watched.board.url, *BOARD, "--seconds", 1.5)

    assert told.code == 0, told.err
    assert watched.shown == _frames(OLD if forge in OLDER else GOOD)


@pytest.mark.parametrize("forge", REFUSED, ids=_named)
def test_a_start_on_a_forgery_is_refused(made: Prepared, forge: Way) -> None:
    """Exit code 4 with a reason, and not one picture on the wire."""
    forge(made)
    with _board() as watched:
        told = signboard_command("run", "--port", watched.board.url, *BOARD, "--seconds", 1.5)

    assert (told.code, watched.pictures) == (4, []), told.err
    assert told.err.startswith("Error: ") or "\nError: " in told.err


@pytest.mark.parametrize(
    "words",
    [
        ("run", "--campaign", "khac.toml"),
        ("run", "--at", "15/11/2026 06:00"),
        ("run", "--speed", "2"),
        ("run", "--option", "test_flip_pixel=1,1"),
        ("replay", "khac.trace"),
        ("test-pattern", "alphabet", "--config", "font"),
    ],
    ids=lambda words: "-".join(words).replace("--", ""),
)
def test_what_is_for_virtual_boards_reaches_no_other(made: Prepared, words: tuple[str, ...]) -> None:
    """Files and times of somebody's own, recorded bytes, letters of a file: exit code 4, and not one byte."""
    way.font(made)
    (made.home / "signboard.toml").rename(made.home / "font.toml")
    asked = [made.home / "font.toml" if word == "font" else word for word in words]
    with _board() as watched:
        told = signboard_command(*asked, "--port", watched.board.url)

    assert (told.code, watched.bytes) == (4, 0), told.err
    assert "virtual board" in told.err


def test_a_name_of_a_virtual_board_leads_to_no_other(made: Prepared) -> None:
    """Its entry is rewritten to a port that its process does not hold: exit code 4, and not one byte."""
    with _board() as real, _board() as virtual, register(made.home, "thu", virtual.board.url):
        entry = made.home / "virtual" / "thu.json"
        entry.write_text(entry.read_text(encoding="utf-8").replace(virtual.board.url, real.board.url), encoding="utf-8")
        told = signboard_command("run", "--port", "sim://thu", *BOARD, "--seconds", 1.5)

    assert (told.code, real.bytes, virtual.pictures) == (4, 0, []), told.err


def _with_edited_list(files: dict[str, bytes], made: Prepared) -> None:
    files[f"bundles/{made.edited}.json"] = (made.bundles / f"{made.edited}.json").read_bytes()
    files["bundles/current"] = f"{made.edited}\n".encode()


def _with_other_words(files: dict[str, bytes], made: Prepared) -> None:
    name = f"bundles/{made.good}.json"
    files[name] = files[name].replace(GOOD.encode(), EDITED.encode())


@pytest.mark.parametrize(
    ("change", "restored", "code"), [(_with_edited_list, 0, 0), (_with_other_words, 3, 0), (None, 0, 0)]
)
def test_a_backup_brings_nothing_along(
    made: Prepared, change: Callable[[dict[str, bytes], Prepared], None] | None, restored: int, code: int
) -> None:
    """A doctored one with an edited list, or other words, and an honest one from before the withdrawal."""
    archive = made.home.parent / BACKUP
    if change is not None:
        way.doctored(archive, archive.with_name("doctored.zip"), lambda files: change(files, made))
        archive = archive.with_name("doctored.zip")
    brought = run(["restore", str(archive)])
    with _board() as watched:
        told = signboard_command("run", "--port", watched.board.url, *BOARD, "--seconds", 1.5)

    assert (brought, told.code) == (restored, code), told.err
    assert watched.shown == (_frames() - _frames() if code else _frames(GOOD))


@pytest.mark.needs("pty")
def test_a_running_board_takes_no_forgery_up(made: Prepared) -> None:
    """All at once under a player's feet, on a device; then, by a signature, the edited text, and back by an undo."""
    good, edited = _frames(GOOD), _frames(EDITED)
    with _board("pty") as watched, start("run", "--port", watched.board.url, *BOARD, "--seconds", 90):
        until(lambda: watched.shown == good)
        for forge in (way.row, way.allowed_again, way.order, way.settings, way.break_downs_and_pointer):
            forge(made)
        time.sleep(13)  # two looks at lists and withdrawals, one at the record of orders
        forged = watched.shown
        (made.bundles / "orders.json").unlink()
        assert run(["approve", *PAPER]) == 0
        until(lambda: watched.shown == good | edited)
        assert run(["undo"]) == 0
        known = len(watched.pictures)
        until(lambda: set(watched.pictures[known:]) >= good)
        after = frozenset(watched.pictures[-1:])

    assert forged == good
    assert after == good
    assert watched.shown == good | edited


def test_a_record_written_anew_is_believed_and_can_be_seen(made: Prepared) -> None:
    """The limit, said openly: no secret lies in the store; the digest kept on paper and the copy beside it tell."""
    paper = signboard_command("log", "--json")
    way.rewritten(made)
    told_of_it = signboard_command("log", "--json")
    with _board() as watched:
        told = signboard_command("run", "--port", watched.board.url, *BOARD, "--seconds", 1.5)

    assert (told.code, watched.shown) == (0, _frames(EDITED)), told.err
    assert (paper.code, told_of_it.code) == (0, 6)
    assert paper.data["digest"] != told_of_it.data["digest"]
    assert (told_of_it.data["altered"], told_of_it.data["copy_differs_from"]) == ({}, 9)
    assert run(["withdraw", "1"]) == 0  # the next act takes the copy's place, and what it told is kept
    assert len(signboard_command("log", "--json").data["set_aside"]) == 1


def test_each_way_is_told_apart() -> None:
    """The control of this file: the four texts make four pictures, and none of them is dark."""
    assert len(_frames(OLD, GOOD, GONE, EDITED) | _frames()) == 5
