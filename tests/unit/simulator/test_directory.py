"""Which virtual boards run here."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from signboard.errors import ConfigurationError, NotRunningError, RefusedError, UsageError
from signboard.simulator import directory
from signboard.simulator.port import open_port


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


def _point_to(home: Path, name: str, url: str) -> None:
    """Edit the entry of a running board, as anybody who may write in the folder can."""
    path = home / "virtual" / f"{name}.json"
    entry = json.loads(path.read_bytes())
    path.write_text(json.dumps({**entry, "url": url}), encoding="utf-8")


@pytest.mark.parametrize(
    "elsewhere", ["socket://192.0.2.1:5005", "socket://localhost:9", "rfc2217://127.0.0.1:9", "/dev/null", "COM3"]
)
def test_an_edited_entry_leads_nowhere(tmp_path: Path, url: str, elsewhere: str) -> None:
    """Another computer, another kind of port, a device: the living board does not vouch for it."""
    with directory.register(tmp_path, "demo", url):
        _point_to(tmp_path, "demo", elsewhere)
        with pytest.raises((RefusedError, NotRunningError)) as caught:
            directory.resolve(tmp_path, "demo")
        assert caught.value.code in {"not_virtual", "stale_board"}
        assert [entry.is_alive for entry in directory.entries(tmp_path)] == [False]


def test_another_programs_port_on_this_computer_is_refused(tmp_path: Path, url: str) -> None:
    """It answers on loopback, as a bridge to a real board might, but the virtual board does not hold it."""
    with socket.create_server(("127.0.0.1", 0)) as stranger, directory.register(tmp_path, "demo", url):
        _point_to(tmp_path, "demo", f"socket://127.0.0.1:{stranger.getsockname()[1]}")
        with pytest.raises(RefusedError) as caught:
            directory.resolve(tmp_path, "demo")
    assert (caught.value.code, caught.value.exit_code) == ("not_virtual", 4)


@pytest.mark.needs("socat")
def test_another_programs_pseudo_terminal_is_refused(tmp_path: Path, url: str) -> None:
    """It looks like a virtual board's port, and leads wherever its maker wants."""
    link = tmp_path / "port"
    command = [shutil.which("socat") or "socat", f"PTY,link={link},raw", "PTY,raw"]
    with directory.register(tmp_path, "demo", url), subprocess.Popen(command) as stranger:
        try:
            while not link.exists():
                time.sleep(0.01)
            for named in (str(link), os.path.realpath(link)):
                _point_to(tmp_path, "demo", named)
                with pytest.raises(RefusedError):
                    directory.resolve(tmp_path, "demo")
        finally:
            stranger.terminate()


@pytest.mark.parametrize("device", ["/dev/null", "/dev/ttyS0", "socket://192.0.2.1:9"])
def test_not_even_its_own_process_can_make_a_real_port_virtual(tmp_path: Path, device: str) -> None:
    """A virtual board is a pseudo-terminal or a port on loopback, whoever vouches for it."""
    with directory.register(tmp_path, "demo", device), pytest.raises((RefusedError, NotRunningError)):
        directory.resolve(tmp_path, "demo")


def test_a_board_that_stands_still_is_looked_for_again(tmp_path: Path, url: str) -> None:
    """Its process takes the question and says nothing: nothing is opened, and it may go on any time."""
    with socket.create_server(("127.0.0.1", 0)) as mute, directory.register(tmp_path, "demo", url):
        path = tmp_path / "virtual" / "demo.json"
        entry = {**json.loads(path.read_bytes()), "voucher": mute.getsockname()[1]}
        path.write_text(json.dumps(entry), encoding="utf-8")
        with pytest.raises(NotRunningError) as caught:
            directory.resolve(tmp_path, "demo")
    assert caught.value.code == "stale_board"


def test_an_entry_without_a_voucher_is_refused(tmp_path: Path, url: str) -> None:
    """Somebody holds the lock and wrote a file, but nobody answers for it."""
    with directory.register(tmp_path, "demo", url):
        path = tmp_path / "virtual" / "demo.json"
        path.write_text(json.dumps({"name": "demo", "url": url, "pid": os.getpid()}), encoding="utf-8")
        with pytest.raises(RefusedError):
            directory.resolve(tmp_path, "demo")


def test_a_retargeted_link_leads_nowhere(tmp_path: Path) -> None:
    """The link keeps the board's name, but the device that it names must be the board's own."""
    link = directory.link_of(tmp_path, "demo")
    port = open_port("pty", link)
    with directory.register(tmp_path, "demo", port.url, lambda: port.device):
        assert directory.resolve(tmp_path, "demo") == port.device == os.path.realpath(link)
        link.unlink()
        link.symlink_to("/dev/null")
        with pytest.raises(RefusedError):
            directory.resolve(tmp_path, "demo")
        port.unplug()
        with pytest.raises(NotRunningError):
            directory.resolve(tmp_path, "demo")
    port.close()


def test_a_home_that_is_a_file_is_told_plainly(tmp_path: Path) -> None:
    """One sentence that names the folder."""
    (tmp_path / "virtual").write_text("", encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        directory.register(tmp_path, "demo", "socket://127.0.0.1:9")
    assert caught.value.code == "home_unusable"


@pytest.mark.needs("pty")
def test_what_is_no_file_is_nobodys_board(tmp_path: Path) -> None:
    """A pipe in the folder is not waited for, neither for the list nor for its own name."""
    with directory.register(tmp_path, "demo", "socket://127.0.0.1:9"):
        os.mkfifo(tmp_path / "virtual" / "pipe.json")
        assert [entry.name for entry in directory.entries(tmp_path)] == ["demo"]
        with pytest.raises(NotRunningError):
            directory.resolve(tmp_path, "pipe")
