r"""Rich text (.rtf) of Word, WordPad and LibreOffice: the text that they show, with all changes accepted."""

import hashlib

from signboard.manuscript.judge import judge
from signboard.manuscript.model import NOTHING_ASKED, Asked, Manuscript
from signboard.manuscript.result import ImportResult
from signboard.office.folio import Folio
from signboard.office.notices import Seen, notices
from signboard.office.refusals import check_name, damaged, too_large
from signboard.office.rtf_story import RtfStory

__all__ = ["MOST_BYTES", "manuscript", "read"]

MOST_BYTES = 60_000_000
"""Pictures stand in it as figures, twice their size."""
_START = b"{\\rtf"


def read(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> ImportResult:
    """The slogans in a rich text file; arguments and errors are those of `manuscript` and of the judge."""
    return judge(manuscript(raw, file, asked), asked)


def manuscript(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> Manuscript:  # noqa: ARG001 - one shape for all
    """The words of a rich text file.

    Args:
        raw: the whole content.
        file: its name without folders.
        asked: nothing of it concerns rich text.

    Raises:
        InputError: `empty`, `lock_file`, `damaged`, `too_large`.
    """
    check_name(raw, file)
    if len(raw) > MOST_BYTES:
        raise too_large(file)
    if not raw.lstrip().startswith(_START):
        raise damaged(file)
    folio, seen = Folio(file), Seen()
    RtfStory(folio, seen).read(raw)
    return Manuscript(file, hashlib.sha256(raw).hexdigest(), folio.end(), notices(seen))
