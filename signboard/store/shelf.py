"""Shelf: the bundles of this computer, immutable files named by their digest, and two pointers to them.

`current` is the approved bundle that plays; `loaded` is the last one that was loaded and waits for its approval.
Pointers are replaced atomically, and only after the bundle behind them was read and found whole: the last good one
stays.
"""

import hashlib
import re
from pathlib import Path

from signboard.campaign.bundle import Bundle
from signboard.errors import N_, InputError, RefusedError
from signboard.files import home_in_use, read_own, write_atomically

__all__ = ["BundleShelf"]

_DIGEST = re.compile(r"[0-9a-f]{64}")


class BundleShelf:
    """The bundles under a home folder.

    Args:
        home: see `signboard.files.home_dir`; folders are made when something is saved.
    """

    def __init__(self, home: Path) -> None:
        self._folder = home / "bundles"

    def save(self, bundle: Bundle) -> str:
        """Put a bundle on the shelf and return its digest. A whole file that is there already stays untouched.

        Raises:
            ConfigurationError: `disk_full`, `home_unusable`.
        """
        digest, raw = bundle.digest, bundle.to_json()
        path = self._path(digest)
        with home_in_use(self._folder):
            if not path.is_file() or path.read_bytes() != raw:
                write_atomically(path, raw)
        return digest

    def load(self, digest: str) -> Bundle:
        """The bundle with this digest.

        Raises:
            InputError: `bad_digest`, `no_such_bundle`.
            RefusedError: `altered_bundle`, its file is not what was saved; `bundle_version`.
            ConfigurationError: `home_unusable`.
        """
        path = self._path(digest)
        with home_in_use(path):
            raw = read_own(path) if path.exists() else None
        if raw is None:
            raise InputError(
                N_("There is no bundle {digest} on this computer; load the slogans again."),
                code="no_such_bundle",
                digest=digest[:12],
            )
        if hashlib.sha256(raw).hexdigest() != digest:
            raise RefusedError(
                N_("The bundle {digest} was altered on the disk and is not played; load the slogans again."),
                code="altered_bundle",
                digest=digest[:12],
            )
        return Bundle.from_json(raw)

    def loaded(self) -> str | None:
        """Digest of the bundle that was loaded last; None: none, or the pointer is damaged."""
        return self._pointer("loaded")

    def set_loaded(self, digest: str) -> None:
        """Point to the bundle that was loaded last.

        Raises:
            InputError, RefusedError: as `load`; the pointer is unchanged.
        """
        self._point("loaded", digest)

    def current(self) -> str | None:
        """Digest of the approved bundle; None: none, or the pointer is damaged."""
        return self._pointer("current")

    def has_torn_pointer(self) -> bool:
        """Is there a pointer to the approved bundle that points nowhere?"""
        return self.current() is None and (self._folder / "current").exists()

    def set_current(self, digest: str) -> None:
        """Point to the approved bundle. Whether it is approved is the caller's to know.

        Raises:
            InputError, RefusedError: as `load`; the pointer is unchanged.
        """
        self._point("current", digest)

    def _path(self, digest: str) -> Path:
        if not _DIGEST.fullmatch(digest):
            raise InputError(
                N_("'{digest}' is no name of a bundle; it has 64 digits of 0-9 and a-f."),
                code="bad_digest",
                digest=digest[:80],
            )
        return self._folder / f"{digest}.json"

    def _pointer(self, name: str) -> str | None:
        path = self._folder / name
        with home_in_use(path):
            if not path.exists():
                return None
            written = read_own(path, 1000).decode("ascii", "replace").strip()
        return written if _DIGEST.fullmatch(written) else None

    def _point(self, name: str, digest: str) -> None:
        self.load(digest)
        with home_in_use(self._folder / name):
            write_atomically(self._folder / name, digest.encode("ascii") + b"\n")
