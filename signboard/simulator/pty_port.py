"""A board's end behind a pseudo-terminal: for the host it is a serial device like any other. POSIX only.

No slave descriptor is kept open here: thus the host's leaving is seen, and its exclusive lock ends with it.
"""

import contextlib
import os
import pty
import tty
from pathlib import Path

from signboard.errors import ConfigurationError
from signboard.files import home_in_use
from signboard.simulator.port import Waker

__all__ = ["PtyPort"]

_LOOK_AGAIN_S = 0.05
"""Without a host the master is always "ready" and gives an error, so its coming can only be looked for."""


class PtyPort:
    """See `signboard.simulator.port.Port`.

    Args:
        link: a symbolic link that points at the device and carries its name; it goes and comes with the plug.

    Raises:
        ConfigurationError: `home_unusable`, `disk_full`: the link cannot be made.
    """

    def __init__(self, link: Path | None = None) -> None:
        self.url = ""
        self.device = ""
        self._link = link
        self._waker = Waker()
        self._master: int | None = None
        self._has_host = False
        try:
            self.plug()
        except ConfigurationError:  # the link's folder cannot be written
            self._link = None
            self.close()
            raise

    def wait(self, timeout_s: float, *, for_input: bool) -> None:
        """Sleep until bytes can be read (where asked), somebody wakes us, or the time is over."""
        if for_input and self._master is not None and self._has_host:
            self._waker.wait([self._master], timeout_s)
        else:
            self._waker.wait([], min(timeout_s, _LOOK_AGAIN_S) if for_input else timeout_s)

    def read(self, limit_bytes: int) -> bytes:
        """What has come; b'' when there is nothing or no host."""
        if self._master is None:
            return b""
        try:
            found = os.read(self._master, limit_bytes)
        except BlockingIOError:
            self._has_host = True
            return b""
        except OSError:  # EIO: nobody has the device open
            self._has_host = False
            return b""
        self._has_host = bool(found)
        return found

    def write(self, data: bytes) -> None:
        """Give bytes to the host; what it does not take is lost."""
        if self._master is not None:
            with contextlib.suppress(OSError):
                os.write(self._master, data)

    def wake(self) -> None:
        """End a `wait` of another thread."""
        self._waker.wake()

    def unplug(self) -> None:
        """The device vanishes, and its link as udev does it."""
        master, self._master = self._master, None
        self.device = ""
        self._has_host = False
        if master is not None:
            if self._link is not None:
                self._link.unlink(missing_ok=True)
            os.close(master)

    def plug(self) -> None:
        """A device is there, under the link's name where there is one, else under a name of its own."""
        if self._master is not None:
            return
        master, slave = pty.openpty()
        tty.setraw(slave)  # before any host: else the first answers would be echoed back into the board
        device = os.ttyname(slave)
        os.close(slave)
        os.set_blocking(master, False)
        self._master = master
        self.url = device
        if self._link is not None:
            with home_in_use(self._link.parent):
                self._link.parent.mkdir(parents=True, exist_ok=True)
                self._link.unlink(missing_ok=True)
                self._link.symlink_to(device)
            self.url = str(self._link)
        self.device = device

    def close(self) -> None:
        """Close for good."""
        self.unplug()
        self._waker.close()
