"""Serial ports and pyserial's URLs (`socket://`, `rfc2217://`, `loop://`): the only user of pyserial.

pyserial 3.5 is designed around here, so that nobody else has to know it:

* a write time-out that is never None (hangs for ever, its issue 163) and never 0 (spins, issue 280);
* after a failed write it is unknown what arrived (issue 281): output is dropped and the port closed;
* `SerialException`, bare `OSError`, `termios.error`, `TypeError` and `ValueError` all mean the same (issues 401, 417,
  572): `LinkDownError`;
* the port is closed at the first error, because an open descriptor makes the adapter return under another name
  (issue 36) and `is_open` stays True after an unplug (issue 387);
* `exclusive=True` is an advisory lock only, so `TIOCEXCL` is added on real devices;
* DTR and RTS are off before opening, because they reset many boards;
* a `socket://` write after the peer has gone "succeeds" once, so the end of the stream is looked for first;
* a pseudo-terminal takes 7 bits and parity in silence at first and refuses them later with `termios.error`, so what
  the port really took is read back; the line is then 8N1, and parity is made by hand (see `framing`).
"""

import errno
import math
import os
import select
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

import serial
from serial.tools import list_ports

from signboard.errors import LinkDownError
from signboard.transports import failure
from signboard.transports.framing import PLAIN, Framing

if sys.platform == "win32":
    _TERMINAL_ERRORS: tuple[type[Exception], ...] = ()
else:
    import fcntl
    import termios

    _TERMINAL_ERRORS = (termios.error,)

__all__ = ["FoundPort", "SerialPort", "found_ports", "serial_line"]

_WIRE_ERRORS = (serial.SerialException, OSError, TypeError, ValueError, AttributeError, *_TERMINAL_ERRORS)
_SLICE_S = 0.02
"""One read inside pyserial. Constant, because changing a time-out re-negotiates the whole line on rfc2217."""
_CHUNK_BYTES = 4096
_SOCKET_BUFFER_BYTES = 4096
"""As much as a serial driver holds; without it a socket takes seconds of pictures that no wire has carried."""


class SerialPort:
    """One serial line.

    Args:
        url: `COM3`, `/dev/serial/by-id/…`, `socket://host:port`, `rfc2217://host:port`, `loop://`.
        baud: speed.
        slack_s: a write may take its time on the wire and this much more.

    Attributes:
        framing: data bits, parity, stop bits; set it before opening. On `socket://` the far end has its own.
        makes_parity: the port refused the framing, so it is open as 8N1, and parity is made by hand.
    """

    def __init__(self, url: str, baud: int, *, slack_s: float = 1.0) -> None:
        self.name = url
        self.baud = baud
        self.framing = PLAIN
        self.makes_parity = False
        self._slack_s = slack_s
        self._port: serial.Serial | None = None

    def is_there(self) -> bool:
        """Does the system know a device of this name? Of an address on the network only opening can tell."""
        return "://" in self.name or _is_known(self.name)

    def open(self) -> None:
        """Open exclusively, with DTR and RTS off; harmless when open already.

        Raises:
            LinkDownError: `port_missing`, `port_busy`, `port_denied` or `port_failed`.
        """
        if self._port is not None:
            return
        try:
            self._port = self._opened()
        except _WIRE_ERRORS as error:
            raise failure.cannot_open(self.name, error) from error

    def write(self, data: bytes) -> None:
        """Write all of it, or close the port and raise.

        Raises:
            LinkDownError: `port_closed`, `write_timeout` or `wire_failed`; what arrived is then unknown.
        """
        port = self._opened_before()
        try:
            seconds = len(data) * 10 / self.baud + self._slack_s
            _await_room(port, seconds)
            if port.write_timeout is not None and port.write_timeout < seconds:
                port.write_timeout = seconds
            written = port.write(self.framing.with_parity(data) if self.makes_parity else data)
        except serial.SerialTimeoutException as error:
            self._drop_output(port)
            self.close()
            raise failure.write_timeout(self.name) from error
        except _WIRE_ERRORS as error:
            raise self._failed(error) from error
        if written != len(data):  # a partial write says nothing about which bytes left
            raise self._failed(f"{written} of {len(data)} bytes were taken")

    def read(self, timeout_s: float) -> bytes:
        """Whatever has come within `timeout_s` (rounded up to 20 ms), at least one byte, else b''.

        Raises:
            LinkDownError: `port_closed` or `wire_failed`; bytes that came before the failure are returned first.
        """
        port = self._opened_before()
        chunk = bytearray()
        try:
            for _ in range(max(1, math.ceil(timeout_s / _SLICE_S))):
                chunk += port.read(1)
                if chunk:
                    break
            while chunk and len(chunk) < _CHUNK_BYTES and (waiting := port.in_waiting):
                chunk += port.read(min(waiting, _CHUNK_BYTES))
        except _WIRE_ERRORS as error:
            down = self._failed(error)
            if not chunk:
                raise down from error
        return self.framing.without_parity(bytes(chunk)) if self.makes_parity else bytes(chunk)

    def drop_input(self) -> None:
        """Forget received bytes that nobody has read.

        Raises:
            LinkDownError: `port_closed` or `wire_failed`.
        """
        port = self._opened_before()
        try:
            port.reset_input_buffer()
        except _WIRE_ERRORS as error:
            raise self._failed(error) from error

    def close(self) -> None:
        """Close at once, whatever state the port is in."""
        port, self._port = self._port, None
        if port is None:
            return
        peer = _socket_of(port)
        try:
            port.close()
        except _WIRE_ERRORS:
            pass  # it was closing that we wanted, and the port is ours no more
        finally:
            if peer is not None:
                peer.close()  # pyserial forgets this where the peer went first

    def _opened(self) -> serial.Serial:
        """The port with its framing, or as 8N1 where it has not got it."""
        self.makes_parity = False
        try:
            port = self._opened_as(self.framing)
        except _TERMINAL_ERRORS:
            if not self.framing.is_made_by_hand:
                raise
        else:
            if not self.framing.is_made_by_hand or _has_taken(port, self.framing):
                return port
            port.close()
        self.makes_parity = True
        return self._opened_as(PLAIN)

    def _opened_as(self, framing: Framing) -> serial.Serial:
        timeout_s = None if self.name.lower().startswith("rfc2217:") else self._slack_s
        port = serial.serial_for_url(
            self.name,
            do_not_open=True,
            baudrate=self.baud,
            bytesize=framing.data_bits,
            parity=framing.parity,
            stopbits=framing.stop_bits,
            timeout=_SLICE_S,
            write_timeout=timeout_s,  # rfc2217 refuses one; its socket has its own limit of 5 s
            exclusive=True,
        )
        port.dtr = False
        port.rts = False
        port.open()
        try:
            _hold(port)
        except _WIRE_ERRORS:
            port.close()
            raise
        return port

    def _opened_before(self) -> serial.Serial:
        if self._port is None:
            raise failure.port_closed(self.name)
        return self._port

    def _failed(self, why: object) -> LinkDownError:
        self.close()
        return failure.wire_failed(self.name, why)

    @staticmethod
    def _drop_output(port: serial.Serial) -> None:
        try:
            port.reset_output_buffer()
        except _WIRE_ERRORS:
            return  # the port is closed next in any case


