"""Files that somebody made to hurt, or that came broken: each with the codes of the refusals that are in order."""

import functools
import io
import zipfile
from collections.abc import Callable

import openpyxl

__all__ = ["BAD_FILES", "good_workbook"]

_MIB = 1 << 20
_TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def _zip(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, raw in parts.items():
            packed.writestr(name, raw)
    return stream.getvalue()


def _docx(document: str) -> bytes:
    return _zip({"[Content_Types].xml": _TYPES, "word/document.xml": document.encode()})


def good_workbook() -> bytes:
    """Two slogans below a header."""
    return _xlsx()


def _xlsx(first_sheet: bytes = b"") -> bytes:
    """A workbook of openpyxl, with another first sheet where one is given."""
    stream = io.BytesIO()
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("TT", "Khẩu hiệu"), (1, "Bình đẳng giới"), (2, "Nam, nữ bình quyền")):
        sheet.append(row)
    book.save(stream)
    with zipfile.ZipFile(stream) as packed:
        found = {name: packed.read(name) for name in packed.namelist()}
    return _zip(found | ({"xl/worksheets/sheet1.xml": first_sheet} if first_sheet else {}))


@functools.cache
def _zip_bomb() -> bytes:
    return _zip({"[Content_Types].xml": _TYPES, "word/document.xml": b" " * (200 * _MIB)})


@functools.cache
def _endless_sheet() -> bytes:
    """Three million rows; a megabyte packed, a hundred and more unpacked."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 1001))
    sheet = f'<?xml version="1.0"?><worksheet {_SHEET}><sheetData>{rows * 3000}</sheetData></worksheet>'
    return _xlsx(sheet.encode())


def _ghost_sheet() -> bytes:
    """One cell at the top, one in the last corner that a sheet can have."""
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    return _xlsx(f'<?xml version="1.0"?><worksheet {_SHEET}><sheetData>{cells}</sheetData></worksheet>'.encode())


def _laughs(kind: str) -> str:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{lines}]>{kind}'


def _billion_laughs() -> bytes:
    return _docx(_laughs(f"<w:document {_WORD}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"))


def _laughing_sheet() -> bytes:
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>'
    return _xlsx(_laughs(f"<worksheet {_SHEET}><sheetData>{cells}</sheetData></worksheet>").encode())


def _foreign_entity() -> bytes:
    head = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return _docx(f"{head}<w:document {_WORD}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>")


def _deep() -> bytes:
    """Two hundred thousand tables, each in the one before."""
    nested = "<w:tbl><w:tr><w:tc>" * 200_000
    return _docx(f'<?xml version="1.0"?><w:document {_WORD}><w:body>{nested}')


def _compound(*streams: str) -> bytes:
    raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\x00")
    return raw + b"".join(name.encode("utf-16-le").ljust(128, b"\x00") for name in streams)


BAD_FILES: dict[str, tuple[Callable[[], bytes], frozenset[str]]] = {
    "bom.docx": (_zip_bomb, frozenset({"too_large"})),
    "ba trieu hang.xlsx": (_endless_sheet, frozenset({"too_large"})),
    "ty tiếng cười.docx": (_billion_laughs, frozenset({"unsafe_xml"})),
    "tỷ tiếng cười.xlsx": (_laughing_sheet, frozenset({"unsafe_xml"})),
    "thuc the.docx": (_foreign_entity, frozenset({"unsafe_xml"})),
    "sau.docx": (_deep, frozenset({"damaged"})),
    "mat khau.docx": (lambda: _compound("EncryptedPackage", "EncryptionInfo"), frozenset({"encrypted"})),
    "mat khau.xlsx": (lambda: _compound("EncryptedPackage", "EncryptionInfo"), frozenset({"encrypted"})),
    "ma.xlsx": (_ghost_sheet, frozenset({"no_slogans"})),
    "cat cut.xlsx": (lambda: _xlsx()[:3000], frozenset({"damaged"})),
    "cat cut.rtf": (lambda: b"{\\rtf1 Nam, nu binh quyen\\par Binh dang gioi", frozenset({"damaged"})),
    "rong.docx": (lambda: b"", frozenset({"empty"})),
    "~$Phụ lục.docx": (lambda: b"\x07CongTT ".ljust(162, b"\x00"), frozenset({"lock_file"})),
    "mot trieu dong.txt": (lambda: "Bình đẳng giới\n".encode() * 1_000_000, frozenset({"too_large"})),
    "trieu dong trang.txt": (lambda: b"\n" * 1_000_000 + "Bình đẳng giới".encode(), frozenset({"too_large"})),
    "mot dong.txt": (lambda: "Toàn dân đoàn kết; ".encode() * 15_000, frozenset({"too_large"})),
    "dau chong.txt": (lambda: b"a" + "\u0301".encode() * 500_000, frozenset({"too_large"})),
    "trieu dong trang.csv": (lambda: b"a;b\n" * 200_000, frozenset({"too_large"})),
    "dong dai.txt": (lambda: "Bình đẳng giới ".encode() * 2_000_000, frozenset({"too_large"})),
    "ke hoach.pdf": (lambda: b"%PDF-1.4\n" + b"x" * 1000, frozenset({"pdf"})),
    "anh.docx": (lambda: b"\x89PNG\r\n\x1a\n" + b"\x00" * 1000, frozenset({"picture"})),
    "so khong.txt": (lambda: bytes(10_000_000), frozenset({"binary", "too_large"})),
}
