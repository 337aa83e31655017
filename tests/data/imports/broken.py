"""Files that must be refused, each with what the sentence has to say (words that it holds, in English)."""

# ruff: noqa: E501 - markup stands as attackers write it

import io
import struct
import zipfile
from pathlib import Path

import docx

__all__ = ["BROKEN", "write_broken"]

BROKEN = {
    "ke-hoach-scan.pdf": "Word or Excel file",
    "anh-chup.png": "type the slogans",
    "anh-chup.jpg": "type the slogans",
    "anh-iphone.heic": "type the slogans",
    "trinh-chieu.pptx": "PowerPoint",
    "gui-kem.zip": "take the Word or Excel file out",
    "rong.docx": "copy it again",
    "rong.xlsx": "copy it again",
    "toan-dong-trang.txt": "write one slogan a line",
    "~$danh-sach.docx": "no ~$",
    "co-mat-khau.docx": "password",
    "co-mat-khau.xlsx": "Excel",
    "cat-cut.docx": "get it again",
    "cat-cut.xlsx": "get it again",
    "cat-cut.doc": "get it again",
    "bom.docx": "too large",
    "thuc-the.docx": "do not open it",
    "ty-tieng-cuoi.odt": "do not open it",
    "chuong-trinh.doc": "Word (.docx)",
    "thu.msg": "attached",
    "chi-co-tieu-de.txt": "holds no slogan",
    "ke-hoach-khong-co-khau-hieu.docx": "holds no slogan",
    "khong-ton-tai-ngay.txt": "There is no day",
}
_SECTOR = 512


def write_broken(folder: Path, good_docx: bytes, good_xlsx: bytes, good_doc: bytes) -> None:
    """All of them."""
    files = {
        "ke-hoach-scan.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
        "anh-chup.png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
        "anh-chup.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 40,
        "anh-iphone.heic": b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40,
        "trinh-chieu.pptx": _zip({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"}),
        "gui-kem.zip": _zip({"phu luc.docx": good_docx[:500], "doc.txt": b"x"}),
        "rong.docx": b"",
        "rong.xlsx": b"",
        "toan-dong-trang.txt": b" \r\n\r\n\t\r\n",
        "~$danh-sach.docx": b"\x07CongTT ".ljust(162, b"\x00"),
        "co-mat-khau.docx": _compound("EncryptedPackage", "EncryptionInfo"),
        "co-mat-khau.xlsx": _compound("EncryptedPackage", "EncryptionInfo"),
        "cat-cut.docx": good_docx[: len(good_docx) // 2],
        "cat-cut.xlsx": good_xlsx[: len(good_xlsx) // 2],
        "cat-cut.doc": good_doc[:400],
        "bom.docx": _bomb(),
        "thuc-the.docx": _with_document(
            good_docx, b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
        ),
        "ty-tieng-cuoi.odt": _zip(
            {
                "mimetype": b"application/vnd.oasis.opendocument.text",
                "content.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
            }
        ),
        "chuong-trinh.doc": b"MZ\x90\x00" + b"\x00" * 100,
        "thu.msg": _compound("__nameid_version1.0", "__properties_version1.0"),
        "chi-co-tieu-de.txt": "# Nguồn: Sở Nội vụ\nDanh sách khẩu hiệu:\n".encode(),
        "khong-ton-tai-ngay.txt": "Từ ngày 31/11/2026 đến ngày 15/12/2026\nChung tay vì trẻ em\n".encode(),
    }
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
    document = docx.Document()
    for line in (
        "KẾ HOẠCH", "Triển khai Ngày Pháp luật năm 2026", "I. MỤC ĐÍCH, YÊU CẦU", "1. Nâng cao ý thức chấp hành pháp luật.",
        "II. TỔ CHỨC THỰC HIỆN", "1. Văn phòng chủ trì, phối hợp với các phòng.", "2. Các phòng báo cáo kết quả trước ngày 30/11/2026.",
    ):  # fmt: skip
        document.add_paragraph(line)
    document.save(str(folder / "ke-hoach-khong-co-khau-hieu.docx"))


def _zip(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), raw, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _bomb() -> bytes:
    """100 MB of blanks in 100 kB."""
    return _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b" " * 100_000_000})


def _with_document(good: bytes, document: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        return _zip(
            {name: document if name == "word/document.xml" else archive.read(name) for name in archive.namelist()}
        )


def _compound(*streams: str) -> bytes:
    """The first sectors of a compound file whose directory names these streams (MS-CFB, sections 2.2 and 2.6)."""
    header = bytearray(_SECTOR)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIIIII", header, 40, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0, 0xFFFFFFFF)
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE).ljust(_SECTOR, b"\xff")
    entries = b"".join(_entry(name, 5 if name == "Root Entry" else 2) for name in ("Root Entry", *streams))
    return bytes(header) + table + entries.ljust(_SECTOR, b"\x00")


def _entry(name: str, kind: int) -> bytes:
    written = (name + "\x00").encode("utf-16-le")
    tail = struct.pack("<HBB", len(written), kind, 1) + struct.pack(
        "<III", 0xFFFFFFFF, 0xFFFFFFFF, 1 if kind == 5 else 0xFFFFFFFF
    )
    return (written.ljust(64, b"\x00") + tail).ljust(116, b"\x00") + struct.pack("<III", 0xFFFFFFFE, 0, 0)
