"""The sentences for a line that does not work."""

import errno

import pytest

from signboard.errors import LinkDownError
from signboard.transports import failure


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.EBUSY, "busy"), "port_busy"),
        (OSError(errno.EAGAIN, "Could not exclusively lock port"), "port_busy"),
        (OSError(errno.EACCES, "no"), "port_denied"),
        (OSError(errno.EPERM, "no"), "port_denied"),
        (OSError(errno.ENOENT, "none"), "port_missing"),
        (OSError("could not open port 'COM9': FileNotFoundError(2)"), "port_missing"),
        (ValueError("invalid URL"), "port_failed"),
    ],
)
def test_why_a_port_cannot_be_opened(error: Exception, code: str) -> None:
    """The system's number decides, and where there is none its text."""
    assert failure.cannot_open("COM9", error).code == code


@pytest.mark.parametrize(
    "error", [failure.wire_failed("COM9", "gone"), failure.write_timeout("COM9"), failure.port_closed("COM9")]
)
def test_every_failure_names_the_port_and_may_be_tried_again(error: LinkDownError) -> None:
    """One sentence with the port in it; retryable, because plugs come back."""
    assert "COM9" in str(error)
    assert error.retryable


@pytest.mark.parametrize(
    ("port", "error", "code"),
    [
        ("/dev/null", OSError(25, "Inappropriate ioctl for device"), "port_not_serial"),
        ("socket://127.0.0.1", TypeError("'<=' not supported"), "port_incomplete"),
        ("socket://127.0.0.1:1", OSError("Could not open port: [Errno 111] Connection refused"), "port_refused"),
    ],
)
def test_known_reasons_have_sentences_of_their_own(port: str, error: Exception, code: str) -> None:
    """No words of a library below reach people where the reason is known."""
    made = failure.cannot_open(port, error)

    assert made.code == code
    assert str(error) not in str(made)


@pytest.mark.parametrize(
    "why",
    [
        OSError(errno.EIO, "Input/output error"),
        OSError("read failed: [Errno 5] Input/output error"),
        ValueError(errno.EIO, "Input/output error"),
        ConnectionResetError(errno.ECONNRESET, "Connection reset by peer"),
    ],
)
def test_a_line_that_breaks_off_is_told_without_the_systems_words(why: Exception) -> None:
    """However the library below wraps them; programs still get them as a field."""
    made = failure.wire_failed("COM9", why)

    assert str(made) == "The line to COM9 broke off; see whether cable, adapter and board are connected."
    assert made.fields["why"] == str(why)
    assert "(odd)" in str(failure.wire_failed("COM9", "odd"))
