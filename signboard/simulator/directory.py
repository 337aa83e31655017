"""Which virtual boards run here: `sim://NAME` → the address of a real port, by one small file each in SIGNBOARD_HOME.

A board is virtual only when reached this way, so what the file says is not believed. An entry counts only while its
writer lives (it holds a lock), names a pseudo-terminal or a port on loopback, and the living process itself vouches for
that very port: after a power cut, or an edit, the file may name somebody else's device. Whoever may run programs under
this account can still write one that deceives; see docs/adr.
"""

import json
import os
import re
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from signboard import files
from signboard.errors import N_, NotRunningError, RefusedError, UsageError
from signboard.simulator.lock import Lock, is_held
from signboard.simulator.vouch import Voucher, give_order, vouched_device

__all__ = ["Entry", "Registration", "entries", "link_of", "register", "resolve", "tell", "unregister"]

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")
_KNOCK_S = 1.0
_MOST_BYTES = 10_000
_PSEUDO_TERMINAL = re.compile(r"/dev/pts/\d+|/dev/ttys\d{3,}")
"""The host's end of one, on Linux and on macOS; no serial port is called so."""
_LOOPBACK = ("127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Entry:
    """One registered virtual board.

    Attributes:
        is_alive: its process lives, vouches for its port, and the port answers.
    """

    name: str
    url: str
    pid: int
    is_alive: bool


class Registration:
    """Keeps a board registered; `end` it, use it as a context manager, or let the process die."""

    def __init__(self, home: Path, name: str, lock: Lock, voucher: Voucher) -> None:
        self.name = name
        self._home = home
        self._lock = lock
        self._voucher = voucher

    def end(self) -> None:
        """Take the board off the list."""
        unregister(self._home, self.name)
        self._voucher.end()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()


def register(
    home: Path,
    name: str,
    url: str,
    device: Callable[[], str] | None = None,
    obey: Callable[[str], str] | None = None,
) -> Registration:
    """Say that `sim://NAME` stands for `url` as long as the registration lasts.

    Args:
        home: SIGNBOARD_HOME.
        name: the board's.
        url: what people are told and the file says.
        device: the port that this process holds now, empty while unplugged (None: `url`, links followed).
        obey: takes orders; see `signboard.simulator.vouch`.

    Raises:
        UsageError: `bad_name`, or `name_taken` by a board that runs.
        ConfigurationError: the home folder cannot be written.
    """
    _check_name(name)
    with files.home_in_use(_folder(home)):
        lock = _locked(home, name)
        for old in _folder(home).glob(f"{name}-*.port"):  # links of boards that died without taking them away
            if re.fullmatch(r"\d+", old.stem[len(name) + 1 :]) and old != link_of(home, name):
                old.unlink(missing_ok=True)
        voucher = Voucher(device or (lambda: _device_of(url)), obey)
        entry = {"name": name, "url": url, "pid": os.getpid(), "voucher": voucher.number, "token": voucher.token}
        try:
            files.write_atomically(_file(home, name, "json"), json.dumps(entry, ensure_ascii=False).encode())
        except BaseException:
            voucher.end()
            lock.release()
            raise
    return Registration(home, name, lock, voucher)


def _locked(home: Path, name: str) -> Lock:
    try:
        return Lock(_file(home, name, "lock"))
    except BlockingIOError as error:
        raise UsageError(
            N_("A virtual board named '{name}' is running already; stop it, or choose another name."),
            code="name_taken",
            name=name,
        ) from error


def resolve(home: Path, name: str) -> str:
    """The port behind `sim://NAME`: a pseudo-terminal or a port on loopback that its living process vouches for.

    Raises:
        NotRunningError: `no_virtual_board`, naming those that run; `stale_board` where its port does not answer.
        RefusedError: `not_virtual`, what the file names is no port of that process.
        UsageError: `bad_name`.
    """
    return _vouched(name, _living(home, name))


def tell(home: Path, name: str, order: str) -> None:
    """Give the board that runs under this name an order; see `signboard.simulator.orders`.

    Raises:
        NotRunningError: `no_virtual_board`; `stale_board` where its process does not answer.
        UsageError: `bad_name`; `bad_order`, what the board said against it.
    """
    found = _living(home, name)
    said = give_order(int(str(found["voucher"])), str(found["token"]), order)
    if said is None:
        raise _stale(name, str(found["url"]))
    if said:
        raise UsageError(N_("The board does not do that: {reason}"), code="bad_order", reason=said)


def _living(home: Path, name: str) -> Mapping[str, object]:
    """The entry of a board that runs."""
    _check_name(name)
    found = _read(home, name)
    if found is None or not is_held(_file(home, name, "lock")):
        alive = [entry.name for entry in entries(home) if entry.is_alive]
        raise NotRunningError(
            N_("No virtual board named '{name}' is running (running: {known}); start one with `signboard simulate`."),
            code="no_virtual_board",
            name=name,
            known=", ".join(alive) or "-",
        )
    return found


def _stale(name: str, url: str) -> NotRunningError:
    return NotRunningError(
        N_("The virtual board '{name}' does not answer at {url}; is it unplugged? Else start it anew."),
        code="stale_board",
        name=name,
        url=url,
    )


def _vouched(name: str, found: Mapping[str, object]) -> str:
    """The device, where the process that wrote the entry says that it holds it."""
    url = str(found["url"])
    said = vouched_device(int(str(found["voucher"])), str(found["token"]))
    device = _device_of(url)  # after asking: while it is being unplugged its link may go, but does not name another
    is_mute = not said and bool(found["token"])  # unplugged, or its process stands still and may go on
    if is_mute or not _answers(device):
        raise _stale(name, url)
    if said != device or not _may_be_virtual(device):
        raise RefusedError(
            N_(
                "What sim://{name} stands for, {url}, is no port of a virtual board that runs here, so nothing is sent "
                "to it; stop that board and start it anew (signboard simulate {name})."
            ),
            code="not_virtual",
            name=name,
            url=url,
        )
    return device


def _device_of(url: str) -> str:
    """The device behind an address: links followed, or the address itself."""
    return url if "://" in url else os.path.realpath(url)


def _may_be_virtual(device: str) -> bool:
    """A pseudo-terminal or a port on loopback; a serial port and another computer never are."""
    if "://" in device:
        parts = urlsplit(device)
        return device.startswith("socket://") and parts.hostname in _LOOPBACK and not (parts.path or parts.query)
    return bool(_PSEUDO_TERMINAL.fullmatch(device)) and Path(device).is_char_device()


def unregister(home: Path, name: str) -> None:
    """Take a board off the list; harmless when it is not on it."""
    _check_name(name)
    _file(home, name, "json").unlink(missing_ok=True)


def entries(home: Path) -> tuple[Entry, ...]:
    """Every registered board by name, dead ones included."""
    found = []
    for path in sorted(_folder(home).glob("*.json")):
        entry = _read(home, path.stem)
        if entry is not None:
            is_alive = is_held(path.with_suffix(".lock")) and _is_vouched(path.stem, entry)
            found.append(Entry(path.stem, str(entry["url"]), int(str(entry["pid"])), is_alive))
    return tuple(found)


def _is_vouched(name: str, entry: Mapping[str, object]) -> bool:
    try:
        _vouched(name, entry)
    except (NotRunningError, RefusedError):
        return False
    return True


def link_of(home: Path, name: str) -> Path:
    """Where this process puts a pseudo-terminal's link, so that the board's address survives unplugging."""
    _check_name(name)
    return _file(home, f"{name}-{os.getpid()}", "port")


def _folder(home: Path) -> Path:
    return home / "virtual"


def _file(home: Path, name: str, ending: str) -> Path:
    return _folder(home) / f"{name}.{ending}"


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise UsageError(
            N_("'{name}' cannot name a virtual board; use up to 32 small letters a-z, digits, - and _."),
            code="bad_name",
            name=name,
        )


def _read(home: Path, name: str) -> Mapping[str, object] | None:
    """The entry; None: gone this moment, or none of ours. One without a voucher is nobody's word: see `_vouched`."""
    try:
        found = json.loads(files.read_own(_file(home, name, "json"), _MOST_BYTES))
        if not isinstance(found["url"], str) or not isinstance(found["pid"], int):
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    voucher, token = found.get("voucher"), found.get("token")
    is_whole = isinstance(voucher, int) and isinstance(token, str)
    return {**found, "voucher": voucher if is_whole else 0, "token": token if is_whole else ""}


def _answers(device: str) -> bool:
    if "://" not in device:
        return Path(device).exists()
    parts = urlsplit(device)
    if parts.hostname not in _LOOPBACK:
        return True  # not ours, and not knocked at
    try:
        socket.create_connection((parts.hostname, parts.port or 0), timeout=_KNOCK_S).close()
    except (OSError, ValueError):
        return False
    return True
