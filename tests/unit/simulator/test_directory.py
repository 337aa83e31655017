"""Which virtual boards run here."""

import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from signboard.errors import NotRunningError, UsageError
from signboard.simulator import directory


@pytest.fixture
def url() -> Iterator[str]:
    """A TCP port that answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"socket://127.0.0.1:{server.getsockname()[1]}"


def test_a_registered_board_is_found(tmp_path: Path, url: str) -> None:
    """By its name, and on the list."""
    with directory.register(tmp_path, "demo", url):
        assert directory.resolve(tmp_path, "demo") == url
        assert directory.entries(tmp_path) == (directory.Entry("demo", url, os.getpid(), is_alive=True),)


def test_a_board_that_ended_is_not(tmp_path: Path, url: str) -> None:
    """The error names those that run."""
    directory.register(tmp_path, "demo", url).end()
    with directory.register(tmp_path, "other", url), pytest.raises(NotRunningError) as caught:
        directory.resolve(tmp_path, "demo")
    assert caught.value.code == "no_virtual_board"
    assert caught.value.fields["known"] == "other"


def test_an_entry_without_its_process_is_stale(tmp_path: Path, url: str) -> None:
    """Left over by a power cut: its device may be somebody else's by now, even where something answers."""
    folder = tmp_path / "virtual"
    folder.mkdir()
    (folder / "demo.json").write_text(json.dumps({"name": "demo", "url": url, "pid": os.getpid()}), encoding="utf-8")

    with pytest.raises(NotRunningError):
        directory.resolve(tmp_path, "demo")
    assert [entry.is_alive for entry in directory.entries(tmp_path)] == [False]


@pytest.mark.parametrize("gone", ["socket://127.0.0.1:1", "/dev/there-is-no-such-port"])
def test_a_port_that_does_not_answer_is_told(tmp_path: Path, gone: str) -> None:
    """The process lives, its plug is out."""
    with directory.register(tmp_path, "demo", gone):
        with pytest.raises(NotRunningError) as caught:
            directory.resolve(tmp_path, "demo")
        assert caught.value.code == "stale_board"
        assert [entry.is_alive for entry in directory.entries(tmp_path)] == [False]


def test_a_name_is_used_once(tmp_path: Path, url: str) -> None:
    """The second board of that name is refused, and the first keeps its entry."""
    with directory.register(tmp_path, "demo", url):
        with pytest.raises(UsageError) as caught:
            directory.register(tmp_path, "demo", "socket://127.0.0.1:9")
        assert caught.value.code == "name_taken"
        assert directory.resolve(tmp_path, "demo") == url


@pytest.mark.parametrize("name", ["", "Demo", "../demo", "a b", "x" * 33, "-a"])
def test_a_name_is_a_plain_word(tmp_path: Path, name: str) -> None:
    """It becomes a file's name, so nothing else may come of it."""
    with pytest.raises(UsageError) as caught:
        directory.resolve(tmp_path, name)
    assert caught.value.code == "bad_name"


@pytest.mark.parametrize("text", ["", "[]", '{"url": 1, "pid": 2}', '{"url": "x"}', "\ufffd"])
def test_a_broken_entry_is_no_board(tmp_path: Path, text: str) -> None:
    """It is passed over."""
    (tmp_path / "virtual").mkdir()
    (tmp_path / "virtual" / "demo.json").write_text(text, encoding="utf-8")

    assert directory.entries(tmp_path) == ()


def test_links_of_dead_boards_are_taken_away(tmp_path: Path, url: str) -> None:
    """Only those of the same name; this process's own link stays."""
    folder = tmp_path / "virtual"
    folder.mkdir()
    mine = directory.link_of(tmp_path, "demo")
    for path in (mine, folder / "demo-1.port", folder / "demo-two-1.port"):
        path.touch()

    with directory.register(tmp_path, "demo", url):
        assert sorted(path.name for path in folder.glob("*.port")) == sorted([mine.name, "demo-two-1.port"])


def test_without_a_folder_nobody_runs(tmp_path: Path) -> None:
    """A fresh home has no boards, and taking one off the list is harmless."""
    assert directory.entries(tmp_path) == ()
    directory.unregister(tmp_path, "demo")
