"""LibreOffice Writer files (.odt): the document as Writer shows it with all changes accepted."""

import hashlib

from signboard.manuscript.judge import judge
from signboard.manuscript.model import NOTHING_ASKED, Asked, Manuscript, Part
from signboard.manuscript.result import ImportResult
from signboard.office.archive import Archive
from signboard.office.folio import Folio
from signboard.office.markup import Element, local
from signboard.office.notices import Seen, notices
from signboard.office.odt_story import OdtStory
from signboard.office.odt_styles import OdtStyles
from signboard.office.refusals import check_name, damaged, encrypted, too_large

__all__ = ["manuscript", "read"]

_MANIFEST = "META-INF/manifest.xml"
_HEADERS = ("header", "header-first", "header-left")
_FOOTERS = ("footer", "footer-first", "footer-left")


def read(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> ImportResult:
    """The slogans in a Writer file; arguments and errors are those of `manuscript` and of the judge."""
    return judge(manuscript(raw, file, asked), asked)


def manuscript(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> Manuscript:  # noqa: ARG001 - one shape for all
    """The words of a Writer file.

    Args:
        raw: the whole content.
        file: its name without folders.
        asked: nothing of it concerns Writer.

    Raises:
        InputError: `empty`, `lock_file`, `damaged`, `encrypted`, `too_large`, `unsafe_xml`.
    """
    check_name(raw, file)
    try:
        return _read(raw, file)
    except RecursionError as error:
        raise too_large(file) from error


def _read(raw: bytes, file: str) -> Manuscript:
    archive = Archive(raw, file)
    if b"encryption-data" in archive.read(_MANIFEST):
        raise encrypted(file)
    content, common = archive.xml("content.xml"), archive.xml("styles.xml")
    body = None if content is None else next((one for one in content.iter() if local(one) == "text"), None)
    if content is None or body is None:
        raise damaged(file)
    common = Element("nothing") if common is None else common
    folio, seen = Folio(file), Seen()
    notes: list[Element] = []
    own, shared = OdtStyles((content, common)), OdtStyles((common,))
    for header in _pages(common, _HEADERS):
        OdtStory(folio, shared, seen, Part.HEADER, notes).read(header)
    OdtStory(folio, own, seen, Part.BODY, notes).read(body)
    for note in tuple(notes):
        OdtStory(folio, own, seen, Part.NOTE, []).read(note)
    for footer in _pages(common, _FOOTERS):
        OdtStory(folio, shared, seen, Part.FOOTER, notes).read(footer)
    has_macros = any(name.startswith(("Basic/", "Scripts/")) for name in archive.names)
    told = notices(seen, macros=has_macros)
    return Manuscript(file, hashlib.sha256(raw).hexdigest(), folio.end(), told)


def _pages(common: Element, wanted: tuple[str, ...]) -> list[Element]:
    """Headers or footers of every kind of page."""
    pages = [page for page in common.iter() if local(page) == "master-page"]
    return [part for page in pages for part in page if local(part) in wanted]
