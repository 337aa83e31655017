"""Word files (.docx, .docm): the document as Word shows it with all changes accepted, its macros never run."""

import hashlib
import posixpath
from collections.abc import Iterator

from signboard.manuscript.judge import judge
from signboard.manuscript.model import NOTHING_ASKED, Asked, Manuscript, Part
from signboard.manuscript.result import ImportResult
from signboard.office.archive import Archive
from signboard.office.docx_numbering import Numbering
from signboard.office.docx_story import Story
from signboard.office.docx_styles import Styles, theme_fonts
from signboard.office.folio import Folio
from signboard.office.markup import Element, attribute, local
from signboard.office.notices import Seen, notices
from signboard.office.refusals import check_name, damaged, too_large

__all__ = ["manuscript", "read"]

_MAIN = "word/document.xml"
_MOST_PARTS = 50
"""Headers and footers; a document has at most six a section."""
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> ImportResult:
    """The slogans in a Word file; arguments and errors are those of `manuscript` and of the judge."""
    return judge(manuscript(raw, file, asked), asked)


def manuscript(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> Manuscript:  # noqa: ARG001 - one shape for all
    """The words of a Word file.

    Args:
        raw: the whole content.
        file: its name without folders.
        asked: nothing of it concerns Word.

    Raises:
        InputError: `empty`, `lock_file`, `damaged`, `encrypted`, `too_large`, `unsafe_xml`.
    """
    check_name(raw, file)
    try:
        return _Package(raw, file).manuscript()
    except RecursionError as error:
        raise too_large(file) from error


class _Package:
    """The parts of a .docx."""

    def __init__(self, raw: bytes, file: str) -> None:
        self._raw, self._file = raw, file
        self._archive = Archive(raw, file)
        roots = dict(self._links("_rels/.rels", ""))
        self._main = roots.get("officeDocument", [_MAIN])[0]
        folder, name = posixpath.split(self._main)
        self._parts = dict(self._links(f"{folder}/_rels/{name}.rels".lstrip("/"), folder))

    def _links(self, name: str, folder: str) -> Iterator[tuple[str, list[str]]]:
        """Parts that a part names, by their kind; what lies outside of the file is never followed."""
        root = self._part(name)
        found: dict[str, list[str]] = {}
        for link in root if root is not None else ():
            if attribute(link, "TargetMode") != "External":
                kind = attribute(link, "Type").rpartition("/")[2]
                found.setdefault(kind, []).append(_joined(folder, attribute(link, "Target")))
        yield from found.items()

    def _part(self, name: str) -> Element | None:
        return self._archive.xml(name)

    def _first(self, kind: str) -> Element | None:
        return next((part for part in self._every(kind)), None)

    def _every(self, kind: str) -> Iterator[Element]:
        for name in dict.fromkeys(self._parts.get(kind, [])[:_MOST_PARTS]):
            part = self._part(name)
            if part is not None:
                yield part

    def manuscript(self) -> Manuscript:
        main = self._part(self._main)
        body = None if main is None else next((one for one in main if local(one) == "body"), None)
        if body is None:
            raise damaged(self._file)
        styles = Styles(self._first("styles"), theme_fonts(self._first("theme")))
        numbering, seen, folio = Numbering(self._first("numbering"), styles), Seen(), Folio(self._file)

        def tell(root: Element, part: Part) -> None:
            Story(folio, styles, numbering, seen, part).read(root)

        for header in self._every("header"):
            tell(header, Part.HEADER)
        tell(body, Part.BODY)
        for kind in ("footnotes", "endnotes"):
            for notes in self._every(kind):
                for note in notes:
                    if attribute(note, "type") not in _SEPARATORS:
                        tell(note, Part.NOTE)
        for footer in self._every("footer"):
            tell(footer, Part.FOOTER)
        has_macros = any(name.lower().endswith("vbaproject.bin") for name in self._archive.names)
        told = notices(seen, macros=has_macros)
        return Manuscript(self._file, hashlib.sha256(self._raw).hexdigest(), folio.end(), told)


def _joined(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    joined = target if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined).lstrip("/")
