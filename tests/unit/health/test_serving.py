"""The health page: answers out of what players wrote, to known hosts alone; unkind clients cost nothing."""

import io
import json
import os
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from health_samples import NOW_AT, PLAYER, status

from signboard.health import serving
from signboard.health.gathering import Places
from signboard.health.rules import USUAL, Limits
from signboard.health.serving import HealthServer, is_at_work, is_known_host, main, orders
from signboard.health.standing import standing_of
from signboard.health.status import Status, Surroundings
from signboard.testing import FakeClock

HERE = "127.0.0.1"
ALIVE = replace(PLAYER, pid=os.getpid())


def write(folder: Path, made: Status) -> None:
    """Put a document where the page looks for it."""
    (folder / "cong.json").write_bytes(replace(made, player=ALIVE).to_json())


@contextmanager
def page(folder: Path, clock: FakeClock | None = None) -> Iterator[str]:
    """The server's address, for the length of the block."""
    with HealthServer(HERE, 0, Places(folder, ["cong"]), clock or FakeClock(NOW_AT)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"{HERE}:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def get(address: str, path: str = "/healthz", host: str = "", method: str = "GET") -> tuple[int, str]:
    """Status and text of an answer."""
    request = urllib.request.Request(f"http://{address}{path}", method=method)
    if host:
        request.add_header("Host", host)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - the address is our own server's
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def until_room(address: str) -> int:
    """The code of the first answer; who was turned away asks again."""
    for _ in range(3000):
        try:
            return get(address)[0]
        except OSError:
            time.sleep(0.02)
    raise AssertionError("there is never room again")


def test_a_board_that_plays_is_well(tmp_path: Path) -> None:
    """200, and what troubles it besides; no version of anything."""
    write(tmp_path, status())
    with page(tmp_path) as address, urllib.request.urlopen(f"http://{address}/healthz", timeout=10) as answer:
        told, headers = json.loads(answer.read()), str(answer.headers)

    assert told == {"status": "ok", "boards": {"cong": {"state": "playing", "troubles": []}}}
    assert "Python" not in headers
    assert "1.0.0" not in headers


@pytest.mark.parametrize(
    ("made", "code", "word"),
    [
        (status(dark_since_at=NOW_AT - timedelta(minutes=3)), 503, "down"),
        (status(line="down"), 503, "down"),
        (status(stopped_at=NOW_AT), 503, "down"),
        (status(told_at=NOW_AT - timedelta(minutes=1)), 503, "down"),
        (status(None), 503, "down"),
        (status(around=Surroundings(disk_free_bytes=0)), 200, "degraded"),
        (status(slogan=None, reason="outside_hours"), 200, "ok"),
    ],
)
def test_whether_the_board_is_at_work_decides(tmp_path: Path, made: Status, code: int, word: str) -> None:
    """What only needs attention is degraded, and no reason to start anything anew."""
    write(tmp_path, made)
    with page(tmp_path) as address:
        told_code, text = get(address)

    assert (told_code, json.loads(text)["status"]) == (code, word)


def test_a_player_that_is_killed_is_down_though_its_file_is_there(tmp_path: Path) -> None:
    """The page answers, the file exists, and neither is life."""
    (tmp_path / "cong.json").write_bytes(replace(status(), player=replace(PLAYER, pid=2**22 + 7)).to_json())
    with page(tmp_path) as address:
        assert get(address)[0] == 503


def test_no_document_is_down(tmp_path: Path) -> None:
    """Nothing was ever played."""
    with page(tmp_path) as address:
        assert get(address)[0] == 503


def test_metrics_and_nothing_else(tmp_path: Path) -> None:
    """HEAD without a body; other paths and methods are refused in a line that repeats nothing."""
    write(tmp_path, status())
    with page(tmp_path) as address:
        code, text = get(address, "/metrics")
        assert code == 200
        assert 'signboard_up{board="cong"} 1' in text
        assert get(address, "/metrics", method="HEAD") == (200, "")
        assert get(address, "/<script>") == (404, "Not Found\n")
        assert get(address, "/status/cong.json")[0] == 404
        assert get(address, "/healthz", method="POST")[0] == 501


@pytest.mark.parametrize("host", ["evil.example", "evil.example:9120", "127.0.0.1.evil.example", "192.168.1.9"])
def test_a_foreign_name_is_refused(tmp_path: Path, host: str) -> None:
    """A web page whose name was made to point here learns nothing."""
    write(tmp_path, status())
    with page(tmp_path) as address:
        assert get(address, host=host) == (421, "Misdirected Request\n")


def test_known_hosts() -> None:
    """Addresses of this computer; on an open address all addresses, and never a name."""
    for host in ("127.0.0.1", "127.0.0.1:9120", "localhost", "localhost:9120", "[::1]", "[::1]:9120"):
        assert is_known_host(host, only_here=True)
    assert is_known_host("192.168.1.9:9120", only_here=False)
    assert not is_known_host("192.168.1.9:9120", only_here=True)
    for host in ("", "bang.example", "localhost.example"):
        assert not is_known_host(host, only_here=False)


def test_a_client_that_never_ends_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A header a byte at a time, or nothing at all: the line is cut in the end."""
    monkeypatch.setattr(serving, "_CONNECTION_S", 0.3)
    with page(tmp_path) as address:
        host, port = address.split(":")
        with socket.create_connection((host, int(port)), timeout=10) as slow:
            slow.sendall(b"GET /healthz HTTP/1.1\r\nX: ")
            assert slow.recv(1) == b""


def test_a_crowd_is_turned_away_and_does_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixteen at a time; when they are cut, there is room again."""
    monkeypatch.setattr(serving, "_CONNECTION_S", 0.2)
    write(tmp_path, status())
    with page(tmp_path) as address:
        host, port = address.split(":")
        crowd = [socket.create_connection((host, int(port)), timeout=10) for _ in range(20)]
        for one in crowd:
            with one:
                assert one.recv(1) == b""
        assert until_room(address) == 200


def test_at_work_is_less_than_untroubled() -> None:
    """A clock that cannot be believed is grave; a disk that fills is not."""
    full = standing_of("cong", status(around=Surroundings(disk_free_bytes=0)), USUAL, NOW_AT, lambda _pid: True)

    assert is_at_work(full)
    assert full.exit_code == 6


def test_the_process_ends_with_its_life_line(tmp_path: Path) -> None:
    """It takes its orders, serves, and goes when the stream ends; an address that is taken is told by its code."""
    told = json.loads(orders(HERE, 0, Places(tmp_path, ["cong"], Limits(dark_s=5))))

    assert told["limits"]["dark_s"] == 5
    assert main([orders(HERE, 0, Places(tmp_path, ["cong"]))], io.BytesIO(b"x")) == 0
    with socket.create_server((HERE, 0)) as taken:
        again = orders(HERE, taken.getsockname()[1], Places(tmp_path, ["cong"]))
        assert main([again], io.BytesIO()) == 5
