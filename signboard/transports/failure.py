"""The sentences for a line that does not work; every transport says the same thing in the same words."""

import errno
import re
import sys

from signboard.errors import N_, LinkDownError
from signboard.transports.adapters import access_of, holders_of

__all__ = ["cannot_open", "port_closed", "port_missing", "wire_failed", "write_timeout"]


_NUMBER = re.compile(r"\[Errno (\d+)\]")
_GONE = frozenset(
    getattr(errno, name)
    for name in ("EIO", "ENXIO", "ENODEV", "EBADF", "EPIPE", "ECONNRESET", "ECONNABORTED", "ETIMEDOUT", "EHOSTUNREACH")
    if hasattr(errno, name)
)
"""What the system says of a plug that was pulled, an adapter that died, a computer or card that went away."""


def wire_failed(port: str, why: object) -> LinkDownError:
    """The line broke while it was in use; what arrived is unknown.

    Args:
        port: the address as people wrote it.
        why: what the library below raised, or words; told only where its number does not say enough.
    """
    template = N_("The line to {port} failed ({why}); see whether cable, adapter and board are connected.")
    if _number_of(why) in _GONE:
        template = N_("The line to {port} broke off; see whether cable, adapter and board are connected.")
    return LinkDownError(template, code="wire_failed", port=port, why=str(why))


def _number_of(why: object) -> int | None:
    """The system's number of an error, wherever the library keeps it."""
    first = why.args[0] if isinstance(why, Exception) and why.args else None
    known = (getattr(why, "errno", None), first if isinstance(first, int) else None)
    written = _NUMBER.search(str(why))
    return next((one for one in known if one is not None), int(written[1]) if written else None)


def write_timeout(port: str) -> LinkDownError:
    """The line took no more bytes; what arrived is unknown."""
    return LinkDownError(
        N_("The port {port} took no more bytes in time; see whether the board is switched on and connected."),
        code="write_timeout",
        port=port,
    )


def port_missing(port: str) -> LinkDownError:
    """The device is not there."""
    return LinkDownError(
        N_("There is no port {port}; plug in the adapter, or choose one that `signboard ports` lists."),
        code="port_missing",
        port=port,
    )


def port_closed(port: str) -> LinkDownError:
    """Somebody used a transport that is not open."""
    return LinkDownError(
        N_("The port {port} is not open; it is opened again at the next try."), code="port_closed", port=port
    )


def cannot_open(port: str, error: Exception) -> LinkDownError:
    """Why a port could not be opened.

    Args:
        port: the address as people wrote it.
        error: what the library below raised; its number tells, where it has one, else its text.
    """
    number = getattr(error, "errno", None)
    text = str(error)
    if number in (errno.EBUSY, errno.EAGAIN) or "exclusively lock" in text or _is_held_on_windows(text):
        return _busy(port)
    if number in (errno.EACCES, errno.EPERM):
        return LinkDownError(
            N_("You may not use the port {port}; let your account join the group '{group}', then sign in anew."),
            code="port_denied",
            port=port,
            group=access_of(port).group or "dialout",
        )
    if number == errno.ENOENT or "FileNotFoundError" in text:
        return port_missing(port)
    wrong = _wrong_address(port, error)
    if wrong:
        return wrong
    return LinkDownError(
        N_("The port {port} cannot be opened: {why}. See whether its name is right and its other end is switched on."),
        code="port_failed",
        port=port,
        why=text,
    )


def _is_held_on_windows(text: str) -> bool:
    """Windows refuses access to a port that another program has open, and says only that."""
    return sys.platform == "win32" and "PermissionError" in text


def _busy(port: str) -> LinkDownError:
    holders = ", ".join(str(holder) for holder in holders_of(port))
    return LinkDownError(
        N_("The port {port} is in use by {holders}; close that program first.")
        if holders
        else N_("The port {port} is in use by another program; close that program first."),
        code="port_busy",
        port=port,
        holders=holders,
    )


def _wrong_address(port: str, error: Exception) -> LinkDownError | None:
    """What is there is no serial port, or nobody is."""
    number, text = getattr(error, "errno", None), str(error)
    if number == errno.ENOTTY or "Inappropriate ioctl" in text:
        return LinkDownError(
            N_("{port} is no serial port; choose one that `signboard ports` lists."), code="port_not_serial", port=port
        )
    is_url = port.lower().startswith(("socket://", "rfc2217://"))
    if is_url and (isinstance(error, (TypeError, ValueError)) or "'debug|info|warning|error'" in text):
        return LinkDownError(
            N_(
                "The address {port} is not complete or has no port number from 1 to 65535; write it as socket://192.168.1.50:5005."
            ),
            code="port_incomplete",
            port=port,
        )
    if number == errno.ECONNREFUSED or "Connection refused" in text:
        return LinkDownError(
            N_("Nobody answers at {port}; see whether the board is switched on and the address is right."),
            code="port_refused",
            port=port,
        )
    return None