@dataclass(frozen=True, slots=True)
class FoundPort:
    """A serial port of this computer.

    Attributes:
        url: what to write in the settings: the name that survives re-plugging where there is one.
        device: the system's present name.
        title: what the adapter says about itself.
        usb: `vendor:product` in hex, or empty.
        serial_number: the adapter's own, or empty (cheap adapters have none and are told apart by their socket only).
    """

    url: str
    device: str
    title: str
    usb: str
    serial_number: str


def found_ports(by_id: Path = Path("/dev/serial/by-id")) -> tuple[FoundPort, ...]:
    """The serial ports that the system names, in its order; ports without any hardware behind them are left out."""
    links = {os.path.realpath(link): str(link) for link in by_id.iterdir()} if by_id.is_dir() else {}
    return tuple(
        FoundPort(
            url=links.get(os.path.realpath(port.device), port.device),
            device=port.device,
            title=port.description,
            usb="" if port.vid is None else f"{port.vid:04x}:{port.pid:04x}",
            serial_number=port.serial_number or "",
        )
        for port in sorted(list_ports.comports())
        if port.hwid != "n/a" or sys.platform == "win32"
    )


def serial_line(url: str, baud: int, home: Path) -> SerialPort:  # noqa: ARG001 - every transport is made with a home
    """The factory that the family's table names."""
    return SerialPort(url, baud)


def _is_known(device: str) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows alone asks by it

        found = ctypes.create_unicode_buffer(1024)
        return bool(ctypes.windll.kernel32.QueryDosDeviceW(device.removeprefix("\\\\.\\"), found, len(found)))
    return Path(device).exists()


def _socket_of(port: serial.Serial) -> socket.socket | None:
    """The socket below a `socket://` or `rfc2217://` port; pyserial gives no public way to it."""
    found = getattr(port, "_socket", None)
    return found if isinstance(found, socket.socket) else None


def _await_room(port: serial.Serial, seconds: float) -> None:
    """Wait until the line takes bytes: pyserial spins where the first piece finds no room.

    Raises:
        SerialTimeoutException: no room came.
        ConnectionResetError: a plain socket's peer has gone; writing would still "succeed" once.
    """
    peer = _socket_of(port)
    if peer is not None and not peer.gettimeout():  # rfc2217 blocks with a time-out of its own, and reads in a thread
        ready, _, _ = select.select([peer], [], [], 0)
        if ready and not peer.recv(1, socket.MSG_PEEK):
            raise ConnectionResetError(errno.ECONNRESET, "the other end has closed the connection")
        _, room, _ = select.select([], [peer.fileno()], [], seconds)
    elif sys.platform != "win32" and isinstance(port, serial.Serial):
        _, room, _ = select.select([], [port.fileno()], [], seconds)
    else:
        return
    if not room:
        raise serial.SerialTimeoutException("no room")


def _hold(port: serial.Serial) -> None:
    """Keep strangers out, and keep a socket from taking more than a serial driver would."""
    peer = _socket_of(port)
    if peer is not None:
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SOCKET_BUFFER_BYTES)
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    elif sys.platform != "win32" and isinstance(port, serial.Serial) and not _is_pseudo_terminal(port):
        fcntl.ioctl(port.fileno(), termios.TIOCEXCL)


def _has_taken(port: serial.Serial, framing: Framing) -> bool:
    """Is the device what it was asked to be? Where nobody can tell, it is."""
    if sys.platform == "win32" or not isinstance(port, serial.Serial):
        return True
    flags = termios.tcgetattr(port.fileno())[2]
    has_seven = flags & termios.CSIZE == termios.CS7
    has_parity = bool(flags & termios.PARENB) and bool(flags & termios.PARODD) == (framing.parity == "O")
    return has_seven and has_parity


def _is_pseudo_terminal(port: serial.Serial) -> bool:
    """Pseudo-terminals get no TIOCEXCL: they keep it after their user died, for as long as their other end lives.

    A killed host would thus lock the virtual board for ever; real devices forget the flag at the last close.
    """
    return os.ttyname(port.fileno()).startswith("/dev/pts/")
