"""XML of office files: no document type, hence no entities and nothing external; size and depth are bounded.

A first pass of expat looks for a document type alone; without one XML has no way to name entities of its own or to
fetch anything, so the second pass may use the fast parser of the standard library. (defusedxml says the same with a
parser in pure Python, which took ten times as long.)
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from xml.parsers import expat

from signboard.office.refusals import damaged, too_large, unsafe_xml

__all__ = ["MOST_DEPTH", "MOST_TAGS", "Element", "attribute", "local", "parse"]

Element = ET.Element

MOST_TAGS = 1_000_000
"""Angle brackets of one file; 20,000 paragraphs of Word have about 800,000. They parse in about half a second."""
MOST_DEPTH = 150
"""Elements within elements; a table within a table within a text box has some sixty."""


class _DocumentTypeError(Exception):
    """The XML has a document type."""


def parse(content: bytes, file: str) -> Element:
    """The root of an XML part.

    Args:
        content: UTF-8 or UTF-16.
        file: the name of the file that it comes from, for sentences only.

    Raises:
        InputError: `damaged`, `unsafe_xml`, `too_large`.
    """
    if content.count(b"<") > MOST_TAGS:
        raise too_large(file)
    try:
        _refuse_document_type(content)
        root = ET.fromstring(content)  # noqa: S314 - see the module's docstring
    except _DocumentTypeError as error:
        raise unsafe_xml(file) from error
    except (expat.ExpatError, ET.ParseError, ValueError, LookupError) as error:
        raise damaged(file) from error
    if _is_too_deep(root):
        raise too_large(file)
    return root


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str, default: str = "") -> str:
    """The attribute of this local name, whatever its namespace."""
    for key, value in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return value
    return default


def _refuse_document_type(content: bytes) -> None:
    def refuse(*_: object) -> None:
        raise _DocumentTypeError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.Parse(content, True)


def _is_too_deep(root: Element) -> bool:
    level: list[Element] = [root]
    for _ in range(MOST_DEPTH):
        level = list(_children(level))
        if not level:
            return False
    return True


def _children(level: list[Element]) -> Iterator[Element]:
    for element in level:
        yield from element
