"""Lines of the files loaded last that cannot play as they stand, beside the list that was made of the others.

They are kept until somebody settles them: loads a corrected file, or says that they are to stay out.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from signboard.errors import SignboardError
from signboard.files import home_in_use, read_own, write_atomically

__all__ = ["OpenLine", "keep_open_lines", "open_lines"]


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A line that is blocked.

    Attributes:
        place: file and line in words.
        text: as read.
        code: of the reason.
        reason: the sentence that was told.
    """

    place: str
    text: str
    code: str
    reason: str


def keep_open_lines(home: Path, digest: str, lines: Sequence[OpenLine]) -> None:
    """Remember the blocked lines beside this list; those of the list before are forgotten.

    Raises:
        ConfigurationError: `disk_full`, `home_unusable`.
    """
    content = {"list": digest, "lines": [asdict(line) for line in lines]}
    with home_in_use(_path(home)):
        write_atomically(_path(home), json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n")


def open_lines(home: Path, digest: str) -> tuple[OpenLine, ...]:
    """The blocked lines beside this list; none where nothing is known of it, or the note is damaged."""
    path = _path(home)
    try:
        with home_in_use(path):
            content = json.loads(read_own(path)) if path.exists() else {}
        if content.get("list") != digest:
            return ()
        return tuple(OpenLine(**line) for line in content["lines"])
    except (SignboardError, ValueError, TypeError, KeyError, AttributeError):
        return ()  # a note for people; what may play never depends on it


def _path(home: Path) -> Path:
    return home / "bundles" / "open-lines.json"
