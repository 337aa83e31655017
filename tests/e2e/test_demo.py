"""The main job, end to end: what the board's process decoded is what `why` and `render` say stood there."""

import os
import signal
import subprocess
import sys

import pytest
from e2e.process import PATIENT, environment, signboard_command

from signboard.frame import art

if os.name == "posix":
    import fcntl
    import termios

SECONDS = 10


def test_ten_seconds_show_the_right_pictures() -> None:
    """At least three slogans and twenty pictures, all confirmed, decoded and equal; each asked again from outside."""
    told = signboard_command("demo", *PATIENT, "--seconds", SECONDS, "--at", "15/11/2026 06:00", "--json")
    data = told.data
    shown = data["shown"]

    assert told.code == 0, told.err
    assert data["sent"] - data["acked"] <= 1
    assert data["acked"] == data["decoded"] == data["equal"] == len(shown)
    assert data["failed"] == 0
    assert data["slogans"] >= 3
    assert data["pictures"] >= 20
    assert all(entry["digest"] == entry["decoded_digest"] for entry in shown)
    for entry in (shown[0], shown[len(shown) // 2], shown[-1]):
        _ask_again(entry)


def _ask_again(entry: dict[str, str]) -> None:
    """`why` at that instant, then `render` of what it names: text, motion, page."""
    why = signboard_command("why", "--at", entry["at"], "--json").data
    drawn = signboard_command("render", why["text"], "--motion", why["motion"], "--page", why["page"]).out

    assert (why["slogan"], why["page"], why["phase_px"], why["motion"]) == (
        entry["slogan"],
        entry["page"],
        entry["phase_px"],
        entry["motion"],
    )
    assert why["frame"] == entry["decoded_digest"] == art.parse(drawn).digest


@pytest.mark.parametrize("listen", [pytest.param("pty", marks=pytest.mark.needs("pty")), "tcp"])
def test_every_kind_of_port_carries_it(listen: str) -> None:
    """A pseudo-terminal and TCP give the same result."""
    when = ("--at", "15/11/2026 06:00", "--seconds", 2)
    told = signboard_command("demo", *PATIENT, "--listen", listen, *when, "--json")
    data = told.data

    assert told.code == 0, told.err
    assert data["url"].startswith("socket://") == (listen == "tcp")
    assert data["acked"] == data["decoded"] == data["equal"] > 5


def test_a_motion_that_the_wire_cannot_carry_is_refused() -> None:
    """The refusal names what is needed and what the wire gives; nothing is played."""
    told = signboard_command("demo", "--motion", "scroll", "--seconds", 2)

    assert (told.code, told.out) == (2, "")
    assert "needs 20.00 pictures" in told.err


def test_the_control_finds_one_wrong_pixel() -> None:
    """With one pixel flipped in the driver nothing is equal, and the answer is no."""
    told = signboard_command("demo", *PATIENT, "--seconds", 3, "--test-flip-pixel", "95,31", "--json")

    assert told.code == 5
    assert told.data["equal"] == 0
    assert told.data["acked"] == told.data["decoded"] > 0


def _interrupted_in_a_terminal() -> tuple[int, str]:
    """Run `demo` on a terminal of 80 by 24 and press Ctrl-C there once a picture stands; exit code and screen."""
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    child = subprocess.Popen(
        [sys.executable, "-m", "signboard", "demo", "--at", "15/11/2026 06:00"],
        env=environment(TERM="xterm"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_at_home,  # noqa: PLW1509 - no threads run here
    )
    os.close(theirs)
    seen = b""
    try:
        while piece := _read(ours):
            if "┘".encode() not in seen and "┘".encode() in seen + piece:
                os.write(ours, b"\x03")
            seen += piece
    finally:
        os.close(ours)
        code = child.wait(60)
    return code, seen.decode()


def _at_home() -> None:
    """The terminal is this process' own, else Ctrl-C there is nobody's; whoever runs the tests may ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux tells that nobody is at the other end any more
        return b""


@pytest.mark.needs("pty")
@pytest.mark.parametrize("_try", range(3))
def test_ctrl_c_in_a_terminal_ends_in_order(_try: int) -> None:
    """Its last line stands on a line of its own, and no part of the program aborts."""
    code, seen = _interrupted_in_a_terminal()
    after = seen.rpartition("┘")[2].replace("\r", "")

    assert code == 130, seen
    assert "pictures sent" in after.partition("\n")[2]
    assert "Fatal" not in seen
    assert "sim://demo" in seen
    assert "▶" not in seen
