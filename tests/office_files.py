"""Office files made by hand, as bytes: the smallest that programs open, with exactly the XML that a test is about."""

import io
import zipfile

__all__ = ["STRICT", "docx", "level", "numbering_xml", "odt", "paragraph", "part", "relationships", "run", "zipped"]

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


def zipped(members: dict[str, bytes | str]) -> bytes:
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


def docx(body: str, namespace: str = W, more: dict[str, bytes | str] | None = None, **parts: str) -> bytes:
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
    return zipped(members | (more or {}))


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
    body: str, automatic: str = "", styles: str = "", fonts: str = "", more: dict[str, bytes | str] | None = None
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
    return zipped(members | (more or {}))
