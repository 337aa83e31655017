"""Which virtual boards run here: `sim://NAME` → the address of a real port, by one small file each in SIGNBOARD_HOME.

A board is virtual only when reached this way. An entry counts only while its writer lives (it holds a lock) and its
port answers: after a power cut a left-over entry may name a device that is by now somebody else's terminal.
"""

import json
import os
import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from signboard import files
from signboard.errors import N_, NotRunningError, UsageError
from signboard.simulator.lock import Lock, is_held

__all__ = ["Entry", "Registration", "entries", "link_of", "register", "resolve", "unregister"]

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")
_KNOCK_S = 1.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One registered virtual board.

    Attributes:
        is_alive: its process lives and its port answers.
    """

    name: str
    url: str
    pid: int
    is_alive: bool


class Registration:
    """Keeps a board registered; `end` it, use it as a context manager, or let the process die."""

    def __init__(self, home: Path, name: str, lock: Lock) -> None:
        self.name = name
        self._home = home
        self._lock = lock

    def end(self) -> None:
        """Take the board off the list."""
        unregister(self._home, self.name)
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()


def register(home: Path, name: str, url: str) -> Registration:
    """Say that `sim://NAME` stands for `url` as long as the registration lasts.

    Raises:
        UsageError: `bad_name`, or `name_taken` by a board that runs.
    """
    _check_name(name)
    try:
        lock = Lock(_file(home, name, "lock"))
    except BlockingIOError as error:
        raise UsageError(
            N_("A virtual board named '{name}' is running already; stop it, or choose another name."),
            code="name_taken",
            name=name,
        ) from error
    for old in _folder(home).glob(f"{name}-*.port"):  # links of boards that died without taking them away
        if re.fullmatch(r"\d+", old.stem[len(name) + 1 :]) and old != link_of(home, name):
            old.unlink(missing_ok=True)
    raw = json.dumps({"name": name, "url": url, "pid": os.getpid()}, ensure_ascii=False).encode()
    files.write_atomically(_file(home, name, "json"), raw)
    return Registration(home, name, lock)


def resolve(home: Path, name: str) -> str:
    """The address behind `sim://NAME`.

    Raises:
        NotRunningError: `no_virtual_board`, naming those that run; `stale_board` where its port does not answer.
        UsageError: `bad_name`.
    """
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
    url = str(found["url"])
    if not _answers(url):
        raise NotRunningError(
            N_("The virtual board '{name}' does not answer at {url}; is it unplugged? Else start it anew."),
            code="stale_board",
            name=name,
            url=url,
        )
    return url


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
            url = str(entry["url"])
            is_alive = is_held(path.with_suffix(".lock")) and _answers(url)
            found.append(Entry(path.stem, url, int(str(entry["pid"])), is_alive))
    return tuple(found)


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
    try:
        found = json.loads(_file(home, name, "json").read_bytes())
        return found if isinstance(found["url"], str) and isinstance(found["pid"], int) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None  # gone this moment, or no entry of ours


def _answers(url: str) -> bool:
    if not url.startswith("socket://"):
        return Path(url).exists()
    parts = urlsplit(url)
    try:
        socket.create_connection((parts.hostname or "", parts.port or 0), timeout=_KNOCK_S).close()
    except OSError:
        return False
    return True
