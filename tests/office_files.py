"""Office files made by hand, as bytes: the smallest that programs open, with exactly the XML that a test is about."""

import io
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

from signboard.manuscript.model import Manuscript, Paragraph, Table

__all__ = [
    "OFFICE",
    "STRICT",
    "box",
    "compound",
    "docx",
    "labelled",
    "level",
    "numbering_xml",
    "odt",
    "paragraph",
    "paragraphs_of",
    "part",
    "relationships",
    "row_texts",
    "run",
    "words",
    "zipped",
]

OFFICE = Path(__file__).parent / "data" / "office"
"""Files saved by office programs; see the README there."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "header1": "header",
    "footer1": "footer",
    "footnotes": "footnotes",
}
_TYPES = (
    f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in _PARTS.items()
    )
    + "</Types>"
)
_KINDS = {"header1": "header", "footer1": "footer", "theme1": "theme"}


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """A zip file of these members, packed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def relationships(links: dict[str, str]) -> str:
    """A relationships part.

    Args:
        links: target to kind.
    """
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(links.items(), 1)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def part(root: str, content: str, namespace: str = W) -> str:
    """A part of Word: its root element around some content."""
    names = f'xmlns:w="{namespace}" {DRAWING_NAMESPACES}'
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {names}>{content}</w:{root}>'


def docx(body: str, namespace: str = W, more: Mapping[str, bytes | str] | None = None, **parts: str) -> bytes:
    """A .docx.

    Args:
        body: what stands within `w:body`.
        namespace: of its elements.
        more: further members by name.
        parts: content of `styles`, `numbering`, `header1`, `footer1`, `footnotes`, by name.
    """
    roots = {"header1": "hdr", "footer1": "ftr"}
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relationships({"word/document.xml": "officeDocument"}),
        "word/_rels/document.xml.rels": relationships({f"{name}.xml": _KINDS.get(name, name) for name in parts}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>", namespace),
    }
    for name, content in parts.items():
        members[f"word/{name}.xml"] = part(roots.get(name, name), content, namespace)
    return zipped({**members, **(more or {})})


def run(text: str, properties: str = "") -> str:
    """A run of Word."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of Word; text without a bracket becomes its run."""
    inner = content if "<" in content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbering_xml(levels: str, overrides: str = "") -> str:
    """The content of a numbering part: list 1 with these levels, and list 2 of the same pattern."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{overrides}</w:num>'
    )


def level(depth: int, form: str, text: str, more: str = "") -> str:
    """One level of a list."""
    kind = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{kind}</w:lvl>'


_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


def odt(
    body: str, automatic: str = "", styles: str = "", fonts: str = "", more: Mapping[str, bytes | str] | None = None
) -> bytes:
    """An .odt.

    Args:
        body: what stands within `office:text`.
        automatic: automatic styles.
        styles: content of styles.xml.
        fonts: face declarations.
        more: further members by name.
    """
    content = (
        f"<office:document-content {_ODF}><office:font-face-decls>{fonts}</office:font-face-decls>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    members: dict[str, bytes | str] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "styles.xml": f"<office:document-styles {_ODF}>{styles}</office:document-styles>",
    }
    return zipped({**members, **(more or {})})


def box(text: str) -> str:
    """A text box of Word, as a run says it twice: for new programs and for old ones."""
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file (OLE) of these streams, each in sectors of its own; up to about 60 kB."""
    table: list[int] = [_FAT]
    sectors: list[bytes] = []

    def put(content: bytes) -> int:
        pieces = [content[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(content), _SECTOR)]
        first = len(table)
        table.extend([*range(first + 1, first + len(pieces)), _END] if pieces else [])
        sectors.extend(pieces)
        return first if pieces else _END

    entries = [_entry("Root Entry", 5, _END, 0)]
    entries += [_entry(name, 2, put(content), len(content)) for name, content in streams.items()]
    directory = put(b"".join(entries))
    head = struct.pack(
        "<8s16xHHHHH6xIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 62, 3, 0xFFFE, 9, 6, 0, 1, directory, 0
    )
    head += struct.pack("<IIIII", 0, _END, 0, _END, 0) + struct.pack("<109I", 0, *[_FREE] * 108)
    packed = struct.pack(f"<{_SECTOR // 4}I", *(table + [_FREE] * (_SECTOR // 4 - len(table))))
    return head + packed + b"".join(sectors)


def _entry(name: str, kind: int, sector: int, size: int) -> bytes:
    raw = name.encode("utf-16-le")
    return struct.pack("<64sHBB48xIQ", raw, len(raw) + 2, kind, 1, sector, size)


def paragraphs_of(manuscript: Manuscript) -> list[Paragraph]:
    """Every paragraph in reading order, those of cells among them."""
    found: list[Paragraph] = []
    for block in manuscript.blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            found += [one for row in block.rows for cell in row.cells if cell for one in cell.paragraphs]
    return found


def words(manuscript: Manuscript) -> list[str]:
    """The text of every paragraph that has one, in reading order."""
    return [one.text for one in paragraphs_of(manuscript) if one.text.strip()]


def labelled(manuscript: Manuscript) -> list[str]:
    """The same with what an automatic list puts in front."""
    return [f"{one.label} {one.text}".strip() for one in paragraphs_of(manuscript) if one.text.strip()]


def row_texts(manuscript: Manuscript, number: int = 0) -> list[list[str | None]]:
    """The texts of the cells of one table; None where a merged cell covers."""
    tables = [block for block in manuscript.blocks if isinstance(block, Table)]
    return [[cell.text if cell else None for cell in row.cells] for row in tables[number].rows]
