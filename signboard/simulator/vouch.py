"""Who vouches that a port is a virtual board's: the process that offers it, asked over loopback, never a file.

A registration names a TCP port on loopback and a token. Whoever looks a board up sends a number used once; the living
process answers with the device that it holds at this moment, sealed with the token. A file that was edited, a port that
somebody else took over, or another program's listener cannot give that answer.
"""

import contextlib
import hashlib
import hmac
import secrets
import socket
import threading
from collections.abc import Callable

__all__ = ["Voucher", "give_order", "vouched_device"]

_NONCE_BYTES = 32
_SEAL_BYTES = hashlib.sha256().digest_size
_ORDER_AT = _NONCE_BYTES + _SEAL_BYTES
_ORDER = b"order"
"""Keeps the seals of orders apart from those of answers."""
_MOST_BYTES = 4096
_PATIENCE_S = 1.0


class Voucher:
    """Answers for this process until `end`.

    Args:
        device: the port that this process holds now; empty while it is unplugged. Called in another thread.
        obey: takes an order, returns what to say to it (empty: nothing against it). Called in another thread.

    Attributes:
        number: the TCP port on loopback where it answers.
        token: what its answers are sealed with.
    """

    def __init__(self, device: Callable[[], str], obey: Callable[[str], str] | None = None) -> None:
        self.token = secrets.token_hex(32)
        self._device = device
        self._obey = obey
        self._ended = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.number = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, name="voucher", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Answer no more; harmless when ended already."""
        if self._ended.is_set():
            return
        self._ended.set()
        with contextlib.suppress(OSError):  # its waiting ends with one more caller, on every system
            socket.create_connection(("127.0.0.1", self.number), _PATIENCE_S).close()
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while not self._ended.is_set():
            with contextlib.suppress(OSError):  # a caller that went away
                caller, _address = self._listener.accept()
                with caller:
                    caller.settimeout(_PATIENCE_S)
                    self._answer(caller)

    def _answer(self, caller: socket.socket) -> None:
        asked = _read(caller, _MOST_BYTES)
        nonce, seal, order = asked[:_NONCE_BYTES], asked[_NONCE_BYTES:_ORDER_AT], asked[_ORDER_AT:]
        if len(asked) == _NONCE_BYTES:
            said = self._device()
        elif self._obey and hmac.compare_digest(seal, _seal(self.token, nonce + _ORDER, order)):
            said = self._obey(order.decode("utf-8", "replace"))
        else:
            return
        caller.sendall(_seal(self.token, nonce, said.encode()) + said.encode())


def vouched_device(number: int, token: str) -> str | None:
    """The device that the process behind a registration says it holds.

    Args:
        number: the TCP port on loopback that the registration names.
        token: the registration's token.

    Returns:
        The device, empty while it is unplugged; None where nobody gives an answer that is sealed with the token.
    """
    return _asked(number, token, secrets.token_bytes(_NONCE_BYTES))


def give_order(number: int, token: str, order: str) -> str | None:
    """Give the process behind a registration an order.

    Returns:
        What it said to it, empty where it has nothing against it; None where nobody there knows the token.
    """
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _asked(number, token, nonce, _seal(token, nonce + _ORDER, order.encode()) + order.encode())


def _asked(number: int, token: str, nonce: bytes, more: bytes = b"") -> str | None:
    try:
        with socket.create_connection(("127.0.0.1", number), _PATIENCE_S) as line:
            line.settimeout(_PATIENCE_S)
            line.sendall(nonce + more)
            line.shutdown(socket.SHUT_WR)
            answer = _read(line, _MOST_BYTES)
    except (OSError, OverflowError):
        return None
    seal, said = answer[:_SEAL_BYTES], answer[_SEAL_BYTES:]
    if not hmac.compare_digest(seal, _seal(token, nonce, said)):
        return None
    return said.decode("utf-8", "replace")


def _read(line: socket.socket, most_bytes: int) -> bytes:
    """So many bytes, or what came until the other side closed."""
    found = b""
    while len(found) < most_bytes and (piece := line.recv(most_bytes - len(found))):
        found += piece
    return found


def _seal(token: str, nonce: bytes, device: bytes) -> bytes:
    return hmac.digest(token.encode(), nonce + device, "sha256")
