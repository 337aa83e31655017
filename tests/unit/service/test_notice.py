"""Notices: who is named by the environment is told, nobody is waited for."""

import socket
import sys
from pathlib import Path

import pytest

from signboard.service.notice import PROGRESS, READY, WATCHER, is_watched, notices_of, status, watch_s


def test_nobody_watches_and_nothing_happens() -> None:
    """Without a watcher the same calls do nothing."""
    notices = notices_of({})
    notices.tell(READY)
    notices.close()

    assert not is_watched({})


@pytest.mark.needs("pty")
@pytest.mark.parametrize("is_abstract", [False, True])
def test_systemd_hears_what_sd_notify_would_say(tmp_path: Path, is_abstract: bool) -> None:
    """One datagram on the socket that NOTIFY_SOCKET names, a file or an abstract name."""
    path = f"@signboard-{tmp_path.name}" if is_abstract else str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind("\0" + path[1:] if is_abstract and sys.platform == "linux" else path)
        notices = notices_of({"NOTIFY_SOCKET": path})
        notices.tell(READY, PROGRESS)
        notices.close()

        assert ear.recv(100) == b"READY=1\nWATCHDOG=1"
    assert is_watched({"NOTIFY_SOCKET": path})


def test_our_supervisor_hears_the_token_first() -> None:
    """A loopback datagram whose first line is the child's own token."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        notices = notices_of({WATCHER: f"{ear.getsockname()[1]} secret"})
        notices.tell(PROGRESS)
        notices.close()

        assert ear.recv(100) == b"secret\nWATCHDOG=1"


@pytest.mark.parametrize("environ", [{"NOTIFY_SOCKET": "/nowhere/at/all"}, {WATCHER: "9"}, {WATCHER: "x y"}])
def test_a_watcher_that_is_gone_is_no_trouble(environ: dict[str, str]) -> None:
    """What cannot be sent, or names nobody, is left."""
    notices = notices_of(environ)
    notices.tell(READY)
    notices.close()


def test_a_status_is_one_line() -> None:
    """However many lines the sentence has."""
    assert status("Bảng tối\n  và đúng") == "STATUS=Bảng tối và đúng"


@pytest.mark.parametrize(
    ("environ", "seconds"),
    [
        ({}, 30.0),
        ({"WATCHDOG_USEC": "4000000"}, 4.0),
        ({"WATCHDOG_USEC": "4000000", "WATCHDOG_PID": "7"}, 4.0),
        ({"WATCHDOG_USEC": "4000000", "WATCHDOG_PID": "8"}, 30.0),
        ({"WATCHDOG_USEC": "0"}, 30.0),
        ({"WATCHDOG_USEC": "soon"}, 30.0),
    ],
)
def test_how_long_systemd_waits(environ: dict[str, str], seconds: float) -> None:
    """As it says, where it says it to this process; else half a minute."""
    assert watch_s(environ, 7) == seconds
