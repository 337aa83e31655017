"""What kind of file is it? By its first bytes and its inside, never by its name: clerks rename, web systems mislabel.

`read` is the one way from bytes to slogans: it finds the kind, calls the importer, and has the words judged.
"""

import re
from dataclasses import replace

from signboard.errors import N_, InputError
from signboard.importers.bounds import check_lines
from signboard.importers.family import IMPORTERS
from signboard.manuscript.judge import judge
from signboard.manuscript.model import NOTHING_ASKED, Asked, Manuscript
from signboard.manuscript.result import ImportResult
from signboard.office.archive import Archive
from signboard.office.notices import NO_SHEETS
from signboard.office.refusals import damaged, empty, encrypted, encrypted_sheet, formulas_alone, lock_file
from signboard.text.lines import read_lines

__all__ = ["kind_of", "read"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCK_BYTES = (162, 165)
_LONGEST_USER = 54
_HEAD = 4_096
_PDF_WITHIN = 1_024

_PICTURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF", b"8BPS", b"\x00\x00\x01\x00",
)  # fmt: skip
_PACKED = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_WEB_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype html|html|head|meta|table|body|div|style|p|ul|ol|span|h[1-6])[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_ODF = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.spreadsheet-template": "ods",
}
_BOOKS = ("xlsx", "xls", "ods")
_OOXML = (("word/", "docx"), ("xl/", "xlsx"))
_FEWEST_LINES = 2
_FEWEST_NAMED = 2
_LONGEST_NAME = 40
_SAME = 0.7
_SAMPLE_LINES = 200
_SAMPLE_BYTES = 20_000
_TABLE_HEAD = re.compile(
    r"(?:stt|tt|số tt|nội dung|khẩu hiệu|thông điệp|câu|từ ngày|đến ngày|"
    r"bắt đầu|kết thúc|ghi chú|giờ|khung giờ|ngày|dấu thời gian|timestamp|(?:địa chỉ )?e-?mail|họ (?:và )?tên|"
    r"số điện thoại|ý kiến|đơn vị)\b",
    re.IGNORECASE,
)
_NUMBER_AND_TAB = re.compile(r"\s*(?:\(?\w{1,3}[.)]|[-\u2013\u2022*+\uf000-\uf0ff]|\d{1,3})\t[^\t]+$")


