"""Several boards on one line (RS-485): one owner of the port, a place on it for each board, one speaker at a time.

Every place is a transport for a link of its own, which greets, waits and falls for its board alone. So a board that
does not answer closes its place, not the port; a port that fails closes every place. Between two speakers the line is
left silent for the turnaround: the board that spoke last needs it to let go of the line.
"""

from signboard.clock import Clock
from signboard.errors import LinkDownError
from signboard.transports import failure
from signboard.transports.base import Transport, may_be_there

__all__ = ["Place", "SharedLine"]


class SharedLine:
    """The owner of the port.

    Args:
        inner: the way to all boards.
        clock: wire time.
        turnaround_s: silence between two speakers.
    """

    def __init__(self, inner: Transport, clock: Clock, turnaround_s: float) -> None:
        self.inner = inner
        self._clock = clock
        self._turnaround_s = turnaround_s
        self._open_places: set[int] = set()
        self._speaker: int | None = None
        self._places = 0

    def place(self) -> "Place":
        """A place for one more board."""
        self._places += 1
        return Place(self, self._places)

    def enter(self, number: int) -> None:
        """A place opens; the first one opens the port.

        Raises:
            LinkDownError: the port cannot be opened.
        """
        self.inner.open()
        self._open_places.add(number)

    def leave(self, number: int) -> None:
        """A place closes; the last one closes the port."""
        self._open_places.discard(number)
        if not self._open_places:
            self.inner.close()

    def use(self, number: int, *, speaks: bool) -> Transport:
        """The port, for a place that is open; before another one speaks the line is silent for a while.

        Raises:
            LinkDownError: `port_closed`; the port has failed since the place was opened.
        """
        if number not in self._open_places:
            raise failure.port_closed(self.inner.name)
        if speaks and self._speaker != number:
            if self._speaker is not None:
                self._clock.sleep(self._turnaround_s)
            self._speaker = number
        return self.inner

    def fail(self) -> None:
        """The port has failed: nobody's place is open any more."""
        self._open_places.clear()
        self.inner.close()


class Place:
    """One board's share of the line; see `signboard.transports.base.Transport`."""

    def __init__(self, line: SharedLine, number: int) -> None:
        self.name = line.inner.name
        self.baud = line.inner.baud
        self._line = line
        self._number = number

    @property
    def makes_parity(self) -> bool:
        """Did the port refuse the framing, so that parity is made by hand?"""
        return bool(getattr(self._line.inner, "makes_parity", False))

    def is_there(self) -> bool:
        """Is the port's device there?"""
        return may_be_there(self._line.inner)

    def open(self) -> None:
        """Open the place, and the port where it is not open."""
        self._line.enter(self._number)

    def write(self, data: bytes) -> None:
        """Write all of it, when the line is this board's."""
        line = self._line.use(self._number, speaks=True)
        try:
            line.write(data)
        except LinkDownError:
            self._line.fail()
            raise

    def read(self, timeout_s: float) -> bytes:
        """Whatever has come, at least one byte, or b'' when the time is over."""
        line = self._line.use(self._number, speaks=False)
        try:
            return line.read(timeout_s)
        except LinkDownError:
            self._line.fail()
            raise

    def drop_input(self) -> None:
        """Forget received bytes that nobody has read."""
        line = self._line.use(self._number, speaks=False)
        try:
            line.drop_input()
        except LinkDownError:
            self._line.fail()
            raise

    def close(self) -> None:
        """Close the place; the port where it was the last one."""
        self._line.leave(self._number)
