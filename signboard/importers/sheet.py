"""Workbooks of Excel and LibreOffice Calc (.xlsx, .xlsm, .xls, .xlsb, .ods): one table a sheet, macros never run."""

import hashlib

from signboard.manuscript.model import NOTHING_ASKED, Asked, Manuscript
from signboard.office.archive import Archive
from signboard.office.notices import Seen, notices
from signboard.office.ods_book import read_ods
from signboard.office.ole import CompoundFile
from signboard.office.refusals import check_name, too_large
from signboard.office.sheet_draft import SheetDraft, finished
from signboard.office.xls_book import read_xls
from signboard.office.xlsb_book import read_xlsb
from signboard.office.xlsx_book import has_macros, read_xlsx

__all__ = ["manuscript"]

_ZIP = b"PK"
_MACROS = ("_vba_project", "vba")


def manuscript(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> Manuscript:
    """The words, numbers and days of a workbook.

    Args:
        raw: the whole content.
        file: its name without folders.
        asked: `encoding`, where its letters are old bytes that do not speak for themselves.

    Raises:
        InputError: `empty`, `lock_file`, `damaged`, `encrypted`, `too_large`, `unsafe_xml`.
        UsageError: `unknown_member`: there is no such encoding.
    """
    check_name(raw, file)
    try:
        drafts, macros = _read(raw, file)
    except (RecursionError, MemoryError) as error:
        raise too_large(file) from error
    sheets, told = finished(drafts, file, asked)
    return Manuscript(file, hashlib.sha256(raw).hexdigest(), sheets, (*notices(Seen(), macros=macros), *told))


def _read(raw: bytes, file: str) -> tuple[list[SheetDraft], bool]:
    """The sheets, and whether there are macros."""
    if not raw.startswith(_ZIP):
        compound = CompoundFile(raw, file)
        drafts = read_xlsb(raw, file) if "Book" in compound else read_xls(compound.read("Workbook"), file)
        return drafts, any(name in _MACROS for name in compound.names)
    archive = Archive(raw, file)
    if "content.xml" in archive:
        return read_ods(archive, file), any(name.startswith(("Basic/", "Scripts/")) for name in archive.names)
    if "xl/workbook.bin" in archive:
        return read_xlsb(raw, file), has_macros(archive)
    return read_xlsx(archive, file), has_macros(archive)
