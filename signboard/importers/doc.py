"""Word 97 to 2003 files (.doc): the document as Word shows it with all changes accepted, its macros never run."""

import hashlib
import struct

from signboard.manuscript.judge import judge
from signboard.manuscript.model import NOTHING_ASKED, Asked, Manuscript
from signboard.manuscript.result import ImportResult
from signboard.office.doc_file import WordFile
from signboard.office.doc_story import DocStory
from signboard.office.folio import Folio
from signboard.office.notices import Seen, notices
from signboard.office.refusals import check_name, too_large, unreadable

__all__ = ["MOST_BYTES", "manuscript", "read"]

MOST_BYTES = 60_000_000
"""Pictures among it."""
_MACROS = ("_vba_project", "vba")


def read(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> ImportResult:
    """The slogans in a Word 97 file; arguments and errors are those of `manuscript` and of the judge."""
    return judge(manuscript(raw, file, asked), asked)


def manuscript(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> Manuscript:  # noqa: ARG001 - one shape for all
    """The words of a Word 97 file.

    Args:
        raw: the whole content.
        file: its name without folders.
        asked: nothing of it concerns Word.

    Raises:
        InputError: `empty`, `lock_file`, `damaged`, `encrypted`, `too_large`, `unreadable`.
    """
    check_name(raw, file)
    if len(raw) > MOST_BYTES:
        raise too_large(file)
    folio, seen = Folio(file), Seen()
    try:
        word = WordFile(raw, file)
        DocStory(word, folio, seen).read()
    except (struct.error, IndexError, ValueError) as error:  # its inside points to where nothing is
        raise unreadable(file) from error
    has_macros = any(name in _MACROS for name in word.names)
    return Manuscript(file, hashlib.sha256(raw).hexdigest(), folio.end(), notices(seen, macros=has_macros))
