"""Word files that no writing library makes: traces of changes, text boxes, content controls, fonts of old encodings."""

# ruff: noqa: E501 - markup stands as programs write it

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from data.imports.documents import GIRLS, KIDS, LAW, ROAD, Content

from signboard.text.encodings.family import encode

__all__ = ["WORDS", "write_words"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BODY = f"""<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_W}"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>%s</w:body></w:document>"""

WORDS = {
    "con-dau-vet-sua.docx": Content((), ("Chung tay xóa bỏ bạo lực đối với phụ nữ", GIRLS[5], KIDS[3])),
    "hop-chu.docx": Content((), (ROAD[0], ROAD[1], ROAD[2])),
    "phong-vntime.docx": Content((), GIRLS[:4]),
    "phong-vni.docx": Content((), LAW[:3]),
    "la-rtf.doc": Content((), KIDS[:3]),
    "la-trang-web.doc": Content((), LAW),
    "la-bang-web.xls": Content((), ROAD),
    "la-docx.doc": Content((), GIRLS[:3]),
}


def _run(words: str, more: str = "") -> str:
    return f'<w:r>{more}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def _by_hand(body: str, path: Path) -> None:
    """A document of these paragraphs in the package that python-docx makes."""
    packed = io.BytesIO()
    docx.Document().save(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, _BODY % body if name == "word/document.xml" else source.read(name))


def write_words(folder: Path) -> None:
    """All of them."""
    change = 'w:id="1" w:author="A" w:date="2026-10-01T00:00:00Z"'
    _by_hand(
        _paragraph(_run("KHẨU HIỆU TUYÊN TRUYỀN"))
        + _paragraph(
            _run("1. Chung tay "),
            f"<w:ins {change}>{_run('xóa bỏ bạo lực ')}</w:ins>",
            f"<w:del {change}><w:r><w:delText>giúp đỡ </w:delText></w:r></w:del>",
            _run("đối với phụ nữ"),
        )
        + f"<w:p><w:pPr><w:rPr><w:del {change}/></w:rPr></w:pPr><w:del {change}><w:r><w:delText>2. Câu đã bỏ</w:delText></w:r></w:del></w:p>"
        + _paragraph(_run("2. " + GIRLS[5]), _run(" chữ ẩn", "<w:rPr><w:vanish/></w:rPr>"))
        + _paragraph(_run("3. " + KIDS[3][:11]), _run(KIDS[3][11:13]), _run(KIDS[3][13:])),
        folder / "con-dau-vet-sua.docx",
    )
    box = '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>%s</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>'
    _by_hand(
        _paragraph(_run("- " + ROAD[0]))
        + f"<w:sdt><w:sdtContent>{_paragraph(_run('- ' + ROAD[1]))}</w:sdtContent></w:sdt>"
        + _paragraph(box % _paragraph(_run("- " + ROAD[2]))),
        folder / "hop-chu.docx",
    )
    for name, font, encoding in (("phong-vntime.docx", ".VnTime", "tcvn3"), ("phong-vni.docx", "VNI-Times", "vni")):
        fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
        written = (encode(one, encoding).decode("cp1252", "replace") for one in WORDS[name].texts)
        _by_hand(
            "".join(_paragraph(_run(f"{n}. ", fonts), _run(one, fonts)) for n, one in enumerate(written, 1)),
            folder / name,
        )
    rtf = "".join(f"{{\\pard {n}. {_escaped(one)}\\par}}\n" for n, one in enumerate(WORDS["la-rtf.doc"].texts, 1))
    (folder / "la-rtf.doc").write_text(
        "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times New Roman;}}\n" + rtf + "}", encoding="ascii"
    )
    page = "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset=utf-8><style>p{x}</style></head><body>"
    listed = "".join(f"<p class=MsoNormal><b>{n}.</b> “{one}”;</p>" for n, one in enumerate(LAW, 1))
    (folder / "la-trang-web.doc").write_text(
        f"{page}<h1>Danh sách khẩu hiệu</h1>{listed}</body></html>", encoding="utf-8"
    )
    rows = "".join(f"<tr><td>{n}</td><td>{one}</td></tr>" for n, one in enumerate(ROAD, 1))
    head = "<tr><th>STT</th><th>Nội dung khẩu hiệu</th></tr>"
    (folder / "la-bang-web.xls").write_text(
        f"{page}<table border=1>{head}{rows}</table></body></html>", encoding="utf-8"
    )
    document = docx.Document()
    for one in WORDS["la-docx.doc"].texts:
        document.add_paragraph(one, style="List Number")
    document.save(str(folder / "la-docx.doc"))


def _escaped(text: str) -> str:
    return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in text)
