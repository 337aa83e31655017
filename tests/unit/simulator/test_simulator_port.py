"""The choice of the board's end, and waiting that another thread can end."""

import os
import threading

import pytest

from signboard.errors import UsageError
from signboard.simulator.port import Waker, open_port


@pytest.mark.parametrize(
    ("listen", "start"),
    [("auto", "/dev/" if os.name == "posix" else "socket://"), ("tcp", "socket://127.0.0.1:"), ("tcp:0", "socket://")],
)
def test_where_a_board_listens(listen: str, start: str) -> None:
    """A pseudo-terminal where there is one, TCP on loopback everywhere."""
    port = open_port(listen)

    assert port.url.startswith(start)
    port.close()


@pytest.mark.parametrize("listen", ["", "udp", "tcp:x", "tcp:65536", "pty:3"])
def test_other_places_are_refused(listen: str) -> None:
    """One sentence with what can be said."""
    with pytest.raises(UsageError) as caught:
        open_port(listen)
    assert caught.value.code == "bad_listen"


def test_a_call_from_another_thread_ends_the_waiting() -> None:
    """Long before a minute is over; the test's own time-out is the bound."""
    waker = Waker()
    thread = threading.Thread(target=waker.wait, args=([], 60.0))
    thread.start()
    waker.wake()
    thread.join()

    assert not thread.is_alive()
    waker.close()


def test_a_call_before_the_waiting_counts() -> None:
    """Nothing is lost between looking and sleeping; a thousand calls are one."""
    waker = Waker()
    for _ in range(100_000):
        waker.wake()

    waker.wait([], 60.0)
    waker.close()


def test_calling_a_closed_waker_is_harmless() -> None:
    """The board may be stopped by then."""
    waker = Waker()
    waker.close()

    waker.wake()
