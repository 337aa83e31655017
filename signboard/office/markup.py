"""XML of office files: no document type, hence no entities and nothing external; size and depth are bounded."""

import xml.etree.ElementTree as ET  # the tree alone; every byte is parsed by defusedxml
from collections.abc import Iterator

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from signboard.office.refusals import damaged, too_large, unsafe_xml

__all__ = ["MOST_DEPTH", "MOST_TAGS", "Element", "attribute", "local", "parse"]

Element = ET.Element

MOST_TAGS = 1_000_000
"""Angle brackets of one file; 20,000 paragraphs of Word have about 800,000. They parse in about half a second."""
MOST_DEPTH = 150
"""Elements within elements; a table within a table within a text box has some sixty."""


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
        root: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise unsafe_xml(file) from error
    except (ET.ParseError, ValueError, LookupError) as error:
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