def read(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> ImportResult:
    """The slogans of any file that people hand in.

    Args:
        raw: the whole content.
        file: its name without folders; for sentences, and days that it may hold.
        asked: what a person says about it.

    Raises:
        InputError: `no_columns`: a column was asked for in a plain text. See `kind_of`,
            the importers and `signboard.manuscript.judge.judge`.
        ProblemsError: several of them.

    A sheet that is asked for in a file that has none changes nothing, which is told.
    """
    kind = kind_of(raw, file)
    if asked.column and kind == "text":
        raise InputError(
            N_("{file} is a plain text and has no columns; load it again without --column."),
            code="no_columns",
            file=file,
        )
    is_misplaced = bool(asked.sheet) and kind not in _BOOKS
    asked = replace(asked, sheet="") if is_misplaced else asked
    found = IMPORTERS.load(kind)(raw, file, asked)
    judged = _judged(found, asked) if isinstance(found, Manuscript) else found
    return replace(judged, notices=(NO_SHEETS, *judged.notices)) if is_misplaced else judged


def _judged(found: Manuscript, asked: Asked) -> ImportResult:
    check_lines(found, asked)
    try:
        return judge(found, asked)
    except InputError as error:
        formulas = next((one for one in found.notices if one.code == "formula_without_value"), None)
        if error.code == "no_slogans" and formulas:
            raise formulas_alone(found.file, str(formulas.fields["cells"])) from error
        raise


def kind_of(raw: bytes, file: str) -> str:
    """The importer for a file's content.

    Args:
        raw: the whole content.
        file: its name, for sentences; it decides only where the content fits two kinds.

    Raises:
        InputError: `lock_file`, `empty`, `encrypted`, `damaged`, `too_large`, `pdf`, `picture`, `slides`, `mail`,
            `packed`, `old_xml`, `other_kind`: each says what to do instead.
    """
    if _is_lock(raw, file):
        raise lock_file(file)
    if not raw:
        raise empty(file)
    if raw.startswith(_ZIP):
        return _zipped(raw, file)
    if raw.startswith(_OLE):
        return _compound(raw, file)
    if raw.lstrip()[:5].lower() == b"{\\rtf":
        return "rtf"
    _refuse_others(raw, file)
    return _text_kind(raw, file)


def _is_lock(raw: bytes, file: str) -> bool:
    if file.startswith(("~$", ".~lock.")):
        return True
    named = raw[1 : 1 + raw[0]] if raw else b""
    return (
        len(raw) in _LOCK_BYTES
        and 0 < raw[0] <= _LONGEST_USER
        and named.isascii()
        and named.replace(b" ", b"").isalnum()
    )


def _zipped(raw: bytes, file: str) -> str:
    archive = Archive(raw, file)
    names = [name.lower() for name in archive.names]
    mime = archive.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in archive else ""
    if mime in _ODF:
        return _ODF[mime]
    for folder, kind in _OOXML:
        if any(name.startswith(folder) for name in names):
            return kind
    if any(name.startswith("ppt/") for name in names) or "presentation" in mime:
        raise _slides(file)
    if not mime and "content.xml" in archive:
        return "ods" if b"office:spreadsheet" in archive.read("content.xml")[:200_000] else "odt"
    if any(name.startswith("index/") or name.endswith(".iwa") for name in names) or mime:
        raise _other_kind(file)
    if not names:
        raise damaged(file)
    raise _packed(file)


def _compound(raw: bytes, file: str) -> str:
    """The kind of a file of Office 97, by the streams that its directory names."""
    streams = {name: raw.find(name.encode("utf-16-le") + b"\x00\x00") for name in (*_STREAMS, "EncryptedPackage")}
    if streams.pop("EncryptedPackage") >= 0:
        raise encrypted_sheet(file) if file.lower().rpartition(".")[2].startswith("xl") else encrypted(file)
    found = [name for name, at in streams.items() if at >= 0]
    kinds = {_STREAMS[name] for name in found}
    if kinds >= {"doc", "xls"}:
        return "xls" if file.lower().endswith((".xls", ".xlt")) else "doc"
    for kind in ("doc", "xls"):
        if kind in kinds:
            return kind
    if "slides" in kinds:
        raise _slides(file)
    if "mail" in kinds:
        raise _mail(file)
    raise damaged(file)


_STREAMS = {
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "slides",
    "__nameid_version1.0": "mail",
    "__properties_version1.0": "mail",
}


def _refuse_others(raw: bytes, file: str) -> None:
    if b"%PDF-" in raw[:_PDF_WITHIN]:
        raise InputError(
            N_(
                "{file} is a PDF, often a scan without letters: ask for the Word or Excel file that it was made of, or "
                "type the slogans into a text file, one a line; signboard compares them with the official lists."
            ),
            code="pdf",
            file=file,
        )
    if raw.startswith(_PICTURES) or raw[4:8] == b"ftyp":
        raise InputError(
            N_(
                "{file} is a picture or a film: signboard reads words only; ask for the Word or Excel file, or type "
                "the slogans into a text file, one a line; signboard compares them with the official lists."
            ),
            code="picture",
            file=file,
        )
    if raw.startswith(_PACKED):
        raise _packed(file)
    if raw.startswith((b"MZ", b"\x7fELF", b"\x00\x05\x16\x07", b"SQLite format")):
        raise _other_kind(file)
    head = raw[:_HEAD]
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head or b"schemas.microsoft.com/office/word/2003" in head:
        raise _old_xml(file)
    if b"urn:oasis:names:tc:opendocument" in head or (b"MIME-Version:" in head and b"multipart/" in head):
        raise _old_xml(file)


def _slides(file: str) -> InputError:
    return InputError(
        N_("{file} holds slides: copy the slogans from PowerPoint into a Word file, one a line, and load that."),
        code="slides",
        file=file,
    )


def _mail(file: str) -> InputError:
    return InputError(
        N_("{file} is an e-mail: open it, save the attached Word or Excel file, and load that."), code="mail", file=file
    )


def _packed(file: str) -> InputError:
    return InputError(
        N_("{file} is a packed folder: open it, take the Word or Excel file out of it, and load that."),
        code="packed",
        file=file,
    )


def _old_xml(file: str) -> InputError:
    return InputError(
        N_(
            "{file} is saved in a form that is rarely used (XML or web archive): open it in Word or Excel, choose "
            "File > Save As, type Word Document (.docx) or Excel Workbook (.xlsx), and load that."
        ),
        code="old_xml",
        file=file,
    )


def _other_kind(file: str) -> InputError:
    return InputError(
        N_("{file} is no list of slogans that can be read; load a Word (.docx), Excel (.xlsx) or text (.txt) file."),
        code="other_kind",
        file=file,
    )


def _text_kind(raw: bytes, file: str) -> str:
    if _WEB_START.match(raw[:_HEAD]) or _WEB_START.match(_narrow(raw[:_HEAD])):
        return "html"
    try:
        texts = [line.text for line in read_lines(_whole_lines(raw), file)]
    except InputError:  # the importer of texts reads it again and says what is wrong
        return "text"
    return "csv" if _is_separated(texts, file) else "text"


def _whole_lines(raw: bytes) -> bytes:
    """The beginning of a text, up to the end of a line, in UTF-16 too; of an endless line so much as is looked at."""
    if len(raw) <= _SAMPLE_BYTES:
        return raw
    end = raw.rfind(b"\n", 0, _SAMPLE_BYTES) + 1
    return raw[: end + raw.startswith(b"\xff\xfe")] if end else raw[:_SAMPLE_BYTES]


def _narrow(raw: bytes) -> bytes:
    """UTF-16 as its low bytes, which is enough to see marks and separators."""
    if raw.startswith(b"\xff\xfe") or (raw[1:2] == b"\x00" and raw[:1] != b"\x00"):
        return raw.removeprefix(b"\xff\xfe")[::2]
    if raw.startswith(b"\xfe\xff"):
        return raw.removeprefix(b"\xfe\xff")[1::2]
    return raw


def _is_separated(texts: list[str], file: str) -> bool:
    """Is it a table with separators? Slogans hold commas and semicolons of their own; a header has to speak for it."""
    lines = [line for line in texts[:_SAMPLE_LINES] if line.strip() and not line.startswith("#")]
    if len(lines) < _FEWEST_LINES:
        return False
    named = file.lower().endswith((".csv", ".tsv", ".tab"))
    if sum("\t" in line.strip() for line in lines) >= _SAME * len(lines):
        return named or not all(_NUMBER_AND_TAB.match(line) for line in lines if "\t" in line.strip())
    return any(_has_head(lines, separator) or (named and _is_even(lines, separator)) for separator in ";,|")


def _has_head(lines: list[str], separator: str) -> bool:
    """Do two and more cells of one of the first lines name columns?"""
    for line in lines[:12]:
        cells = [cell.strip(" \"'\ufeff") for cell in line.split(separator)]
        named = sum(bool(_TABLE_HEAD.match(cell)) and len(cell) < _LONGEST_NAME for cell in cells)
        if named >= _FEWEST_NAMED and named * 2 >= len([cell for cell in cells if cell]):
            return True
    return False


def _is_even(lines: list[str], separator: str) -> bool:
    counts = [line.count(separator) for line in lines]
    usual = max(set(counts), key=counts.count)
    return usual > 0 and counts.count(usual) >= _SAME * len(counts)
